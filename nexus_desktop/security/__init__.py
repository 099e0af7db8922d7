"""Step 2: a Letter becomes findings, and with a person's decisions de-identified text."""
