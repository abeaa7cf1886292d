"""Groups of customers: their list, their members, and the form of their rule."""
