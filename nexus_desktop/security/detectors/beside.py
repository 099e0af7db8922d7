"""What known people bring with them: four digits behind a name at the head of a page, dotted initials, the name of an
account made of a surname, and people of the family who were taken for clinicians, bodies or places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.models.letter_models import Verdict
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.numbers import YEARS
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.vocabulary import (
    CREDENTIALS,
    FACILITY_ENDS,
    FACILITY_HEADS,
    FUNCTION_WORDS,
    GENERIC,
    HEAD_NOUNS_OF_EMPLOYERS,
    RELATIONS,
    words,
)

_PEOPLE = frozenset((C.PATIENT, C.RELATIVE, C.PROVIDER))
_BODIES = frozenset((C.FACILITY, C.EMPLOYER, C.UNIT, C.STATION, C.CITY))
_FOUR_BEHIND = re.compile(r"[ \x1f]{0,3}(?:[-–—.,|/#:*][ \x1f]{0,3}){0,6}(?P<v>\d{4})(?![\w/-]|[.,]\d)")
_DOTTED = re.compile(r"(?<![\w.])(?P<v>[A-Za-z](?:\.[ \x1f]?[A-Za-z]){1,2})\.?(?![\w@])(?!\.\w)")
_NO_INITIALS = words(
    "us uk un ag dc eu pm am po md do pa np rn ie eg id iv im sc ad bc cf ca va nb ps qa qc od os ou pr jd "
    "rph bs ba ma ms mph phd psyd dds dmd dpm dvm aud lpc usa usc cfr bva dro doj dod usn prn bid tid qid ed "
    "st ph ny nj nm nh nd sd nc wv ri ct la"
)
_LOGIN = re.compile(
    r"(?<![\w@.'-])(?P<v>(?P<n>[a-z]{5,18})\d{0,4}|[a-z]{2,12}[._][a-z]{2,12}\d{0,4})(?![\w@.'-]*[\w@])"
)
_BY_ACCOUNT = compiled(
    r"\b(?:user(?:~?(?:id|name))?|by|routed|to|from|profile|login|operator|author|owner|sender|agent|tech|staff|clerk|via|cc|fwd)[:\s]{1,3}$"
)
_SPEAKS = re.compile(r"^[>\s]*(?:\(\d{1,2}\)[ ]?|\[[^\]\n]{1,20}\][ ]?)?$")
_PLAIN = 2  # tiers of English from which a word is one
_OPENS = re.compile(r",?[ \x1f]\(|,[ \x1f]|[ \x1f][-–—][ \x1f]|\.?[ ]{0,3}\|[ ]{0,3}")
_QUOTED_BEHIND = re.compile(
    r'[ ]{0,2},?[ ]{0,2}\(?"(?P<v>[A-Z][\w\'-]{1,14}(?: [A-Z][\w\'-]{1,14})?)[,.]?"(?=[),;.\n]|[ ]{2}|[ ](?![A-Z])|$)'
)
_EARLY = re.compile(r"(?:19\d\d|200\d)\b|(?<!\d\d\d\d-\d\d)[-/. ']\d\d$")
_HOLED = compiled(r"(?<![\w/&=.])(?-i:[A-Z])[\w'-]{0,16}[*?](?-i:[A-Za-z])[\w'*?-]{1,16}(?![\w/=])")
"""``Desro*iers``: a letter that a machine could not read."""
_ELIDED = compiled(r"(?<![\w'])d['’](?P<v>(?-i:[A-ZÀ-Ý])[\w-]{2,16})", ignore_case=False)
"""``la chambre d'Elise``: a given name behind a French or Italian "of"."""
_OF_TOWN = compiled(r",?~of~(?P<v><Cap>(?:~<Cap>)?)(?=[.,;:)\n]|~(?:who|and|as|for|in|is|was)\b)", ignore_case=False)
"""``Mrs. Ann Roe of Hastings``."""
_BARE = re.compile(
    r"(?:^|(?<=[;,:.)/]\s)|(?<=[;:)/])|(?<=[ \t]{2}))(?P<v>[A-Z]{3,4})"
    r"(?=[ ]*(?:\n|$)|[ ]{1,3}\d{1,2}[/.-]\d{1,2}\b|[ ]?[/:;][ ]?[a-z]{2,3}\b)",
    re.MULTILINE,
)
"""``cc: Mr. Roe; FAS``, ``GMR 8/27/20``: the initials of somebody known, at an end or before a date."""
_BY_RELATION = 30  # signs before a name in which a word for a relation makes its bearer one
_NO_PERSON = GENERIC | FACILITY_ENDS | FACILITY_HEADS | HEAD_NOUNS_OF_EMPLOYERS | FUNCTION_WORDS | CREDENTIALS
_RELATION = compiled(
    r"\b(?:his|her|my|their|the~(?:veteran|patient|claimant|widow|late~\w+)'s|an?|whose|oldest|eldest|younger|older|twin)~"
    r"(?:(?:late|own|twin|older|younger|elder|eldest|oldest|youngest|half-|step|ex-|former|only|first|second)~?){0,2}"
    r"(?P<r>[a-z-]{3,16}),?~(?:(?:is|was|named|also|himself|herself|a|the)~){0,3}(?:(?:dr|doctor|prof|rev|fr|sgt|capt|col|lt|maj|cpt|ssg|sfc"
    r"|attorney|judge|nurse|pastor|father|sister|chaplain)\b\.?~){0,2}$"
)


class BesideDetector(PhiDetector):
    """Runs when people are known."""

    name = "beside people"

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        super().__init__()
        self._hits = [hit for hit in hits if hit.verdict is Verdict.REDACT]

    def find(self, view: LetterView) -> Iterator[Hit]:
        people = [hit for hit in self._hits if hit.category in _PEOPLE]
        yield from self._fours(view, people)
        yield from self._initials(view, people)
        yield from self._accounts(view, people)
        yield from self._family(view, people)
        yield from self._birthdays(view, people)
        yield from self._behind_of(view, people)
        yield from self._quoted(view, people)
        for match in view.scan(_HOLED):
            if not view.is_kept(*match.span(), HARD):
                yield Hit(*match.span(), C.RELATIVE, 0.55, "a name with an unreadable letter")

    def _behind_of(self, view: LetterView, people: list[Hit]) -> Iterator[Hit]:
        """The town behind somebody and "of"; a given name behind an elided one."""
        for hit in people:
            match = _OF_TOWN.match(view, hit.end)
            town = match["v"].lower().replace("-", " ") if match else ""
            if match and town in view.lexicon.cities and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.CITY, 0.65, "a town behind somebody")
        for match in view.scan(_ELIDED):
            before = view[max(0, match.start() - 2) : match.start()]
            if view.lexicon.given_tier(view.words_in(*match.span())[-1].key.removeprefix("d'")) and before != "r ":
                yield Hit(*match.span("v"), C.RELATIVE, 0.6, "a given name behind an elided of")

    def _quoted(self, view: LetterView, people: list[Hit]) -> Iterator[Hit]:
        """What somebody is called, in quotation marks right behind the name: ``Makana Roe, "Maka"``."""
        for hit in people:
            match = _QUOTED_BEHIND.match(view, hit.end)
            if match and match["v"].lower() not in _NO_PERSON and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), hit.category, 0.7, "in quotation marks right behind a name")

    def _birthdays(self, view: LetterView, people: list[Hit]) -> Iterator[Hit]:
        """``Amos Roe (3/3/47``: an early date right behind the name of one who is no clinician."""
        dates = {hit.start: hit for hit in self._hits if hit.category is C.DATE}
        for hit in people:
            opened = _OPENS.match(view, hit.end) if hit.category is not C.PROVIDER else None
            date = dates.get(opened.end()) if opened else None
            if date is not None and _EARLY.search(view, date.start, date.end):
                yield Hit(date.start, date.end, C.DOB, max(0.7, date.score), "an early date right behind a name")

    def _fours(self, view: LetterView, people: list[Hit]) -> Iterator[Hit]:
        """``DOE, A ... 4471``: the last four, as the heads of pages have them."""
        for hit in people:
            match = _FOUR_BEHIND.match(view, hit.end) if hit.category is not C.PROVIDER else None
            if match and not YEARS.fullmatch(match["v"]) and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.SSN, 0.7, "four digits right behind a name")

    def _initials(self, view: LetterView, people: list[Hit]) -> Iterator[Hit]:
        """``M.R.`` where a Maria Roe is known goes; other dotted initials are asked about."""
        known: dict[str, C] = {}
        for hit in people:
            parts = re.findall(r"[^\W\d_]+", view[hit.start : hit.end])
            if len(parts) > 1:
                heads = "".join(part[0] for part in parts).lower()
                for key in {heads, heads[0] + heads[-1]}:
                    if hit.category is not C.PROVIDER or key not in known:
                        known[key] = hit.category
        for match in _DOTTED.finditer(view.typed):
            key = re.sub(r"[^a-z]", "", match["v"].lower())
            if key in _NO_INITIALS or view.is_kept(*match.span("v")):
                continue
            upper = match["v"][0].isupper()
            if key in known and (upper or view.caseless(match.start())):
                yield Hit(*match.span("v"), known[key], 0.7, "the initials of a known person")
            elif upper and view.lexicon.english_tier(key) < _PLAIN and key not in view.lexicon.abbreviations:
                yield Hit(*match.span("v"), C.RELATIVE, 0.3, "may be somebody's initials")
        yield from self._bare(view, known)

    def _bare(self, view: LetterView, known: dict[str, C]) -> Iterator[Hit]:
        """Initials without points, of somebody known, where nothing but a name stands."""
        for match in _BARE.finditer(view.typed):
            key = match["v"].lower()
            plain = key in view.lexicon.abbreviations or view.lexicon.is_known(key) or key in CREDENTIALS
            first, last = view.line_of(match.start())
            told = not view.typed[first:last].isupper()  # among small letters capitals say something
            if key in known and told and not plain:
                yield Hit(*match.span("v"), known[key], 0.6, "the initials of a known person")

    def _accounts(self, view: LetterView, people: list[Hit]) -> Iterator[Hit]:
        """``aroe`` and ``rx_ann``: the names of accounts, behind a word for who did it or of a known surname."""
        surnames = {word.key: hit.category for hit in people for word in view.words_in(hit.start, hit.end)
                    if len(word.key) > 3}  # fmt: skip
        lexicon = view.lexicon
        for match in _LOGIN.finditer(view.typed):
            name = match["n"]
            if view[match.end() : match.end() + 3].strip()[:1] == "=":  # a field of a form
                continue
            if name is None and all(_is_word(view, part) for part in re.split(r"[._]", match["v"])):
                continue  # the name of a field or a file
            if name is not None and (
                lexicon.is_known(name) or lexicon.is_name(name) or name in surnames or view.caseless(match.start())
            ):
                continue
            told = _BY_ACCOUNT.search(view.typed, max(0, match.start() - 14), match.start())
            line, _ = view.line_of(match.start())
            speaks = name is None and _SPEAKS.match(view.typed[line : match.start()])
            tails = [name[1:], name[2:]] if name else []
            bearer = next((surnames[tail] for tail in tails if tail in surnames), None)
            listed = any(lexicon.surname_tier(tail) > 0 for tail in tails)
            if bearer is not None or (told and (listed or name is None)) or speaks:
                yield Hit(*match.span("v"), C.PROVIDER, 0.65, "the name of an account")
            elif name is None:
                yield Hit(*match.span("v"), C.PROVIDER, 0.3, "may be the name of an account")

    def _family(self, view: LetterView, people: list[Hit]) -> Iterator[Hit]:
        """People of the family among clinicians, and people among bodies and places: both go at every level."""
        for hit in people:
            if hit.category is C.PROVIDER and self._is_relative(view, hit):
                yield Hit(hit.start, hit.end, C.RELATIVE, hit.score, "a name behind a word for a relation")
        for hit in self._hits:
            if hit.category in _BODIES and _person_like(view, view.words_in(hit.start, hit.end)):
                yield Hit(hit.start, hit.end, C.RELATIVE, min(hit.score, 0.55), "is written as names of people are")

    def _is_relative(self, view: LetterView, hit: Hit) -> bool:
        match = _RELATION.search(view, max(0, hit.start - 2 * _BY_RELATION), hit.start)
        return bool(match and match["r"].rsplit("-", 1)[-1] in RELATIONS)


def _is_word(view: LetterView, part: str) -> bool:
    key = part.rstrip("0123456789")
    return key in FUNCTION_WORDS or key in view.lexicon.abbreviations or view.lexicon.english_tier(key) > _PLAIN


def _person_like(view: LetterView, named: list[Word]) -> bool:
    """Whether two or three words are a given name and surnames, and none a word or a place."""
    lexicon = view.lexicon
    if not 2 <= len(named) <= 3 or any(word.key in _NO_PERSON for word in named):
        return False
    phrase = " ".join(word.key for word in named)
    if phrase in lexicon.cities or phrase in lexicon.stations or phrase in lexicon.counties or phrase in lexicon.ships:
        return False
    if any(lexicon.english_tier(word.key) >= _PLAIN + 2 or lexicon.is_clinical(word.key) for word in named):
        return False
    return lexicon.given_tier(named[0].key) > 0 and lexicon.surname_tier(named[-1].key) > 0
