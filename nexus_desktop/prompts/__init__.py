"""Step 3: governed prompts."""
