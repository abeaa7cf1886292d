"""One database file: where it may lie, how it is opened, migrated, written and encrypted."""
