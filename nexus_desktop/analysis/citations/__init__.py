"""Citations of law and of literature: found, and checked as far as that goes without a library."""
