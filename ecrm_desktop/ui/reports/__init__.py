"""Reports chosen, seen and written."""
