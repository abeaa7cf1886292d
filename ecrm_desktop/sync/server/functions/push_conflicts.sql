-- The server's own operations, after those of a push: conflicts are made, and those about
-- forgotten records forget what was lost. They are a group of the server's, which is device 0.
-- Returns the shop's new head.
CREATE OR REPLACE FUNCTION take_own(
    p_shop uuid, p_head bigint, p_lost lost_value[], p_forgotten forgotten_record[]
) RETURNS bigint LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_head bigint := p_head;
    v_conflict records;
BEGIN
    FOR v_conflict IN
        SELECT s.*
        FROM (SELECT DISTINCT tab, id FROM unnest(p_forgotten)) f
        JOIN LATERAL (
            SELECT conflict FROM conflicts_of c
            WHERE c.shop = p_shop AND c.tab = f.tab AND c.id = f.id OFFSET 0
        ) c ON true
        JOIN LATERAL (
            SELECT * FROM records s
            WHERE s.shop = p_shop AND s.tab = 0 AND s.id = c.conflict OFFSET 0
        ) s ON true
        WHERE coalesce(s.values, born(p_shop, s.birth)) ? 'lost' ORDER BY s.birth
    LOOP
        v_head := v_head + 1;
        v_conflict.values := coalesce(v_conflict.values, born(p_shop, v_conflict.birth)) - 'lost';
        PERFORM empty_history(p_shop, ARRAY[
            ROW(0, v_conflict.id, coalesce(v_conflict.tip, v_conflict.birth))::forgotten_record
        ]);
        UPDATE records SET "values" = v_conflict.values, forgotten = v_head, forgotten_device = 0,
                tip = v_head, tip_device = 0,
                tip_other = CASE WHEN coalesce(tip_device, device) = 0 THEN tip_other
                    ELSE coalesce(tip, birth) END
            WHERE shop = p_shop AND tab = 0 AND id = v_conflict.id;
        INSERT INTO operations (shop, revision, before, tab, id, kind, altered, fields)
            VALUES (
                p_shop, v_head, coalesce(v_conflict.tip, v_conflict.birth), 0, v_conflict.id, 'f',
                false, CASE WHEN v_conflict.dead IS NULL THEN v_conflict.values ELSE '{}' END
            );
    END LOOP;
    IF cardinality(p_lost) > 0 THEN
        WITH made AS MATERIALIZED (
            SELECT v_head + row_number() OVER (ORDER BY l.ord, l.nth) AS revision, new_id() AS conflict, l.tab, l.id,
                jsonb_strip_nulls(jsonb_build_object(
                    'table_name', t.name, 'record_id', hex(l.id), 'unit', nullif(l.unit, ''),
                    'lost', l.lost::text,
                    'lost_user_id', hex(a.by_user), 'lost_device', hex(a.device),
                    'lost_at', a.at,
                    'won_user_id', hex(b.by_user), 'won_device', hex(b.device), 'won_at', b.at,
                    -- The hour of the later one: of when it was met, nothing depends.
                    'created_at', greatest(a.at, b.at), 'updated_at', greatest(a.at, b.at)
                )) AS fields
            FROM unnest(p_lost) WITH ORDINALITY
                AS l (ord, tab, id, unit, lost, lost_revision, won_revision, nth)
            LEFT JOIN record_tables t ON t.shop = p_shop AND t.number = l.tab
            LEFT JOIN LATERAL author(p_shop, l.lost_revision) a ON true
            LEFT JOIN LATERAL author(p_shop, l.won_revision) b ON true
        ), written AS (
            INSERT INTO records (shop, tab, id, birth, device)
                SELECT p_shop, 0, conflict, revision, 0 FROM made
        ), noted AS (
            INSERT INTO conflicts_of (shop, tab, id, conflict)
                SELECT p_shop, tab, id, conflict FROM made
        )
        INSERT INTO operations (shop, revision, tab, id, kind, altered, fields)
            SELECT p_shop, revision, 0, conflict, 'c', false, fields FROM made;
        v_head := v_head + cardinality(p_lost);
    END IF;
    IF v_head > p_head THEN
        INSERT INTO groups (shop, uid, first, last, part, device, at, action, schema)
            VALUES (p_shop, gen_random_uuid(), p_head + 1, v_head, 1, 0,
                to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), 'conflict', '');
    END IF;
    RETURN v_head;
END
$$;

-- Who did an operation, as far as the log still tells.
CREATE OR REPLACE FUNCTION author(p_shop uuid, p_revision bigint)
RETURNS TABLE (by_user uuid, device uuid, at text) LANGUAGE sql STABLE AS $$
    SELECT g.by_user, d.id, g.at
    FROM (
        SELECT * FROM ecrm_sync.groups g
        WHERE g.shop = p_shop AND g.first <= p_revision
        ORDER BY g.first DESC LIMIT 1
    ) g
    LEFT JOIN ecrm_sync.devices d ON d.shop = p_shop AND d.number = g.device
    WHERE g.last >= p_revision
$$;
