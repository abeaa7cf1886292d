"""The audit trail of the window."""
