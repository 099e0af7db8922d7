"""A long letter gets the same findings, text and result in the child as here, and the child goes when it should."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Event, Thread

import psutil
import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.letters import child
from nexus_desktop.models.errors import Cancelled, LongLetterStopped, NexusError, ReviewIncomplete
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.services.check_citations import CheckCitations
from nexus_desktop.services.long_letters import LONGEST_HERE, LongLetters
from nexus_desktop.services.long_letters_child import answer
from nexus_desktop.services.long_letters_protocol import payload
from nexus_desktop.services.workbench import Preparation, Workbench
from tests.letters import LETTER, SURNAME

FILLER = "She climbs the stairs one at a time and rests on each landing. The knee swells by the evening.\n\n"
LONG = LETTER + FILLER * (LONGEST_HERE // len(FILLER))
CLIENT = ClientFields(names=("obstacle course",))
NOW = datetime(2026, 5, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def here() -> Workbench:
    return Bootstrap().workbench()


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[LongLetters]:
    made = Bootstrap().governed.long_letters()
    yield made
    made.close()


@pytest.fixture(scope="module")
def prepared(here: Workbench) -> Preparation:
    return here.prepare(here.read_pasted(LONG), Level.MODERATE, CLIENT, Event())


def children() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if "--long-letters" in one.cmdline()]


def test_only_long_letters_are_handed_over(elsewhere: LongLetters) -> None:
    assert not elsewhere.takes(LETTER)
    assert elsewhere.takes(LONG)
    assert not elsewhere.takes(LONG + "\ud800")  # half of a pair has no UTF-8, and is worked on here


def test_a_window_hands_every_letter_over_and_nothing_heavy_is_loaded_here(here: Workbench) -> None:
    application = Bootstrap().open_throwaway()
    workbench, citations = application.letters._workbench, application.citations
    try:
        application.take_letters_elsewhere(Event())
        prepared = workbench.prepare(workbench.read_pasted(LETTER), Level.STRICT, CLIENT, Event())
        text = workbench.deidentify_all(prepared, "tester", NOW)
        analysis = workbench.analyze(text, Event())
        cited = citations.report(text.text)
        assert not any(late._made for late in (workbench._deidentifier, workbench._engine, citations._checker))
        assert len(children()) == 1
    finally:
        application.close()
    again = here.prepare(here.read_pasted(LETTER), Level.STRICT, CLIENT, Event())
    assert prepared.findings == again.findings
    assert analysis.result == here.analyze(here.deidentify_all(again, "tester", NOW), Event()).result
    assert cited == Bootstrap().check_citations().report(text.text)


def test_where_no_child_can_be_started_letters_stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Bootstrap().governed.long_letters()
    monkeypatch.setattr(child, "command", lambda *_: ["/nowhere/to/be/found"])
    with pytest.raises(LongLetterStopped):
        made.take_all(Event())
    assert not made.takes(LETTER)


def test_the_child_finds_removes_and_reads_the_same(
    here: Workbench, elsewhere: LongLetters, prepared: Preparation
) -> None:
    assert elsewhere.find(LONG, Level.MODERATE, CLIENT, Event()) == prepared.findings
    decisions = here.accept_all(prepared, "tester", NOW)
    text = here.deidentify(prepared, decisions)
    assert SURNAME not in text.text
    assert elsewhere.redact(LONG, Level.MODERATE, CLIENT, prepared.findings, decisions, Event()) == (text, 0)
    analyzed, expected = elsewhere.analyze(text, (), Event()), here.analyze(text, Event())
    assert analyzed.result == expected.result
    assert (analyzed.engine, analyzed.version) == (expected.engine, expected.engine_version)


def test_the_child_finds_the_same_citations(elsewhere: LongLetters) -> None:
    checker = Bootstrap().governed.citation_checker()
    text = LONG + "See 38 C.F.R. § 3.303; Smith v. Jones, 99 Vet. App. 12 (1987)."
    report = checker.report(text)
    assert len(report.citations) == 2
    assert CheckCitations(lambda: checker, elsewhere, lambda: datetime.now(UTC)).report(text) == report
    assert children() != []


def test_a_name_that_is_left_is_counted(here: Workbench, elsewhere: LongLetters, prepared: Preparation) -> None:
    decisions = here.accept_all(prepared, "tester", NOW)
    client = ClientFields(names=("Cedar Hollow",))  # known only after the findings were made
    _, left = elsewhere.redact(LONG, Level.MODERATE, client, prepared.findings, decisions, Event())
    assert left == 1


def test_a_failure_arrives_with_its_numbers(elsewhere: LongLetters, prepared: Preparation) -> None:
    with pytest.raises(ReviewIncomplete) as caught:
        elsewhere.redact(LONG, Level.MODERATE, CLIENT, prepared.findings, (), Event())
    assert caught.value.numbers == {"left": len(prepared.findings)}


def test_a_bug_in_the_child_tells_nothing_of_the_letter() -> None:
    line = answer(b'{"work": "find", "phi_text": "Zephyrine Quackenbosch"}\n')
    assert b"Quackenbosch" not in line
    with pytest.raises(NexusError) as caught:
        payload(line)
    assert caught.value.code == "internal.unexpected"


def test_nonsense_is_not_believed() -> None:
    for line in (b"{}\n", b"hello\n", b'{"error": "letter.empty", "numbers": {"x": 1}}\n', b"[[[["):
        with pytest.raises(NexusError):
            payload(line)


def test_cancelling_ends_the_child_at_once() -> None:
    letters, cancelled = Bootstrap().governed.long_letters(), Event()
    caught: list[BaseException] = []

    def work() -> None:
        try:
            letters.find(LONG * 40, Level.MODERATE, CLIENT, cancelled)
        except Cancelled as error:
            caught.append(error)

    before = len(children())
    thread = Thread(target=work)
    thread.start()
    while len(children()) == before:
        thread.join(0.01)
    cancelled.set()
    thread.join(10)
    assert len(caught) == 1
    assert len(children()) == before


def test_a_child_that_was_killed_is_told_and_replaced(elsewhere: LongLetters, prepared: Preparation) -> None:
    elsewhere.find(LONG, Level.MODERATE, CLIENT, Event())
    gone = children()
    caught: list[BaseException] = []

    def work() -> None:
        with contextlib.suppress(LongLetterStopped):
            elsewhere.find(LONG * 40, Level.MODERATE, CLIENT, Event())
            return
        caught.append(LongLetterStopped())

    thread = Thread(target=work)
    thread.start()
    thread.join(0.2)  # it is at work now, for some seconds
    for one in gone:
        one.kill()
    thread.join(10)
    assert len(caught) == 1
    assert elsewhere.find(LONG, Level.MODERATE, CLIENT, Event()) == prepared.findings


def test_closing_leaves_no_process() -> None:
    letters = Bootstrap().governed.long_letters()
    before = len(children())
    letters.find(LONG, Level.MODERATE, CLIENT, Event())
    assert len(children()) == before + 1
    letters.close()
    assert len(children()) == before


def test_the_child_has_no_letter_on_its_command_line_and_no_key_in_its_environment(
    elsewhere: LongLetters, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEXUS_SECRET", "key")
    elsewhere.close()
    elsewhere.find(LONG, Level.MODERATE, CLIENT, Event())
    (one,) = children()
    assert SURNAME not in " ".join(one.cmdline())
    assert "NEXUS_SECRET" not in one.environ()
