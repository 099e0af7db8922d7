"""Names of practices, firms and shops with "&" inside: ``Roe Gait & Balance``, ``Doe & Poe, Attorneys``; and names that
begin with "The": ``at The Rusty Anchor``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.bodies import COMPANY_FORM
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    CREDENTIALS,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FACILITY_HEADS,
    FUNCTION_WORDS,
    GENERIC,
    MONTHS,
    RANK_HEADS,
    RELATIONS,
    WEEKDAYS,
    words,
)

_LED = words("at for from with by of to left joined owns owned runs ran see visited")
_LED_TO_WORK = words("at for from joined left owns owned")
_BARRED = FUNCTION_WORDS | CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS | RELATIONS | MONTHS
_PRONOUNS = words("i he she we they you me him her us them mr mrs ms dr")
_NOTHING_OWN = GENERIC | FACILITY_ENDS | FACILITY_HEADS | words(
    "signs symptoms findings reasons rationale history physical review facts discussion background assessment plan "
    "risks benefits pen comp questions answers terms conditions activities functional loss range motion"
)  # fmt: skip
_MOST, _MOST_BEHIND = 4, 4
_RARE, _PLAIN = 3, 4  # tiers of English below which a word is hardly one, and from which it is a plain one
_YEAR_BEHIND = re.compile(r"(?:,? et al\.?)?[,;]? ?\(?(?:19|20)\d\d|[ ]v\.|,? et al")
"""A pair of authors, and the year of what they wrote."""
_TOWN_BEHIND = compiled(r",~<Cap>(?:~<Cap>)?,?~[A-Z]{2}\b|,~\d{1,6}~[NSEW]?\.?~?<Cap>", ignore_case=False)
_CARE = compiled(
    r"\b(?:clinic|hospital|therapy|rehab\w*|orthop\w+|surgery|dental|medical|health|care|spine|joint|sleep|pain|hearing|eye"
    r"|attorneys?|lawyers?|law|llp|pllc|records?|seen|treated|visits?|dr|doctor|patient)\b"
)
_THE = compiled(
    r"(?<=[\w,'\x22])~(?:at|for|from|with|called|named|owns|owned|runs|ran|tends~bar~at)~(?P<v>The~<Cap>(?:(?:~|~&~)<Cap>){0,3})",
    ignore_case=False,
)
_LIVELIHOOD = compiled(
    r"\b(?:work\w*|job|employ\w*|hired|living|career|cuts?|cook\w*|bar|tables|waits?|waited|owns?|owned|runs?|ran|manag\w+|deal\w+"
    r"|clean\w*|sings?|plays?|shop|store|salon|restaurant|since|retired|drives?|sells?|teach\w*|guard\w*|desk|shift)\b"
)


class PartnerDetector(PhiDetector):
    """FACILITY and EMPLOYER by the sign or the article inside their names."""

    name = "names with a sign inside"

    def find(self, view: LetterView) -> Iterator[Hit]:
        done = -1
        for at in range(len(view.words) - 1):
            if view.words[at].initial and view.words[at + 1].initial:
                continue  # C & P
            if at > done and view.gap(at) == " & " and view.words[at].capital and view.words[at + 1].capital:
                first, last = self._reach(view, at)
                done = last
                yield from self._weighed(view, first, last)
        yield from self._with_article(view)

    def _reach(self, view: LetterView, at: int) -> tuple[int, int]:
        """The first and the last word of the name round the sign behind word ``at``."""
        first, last = at, at + 1
        while first and at - first < _MOST and view.before(first) in (" ", "-", "'s "):
            if not self._own_part(view.words[first - 1]) or view.words[first - 1].key in CREDENTIALS:
                break
            first -= 1
        while last + 1 < len(view.words) and last - at < _MOST_BEHIND and view.gap(last) in (" ", " & ", "-"):
            if not self._own_part(view.words[last + 1]):
                break
            last += 1
        return first, last

    def _own_part(self, word: Word) -> bool:
        return word.capital and word.key not in _BARRED

    def _weighed(self, view: LetterView, first: int, last: int) -> Iterator[Hit]:
        lexicon = view.lexicon
        named = view.words[first : last + 1]
        start, end = named[0].start, named[-1].end
        own = [w for w in named if w.key not in _NOTHING_OWN and not w.initial and not lexicon.is_clinical(w.key)]
        own = [w for w in own if not view.is_kept(w.start, w.end, HARD)]
        headed = named[-1].key in FACILITY_ENDS | FACILITY_HEADS
        addressed = headed and len(named) > 2 and _TOWN_BEHIND.match(view, end) is not None
        if (not own and not addressed) or self._is_clause(view, named):
            return
        if _YEAR_BEHIND.match(view, end) or (own and all(w.key in lexicon.eponyms for w in own)):
            return
        before = view.words[first - 1].key if first and view.before(first) in (" ", SOFT) else ""
        opens = not view[view.line_of(start)[0] : start].strip(" *|>")
        rare = any(
            lexicon.english_tier(w.key) < _RARE or lexicon.is_name(w.key) or w.key in lexicon.cities for w in own
        )
        plain = not any(lexicon.english_tier(w.key) < _PLAIN for w in own)
        if (opens or view.caseless(start)) and plain and not headed:
            return  # a heading: "Wear & Tear"
        form = COMPANY_FORM.match(view, end)
        formed = form is not None and form.end() > end
        end = form.end() if form else end
        care = any(w.key in FACILITY_ENDS | FACILITY_HEADS for w in named)
        care = care or _CARE.search(view, max(0, start - 40), end) is not None
        if len(named) == 2 and not (care or formed or headed or before in _LED_TO_WORK):
            return  # two people, as likely as a firm
        yield Hit(
            start,
            end,
            C.FACILITY if care else C.EMPLOYER,
            0.6 if rare or headed or addressed or before in _LED else 0.3,
            "a name with a sign inside, as firms and practices have them",
        )

    def _is_clause(self, view: LetterView, named: list[Word]) -> bool:
        """Whether a word is one of grammar: only right beside the sign, inside a sentence, may a name have one."""
        for word in named:
            beside = "&" in view[word.end : word.end + 2] or "&" in view[word.start - 2 : word.start]
            named_so = beside and word.key in FUNCTION_WORDS - _PRONOUNS
            loose = word.key in _BARRED and not named_so
            if loose:
                return True
        return False

    def _with_article(self, view: LetterView) -> Iterator[Hit]:
        """``at The Rusty Anchor``: an article with a capital inside a sentence is part of the name."""
        for match in view.scan(_THE):
            named = view.words_in(*match.span("v"))[1:]
            own = [w for w in named if w.key not in _NOTHING_OWN and w.key not in FUNCTION_WORDS | MONTHS]
            if not own or view.is_kept(*match.span("v"), HARD) or view.caseless(match.start("v")):
                continue
            if all(w.key in WEEKDAYS or view.lexicon.is_clinical(w.key) for w in own):
                continue
            paid = _LIVELIHOOD.search(view, max(0, match.start() - 60), match.start() + 8)
            yield Hit(*match.span("v"), C.EMPLOYER, 0.6 if paid else 0.3, "a name that begins with an article")
