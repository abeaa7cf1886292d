-- Who calls: the device, if it is one of that shop and the session is its role's or a hub's.
-- `refusal` is then NULL, or 'revoked'. From here on no other shop can be seen.
CREATE OR REPLACE FUNCTION caller(
    p_shop uuid, p_device uuid, OUT number integer, OUT refusal text
) LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_role name;
    v_revoked timestamptz;
BEGIN
    PERFORM set_config('ecrm.shop', coalesce(p_shop::text, ''), true);
    -- Whatever the session wishes: what is answered or pulled must not be lost by a power cut.
    PERFORM set_config('synchronous_commit', 'on', true);
    SELECT d.number, d.role, d.revoked INTO number, v_role, v_revoked
        FROM devices d WHERE d.shop = p_shop AND d.id = p_device;
    IF number IS NULL
        OR (v_role <> session_user AND NOT pg_has_role(session_user, 'ecrm_sync_hub', 'MEMBER'))
    THEN
        refusal := 'unknown_device';
    ELSIF v_revoked IS NOT NULL THEN
        refusal := 'revoked';
    END IF;
END
$$;

-- Whether a PC of that schema knows nothing of passwords that travel sealed: with what the server
-- has of people it would lose the hashes that it has.
CREATE OR REPLACE FUNCTION is_outdated(p_schema text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(p_schema <> '' AND p_schema COLLATE "C" < '0012', false) $$;

CREATE OR REPLACE FUNCTION is_outdated_pc(p_shop uuid, p_device uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    RETURN is_outdated(schema) FROM devices WHERE shop = p_shop AND id = p_device;
END
$$;

CREATE OR REPLACE FUNCTION hex(p_id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT encode(uuid_send(p_id), 'hex') $$;

-- A record as it was made.
CREATE OR REPLACE FUNCTION born(p_shop uuid, p_birth bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN o.quiet IS NULL THEN o.fields ELSE o.fields || o.quiet END
    FROM ecrm_sync.operations o WHERE o.shop = p_shop AND o.revision = p_birth
$$;

-- A UUIDv7, as the PCs make them: later ones are greater, so rows stay in the order of making.
CREATE OR REPLACE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (
        lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
        || substr(replace(gen_random_uuid()::text, '-', ''), 14)
    )::uuid
$$;
