"""Copies of a shop's database: made, thinned, looked into, and put back in its place."""
