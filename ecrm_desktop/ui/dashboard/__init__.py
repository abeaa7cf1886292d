"""The page that is seen first: how the shop does and what waits today."""
