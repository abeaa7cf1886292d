-- What the shop's tables hold, each in one digest; a table without living records is absent.
CREATE OR REPLACE FUNCTION digest_v1(p_shop uuid, p_device uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp SET jit = off AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    -- One statement, so that head and digests are of one moment.
    RETURN (
        SELECT jsonb_build_object('epoch', hex(s.epoch), 'head', s.revision, 'tables', coalesce((
            SELECT jsonb_object_agg(t.name, encode(sha256(d.digests), 'hex'))
            FROM record_tables t
            JOIN LATERAL (
                SELECT string_agg(sha256(uuid_send(r.id) || convert_to(
                    coalesce(r.values, o.fields || coalesce(o.quiet, '{}'))::text, 'UTF8'
                )), '' ORDER BY r.id) AS digests
                FROM records r
                LEFT JOIN operations o
                    ON r.values IS NULL AND o.shop = p_shop AND o.revision = r.birth
                WHERE r.shop = p_shop AND r.tab = t.number AND r.dead IS NULL
            ) d ON d.digests IS NOT NULL
            WHERE t.shop = p_shop
        ), '{}'))
        FROM shops s WHERE s.shop = p_shop
    );
END
$$;
