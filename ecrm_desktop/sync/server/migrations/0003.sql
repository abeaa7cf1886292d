-- The server's histories, each of which began as a part of the one before: from it, a PC that knows
-- another one can tell how much of its own is in the present one. Whoever gives a shop another epoch
-- writes nothing here.
CREATE TABLE epochs (
    shop uuid NOT NULL,
    number integer NOT NULL,
    epoch uuid NOT NULL,
    restored_to bigint NOT NULL,
    PRIMARY KEY (shop, number)
);
ALTER TABLE epochs ENABLE ROW LEVEL SECURITY;
ALTER TABLE epochs FORCE ROW LEVEL SECURITY;
CREATE POLICY own_shop ON epochs
    USING (shop = nullif(current_setting('ecrm.shop', true), '')::uuid);

CREATE FUNCTION note_epoch() RETURNS trigger LANGUAGE plpgsql
SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    INSERT INTO epochs (shop, number, epoch, restored_to)
        SELECT NEW.shop, count(*) + 1, NEW.epoch, NEW.restored_to
        FROM epochs WHERE shop = NEW.shop;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_first_epoch AFTER INSERT ON shops FOR EACH ROW EXECUTE FUNCTION note_epoch();
CREATE TRIGGER note_epoch AFTER UPDATE ON shops FOR EACH ROW
    WHEN (OLD.epoch <> NEW.epoch) EXECUTE FUNCTION note_epoch();

-- Of shops that are there, as no policy would show them.
ALTER TABLE shops NO FORCE ROW LEVEL SECURITY;
ALTER TABLE epochs NO FORCE ROW LEVEL SECURITY;
INSERT INTO epochs (shop, number, epoch, restored_to) SELECT shop, 1, epoch, restored_to FROM shops;
ALTER TABLE shops FORCE ROW LEVEL SECURITY;
ALTER TABLE epochs FORCE ROW LEVEL SECURITY;
