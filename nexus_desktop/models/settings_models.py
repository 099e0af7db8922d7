"""config/settings.yaml and the person's own choices as values."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nexus_desktop.models.letter_models import Level
from nexus_desktop.models.rubric_models import Frozen

Positive = Annotated[int, Field(gt=0)]


class Limits(Frozen):
    """The most a file may have or cost before it is refused; units are in the names."""

    file_mb: Positive
    pages: Positive
    page_points: Positive
    characters: Positive
    unpacked_mb: Positive
    unpack_ratio: Positive
    unpacked_members: Positive
    child_memory_mb: Positive
    child_seconds: Positive


class StoreSettings(Frozen):
    """How the database is opened."""

    busy_seconds: Positive
    passphrase_length: Annotated[int, Field(ge=8)]


class Components(Frozen):
    """Optional parts of the program: whether each may run where the firm's policy says nothing."""

    ocr: bool
    service: bool
    health_endpoint: bool
    update_notice: bool


class Settings(Frozen):
    """The whole of config/settings.yaml."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    limits: Limits
    store: StoreSettings
    components: Components


class Preferences(Frozen):
    """What the person chose; kept in a settings file, which holds no PHI and no key."""

    level: Level | None = None  # None: the level of the policy
    last_folder: str | None = None
