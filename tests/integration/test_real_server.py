"""The whole path against a real OpenAI-compatible server with a real model, where llama.cpp is installed.

The model's weights are made up: its answers have the form that was asked for, and nothing in them is true. So nothing
of them may be shown.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from nexus_desktop.models import errors
from nexus_desktop.models.service_models import AnswerForm, ServiceProfile
from nexus_desktop.services.analyze_letter import Outcome
from tests.data.builders.tiny_model import NEEDS, real_server
from tests.integration.service_desk import ServiceDesk, quiet, service_desk

MISSING = [name for name in NEEDS if find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"no real server here: pip install {' '.join(MISSING)}")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with real_server() as at:
        yield at


@pytest.fixture
def desk() -> Iterator[ServiceDesk]:
    with service_desk() as opened:
        yield opened


def profile(address: str, **more: object) -> ServiceProfile:
    data = {
        "id": "tiny", "title": "Tiny", "kind": "compatible", "address": address, "model": "tiny", "needs_key": False,
        "proxy": "none", "answer_tokens": 500, "first_byte_seconds": 600, "total_seconds": 900,
    }  # fmt: skip
    return ServiceProfile.model_validate(data | more)


def ask(desk: ServiceDesk, one: ServiceProfile) -> Outcome:
    desk.app.profiles.save(one)
    desk.app.profiles.choose(one.id)
    desk.app.profiles.work_offline(offline=False)
    return desk.analyze()


def test_the_connection_test_finds_the_model(desk: ServiceDesk, address: str) -> None:
    desk.app.profiles.save(profile(address))
    desk.app.profiles.work_offline(offline=False)
    report = desk.app.profiles.test(profile(address), quiet, threading.Event())
    assert (report.works, report.models) == (True, ("tiny",))


def test_an_answer_of_the_right_form_in_which_nothing_is_true_is_not_shown(desk: ServiceDesk, address: str) -> None:
    outcome = ask(desk, profile(address, form=AnswerForm.SCHEMA, answer_tokens=6000))
    assert isinstance(outcome.fallback, errors.ServiceAnswerUnusable)
    assert outcome.sent
    record = outcome.record
    assert record.engine == "embedded-rubric"
    assert all(evidence.quote in record.letter.text for evidence in record.result.all_evidence())
    (used, *_) = desk.app.usage.lines()
    assert used.tokens_in > 2000


@pytest.mark.parametrize("form", [AnswerForm.JSON, AnswerForm.TEXT])
def test_without_a_schema_it_is_gibberish_or_cut_short_and_said_to_be(
    desk: ServiceDesk, address: str, form: AnswerForm
) -> None:
    outcome = ask(desk, profile(address, form=form))
    assert isinstance(outcome.fallback, errors.ServiceAnswerUnusable | errors.ServiceCutShort)
    assert outcome.record.engine == "embedded-rubric"


def test_a_real_server_is_left_when_its_time_is_up_and_when_cancelled(desk: ServiceDesk, address: str) -> None:
    outcome = ask(desk, profile(address, total_seconds=1))
    assert isinstance(outcome.fallback, errors.ServiceTooSlow)
    cancelled = threading.Event()
    preparation, decisions, draft = desk.drafted()
    approval = desk.app.by_service.service.approve(draft)
    threading.Timer(0.3, cancelled.set).start()
    with pytest.raises(errors.Cancelled):
        desk.app.by_service.analyze(preparation, decisions, draft, approval, quiet, cancelled)
