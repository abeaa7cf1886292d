"""All of a shop in one .zip of tables that any program can read, and back: docs/package.md."""
