"""Practices whose names say what they treat: ``Carolina Spine``, ``Bayou Bone & Joint``, ``high plains digestive``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FACILITY_HEADS,
    FUNCTION_WORDS,
    GENERIC,
    RANK_HEADS,
    RELATIONS,
    STATES,
    words,
)

_PARTS = words(
    "wrist shoulder knee hip elbow nose throat spine joint bone pain heart foot ankle "
    "hand eye eyes ear sinus sleep brain skin back lung vein kidney"
)
_FIELDS = (
    (FACILITY_HEADS - words("pain medical health care"))
    | _PARTS
    | words(
        "gi ortho neuro derm colorectal bariatric "
        "digestive regional memorial general methodist baptist presbyterian lutheran adventist "
        "deaconess psychological psychiatric neurological urological dermatological orthopedists management drug drugs "
        "medicine pharmacy healthcare"
    )
)
"""What a practice or a hospital is called by, behind its own name."""
_GOES_WITH = words("management medicine care center clinic group associates surgery joint pain throat")
_LED = words("at from to with by through of near via")
_GAPS = (" ", SOFT, " & ", "-", "'s ", " and ")
_STATE_WORDS = frozenset(" ".join(STATES).split())
_COMMON = 5  # tiers of English from which a word names nothing
_LONGEST = 5
_HEADER_LINES = 8
_NO_PRACTICE = FUNCTION_WORDS | CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS | RELATIONS
_ADDRESS_NEAR = compiled(r"\b\d{5}\b|\d{3}\)?[-.~]{0,2}\d{3}[-.~]\d{4}|\bsuite\b|\bP\.?~?O\.?~Box\b")
_STREET_BEHIND = re.compile(r"[ ]{0,20}[/|·•,\n][ ]{0,20}(?:\d{1,6} (?:[NSEW]\.? )?[A-Z]|P\.? ?O\.? Box)")
_LOWER = compiled(
    r"""\b(?:at|from|with|of|to)~(?:the~)?(?P<v>(?:[a-z][\w'-]{1,20}~(?:&~|and~)?){1,3}
    (?:digestive|orthopa?edics|cardiology|neurology|urology|radiology|oncology|dermatology|gastroenterology|rheumatology
    |otology|otolaryngology|internal~med(?:icine)?|infectious~diseases?|dermatopathology|sports~med(?:icine)?|women's~health|walk-in|radiologists|neurosciences?|anesthesia|wound~care|primary~care|pulmonology|psychiatry|psychology|audiology|podiatry|nephrology|imaging|chiropractic|counseling|pulmonary|spine
    |behaviou?ral(?:~health)?
    |regional|memorial|ortho|psych|derm|rheum|uro|cardio|peds|ent|gi|(?<=metro[ ])sleep|(?<=valley[ ])(?:sleep
    |pain|hearing|vision)|physical~therapy|vet~center|urgent~care|family~practice))
    (?=[.,;)\n]|~(?:in|on|by|for|and|where|since|until|from|clinic|office|last|who|he|she|they|the|made|did|said|told|has|had|was|wrote|saw|gave|ordered|found|treated|performed|noted|diagnosed)\b|$)"""
)
_LOWER_CARE = compiled(
    r"""\b(?:at|from|by|to)~(?:the~)?(?P<v>(?:[a-z][\w'-]{2,18}~(?:&~|and~)?){1,3}(?:east|west|north|south|diagnostics?|wrist|heart~group
    |hospitals?|surgical|neurology|rehab|wellness|sleep|hearing|vision|dental|institute|associates|medical))
    (?=[.,;)\n]|~(?:in|on|and|where|since|until|last|who|did|found|showed|has|had|for|when|\d)\b)"""
)
_LAW_FIRM = compiled(
    r"""\b(?:law~(?:firm|offices?)|firm)~of~
    (?P<v>(?-i:[A-Z])(?:[\w'-]{1,20}|\.)(?:(?:,~?(?:&~|and~)?|~&~|~and~|~)(?-i:[A-Z])(?:[\w'-]{1,20}|\.)){0,4})"""
)
"""A law firm named for its partners, which may be surnames that are words."""
_RECORDS_OF = compiled(
    r"\b(?:records?|reports?|charts?|notes?|hospital|clinic|admission|discharge|films?|labs?)~\((?:from~|of~)?$"
)
"""``hospital records (San Joaquin Memorial, 2014)``."""
_TRADE_AT = compiled(
    r"\((?:RN|LPN|LVN|CNA|NP|PA|EMT|paramedic|nurse|aide|tech|technician|clerk|cook|janitor|security|custodian),~$"
)
"""``night shift (RN, Clark Valley Regional)``: where somebody works."""
_CARE_NEAR = compiled(
    r"\b(?:seen|treated|biopsy|scan|mri|ct|hrct|x-?rays?|study|surgery|operated|colonoscopy|dr|doctor|surgeon|admitted|died"
    r"|care|came|test(?:ed)?|polysomnogram|therapy|evaluated|exam|records?|visit|clinic|hospital(?:ized)?)\b"
)
_FAX_SENDER = compiled(
    r"^[~]*(?:FROM~?:~?|(?:[A-Z]{3}[-/ ]\d{1,2}[-/ ]\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4})[~](?:[A-Z]{3}[~])?"
    r"\d{1,2}:\d\d[~]?(?:[AP]M)?[~]{1,4})"
    r"(?P<v>[A-Z][A-Z\d&'., -]{3,50}?)(?=~{2}|~(?:FAX|TEL|PHONE|PAGE|PG|P\.)\b)",
    ignore_case=False,
)


class PracticeDetector(PhiDetector):
    """FACILITY by the field of medicine behind a name of its own."""

    name = "practices"

    def find(self, view: LetterView) -> Iterator[Hit]:
        header = view.lines[_HEADER_LINES - 1][1] if len(view.lines) >= _HEADER_LINES else len(view)
        for at in view.indices(_FIELDS):
            word = view.words[at]
            if not word.capital or view.caseless(word.start) or self._followed(view, at):
                continue
            named = self._named(view, at)
            if len(named) < 2 or view.is_kept(named[0].start, word.end, HARD):
                continue
            first = view.first_word(named[0].start)
            before = view.words[first - 1].key if first and view.before(first) in (" ", SOFT) else ""
            if not self._tells(view, named[:-1]):
                continue
            if before in _LED or (before == "the" and first > 1 and view.words[first - 2].key in _LED):
                yield Hit(named[0].start, word.end, C.FACILITY, 0.7, "a name and a field of medicine")
            elif (
                (word.start < header or self._heads_address(view, word.end))
                and self._opens_line(view, named[0].start)
                and _ADDRESS_NEAR.search(view, word.end, word.end + 200)
            ):
                yield Hit(named[0].start, word.end, C.FACILITY, 0.7, "a name and a field of medicine in the letterhead")
            elif _TRADE_AT.search(view, max(0, named[0].start - 24), named[0].start):
                yield Hit(named[0].start, word.end, C.EMPLOYER, 0.75, "a name and a field of medicine, behind a trade")
            elif _RECORDS_OF.search(view, max(0, named[0].start - 24), named[0].start):
                yield Hit(named[0].start, word.end, C.FACILITY, 0.65, "a name and a field of medicine, behind records")
        yield from self._without_capitals(view)
        yield from self._announced(view)

    def _announced(self, view: LetterView) -> Iterator[Hit]:
        """A law firm by the words before it, and whoever sent a fax."""
        for match in view.scan(_LAW_FIRM):
            if not view.caseless(match.start()):
                yield Hit(*match.span("v"), C.FACILITY, 0.7, "a law firm named for its partners")
        for match in _FAX_SENDER.finditer(view.typed):
            if sum(map(str.isalpha, match["v"])) > len(match["v"]) / 2:
                yield Hit(*match.span("v"), C.FACILITY, 0.7, "the sender in the head of a fax")

    def _followed(self, view: LetterView, at: int) -> bool:
        """Whether the name goes on behind the word: the last word of it decides."""
        if at + 1 >= len(view.words) or view.gap(at) not in _GAPS:
            return False
        following = view.words[at + 1]
        goes_on = following.key in _FIELDS or following.key in _GOES_WITH or view.gap(at) in (" ", " & ")
        return following.capital and following.key not in FUNCTION_WORDS and goes_on

    def _named(self, view: LetterView, at: int) -> list[Word]:
        """The capitalised words that end in word ``at``."""
        first = at
        while first and at - first < _LONGEST and view.before(first) in _GAPS:
            step = 2 if view.words[first - 1].key == "and" and first > 1 else 1
            before = view.words[first - step]
            if not before.capital or before.key in _NO_PRACTICE:
                break
            first -= step
        return view.words[first : at + 1]

    def _heads_address(self, view: LetterView, end: int) -> bool:
        """Whether a street stands behind a name, on its line or on the next: the foot of a letter or of a message."""
        return _STREET_BEHIND.match(view, end) is not None

    def _opens_line(self, view: LetterView, at: int) -> bool:
        start, _ = view.line_of(at)
        return not view[start:at].strip(" *~|")

    def _tells(self, view: LetterView, named: list[Word]) -> bool:
        """Whether one of the words is the practice's own: a place, a surname or a word that is hardly English, and
        none is of medicine."""
        lexicon = view.lexicon
        own = [w for w in named if w.key not in GENERIC and w.key not in _FIELDS and w.key not in FACILITY_ENDS]
        lone = len(own) == 1 and own[0].key in lexicon.eponyms and lexicon.english_tier(own[0].key) < 3
        if not own or lone or any(lexicon.is_clinical(w.key) for w in own):
            return False
        phrase = " ".join(w.key for w in own)
        return (
            phrase in lexicon.cities
            or phrase in lexicon.counties
            or any(w.key in _STATE_WORDS or lexicon.english_tier(w.key) < _COMMON for w in own)
            or len(own) > 1
        )

    def _without_capitals(self, view: LetterView) -> Iterator[Hit]:
        """The same in a letter without capitals, where only a field of medicine at the end tells it."""
        for match in view.scan(_LOWER_CARE):
            named = view.words_in(*match.span("v"))
            own = [w for w in named[:-1] if w.key not in GENERIC and w.key not in _FIELDS]
            barred = any(w.key in _NO_PRACTICE - {"and"} or view.lexicon.is_clinical(w.key) for w in own)
            near = _CARE_NEAR.search(view, max(0, match.start() - 60), match.start())
            rare = any(view.lexicon.english_tier(w.key) < 4 or w.key in view.lexicon.cities
                       or w.key in view.lexicon.health_systems for w in own)  # fmt: skip
            if own and rare and not barred and near and view.caseless(match.start()):
                yield Hit(*match.span("v"), C.FACILITY, 0.55, "a name and a field of medicine")
        for match in view.scan(_LOWER):
            named = view.words_in(*match.span("v"))
            while named and named[0].key in _NO_PRACTICE:
                named = named[1:]
            own = [w for w in named if w.key not in GENERIC and w.key not in _FIELDS]
            plain = any(w.key in _NO_PRACTICE for w in own) or any(view.lexicon.is_clinical(w.key) for w in own)
            if own and not plain and view.caseless(match.start()) and not view.is_kept(*match.span("v"), HARD):
                yield Hit(named[0].start, match.end("v"), C.FACILITY, 0.6, "a name and a field of medicine")
