"""The interactions of the window."""
