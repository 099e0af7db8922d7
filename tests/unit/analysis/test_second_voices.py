"""A strong letter that is made worse in one place is no longer strong, wherever the place is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nexus_desktop.models.rubric_models import Strength
from tests.unit.analysis.reading import result_of
from tests.unit.analysis.test_opinion_letters import LETTERS, letter

STRONG = [path for path in LETTERS if letter(path)[0] == "at least"]
_OWN = re.compile(r"It is my opinion that|In my opinion,?|In my medical opinion,?")
INSTEAD = [
    "I cannot say without speculation whether",
    "The previous physician, Dr. Alvarez, was of the opinion that",
    "The veteran believes that",
    "I was asked to opine whether",
    "If the missing service records confirm the event, I would be willing to write that",
]
ADDED = [
    "To be frank, I am not sure that the condition is related to service.",
    "I would add that the condition may or may not be related to service.",
    "Having now seen the full file, I conclude that the condition is less likely than not related to service.",
    "Addendum: my conclusion above was in error.",
    "In the end, any statement on the cause would be mere speculation.",
    "The above is what your client asked me to write; it does not reflect my medical opinion.",
    "I signed this as a courtesy and do not offer an opinion of my own.",
    "The text of this letter was prepared by the attorney and I have not read any record.",
    "I must stress that all of this is conjecture.",
    "Whether the condition is really related to service I honestly cannot tell.",
    "Correction: where it says at least as likely as not it should read less likely than not.",
    "I have since learned that the injury I relied on never happened.",
    "In hindsight my confidence in this opinion is low.",
    "It is just as possible that service played no part at all.",
    "I can no longer say that service had anything to do with it.",
    "In summary: not related to service.",
    "VOID - superseded by my letter of May 2.",
]


@pytest.mark.parametrize("path", STRONG, ids=lambda path: path.stem)
@pytest.mark.parametrize("words", INSTEAD)
def test_an_opinion_that_is_not_given_is_not_strong(path: Path, words: str) -> None:
    text, changed = _OWN.subn(words, letter(path)[2])
    assert changed
    assert result_of(text).compliance.strength in (Strength.NONE, Strength.WEAK)


@pytest.mark.parametrize("path", STRONG, ids=lambda path: path.stem)
@pytest.mark.parametrize("words", ADDED)
def test_a_last_word_against_it_is_heard(path: Path, words: str) -> None:
    text = letter(path)[2] + "\n" + words + "\n"
    assert result_of(text).compliance.strength is not Strength.STRONG


@pytest.mark.parametrize("path", STRONG, ids=lambda path: path.stem)
def test_a_letter_without_its_signature_is_not_strong(path: Path) -> None:
    lines = letter(path)[2].rstrip().split("\n")
    assert result_of("\n".join(lines[:-3]) + "\nSincerely,\n").compliance.strength is not Strength.STRONG


@pytest.mark.parametrize(
    "words",
    [
        "I hope that this letter is of help. Please call if you have questions.",
        "I am not certain of the exact day of the event, which does not change my opinion.",
        "I withdraw nothing.",
        "I was not asked about the rating, and say nothing about it.",
        "The prognosis is guarded, and improvement is doubtful.",
        "I cannot say how many years the treatment will last.",
    ],
)
@pytest.mark.parametrize("path", STRONG, ids=lambda path: path.stem)
def test_a_harmless_last_word_does_no_harm(path: Path, words: str) -> None:
    text = letter(path)[2] + "\n" + words + "\n"
    assert result_of(text).compliance.strength is Strength.STRONG
