"""The customers of the window."""
