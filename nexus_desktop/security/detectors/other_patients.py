"""Whether a letter is about one patient: a heading, a page or an opinion that names somebody else is asked about.

A name pasted in from another client's letter, or a page of another record in the same scan, is an error that no
redaction mends. What counts is a label of a patient or a reference line with a full name, a page's heading, and the
person an opinion or an examination is said to be of. Forms of one name are no second patient: short forms, initials,
former names, slips of a letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, compiled
from nexus_desktop.security.detectors.name_cues import Mention, Role
from nexus_desktop.security.detectors.name_grammar import Name
from nexus_desktop.security.detectors.name_spread import slips
from nexus_desktop.security.detectors.people import split
from nexus_desktop.security.letter_view import LetterView
from nexus_desktop.security.lexicon import Lexicon
from nexus_desktop.security.vocabulary import CIVIL_TITLES, RANK_HEADS, either

TWO_PATIENTS = "another name than the patient's, where the patient is named: is this letter about two people?"
_LABELS = ("follows a label", "stands in the reference line")
_HEADING = "surname and given name at the start of a line"
_OTHER_FORM = "follows words for a nickname or a former name"
_SURE = 0.9
_BEGINNING = 4  # letters that two forms of one name share
_SHORTEST = 5  # a name in which a slip may be
_PAGE = compiled(r"\bpage\b|\bp\.~?\d|\bdob\b|\bssn\b|\bmrn\b|\bd\.o\.b")
_PERSON = rf"(?:{either(CIVIL_TITLES | RANK_HEADS)})\b\.?~"
_OF_OPINION = compiled(
    rf"""(?:\bnot~?(?:\([^()\n]{{1,50}}\)~?)?,?~?that~(?:the~(?:veteran|claimant|patient),?~)?
    |\b(?:i|we)~(?:have~)?(?:personally~|also~)?(?:treated|examined|evaluated|followed|diagnosed)~){_PERSON}$"""
)
"""What stands right before the name in ``as likely as not that Mr. Doe's`` and ``I have examined Ms. Doe``."""
_BEFORE = 130


def other_patients(view: LetterView, mentions: Sequence[Mention], client: Iterable[Name]) -> Iterator[Hit]:
    """The first place of each name that the letter gives its patient besides the first one; nothing in most letters."""
    known = {word for name in client for word in _words(name)}
    claims = [one for one in sorted(mentions, key=lambda m: (m.name.start, -m.name.end)) if _claims(view, one)]
    if not claims or (len(claims) < 2 and not known):
        return
    if not known:
        first = next((one for one in claims if _is_sure(one)), None)
        if first is None:
            return
        known = _words(first.name)
    known = _own(view.lexicon, mentions, known)
    places = {claim.name.start for claim in claims if _is_sure(claim)}
    others = [
        one
        for one in mentions
        if one.role is Role.PROVIDER or (one.role is Role.RELATIVE and one.name.start not in places)
    ]  # "Veteran:" is a word for a comrade as well
    taken = {word for one in others for word in _words(one.name)}
    for claim in claims:
        words = _words(claim.name)
        somebody = words <= taken if _is_sure(claim) else bool(words & taken)
        if words and not somebody and not _same(view.lexicon, words, known):
            known |= words
            yield Hit(claim.name.start, claim.name.end, C.PATIENT, 0.3, TWO_PATIENTS)


def _is_sure(mention: Mention) -> bool:
    labelled = mention.role is Role.PATIENT and mention.reason in _LABELS
    return labelled and mention.score >= _SURE and len(mention.name.full) > 1


def _claims(view: LetterView, mention: Mention) -> bool:
    """Whether the letter says by this mention who its patient is."""
    if _is_sure(mention):
        return True
    if mention.reason == _HEADING:
        return bool(_PAGE.search(view[slice(*view.line_of(mention.name.start))]))
    if mention.role not in (Role.PATIENT, Role.SOMEONE) or not mention.name.full:
        return False
    return bool(_OF_OPINION.search(view[max(0, mention.name.start - _BEFORE) : mention.name.start]))


def _own(lexicon: Lexicon, mentions: Sequence[Mention], known: set[str]) -> set[str]:
    """The words of every form of the patient's name: of mentions that share one, and of former names and nicknames."""
    found = set(known)
    for _ in range(2):
        for one in mentions:
            words = _words(one.name)
            if one.reason == _OTHER_FORM or (one.role is Role.PATIENT and _same(lexicon, words, found)):
                found |= words
    return found


def _words(name: Name) -> set[str]:
    given, surnames = split(name)
    return {part for word in given | surnames for part in (word, *word.split("-")) if len(part) > 1}


def _same(lexicon: Lexicon, words: set[str], known: set[str]) -> bool:
    """Whether two names can be of one person: a word in common, or one that differs by a slip or is short for it."""
    return any(_alike(lexicon, one, other) for one in words for other in known)


def _alike(lexicon: Lexicon, one: str, other: str) -> bool:
    if one == other or other in lexicon.nicknames.get(one, frozenset()):
        return True
    shorter = min(len(one), len(other))
    if shorter >= _BEGINNING and one[:_BEGINNING] == other[:_BEGINNING]:
        return True
    return shorter >= _SHORTEST and bool(slips(one) & slips(other))
