"""Step 4: de-identified text becomes a checked analysis."""
