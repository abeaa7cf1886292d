-- The tables of all shops. The shop is first in every key, so that a shop can live anywhere.

CREATE TABLE shops (
    shop uuid PRIMARY KEY,
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    restored_to bigint NOT NULL DEFAULT 0,
    revision bigint NOT NULL DEFAULT 0
);

-- One PC under one identity. `role` is who may speak for it, besides hubs.
CREATE TABLE devices (
    shop uuid NOT NULL,
    id uuid NOT NULL,
    number integer NOT NULL,
    role name NOT NULL,
    name text NOT NULL DEFAULT '',
    schema text NOT NULL DEFAULT '',
    batch bigint NOT NULL DEFAULT 0,
    digest bytea,
    answer jsonb,
    cursor bigint NOT NULL DEFAULT 0,
    last_seen timestamptz,
    revoked timestamptz,
    PRIMARY KEY (shop, id),
    UNIQUE (shop, number)
);

-- Short numbers for names of tables; 0 is `conflicts`.
CREATE TABLE record_tables (
    shop uuid NOT NULL,
    name text NOT NULL,
    number smallint NOT NULL,
    PRIMARY KEY (shop, name),
    UNIQUE (shop, number)
);

-- What a record is now; `values` is NULL while it is as it was born: the log has it. `tip` is its last operation, `tip_other` the last one by a device other
-- than the tip's; both are NULL while there was none but the birth. `versions` has, for units whose
-- present value is not the birth's, [revision, device, rank].
CREATE TABLE records (
    shop uuid NOT NULL,
    id uuid NOT NULL,
    birth bigint NOT NULL,
    tip bigint,
    tip_other bigint,
    dead bigint,
    forgotten bigint,
    device integer NOT NULL,
    tip_device integer,
    dead_device integer,
    forgotten_device integer,
    tab smallint NOT NULL,
    "values" jsonb,
    versions jsonb,
    PRIMARY KEY (shop, tab, id)
    -- Room for the values of the first that are edited, so that the index need not hear of it.
) WITH (fillfactor = 75);

-- What came of each operation. `before` is the operation before it on the same record.
CREATE TABLE operations (
    shop uuid NOT NULL,
    id uuid NOT NULL,
    revision bigint NOT NULL,
    before bigint,
    tab smallint NOT NULL,
    kind "char" NOT NULL,
    altered boolean NOT NULL,
    fields jsonb NOT NULL,
    quiet jsonb,
    PRIMARY KEY (shop, revision)
);

-- Parts of groups that were taken: `first` to `last`, or neither where nothing of them was. `more`:
-- another part is to come.
-- `altered` counts the operations that their author gets too.
CREATE TABLE groups (
    shop uuid NOT NULL,
    uid uuid NOT NULL,
    by_user uuid,
    first bigint,
    last bigint,
    part integer NOT NULL,
    device integer NOT NULL,
    altered integer NOT NULL DEFAULT 0,
    more boolean NOT NULL DEFAULT false,
    at text NOT NULL,
    action text NOT NULL,
    schema text NOT NULL,
    PRIMARY KEY (shop, uid, part),
    UNIQUE (shop, first)
);

-- Which conflicts are about a record, for forgetting it.
CREATE TABLE conflicts_of (
    shop uuid NOT NULL,
    tab smallint NOT NULL,
    id uuid NOT NULL,
    conflict uuid NOT NULL,
    PRIMARY KEY (shop, tab, id, conflict)
);

CREATE TABLE leases (
    shop uuid NOT NULL,
    name text NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (shop, name)
);

-- A group and an operation as a push brings them, and a value that lost.
CREATE TYPE pushed_group AS (
    grp integer, uid uuid, part integer, at text, by_user uuid, action text, schema text,
    seen bigint, more boolean, weak boolean
);
CREATE TYPE pushed_operation AS (
    ord integer, grp integer, kind text, table_name text, tab smallint, id uuid, fields jsonb,
    quiet jsonb, ranks jsonb, seen bigint, weak boolean, wave integer, revision bigint
);
CREATE TYPE lost_value AS (
    ord integer, tab smallint, id uuid, unit text, lost jsonb, lost_revision bigint,
    won_revision bigint
);
CREATE TYPE forgotten_record AS (tab smallint, id uuid, before bigint);

-- Each function says which shop it works for; whatever it asks, it sees no other one.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY[
        'shops', 'devices', 'record_tables', 'records', 'operations', 'groups', 'conflicts_of',
        'leases'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY own_shop ON %I'
            ' USING (shop = nullif(current_setting(''ecrm.shop'', true), '''')::uuid)', t
        );
    END LOOP;
END
$$;
