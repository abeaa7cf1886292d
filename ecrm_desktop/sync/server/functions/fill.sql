-- The living records of a table as they are, by id: [id, values] after the id `p_after`.
CREATE OR REPLACE FUNCTION fill_v1(
    p_shop uuid, p_device uuid, p_table text, p_after uuid, p_limit integer
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ecrm_sync, pg_temp SET jit = off SET enable_seqscan = off AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
    v_answer jsonb;
    v_records jsonb;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    SELECT jsonb_build_object('epoch', hex(s.epoch), 'head', s.revision) INTO v_answer
        FROM shops s WHERE s.shop = p_shop;
    SELECT coalesce(jsonb_agg(jsonb_build_array(hex(r.id), r.values) ORDER BY r.id), '[]')
        INTO v_records
        FROM (
            SELECT r.id, coalesce(r.values, (
                    SELECT b.fields || coalesce(b.quiet, '{}') FROM operations b
                    WHERE b.shop = p_shop AND b.revision = r.birth
                )) AS values
            FROM records r
            WHERE r.shop = p_shop AND r.dead IS NULL
                AND r.tab = (SELECT number FROM record_tables
                    WHERE shop = p_shop AND name = p_table)
                AND r.id > coalesce(p_after, '00000000-0000-0000-0000-000000000000')
            ORDER BY r.id LIMIT least(greatest(coalesce(p_limit, 1000), 1), 5000)
        ) r;
    RETURN v_answer || jsonb_build_object('records', v_records);
END
$$;
