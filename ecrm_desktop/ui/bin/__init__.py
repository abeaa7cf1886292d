"""The bin page."""
