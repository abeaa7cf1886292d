-- How far the shop's log was thinned, and how far the shop was at the end of which day (UTC): so that
-- the server, which keeps no hours of what is pushed, knows what is old.
ALTER TABLE shops ADD COLUMN thinned_to bigint NOT NULL DEFAULT 0;

CREATE TABLE heads (
    shop uuid NOT NULL,
    day date NOT NULL,
    revision bigint NOT NULL,
    PRIMARY KEY (shop, day)
);
ALTER TABLE heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE heads FORCE ROW LEVEL SECURITY;
CREATE POLICY own_shop ON heads
    USING (shop = nullif(current_setting('ecrm.shop', true), '')::uuid);
