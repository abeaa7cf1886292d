-- A PC says which identity it has, and takes another one by naming the `previous` one.
CREATE OR REPLACE FUNCTION hello_v1(
    p_shop uuid, p_device uuid, p_previous uuid, p_epoch uuid, p_name text, p_schema text
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text;
    v_shop shops;
    v_device devices;
BEGIN
    IF p_device IS NULL OR length(p_name) > 200 OR length(p_schema) > 40 THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END IF;
    v_refusal := (caller(p_shop, coalesce(p_previous, p_device))).refusal;
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    ELSIF is_outdated(p_schema) THEN
        RETURN jsonb_build_object('refused', 'too_old');
    END IF;
    SELECT * INTO v_shop FROM shops WHERE shop = p_shop FOR UPDATE;
    -- Once more: it may have been shut out while this waited.
    v_refusal := (caller(p_shop, coalesce(p_previous, p_device))).refusal;
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    IF p_previous IS NOT NULL AND p_previous <> p_device THEN
        INSERT INTO devices (shop, id, number, role, schema, account, manages)
            SELECT p_shop, p_device, n.number, d.role, d.schema, d.account, d.manages
            FROM devices d,
                (SELECT max(number) + 1 AS number FROM devices WHERE shop = p_shop) n
            WHERE d.shop = p_shop AND d.id = p_previous
            ON CONFLICT (shop, id) DO NOTHING;
        v_refusal := (caller(p_shop, p_device)).refusal;
        -- A hub speaks for everybody, but one PC does not become another.
        IF v_refusal IS NULL AND NOT is_same_pc(p_shop, p_previous, p_device) THEN
            v_refusal := 'unknown_device';
        END IF;
        IF v_refusal IS NOT NULL THEN
            RETURN jsonb_build_object('refused', v_refusal);
        END IF;
    END IF;
    UPDATE devices SET name = coalesce(p_name, name), schema = coalesce(p_schema, schema),
            last_seen = now()
        WHERE shop = p_shop AND id = p_device RETURNING * INTO v_device;
    RETURN jsonb_build_object(
        'epoch', hex(v_shop.epoch), 'restored_to', v_shop.restored_to, 'head', v_shop.revision,
        'number', v_device.number, 'batch', v_device.batch, 'cursor', v_device.cursor,
        'epochs', (
            SELECT jsonb_agg(jsonb_build_array(hex(e.epoch), e.restored_to) ORDER BY e.number)
            FROM epochs e WHERE e.shop = p_shop
        )
    );
END
$$;
