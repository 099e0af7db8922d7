"""Nexus Desktop: reads, de-identifies and grades nexus letters on the attorney's own machine."""

__version__ = "0.1.0"
