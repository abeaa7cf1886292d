"""The life of the window: which one is shown when, what they open, and what is done in between."""
