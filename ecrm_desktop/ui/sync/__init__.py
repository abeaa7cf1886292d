"""How the shop syncs: its state, what lost, its computers, and what the rounds did."""
