"""The products of the window."""
