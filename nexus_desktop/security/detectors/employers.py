"""Civilian employers and schools."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.facilities import COMPANY_FORM
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    HEAD_NOUNS_OF_EMPLOYERS,
    RANK_HEADS,
    STATES,
    words,
)

_TITLES = CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS
_LINKS = words("of and the for at de del la las los y")
_EMPLOYMENT = compiled(
    r"""\b(?: (?:works?|worked|working|employed|employment|job|jobs|position|career|hired|laid~off|fired|retired
    |retirement|let~go|taught|teach(?:es|ing)?|drove|drives?|driving|clerk(?:ed|ing)?|interned|apprenticed|contracted
    |contractor|consult(?:ed|s|ing)?|subcontractor
      |[a-z]+(?:er|or|ist|ian|ant|ent|ic|man|men|woman|hand|guard|driver|nurse|clerk|aide|cook|chef|helper|foreman
      |welder|technician|apprentice|officer|assistant|associate|director|specialist|analyst|machinist|agent|rep
      |representative|tech|coach|pilot|superintendent|custodian|janitor|supervisor|lead|bus|truck|van|carrier|baker
      |student|maker)
      |desk|dispatch|security|maintenance|construction|warehouse|shifts?|business|payroll|crew|staff|internship
      |delivery|sales|route|shift|full-time|part-time|now|since|there|leave|years|hours|accounting|logistics
      |mechanics?|school|work|it)
      ~(?:(?:\([^()\n]{1,30}\)|part-time|full-time|seasonally|nights|currently|mainly|mostly|today|then|now|briefly
      |also|again|either|home)~){0,2}
      (?P<prep>for|at|with|by|from|in)~(?:the~|a~|an~)?
    | \b(?:left|quit)~(?:two~\w+,~|(?:his|her|the)~(?:job|position|post)~(?:at|with)~(?:the~)?)? |
    \bemployer[,:]{0,2}~(?:is~|was~)?(?:the~)? | \b(?:owns|owned|runs|ran|operates|operated|founded|manages|managed
    |joined)~(?:the~)?
    | \boccupation:?[^\n:]{2,40}?[,;]~(?:at~)? | \bplace~of~(?:work|employment)[:\s]{1,3} | \bwork(?:s|ed)?~(?:days
    |nights)~(?:at|for)~ | \bpayroll~of~(?:the~)?
    | \bwent~to~work~(?:for|at)~(?:the~)? | \b(?:shop|plant|floor|line|yard|warehouse|dock|office|counter|kitchen
    |cab)~(?:at|of|for)~(?:the~)? )(?=(?-i:[A-Z]))"""
)
_EMPLOYMENT_FAR = compiled(
    r"""\b(?:work(?:s|ed|ing)?|jobs?|employed|employment|career|position|desk|drove|drives?|driving|delivery
    |kept~books|cleans?|cleaned|sold|clerk|driver|lineman)\b
    (?:~(?!(?:va|the~va)\b)[\w,'-]{1,14}){1,4}?~(?:for|at|with)~(?:the~)?(?=(?-i:[A-Z]))"""
)
_EMPLOYER_LABEL = compiled(
    r"\b(?:employer|workplace|company|school|employed~(?:by|at|with)|current~employment|business~name"
    r"|firm)\s{0,2}:[ ]{0,8}(?=(?-i:[A-Z]))"
)
_SERVICES = words(
    "va navy army marines marine veterans us usa usaf usmc uscg medicare ptsd iraq afghanistan vietnam kuwait korea "
    "germany japan guam home service england "
    "army's navy's dod federal government state mos oif oef gulf cpap mri ct tbi january february march april may "
    "june july august september october november december"
) | frozenset(
    {
        "air force",
        "marine corps",
        "coast guard",
        "national guard",
        "army reserve",
        "united states",
        "the army",
        "special forces",
        "active duty",
        "new york",
        "saudi arabia",
        "desert storm",
    }
)
_NO_FIRST_WORD = words(
    "operation fort camp fob naval nas joint christmas thanksgiving iraq's saudi southeast southwest north south new "
    "vietnam's sgt ssg sfc cpt lt dr diagnostic criterion criteria grade stage type dsm icd § cfr mr mrs ms section "
    "table figure item part line l c t s"
)


class EmployerDetector(PhiDetector):
    """EMPLOYER."""

    name = "employers"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for pattern in (_EMPLOYMENT, _EMPLOYMENT_FAR, _EMPLOYER_LABEL):
            for match in view.scan(pattern):
                yield from self._employer(view, match.end(), labelled=pattern is _EMPLOYER_LABEL)

    def _employer(self, view: LetterView, start: int, *, labelled: bool) -> Iterator[Hit]:
        """The capitalised name that begins at ``start``, unless it is a place, an office or a person."""
        first = view.first_word(start)
        if first >= len(view.words) or view.words[first].start - start > 1:
            return
        last = first
        while last + 1 < len(view.words) and last - first < 7 and self._goes_on(view, last):
            last += 1
        named = view.words[first : last + 1]
        while named and named[-1].key in FUNCTION_WORDS:
            named = named[:-1]
        if not named or view.is_kept(named[0].start, named[-1].end, HARD) or named[0].key in _TITLES:
            return
        if self._is_employer(view, named, labelled=labelled):
            form = COMPANY_FORM.match(view, named[-1].end)
            end = form.end() if form else named[-1].end
            yield Hit(named[0].start, end, C.EMPLOYER, 0.75, "a name after words of employment")

    def _goes_on(self, view: LetterView, last: int) -> bool:
        gap, following = view.gap(last), view.words[last + 1]
        if gap not in (" ", " & ", "-", "\x1f", ". ", "'s ", "'") or following.key in ("in", "until", "from", "since"):
            return False
        if following.capital:
            return True
        if following.key not in _LINKS or last + 2 >= len(view.words):
            return False
        return view.words[last + 2].capital and gap == " " and view.gap(last + 1) == " "

    def _is_employer(self, view: LetterView, named: list[Word], *, labelled: bool) -> bool:
        first, lexicon = named[0], view.lexicon
        phrase = " ".join(word.key for word in named)
        if labelled or any(w.key in HEAD_NOUNS_OF_EMPLOYERS or w.key in FACILITY_ENDS for w in named[1:]):
            return first.key not in ("va", "veterans", "service") and phrase not in _SERVICES
        if phrase in ("postal service", "us postal service", "usps"):
            return True
        if phrase in _SERVICES or phrase in STATES or phrase in lexicon.cities or phrase in lexicon.stations:
            return False
        if view.is_kept(first.start, named[-1].end) or first.key in _SERVICES | FUNCTION_WORDS | _NO_FIRST_WORD:
            return False
        rare = lexicon.english_tier(first.key) < 3 and not lexicon.is_clinical(first.key)
        return len(named) > 1 or (rare and not first.shouted)
