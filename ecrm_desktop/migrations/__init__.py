"""The migrations room; see docs/architecture.md."""
