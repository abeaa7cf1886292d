-- Numbers under a name that nobody else gets: the first and the last of a block.
CREATE OR REPLACE FUNCTION lease_v1(
    p_shop uuid, p_device uuid, p_name text, p_count integer, p_at_least bigint
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
    v_last bigint;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    IF NOT coalesce(
        p_name ~ '^[a-z0-9_-]{1,60}$' AND p_count BETWEEN 1 AND 10000
        AND p_at_least BETWEEN 0 AND 1000000000000000, false
    ) THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END IF;
    INSERT INTO leases AS l (shop, name, last)
        VALUES (p_shop, p_name, greatest(p_at_least, 1) + p_count - 1)
        ON CONFLICT (shop, name)
        DO UPDATE SET last = greatest(l.last + 1, p_at_least) + p_count - 1
        RETURNING last INTO v_last;
    RETURN jsonb_build_array(v_last - p_count + 1, v_last);
END
$$;
