-- The first PC of a shop that was on another server says along which histories it went there, and up
-- to which revision: those that come after it then go on as with a server that was put back. Only
-- while nothing is here.
CREATE OR REPLACE FUNCTION found_v1(
    p_shop uuid, p_device uuid, p_epochs text, p_revision bigint
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
    v_epoch uuid;
    v_epochs jsonb;
    v_founds boolean;
BEGIN
    IF v_refusal IS NULL THEN
        SELECT epoch INTO v_epoch FROM shops WHERE shop = p_shop FOR UPDATE;
        -- Once more: it may have been shut out while this waited.
        v_refusal := (caller(p_shop, p_device)).refusal;
    END IF;
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    BEGIN
        v_epochs := p_epochs::jsonb;
    EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END;
    IF NOT coalesce(
        p_revision BETWEEN 0 AND 9007199254740991 AND jsonb_typeof(v_epochs) = 'array'
        AND jsonb_array_length(v_epochs) BETWEEN 1 AND 1000, false
    ) OR EXISTS (
        SELECT FROM jsonb_array_elements(v_epochs) e
        WHERE NOT coalesce(
            e ->> 0 ~ '^[0-9a-f]{32}$' AND jsonb_typeof(e -> 1) = 'number'
            AND e ->> 1 ~ '^[0-9]{1,16}$' AND e ->> 0 <> hex(v_epoch), false
        )
    ) THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END IF;
    v_founds := (SELECT revision = 0 FROM shops WHERE shop = p_shop)
        AND (SELECT count(*) = 1 FROM epochs WHERE shop = p_shop);
    IF v_founds THEN
        DELETE FROM epochs WHERE shop = p_shop;
        INSERT INTO epochs (shop, number, epoch, restored_to)
            SELECT p_shop, e.number, (e.value ->> 0)::uuid, (e.value ->> 1)::bigint
            FROM jsonb_array_elements(v_epochs) WITH ORDINALITY e(value, number)
            UNION ALL SELECT p_shop, 1 + jsonb_array_length(v_epochs), v_epoch, p_revision;
        UPDATE shops SET revision = p_revision, restored_to = p_revision WHERE shop = p_shop;
    END IF;
    RETURN jsonb_build_object('founded', v_founds);
END
$$;
