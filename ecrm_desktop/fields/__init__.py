"""What every record consists of: each field declared once, for all who read, show or store it."""
