"""Plain values and rules: what things are. Standard library and Pydantic only."""
