"""Derived facts on their way: from the letter to the engine, the kept result, the report and the command line."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.bootstrap.ground import now
from nexus_desktop.cli.words import result_lines
from nexus_desktop.models.analysis_models import NexusAnalysisResult
from nexus_desktop.models.facts_wording import facts_in_words
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.paper_models import ReportKind
from nexus_desktop.models.rubric_models import GateId, ItemId
from nexus_desktop.services.workbench import Workbench

PRESUMPTIVE = """Re: Veteran: Bertil Quandt

To Whom It May Concern:

I am a board certified pulmonologist and reviewed the claims file. Mr. Quandt was stationed at {place} in {year}. He
has chronic bronchitis, diagnosed by spirometry. Chronic bronchitis is on the list of presumptive conditions of the
PACT Act (38 U.S.C. § 1120).

In my opinion it is at least as likely as not that his chronic bronchitis is due to his exposure to burn pits.

/s/ Helen R. Vasquez-Thorne, MD
"""


@pytest.fixture
def workbench() -> Workbench:
    return Bootstrap().workbench()


def analyzed(workbench: Workbench, text: str, level: Level = Level.STRICT) -> NexusAnalysisResult:
    preparation = workbench.prepare(workbench.read_pasted(text), level, ClientFields(), Event())
    return workbench.analyze(workbench.deidentify_all(preparation, "a rule", now()), Event()).result


def points(result: NexusAnalysisResult, item: ItemId) -> int:
    return next(one.points for part in result.components for one in part.items if one.id is item)


def test_a_listed_base_counts_at_the_strict_level_though_its_name_is_gone(workbench: Workbench) -> None:
    strict = analyzed(workbench, PRESUMPTIVE.format(place="Joint Base Balad", year=2008))
    minimal = analyzed(workbench, PRESUMPTIVE.format(place="Joint Base Balad", year=2008), Level.MINIMAL)
    assert strict.facts.exposures
    assert GateId.G7 not in {gate.id for gate in strict.compliance.gates}
    assert points(strict, ItemId.SC2) == points(minimal, ItemId.SC2) >= 4


def test_a_listed_base_outside_of_its_period_does_not_stand_for_qualifying_service(workbench: Workbench) -> None:
    inside = analyzed(workbench, PRESUMPTIVE.format(place="Bagram", year=2008))
    outside = analyzed(workbench, PRESUMPTIVE.format(place="Bagram", year=1998))
    assert points(outside, ItemId.SC2) < points(inside, ItemId.SC2)
    reason = next(one.reason for part in outside.components for one in part.items if one.id is ItemId.SC2)
    assert "outside of the period" in reason


def test_a_diagnosis_before_the_event_is_pointed_out(workbench: Workbench) -> None:
    text = (
        "Mr. Quandt served on active duty in the Army from March 3, 1999 to June 30, 2004. Osteoarthritis of the left "
        "knee was diagnosed on May 2, 2000. On August 15, 2002 he fell in Iraq and injured his left knee. In my "
        "opinion it is at least as likely as not that his knee condition was caused by the injury in service."
    )
    (warned,) = [one for one in analyzed(workbench, text).warnings if "By its dates" in one]
    assert "the diagnosis lies 27 months before the event in service" in warned
    assert not [one for one in analyzed(workbench, text.replace("2000", "2003")).warnings if "By its dates" in one]


def test_facts_are_kept_with_the_result_and_shown(tmp_path: Path) -> None:
    application = Bootstrap().open_throwaway()
    letters = application.letters
    text = PRESUMPTIVE.format(place="Joint Base Balad", year=2008)
    preparation = letters.open_text(text, Level.STRICT, ClientFields(), lambda _phrase, _done: None, Event())
    outcome = letters.analyze(preparation, letters.accept_all(preparation, "a rule"), lambda *_: None, Event())
    kept = letters.show(outcome.record.id)
    assert kept.result.facts == outcome.record.result.facts
    sentences = facts_in_words(kept.result.facts)
    assert any("burn-pit list, in its period" in one for one in sentences)
    application.reports.export(kept.id, tmp_path / "report.html", ReportKind.HTML)
    application.reports.export(kept.id, tmp_path / "report.json", ReportKind.JSON)
    assert sentences[0] in (tmp_path / "report.html").read_text("utf-8")
    assert sentences[0] in "\n".join(result_lines(kept.result))
    assert "burn_pit" in json.dumps(json.loads((tmp_path / "report.json").read_text("utf-8")))
    application.close()
