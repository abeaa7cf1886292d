"""The purchases of the window."""
