-- The living records of a table as they are, by id: [id, values] after the id `p_after`. Of no table:
-- what there is to fill a file with.
CREATE OR REPLACE FUNCTION fill_v1(
    p_shop uuid, p_device uuid, p_table text, p_after uuid, p_limit integer
) RETURNS json LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ecrm_sync, pg_temp SET jit = off SET enable_seqscan = off AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN json_build_object('refused', v_refusal);
    ELSIF is_outdated_pc(p_shop, p_device) THEN
        RETURN json_build_object('refused', 'too_old');
    ELSIF p_table = '' THEN
        RETURN what_there_is(p_shop);
    END IF;
    -- One statement, so that head and records are of one moment.
    RETURN (
        SELECT json_build_object('epoch', hex(s.epoch), 'head', s.revision, 'records', coalesce((
            SELECT json_agg(json_build_array(hex(r.id), r.values) ORDER BY r.id)
            FROM (
                SELECT r.id, coalesce(r.values, (
                        SELECT CASE WHEN b.quiet IS NULL THEN b.fields ELSE b.fields || b.quiet END
                        FROM operations b WHERE b.shop = p_shop AND b.revision = r.birth
                    )) AS values
                FROM records r
                WHERE r.shop = p_shop AND r.dead IS NULL
                    AND r.tab = (SELECT number FROM record_tables
                        WHERE shop = p_shop AND name = p_table)
                    AND r.id > coalesce(p_after, '00000000-0000-0000-0000-000000000000')
                ORDER BY r.id LIMIT least(greatest(coalesce(p_limit, 1000), 1), 5000)
            ) r
        ), '[]'))
        FROM shops s WHERE s.shop = p_shop
    );
END
$$;

-- How many living records each table has, those whose history is forgotten, [table, id, values or
-- null], and the groups of which more is to come: nothing does from whoever was shut out.
CREATE OR REPLACE FUNCTION what_there_is(p_shop uuid) RETURNS json LANGUAGE sql STABLE
SET search_path = ecrm_sync, pg_temp AS $$
    WITH found AS MATERIALIZED (
        SELECT tab, count(*) FILTER (WHERE dead IS NULL) AS living,
            json_agg(json_build_array(
                id, CASE WHEN dead IS NULL THEN coalesce("values", born(p_shop, birth)) END
            )) FILTER (WHERE forgotten IS NOT NULL) AS forgotten
        FROM records WHERE shop = p_shop GROUP BY tab
    )
    SELECT json_build_object(
        'epoch', hex(s.epoch), 'head', s.revision,
        'tables', coalesce((
            SELECT json_object_agg(t.name, f.living)
            FROM found f JOIN record_tables t ON t.shop = p_shop AND t.number = f.tab
            WHERE f.living > 0
        ), '{}'),
        'forgotten', coalesce((
            SELECT json_agg(json_build_array(t.name, hex((o->>0)::uuid), o->1))
            FROM found f JOIN record_tables t ON t.shop = p_shop AND t.number = f.tab,
                json_array_elements(f.forgotten) o
        ), '[]'),
        'unfinished', coalesce((
            SELECT json_agg(json_build_object('g', hex(g.uid), 'd', hex(d.id), 'u', hex(g.by_user),
                'a', g.action, 'at', g.at) ORDER BY g.first)
            FROM groups g LEFT JOIN devices d ON d.shop = p_shop AND d.number = g.device
            WHERE g.shop = p_shop AND g.more AND g.first IS NOT NULL AND d.revoked IS NULL
                AND NOT EXISTS (
                SELECT FROM groups l
                WHERE l.shop = p_shop AND l.uid = g.uid AND l.part > g.part
            )
        ), '[]')
    )
    FROM shops s WHERE s.shop = p_shop
$$;
