-- Takes a batch of groups from a device; docs/sync.md says how. The shop's row is locked until the
-- end, so that revisions have no gaps and become visible in order.
CREATE OR REPLACE FUNCTION push_v1(
    p_shop uuid, p_device uuid, p_epoch uuid, p_batch bigint, p_digest bytea, p_payload text
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ecrm_sync, pg_temp SET jit = off
-- Batches are small beside tables, whatever the statistics say: what is pushed is joined by hash,
-- and what is stored is looked up one by one, each in a subquery that OFFSET 0 keeps apart.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_nestloop = off
SET enable_mergejoin = off AS $$
DECLARE
    v_me integer;
    v_refusal text;
    v_shop shops;
    v_device devices;
    v_schema text;
    v_groups pushed_group[];
    v_pushed pushed_operation[];
    v_operations pushed_operation[];
    v_left_out integer[];
    v_own int8multirange;
    v_refused integer[] := '{}';
    v_unknown integer[];
    v_lost lost_value[] := '{}';
    v_forgotten forgotten_record[] := '{}';
    v_now_forgotten forgotten_record[];
    v_head bigint;
    v_answer jsonb;
BEGIN
    SELECT number, refusal INTO v_me, v_refusal FROM caller(p_shop, p_device);
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    ELSIF is_outdated_pc(p_shop, p_device) THEN
        RETURN jsonb_build_object('refused', 'too_old');
    END IF;
    SELECT * INTO v_shop FROM shops WHERE shop = p_shop FOR UPDATE;
    IF p_epoch IS DISTINCT FROM v_shop.epoch THEN
        RETURN jsonb_build_object('epoch', hex(v_shop.epoch), 'restored_to', v_shop.restored_to);
    ELSIF octet_length(p_payload) > 262144 THEN
        RETURN jsonb_build_object('refused', 'too_big');
    ELSIF p_batch IS NULL OR octet_length(p_digest) IS DISTINCT FROM 32 THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END IF;
    SELECT * INTO v_device FROM devices WHERE shop = p_shop AND id = p_device;
    IF p_batch = v_device.batch AND p_digest = v_device.digest THEN
        RETURN v_device.answer;
    ELSIF p_batch <= v_device.batch THEN
        RETURN jsonb_build_object('fork', true);
    ELSIF p_batch > v_device.batch + 1 THEN
        RETURN jsonb_build_object('expected', v_device.batch + 1);
    END IF;
    BEGIN
        SELECT p.schema, p.groups, p.operations INTO v_schema, v_groups, v_pushed
            FROM parse_payload(p_payload, v_shop.revision) p;
        v_own := own_revisions(p_payload);
    EXCEPTION
        WHEN SQLSTATE 'EC001' THEN
            RETURN jsonb_build_object('refused', 'too_big');
        WHEN OTHERS THEN
            RETURN jsonb_build_object('refused', 'malformed');
    END;

    INSERT INTO record_tables (shop, name, number)
        SELECT p_shop, n.name,
            (SELECT count(*) FROM record_tables WHERE shop = p_shop)
                + row_number() OVER (ORDER BY n.name) - 1
        FROM (
            SELECT DISTINCT o.table_name AS name FROM unnest(v_pushed) o
            EXCEPT SELECT name FROM record_tables WHERE shop = p_shop
        ) n;
    -- A PC's mistake, not a limit anybody meets; the numbers are small ones.
    IF (SELECT count(*) > 1000 FROM record_tables WHERE shop = p_shop) THEN
        RAISE EXCEPTION 'too many tables' USING ERRCODE = 'program_limit_exceeded';
    END IF;
    -- What comes along once more is its author's own, whoever sent it before.
    SELECT coalesce(array_agg(g.grp), '{}'), v_own + coalesce(
            range_agg(int8range(t.first, t.last, '[]')) FILTER (WHERE t.first IS NOT NULL), '{}'
        )
        INTO v_left_out, v_own
        FROM unnest(v_groups) g
        JOIN LATERAL (
            SELECT first, last FROM groups t
            WHERE t.shop = p_shop AND t.uid = g.uid AND t.part = g.part OFFSET 0
        ) t ON true;
    -- A group that is refused may have made what another one changes: then that one is, too.
    LOOP
        WITH looked AS (
            SELECT o.ord, o.grp, o.kind, o.table_name, t.number AS tab, o.id, o.fields, o.quiet,
                o.ranks, o.seen, o.weak, s.id IS NOT NULL AS is_known
            FROM unnest(v_pushed) o
            JOIN record_tables t ON t.shop = p_shop AND t.name = o.table_name
            LEFT JOIN LATERAL (
                SELECT * FROM records s
                WHERE s.shop = p_shop AND s.tab = t.number AND s.id = o.id OFFSET 0
            ) s ON true
            WHERE o.grp <> ALL (v_left_out)
        ), numbered AS (
            SELECT l.*,
                row_number() OVER (PARTITION BY tab, id ORDER BY ord) AS wave,
                bool_or(kind <> 'u') OVER (
                    PARTITION BY tab, id ORDER BY ord
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ) AS is_made,
                row_number() OVER (ORDER BY ord) AS nth
            FROM looked l
        )
        SELECT array_agg(ROW(
                ord, grp, kind, table_name, tab, id, fields, quiet, ranks, seen, weak, wave,
                v_shop.revision + nth
            )::pushed_operation ORDER BY ord),
            array_agg(DISTINCT grp) FILTER (
                WHERE kind = 'u' AND NOT is_known AND is_made IS NOT TRUE
            )
            INTO v_operations, v_unknown
            FROM numbered;
        EXIT WHEN v_unknown IS NULL;
        v_refused := v_refused || v_unknown;
        v_left_out := v_left_out || v_unknown;
    END LOOP;

    FOR v_wave IN 1..coalesce((SELECT max(wave) FROM unnest(v_operations)), 0) LOOP
        v_lost := v_lost || take_wave(p_shop, v_me, v_operations, v_wave, v_own);
        SELECT array_agg(ROW(o.tab, o.id, l.before)::forgotten_record) INTO v_now_forgotten
            FROM unnest(v_operations) o
            JOIN LATERAL (
                SELECT before, kind FROM operations l
                WHERE l.shop = p_shop AND l.revision = o.revision OFFSET 0
            ) l ON true
            WHERE o.kind IN ('f', 'h') AND l.kind <> 'u' AND o.wave = v_wave;
        IF v_now_forgotten IS NOT NULL THEN
            PERFORM empty_history(p_shop, v_now_forgotten);
            v_forgotten := v_forgotten || v_now_forgotten;
            SELECT coalesce(array_agg(ROW(
                    l.ord, l.tab, l.id, l.unit,
                    CASE WHEN f.id IS NULL THEN l.lost END, l.lost_revision, l.won_revision
                )::lost_value ORDER BY l.nth), '{}')
                INTO v_lost
                FROM unnest(v_lost) WITH ORDINALITY
                    AS l (ord, tab, id, unit, lost, lost_revision, won_revision, nth)
                LEFT JOIN unnest(v_now_forgotten) f ON f.tab = l.tab AND f.id = l.id;
        END IF;
    END LOOP;
    v_head := v_shop.revision + coalesce(cardinality(v_operations), 0);
    INSERT INTO groups (
        shop, uid, part, device, by_user, at, action, schema, more, first, last,
        altered
    )
        SELECT p_shop, g.uid, g.part, v_me, g.by_user, g.at, g.action, g.schema, g.more,
            o.first, o.last,
            (
                SELECT count(*) FROM operations l
                WHERE l.shop = p_shop AND l.revision BETWEEN o.first AND o.last AND l.altered
            )
        FROM unnest(v_groups) g
        LEFT JOIN (
            SELECT grp, min(revision) AS first, max(revision) AS last FROM unnest(v_operations)
            GROUP BY grp
        ) o ON o.grp = g.grp
        WHERE g.grp <> ALL (v_left_out);
    v_head := take_own(p_shop, v_head, v_lost, v_forgotten);

    SELECT jsonb_build_object('epoch', hex(v_shop.epoch), 'head', v_head, 'groups', jsonb_agg(
            CASE WHEN t.uid IS NULL
                THEN jsonb_build_object('g', hex(g.uid), 'refused', 'unknown_record')
                ELSE jsonb_build_object('g', hex(g.uid), 'first', t.first, 'last', t.last) END
            ORDER BY g.grp
        )) INTO v_answer
        FROM unnest(v_groups) g
        LEFT JOIN LATERAL (
            SELECT uid, first, last FROM groups t
            WHERE t.shop = p_shop AND t.uid = g.uid AND t.part = g.part OFFSET 0
        ) t ON true;
    UPDATE shops SET revision = v_head WHERE shop = p_shop;
    UPDATE devices SET batch = p_batch, digest = p_digest, answer = v_answer, schema = v_schema,
            last_seen = now()
        WHERE shop = p_shop AND id = p_device;
    RETURN v_answer;
END
$$;
