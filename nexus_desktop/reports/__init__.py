"""Step 6: an analysis becomes a document."""
