"""The use cases: the order of the steps, and the only place where the whole story can be read."""
