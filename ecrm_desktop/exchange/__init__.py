"""The exchange room; see docs/architecture.md."""
