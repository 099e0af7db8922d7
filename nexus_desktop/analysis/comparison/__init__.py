"""Two documents compared: a private opinion with a report, a revised letter with its earlier version."""
