"""Capitalised phrases after words of place that no list knows: clinics, employers and bases by nothing but position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.city_names import COUNTRIES
from nexus_desktop.security.detectors.drug_context import is_drug
from nexus_desktop.security.detectors.kept_text import is_eponym
from nexus_desktop.security.detectors.name_sweep import NOT_NAMES, technical
from nexus_desktop.security.letter_view import LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, GENERIC, STATES, words

_BEFORE = words("at for from in with to of by near outside left joined through between and around")
_CARE = compiled(
    r"\b(?:seen|treated|treatment|surgery|surgeries|surgeon|biops\w+|nurse|physician|doctor|records?|notes?|chart"
    r"|visit|visits|admitted|admission|hospitali[sz]\w+|study|studies|mri|ct|imaging|x-?rays?|care|therapy|clinic"
    r"|emergency|er|evaluated|evaluation|followed|referred|referral|diagnosed|operated|fitted|staff|residency"
    r"|fellowship|practice|discharged|ambulance|taken|transported|spirometry|audiogram|colonoscopy|echocardiogram"
    r"|patient|practitioner|rehab)\b"
)
_WORK = compiled(
    r"\b(?:work\w*|job|employ\w*|shift|hired|career|retired|taught|teach\w*|drove|drives|clerk\w*|kept~books|cook\w*"
    r"|cleans?|cleaned|sells?|sold|owns?|owned|ran|runs|kitchens?|office|desk|mechanic|technician|foreman|laid~off"
    r"|flies|flew|hauls?|hauled|beads|union|plant|factory|store|shop|payroll|manager|leave)\b"
)
_DUTY = compiled(
    r"\b(?:stationed|deployed|deployment|served|serving|service|tour|base|camp|combat|patrol|convoy|firefight|ied"
    r"|mortar\w*|rocket\w*|ambush\w*|explosion|blast|jump\w*|landing|exercise|training|basic|boot|barracks|unit"
    r"|platoon|squad|gun|range|airborne|flight~line|ship|port|army|navy|marines?|enlisted|drafted|fought|fighting"
    r"|battle|motor~pool|theater|hurt|injur\w+|fell|fall)\b"
)
_CLINICIAN = compiled(
    r"(?:\bDrs?\.?~<Cap>(?:~<Cap>){0,2}|\b[A-Z][\w'-]+,~(?:MD|M\.D\.|DO|D\.O\.|PhD|PsyD|NP|FNP|ARNP|APRN|PA-C|PA|RN|DPM|DC|LCSW)),?"
    r"~(?:at|of|from)~(?:the~)?$",
    ignore_case=False,
)
"""``Dr. Roe at``: a clinician, whose house follows."""
KNOWN_CAPITALS = words(
    "concern rater rating adjudicator appointments compensation intake office director secretary gentlemen "
    "colleagues team note message appendix section item figure table question "
    "court criteria criterion trauma recovery program project initiative stage class grade type level phase english "
    "chief state states public zip main front page pages left right "
    "internet online western eastern northern southern america's veteran's army's navy's bible mass earth moon mars "
    "sun sunday's black white red-cross cross red-cross hero dad mom"
)
_FAITHS = words("methodist baptist presbyterian lutheran catholic jewish adventist")  # Methodist Northlake
_EXPLAINED = FUNCTION_WORDS | NOT_NAMES
_STATE_WORDS = frozenset(" ".join(STATES).split())
_HUMPED = re.compile(r"[A-Z][a-z]{2,10}(?:[A-Z][a-z]{2,10}|[A-Z]{2,4})")
_PAID = compiled(
    r"\b(?:works?|worked|working|sells?|sold|flies|flew|drives?|drove|hauls?|hauled|cooks?|cleans?|welds?|builds?|installs?|paints?"
    r"|beads|employed|driver|clerk|teller|mechanic|welder|guard|pilot|operator|foreman|manager|retired)\b[^.;\n]{0,24}\bfor~$"
)
"""``sells seed for``: a word of work, and the name of who pays behind it."""
_OFFICIAL = words(
    "guard team corps army reserve reserves board program decision command staff unit division branch era"
)
_PAPERS = words(
    "records record notes note chart charts team physicians surgeons doctors staff er imaging lab labs emergency "
    "clinic "
    "hospital campus therapists nurses radiologist pharmacy"
)


class PlaceSweep(PhiDetector):
    """Runs last. A phrase with a word that is no English is redacted after "at"; the rest is asked about."""

    name = "places by position"

    def __init__(self, taken: bytearray) -> None:
        super().__init__()
        self._taken = taken  # 1 where another detector found something

    def find(self, view: LetterView) -> Iterator[Hit]:
        at = 0
        while at < len(view.words):
            last = self._phrase(view, at)
            if last is None:
                at += 1
                continue
            named = view.words[at : last + 1]
            before = view.words[at - 1].key if at else ""
            article = before in ("the", "a") and at > 1
            before = view.words[at - 2].key if article else before
            score = self._score(view, named, before, article)
            if not score and self._has_papers(view, named):
                score = 0.6
            if score:
                start = view.words[at - 1].start if article and score >= 0.5 else named[0].start
                end = named[-1].end
                yield Hit(
                    start,
                    end + 2 * (view[end : end + 2] == "'s" and not view[end + 2 : end + 3].isalpha()),
                    self._category(view, named[0].start),
                    score,
                    "a capitalised phrase after a word of place",
                )
            at = last + 1

    def _phrase(self, view: LetterView, at: int) -> int | None:
        """The index of the last word of the capitalised phrase that begins here, inside a sentence; None if none
        does."""
        if not self._open(view, at) or view.starts_sentence(at) or not at or view.before(at) not in (" ", SOFT):
            return None
        if view.words[at - 1].capital and self._open(view, at - 1):
            return None
        last = at
        while (
            last + 1 < len(view.words)
            and view.gap(last) in (" ", SOFT, " & ", "-", "'s ")
            and self._goes_on(view, last + 1)
            and last - at < 5
        ):
            last += 1
        while last + 2 < len(view.words) and self._links(view, last + 1):
            last += 2 + (view.words[last + 2].key in ("la", "los", "las", "el"))
        return last

    def _links(self, view: LetterView, at: int) -> bool:
        """Whether a "de" goes on with the name of a house: ``Recinto de Ciencias``."""
        if view.words[at].key not in ("de", "del", "da", "di") or view.before(at) not in (" ", SOFT):
            return False
        behind = at + 1 + (view.words[at + 1].key in ("la", "los", "las", "el"))
        return behind < len(view.words) and view.words[behind].capital and view.before(behind) in (" ", SOFT)

    def _goes_on(self, view: LetterView, at: int) -> bool:
        word = view.words[at]
        return (
            word.capital
            and word.key not in FUNCTION_WORDS
            and not any(self._taken[word.start : word.end])
            and not view.is_kept(word.start, word.end)
        )

    def _open(self, view: LetterView, at: int) -> bool:
        """Whether a word may begin a phrase that nobody knows."""
        word = view.words[at]
        faith = word.key in _FAITHS and at + 1 < len(view.words) and view.words[at + 1].capital
        state = word.key in _STATE_WORDS and at + 1 < len(view.words) and view.gap(at) == " "
        state = state and view.words[at + 1].capital and view.words[at + 1].key not in _EXPLAINED  # Mississippi Bend
        explained = word.key in _EXPLAINED and not faith and not state
        if word.key.endswith(("'d", "'ll", "'ve", "'m", "'re")):
            return False
        if not word.capital or word.initial or explained or word.key in view.lexicon.abbreviations:
            return False
        if (
            any(self._taken[word.start : word.end])
            or view.is_kept(word.start, word.end)
            or (is_eponym(view, at) and not state)
        ):
            return False
        if self._written_as_one(view, at):
            return True
        if (self._medical(view, word) and not state) or (
            technical(view, word) and word.key not in ("super", "motel", "studio")
        ):
            return False
        return view.caseless(word.start) or not word.shouted

    def _has_papers(self, view: LetterView, named: list[Word]) -> bool:
        """``Prowers Orthopedic notes``: a name before a word for what a clinic keeps, one of its words in no list."""
        last = view.first_word(named[-1].start)
        if last + 1 >= len(view.words) or view.gap(last) not in (" ", SOFT, "'s "):
            return False
        own = any(view.lexicon.english_tier(w.key) < 2 and not view.lexicon.is_clinical(w.key) for w in named)
        housed = len(named) > 1 and view.words[last + 1].key in ("clinic", "hospital", "campus", "emergency", "er")
        return (own or housed) and view.words[last + 1].key in _PAPERS

    def _written_as_one(self, view: LetterView, at: int) -> bool:
        """``RadNet`` and ``HearUSA`` behind "at" or "from", where the clause speaks of care or work."""
        word = view.words[at]
        if not _HUMPED.fullmatch(word.text) or word.key in view.lexicon.clinical or at < 1:
            return False
        near = view[max(0, word.start - 60) : word.start]
        return view.words[at - 1].key in ("at", "from", "by", "with", "for") and bool(
            _CARE.search(near) or _WORK.search(near)
        )

    def _medical(self, view: LetterView, word: Word) -> bool:
        """A clinical word by list; one by its ending too, where capitals say nothing."""
        if view.lexicon.clinical.get(word.key, 0) > 0 or view.lexicon.is_medical_by_ending(word.key):
            return True
        learned = view.lexicon.is_clinical(word.key)
        return learned and (
            view.caseless(word.start) or (len(word.key) > 9 and view.lexicon.english_tier(word.key) > 0)
        )

    def _score(self, view: LetterView, named: list[Word], before: str, article: bool) -> float:
        """0.6 to redact, 0.3 to ask, 0 for nothing."""
        lexicon = view.lexicon
        telling = [w for w in named if w.key not in KNOWN_CAPITALS and w.key not in GENERIC]
        heading = view[named[-1].end : named[-1].end + 1] == ":" and before not in ("at", "from")
        if (
            heading
            or (len(named) == 1 and named[0].key in COUNTRIES)
            or (not telling and not (before == "at" and len(named) > 1))
        ):
            return 0.0
        rare = [w for w in telling if lexicon.english_tier(w.key) < 2 and w.key not in lexicon.eponyms]
        placed, small = before in _BEFORE, view.caseless(named[0].start)
        if named[-1].key in _OFFICIAL:
            return 0.0
        if small:
            return (0.55 if before == "at" else 0.3) if placed and rare else 0.0
        if self._has_papers(view, named):
            return 0.6
        if before in ("at", "from", "by") and _HUMPED.fullmatch(named[0].text):
            return 0.55
        if before == "at" and (rare or len(named) > 1):
            return 0.6
        if telling and before in ("at", "of", "from") and _CLINICIAN.search(view, named[0].start - 60, named[0].start):
            return 0.6
        if (
            placed
            and rare
            and before in ("for", "from", "in", "near", "outside")
            and self._category(view, named[0].start) is not C.STATION
        ):
            return 0.55 if not article else 0.3
        if len(named) == 1 and not lexicon.is_name(named[0].key) and is_drug(view, named[0]):
            return 0.0
        return self._asked(view, named, telling, before, article=article, rare=bool(rare))

    def _asked(
        self, view: LetterView, named: list[Word], telling: list[Word], before: str, *, article: bool, rare: bool
    ) -> float:
        """The weight of a phrase whose place says little: more where the clause speaks of work or care."""
        placed = before in _BEFORE
        near = view[max(0, named[0].start - 40) : named[0].start]
        worked = bool(_WORK.search(near) or _CARE.search(near)) and before in ("for", "at", "with", "by", "from")
        if worked and not article and (len(telling) > 1 or (before == "for" and _PAID.search(near))):
            return 0.55
        if rare or (placed and telling and before != "of" and before != "and") or len(telling) > 1:
            return 0.3
        return 0.0

    def _category(self, view: LetterView, start: int) -> C:
        """What kind of place, by the words before it; unsure ones count as the kind that is removed first."""
        clause = view[max(0, start - 70) : start]
        found = [
            (list(pattern.finditer(clause))[-1].start(), category)
            for pattern, category in ((_CARE, C.FACILITY), (_WORK, C.EMPLOYER), (_DUTY, C.STATION))
            if pattern.search(clause)
        ]
        return max(found)[1] if found else C.EMPLOYER
