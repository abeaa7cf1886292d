"""The ui room; see docs/architecture.md."""
