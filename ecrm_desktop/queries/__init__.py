"""The queries room; see docs/architecture.md."""
