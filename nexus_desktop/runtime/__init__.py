"""The machine: paths, configuration files, settings, secrets."""
