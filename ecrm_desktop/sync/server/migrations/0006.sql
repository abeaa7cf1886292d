-- Whom a person lets in waits until that person has seen that it is the right PC: until then
-- `confirmed` is false, and there is no device of the account.
ALTER TABLE accounts ADD COLUMN confirmed boolean NOT NULL DEFAULT true;
