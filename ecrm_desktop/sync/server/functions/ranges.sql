-- A table's living records in the order of their ids, so many at once: the last id of each range,
-- and the digest of what it holds, as a table's. For whoever looks for what differs.
CREATE OR REPLACE FUNCTION ranges_v1(
    p_shop uuid, p_device uuid, p_table text, p_size integer
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ecrm_sync, pg_temp SET jit = off AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    RETURN (
        SELECT jsonb_build_object('epoch', hex(s.epoch), 'head', s.revision, 'ranges', coalesce((
            SELECT jsonb_agg(jsonb_build_array(
                    hex(g.ids[cardinality(g.ids)]), encode(sha256(g.digests), 'hex')
                ) ORDER BY g.nth)
            FROM (
                SELECT nth, array_agg(id ORDER BY id) AS ids, string_agg(digest, '' ORDER BY id) AS digests
                FROM (
                    SELECT r.id, sha256(uuid_send(r.id) || convert_to(
                            coalesce(r.values, o.fields || coalesce(o.quiet, '{}'))::text, 'UTF8'
                        )) AS digest,
                        (row_number() OVER (ORDER BY r.id) - 1)
                            / least(greatest(coalesce(p_size, 1000), 1), 5000) AS nth
                    FROM records r
                    LEFT JOIN operations o
                        ON r.values IS NULL AND o.shop = p_shop AND o.revision = r.birth
                    WHERE r.shop = p_shop AND r.dead IS NULL
                        AND r.tab = (SELECT number FROM record_tables
                            WHERE shop = p_shop AND name = p_table)
                ) one
                GROUP BY nth
            ) g
        ), '[]'))
        FROM shops s WHERE s.shop = p_shop
    );
END
$$;
