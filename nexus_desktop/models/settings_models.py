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
    page_seconds: Positive
    page_megapixels: Positive
    ocr_memory_mb: Positive
    ocr_page_seconds: Positive


class StoreSettings(Frozen):
    """How the database is opened."""

    busy_seconds: Positive
    passphrase_length: Annotated[int, Field(ge=8)]
    lock_after_minutes: Positive
    backup_every_hours: Positive
    backups_daily: Positive
    backups_weekly: Positive
    backups_monthly: Positive


class Features(Frozen):
    """Components that a firm can switch off; each is on as shipped, and nothing kept is lost by switching it off."""

    search: bool
    auto_lock: bool
    scheduled_backup: bool
    head_in_keyring: bool
    database_breaker: bool
    retention: bool
    matter_file: bool
    trail_export: bool


class EndpointSettings(Frozen):
    """Where the health endpoint listens, once it is switched on."""

    port: Annotated[int, Field(ge=0, le=65535)]  # 0: any free one


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
    health_endpoint: EndpointSettings
    features: Features
    components: Components


class Preferences(Frozen):
    """What the person chose; kept in a settings file, which holds no PHI and no key."""

    level: Level | None = None  # None: the level of the policy
    last_folder: str | None = None
    health_endpoint: bool = False  # whether firm IT's monitoring may ask on this machine
    backup_folder: str | None = None  # None: beside the database
    paper: str = ""  # made last; empty: none yet
    paper_format: str = ""
    letterhead: tuple[str, ...] = ()  # the firm's own, one line each
    first_steps: tuple[str, ...] = ()  # of those on a new machine, what was gone through
