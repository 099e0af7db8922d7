"""Reads what the firm has fixed for this machine, from where only an administrator can write.

    Linux     /etc/nexus-desktop/policy.yaml or policy.json
    macOS     /Library/Managed Preferences/<bundle id>.plist, also in the folder of the person there
    Windows   HKLM\\SOFTWARE\\Policies\\NexusDesktop, then HKCU\\SOFTWARE\\Policies\\NexusDesktop

Fails closed: a policy that is there and cannot be read, is wrong, or could have been written by someone else is an
error, and the program does not start. ``NEXUS_POLICY`` names a file to try a policy out with; it counts only where the
machine has none, so that nobody can put a weaker one in the place of the firm's.
"""

from __future__ import annotations

import getpass
import importlib
import os
import plistlib
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from pydantic import ValidationError

from nexus_desktop.models.errors import (
    ConfigurationInvalid,
    ConfigurationMissing,
    PolicyInvalid,
    PolicyUnreadable,
    PolicyUnsafe,
)
from nexus_desktop.models.policy_models import NO_POLICY, FirmPolicy, PolicyInForce
from nexus_desktop.models.validation import problems_of
from nexus_desktop.runtime import config_files

LINUX_FOLDER = Path("/etc/nexus-desktop")
LINUX_NAMES = ("policy.yaml", "policy.json")
MAC_FOLDER = Path("/Library/Managed Preferences")
BUNDLE_ID = "org.nexusdesktop.NexusDesktop"
WINDOWS_KEY = r"SOFTWARE\Policies\NexusDesktop"
TRIAL = "NEXUS_POLICY"
YES_OR_NO = ("offline", "update_notice", "health_endpoint", "ocr")


def read_policy() -> PolicyInForce:
    """The policy in force. Raises PolicyInvalid, PolicyUnreadable, PolicyUnsafe."""
    found = of_the_machine()
    if found is not None:
        return found
    trial = os.environ.get(TRIAL)
    return from_file(Path(trial)) if trial else NO_POLICY


def of_the_machine() -> PolicyInForce | None:
    """What an administrator has set; None where nothing is set."""
    if sys.platform == "win32":
        return _from_registry()
    if sys.platform == "darwin":
        return _from_managed_preferences()
    return _from_etc(LINUX_FOLDER)


# --- files -----------------------------------------------------------------------------------------------------------


def from_file(path: Path) -> PolicyInForce:
    """A policy in YAML, JSON or as a property list, wherever it lies: what ``policy check FILE`` reads."""
    if path.suffix == ".plist":
        return _from_plist(path)
    try:
        policy = config_files.load(path, FirmPolicy)
    except ConfigurationMissing:
        raise PolicyUnreadable(str(path), 0, "there is no such file") from None
    except ConfigurationInvalid as error:
        raise PolicyInvalid(str(path), error.line, error.detail) from None
    return PolicyInForce(policy, str(path))


def _from_etc(folder: Path) -> PolicyInForce | None:
    there = [folder / name for name in LINUX_NAMES if os.path.lexists(folder / name)]
    if not there:
        return None
    if len(there) > 1:
        raise PolicyInvalid(str(folder), 0, f"there are two policies, {' and '.join(LINUX_NAMES)}; keep one")
    _require_safe(there[0])
    return from_file(there[0])


def _require_safe(path: Path) -> None:
    """Raises PolicyUnsafe unless root owns a file and its folder, and nobody else can write to either."""
    for place in (path, path.parent):
        try:
            found = place.lstat()
        except OSError:
            raise PolicyUnreadable(str(path), 0, "the file cannot be read") from None
        if stat.S_ISLNK(found.st_mode):
            raise PolicyUnsafe(str(path), 0, "it is a link; put the file itself there")
        if found.st_uid != 0 or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise PolicyUnsafe(str(path), 0, "root has to own the file and its folder, and nobody else may write there")


# --- macOS -----------------------------------------------------------------------------------------------------------


def _from_managed_preferences(folder: Path = MAC_FOLDER) -> PolicyInForce | None:
    merged: dict[str, Any] = {}
    sources = []
    for place in (folder / getpass.getuser() / f"{BUNDLE_ID}.plist", folder / f"{BUNDLE_ID}.plist"):  # the last wins
        if os.path.lexists(place):
            _require_safe(place)
            merged |= _plist(place)
            sources.append(str(place))
    return _checked(merged, ", ".join(sources)) if sources else None


def _from_plist(path: Path) -> PolicyInForce:
    return _checked(_plist(path), str(path))


def _plist(path: Path) -> dict[str, Any]:
    try:
        data = plistlib.loads(path.read_bytes())
    except OSError:
        raise PolicyUnreadable(str(path), 0, "the file cannot be read") from None
    except (plistlib.InvalidFileException, ExpatError, ValueError, AttributeError):
        raise PolicyInvalid(str(path), 0, "not a property list") from None
    if not isinstance(data, dict):
        raise PolicyInvalid(str(path), 0, "not a property list of names and values")
    return {name: value for name, value in data.items() if not name.startswith("Payload")}  # the profile's own


# --- Windows ---------------------------------------------------------------------------------------------------------


def _from_registry() -> PolicyInForce | None:
    """Both hives; what is set for the machine wins. Group Policy writes there, and a person without rights cannot."""
    winreg: Any = importlib.import_module("winreg")  # of this system only
    merged: dict[str, Any] = {}
    sources = []
    for name, hive in (("HKCU", winreg.HKEY_CURRENT_USER), ("HKLM", winreg.HKEY_LOCAL_MACHINE)):
        source = f"{name}\\{WINDOWS_KEY}"
        try:
            with winreg.OpenKey(hive, WINDOWS_KEY, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                values = {one[0]: one[1] for one in _values(winreg, key)}
        except FileNotFoundError:
            continue
        except OSError:
            raise PolicyUnreadable(source, 0, "the key cannot be read") from None
        if values:
            merged |= values
            sources.append(source)
    return _checked(from_registry_values(merged), ", ".join(sources)) if sources else None


def _values(winreg: Any, key: Any) -> Iterator[tuple[str, Any, int]]:  # noqa: ANN401 - see above
    for index in range(winreg.QueryInfoKey(key)[1]):
        yield winreg.EnumValue(key, index)


def from_registry_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Registry values as a policy: numbers for yes and no, lists from lines or commas, the version understood."""
    policy: dict[str, Any] = {"version": 1}
    for name, value in values.items():
        if name in YES_OR_NO and value in (0, 1):
            policy[name] = bool(value)
        elif name == "service_hosts" and isinstance(value, str):
            policy[name] = [host for host in value.replace(",", "\n").split() if host]
        else:
            policy[name] = value
    return policy


def _checked(values: Mapping[str, Any], source: str) -> PolicyInForce:
    try:
        return PolicyInForce(FirmPolicy.model_validate(dict(values)), source)
    except ValidationError as error:
        raise PolicyInvalid(source, 0, problems_of(error)[0].sentence) from None
