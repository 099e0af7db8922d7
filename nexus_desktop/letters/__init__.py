"""Step 1: a file becomes a Letter, read in a child process that can be killed."""
