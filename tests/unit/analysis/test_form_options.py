"""Of a form's printed options the marked one is the opinion, whatever they are called and wherever the mark is."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import engine

OPTIONS = (
    ("favorable", "The claimed condition was at least as likely as not (50 percent or greater) caused by service."),
    ("unfavorable", "The claimed condition was less likely than not incurred in or caused by service."),
    ("inconclusive", "An opinion cannot be given without resort to mere speculation."),
)
NAMES = (
    ("", "", ""),
    ("A. ", "B. ", "C. "),
    ("a) ", "b) ", "c) "),
    ("(1) ", "(2) ", "(3) "),
    ("1. ", "2. ", "3. "),
    ("i. ", "ii. ", "iii. "),
    ("Option 1: ", "Option 2: ", "Option 3: "),
    ("A - ", "B - ", "C - "),
)
MARKS = (("[X]", "[ ]"), ("[x]", "[]"), ("(x)", "( )"), ("☒", "☐"), ("☑", "☐"), ("X___", "____"), ("_X_", "___"))


def form(names: tuple[str, ...], marks: tuple[str, str], place: str, chosen: int) -> str:
    lines = []
    for number, (name, (_, words)) in enumerate(zip(names, OPTIONS, strict=True)):
        mark = marks[0] if number == chosen else marks[1]
        lines.append(
            {"before": f"{mark} {name}{words}", "between": f"{name}{mark} {words}", "behind": f"{name}{words} {mark}"}[
                place
            ]
        )
    return "MEDICAL OPINION (check one)\n" + "\n".join(lines) + "\n\nRationale: The joint was hurt in service.\n"


@pytest.mark.parametrize("place", ["before", "between", "behind"])
@pytest.mark.parametrize("names", NAMES)
def test_only_the_marked_option_counts(names: tuple[str, ...], place: str) -> None:
    if place == "between" and not names[0]:
        return
    wrong = []
    for marks in MARKS:
        for chosen, (polarity, _) in enumerate(OPTIONS):
            read = {one.polarity.value for one in engine().opinions(form(names, marks, place, chosen))}
            if read != {polarity} and not (place == "behind" and not read and marks[0] == "X___"):
                wrong.append((marks[0], polarity, read))
    assert wrong == []


EXISTED = "My opinion is that the condition clearly existed before service, and that it is "
WORSENED = "that it was aggravated beyond its natural progression by service."
DOSE = "With so low a dose a link would be very doubtful. With a large one it could be the reverse. "
PREMISE = (
    (f"{EXISTED} at least as likely as not {WORSENED}", "favorable"),
    (f"{EXISTED} less likely than not {WORSENED}", "unfavorable"),
    ("In my opinion it is at least as likely as not that the asthma was present before enlistment.", "unfavorable"),
    (f"{DOSE} I therefore cannot give an opinion either way without speculation.", "inconclusive"),
    ("An opinion that rests on speculation cannot be given weight.", "none"),
    ("Told her that I do NOT write nexus ltrs; no opinion given re cause.", "none"),
)


@pytest.mark.parametrize(("text", "polarity"), PREMISE)
def test_what_a_statement_rests_on_is_not_the_opinion(text: str, polarity: str) -> None:
    stated = engine().opinions(text)
    assert (stated[0].polarity.value if stated else "none") == polarity
