"""Facts of a case as a person types them, a line for each, read into facts and written back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from nexus_desktop.models.case_models import Branch, CaseFacts, PartialDate, PriorDenial, ServicePeriod


class FormField(StrEnum):
    """The fields of the form."""

    SERVICE = "service"
    BORN = "born"
    SERVICE_CONNECTED = "service_connected"
    CLAIMED = "claimed"
    DENIALS = "denials"


HOW: dict[FormField, str] = {
    FormField.SERVICE: "One period a line: 1968-05 to 1970-02, or 2001 to now.",
    FormField.BORN: "A year, such as 1947, and at least 16 years before service.",
    FormField.SERVICE_CONNECTED: "One condition a line, with its side.",
    FormField.CLAIMED: "One condition a line, with its side.",
    FormField.DENIALS: "One denial a line: condition; date; reason given.",
}


@dataclass(frozen=True, slots=True)
class FactsText:
    """What stands in the form. Near PHI."""

    branches: tuple[Branch, ...] = ()
    service: str = ""
    born: str = ""
    service_connected: str = ""
    claimed: str = ""
    denials: str = ""

    def __repr__(self) -> str:
        return "FactsText(…)"


def written(facts: CaseFacts) -> FactsText:
    """Facts as they stand in the form."""
    return FactsText(
        branches=facts.branches,
        service="\n".join(f"{_date(one.start)} to {_date(one.end) if one.end else 'now'}" for one in facts.service),
        born="" if facts.born is None else str(facts.born),
        service_connected="\n".join(facts.service_connected),
        claimed="\n".join(facts.claimed),
        denials="\n".join(_denial(one) for one in facts.denials),
    )


def read(text: FactsText) -> tuple[CaseFacts, frozenset[FormField]]:
    """The facts of a form, and the fields that could not be read and are left out of them."""
    facts, wrong = CaseFacts(branch=text.branches), set[FormField]()
    readers: Iterable[tuple[FormField, Callable[[], Any]]] = (
        (FormField.SERVICE, lambda: tuple(map(_period, _lines(text.service)))),
        (FormField.BORN, lambda: int(text.born) if text.born.strip() else None),
        (FormField.SERVICE_CONNECTED, lambda: _lines(text.service_connected)),
        (FormField.CLAIMED, lambda: _lines(text.claimed)),
        (FormField.DENIALS, lambda: tuple(map(_denied, _lines(text.denials)))),
    )
    for field, reader in readers:
        try:
            facts = CaseFacts.model_validate({**_as_read(facts), field.value: reader()})
        except (ValidationError, ValueError):
            wrong.add(field)
    return facts, frozenset(wrong)


def sentence(wrong: Sequence[FormField]) -> str:
    """How a field that could not be read is to be written."""
    return " ".join(HOW[field] for field in FormField if field in wrong)


def _as_read(facts: CaseFacts) -> dict[str, Any]:
    return facts.model_dump(by_alias=True)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _period(line: str) -> ServicePeriod:
    start, _, end = line.lower().partition(" to ")
    last = None if end.strip() in ("now", "present", "today") else PartialDate.model_validate(end.strip() or start)
    return ServicePeriod.model_validate({"from": PartialDate.model_validate(start.strip()), "to": last})


def _denied(line: str) -> PriorDenial:
    condition, day, reason = (part.strip() for part in (line + ";;").split(";", 2))
    made = PriorDenial.model_validate({"condition": condition, "reason": reason.rstrip("; ")})
    return made if not day else made.model_copy(update={"on": PartialDate.model_validate(day)})


def _date(one: PartialDate) -> str:
    parts = [f"{one.year}"] + [f"{part:02}" for part in (one.month, one.day) if part is not None]
    return "-".join(parts)


def _denial(one: PriorDenial) -> str:
    return "; ".join([one.condition, _date(one.on) if one.on else "", one.reason]).rstrip("; ")
