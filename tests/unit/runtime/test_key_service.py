"""Keys of services where no keyring works: held for this run, written nowhere, refused where they are no keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from nexus_desktop.models import errors
from nexus_desktop.runtime.key_service import ServiceKeys


def test_without_a_keyring_a_key_is_held_until_the_program_ends(home: Path) -> None:
    keys = ServiceKeys("folder")
    assert keys.put("one", " sk-abc\n") is False
    assert keys.use("one") == "sk-abc"
    assert not ServiceKeys("folder").has("one")
    assert list(home.iterdir()) == []
    keys.forget()
    with pytest.raises(errors.ServiceKeyMissing):
        keys.use("one")


def test_a_key_is_replaced_and_deleted() -> None:
    keys = ServiceKeys("folder")
    keys.put("one", "first")
    keys.put("one", "second")
    assert keys.use("one") == "second"
    keys.delete("one")
    assert not keys.has("one")


@pytest.mark.parametrize("text", ["", "  ", "two words", "two\nlines", "pass\u00e9", "k" * 1281])
def test_what_is_no_key_is_refused(text: str) -> None:
    keys = ServiceKeys("folder")
    with pytest.raises(errors.ServiceKeyInvalid):
        keys.put("one", text)
    assert not keys.has("one")
