"""Words of a scan that were hard to read never carry a finding alone, and never a strong letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.analysis_models import Action, Certainty, Grade, NexusAnalysisResult
from nexus_desktop.models.letter_models import ClientFields, DeidentifiedText, Letter, Level, UnsureWord
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.runtime import paths
from nexus_desktop.services.application import Application
from nexus_desktop.services.scanned_words import ITEM_NOTE, lowered
from nexus_desktop.services.workbench import Preparation, Workbench
from tests.letters import NAME
from tests.unit.services.stores import quiet
from tests.unit.storage.stores import NOON as NOW

Sure = tuple[Letter, DeidentifiedText, NexusAnalysisResult]
SAMPLE = paths.resource("samples/nexus-letter.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def workbench() -> Workbench:
    return Bootstrap().workbench()


@pytest.fixture(scope="module")
def sure(workbench: Workbench) -> Sure:
    """The sample letter as read without any doubt."""
    letter = workbench.read_pasted(SAMPLE)
    preparation = workbench.prepare(letter, Level.MODERATE, ClientFields(), Event())
    text = workbench.deidentify(preparation, workbench.accept_all(preparation, "test", NOW), Event())
    return letter, text, workbench.analyze(text, Event()).result


def unsure(letter: Letter, start: int, end: int) -> Letter:
    """The letter with every word of a span hard to read."""
    words = [found.span() for found in re.finditer(r"\S+", letter.phi_text[start:end])]
    return replace(letter, unsure=tuple(UnsureWord(start + at, start + after, 0.4) for at, after in words))


def met(result: NexusAnalysisResult) -> list[str]:
    items = [item for part in result.components for item in part.items]
    return [item.id.value for item in items if item.grade is Grade.FULL and item.evidence]


def test_a_letter_that_was_read_surely_is_as_it_was(workbench: Workbench, sure: Sure) -> None:
    letter, text, result = sure
    assert workbench.analyze(text, Event(), (), letter).result == result
    name = next(one for one in text.replacements)
    only_a_name = unsure(letter, name.start, name.end)
    assert only_a_name.unsure
    assert workbench.analyze(text, Event(), (), only_a_name).result == result


def test_a_finding_on_hard_words_alone_is_not_met_in_full(workbench: Workbench, sure: Sure) -> None:
    letter, text, result = sure
    for wanted in met(result):
        item = next(one for part in result.components for one in part.items if one.id == wanted)
        spans = [text.to_original(one.start, one.end) for one in item.evidence]
        words = tuple(word for span in spans for word in unsure(letter, *span).unsure)
        scan = replace(letter, unsure=tuple(sorted(words, key=lambda one: one.start)))
        after = workbench.analyze(text, Event(), (), scan).result
        same = next(one for part in after.components for one in part.items if one.id == wanted)
        assert same.grade is Grade.PARTIAL
        assert same.certainty is Certainty.LOW
        assert ITEM_NOTE in same.reason
        assert after.overall_score <= result.overall_score
        assert after.confidence < result.confidence
        assert after.compliance.strength is not Strength.STRONG
        assert any(wanted in warning for warning in after.warnings)


def test_a_second_quote_that_was_read_surely_carries_a_finding(workbench: Workbench, sure: Sure) -> None:
    letter, text, result = sure
    items = [one for part in result.components for one in part.items]
    item = next(one for one in items if one.grade is Grade.FULL and len(one.evidence) > 1)
    first, second = (text.to_original(one.start, one.end) for one in item.evidence[:2])
    assert first[1] <= second[0] or second[1] <= first[0]
    after = workbench.analyze(text, Event(), (), unsure(letter, *first)).result
    assert next(one for part in after.components for one in part.items if one.id is item.id).grade is Grade.FULL


def test_one_hard_word_in_the_opinion_keeps_a_letter_from_strong(workbench: Workbench, sure: Sure) -> None:
    letter, text, result = sure
    governing = result.opinion.governing
    assert governing is not None
    assert result.compliance.strength is Strength.STRONG
    start, end = text.to_original(governing.evidence.start, governing.evidence.end)
    at = letter.phi_text.index("likely", start, end)
    after = workbench.analyze(text, Event(), (), unsure(letter, at, at + len("likely"))).result
    assert after.opinion.governing is not None
    assert after.opinion.governing.certainty is Certainty.LOW
    assert after.compliance.strength is Strength.MODERATE
    assert after.compliance.action is Action.ASK_DOCTOR
    assert "the opinion itself" in after.warnings[-1]


def test_nothing_is_ever_raised(workbench: Workbench, sure: Sure) -> None:
    letter, text, result = sure
    bands = Bootstrap().governed.rubric.bands
    everything = unsure(letter, 0, len(letter.phi_text))
    after = lowered(result, text, everything, bands)
    assert met(after) == []
    assert after.overall_score < result.overall_score
    assert after.compliance.strength.rank < result.compliance.strength.rank
    assert after.compliance.gates == result.compliance.gates


@pytest.fixture
def application() -> Iterator[Application]:
    made = Bootstrap().open_throwaway()
    yield made
    made.close()


def test_what_is_kept_of_a_scan_is_the_lowered_result(application: Application) -> None:
    letters = application.letters
    preparation: Preparation = letters.open_text(SAMPLE + NAME, Level.MODERATE, ClientFields(), quiet, Event())
    scan = unsure(preparation.letter, 0, len(SAMPLE))
    preparation = replace(preparation, letter=scan)
    record = letters.analyze(preparation, letters.accept_all(preparation, "test"), quiet, Event()).record
    kept = application.letters.show(record.id)
    assert kept.result.compliance.strength is not Strength.STRONG
    assert "Compare them with the page." in kept.result.warnings[-1]
