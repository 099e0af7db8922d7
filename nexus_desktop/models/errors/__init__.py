"""Every failure a person may meet, in one place: import errors from here."""

from __future__ import annotations

from nexus_desktop.models.errors.backup import *
from nexus_desktop.models.errors.base import *
from nexus_desktop.models.errors.base import NexusError
from nexus_desktop.models.errors.compliance import *
from nexus_desktop.models.errors.configuration import *
from nexus_desktop.models.errors.keys import *
from nexus_desktop.models.errors.letter import *
from nexus_desktop.models.errors.output import *
from nexus_desktop.models.errors.policy import *
from nexus_desktop.models.errors.prompts import *
from nexus_desktop.models.errors.review import *
from nexus_desktop.models.errors.service import *
from nexus_desktop.models.errors.store import *


def every_error(root: type[NexusError] = NexusError) -> list[type[NexusError]]:
    """All leaves of the tree that are loaded, by code: for the help page and for tests."""
    leaves: list[type[NexusError]] = []
    for child in root.__subclasses__():
        leaves += every_error(child) if child.__subclasses__() else [child]
    return sorted(leaves, key=lambda error: error.code)
