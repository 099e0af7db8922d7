"""Prompts on a real store with a real server: what is recorded of each analysis, tests of versions, comparisons."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from nexus_desktop.models import errors
from nexus_desktop.models.analysis_models import Grade
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.prompt_models import ANALYSIS
from nexus_desktop.models.prompt_test_models import TestSuite
from nexus_desktop.models.retention_models import PurgeCause, PurgeScope
from nexus_desktop.services.prompt_review import PromptLine
from nexus_desktop.services.prompt_tests import CANCELLED, OFFLINE, REACHED_CAP
from nexus_desktop.services.usage import UsageLedger
from tests.data.builders.damaged_answers import dumped
from tests.integration.service_desk import LETTER, ServiceDesk, answer_about, letter_sent, quiet, service_desk
from tests.letters import LETTER as LETTER_WITH_NAMES
from tests.letters import SURNAME

WHY = "Asks for shorter reasons."


@pytest.fixture
def desk() -> Iterator[ServiceDesk]:
    with service_desk() as opened:
        yield opened


def drafted(desk: ServiceDesk, words: str = "Be brief.") -> PromptLine:
    review = desk.app.prompts.review
    draft = review.begin(ANALYSIS, "1.0.0", "Ann Lee", WHY)
    return review.save(ANALYSIS, draft.version, draft.content.system + words + "\n", draft.content.user)


def suite(desk: ServiceDesk, *ids: str) -> TestSuite:
    """Some letters of the starter suite."""
    whole = desk.app.prompts.tests.starter()
    return whole.model_copy(update={"cases": tuple(one for one in whole.cases if one.id in ids)})


def of_the_suite(body: dict[str, Any]) -> str:
    """A service that reads every letter as favorable."""
    return dumped(answer_about(letter_sent(body)))


# --- what is recorded ------------------------------------------------------------------------------------


def test_every_analysis_says_which_words_were_asked_and_shows_them_again(desk: ServiceDesk) -> None:
    desk.use("ok", usd_in=2.0, usd_out=8.0)
    outcome = desk.analyze(LETTER_WITH_NAMES)
    (seen,) = desk.server.log
    body = json.loads(seen.body)
    shown = desk.app.prompts.asked.show(outcome.record.id)
    assert [{"role": role, "content": text} for role, text in shown.messages] == body["messages"]
    assert SURNAME not in str(shown.messages)
    asked = shown.asked
    in_force = desk.app.prompts.review.book.in_force(ANALYSIS)
    assert in_force is not None
    assert (asked.prompt_id, asked.version, asked.version_sha256) == (ANALYSIS, "1.0.0", in_force.sha256)
    assert (asked.model_asked, asked.model) == ("m", "m-2026")
    assert asked.parameters["max_tokens"] == 6000
    assert asked.parameters["response_format"] == "nexus_answer_1"
    assert "messages" not in asked.parameters
    assert asked.tokens_in is not None
    assert asked.tokens_out is not None
    assert asked.usd == pytest.approx((2 * asked.tokens_in + 8 * asked.tokens_out) / 1e6, abs=1e-6)
    assert asked.quotes[0] == asked.quotes[1] > 0


def test_an_analysis_by_the_engine_used_no_prompt(desk: ServiceDesk) -> None:
    preparation, decisions = desk.prepared()
    outcome = desk.app.letters.analyze(preparation, decisions, quiet, threading.Event())
    with pytest.raises(errors.RecordNotFound):
        desk.app.prompts.asked.show(outcome.record.id)
    assert desk.app.prompts.figures.effectiveness(ANALYSIS) == []


def test_the_words_that_asked_again_are_recorded_with_their_version(desk: ServiceDesk) -> None:
    desk.use("ok")
    answers: list[str] = []

    def answer(body: dict[str, Any]) -> str:
        letter = letter_sent(body)
        broken = answer_about(letter)
        if not answers:
            broken["opinion"]["polarity"] = "rather favorable"
        answers.append(letter)
        return dumped(broken)

    desk.server.answer = answer
    outcome = desk.analyze()
    shown = desk.app.prompts.asked.show(outcome.record.id)
    sent = json.loads(desk.server.log[-1].body)["messages"]
    assert len(sent) == 3
    assert [text for _, text in shown.messages] == [one["content"] for one in sent]
    assert shown.asked.again_version == "nexus-again 1.0.0"
    assert shown.asked.asked_twice
    assert "opinion.polarity" in shown.asked.again
    (effect,) = desk.app.prompts.figures.effectiveness(ANALYSIS)
    assert (effect.repaired.hits, effect.repaired.of) == (1, 1)
    assert effect.models == ("m-2026",)


def test_what_the_attorney_grades_otherwise_is_counted_until_it_is_taken_back(desk: ServiceDesk) -> None:
    desk.use("ok")
    record, figures, views = desk.analyze().record, desk.app.prompts.figures, desk.app.overrides
    assert [effect.corrected.hits for effect in figures.effectiveness(ANALYSIS)] == [0]
    item = record.result.form.items[0]
    other = next(grade for grade in Grade if grade is not item.grade)
    for reason in ("It says so on page two.", "It says so on page three."):
        views.disagree(record.id, item.id, other, reason, ClientFields())
    (effect,) = figures.effectiveness(ANALYSIS)
    assert (effect.corrected.hits, effect.corrected.of) == (1, 1)
    views.take_back(record.id, item.id)
    assert [effect.corrected.hits for effect in figures.effectiveness(ANALYSIS)] == [0]


def test_an_approved_version_of_the_firm_is_what_is_sent(desk: ServiceDesk) -> None:
    desk.use("ok")
    draft = drafted(desk)
    desk.analyze()
    desk.app.prompts.review.approve(ANALYSIS, draft.version, "Ann Lee", WHY)
    outcome = desk.analyze(LETTER.replace("left", "right"))
    systems = [json.loads(seen.body)["messages"][0]["content"] for seen in desk.server.log]
    assert ["Be brief." in text for text in systems] == [False, True]
    assert outcome.record.prompt_version == f"{ANALYSIS} {draft.version}"
    assert desk.audit("Text sent to a service")[0]["prompt version"] == draft.version


def test_what_was_asked_goes_with_the_analysis_when_it_is_deleted(desk: ServiceDesk) -> None:
    desk.use("ok")
    outcome = desk.analyze()
    desk.app.matters.create("2026-1")
    desk.app.matters.assign(outcome.record.id, "2026-1")
    retention = desk.app.retention
    plan = retention.plan(PurgeScope(PurgeCause.MATTER, "2026-1"))
    retention.purge(plan, quiet, threading.Event())
    assert desk.app.prompts.figures.effectiveness(ANALYSIS) == []


# --- tests of versions -----------------------------------------------------------------------------------


def test_the_starter_suite_runs_on_this_machine_without_a_prompt(desk: ServiceDesk) -> None:
    tests = desk.app.prompts.tests
    whole = tests.starter()
    assert len(whole.cases) >= 8
    told: list[str] = []
    run = tests.run(whole, None, 0.0, "Ann Lee", lambda words, _done: told.append(words), threading.Event())
    assert [one.case_id for one in run.results if not one.passed] == []
    assert (run.engine, run.version, run.stopped) == (OFFLINE, "", "")
    assert len(told) == len(whole.cases)
    assert desk.server.log == []
    assert tests.runs(ANALYSIS)[0] == run


def test_a_draft_is_tested_by_the_service_and_its_faults_are_named(desk: ServiceDesk) -> None:
    desk.use("ok", usd_in=2.0, usd_out=8.0)
    desk.server.answer = of_the_suite
    draft = drafted(desk)
    some = suite(desk, "direct-reasoned", "secondary")
    tests = desk.app.prompts.tests
    estimate = tests.estimate(some, draft.content, threading.Event())
    assert (estimate.cases, estimate.host) == (2, f"127.0.0.1:{desk.server.port}")
    assert estimate.usd is not None
    assert desk.server.log == []
    run = tests.run(some, draft.content, 5.0, "Ann Lee", quiet, threading.Event())
    assert all("Be brief." in json.loads(seen.body)["messages"][0]["content"] for seen in desk.server.log)
    assert len(run.results) == 2
    assert run.results[0].held >= 1
    assert run.usd is not None
    assert 0 < run.usd <= 2 * estimate.usd
    assert tests.tested(ANALYSIS, draft.content) == run
    assert desk.audit("Text sent to a service")[0]["reviewed by"] == "Ann Lee"
    in_force = desk.app.prompts.review.book.in_force(ANALYSIS)
    assert in_force is not None
    assert in_force.version == "1.0.0"


def test_a_run_stops_before_the_cap_and_is_kept_as_far_as_it_came(desk: ServiceDesk) -> None:
    desk.use("ok", usd_in=10.0, usd_out=100.0)
    desk.server.answer = of_the_suite
    content, tests = drafted(desk).content, desk.app.prompts.tests
    some = suite(desk, "direct-reasoned", "secondary", "unsigned")
    estimate = tests.estimate(some, content, threading.Event())
    assert estimate.usd is not None
    one_letter = 2 * estimate.usd / 3
    with pytest.raises(errors.PromptCapTooLow):
        tests.run(some, content, one_letter / 2, "Ann Lee", quiet, threading.Event())
    assert desk.server.log == []
    run = tests.run(some, content, one_letter * 1.02, "Ann Lee", quiet, threading.Event())
    assert run.stopped == REACHED_CAP
    assert len(run.results) == len(desk.server.log) == 1
    assert tests.tested(ANALYSIS, content) is None
    assert tests.runs(ANALYSIS) == [run]


def test_a_price_that_nobody_knows_cannot_be_capped(desk: ServiceDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.use("ok")
    monkeypatch.setattr(UsageLedger, "most", lambda _ledger, _draft: None)
    some = suite(desk, "unsigned")
    with pytest.raises(errors.ServicePriceUnknown):
        desk.app.prompts.tests.run(some, drafted(desk).content, 5.0, "Ann Lee", quiet, threading.Event())
    assert desk.server.log == []


def test_a_run_can_be_cancelled_between_two_letters(desk: ServiceDesk) -> None:
    desk.use("ok")
    desk.server.answer = of_the_suite
    flag = threading.Event()

    def watch(words: str, _done: float) -> None:
        if words.startswith("Test letter 2"):
            flag.set()

    some = suite(desk, "direct-reasoned", "secondary", "unsigned")
    run = desk.app.prompts.tests.run(some, drafted(desk).content, 5.0, "Ann Lee", watch, flag)
    assert (run.stopped, len(run.results)) == (CANCELLED, 1)


def test_a_letter_that_names_somebody_is_not_run(desk: ServiceDesk) -> None:
    desk.use("ok")
    some = suite(desk, "unsigned")
    named = some.cases[0].model_copy(update={"letter": LETTER_WITH_NAMES})
    spoilt = some.model_copy(update={"cases": (*some.cases, named.model_copy(update={"id": "named"}))})
    for act in (
        lambda: desk.app.prompts.tests.estimate(spoilt, drafted(desk).content, threading.Event()),
        lambda: desk.app.prompts.tests.run(spoilt, None, 0.0, "Ann Lee", quiet, threading.Event()),
    ):
        with pytest.raises(errors.PromptSuiteInvalid):
            act()
    assert desk.server.log == []


def test_a_letter_that_fails_is_a_result_and_the_next_one_goes_on(desk: ServiceDesk) -> None:
    desk.use("ok")
    counts: list[int] = []

    def answer(body: dict[str, Any]) -> str:
        counts.append(1)
        return "no answer at all" if len(counts) <= 2 else of_the_suite(body)

    desk.server.answer = answer
    some = suite(desk, "direct-reasoned", "secondary")
    run = desk.app.prompts.tests.run(some, drafted(desk).content, 5.0, "Ann Lee", quiet, threading.Event())
    assert run.results[0].problem.startswith("service.")
    assert not run.results[0].passed
    assert run.results[1].problem == ""


# --- comparisons -----------------------------------------------------------------------------------------


def test_two_runs_of_the_same_letters_are_compared_pair_by_pair(desk: ServiceDesk) -> None:
    desk.use("ok")
    desk.server.answer = of_the_suite
    tests, figures = desk.app.prompts.tests, desk.app.prompts.figures
    some = suite(desk, "direct-reasoned", "secondary", "unsigned")
    first = tests.run(some, drafted(desk).content, 5.0, "Ann Lee", quiet, threading.Event())
    offline = tests.run(some, None, 0.0, "Ann Lee", quiet, threading.Event())
    result = figures.on_tests(first, offline, planned=60)
    assert result.passes.letters == 3
    assert result.sentence.startswith("No difference is shown yet: 3 of 60 letters")
    assert result.mean is not None
    assert result.interval is not None
    assert result.interval[0] <= result.mean <= result.interval[1]
    other = tests.run(suite(desk, "unsigned"), None, 0.0, "Ann Lee", quiet, threading.Event())
    with pytest.raises(errors.PromptComparisonPointless):
        figures.on_tests(first, other)


def test_letters_that_both_versions_read_are_pairs(desk: ServiceDesk) -> None:
    desk.use("ok")
    figures, draft = desk.app.prompts.figures, drafted(desk)
    desk.app.prompts.review.propose(ANALYSIS, draft.version, "Ann Lee", WHY)
    desk.analyze()
    one = figures.begin(ANALYSIS, draft.version, 100, 60, "Ann Lee", WHY)
    desk.analyze()
    desk.analyze(LETTER.replace("left", "right"))
    assert figures.letters_in(one) == {"1.0.0": 0, draft.version: 2}
    paired = figures.on_letters(ANALYSIS, "1.0.0", draft.version, planned=60)
    assert paired.passes.letters == 1
    assert "1 of 60 letters" in paired.sentence
    counts = {effect.version: effect.letters for effect in figures.effectiveness(ANALYSIS)}
    assert counts == {"1.0.0": 1, draft.version: 2}
    assert all(
        0 <= effect.valid.interval[0] <= effect.valid.interval[1] <= 1 for effect in figures.effectiveness(ANALYSIS)
    )
