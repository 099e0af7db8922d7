"""Step 5: the encrypted store."""
