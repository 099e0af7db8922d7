"""In a letter without capitals: whether a known name that is also a word is a name here, by what stands around it."""

from __future__ import annotations

from collections.abc import Mapping

from nexus_desktop.security.detectors.people import Person
from nexus_desktop.security.letter_view import LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    DOCTOR_TITLES,
    FUNCTION_WORDS,
    RANK_HEADS,
    RELATIONS,
    SUFFIXES,
    words,
)

TITLES = CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS
DETERMINERS = words("a an the this these those his her its their our my your any some no every each of")
_TELLING = words(
    "bled fell broke lost began wrote saw made got cried shook ran hit kept sat stood slept threw quit drank says "
    "said states stated writes reports reported recalls recalled told tells denies denied confirms confirmed "
    "describes described served enlisted testified remembers noted asked gave lives lived worked works takes took "
    "wakes sleeps drives drove walks uses needs wants feels thinks goes comes came went called attends suffers "
    "continues appears presents has had does did"
)
_GREETS = words("hi hello hey dear aloha hola thanks morning afternoon evening")
CLOSE = (" ", SOFT, ". ", "." + SOFT)


def is_framed(view: LetterView, at: int, person: Person, names: Mapping[str, Person]) -> bool:
    """In a letter without capitals: whether an ordinary word is a name by what stands around it."""
    word = view.words[at]
    near = view.before(at) in (" ", SOFT, ", ", ": ", ' "', ":  ") or (
        view.before(at).startswith(".") and view.words[at - 1].key in TITLES | SUFFIXES
    )
    before = view.words[at - 1] if at and near else None
    following = view.words[at + 1] if at + 1 < len(view.words) and view.gap(at) in (*CLOSE, ", ", ' "') else None
    if before is not None and before.key in names and before.key != word.key and view.lexicon.weight(before.key) >= -1:
        return before.key in person.words or view.lexicon.english_tier(before.key) < 3
    if following is not None and (following.key in person.words and following.key != word.key):
        return True
    if following is not None and (
        (following.key in SUFFIXES and following.key not in ("v", "i")) or following.key in ("family", "household")
    ):
        return True
    dotted = at and view.before(at).startswith(".") and len(view.words[at - 1].key) == 1
    if dotted and view.words[at - 1].key in {given[0] for given in person.given} | person.initials:
        return True
    if _is_addressed(view, at, before, following):
        return True
    if before is not None and before.key in RELATIONS and before.end + 2 >= word.start:
        return view.lexicon.given_tier(word.key) >= 2
    possessive = view[word.end : word.end + 2].lower() == "'s"
    if possessive and (before is None or before.key not in DETERMINERS):
        return True
    conjunction = before is not None and before.key == "that" and at > 1 and view.words[at - 2].key in _TELLING
    determined = (
        before is not None
        and not conjunction
        and (
            before.key in DETERMINERS
            or (view.lexicon.english_tier(before.key) >= 3 and before.key not in FUNCTION_WORDS)
        )
    )
    tells = following is not None and following.key in _TELLING and view.gap(at) == " "
    if not tells and following is not None and view.starts_sentence(at) and view.gap(at) == " ":
        tells = _does(view, at + 1) and view.lexicon.given_tier(word.key) >= 2
    return tells and not determined and word.key not in ("will", "may", "an", "so")


def _is_addressed(view: LetterView, at: int, before: Word | None, following: Word | None) -> bool:
    """``hi dusty``, ``dusty <d@…>``, ``fern, va says`` at the head of a line, ``colt can be reached``."""
    end = view.words[at].end
    if before is not None and before.key in _GREETS and view.starts_sentence(at - 1):
        return True
    if following is not None and following.key in ("can", "may", "will", "must") and _is_passive(view, at + 2):
        return True
    return view[end : end + 2] == " <" or (view[end : end + 1] == "," and _opens_line(view, at))


def _does(view: LetterView, index: int) -> bool:
    """Whether a word is a verb by its ending and by the article, pronoun or preposition behind it, or "was"."""
    word = view.words[index]
    if word.key in ("was", "is") or index + 1 >= len(view.words) or view.gap(index) not in (" ", SOFT):
        return word.key in ("was", "is")
    return word.key.endswith(("s", "ed")) and len(word.key) > 3 and view.words[index + 1].key in FUNCTION_WORDS


def _is_passive(view: LetterView, index: int) -> bool:
    """``be reached`` from a word on."""
    return (
        index + 1 < len(view.words)
        and view.words[index].key == "be"
        and view.words[index + 1].key.endswith(("ed", "en"))
    )


def _opens_line(view: LetterView, at: int) -> bool:
    """Whether nothing but signs of a quoted message stands before a word on its line."""
    start, _ = view.line_of(view.words[at].start)
    return not view[start : view.words[at].start].strip(" >\t")
