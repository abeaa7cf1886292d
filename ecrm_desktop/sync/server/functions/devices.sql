-- The shop's PCs under all their identities; `pc` is the first one of the same PC.
CREATE OR REPLACE FUNCTION devices_v1(p_shop uuid, p_device uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    RETURN (
        SELECT jsonb_build_object(
            'epoch', hex(s.epoch), 'head', s.revision, 'devices', jsonb_agg(jsonb_build_object(
                'id', hex(d.id), 'pc', hex(d.pc), 'number', d.number, 'name', d.name,
                'schema', d.schema, 'behind', s.revision - d.cursor, 'manages', d.manages,
                'last_seen', instant(d.last_seen), 'revoked', instant(d.revoked)
            ) ORDER BY d.number)
        )
        FROM shops s, (
            SELECT *, first_value(id) OVER (PARTITION BY role, account ORDER BY number) AS pc
            FROM devices WHERE shop = p_shop
        ) d
        WHERE s.shop = p_shop GROUP BY s.epoch, s.revision
    );
END
$$;

-- Shuts another PC out, whatever identities it took; only one that manages the shop may.
CREATE OR REPLACE FUNCTION revoke_v1(p_shop uuid, p_device uuid, p_other uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := managing_alone(p_shop, p_device);
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    ELSIF p_other IS NULL OR NOT EXISTS (
        SELECT FROM devices WHERE shop = p_shop AND id = p_other
    ) THEN
        RETURN jsonb_build_object('refused', 'unknown_other');
    ELSIF is_same_pc(p_shop, p_device, p_other) THEN
        -- Nobody might be left who could let it in again.
        RETURN jsonb_build_object('refused', 'not_allowed');
    END IF;
    PERFORM shut_out(p_shop, p_other);
    RETURN jsonb_build_object('revoked', true);
END
$$;

-- As `caller`, and refuses a PC that does not manage the shop.
CREATE OR REPLACE FUNCTION managing(p_shop uuid, p_device uuid) RETURNS text
LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := (caller(p_shop, p_device)).refusal;
BEGIN
    IF v_refusal IS NULL AND NOT (
        SELECT manages FROM devices WHERE shop = p_shop AND id = p_device
    ) THEN
        RETURN 'not_allowed';
    END IF;
    RETURN v_refusal;
END
$$;

-- As `managing`, and lets no other call that takes the shop's lock in until this one has ended.
CREATE OR REPLACE FUNCTION managing_alone(p_shop uuid, p_device uuid) RETURNS text
LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := managing(p_shop, p_device);
BEGIN
    IF v_refusal IS NULL THEN
        PERFORM FROM shops WHERE shop = p_shop FOR UPDATE;
        -- Once more: it may have been shut out itself while this waited.
        v_refusal := managing(p_shop, p_device);
    END IF;
    RETURN v_refusal;
END
$$;

CREATE OR REPLACE FUNCTION is_same_pc(p_shop uuid, p_one uuid, p_other uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = ecrm_sync, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM devices a JOIN devices b
            ON b.shop = a.shop AND b.role = a.role AND b.account IS NOT DISTINCT FROM a.account
        WHERE a.shop = p_shop AND a.id = p_one AND b.id = p_other
    )
$$;

-- Under the shop's lock, so that no identity that it is taking at the same time is left out.
CREATE OR REPLACE FUNCTION shut_out(p_shop uuid, p_device uuid) RETURNS void
LANGUAGE sql SET search_path = ecrm_sync, pg_temp AS $$
    SELECT FROM shops WHERE shop = p_shop FOR UPDATE;
    UPDATE devices SET revoked = now()
        WHERE shop = p_shop AND revoked IS NULL AND is_same_pc(p_shop, p_device, id)
$$;

-- An instant as it stands in the PCs' files.
CREATE OR REPLACE FUNCTION instant(p_at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')
$$;
