"""Headless commands: the same services as the window, JSON out, documented exit codes. Never starts Qt."""

from nexus_desktop.cli.program import main

__all__ = ["main"]
