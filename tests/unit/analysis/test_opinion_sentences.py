"""What single sentences claim: invented wordings with the reading a careful attorney gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from nexus_desktop.analysis.rubric import second_thoughts
from nexus_desktop.analysis.rubric.segmentation import segment
from tests.unit.analysis.reading import engine

HERE = Path(__file__).parent
SENTENCES = HERE.parents[1] / "data" / "opinion_sentences"
Reading = tuple[str, str]


def rows(path: Path) -> list[tuple[Reading, str, set[Reading]]]:
    """(reading, text, all readings that are fair) of every row."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            polarity, standard, text, *fair = line.split("\t")
            others = {(a, b) for pair in "".join(fair).split() for a, _, b in (pair.partition("/"),)}
            found.append(((polarity, standard), text.replace("\\n", "\n"), {(polarity, standard)} | others))
    return found


def reading(text: str) -> Reading:
    stated = engine().opinions(text)
    return (stated[0].polarity.value, stated[0].standard.value) if stated else ("none", "none")


@pytest.mark.parametrize(
    ("path", "fair_share"),
    [
        (SENTENCES / "misread.tsv", 1.0),
        (HERE / "vocabulary.tsv", 0.98),
        (HERE / "reported.tsv", 0.97),
        (SENTENCES / "table.tsv", 0.97),
        (SENTENCES / "board.tsv", 0.97),
        (SENTENCES / "second.tsv", 0.95),
        (SENTENCES / "turns.tsv", 0.97),
        (SENTENCES / "weighed.tsv", 0.96),
    ],
    ids=lambda value: value.stem if isinstance(value, Path) else "",
)
def test_sentences_read_as_labelled(path: Path, fair_share: float) -> None:
    every = rows(path)
    missed = [(want, reading(text), text) for want, text, fair in every if reading(text) not in fair]
    assert len(missed) <= (1 - fair_share) * len(every), missed


@pytest.mark.parametrize("name", ["misread", "board", "second", "table", "turns", "weighed"])
def test_what_goes_against_the_claim_never_reads_as_favorable(name: str) -> None:
    turned = [
        text
        for want, text, fair in rows(SENTENCES / f"{name}.tsv")
        if want[0] == "unfavorable" and reading(text)[0] == "favorable" and reading(text) not in fair
    ]
    assert turned == []


@pytest.mark.parametrize(
    "words",
    [
        "I hereby withdraw my opinion of May 2.",
        "I no longer stand by the statement above.",
        "I must take back what I wrote in my last letter.",
        "Please disregard my letter of June.",
        "My earlier opinion is retracted.",
        "I was mistaken when I wrote that the knee was injured in service.",
        "After seeing the file I have changed my opinion.",
        "This opinion should be disregarded.",
    ],
)
def test_an_author_who_takes_it_back_is_heard(words: str) -> None:
    assert second_thoughts.withdrawn(segment(f"His knee arthritis is due to service. {words}"))


@pytest.mark.parametrize(
    "words",
    [
        "I do not withdraw my opinion.",
        "The examiner withdrew his opinion.",
        "This letter replaces my letter of June; please disregard that letter.",
        "He no longer runs and no longer works.",
        "I see no reason to change my opinion.",
        "I am sure of the cause.",
        "I have no doubt that his knee arthritis is related to the jump.",
        "I am not certain of the exact date of the jump.",
    ],
)
def test_an_author_who_stands_by_it_is_not_held_down(words: str) -> None:
    doc = segment(f"His knee arthritis is due to service. {words}")
    assert not second_thoughts.withdrawn(doc)
    assert not second_thoughts.doubted(doc)


@pytest.mark.parametrize(
    "words",
    [
        "I could be wrong about the cause.",
        "I am not certain of any of this.",
        "I'm not entirely sure that the knee is related to service.",
        "I have serious doubts about the connection.",
        "This is only a guess.",
        "I cannot be certain that his knee was caused by the jump.",
    ],
)
def test_an_author_who_doubts_is_heard(words: str) -> None:
    assert second_thoughts.doubted(segment(f"His knee arthritis is due to service. {words}"))
