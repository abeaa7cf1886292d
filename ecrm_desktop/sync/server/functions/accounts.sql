-- What hubs alone may call: who a PC on the internet is, and how it comes in.

-- Whether a PC has the token of the account that this identity is of.
CREATE OR REPLACE FUNCTION sign_in_v1(p_shop uuid, p_device uuid, p_token bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    PERFORM set_config('ecrm.shop', coalesce(p_shop::text, ''), true);
    RETURN EXISTS (
        SELECT FROM devices d JOIN accounts a ON a.shop = d.shop AND a.id = d.account
        WHERE d.shop = p_shop AND d.id = p_device AND a.token = p_token
    );
END
$$;

-- A PC that manages the shop lets another one in, within ten minutes and with a code whose SHA-256
-- is `p_code`.
CREATE OR REPLACE FUNCTION invite_v1(
    p_shop uuid, p_device uuid, p_name text, p_code bytea
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    RETURN invited(p_shop, p_device, p_name, p_code, true);
END
$$;

-- As `invite_v1`; the other one waits until `admit_v1` says that it is the right one.
CREATE OR REPLACE FUNCTION expect_v1(
    p_shop uuid, p_device uuid, p_name text, p_code bytea
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    RETURN invited(p_shop, p_device, p_name, p_code, false);
END
$$;

CREATE OR REPLACE FUNCTION invited(
    p_shop uuid, p_device uuid, p_name text, p_code bytea, p_confirmed boolean
) RETURNS jsonb LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := managing(p_shop, p_device);
    v_account uuid;
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    ELSIF NOT coalesce(
        length(p_name) BETWEEN 1 AND 200 AND octet_length(p_code) = 32
        AND (SELECT count(*) < 50 FROM accounts
            WHERE shop = p_shop AND expires > now() AND NOT has_device(shop, id)),
        false
    ) THEN
        RETURN jsonb_build_object('refused', 'malformed');
    END IF;
    v_account := invite(p_shop, p_name, p_code, false, p_device);
    UPDATE accounts SET confirmed = p_confirmed WHERE shop = p_shop AND id = v_account;
    RETURN jsonb_build_object('device', hex(v_account));
END
$$;

-- Whether the PC of an account came in: until then it is only awaited, whatever was agreed.
CREATE OR REPLACE FUNCTION has_device(p_shop uuid, p_account uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = ecrm_sync, pg_temp AS $$
    SELECT EXISTS (SELECT FROM devices WHERE shop = p_shop AND account = p_account)
$$;

CREATE OR REPLACE FUNCTION invite(
    p_shop uuid, p_name text, p_code bytea, p_manages boolean, p_by uuid
) RETURNS uuid LANGUAGE sql SET search_path = ecrm_sync, pg_temp AS $$
    DELETE FROM accounts WHERE shop = p_shop AND expires < now() AND NOT has_device(shop, id);
    INSERT INTO accounts (shop, id, name, manages, invited_by, code, expires)
        VALUES (
            p_shop, gen_random_uuid(), p_name, p_manages, p_by, p_code,
            now() + interval '10 minutes'
        )
        RETURNING id
$$;

-- A PC comes in with the code of its invitation, and with the token that it will have from now on;
-- both are SHA-256. The same two again: the same answer again. Whatever is wrong sounds the same,
-- and whoever guesses has to wait.
CREATE OR REPLACE FUNCTION join_v1(
    p_shop uuid, p_account uuid, p_code bytea, p_token bytea, p_address text
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    RETURN entered(p_shop, p_account, p_code, p_token, p_address, false);
END
$$;

-- As `join_v1`, for a PC that knows how to wait until somebody has agreed.
CREATE OR REPLACE FUNCTION enter_v1(
    p_shop uuid, p_account uuid, p_code bytea, p_token bytea, p_address text
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    RETURN entered(p_shop, p_account, p_code, p_token, p_address, true);
END
$$;

CREATE OR REPLACE FUNCTION entered(
    p_shop uuid, p_account uuid, p_code bytea, p_token bytea, p_address text, p_waits boolean
) RETURNS jsonb LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_wait integer;
    v_account accounts;
    v_refusal text;
    v_number integer;
BEGIN
    PERFORM set_config('synchronous_commit', 'on', true);
    v_wait := greatest(
        seconds_to_wait('00000000-0000-0000-0000-000000000000', p_address),
        seconds_to_wait(p_shop, p_account::text)
    );
    IF v_wait > 0 THEN
        RETURN jsonb_build_object('refused', 'slow_down', 'seconds', v_wait);
    END IF;
    PERFORM set_config('ecrm.shop', coalesce(p_shop::text, ''), true);
    PERFORM FROM shops WHERE shop = p_shop FOR UPDATE;
    SELECT * INTO v_account FROM accounts WHERE shop = p_shop AND id = p_account;
    IF octet_length(p_token) IS DISTINCT FROM 32
        OR v_account.code IS DISTINCT FROM p_code
        OR v_account.token <> p_token
        OR NOT v_account.confirmed AND NOT p_waits
        OR NOT has_device(p_shop, p_account) AND coalesce(
            v_account.expires <= now()
            OR (caller(p_shop, v_account.invited_by)).refusal = 'revoked', false
        )
    THEN
        PERFORM note_failure('00000000-0000-0000-0000-000000000000', p_address);
        IF v_account.id IS NOT NULL THEN
            PERFORM note_failure(p_shop, p_account::text);
        END IF;
        RETURN jsonb_build_object('refused', 'pairing_used');
    END IF;
    IF v_account.token IS NULL THEN
        UPDATE accounts SET token = p_token, expires = now() + interval '10 minutes'
            WHERE shop = p_shop AND id = p_account;
    END IF;
    IF NOT v_account.confirmed THEN
        RETURN jsonb_build_object('waiting', true);
    END IF;
    -- The very first one brings the shop.
    INSERT INTO devices (shop, id, number, role, name, account, manages)
        SELECT p_shop, p_account, 1 + coalesce(max(number), 0), 'ecrm_sync_hub',
            v_account.name, p_account, v_account.manages OR count(*) = 0
        FROM devices WHERE shop = p_shop
        ON CONFLICT (shop, id) DO NOTHING;
    v_refusal := (caller(p_shop, p_account)).refusal;
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    SELECT number INTO v_number FROM devices WHERE shop = p_shop AND id = p_account;
    RETURN jsonb_build_object('number', v_number, 'founds', v_number = 1);
END
$$;

-- Whether somebody has come with the code of an invitation, and with which token (its SHA-256): for
-- the digits that two people compare. For PCs that manage the shop.
CREATE OR REPLACE FUNCTION arrived_v1(p_shop uuid, p_device uuid, p_account uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := managing(p_shop, p_device);
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    RETURN coalesce((
        SELECT jsonb_build_object('token', encode(token, 'hex'), 'confirmed', confirmed)
        FROM accounts WHERE shop = p_shop AND id = p_account
    ), jsonb_build_object('refused', 'unknown_other'));
END
$$;

-- Somebody has compared the digits of whoever came with this token: that one is let in, or its
-- account ends.
CREATE OR REPLACE FUNCTION admit_v1(
    p_shop uuid, p_device uuid, p_account uuid, p_token bytea, p_agreed boolean
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_refusal text := managing_alone(p_shop, p_device);
    v_agreed boolean := coalesce(p_agreed, false);
BEGIN
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    UPDATE accounts SET confirmed = true, expires = now() + interval '10 minutes'
        WHERE v_agreed AND shop = p_shop AND id = p_account AND token = p_token;
    IF NOT FOUND AND NOT v_agreed THEN
        DELETE FROM accounts WHERE shop = p_shop AND id = p_account AND NOT confirmed;
    END IF;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('refused', 'unknown_other');
    END IF;
    RETURN jsonb_build_object('admitted', v_agreed);
END
$$;

-- Three wrong tries are free; after that, each doubles the time until the next one is looked at.
CREATE OR REPLACE FUNCTION seconds_to_wait(p_shop uuid, p_who text) RETURNS integer
LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    PERFORM set_config('ecrm.shop', coalesce(p_shop::text, ''), true);
    RETURN (
        SELECT ceil(extract(epoch FROM
            last + (least(2 ^ least(tries - 2, 6), 60) || ' s')::interval - clock_timestamp()))
        FROM failed_tries WHERE shop = p_shop AND who = p_who AND tries > 2
    );
END
$$;

CREATE OR REPLACE FUNCTION note_failure(p_shop uuid, p_who text) RETURNS void
LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    PERFORM set_config('ecrm.shop', p_shop::text, true);
    DELETE FROM failed_tries WHERE shop = p_shop AND last < now() - interval '1 hour';
    INSERT INTO failed_tries AS f (shop, who, tries, last)
        VALUES (p_shop, p_who, 1, clock_timestamp())
        ON CONFLICT (shop, who) DO UPDATE SET tries = f.tries + 1, last = excluded.last;
END
$$;

-- A hub says by which authority its certificate is known, and under which name: for pairing texts.
CREATE OR REPLACE FUNCTION serves_v1(p_authority bytea, p_name text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
    UPDATE hub SET authority = p_authority, certificate_name = p_name
$$;

-- Up to which migration the database is, for a hub, which reads no table.
CREATE OR REPLACE FUNCTION version_v1() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
    SELECT max(number) FROM migrations
$$;
