"""The keyrings of Windows and macOS by their contract: the real back ends, on stand-ins for the systems' own calls.

What Credential Manager and Keychain do is written down from their documentation; the code of the back ends is real. The
Secret Service is tested for real, in tests/integration/test_real_keyring.py.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from keyring.backend import KeyringBackend

from nexus_desktop.models import errors
from nexus_desktop.runtime import secret_store
from nexus_desktop.runtime.secret_store import LONGEST, KeyringEntry, backend_named, working_backends

KEY = "ab" * 32


class WindowsError(Exception):
    """As pywin32 raises it: no child of OSError."""

    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror)
        self.winerror, self.funcname = winerror, funcname


class CredentialManager:
    """CredRead, CredWrite, CredDelete: at most 2,560 bytes of UTF-16, error 1168 where there is no such entry."""

    CRED_TYPE_GENERIC, CRED_PERSIST_SESSION, CRED_PERSIST_LOCAL_MACHINE, CRED_PERSIST_ENTERPRISE = 1, 1, 2, 3

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.broken = False

    def _get(self, name: str, function: str) -> dict[str, Any]:
        if self.broken:
            raise WindowsError(1312, function)  # no such logon session
        if name not in self.kept:
            raise WindowsError(1168, function)
        return self.kept[name]

    def CredRead(self, Type: int, TargetName: str) -> dict[str, Any]:
        return self._get(TargetName, "CredRead")

    def CredWrite(self, credential: dict[str, Any], flags: int) -> None:
        blob = credential["CredentialBlob"].encode("utf-16-le")
        if len(blob) > 2560:
            raise WindowsError(1783, "CredWrite")
        self.kept[credential["TargetName"]] = credential | {"CredentialBlob": blob}

    def CredDelete(self, Type: int, TargetName: str) -> None:
        self._get(TargetName, "CredDelete")
        del self.kept[TargetName]


class Keychain:
    """The calls of keyring's macOS API."""

    class Error(Exception):
        pass

    class NotFound(Error):
        pass

    class KeychainDenied(Error):
        pass

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False

    def _allowed(self) -> None:
        if self.broken:
            raise self.KeychainDenied

    def set_generic_password(self, _keychain: Any, service: str, name: str, password: str) -> None:
        self._allowed()
        self.kept[service, name] = password

    def find_generic_password(self, _keychain: Any, service: str, name: str) -> str:
        self._allowed()
        if (service, name) not in self.kept:
            raise self.NotFound
        return self.kept[service, name]

    def delete_generic_password(self, _keychain: Any, service: str, name: str) -> None:
        self.find_generic_password(_keychain, service, name)
        del self.kept[service, name]


def on_windows(monkeypatch: pytest.MonkeyPatch) -> CredentialManager:
    manager, module = CredentialManager(), importlib.import_module("keyring.backends.Windows")
    monkeypatch.setattr(module, "win32cred", manager, raising=False)
    monkeypatch.setattr(module, "pywintypes", SimpleNamespace(error=WindowsError), raising=False)
    monkeypatch.setattr(module, "missing_deps", False)
    monkeypatch.setattr(sys, "platform", "win32")
    return manager


def on_macos(monkeypatch: pytest.MonkeyPatch) -> Keychain:
    keychain, module = Keychain(), importlib.import_module("keyring.backends.macOS")
    monkeypatch.setattr(module, "api", keychain, raising=False)
    monkeypatch.setattr(module.platform, "system", lambda: "Darwin")
    monkeypatch.setattr(sys, "platform", "darwin")
    return keychain


SYSTEMS = {"windows": on_windows, "macos": on_macos}


@pytest.mark.parametrize("system", SYSTEMS)
def test_an_entry_is_kept_found_replaced_and_deleted(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    SYSTEMS[system](monkeypatch)
    backend = next(working_backends())
    first, second = KeyringEntry(backend, "first"), KeyringEntry(backend, "second")
    first.write(KEY)
    second.write("another")
    first.write(KEY)
    assert (first.read(), second.read()) == (KEY, "another")
    assert KeyringEntry(backend, "third").read() is None
    first.delete()
    first.delete()
    assert (first.read(), second.read()) == (None, "another")
    assert backend_named(first.backend) is not None
    assert backend_named("PlaintextKeyring") is None


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_keyring_that_refuses_says_so(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    behind = SYSTEMS[system](monkeypatch)
    entry = KeyringEntry(next(working_backends()), "one")
    entry.write(KEY)
    behind.broken = True
    for attempt in (entry.read, entry.delete, lambda: entry.write(KEY)):
        with pytest.raises(errors.KeyringLocked):
            attempt()


def test_on_windows_an_entry_stays_on_this_machine_and_has_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    manager = on_windows(monkeypatch)
    entry = KeyringEntry(next(working_backends()), "one")
    entry.write("k" * LONGEST)
    assert {kept["Persist"] for kept in manager.kept.values()} == {manager.CRED_PERSIST_LOCAL_MACHINE}
    with pytest.raises(errors.KeyringLocked):
        entry.write("k" * (LONGEST + 1))


def test_a_keyring_that_takes_and_forgets_is_found_out() -> None:
    class Forgetful(KeyringBackend):
        priority = 1.0

        def get_password(self, service: str, username: str) -> str | None:
            return None

        def set_password(self, service: str, username: str, password: str) -> None:
            return None

        def delete_password(self, service: str, username: str) -> None:
            return None

    with pytest.raises(errors.KeyringLocked):
        KeyringEntry(Forgetful(), "one").write(KEY)


def test_a_plain_text_keyring_is_never_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """keyring's own choice would take what is installed, or what the environment names."""
    alternative = ModuleType("keyrings.alt.file")
    monkeypatch.setitem(sys.modules, "keyrings.alt.file", alternative)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert list(working_backends()) == []  # no session bus in tests: nothing rather than something plain
    trusted = {name for pairs in secret_store.BACKENDS.values() for _, name in pairs}
    assert trusted == {"WinVaultKeyring", "Keyring", "DBusKeyring"}
