"""What numbers say about customers and sales: pure functions over arrays, and nothing but numpy."""
