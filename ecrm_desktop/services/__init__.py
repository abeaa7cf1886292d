"""The services room; see docs/architecture.md."""
