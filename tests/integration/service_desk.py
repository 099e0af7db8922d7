"""A whole program on an encrypted throwaway store, with a service on loopback; the waits of retries are recorded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.letter_models import ClientFields, Decision, Level
from nexus_desktop.models.ports import CancelFlag
from nexus_desktop.models.service_models import Draft, ResilienceRules, ServiceProfile
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.services.ai_retry import Retries
from nexus_desktop.services.analyze_letter import Outcome
from nexus_desktop.services.application import Application
from nexus_desktop.services.workbench import Preparation
from tests.data.builders.damaged_answers import base, dumped
from tests.data.builders.fault_server import FaultServer, running

KEY = "sk-desk-test-0123456789"
LETTER = """March 18, 2026

I am an orthopedic surgeon and have treated the veteran since 2019. I reviewed the claims file and the service treatment
records. In February 1999 she tore the anterior cruciate ligament of her left knee on an obstacle course. Standing films
show osteoarthritis of the left knee.

In my opinion it is at least as likely as not (50 percent or greater probability) that the veteran's left knee
osteoarthritis was caused by the ligament injury in service. A torn ligament lets the joint shift with every step, the
cartilage wears, and she has had no other injury to this knee.

/s/ [PROVIDER], MD
"""


REASONED = LETTER.replace(
    "cartilage wears, and she has had no other injury to this knee.",
    "cartilage wears away over the years, which is\nhow the osteoarthritis seen on her films came about; "
    "she has had no other injury to this knee, and her weight is normal.",
)
"""The same with reasons: no gate holds it."""


def quiet(_phrase: str, _done: float) -> None:
    """Progress that nobody watches."""


def letter_sent(body: dict[str, Any]) -> str:
    """The letter between the fences of a request."""
    user = body["messages"][1]["content"]
    fence = user[user.index("<<<") : user.index(">>>") + 3]
    return str(user.split(f"\n{fence}\n")[1])


def answer_about(letter: str, **changed: Any) -> dict[str, Any]:
    """A sound answer about a letter, with quotes that stand in it."""
    answer = base(second=False, seed=5)
    sentences = [" ".join(s.split()) for s in letter.replace("\n", " ").split(". ") if len(s.split()) > 6]
    opinion = next(s for s in sentences if "likely as not" in s)
    for number, part in enumerate(answer["items"].values()):
        part["level"] = "partial" if number % 4 == 3 else "full"
        part["quotes"] = [sentences[number % len(sentences)].strip()]
        part["reason"] = "The quoted words say so."
    answer["items"]["MR6"] = {"level": "not_applicable", "quotes": [], "reason": None}
    answer["items"]["MR7"] = {"level": "none", "quotes": [], "reason": "No study is named."}
    answer["opinion"]["quote"] = opinion.strip()
    return answer | changed


def good(body: dict[str, Any]) -> str:
    """What an honest service writes."""
    return dumped(answer_about(letter_sent(body)))


@dataclass
class ServiceDesk:
    """The program, the service, and what was waited for."""

    app: Application
    server: FaultServer
    waits: list[float]

    def use(self, scenario: str, **more: Any) -> ServiceProfile:
        """Set up and choose the service at a scenario, and go online."""
        data = {
            "id": "test", "title": "Test service", "kind": "compatible", "address": self.server.url(scenario),
            "model": "m", "needs_key": True, "proxy": "none", "first_byte_seconds": 5, "total_seconds": 60,
        }  # fmt: skip
        profile = ServiceProfile.model_validate(data | more)
        self.app.profiles.save(profile)
        self.app.profiles.put_key(profile.id, KEY)
        self.app.profiles.choose(profile.id)
        self.app.profiles.work_offline(offline=False)
        return profile

    def prepared(self, text: str = LETTER) -> tuple[Preparation, tuple[Decision, ...]]:
        letters = self.app.letters
        preparation = letters.open_text(text, Level.MODERATE, ClientFields(), quiet, Event())
        return preparation, letters.accept_all(preparation, "tester")

    def drafted(self, text: str = LETTER) -> tuple[Preparation, tuple[Decision, ...], Draft]:
        preparation, decisions = self.prepared(text)
        return preparation, decisions, self.app.by_service.draft(preparation, decisions, Event())

    def analyze(self, text: str = LETTER, cancelled: CancelFlag | None = None) -> Outcome:
        """A letter through everything, as an attorney who reviews and approves."""
        preparation, decisions, draft = self.drafted(text)
        approval = self.app.by_service.service.approve(draft)
        return self.app.by_service.analyze(preparation, decisions, draft, approval, quiet, cancelled or Event())

    def audit(self, act: str) -> list[dict[str, str]]:
        """Entries of one kind, newest first, as name to value."""
        lines = [line for line in self.app.audit.page(1000) if line.act == act]
        return [dict(told.split(": ", 1) for told in line.told) for line in lines]


@contextmanager
def service_desk() -> Iterator[ServiceDesk]:
    waits: list[float] = []

    def waited(seconds: float, _cancelled: CancelFlag) -> None:
        waits.append(seconds)

    rules = config_files.load(paths.config_file("monitoring.yaml"), ResilienceRules)
    starter = Bootstrap()
    starter.retries = Retries(rules, waited, lambda: sum(waits))
    app = starter.open_throwaway()
    try:
        with running() as server:
            server.answer = good
            yield ServiceDesk(app, server, waits)
    finally:
        app.close()
