"""Bringing in files, and the list of those that were brought in."""
