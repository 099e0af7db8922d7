"""What dates and places say is kept, right to the month; the dates and places are not."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from nexus_desktop.models.certainty import Certainty
from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.derived_facts import Answer, DerivedFacts, EventKind, PlaceKind, Presumption
from nexus_desktop.models.exposure_models import ExposureSites
from nexus_desktop.models.facts_wording import facts_in_words
from nexus_desktop.models.letter_models import Decision, DeidentifiedText, Level
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.security.derived_dates import _parts, a_year_after, months_between
from nexus_desktop.security.phi_deidentifier import PhiDeidentifier

E = EventKind
ADAPTER = TypeAdapter(DerivedFacts)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
DEIDENTIFIER = PhiDeidentifier(config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy))
SERVICE = "He served on active duty in the Army from March 3, 1999 to June 30, 2004. "
LETTER = (
    "Re: Veteran: Bertil Quandt\nDate of birth: May 4, 1979\n\n"
    "Mr. Quandt served on active duty in the Army from March 3, 1999 to June 30, 2004.\n"
    "On August 15, 2002 he fell from a truck at Joint Base Balad in Iraq and injured his left knee.\n"
    "He was first seen for the knee on October 20, 2003. Osteoarthritis was diagnosed on January 10, 2012.\n"
)


def redacted(text: str, level: Level = Level.STRICT) -> DeidentifiedText:
    findings = DEIDENTIFIER.find(text, level)
    return DEIDENTIFIER.apply(text, level, findings, [Decision(one, True, "ann", NOW) for one in findings])


def derived(text: str, level: Level = Level.STRICT) -> DerivedFacts:
    return redacted(text, level).facts


def gap(facts: DerivedFacts, earlier: EventKind, later: EventKind) -> tuple[int, int] | None:
    found = facts.gap(earlier, later)
    return (found.least, found.most) if found is not None else None


def test_order_gaps_age_and_separation_of_a_whole_letter() -> None:
    text = redacted(LETTER)
    facts = text.facts
    assert [(one.step, one.kind) for one in facts.order] == [
        (1, E.ENTRY), (2, E.EVENT), (3, E.FIRST_RECORD), (4, E.SEPARATION), (5, E.DIAGNOSIS),
    ]  # fmt: skip
    assert gap(facts, E.EVENT, E.FIRST_RECORD) == (14, 14)
    assert gap(facts, E.EVENT, E.DIAGNOSIS) == (112, 112)
    assert gap(facts, E.SEPARATION, E.DIAGNOSIS) == (90, 90)
    assert facts.age_at_onset is not None
    assert (facts.age_at_onset.least, facts.age_at_onset.most) == (24, 24)
    assert facts.within_one_year is not None
    assert facts.within_one_year.answer is Answer.YES  # first record in service
    for fact in (*facts.order, *facts.gaps, *facts.exposures):
        assert fact.tags
        assert all(tag in text.text for tag in fact.tags)


def test_tags_are_those_of_the_text_without_the_year_that_may_stand_in_them() -> None:
    strict, moderate = redacted(LETTER, Level.STRICT), redacted(LETTER, Level.MODERATE)
    assert re.search(r"\[DATE \d, 2002\]", moderate.text)
    assert [one.tags for one in moderate.facts.gaps] == [one.tags for one in strict.facts.gaps]


def test_at_the_minimal_level_dates_stand_in_the_text_and_facts_have_no_tags() -> None:
    facts = derived(LETTER, Level.MINIMAL)
    assert gap(facts, E.EVENT, E.FIRST_RECORD) == (14, 14)
    assert all(one.tags == () for one in facts.gaps)


@pytest.mark.parametrize("level", list(Level))
def test_no_date_no_place_and_no_name_is_in_the_facts(level: Level) -> None:
    told = ADAPTER.dump_json(derived(LETTER, level)).decode() + " ".join(facts_in_words(derived(LETTER, level)))
    for word in ("Quandt", "Bertil", "Balad", "Iraq", "August", "Army", "knee"):
        assert word.casefold() not in told.casefold()
    assert not re.search(r"\b(?:19|20)\d\d\b|\d[-/.]\d", told)


@given(
    st.dates(date(1990, 1, 1), date(2010, 12, 28)),
    st.integers(min_value=0, max_value=4000),
    st.sampled_from(["%B {0}, %Y", "{0} %b %Y", "%m/%d/%Y", "{0} %B %Y", "%Y-%m-%d"]),
)
@settings(max_examples=120, deadline=None, derandomize=True)
def test_months_are_right_in_every_style(first: date, days: int, style: str) -> None:
    second = date.fromordinal(first.toordinal() + days)
    written = [one.strftime(style).format(one.day) for one in (first, second)]
    facts = derived(f"{SERVICE}\nSymptoms began on {written[0]}. Asthma was diagnosed on {written[1]}.\n")
    chosen = {one.kind for one in facts.order}
    assert {E.ONSET, E.DIAGNOSIS} <= chosen
    expected = 12 * (second.year - first.year) + second.month - first.month - (second.day < first.day)
    assert months_between((first.toordinal(),) * 2, (second.toordinal(),) * 2) == (expected, expected)
    separation = date(2004, 6, 30)
    found = gap(facts, E.SEPARATION, E.DIAGNOSIS)
    if second >= separation:
        months = 12 * (second.year - 2004) + second.month - 6 - (second.day < 30)
        assert found == (months, months)


@pytest.mark.parametrize(
    ("shown", "answer"),
    [
        ("Tinnitus began on June 29, 2005", Answer.YES),
        ("Tinnitus began on June 30, 2005", Answer.YES),
        ("Tinnitus began on July 1, 2005", Answer.NO),
        ("Tinnitus began in May 2003", Answer.YES),
        ("Tinnitus began in June 2005", Answer.YES),
        ("Tinnitus began in July 2005", Answer.NO),
        ("Tinnitus began in 2005", Answer.UNKNOWN),
        ("Tinnitus began in 2006", Answer.NO),
    ],
)
def test_within_one_year_is_said_only_where_the_dates_allow_it(shown: str, answer: Answer) -> None:
    facts = derived(f"{SERVICE}{shown}.")
    assert facts.within_one_year is not None
    assert facts.within_one_year.answer is answer


def test_years_alone_give_a_range_and_are_less_sure() -> None:
    facts = derived("He served in the Navy from 1997 to 2006. Hearing loss was first diagnosed in 2010.")
    assert gap(facts, E.SEPARATION, E.DIAGNOSIS) == (36, 59)
    assert all(one.certainty is not Certainty.HIGH for one in facts.gaps)


def test_two_dates_for_one_thing_are_less_sure() -> None:
    facts = derived(f"{SERVICE}Gout was diagnosed on May 2, 2009. Asthma was diagnosed on May 2, 2012.")
    found = facts.gap(E.SEPARATION, E.DIAGNOSIS)
    assert found is not None
    assert (found.least, found.certainty) == (58, Certainty.FAIR)


@pytest.mark.parametrize(
    "sentence",
    [
        "His brother was diagnosed on May 2, 2009.",
        "Asthma was not diagnosed on May 2, 2009.",
        "The rating decision denied the claim on May 2, 2009.",
        "I was board certified on May 2, 2009.",
        "Smith et al., J Sleep Med 2009;12:34-40, diagnosed apnea in forty men.",
        "He was injured in a car crash on May 2, 2009.",
    ],
)
def test_dates_of_others_and_of_other_things_are_left_alone(sentence: str) -> None:
    assert {one.kind for one in derived(SERVICE + sentence).order} <= {E.ENTRY, E.SEPARATION}


def test_a_great_age_is_left_out() -> None:
    old = "Date of birth: May 4, 1920\nDementia was diagnosed on June 1, 2010."
    assert derived(old).age_at_onset is None
    assert derived(old.replace("1920", "1921")).age_at_onset is not None


# --- places ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "presumption", "place", "period"),
    [
        ("He served in Vietnam from May 2, 1968 to May 1, 1969.", Presumption.HERBICIDE, PlaceKind.COUNTRY, Answer.YES),
        ("She was stationed at U-Tapao in 1970.", Presumption.HERBICIDE, PlaceKind.SITE, Answer.YES),
        ("He was stationed at Camp Lejeune in 1985.", Presumption.BASE_WATER, PlaceKind.SITE, Answer.YES),
        ("He was stationed at Camp Lejeune in 1995.", Presumption.BASE_WATER, PlaceKind.SITE, Answer.NO),
        ("He was stationed at Camp Lejeune.", Presumption.BASE_WATER, PlaceKind.SITE, Answer.UNKNOWN),
        ("Her unit deployed to Bagram in 2010.", Presumption.BURN_PIT, PlaceKind.SITE, Answer.YES),
        ("She deployed to Kuwait and Iraq in 2003.", Presumption.GULF_WAR, PlaceKind.COUNTRY, Answer.YES),
        ("HE WAS DEPLOYED TO KANDAHAR IN 2009.", Presumption.BURN_PIT, PlaceKind.SITE, Answer.YES),
    ],
)
def test_listed_places_are_known_with_list_kind_and_time(
    sentence: str, presumption: Presumption, place: PlaceKind, period: Answer
) -> None:
    found = {one.presumption: one for one in derived(f"History. {sentence}").exposures}
    assert presumption in found
    assert (found[presumption].place, found[presumption].in_period) == (place, period)


@pytest.mark.parametrize(
    "sentence",
    [
        "He never served in Vietnam.",
        "There is no service in Thailand.",
        "His brother served in Vietnam in 1969.",
        "Those who served in Vietnam from 1962 to 1975 are presumed exposed.",
        "In a cohort of 4,000 veterans deployed to Iraq, asthma was common.",
        "Jordan Whitlock was seen in clinic.",
        "He ate turkey at Camp Bullis.",
        "She takes vitamin K2 for her bones.",
    ],
)
def test_places_of_others_and_denied_ones_are_left_alone(sentence: str) -> None:
    assert derived(f"History. {sentence}").exposures == ()


def test_what_only_the_veteran_tells_or_the_papers_deny_is_not_sure() -> None:
    for text in (
        "He tells me that he was shot down in Somalia in 1993.",
        "He was deployed to Iraq in 2004. His DD 214 shows no foreign service.",
    ):
        facts = derived(text)
        assert facts.exposures
        assert {one.certainty for one in facts.exposures} == {Certainty.LOW}


def test_the_list_of_sites_is_whole() -> None:
    areas = config_files.load(paths.resource("exposure_sites.yaml"), ExposureSites).areas
    assert len({area.id for area in areas}) == len(areas)
    assert {listed.presumption for area in areas for listed in area.lists} == set(Presumption)


# --- any text ---------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["served from", "1/2/2003", "to", "Iraq", "born", "May 1968", "was diagnosed", "in", "2004", ".", "\n",
     "Feb 29, 2000", "separated", "Camp Lejeune", "first seen", "30 FEB 1999", "\u200b", "’", "é", "\ud800"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40), st.sampled_from(list(Level)))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_text_gives_facts_that_hold_nothing_but_kinds_numbers_and_tags(pieces: list[str], level: Level) -> None:
    facts = derived(" ".join(pieces), level)
    assert ADAPTER.validate_json(ADAPTER.dump_json(facts)) == facts
    assert not re.search(r"(?:19|20)\d\d", ADAPTER.dump_json(facts).decode())
    assert len(facts_in_words(facts)) >= len(facts.gaps)


@pytest.mark.parametrize(
    ("found", "parts"),
    [
        ("March 3, 1999 to June 30, 2004", ["March 3, 1999", "June 30, 2004"]),
        ("9/8/1998-9/7/2006", ["9/8/1998", "9/7/2006"]),
        ("Jan 1968 – Feb 1969", ["Jan 1968", "Feb 1969"]),
        ("May 2-3, 2024", ["May 2-3, 2024"]),
        ("6 to 8 June 1988", ["6 to 8 June 1988"]),
        ("2004-03-05", ["2004-03-05"]),
    ],
)
def test_a_range_that_was_found_as_one_is_read_as_its_dates(found: str, parts: list[str]) -> None:
    assert [found[start:end] for start, end in _parts(found, 0, len(found))] == parts


def test_a_year_after_the_last_of_february() -> None:
    assert date.fromordinal(a_year_after(date(2004, 2, 29).toordinal())) == date(2005, 2, 28)
