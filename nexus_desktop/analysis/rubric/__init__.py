"""The embedded engine: reads a letter by the law of nexus letters, the same text always to the same result."""
