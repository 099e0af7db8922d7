"""What the encryption costs, and how the store stands with 100,000 analyses and a million audit entries.

    python tests/benchmarks/bench_store.py [--analyses 100000] [--entries 1000000] [--folder DIR]

Ratios come from one run on the same rows, plain SQLite beside SQLCipher with the program's own settings. With a folder
the big stores are made once and used again. Prints one line a figure: what, measured, limit, and whether it holds.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlcipher3 import dbapi2

from nexus_desktop.models.audit_chain import AuditAct, AuditHead, canonical, commit, digest, linked, seal
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.search_models import terms_of
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.storage import opening, repositories, search_index
from nexus_desktop.storage.database import _SETTINGS, Database
from nexus_desktop.storage.repositories import as_text
from nexus_desktop.storage.store import Store
from tests.benchmarks.figures import figure
from tests.unit.models.results import TEXT
from tests.unit.storage.stores import KEY, NOON, keep, opened, record

ROWS, PER_COMMIT, LOOKUPS, DEEDS = 20_000, 200, 20_000, 300
WORDS = 400
SALT = b"s" * 16
FAILED: list[str] = []


def say(what: str, value: float, limit: float | None, unit: str) -> None:
    """One line of the table; without a limit it is for information."""
    verdict = "" if limit is None else f"limit {limit:7.2f}   {'holds' if value <= limit else 'FAILS'}"
    if verdict.endswith("FAILS"):
        FAILED.append(what)
    sys.stdout.write(f"{what:<62} {value:9.2f} {unit:<3} {verdict}\n")
    figure(what, value, unit, limit=limit)


class Watch:
    """The clock: time on the wall, or with --cpu of the processor, where others use the machine too."""

    now: Callable[[], float] = staticmethod(perf_counter)


def seconds(work: Callable[[], object], times: int = 1) -> list[float]:
    """How long each of several runs takes."""
    found = []
    for _ in range(times):
        began = Watch.now()
        work()
        found.append(Watch.now() - began)
    return found


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


# --- encrypted against plain ----------------------------------------------------------------------------------------


class PlainDatabase(Database):
    """The same library, code and settings, with no key."""

    def connect(self, settings: tuple[str, ...] = _SETTINGS) -> Any:
        connection = dbapi2.connect(str(self.path), isolation_level=None, check_same_thread=False)
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
        return connection


def write_rows(connection: Any, rows: list[tuple[int, str, str]], table: str) -> None:
    connection.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, key TEXT NOT NULL, text TEXT NOT NULL)")
    if table == "scattered":
        connection.execute(f"CREATE INDEX by_key ON {table} (key)")
    for start in range(0, len(rows), PER_COMMIT):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows[start : start + PER_COMMIT])
        connection.execute("COMMIT")


def read_rows(connection: Any, keys: list[str]) -> None:
    for key in keys:
        connection.execute("SELECT text FROM scattered WHERE key = ?", (key,)).fetchone()


def keep_analyses(folder: Path, makers: dict[str, type[Database]]) -> dict[str, list[float]]:
    """Letter, analysis, full-text index and trail in one commit each, as the program does it: each into the one and the
    other store in turn, so that whatever else the machine does falls on both alike."""
    words, weights = vocabulary()
    chance, real, stores = random.Random(5), opening.Database, dict[str, Store]()
    for kind, make in makers.items():
        (folder / kind).mkdir(parents=True)
        opening.Database = make  # type: ignore[misc]
        try:
            stores[kind] = opened(folder / kind)
        finally:
            opening.Database = real  # type: ignore[misc]
    times: dict[str, list[float]] = {kind: [] for kind in makers}
    for number in range(DEEDS):
        text = f"{TEXT} {' '.join(chance.choices(words, weights, k=WORDS))}"
        for kind in list(stores) if number % 2 else list(reversed(stores)):
            one = record(number, text=text)
            times[kind] += seconds(lambda kind=kind, one=one: keep(stores[kind], one))  # type: ignore[misc]
    for store in stores.values():
        store.close()
    return times


def ratios(folder: Path) -> None:
    """The same rows and the same settings, taken in turn: the best of five runs each way, of deeds the median."""
    chance = random.Random(1)
    rows = [(number, uuid.UUID(int=chance.getrandbits(128)).hex, "x" * 300) for number in range(ROWS)]
    keys = [rows[chance.randrange(ROWS)][1] for _ in range(LOOKUPS)]
    rising, scattered, reads = ({"plain": [], "encrypted": []} for _ in range(3))  # type: ignore[var-annotated]
    makers = {"plain": PlainDatabase, "encrypted": Database}
    deeds = {kind: statistics.median(times) for kind, times in keep_analyses(folder / "deeds", makers).items()}
    say("analyses kept one by one, encrypted against plain", deeds["encrypted"] / deeds["plain"], 1.4, "×")
    for turn in range(5):
        for kind, make in makers.items():
            database = make(folder / f"{kind}{turn}.db", SecretKey(KEY), busy_seconds=5, create=True)
            with closing(database.connect()) as connection:
                rising[kind] += seconds(lambda connection=connection: write_rows(connection, rows, "rising"))
                scattered[kind] += seconds(lambda connection=connection: write_rows(connection, rows, "scattered"))
                read_rows(connection, keys)  # warm
                reads[kind] += seconds(lambda connection=connection: read_rows(connection, keys))
            database.close()
    for what, times, limit in (
        ("bare rows in 100 commits, in order", rising, None),
        ("bare rows in 100 commits, all over an index", scattered, None),
        ("warm reads", reads, 2.0),
    ):
        ratio = min(times["encrypted"]) / min(times["plain"])
        say(f"{what}, encrypted against plain", ratio, limit, "×")
    path, key = folder / "encrypted0.db", SecretKey(KEY)
    took = seconds(lambda: Database(path, key, busy_seconds=5).close(), 50)
    say("open with the key, median", 1000 * statistics.median(took), 5.0, "ms")


# --- search ---------------------------------------------------------------------------------------------------------


def vocabulary() -> tuple[list[str], list[float]]:
    """Invented words with the frequencies of a language: the commonest stand in nearly every letter."""
    chance = random.Random(2)
    words = ["".join(chance.choices("aeiounrstlmd", k=chance.randint(3, 9))) for _ in range(20_000)]
    return words, [1 / (rank + 3) for rank in range(len(words))]


def many_analyses(folder: Path, count: int) -> Store:
    """A store with so many analyses of 400 words each."""
    there = folder.exists()
    folder.mkdir(exist_ok=True)
    store = opened(folder)
    if there:
        return store
    words, weights = vocabulary()
    chance, began = random.Random(3), perf_counter()
    for start in range(0, count, 1000):
        with store.deed() as deed:
            for number in range(start, min(start + 1000, count)):
                text = f"{TEXT} {' '.join(chance.choices(words, weights, k=WORDS))}"
                one = record(number, text=text)
                repositories.add_letter(deed.session, one.letter)
                deed.session.flush()
                repositories.add_analysis(deed.session, one)
                deed.session.flush()
                search_index.add(deed.session, one.id, one.result)
    size = store.files.database.stat().st_size / 1e6
    sys.stdout.write(f"  made {count:,} analyses in {perf_counter() - began:.0f} s, {size:,.0f} MB\n")
    return store


def search(folder: Path, count: int) -> None:
    store = many_analyses(folder / "analyses", count)
    words, _ = vocabulary()
    common, rare = words[:20], words[3000:3200]
    queries = {
        "common words": [f"{one} {two}" for one in common[:8] for two in common[8:16]],
        "words of every letter": ["knee", "opinion", "service", '"at least as likely as not"', "least likely"],
        "rare words": rare,
        "a common and a rare word": [f"{common[number % 20]} {word}" for number, word in enumerate(rare)],
        "phrases": [f'"{one} {two}"' for one in common[:6] for two in common[6:12]],
        "beginnings": [f"{word[:4]}*" for word in rare[:60]],
    }

    def once(text: str) -> None:
        terms = terms_of(text)
        with store.read() as session:
            found = search_index.find(session, terms)
            search_index.hits(session, terms, found.places[:25])

    for kind, texts in queries.items():
        once(texts[0])
        times = [seconds(lambda text=text: once(text))[0] for text in texts]
        say(f"search {count:,} analyses, {kind}, p95", 1000 * p95(times), 50.0, "ms")
    say("first page of the list of analyses, p95", 1000 * p95(seconds(lambda: store.analyses(200), 20)), 50.0, "ms")
    store.close()


# --- a million entries ------------------------------------------------------------------------------------------


def many_entries(folder: Path, count: int) -> Store:
    """A store with so many entries, sealed and linked as the program does it."""
    there = folder.exists()
    folder.mkdir(exist_ok=True)
    store = opened(folder)
    if there:
        return store
    began = perf_counter()
    acts = (AuditAct.LETTER_IMPORTED, AuditAct.LETTER_REVIEWED, AuditAct.LETTER_ANALYZED, AuditAct.ANALYSIS_VIEWED)
    with store.use() as inside, closing(inside.database.connect()) as connection:
        first = store.audit_entries(1)[0].entry
        mac, link, key = first.mac, first.link, inside.audit._key
        for start in range(2, count + 1, 10_000):
            entries, bodies, subjects = [], [], []
            for seq in range(start, min(start + 10_000, count + 1)):
                thread, about = str(uuid.UUID(int=seq // 4)), str(uuid.UUID(int=2**64 + seq))
                body = {"kind": "pdf", "size": seq, "correlation_id": thread}
                fields = (
                    seq,
                    as_text(NOON + timedelta(seconds=seq)),
                    "ann",
                    acts[seq % 4].value,
                    about,
                    commit(body, SALT),
                )
                previous, mac, link = mac, seal(key, fields, mac), linked(link, digest(fields))
                entries.append((*fields, previous, mac, link))
                bodies.append((seq, SALT, canonical(body)))
                subjects += [(about, seq, thread), (thread, seq, thread)]
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO nexus_audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", entries)
            connection.executemany("INSERT INTO nexus_audit_bodies VALUES (?, ?, ?)", bodies)
            connection.executemany("INSERT INTO nexus_audit_subjects VALUES (?, ?, ?)", subjects)
            connection.execute("COMMIT")
        inside.audit.heads.replace(AuditHead(count, mac, link))
    size = store.files.database.stat().st_size / 1e6
    sys.stdout.write(f"  made {count:,} entries in {perf_counter() - began:.0f} s, {size:,.0f} MB\n")
    return store


def trail(folder: Path, count: int) -> None:
    store = many_entries(folder / "entries", count)
    audit = AuditTrail(store)
    store.lock()
    store.unlock(SecretKey(KEY))
    say("first page of the trail, just opened", 1000 * seconds(lambda: audit.page(256))[0], 50.0, "ms")
    say("first page of the trail, p95", 1000 * p95(seconds(lambda: audit.page(256), 40)), 50.0, "ms")
    filters = {
        "by event": AuditFilter(act="letter_reviewed"),
        "by an event that never happened": AuditFilter(act="matter_exported"),
        "by person": AuditFilter(actor="ann"),
        "of one analysis": AuditFilter(about=str(uuid.UUID(int=1000))),
        "of one day": AuditFilter(since=NOON + timedelta(days=2), until=NOON + timedelta(days=3)),
        "by event, on one day": AuditFilter(
            act="letter_reviewed", since=NOON + timedelta(days=2), until=NOON + timedelta(days=3)
        ),
        "by person and event": AuditFilter(actor="ann", act="analysis_viewed"),
        "by nobody": AuditFilter(actor="nobody"),
    }
    for words, wanted in filters.items():
        times = seconds(lambda wanted=wanted: audit.page(256, wanted), 10)
        say(f"first page of the trail, {words}, p95", 1000 * p95(times), 50.0, "ms")
    checked = seconds(lambda: store.check_chain())[0]
    say(f"whole chain of {count:,} entries checked", checked, None, "s")
    scroll(audit)
    store.close()


def scroll(audit: AuditTrail) -> None:
    """The table itself, painted, scrolled through by page, by wheel and by dragging."""
    from PySide6.QtWidgets import QApplication, QTableView

    from nexus_desktop.ui.audit_table import AuditModel
    from nexus_desktop.ui.table import table

    app = QApplication.instance() or QApplication([])
    table(AuditModel(audit), "Warm", stretched=4).grab()  # fonts are loaded once, for whatever comes first
    model = AuditModel(audit)
    made: list[QTableView] = []

    def open_it() -> None:
        model.show(AuditFilter())
        view = table(model, "Audit trail", stretched=4)
        view.resize(1366, 700)
        view.show()
        view.grab()
        made.append(view)

    say("audit table, from nothing to painted", 1000 * seconds(open_it)[0], 50.0, "ms")
    view = made[0]
    bar, chance = view.verticalScrollBar(), random.Random(4)
    steps = [*range(0, 4000, 20), *(chance.randrange(bar.maximum()) for _ in range(200))]

    def to(step: int) -> None:
        bar.setValue(step)
        app.processEvents()  # paints what is in view

    times = [seconds(lambda step=step: to(step))[0] for step in steps]
    say("scrolling, by pages and by jumps, p95 with painting", 1000 * p95(times), 20.0, "ms")
    view.close()


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--analyses", type=int, default=100_000)
    options.add_argument("--entries", type=int, default=1_000_000)
    options.add_argument("--folder", type=Path)
    options.add_argument("--cpu", action="store_true", help="measure time of the processor, not on the wall")
    chosen = options.parse_args()
    if chosen.cpu:
        Watch.now = staticmethod(process_time)
    with tempfile.TemporaryDirectory(prefix="nexus-bench-") as temporary:
        ratios(Path(temporary))
        folder = chosen.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        search(folder, chosen.analyses)
        trail(folder, chosen.entries)
    sys.stdout.write(f"failed: {', '.join(FAILED) or 'nothing'}\n")
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
