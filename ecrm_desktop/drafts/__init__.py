"""What a form or a file gives, parsed and checked, before it is a record."""
