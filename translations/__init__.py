"""Translations of the program and the tool that keeps them complete."""
