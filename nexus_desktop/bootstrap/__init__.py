"""Builds settings, keys, store, engines and services: the only place that chooses, and that knows them all."""

from nexus_desktop.bootstrap.ground import now
from nexus_desktop.bootstrap.starter import Bootstrap

__all__ = ["Bootstrap", "now"]
