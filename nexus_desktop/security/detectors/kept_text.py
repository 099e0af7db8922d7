"""Names and numbers that are the analysis's own: citations, laws, literature, eponyms, awards, scales.

``mark_kept`` marks them in a view, so that later detectors of names and bare numbers leave them alone. It goes by
context: *Allen* is kept in ``Allen test``, never in ``Dr. Allen``.
"""

from __future__ import annotations

import re

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.detectors.kept_citations import mark_citations, titled
from nexus_desktop.security.letter_view import HARD, SOFTLY, LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, words

_ACTS = words("act amendments rule doctrine convention")
_INSTRUMENTS = words(
    "scale inventory index questionnaire checklist criteria classification score scores survey interview screen "
    "screener "
    "listing assessment examination sign signs maneuver manoeuvre medal ribbon badge guideline guidelines registry "
    "manual "
    "handbook protocol technique syndrome disease virus initiative evaluation test battery matrices figure"
)
_FIELDS = words(
    "american national international united world royal european federal british canadian certified accreditation "
    "board "
    "boards bureau secretary office committee council court courts certificate diplomate fellow agency fellowship"
)
"""Words that the name of an office, a college or a court begins with."""
_NEEDS_OF = words(
    "board boards bureau secretary office committee council court courts certificate diplomate fellow agency fellowship"
)
_INNER = words("of and for the to on in our")
_ALWAYS_CLINICAL = words(
    "syndrome syndromes test tests testing sign signs maneuver maneuvers manoeuvre score scores scale criteria "
    "classification grade "
    "palsy contracture phenomenon phenomena thyroiditis esophagus oesophagus esophagitis granulomatosis arteritis "
    "encephalopathy dementia "
    "carcinoma sarcoma lymphoma tumor deformity nodes node nodules ulcer ulcers stage staging index questionnaire "
    "neuroma aphasia "
    "psychosis tremor gait reflex reflexes reaction stain culture drawer angle calcification fracture fractures "
    "lesion lesions "
    "malformation hernia diverticulum esophageal procedure repair operation reconstruction osteotomy arthroplasty "
    "fundoplication "
    "maneuvre forceps retractor catheter splint splints respiration respirations "
    "agglutinin incision technique rupture ataxia chorea neuropathy myopathy "
    "dystrophy anemia purpura nephritis glomerulosclerosis cyst cysts tubercle ligament tendon membrane triangle "
    "formula equation coefficient transform hypothesis notch crackles tonometry tubercles spirometry arthropathy "
    "spondylosis keratosis pegboard plexus lymphadenopathy exanthem bacillus paralysis hemorrhoidectomy bunionectomy "
    "mastectomy gastrectomy hepatectomy esophagectomy urethroplasty pyeloplasty hernioplasty colporrhaphy vagotomy "
    "gastrostomy myotomy capsulorrhaphy tenodesis arthrodesis herniorrhaphy"
)
_SOMETIMES_CLINICAL = words(
    "disease diseases disorder line lines lines' positive negative equivocal phase levels condition therapy shunt "
    "absent present model"
)
_PLAIN_CLINICAL = words(
    "cells cell body bodies spindle fields valve fistula duct gland glands cords lamp profusion "
    "clearance protocol class type triad tetrad rings ring crystals disk disc space foramen canal naming matrices "
    "walker "
    "variant variants rash fever virus agent grade figure lens nail bone joint line band reservoir"
)
_RESULTS = words("positive negative equivocal neg pos unremarkable tests test signs")
_DISEASES = words("syndrome disease triad phenomenon palsy contracture thyroiditis encephalopathy dystrophy chorea")
_VERBS_TOO = words("signs tests grades scores stages stains repairs")
_OBJECTS = words("it them him her his their this that these those my our your the a an for off everything each every")
_EPONYM_GAPS = (" ", "'s ", "' ", "-", "/", ", ", ", and ", " and ", SOFT, "'s" + SOFT)
_CLINICAL = _ALWAYS_CLINICAL | _SOMETIMES_CLINICAL | _PLAIN_CLINICAL


_ACID = "(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val)"
_CODES = compiled(
    rf"""\b(?:p\.)?{_ACID}\d{{1,4}}(?:{_ACID}|Ter|fs|del|dup)\b
    | (?<=JAK2[ ])V\d{{3}}F\b | (?<=BRAF[ ])V\d{{3}}[EK]\b | \b(?:C282Y|H63D|S65C|R506Q|G20210A|C677T|A1298C|V617F)\b
    | \bJP-?[4578](?:\+100)?\b(?![\w-])
    | \b(?:New|West|North|South|Rhode)~(?:York|Jersey|Mexico|Hampshire|Virginia|Carolina|Dakota|Island)
      (?=~(?:Army|Air)~(?:National~)?(?:Guard|Reserve)\b)
    | \bMOS:?~\d{{2,4}}[A-Z]?\d?\b(?!-) | \bBethesda~(?:[IV]{{1,3}}|[1-6]|class|category|system)\b
    | (?<=\()\d\d[A-Z](?:\d0|\d[A-Z][A-Z\d]?)(?=[),;])
    | \b(?:GRBAS|CAPE-V|RSI|VHI)[:~]{{1,2}}(?:[0-4][-,/]~?){{2,5}}[0-4](?![\d-])""",
    ignore_case=False,
)
"""Changes of a protein, fuels of aircraft, a trade of the Army in brackets, ratings of a voice: written like numbers
that identify."""


_RATE = re.compile(
    r"\b(?:AB[EFH]?|AC|AD|AE|AG|AM[EHS]?|AO|AS|AT|AW|BM|BT|BU|CE|CM|CS|CT[AIMRT]|DC|DK|DT|EM|EN|EO|ET|FC|FT[BG]?|GM[GMT]?"
    r"|GS[EM]?|HM|HT|IC|IM|IS|IT|JO|LI|LN|MA|ML|MM|MN|MR|MS|MT|NC|OS|OT[AM]?|PN|PR|PS|QM|RM|RP|SH|SK|SM|ST[GS]|SW|TM|UT|YN)[123](?![\w./-])"
)
"""``OS2``, ``STS2``: a rating of the Navy and its class, which no level takes."""
_FORM_BOX = re.compile(r"^[ ]*(?P<v>(?:Box|Item|Block)[ ]\d{1,2}[A-Za-z]?)\b(?![ ]?,)", re.MULTILINE | re.IGNORECASE)
_LEAST_BOXES = 3
"""So many lines that begin with "Box 1" and the like are the boxes of a form, and none of a post office."""


def mark_kept(view: LetterView) -> None:
    """Marks every place of the view that is kept by its context: HARD against known names too, else SOFT."""
    _headed(view, _ACTS, HARD, reach=10)
    _headed(view, _INSTRUMENTS, SOFTLY, reach=7)
    _offices(view)
    mark_citations(view)
    _phrases(view)
    for pattern in (_CODES, _RATE):
        for match in view.scan(pattern):
            view.keep(*match.span(), HARD)
    boxes = list(_FORM_BOX.finditer(view))
    for match in boxes if len(boxes) >= _LEAST_BOXES else ():
        view.keep(*match.span("v"), HARD)
    _eponyms(view)
    _joined_eponyms(view)


def _headed(view: LetterView, heads: frozenset[str], strength: int, *, reach: int) -> None:
    """Capitalised phrases that end in a head word: the ... Act, the ... Scale."""
    for last in view.indices(heads):
        if not view.words[last].capital:
            continue
        first = last
        while first and last - first < reach and view.before(first) in (" ", SOFT):
            before = view.words[first - 1]
            if not (before.capital or before.key in _INNER) or before.key in ("a", "an"):
                break
            first -= 1
        while first < last and (not view.words[first].capital or view.words[first].key in FUNCTION_WORDS):
            first += 1
        if first < last and not titled(view, first):
            view.keep(view.words[first].start, view.words[last].end, strength)


def _offices(view: LetterView) -> None:
    """``American Board of …``, ``Board of …``, ``Fellow of …``: capitals that go on through "of" and "and"."""
    for first in view.indices(_FIELDS):
        if not view.words[first].capital or (view.words[first].key in _NEEDS_OF and not _followed_by_of(view, first)):
            continue
        last = first
        while last + 1 < len(view.words) and last - first < 9 and view.gap(last) in (" ", SOFT, ", "):
            following = view.words[last + 1]
            if not (following.capital or following.key in _INNER) or (view.gap(last) == ", " and last == first):
                break
            last += 1
        while last > first and not view.words[last].capital:
            last -= 1
        if last > first:
            view.keep(view.words[first].start, view.words[last].end, SOFTLY)


def _followed_by_of(view: LetterView, index: int) -> bool:
    return index + 1 < len(view.words) and view.words[index + 1].key in ("of", "for", "on", "in")


def _phrases(view: LetterView) -> None:
    """Kept terms of one to nine words."""
    lexicon = view.lexicon
    all_words = view.words
    for at in view.indices(lexicon.kept_firsts):
        key, tail = all_words[at].key, at + 1
        longest, phrase = (0, "") if key not in lexicon.kept_terms else (1, key)
        while tail < len(all_words) and tail - at < lexicon.kept_longest:
            key = f"{key} {all_words[tail].key}"
            tail += 1
            if key in lexicon.kept_terms:
                longest, phrase = tail - at, key
        if longest > 1 or (longest and all_words[at].capital and not titled(view, at)):
            view.keep(all_words[at].start, all_words[at + longest - 1].end, HARD if " " in phrase else SOFTLY)


def _eponyms(view: LetterView) -> None:
    """``Hoehn and Yahr stage 4``, ``Graves' disease``, ``Patrick's test``, ``Neer and Hawkins positive``."""
    lexicon = view.lexicon
    for at in view.indices(_CLINICAL):
        word = view.words[at]
        always = word.key in _ALWAYS_CLINICAL
        if word.key in _PLAIN_CLINICAL | {"lines"} and word.capital and not view.caseless(word.start):
            continue  # "Fisher Body" is no Lewy body, "Roe Van Lines" no line of Beau
        first = at
        while first > 0 and at - first < 4 and _joins(view, first - 1):
            first -= 1
        while first < at and not _eponym_like(view, view.words[first]):
            first += 1
        if first == at or titled(view, first):
            continue
        named = [w for w in view.words[first:at] if w.key != "and"]
        listed = any(_is_listed(view, w) for w in named)
        possessive = view[named[-1].end : word.start].startswith("'s")
        if not listed and word.key in _VERBS_TOO and _has_object(view, at):
            continue  # "Roe signs it"
        if listed or (always and not (possessive and len(named) == 1 and lexicon.is_name(named[0].key))):
            view.keep(view.words[first].start, word.end, HARD)
        elif possessive and word.key in _DISEASES:  # "Lofgren's syndrome", unless the letter knows a Lofgren
            view.keep(view.words[first].start, word.end, SOFTLY)


def _has_object(view: LetterView, index: int) -> bool:
    """Whether what is done to something follows a word right away."""
    return index + 1 < len(view.words) and view.gap(index) in (" ", SOFT) and view.words[index + 1].key in _OBJECTS


def _is_listed(view: LetterView, word: Word) -> bool:
    """Whether a word, or each half of a double one, is a name inside medicine."""
    lexicon = view.lexicon
    parts = word.key.split("-")
    if word.key in lexicon.eponyms or lexicon.clinical.get(word.key) == 3:
        return True
    return len(parts) > 1 and any(part in lexicon.eponyms or lexicon.clinical.get(part) == 3 for part in parts)


def _joined_eponyms(view: LetterView) -> None:
    """``Kellgren-Lawrence``, ``Wolff-Parkinson-White``: hyphens between names that medicine knows."""
    lexicon = view.lexicon
    for at, word in enumerate(view.words):
        if "-" not in word.key or not word.capital or titled(view, at):
            continue
        parts = word.key.split("-")
        if word.key in lexicon.eponyms or all(p in lexicon.eponyms or lexicon.clinical.get(p) == 3 for p in parts):
            lone = not (at and view.words[at - 1].capital and view.before(at) in (" ", ". ", SOFT))
            view.keep(word.start, word.end, HARD if lone and _is_medical(view, at) else SOFTLY)


def _joins(view: LetterView, index: int) -> bool:
    word, gap = view.words[index], view.gap(index)
    if gap.startswith(",") and not _is_listed(view, word):
        return False
    return gap in _EPONYM_GAPS and (_eponym_like(view, word) or word.key in ("and", "von", "van", "de", "der"))


def _eponym_like(view: LetterView, word: Word) -> bool:
    return (word.capital and len(word.text) > 1 and word.key not in FUNCTION_WORDS) or word.key in view.lexicon.eponyms


def is_eponym(view: LetterView, index: int) -> bool:
    """Whether a word is the name of a test, sign or disease here, by the words around it."""
    word, lexicon = view.words[index], view.lexicon
    if not _is_listed(view, word) or titled(view, index):
        return False
    common = lexicon.surname_tier(word.key) >= 3 or lexicon.given_tier(word.key) >= 3
    return not common or _is_medical(view, index)


def is_beside_medicine(view: LetterView, index: int) -> bool:
    """Whether a word of medicine stands right before or behind a word, or behind an "and": what it takes for the name
    of a person of the letter not to be one."""
    before, behind = index - 1, index + 1
    before -= before > 0 and view.words[before].key == "and"
    behind += behind + 1 < len(view.words) and view.words[behind].key == "and"
    near = [view.words[before]] if before >= 0 and not view.starts_sentence(index) else []
    near += [view.words[behind]] if behind < len(view.words) and not view.starts_sentence(behind) else []
    return _any_medical(view, near)


def _is_medical(view: LetterView, index: int) -> bool:
    """Whether words of medicine stand within three words."""
    return _any_medical(view, view.words[max(0, index - 3) : index] + view.words[index + 1 : index + 4])


def _any_medical(view: LetterView, near: list[Word]) -> bool:
    lexicon = view.lexicon
    return any(
        w.key in lexicon.eponyms or w.key in _ALWAYS_CLINICAL or w.key in _RESULTS or lexicon.is_clinical(w.key)
        for w in near
    )
