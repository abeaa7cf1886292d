-- PCs behind a hub, and PCs that may let others in and shut them out.

ALTER TABLE shops ADD COLUMN name text NOT NULL DEFAULT '';

-- `account` is whose identity it is, where the PC is behind a hub.
ALTER TABLE devices ADD COLUMN account uuid;
ALTER TABLE devices ADD COLUMN manages boolean NOT NULL DEFAULT false;
ALTER TABLE devices NO FORCE ROW LEVEL SECURITY;
UPDATE devices SET manages = true WHERE number = 1;
ALTER TABLE devices FORCE ROW LEVEL SECURITY;

-- One PC behind a hub, from its invitation on: its id is the first identity that it takes. Of code
-- and token only the SHA-256 is here; the token is NULL until the code was used. `invited_by` is
-- the PC that invited it, unless whoever looks after the hub did.
CREATE TABLE accounts (
    shop uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    manages boolean NOT NULL,
    invited_by uuid,
    code bytea NOT NULL,
    expires timestamptz NOT NULL,
    token bytea,
    PRIMARY KEY (shop, id)
);

-- How often codes were guessed for an account; for addresses, the shop is the one of zeros only.
CREATE TABLE failed_tries (
    shop uuid NOT NULL,
    who text NOT NULL,
    tries integer NOT NULL,
    last timestamptz NOT NULL,
    PRIMARY KEY (shop, who)
);

-- What hubs in front of this database have in common: who they log in as, and the authority of
-- their certificate where it is not one that everybody knows, with the name that it is for.
CREATE TABLE hub (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    password text,
    authority bytea,
    certificate_name text
);
INSERT INTO hub DEFAULT VALUES;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['accounts', 'failed_tries'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY own_shop ON %I'
            ' USING (shop = nullif(current_setting(''ecrm.shop'', true), '''')::uuid)', t
        );
    END LOOP;
END
$$;
