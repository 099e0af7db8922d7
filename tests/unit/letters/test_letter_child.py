"""A child that dies, lies, hangs or grows is ended, named for what it did, and leaves nothing behind."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import psutil
import pytest

from nexus_desktop.letters import child
from nexus_desktop.letters.extract import Extract, ReadingLimits
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.ports import CancelFlag
from tests.data.builders.pdf_letters import lines, pdf
from tests.data.builders.reading import limits, start_instead

READY = "import sys, os, threading; print('{\"ready\": true}', flush=True); "
WAIT = "threading.Event().wait()"
LETTER = (
    '{"letter": {"phi_text": "Quill", "kind": "text", "pages": null, "encoding": null, "parts_found": [], '
    '"parts_used": [], "unsure": []}}'
)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    before = set(threading.enumerate())  # one that a test before this left may end meanwhile
    yield
    assert psutil.Process().children(recursive=True) == []
    assert set(threading.enumerate()) <= before


def read(data: bytes = b"Dear Sir", cancelled: CancelFlag | None = None, **changes: int) -> Extract:
    return child.read(data, ReadingLimits.of(limits(**changes)), None, cancelled)


def code(data: bytes = b"Dear Sir", cancelled: CancelFlag | None = None, **changes: int) -> str:
    with pytest.raises(NexusError) as caught:
        read(data, cancelled, **changes)
    return caught.value.code


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("", "letter.reader_failed"),
        ("raise SystemExit(1)", "letter.reader_failed"),
        (READY, "letter.corrupt"),
        (READY + "raise ValueError('Mara Quill')", "letter.corrupt"),
        (READY + "print('Mara Quill')", "letter.corrupt"),
        (READY + "sys.stdout.write('x' * 10**7)", "letter.corrupt"),
        (READY + 'sys.stdout.write(\'{"page": 1, "pages": 1}\\n\' * 10**6)', "letter.corrupt"),
        (READY + "sys.exit(71)", "letter.reader_stopped"),
        (READY + 'print(\'{"error": "letter.empty", "numbers": {}}\')', "letter.empty"),
    ],
)
def test_ends_of_a_child(monkeypatch: pytest.MonkeyPatch, program: str, expected: str) -> None:
    start_instead(monkeypatch, program)
    assert code(characters=100) == expected


@posix_only
@pytest.mark.parametrize(
    ("signal", "expected"),
    [
        ("SIGKILL", "letter.reader_stopped"),  # by the system, when memory is short
        ("SIGABRT", "letter.reader_stopped"),  # PDFium, when it gets no memory
        ("SIGXCPU", "letter.reader_stopped"),
        ("SIGSEGV", "letter.corrupt"),
    ],
)
def test_deaths_by_signal(monkeypatch: pytest.MonkeyPatch, signal: str, expected: str) -> None:
    start_instead(monkeypatch, READY + f"import signal; os.kill(os.getpid(), signal.{signal})")
    assert code() == expected


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    start_instead(monkeypatch, READY + WAIT)
    assert code(child_seconds=1) == "letter.reader_stopped"


def test_pages_that_were_only_promised_earn_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    start_instead(monkeypatch, READY + 'print(\'{"page": 0, "pages": 500}\', flush=True); ' + WAIT)
    assert code(child_seconds=1) == "letter.reader_stopped"


def test_a_child_that_grows_is_ended_by_the_parent_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    start_instead(monkeypatch, READY + "held = [bytearray(b'x' * 2**20) for _ in range(150)]; " + WAIT)
    assert code(child_memory_mb=100) == "letter.reader_stopped"


def test_a_child_that_does_not_listen_blocks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    start_instead(monkeypatch, READY + f"os.close(0); print('''{LETTER}''')")
    assert read(b"x" * 10**7).phi_text == "Quill"


def test_a_child_that_talks_before_it_listens_blocks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = 'sys.stdout.write(\'{"page": 1, "pages": 1}\\n\' * 10**4); sys.stdout.flush(); sys.stdin.buffer.read(); '
    start_instead(monkeypatch, READY + talk + f"print('''{LETTER}''')")
    assert read(b"x" * 10**7).phi_text == "Quill"


def test_an_answer_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    start_instead(monkeypatch, READY + f"print('''{LETTER}''', flush=True); " + WAIT)
    assert read().phi_text == "Quill"


def test_a_program_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "command", lambda: ["/no/such/program"])
    assert code() == "letter.reader_failed"


class Later:
    """A flag that is set at its fourth look."""

    def __init__(self) -> None:
        self.looks = 0

    def is_set(self) -> bool:
        self.looks += 1
        return self.looks > 3


def test_cancelled_while_a_child_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child.POLL_SECONDS <= 0.1
    start_instead(monkeypatch, READY + WAIT)
    assert code(cancelled=Later()) == "cancelled"


def test_cancelled_between_pages() -> None:
    flag = threading.Event()
    told: list[float] = []

    def progress(_: str, done: float) -> None:
        told.append(done)
        flag.set()

    data = pdf(*[lines(b"page")] * 200)
    with pytest.raises(NexusError) as caught:
        child.read(data, ReadingLimits.of(limits()), progress, flag)
    assert (caught.value.code, told) == ("cancelled", [1 / 200])


def test_progress_that_fails_ends_the_child() -> None:
    def progress(_: str, done: float) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        child.read(pdf(lines(b"page")), ReadingLimits.of(limits()), progress, None)


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child.command() == [sys.executable, "--worker"]
    assert "PYTHONPATH" not in child.environment()


def test_keys_in_the_environment_are_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "planted")
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "kept")
    assert "planted" not in child.environment().values()
    assert "kept" in child.environment().values()
