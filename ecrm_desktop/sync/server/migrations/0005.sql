-- Keys that the shop's PCs hand to each other in closed boxes; and what opens doors, which PCs once
-- sent in clear, goes.

-- Whether a PC has keys of the shop, the open side of its box, and what somebody put in.
ALTER TABLE devices ADD COLUMN holds_keys boolean NOT NULL DEFAULT false;
ALTER TABLE devices ADD COLUMN box bytea;
ALTER TABLE devices ADD COLUMN given bytea;

-- Of all shops, as no policy would show them.
ALTER TABLE record_tables NO FORCE ROW LEVEL SECURITY;
ALTER TABLE operations NO FORCE ROW LEVEL SECURITY;
ALTER TABLE records NO FORCE ROW LEVEL SECURITY;
UPDATE operations o SET fields = o.fields - '{password_hash,recovery_hash}'::text[],
        quiet = o.quiet - '{password_hash,recovery_hash}'::text[]
    FROM record_tables t WHERE t.shop = o.shop AND t.number = o.tab AND t.name = 'users';
UPDATE records r SET "values" = r."values" - '{password_hash,recovery_hash}'::text[],
        versions = r.versions - '{password_hash,recovery_hash}'::text[]
    FROM record_tables t WHERE t.shop = r.shop AND t.number = r.tab AND t.name = 'users';
ALTER TABLE record_tables FORCE ROW LEVEL SECURITY;
ALTER TABLE operations FORCE ROW LEVEL SECURITY;
ALTER TABLE records FORCE ROW LEVEL SECURITY;
