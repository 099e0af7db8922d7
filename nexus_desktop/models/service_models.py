"""Services that can analyze letters: who they are, how they are asked, and what they gave. No key is ever in here."""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from nexus_desktop.models.letter_models import DeidentifiedText
from nexus_desktop.models.rubric_models import Frozen

Seconds = Annotated[float, Field(gt=0, le=3600)]


class ServiceKind(StrEnum):
    """How a service is addressed."""

    OPENAI = "openai"
    AZURE = "azure"
    COMPATIBLE = "compatible"  # any address that speaks the same language, such as a model on this machine


class AnswerForm(StrEnum):
    """How a service is asked for the form of its answer, strongest first."""

    SCHEMA = "schema"
    JSON = "json"
    TEXT = "text"


class ReviewOfBytes(StrEnum):
    """When the exact bytes are shown before they leave."""

    ALWAYS = "always"
    FIRST = "first"  # the first time for each destination, model and prompt


class ProxyUse(StrEnum):
    """How the network is reached."""

    SYSTEM = "system"  # as set up on this machine
    NONE = "none"
    ADDRESS = "address"


def is_this_machine(host: str) -> bool:
    """Whether a host can only be the machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class ServiceProfile(Frozen):
    """One service with its limits. Its key, if it needs one, is in the keyring under ``id``."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    title: Annotated[str, Field(min_length=1, max_length=60)]
    kind: ServiceKind
    address: Annotated[str, Field(max_length=300)]
    model: Annotated[str, Field(min_length=1, max_length=100)]  # with Azure, the name of the deployment
    api_version: Annotated[str, Field(max_length=40)] | None = None  # Azure
    needs_key: bool = True
    form: AnswerForm = AnswerForm.SCHEMA
    review: ReviewOfBytes = ReviewOfBytes.ALWAYS
    connect_seconds: Seconds = 10
    first_byte_seconds: Seconds = 60
    total_seconds: Seconds = 180
    longest_wait_seconds: Seconds = 60  # that a busy service may ask for; longer is told, not waited for
    answer_tokens: Annotated[int, Field(ge=256, le=100_000)] = 6000
    monthly_usd: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    usd_in: Annotated[float, Field(ge=0)] | None = None  # per million tokens; None: as in config/prices.yaml
    usd_out: Annotated[float, Field(ge=0)] | None = None
    proxy: ProxyUse = ProxyUse.SYSTEM
    proxy_address: Annotated[str, Field(max_length=300)] | None = None
    agreement: Annotated[str, Field(max_length=200)] | None = None  # what the firm holds, such as a BAA, in its words
    agreement_date: date | None = None

    @model_validator(mode="after")
    def safely_addressed(self) -> Self:
        parts = urlsplit(self.address)
        if parts.scheme not in ("https", "http") or not parts.hostname:
            raise ValueError("the address must begin with https:// and name a host")
        if parts.scheme == "http" and not is_this_machine(parts.hostname):
            raise ValueError("an address without encryption (http) is allowed on this machine only")
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError("the address must hold no key, no user name and no question mark")
        if self.kind is ServiceKind.AZURE and not self.api_version:
            raise ValueError("Azure needs the version of its interface")
        if self.proxy is ProxyUse.ADDRESS and not self.proxy_address:
            raise ValueError("name the address of the proxy")
        return self

    @property
    def host(self) -> str:
        """Host and port, as the audit trail names the destination."""
        parts = urlsplit(self.address)
        return (parts.hostname or "") + (f":{parts.port}" if parts.port else "")

    @property
    def local(self) -> bool:
        """Whether the service is on this machine."""
        return is_this_machine(urlsplit(self.address).hostname or "")


class ServiceSettings(Frozen):
    """services.json: the profiles, the one in use, and the switch. Off until someone turns it on."""

    offline: bool = True
    chosen: str | None = None
    profiles: tuple[ServiceProfile, ...] = ()
    shown: tuple[str, ...] = ()  # what was reviewed once, for profiles that ask for that only

    @model_validator(mode="after")
    def told_apart(self) -> Self:
        names = [profile.id for profile in self.profiles]
        if len(names) != len(set(names)):
            raise ValueError("two services have the same id")
        if self.chosen is not None and self.chosen not in names:
            raise ValueError("the service in use is not among the services")
        return self

    def profile(self, profile_id: str) -> ServiceProfile | None:
        """One profile by its id."""
        return next((one for one in self.profiles if one.id == profile_id), None)

    @property
    def in_use(self) -> ServiceProfile | None:
        """The profile that letters go to; None where none is chosen, or the work is offline."""
        return None if self.offline or self.chosen is None else self.profile(self.chosen)


class Preset(Frozen):
    """What a new profile of one kind begins with, and what a person should know about it."""

    kind: ServiceKind
    title: str
    address: str
    model: str
    api_version: str | None = None
    needs_key: bool
    retention: str


class PresetFile(Frozen):
    """The whole of config/services.yaml."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    presets: tuple[Preset, ...]


class Price(Frozen):
    """US dollars for a million tokens."""

    model: str
    usd_in: Annotated[float, Field(ge=0)]
    usd_out: Annotated[float, Field(ge=0)]


class PriceFile(Frozen):
    """The whole of config/prices.yaml. ``as_of`` is the day the list was read."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    as_of: date
    source: str
    prices: tuple[Price, ...]

    def of(self, profile: ServiceProfile) -> Price | None:
        """The price of a profile's model: its own, else the list's; nothing on this machine; None where unknown."""
        if profile.usd_in is not None and profile.usd_out is not None:
            return Price(model=profile.model, usd_in=profile.usd_in, usd_out=profile.usd_out)
        if profile.local:
            return Price(model=profile.model, usd_in=0, usd_out=0)
        return next((one for one in self.prices if one.model == profile.model), None)


class RestingRules(Frozen):
    """After how many failures in a row a part is left alone, and for how long."""

    failures_to_rest: Annotated[int, Field(ge=1, le=50)]
    rest_seconds: Annotated[float, Field(gt=0, le=3600)]


class ResilienceRules(Frozen):
    """The whole of config/monitoring.yaml."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    attempts: Annotated[int, Field(ge=1, le=10)]
    first_wait_seconds: Seconds
    longest_back_off_seconds: Seconds
    failures_to_open: Annotated[int, Field(ge=1, le=50)]
    pause_seconds: Annotated[float, Field(ge=0, le=3600)]
    most_answer_bytes: Annotated[int, Field(ge=10_000)]
    asks_again: Annotated[int, Field(ge=0, le=1)]
    database: RestingRules
    scans: RestingRules
    keyring: RestingRules


@dataclass(frozen=True, slots=True)
class RenderedPrompt:
    """What a service is asked: approved words around de-identified text. Made by prompts.rendering and nowhere else.

    ``system`` and ``user`` are sent as they stand; the letter stands in ``user`` between two lines of ``fence``.
    ``frame`` are the same two messages with letter and mark left open.
    ``again`` is a last message that names the fields of an earlier answer that broke a rule, and nothing of the answer.
    """

    prompt_id: str
    version: str
    sha256: str
    schema_id: str
    system: str = field(repr=False)
    user: str = field(repr=False)
    letter: DeidentifiedText = field(repr=False)
    fence: str = ""
    again: str = ""
    again_version: str = ""
    frame: tuple[str, str] = field(default=("", ""), repr=False)

    def messages(self) -> list[dict[str, str]]:
        """The messages of a chat completion."""
        texts = [("system", self.system), ("user", self.user), *([("user", self.again)] if self.again else [])]
        return [{"role": role, "content": text} for role, text in texts]


@dataclass(frozen=True, slots=True)
class Draft:
    """The exact bytes that would be sent, before anything is sent."""

    prompt: RenderedPrompt = field(repr=False)
    profile: ServiceProfile
    url: str
    body: bytes = field(repr=False)
    key: str  # names this request to a service that can tell repeated ones apart; random, and the same in every attempt

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Approval:
    """That someone has seen the bytes with this hash and lets them go."""

    sha256: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """What a service wrote: untrusted. Tokens are None where it did not say."""

    text: str = field(repr=False)
    finish: str
    model: str
    tokens_in: int | None
    tokens_out: int | None
    milliseconds: float


class Usage(Frozen):
    """What one request cost. ``estimated`` where the service did not count."""

    at: datetime
    profile: str
    model: str
    tokens_in: Annotated[int, Field(ge=0)]
    tokens_out: Annotated[int, Field(ge=0)]
    usd: Annotated[float, Field(ge=0)]
    estimated: bool = False
