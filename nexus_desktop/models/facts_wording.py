"""Derived facts as sentences: for a screen, a report, the command line and a prompt."""

from __future__ import annotations

from nexus_desktop.models.certainty import Certainty
from nexus_desktop.models.derived_facts import Answer, DerivedFacts, EventKind, Gap, PlaceKind, Presumption

EVENT: dict[EventKind, str] = {
    EventKind.BIRTH: "birth",
    EventKind.ENTRY: "entry into service",
    EventKind.EVENT: "event in service",
    EventKind.SEPARATION: "separation from service",
    EventKind.ONSET: "onset",
    EventKind.FIRST_RECORD: "first record",
    EventKind.DIAGNOSIS: "diagnosis",
}
LIST: dict[Presumption, str] = {
    Presumption.HERBICIDE: "herbicide",
    Presumption.BURN_PIT: "burn-pit",
    Presumption.GULF_WAR: "Gulf War",
    Presumption.BASE_WATER: "contaminated-water",
    Presumption.RADIATION: "radiation",
}
PLACE: dict[PlaceKind, str] = {PlaceKind.COUNTRY: "a country or waters", PlaceKind.SITE: "a site"}
SURE: dict[Certainty, str] = {Certainty.HIGH: "", Certainty.FAIR: ", fairly sure", Certainty.LOW: ", not sure"}
PERIOD: dict[Answer, str] = {
    Answer.YES: "in its period",
    Answer.NO: "outside of its period",
    Answer.UNKNOWN: "whether in its period is not known",
}


def facts_in_words(facts: DerivedFacts) -> tuple[str, ...]:
    """One sentence a fact, each with the tags it came from."""
    told = []
    if facts.order:
        steps: dict[int, list[str]] = {}
        for one in facts.order:
            steps.setdefault(one.step, []).append(EVENT[one.kind] + _tags(one.tags))
        together = [" about the same time as ".join(kinds) for _, kinds in sorted(steps.items())]
        told.append(f"Order of events: {'; then '.join(together)}.")
    told += [_gap(one) for one in facts.gaps]
    if facts.age_at_onset is not None:
        age = facts.age_at_onset
        told.append(f"Age at onset: {_range(age.least, age.most)}{_behind(age.certainty, age.tags)}.")
    if facts.within_one_year is not None:
        year = facts.within_one_year
        told.append(
            f"In service or within one year of separation: {year.answer.value}{_behind(year.certainty, year.tags)}."
        )
    told += [
        f"Service at {PLACE[one.place]} on the {LIST[one.presumption]} list, {PERIOD[one.in_period]}"
        f"{_behind(one.certainty, one.tags)}."
        for one in facts.exposures
    ]
    return tuple(told)


def _gap(one: Gap) -> str:
    months = _range(one.least, one.most)
    unit = "month" if months == "1" else "months"
    return f"From {EVENT[one.earlier]} to {EVENT[one.later]}: {months} {unit}{_behind(one.certainty, one.tags)}."


def _range(least: int, most: int) -> str:
    return str(least) if least == most else f"{least} to {most}"


def _behind(certainty: Certainty, tags: tuple[str, ...]) -> str:
    return SURE[certainty] + _tags(tags)


def _tags(tags: tuple[str, ...]) -> str:
    return f" {' '.join(tags)}" if tags else ""
