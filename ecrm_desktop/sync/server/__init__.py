"""The server's side of syncing: tables and functions in a PostgreSQL database; see docs/sync.md."""
