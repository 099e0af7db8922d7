"""The rows of the audit trail for a table of any length."""
