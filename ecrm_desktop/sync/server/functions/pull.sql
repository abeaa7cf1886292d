-- What others did after `p_cursor`, and what was altered of one's own; parts are never cut. What
-- was altered and has no values of its own is told as the record is now.
CREATE OR REPLACE FUNCTION pull_v1(
    p_shop uuid, p_device uuid, p_epoch uuid, p_batch bigint, p_cursor bigint, p_limit integer
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ecrm_sync, pg_temp SET jit = off
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_nestloop = off
SET enable_mergejoin = off AS $$
DECLARE
    v_me integer;
    v_refusal text;
    v_epoch uuid;
    v_restored bigint;
    v_head bigint;
    v_thinned bigint;
    v_from bigint;
    v_to bigint;
    v_limit integer := least(greatest(coalesce(p_limit, 1000), 1), 5000);
    v_groups jsonb;
BEGIN
    SELECT number, refusal INTO v_me, v_refusal FROM caller(p_shop, p_device);
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    ELSIF is_outdated_pc(p_shop, p_device) THEN
        RETURN jsonb_build_object('refused', 'too_old');
    END IF;
    SELECT epoch, restored_to, revision INTO v_epoch, v_restored, v_head
        FROM shops WHERE shop = p_shop;
    IF p_epoch IS DISTINCT FROM v_epoch THEN
        RETURN jsonb_build_object('epoch', hex(v_epoch), 'restored_to', v_restored);
    END IF;
    IF NOT coalesce(p_cursor BETWEEN 0 AND v_head, false) THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END IF;
    v_from := coalesce((
        SELECT first FROM groups WHERE shop = p_shop AND first <= p_cursor
        ORDER BY first DESC LIMIT 1
    ), 0);
    SELECT max(last) INTO v_to FROM (
        SELECT last, weight, sum(weight) OVER (ORDER BY first) AS total FROM (
            SELECT first, last,
                CASE WHEN device = v_me THEN altered ELSE last - first + 1 END AS weight
            FROM groups
            WHERE shop = p_shop AND first >= v_from AND first <= v_head AND last > p_cursor
            ORDER BY first LIMIT 5000
        ) parts
    ) summed
    WHERE total <= v_limit OR total = weight;
    v_to := coalesce(v_to, p_cursor);
    SELECT coalesce(jsonb_agg(jsonb_build_object(
            'g', hex(g.uid), 'd', hex(d.id), 'u', hex(g.by_user), 'a', g.action, 'at', g.at,
            's', g.schema, 'more', g.more, 'ops', o.ops
        ) ORDER BY g.first), '[]')
        INTO v_groups
        FROM groups g
        JOIN LATERAL (
            SELECT jsonb_agg(CASE WHEN o.altered AND o.fields = '{}' AND o.kind <> 'd'
                THEN jsonb_build_array(o.revision) || present(p_shop, o.kind, t, o.id)
                ELSE jsonb_build_array(
                    o.revision, o.kind, t.name, hex(o.id), o.fields, coalesce(o.quiet, '{}')
                ) END ORDER BY o.revision) AS ops
            FROM operations o JOIN record_tables t ON t.shop = p_shop AND t.number = o.tab
            WHERE o.shop = p_shop AND o.revision BETWEEN g.first AND g.last
                AND o.revision > p_cursor AND (g.device <> v_me OR o.altered)
        ) o ON o.ops IS NOT NULL
        LEFT JOIN devices d ON d.shop = p_shop AND d.number = g.device
        WHERE g.shop = p_shop AND g.first >= v_from AND g.first <= v_to AND g.last > p_cursor
            AND (g.device <> v_me OR g.altered > 0);
    -- Last, so that what was pushed meanwhile under this identity, and left out as its own, counts,
    -- and what was thinned meanwhile.
    IF p_batch <> (SELECT batch FROM devices WHERE shop = p_shop AND id = p_device) THEN
        RETURN jsonb_build_object('fork', true);
    END IF;
    SELECT thinned_to INTO v_thinned FROM shops WHERE shop = p_shop;
    IF p_cursor < v_thinned THEN
        RETURN jsonb_build_object('refused', 'too_old', 'thinned_to', v_thinned);
    END IF;
    -- What a lost commit of this would lose, the next pull says again.
    PERFORM set_config('synchronous_commit', 'off', true);
    UPDATE devices SET cursor = p_cursor, last_seen = now()
        WHERE shop = p_shop AND id = p_device
            AND (cursor <> p_cursor OR last_seen IS NULL OR last_seen < now() - interval '1 minute');
    RETURN jsonb_build_object(
        'epoch', hex(v_epoch), 'to', v_to, 'head', v_head, 'groups', v_groups
    ) || CASE WHEN is_asked_for_keys(p_shop, p_device) THEN '{"asking": true}' ELSE '{}' END::jsonb;
END
$$;

-- A record as it is now, as an operation: what is told where the log has nothing of it. Of one that
-- was forgotten it says so even if it is gone by now, for a PC may have its history still.
CREATE OR REPLACE FUNCTION present(
    p_shop uuid, p_kind "char", p_table record_tables, p_id uuid
) RETURNS jsonb LANGUAGE sql STABLE SET search_path = ecrm_sync, pg_temp AS $$
    SELECT CASE
        WHEN r.dead IS NOT NULL THEN jsonb_build_array(
            CASE p_kind WHEN 'f' THEN 'f' ELSE 'd' END, p_table.name, hex(p_id),
            '{}'::jsonb, '{}'::jsonb
        )
        ELSE jsonb_build_array(
            CASE p_kind WHEN 'f' THEN 'f' ELSE 'c' END, p_table.name, hex(p_id),
            coalesce(r.values, born(p_shop, r.birth)), '{}'::jsonb
        ) END
    FROM records r WHERE r.shop = p_shop AND r.tab = p_table.number AND r.id = p_id
$$;
