"""Keys, trail, backups, retention, matters and search on the command line, as a script of a firm would use them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nexus_desktop import cli
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import key_locks
from tests.letters import LETTER

PASSPHRASE = "four words not together"
OTHER = "another four words here"
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


@pytest.fixture
def key(tmp_path: Path) -> list[str]:
    return ["--passphrase-file", written(tmp_path / "four-words.txt", PASSPHRASE)]


def written(path: Path, text: str) -> str:
    path.write_text(text + "\n")
    return str(path)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process: exit code, output, messages."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments, Bootstrap)
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def analyses(call: Call, key: list[str], tmp_path: Path) -> list[str]:
    """Ids of two kept analyses."""
    kept = []
    for name in ("one", "two"):
        letter = tmp_path / f"{name}.txt"
        letter.write_text(f"{LETTER}\nLetter {name}, with a {name}fold zeppelin.\n", "utf-8")
        status, out, _ = call("analyze", str(letter), "--accept-all-redactions", "--json", *key)
        assert status == 0
        kept.append(json.loads(out)["id"])
    return kept


def answer(done: tuple[int, str, str]) -> Any:
    assert done[0] == 0, done
    return json.loads(done[1])


def test_search_finds_words_in_all_letters_or_one_matter(call: Call, key: list[str], analyses: list[str]) -> None:
    found = answer(call("search", "zeppelin", "--json", *key))
    assert {hit["id"] for hit in found["hits"]} == set(analyses)
    assert call("matter", "add", "2026-014", "--client", "C-7", *key)[0] == 0
    assert call("matter", "assign", analyses[0], "2026-014", *key)[0] == 0
    found = answer(call("search", "zeppelin", "--matter", "2026-014", "--json", *key))
    assert [hit["id"] for hit in found["hits"]] == analyses[:1]
    status, out, err = call("search", "twofold", *key)
    assert (status, analyses[1] in out, "twofold zeppelin" in out) == (0, True, True)
    assert "1 found" in err
    assert call("search", "nothing-of-the-kind", *key)[1] == ""


def test_the_trail_is_checked_exported_and_compared(
    call: Call, key: list[str], analyses: list[str], tmp_path: Path
) -> None:
    report = answer(call("audit", "verify", "--json", *key))
    assert report["intact"] is True
    path = tmp_path / "trail.jsonl"
    status, head, _ = call("audit", "export", str(path), "--about", analyses[0], *key)
    assert status == 0
    assert head.split(":")[0].isdigit()
    assert answer(call("audit", "verify", "--export", str(path), "--json", *key))["intact"] is True
    text = path.read_text("utf-8")
    path.write_text(text.replace('"strength":"', '"strength":"not '), "utf-8")
    status, out, _ = call("audit", "verify", "--export", str(path), *key)
    assert status == 11
    assert out.startswith("Not intact")
    assert call("audit", "export", str(path), *key)[0] == 3
    table = tmp_path / "trail.csv"
    assert call("audit", "export", str(table), *key)[0] == 0
    assert answer(call("audit", "verify", "--export", str(table), "--json", *key))["intact"] is True
    table.write_text(table.read_text("utf-8-sig").replace("strength: ", "strength: not ", 1), "utf-8-sig", newline="")
    assert call("audit", "verify", "--export", str(table), *key)[0] == 11
    assert call("audit", "export", str(tmp_path / "trail.doc"), *key)[0] == 3


def test_a_broken_trail_has_an_exit_code_of_its_own(
    call: Call, key: list[str], home: Path, analyses: list[str]
) -> None:
    (home / "audit-head.json").write_text(json.dumps({"seq": 999, "mac": "0" * 64}))
    status, out, _ = call("audit", "verify", *key)
    assert (status, "missing" in out) == (11, True)
    assert call("audit", "acknowledge", *key)[0] == 0
    assert call("audit", "verify", *key)[0] == 0


def test_a_backup_is_made_listed_and_restored(
    call: Call, key: list[str], analyses: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    status, out, _ = call("backup", *key)
    backup = out.strip()
    assert (status, Path(backup).exists()) == (0, True)
    assert backup in call("backup", "--list", *key)[1]
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    monkeypatch.setenv("NEXUS_HOME", str(tmp_path / "elsewhere"))
    assert call("restore", backup, "--passphrase-file", written(tmp_path / "wrong.txt", OTHER))[0] == 3
    assert call("restore", backup, *key)[0] == 0
    assert set(analyses) == {line.split()[0] for line in call("list", *key)[1].splitlines()}
    assert answer(call("audit", "verify", "--json", *key))["intact"] is True


def test_nothing_is_deleted_without_the_number_that_the_plan_shows(
    call: Call, key: list[str], analyses: list[str]
) -> None:
    call("matter", "add", "2026-014", "--client", "C-7", *key)
    call("matter", "assign", analyses[0], "2026-014", *key)
    plan = answer(call("retention", "plan", "--client", "C-7", "--json", *key))
    assert plan["analyses"] == analyses[:1]
    status, out, err = call("retention", "purge", "--client", "C-7", *key)
    assert (status, analyses[0] in out, "--analyses 1" in err) == (3, True, True)
    call("matter", "hold", "2026-014", *key)
    assert call("retention", "purge", "--client", "C-7", "--analyses", "0", *key)[0] == 3
    call("matter", "hold", "2026-014", "--lift", *key)
    assert call("retention", "purge", "--client", "C-7", "--analyses", "1", *key)[0] == 0
    assert [line.split()[0] for line in call("list", *key)[1].splitlines()] == analyses[1:]
    assert call("retention", "show", *key)[1].strip() == "everything is kept"
    assert call("retention", "set", "365", *key)[0] == 0
    assert call("retention", "show", *key)[1].strip() == "365 days"


def test_a_matter_goes_to_co_counsel_and_opens_there(
    call: Call, key: list[str], analyses: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("matter", "add", "2026-014", *key)
    call("matter", "assign", analyses[0], "2026-014", *key)
    status, out, _ = call("matter", "note", analyses[0], "Ask Ms. Quackenbosch about the date.", *key)
    assert (status, "Quackenbosch" in out) == (0, False)
    shared = ["--new-passphrase-file", written(tmp_path / "shared.txt", OTHER)]
    path = tmp_path / "case.nexusmatter"
    assert call("matter", "give", "2026-014", str(path), *shared, *key)[0] == 0
    status, out, _ = call("matter", "receive", str(path), str(tmp_path / "received"))
    assert (status, out.strip()) == (0, str(tmp_path / "received"))
    monkeypatch.setenv("NEXUS_HOME", str(tmp_path / "received"))
    theirs = ["--passphrase-file", written(tmp_path / "theirs.txt", OTHER)]
    assert [line.split()[0] for line in call("list", *theirs)[1].splitlines()] == analyses[:1]
    status, _, err = call("analyze", str(tmp_path / "one.txt"), "--accept-all-redactions", *theirs)
    assert (status, "store.review_copy" in err) == (3, True)


def test_a_passphrase_is_changed_from_files(call: Call, key: list[str], analyses: list[str], tmp_path: Path) -> None:
    new = written(tmp_path / "new.txt", OTHER)
    assert call("keys", "passphrase", "--new-passphrase-file", new, *key)[0] == 0
    assert call("list", *key)[0] == 3
    assert call("list", "--passphrase-file", new)[0] == 0
    assert answer(call("keys", "status", "--json", "--passphrase-file", new)) == {
        "keyring": False,
        "passphrase": True,
        "recovery_made_at": None,
    }
    assert call("keys", "keyring", "off", "--passphrase-file", new)[0] == 0
    assert call("keys", "keyring", "on", "--passphrase-file", new)[0] == 3  # no keyring works in tests


# --- asked and answered, in processes of their own ------------------------------------------------------------------


def talk(*arguments: str) -> tuple[int, list[str]]:
    """Run a command that shows a recovery key, and type back the groups it asks for."""
    process = subprocess.Popen(
        [sys.executable, "-m", "nexus_desktop", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stderr is not None
    groups = [process.stdout.readline().split()[1] for _ in range(8)]
    for _ in range(2):
        number = int(process.stderr.readline().rstrip(":\n").split()[-1])
        process.stdin.write(groups[number - 1].lower() + "\n")
        process.stdin.flush()
    process.communicate(timeout=60)
    return process.returncode, groups


def test_a_recovery_key_opens_when_the_passphrase_is_forgotten(
    call: Call, key: list[str], analyses: list[str], tmp_path: Path
) -> None:
    status, groups = talk("keys", "recovery", *key)
    assert status == 0
    sheet = ["--recovery-key-file", written(tmp_path / "sheet.txt", " ".join(groups))]
    assert len(call("list", *sheet)[1].splitlines()) == 2
    new = written(tmp_path / "new.txt", OTHER)
    assert call("keys", "passphrase", "--new-passphrase-file", new, *sheet)[0] == 0
    status, other_groups = talk("keys", "rekey", "--passphrase-file", new)
    assert status == 0
    assert call("list", *sheet)[0] == 3  # the sheet of the key before
    fresh = ["--recovery-key-file", written(tmp_path / "fresh.txt", "-".join(other_groups))]
    assert len(call("list", *fresh)[1].splitlines()) == 2
    assert call("audit", "verify", *fresh)[0] == 0


def test_a_recovery_key_that_is_not_typed_back_is_not_in_force(
    call: Call, key: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nexus_desktop", "keys", "recovery", *key],
        input="AAAAA\nBBBBB\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "key.recovery_not_confirmed" in done.stderr
    assert answer(call("keys", "status", "--json", *key))["recovery_made_at"] is None


def test_the_tables_are_taken_back_only_with_the_loss_named(
    call: Call, key: list[str], analyses: list[str], home: Path
) -> None:
    versions = answer(call("database", "status", "--json", *key))
    assert versions["older"][0] < versions["version"]
    assert call("matter", "add", "2026-014", *key)[0] == 0
    plan = answer(call("database", "downgrade", "0003", "--dry-run", "--json", *key))
    assert (plan["losing"]["nexus_matters"], plan["backup"]) == (1, None)
    status, out, err = call("database", "downgrade", "0003", *key)
    assert (status, out) == (3, "")
    assert "[database.would_lose]" in err
    assert "matters" in err
    assert list((home / "backups").glob("*")) == []
    assert call("database", "downgrade", "0042", *key)[0] == 3
    plan = answer(call("database", "downgrade", "0003", "--dry-run", "--json", *key))
    status, out, err = call("database", "downgrade", "0003", "--lose", str(plan["rows_lost"]), *key)
    assert (status, Path(out.strip()).exists()) == (0, True), err
    assert "older program" in err
    assert set(analyses) <= set(call("list", *key)[1].split())  # this program has brought them forward again
    assert call("matter", "list", *key)[1] == ""
    assert call("restore", out.strip(), *key)[0] == 0
    assert "2026-014" in call("matter", "list", *key)[1]


class WithoutParts(Bootstrap):
    """The program where an administrator switched three parts off."""

    def __init__(self) -> None:
        super().__init__()
        off = {"retention": False, "matter_file": False, "trail_export": False}
        features = self.settings.features.model_copy(update=off)
        self.settings = self.settings.model_copy(update={"features": features})


def test_a_part_that_is_switched_off_says_so(
    key: list[str], analyses: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, shared = tmp_path / "given.nexusmatter", written(tmp_path / "shared.txt", OTHER)
    assert cli.main(["matter", "add", "2026-014", *key], WithoutParts) == 0
    for command in (
        ["retention", "set", "9"],
        ["retention", "purge", "--matter", "2026-014", "--analyses", "0"],
        ["matter", "give", "2026-014", str(given), "--new-passphrase-file", shared],
        ["audit", "export", str(tmp_path / "trail.zip")],
    ):
        assert cli.main([*command, *key], WithoutParts) == 3, command
        assert "[feature.switched_off]" in capsys.readouterr().err
    assert cli.main(["matter", "receive", str(given), str(tmp_path / "theirs")], WithoutParts) == 3
    assert "[feature.switched_off]" in capsys.readouterr().err
    assert cli.main(["retention", "plan", *key], WithoutParts) == 0
    assert cli.main(["audit", "verify", *key], WithoutParts) == 0
