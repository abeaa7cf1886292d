"""The tasks of the window."""
