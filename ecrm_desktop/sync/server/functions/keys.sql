-- A PC says whether it has keys of the shop, and where to put them for it if it lacks some; it gets
-- what was put in, and hears of whom else it may give some. Where nobody has any it is told to make
-- one, and nobody else is. Who says nothing of keys only puts its box there.
CREATE OR REPLACE FUNCTION keys_v1(p_shop uuid, p_device uuid, p_holds boolean, p_box bytea)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
    v_makes boolean;
    v_given bytea;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    ELSIF octet_length(p_box) <> 32 OR p_holds IS NOT TRUE AND p_box IS NULL THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END IF;
    PERFORM FROM shops WHERE shop = p_shop FOR UPDATE;
    -- All identities are one PC, with one keyring.
    UPDATE devices SET holds_keys = p_holds WHERE shop = p_shop AND holds_keys <> p_holds
        AND is_same_pc(p_shop, p_device, id);
    SELECT given INTO v_given FROM devices
        WHERE shop = p_shop AND id = p_device AND box = p_box;
    -- Whoever was told to make one and never came back keeps nobody else from it for ever.
    v_makes := p_holds IS NOT NULL AND NOT EXISTS (
        SELECT FROM devices WHERE shop = p_shop AND holds_keys AND revoked IS NULL
            AND last_seen > now() - interval '7 days'
    );
    UPDATE devices SET box = p_box, holds_keys = coalesce(p_holds, holds_keys) OR v_makes,
            -- Whoever has keys and still asks was not helped by what it got: others may have more.
            given = CASE WHEN box = p_box AND p_holds IS NOT TRUE THEN given END
        WHERE shop = p_shop AND id = p_device;
    RETURN (
        SELECT jsonb_build_object(
            'makes', v_makes, 'given', encode(v_given, 'hex'),
            'asking', CASE WHEN p_holds THEN (
                SELECT coalesce(jsonb_agg(jsonb_build_array(hex(o.id), encode(o.box, 'hex'))), '[]')
                FROM devices o WHERE o.shop = p_shop AND o.id <> p_device AND o.revoked IS NULL
                    AND o.box IS NOT NULL AND o.given IS NULL
            ) ELSE '[]'::jsonb END
        )
    );
END
$$;

-- A PC that has keys puts them into the box of another one, unless that has another box by now.
CREATE OR REPLACE FUNCTION give_keys_v1(
    p_shop uuid, p_device uuid, p_other uuid, p_box bytea, p_given bytea
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    ELSIF NOT coalesce(octet_length(p_given) BETWEEN 33 AND 1000, false) THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END IF;
    UPDATE devices SET given = p_given
        WHERE shop = p_shop AND id = p_other AND box = p_box AND revoked IS NULL AND given IS NULL
            AND (SELECT holds_keys FROM devices WHERE shop = p_shop AND id = p_device);
    RETURN jsonb_build_object('given', FOUND);
END
$$;

-- Whether this PC has keys that another one waits for.
CREATE OR REPLACE FUNCTION is_asked_for_keys(p_shop uuid, p_device uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM devices WHERE shop = p_shop AND id <> p_device AND revoked IS NULL
            AND box IS NOT NULL AND given IS NULL
    ) AND (SELECT holds_keys FROM devices WHERE shop = p_shop AND id = p_device);
END
$$;
