"""The values room; see docs/architecture.md."""
