"""The complaints of the window."""
