"""The first start, and who is working."""
