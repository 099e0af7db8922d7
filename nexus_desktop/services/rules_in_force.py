"""The compliance policy in force: what was shipped, what an administrator added, what was added in the Compliance tab.

A firm file that cannot be read stops de-identification, for a rule that is left out is a name that stays in. It never
stops the window, where it can be mended.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import RLock

import yaml

from nexus_desktop.models.compliance_models import CompliancePolicy, FirmAdditions
from nexus_desktop.models.errors import ConfigurationInvalid, RulesChangedElsewhere, RulesNotSaved
from nexus_desktop.runtime import config_files
from nexus_desktop.runtime.atomic_file import write_atomically

LARGEST = 500_000  # characters of a firm file; 200 rules of 300 characters are a tenth of it
NAME = "compliance.yaml"
_PLACE = re.compile(r"^(?P<kind>rule|exception)s\.(?P<at>\d+)(?P<dot>\.?)")


class Layer(StrEnum):
    """Where a rule comes from."""

    SHIPPED = "shipped"
    ADMINISTRATOR = "administrator"  # on this machine, for everyone; shown, not changed here
    FIRM = "firm"  # in the data folder, changed in the Compliance tab


@dataclass(frozen=True, slots=True)
class FirmFile:
    """A firm file as it is on disk: its text, empty where there is none, and what it says or why it cannot be read."""

    text: str
    firm: FirmAdditions
    problem: ConfigurationInvalid | None = None


class RulesInForce:
    """Reads the files again whenever they changed. Safe to call from several threads."""

    def __init__(self, shipped: CompliancePolicy, administrator: Path, firm: Path) -> None:
        self.shipped = shipped
        self._paths = {Layer.ADMINISTRATOR: administrator, Layer.FIRM: firm}
        self._lock = RLock()
        self._read: tuple[tuple[object, ...], CompliancePolicy | ConfigurationInvalid] | None = None

    def get(self) -> CompliancePolicy:
        """The policy; the same object until a file changes. Raises ConfigurationInvalid for a firm file that is bad."""
        with self._lock:
            stamp = tuple(_stamp(path) for path in self._paths.values())
            if self._read is None or self._read[0] != stamp:
                self._read = (stamp, self._extended())
            policy = self._read[1]
        if isinstance(policy, ConfigurationInvalid):
            raise policy
        return policy

    def for_show(self) -> CompliancePolicy:
        """The policy, or the shipped one where a firm file is bad: for what a screen shows, never for work."""
        try:
            return self.get()
        except ConfigurationInvalid:
            return self.shipped

    def file(self, layer: Layer) -> FirmFile:
        """A firm file as it is now."""
        try:
            text = _text_of(self._paths[layer])
        except ConfigurationInvalid as error:
            return FirmFile("", FirmAdditions(), error)
        try:
            below = self.below_firm() if layer is Layer.FIRM else self.shipped
            return FirmFile(text, read_firm(text, below, tried=False))
        except ConfigurationInvalid as error:
            return FirmFile(text, FirmAdditions(), error)

    def checked(self, text: str) -> FirmAdditions:
        """A new text of the firm file as values, tried out, which takes up to a second for each pattern.

        Raises ConfigurationInvalid with the line of what is wrong.
        """
        return read_firm(text, self.below_firm(), tried=True)

    def below_firm(self) -> CompliancePolicy:
        """What the firm file extends: the shipped policy with what an administrator added."""
        return self.shipped.extended(self.file(Layer.ADMINISTRATOR).firm)

    def save(self, text: str, before: str, tell: Callable[[FirmAdditions, FirmAdditions], None]) -> None:
        """Put another text of the firm file in force; ``before`` is the text that was shown when it was changed.

        ``tell`` is called with the policies before and after, once the file is written; what it raises takes the file
        back. Raises ConfigurationInvalid, RulesChangedElsewhere, RulesNotSaved.
        """
        firm = self.checked(text)
        path = self._paths[Layer.FIRM]
        with self._lock:
            current = self.file(Layer.FIRM)
            if current.text != before:
                raise RulesChangedElsewhere
            _write(path, text)
            try:
                tell(current.firm, firm)
            except BaseException:
                _write(path, current.text)
                raise

    def _extended(self) -> CompliancePolicy | ConfigurationInvalid:
        policy = self.shipped
        for layer in self._paths:
            file = self.file(layer)
            if file.problem is not None:
                return file.problem
            policy = policy.extended(file.firm)
        return policy


def read_shipped(path: Path) -> CompliancePolicy:
    """The policy as it was shipped. Raises ConfigurationMissing, ConfigurationInvalid."""
    policy = config_files.load(path, CompliancePolicy)
    own = FirmAdditions(rules=policy.rules, exceptions=policy.exceptions)
    _check(_text_of(path), policy.model_copy(update={"rules": (), "exceptions": ()}), own, tried=False)
    return policy


def read_firm(text: str, below: CompliancePolicy, *, tried: bool) -> FirmAdditions:
    """A firm file that extends ``below``. Raises ConfigurationInvalid."""
    if len(text) > LARGEST:
        raise ConfigurationInvalid(NAME, 1, f"the file is longer than {LARGEST:,} characters")
    if not text.strip():
        return FirmAdditions()
    try:
        firm = config_files.parse(text, NAME, FirmAdditions)
    except ConfigurationInvalid as error:
        raise ConfigurationInvalid(NAME, error.line, _by_number(error.detail)) from None
    _check(text, below, firm, tried=tried)
    return firm


def _by_number(detail: str) -> str:
    """``rules.1.verdict is …`` as people count: ``rule 2, verdict is …``."""
    return _PLACE.sub(lambda found: f"{found['kind']} {int(found['at']) + 1}{', ' if found['dot'] else ''}", detail)


def _check(text: str, below: CompliancePolicy, firm: FirmAdditions, *, tried: bool) -> None:
    if not (firm.levels or firm.rules or firm.exceptions):
        return
    from nexus_desktop.security.compliance_rules import problems_of_firm  # word lists: only where they are needed

    for problem in problems_of_firm(below, firm, tried=tried):
        raise ConfigurationInvalid(NAME, config_files.line_of(text, problem.place), problem.sentence)


def as_text(firm: FirmAdditions) -> str:
    """A firm file with these values; empty where nothing is added."""
    data = firm.model_dump(mode="json", exclude_defaults=True)
    if not data:
        return ""
    return yaml.safe_dump({"version": firm.version} | data, sort_keys=False, allow_unicode=True, width=120)


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise ConfigurationInvalid(NAME, 1, "the file cannot be read") from None


def _stamp(path: Path) -> object:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _write(path: Path, text: str) -> None:
    try:
        if text:
            write_atomically(path, text.encode())
        else:
            path.unlink(missing_ok=True)
    except (OSError, UnicodeEncodeError):
        raise RulesNotSaved from None
