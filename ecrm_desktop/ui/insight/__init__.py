"""What the shop's customers tell: who they are, what they are worth and what will be sold."""
