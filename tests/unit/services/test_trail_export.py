"""The trail as given to the other side: readable, whole, and found out where it was edited, by its own verifier."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pypdfium2
import pytest

from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import AuditAct, commit, digest, linked
from nexus_desktop.models.retention_models import PurgeCause, PurgeScope
from nexus_desktop.models.trail_models import TrailForm
from nexus_desktop.reports.trail_report import harmless
from nexus_desktop.runtime import paths
from nexus_desktop.services.trail_export import TrailExport
from nexus_desktop.storage import retention
from nexus_desktop.storage.store import Store
from tests.unit.services.stores import retention_of
from tests.unit.storage.stores import NOON, keep, keep_many, opened, record

Lines = list[dict[str, Any]]


def quiet(_words: str, _done: float) -> None:
    """Nobody watches."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = opened(tmp_path)
    keep_many(store, 3)
    return store


def exported(store: Store, folder: Path, form: TrailForm = TrailForm.ALL, about: str | None = None) -> Path:
    path = folder / f"export.{form.value}"
    TrailExport(store, paths.resource("verify_trail.py")).export(path, form, about, quiet, Event())
    return path


def verify(path: Path, *heads: str) -> tuple[int, str]:
    """The stand-alone verifier, with nothing of ours or anybody's within its reach."""
    options = [word for head in heads for word in ("--head", head)]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(paths.resource("verify_trail.py")), str(path), *options],
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def head_of(path: Path) -> str:
    return next(line for line in verify(path)[1].splitlines() if line.startswith("Head: ")).removeprefix("Head: ")


def read(path: Path) -> Lines:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(path: Path, lines: Lines) -> None:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")


# --- what goes out ----------------------------------------------------------------------------------------------------


def test_the_export_holds_and_brings_its_own_verifier(store: Store, tmp_path: Path) -> None:
    path = exported(store, tmp_path)
    status, words = verify(path)
    assert status == 0, words
    assert "7 entries" in words
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert sorted(names) == sorted(
            ["READ-ME.txt", "trail.jsonl", "trail.csv", "trail.pdf", "verify_trail.py", "manifest.json"]
        )
        assert archive.read("verify_trail.py") == paths.resource("verify_trail.py").read_bytes()
        assert b"does not prove" in archive.read("READ-ME.txt")
    told = store.audit_entries(1)[0]
    assert told.entry.act == AuditAct.TRAIL_EXPORTED
    assert told.body is not None
    assert told.body["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    store.close()


def test_lines_table_and_pages_tell_the_same(store: Store, tmp_path: Path) -> None:
    lines = read(exported(store, tmp_path, TrailForm.LINES))
    entries = [line for line in lines if line["record"] == "entry"]
    table = exported(store, tmp_path, TrailForm.TABLE).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [row["seq"] for row in rows] == [*map(str, range(1, len(rows))), "end"]
    assert [row["link"] for row in rows[: len(entries)]] == [line["link"] for line in entries]
    document = pypdfium2.PdfDocument(exported(store, tmp_path, TrailForm.PAGES))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    plain = "".join(text.split())
    for line in entries:
        assert line["link"] in plain
        assert line["object_id"] in plain
    assert "Letter analyzed" in text
    assert "does not prove" in text
    assert "page 1" in text
    document.close()
    store.close()


def test_a_cell_is_never_a_formula() -> None:
    for text in ("=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1"):
        assert harmless(text) == f"'{text}"
    assert harmless("a=1") == "a=1"


def test_no_export_is_written_over_another_file(store: Store, tmp_path: Path) -> None:
    path = exported(store, tmp_path)
    before = path.read_bytes()
    with pytest.raises(errors.ExportExists):
        exported(store, tmp_path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
    store.close()


def test_a_cancelled_export_leaves_nothing(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nexus_desktop.services.trail_export.PAGE", 1)
    cancelled = Event()
    cancelled.set()
    target = tmp_path / "out"
    target.mkdir()
    with pytest.raises(errors.Cancelled):
        TrailExport(store, paths.resource("verify_trail.py")).export(
            target / "x.zip", TrailForm.ALL, None, quiet, cancelled
        )
    assert list(target.iterdir()) == []
    store.close()


# --- one analysis alone -----------------------------------------------------------------------------------------------


def test_one_analysis_is_produced_and_the_rest_stays_hidden(store: Store, tmp_path: Path) -> None:
    one = record(9)
    store.keep_import(one.correlation_id, {"kind": "pdf"})
    keep(store, one)
    keep_many(store, 2)
    path = exported(store, tmp_path, TrailForm.LINES, about=one.id)
    lines = read(path)
    shown = [line["act"] for line in lines if line["record"] == "entry"]
    assert shown == ["letter_imported", "letter_reviewed", "letter_analyzed"]
    hidden = [line for line in lines if line["record"] == "withheld"]
    assert len(hidden) == 11
    assert all(set(line) == {"record", "seq", "digest"} for line in hidden)
    status, words = verify(path)
    assert status == 0
    assert "11 of them by their digest alone" in words
    whole = exported(store, tmp_path, TrailForm.ALL)
    assert verify(whole, head_of(path))[0] == 0  # the two are one chain
    store.close()


@pytest.mark.parametrize("form", [TrailForm.LINES, TrailForm.TABLE, TrailForm.ALL])
def test_after_a_purge_every_form_holds_and_tells_of_it(store: Store, tmp_path: Path, form: TrailForm) -> None:
    retention_of(store).set_keep_days(1)
    with store.deed() as deed:
        deed.at += timedelta(days=9)
        plan = retention.plan(deed.session, PurgeScope(PurgeCause.AGE), deed.at, 0, 0)
        assert len(plan.lines) == 3
        retention.purge(deed, plan)
    path = exported(store, tmp_path, form)
    status, words = verify(path)
    assert status == 0, words
    assert "9 entries" in words
    store.close()


# --- edits ------------------------------------------------------------------------------------------------------------

EDITS: dict[str, Callable[[Lines], object]] = {
    "an actor": lambda lines: lines[3].update(actor="someone"),
    "a time": lambda lines: lines[3].update(at="2020-01-01T00:00:00.000000+00:00"),
    "an event": lambda lines: lines[3].update(act="report_exported"),
    "an object": lambda lines: lines[3].update(object_id="another"),
    "what was told": lambda lines: lines[3]["body"].update(redacted=6),
    "a salt": lambda lines: lines[3].update(salt="00" * 16),
    "a commitment": lambda lines: lines[3].update(commitment="0" * 64),
    "a link": lambda lines: lines[3].update(link="0" * 64),
    "a body taken out": lambda lines: lines[3].update(body=None, salt=None),
    "a body taken out for a purge that never was": lambda lines: lines[3].update(body=None, salt=None, purged_by=6),
    "an entry deleted": lambda lines: lines.pop(3),
    "an entry twice": lambda lines: lines.insert(3, lines[3]),
    "two in another order": lambda lines: lines.insert(3, lines.pop(4)),
    "an entry hidden and made up": lambda lines: lines.__setitem__(
        3, {"record": "withheld", "seq": 3, "digest": "0" * 64}
    ),
    "the end cut off": lambda lines: lines.pop(),
    "the newest entries cut off": lambda lines: lines.__delitem__(slice(5, 7)),
    "the count": lambda lines: lines[0].update(entries=6),
    "the head": lambda lines: lines[-1].update(head_link="0" * 64),
    "something behind the end": lambda lines: lines.append(lines[3]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_export_is_found_by_the_verifier_alone(store: Store, tmp_path: Path, edit: str) -> None:
    path = exported(store, tmp_path, TrailForm.LINES)
    lines = read(path)
    EDITS[edit](lines)
    write(path, lines)
    status, words = verify(path)
    assert status == 1, words
    assert words.startswith("Does not hold")
    store.close()


TABLE_EDITS: dict[str, Callable[[Lines], object]] = {
    "an actor": lambda rows: rows[2].update(actor="someone"),
    "a time": lambda rows: rows[2].update(at="2020-01-01T00:00:00.000000+00:00"),
    "the words alone": lambda rows: rows[2].update(told="redacted: 6"),
    "the words made empty": lambda rows: rows[2].update(told=""),
    "what was told": lambda rows: rows[2].update(body='{"redacted":6}', told="redacted: 6"),
    "a body taken out": lambda rows: rows[2].update(body="", salt="", told=""),
    "a link": lambda rows: rows[2].update(link="0" * 64),
    "a row deleted": lambda rows: rows.pop(2),
    "a row twice": lambda rows: rows.insert(2, rows[2]),
    "two in another order": lambda rows: rows.insert(2, rows.pop(3)),
    "a row hidden and made up": lambda rows: rows.__setitem__(
        2, dict.fromkeys(rows[2], "") | {"seq": "3", "act": "not part of this selection", "link": "0" * 64}
    ),
    "the end cut off": lambda rows: rows.pop(),
    "the newest entries cut off": lambda rows: rows.__delitem__(slice(5, 7)),
    "the count": lambda rows: rows[-1].update(told="6 entries"),
    "the head": lambda rows: rows[-1].update(link="0" * 64),
    "something behind the end": lambda rows: rows.append(rows[3]),
}


def read_table(path: Path) -> Lines:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def write_table(path: Path, rows: Lines) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.DictWriter(stream, rows[0].keys())
        table.writeheader()
        table.writerows(rows)


@pytest.mark.parametrize("edit", TABLE_EDITS)
def test_an_edited_table_is_found_by_the_verifier_alone(store: Store, tmp_path: Path, edit: str) -> None:
    path = exported(store, tmp_path, TrailForm.TABLE)
    rows = read_table(path)
    write_table(path, rows)
    assert verify(path)[0] == 0  # as it was written
    TABLE_EDITS[edit](rows)
    write_table(path, rows)
    status, words = verify(path)
    assert status == 1, words
    assert words.startswith("Does not hold")
    store.close()


def test_the_table_alone_holds_whatever_is_told_and_whoever_tells_it(tmp_path: Path) -> None:
    store = opened(tmp_path, actor="'=cmd|' /C calc'!A0")
    one = record(9)
    keep(store, one)
    told = {"a": True, "b": None, "c": 0.5, "d": 0, "e": "", "f": 'quoted "word", Ñandú\nnext line', "g": "=1+1"}
    store.tell(AuditAct.SETTING_CHANGED, "-object", told)
    for about in (None, one.id):
        path = exported(store, tmp_path, TrailForm.TABLE, about)
        status, words = verify(path, f"3:{store.audit_entries(9)[-3].entry.link}")
        assert status == 0, words
        assert (" 0 of them by their digest alone" in words) == (about is None)
        assert all(not cell.startswith(("=", "-", "+", "@")) for row in read_table(path) for cell in row.values())
        path.unlink()
    store.close()


def test_a_table_edited_in_the_zip_is_found_though_its_hash_was_made_anew(store: Store, tmp_path: Path) -> None:
    path, changed = exported(store, tmp_path), tmp_path / "changed.zip"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        table = source.read("trail.csv").replace(b"redacted: 5", b"redacted: 6", 1)
        manifest = json.loads(source.read("manifest.json"))
        manifest["sha256"]["trail.csv"] = hashlib.sha256(table).hexdigest()
        new = {"trail.csv": table, "manifest.json": json.dumps(manifest).encode()}
        for member in source.namelist():
            target.writestr(member, new.get(member, source.read(member)))
    status, words = verify(changed)
    assert (status, "words of the table" in words) == (1, True), words
    store.close()


@pytest.mark.parametrize("name", ["trail.csv", "trail.pdf", "trail.jsonl", "verify_trail.py", "READ-ME.txt"])
def test_an_edited_file_in_the_zip_is_found(store: Store, tmp_path: Path, name: str) -> None:
    path, changed = exported(store, tmp_path), tmp_path / "changed.zip"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for member in source.namelist():
            target.writestr(member, source.read(member) + (b" " if member == name else b""))
    assert verify(path)[0] == 0
    assert verify(changed)[0] == 1
    store.close()


def rewritten(lines: Lines) -> Lines:
    """An export forged with care: another body, and every commitment, digest and link made anew."""
    link = "0" * 64
    for line in lines[1:-1]:
        if line["seq"] == 3:
            line["body"] = {"redacted": 0}
            line["commitment"] = commit(line["body"], bytes.fromhex(line["salt"]))
        fields = [line[name] for name in ("seq", "at", "actor", "act", "object_id", "commitment")]
        line["link"] = link = linked(link, digest(fields))
    lines[-1]["head_link"] = link
    return lines


def test_a_forged_export_is_found_by_a_head_recorded_elsewhere_and_by_the_store(store: Store, tmp_path: Path) -> None:
    path = exported(store, tmp_path, TrailForm.LINES)
    head = head_of(path)
    export = TrailExport(store, paths.resource("verify_trail.py"))
    assert export.compare(path, quiet, Event()).differs_at is None
    write(path, rewritten(read(path)))
    assert verify(path)[0] == 0  # it agrees with itself: that is all a chain without a key can say
    assert verify(path, head)[0] == 1
    assert export.compare(path, quiet, Event()).differs_at == 3
    store.close()


def test_an_export_is_compared_with_the_store_it_came_from(
    store: Store, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = exported(store, tmp_path)
    other = opened(tmp_path_factory.mktemp("other"))
    keep_many(other, 9)
    verifier = paths.resource("verify_trail.py")
    keep_many(store, 2)  # the store has gone on since
    assert TrailExport(store, verifier).compare(path, quiet, Event()).differs_at is None
    assert TrailExport(other, verifier).compare(path, quiet, Event()).differs_at == 1
    (tmp_path / "none.zip").write_bytes(b"PK")
    with pytest.raises(errors.TrailFileInvalid):
        TrailExport(store, verifier).compare(tmp_path / "none.zip", quiet, Event())
    assert verify(tmp_path / "none.zip")[0] == 2
    store.close()
    other.close()


@pytest.mark.parametrize("form", [TrailForm.ALL, TrailForm.LINES, TrailForm.TABLE])
@pytest.mark.parametrize("about_one", [False, True])
def test_every_form_but_the_pages_is_compared_with_the_store(
    store: Store, tmp_path: Path, form: TrailForm, *, about_one: bool
) -> None:
    about = store.analyses(1)[0].id if about_one else None
    path = exported(store, tmp_path, form, about)
    check = TrailExport(store, paths.resource("verify_trail.py")).compare(path, quiet, Event())
    assert (check.differs_at, check.entries > 3) == (None, True)
    store.close()


BY_THE_STORE: list[tuple[TrailForm, str]] = [
    *((TrailForm.LINES, edit) for edit in [*EDITS, "a mac"]),
    *((TrailForm.TABLE, edit) for edit in [*TABLE_EDITS, "a mac"]),
]


@pytest.mark.parametrize(("form", "edit"), BY_THE_STORE)
def test_an_edited_export_is_found_by_the_store(store: Store, tmp_path: Path, form: TrailForm, edit: str) -> None:
    path = exported(store, tmp_path, form)
    edits, reader, writer = (EDITS, read, write) if form is TrailForm.LINES else (TABLE_EDITS, read_table, write_table)
    lines = reader(path)
    (edits | {"a mac": lambda lines: lines[3].update(mac="0" * 64)})[edit](lines)
    writer(path, lines)
    assert TrailExport(store, paths.resource("verify_trail.py")).compare(path, quiet, Event()).differs_at is not None
    store.close()


def test_a_table_edited_in_a_zip_is_found_by_the_store_though_the_lines_hold(store: Store, tmp_path: Path) -> None:
    path = exported(store, tmp_path)
    with zipfile.ZipFile(path) as source:
        members = {name: source.read(name) for name in source.namelist()}
    members["trail.csv"] = members["trail.csv"].replace(b"redacted: 5", b"redacted: 6", 1)
    with zipfile.ZipFile(path, "w") as target:
        for name, content in members.items():
            target.writestr(name, content)
    assert TrailExport(store, paths.resource("verify_trail.py")).compare(path, quiet, Event()).reason.startswith("this")
    store.close()


@pytest.mark.parametrize("form", [TrailForm.LINES, TrailForm.TABLE])
def test_what_was_purged_since_still_has_to_be_what_its_commitment_binds(
    store: Store, tmp_path: Path, form: TrailForm
) -> None:
    path = exported(store, tmp_path, form)
    retention = retention_of(store)
    retention.set_keep_days(1)
    store.clock = lambda: NOON + timedelta(days=30)
    retention.purge(retention.due(), quiet, Event())
    export = TrailExport(store, paths.resource("verify_trail.py"))
    assert export.compare(path, quiet, Event()).differs_at is None
    text = path.read_text("utf-8")
    for before, after in (('"redacted":5', '"redacted":6'), ('""redacted"":5', '""redacted"":6'), (": 5", ": 6")):
        text = text.replace(before, after)
    path.write_text(text, "utf-8", newline="")
    assert export.compare(path, quiet, Event()).differs_at is not None
    store.close()
