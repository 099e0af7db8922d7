"""The trash on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nexus_desktop import cli
from tests.cli.test_store_commands import Call, WithoutParts, analyses, call, key, quick

__all__ = ["analyses", "call", "key", "quick"]


def test_an_analysis_goes_to_the_trash_and_comes_back(call: Call, key: list[str], analyses: list[str]) -> None:
    one, other = analyses
    status, _, err = call("trash", "put", one, *key)
    assert status == 0
    assert "1 moved to the trash" in err
    listed = call("list", *key)[1]
    assert other in listed
    assert one not in listed
    status, _, err = call("show", one, *key)
    assert status == 3
    assert "[record.in_trash]" in err
    (row,) = json.loads(call("trash", "list", "--json", *key)[1])
    assert (row["id"], row["matter"], row["on_hold"]) == (one, None, False)
    assert row["deleted_on"] > row["moved"][:10]
    assert one in call("trash", "list", *key)[1]
    assert "Nothing in the trash is past its 30 days" in call("trash", "empty", *key)[2]
    assert "1 put back" in call("trash", "back", one, *key)[2]
    assert one in call("list", *key)[1]
    assert call("audit", "verify", *key)[0] == 0


def test_a_wrong_id_moves_nothing(call: Call, key: list[str], analyses: list[str]) -> None:
    status, _, err = call("trash", "put", analyses[0], "no-such-id", *key)
    assert status == 3
    assert "[record.not_found]" in err
    assert json.loads(call("trash", "list", "--json", *key)[1]) == []


def test_where_deletion_is_switched_off_the_trash_is_not_emptied(
    key: list[str], analyses: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["trash", "put", analyses[0], *key], WithoutParts) == 0
    capsys.readouterr()
    assert cli.main(["trash", "list", "--json", *key], WithoutParts) == 0
    assert json.loads(capsys.readouterr().out)[0]["deleted_on"] is None
    assert cli.main(["trash", "empty", *key], WithoutParts) == 3
    assert "[feature.switched_off]" in capsys.readouterr().err
