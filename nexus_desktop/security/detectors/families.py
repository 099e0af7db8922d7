"""Families by their surname in the plural, people who are spoken to, and people with their relation in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, STATES, words

_FAMILY = compiled(
    r"\b(?:(?P<by>as|at|by|with|of|beside|near|in|to|for|from|than|and)~)?[Tt]he~"
    r"(?P<v>(?P<n>[A-Z][a-z]{3,14})s)(?=[,.;:)!?]|'|~[a-z]|$)",
    ignore_case=False,
)
"""``same as the Lindquists``."""
_SPOKEN_TO = compiled(
    r"""\b(?:sorry|apologies|thanks|thank~you|thx|good|hope|hopes|glad|happy|worries|problem|welcome|congrat\w*|talk~soon|take~care|see~you
    |got~it|okay|sure|please|understood|certainly|absolutely)\b[^.\n;:!?()]{0,48},~(?P<v>(?-i:[A-Z][a-z]{2,12}))(?=[;!:?]|[.,]~|[.,]?$)"""
)
"""``Sorry about the misspelling, Tanner;``."""
_RELATION = (
    r"(?:spouse|wife|husband|widow|widower|son|daughter|brother|sister|mother|father|mom|dad|parent|uncle|aunt|cousin|nephew|niece"
    r"|fianc[eé]e?|partner|shipmate|battle~buddy|buddy|friend|neighbou?r|caregiver|roommate|ex-wife|ex-husband|step\w{3,8}"
    r"|(?:mother|father|sister|brother|son|daughter)-in-law|next~of~kin|nok)"
)
_RELATED = compiled(
    rf"(?<![\w'-])(?P<v>(?-i:[A-Z])[\w'-]{{1,16}},~(?-i:[A-Z])[\w'-]{{1,16}}(?:~(?-i:[A-Z])\b\.?)?)~?[(,-]~?(?:(?:the|her|his|my)~)?{_RELATION}\b"
)
"""``Waters, Troy (spouse)``."""
_AT_HOME_OF = compiled(
    r"\b(?:coffee|supper|dinner|lunch|breakfast|cards|thanksgiving|staying|stays|stayed|living|lives|over|house|party|church)~(?:over~)?(?:at|to)~(?P<v>(?-i:[A-Z][a-z]{2,12}))'s(?=[,.;!?)]|~(?:house|place|kitchen|table|home|and|on|that)\b)"
)
"""``over coffee at Marlys's``."""
_NO_FAMILY = words("yankee apgar heidelberg gossen snellen borg beck hamilton achille hodgkin")
_LISTED = 1  # tier from which a word is a name of the lists
_COMMON = 2


class FamilyDetector(PhiDetector):
    """RELATIVE."""

    name = "families"

    def find(self, view: LetterView) -> Iterator[Hit]:
        lexicon = view.lexicon
        for match in view.scan(_FAMILY):
            one, many = match["n"].lower(), match["v"].lower()
            plain = lexicon.english_tier(one) or lexicon.english_tier(many) or lexicon.is_clinical(one)
            least = _LISTED if match["by"] else _COMMON
            if (
                not plain
                and lexicon.surname_tier(one) >= least
                and one not in _NO_FAMILY
                and not view.is_kept(*match.span("v"))
            ):
                yield Hit(*match.span("v"), C.RELATIVE, 0.6, "a surname in the plural")
        for match in view.scan(_SPOKEN_TO):
            key = match["v"].lower()
            if (
                lexicon.given_tier(key) >= _COMMON
                and key not in FUNCTION_WORDS
                and not view.is_kept(*match.span("v"), HARD)
            ):
                yield Hit(*match.span("v"), C.RELATIVE, 0.65, "somebody who is spoken to")
        for match in view.scan(_RELATED):
            given, surname = (word.key for word in view.words_in(*match.span("v"))[1::-1])
            named = lexicon.given_tier(given) and lexicon.surname_tier(surname) and given not in STATES
            if named and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.RELATIVE, 0.8, "a name with its relation behind it")
        for match in view.scan(_AT_HOME_OF):
            if lexicon.given_tier(match["v"].lower()) >= _LISTED and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.RELATIVE, 0.6, "somebody at whose home it was")
