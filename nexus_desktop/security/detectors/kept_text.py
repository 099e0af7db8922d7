"""Names and numbers that are the analysis's own: citations, laws, literature, eponyms, awards, scales.

``mark_kept`` marks them in a view, so that later detectors of names and bare numbers leave them alone. It goes by
context: *Allen* is kept in ``Allen v. Brown`` and in ``Allen test``, never in ``Dr. Allen``.
"""

from __future__ import annotations

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.letter_view import HARD, SOFTLY, LetterView, Word
from nexus_desktop.security.vocabulary import CIVIL_TITLES, DOCTOR_TITLES, FUNCTION_WORDS, RANK_HEADS, words

_VERSUS = compiled(r"(?<=[\w.)']) ~ v(?:s)?\.? ~ (?=[A-Za-z])", ignore_case=False)
_REPORTER = compiled(
    r"""\b\d{1,4} ~ (?:Vet\.?~~App\.?|F\.?~~(?:2d|3d|4th|Supp\.?(?:~[23]d)?|App'x)\.?|U\.~~S\.|S\.~~Ct\.|Fed\.~~(?:Reg
    |Cir|App)\.?|WL)
    ~ \d+ (?:,~\d+(?:-\d+)?)* (?: ~~ \( [^()\n]{0,60} \) )?"""
)
_LAW = compiled(
    r"""\b\d{1,3} ~~ (?:C\.?~~F\.?~~R\.?|U\.?~~S\.?~~C\.?(?:~~A\.?)?) (?:~~(?:§{1,3}|parts?|sections?|secs?\.?))? ~~
    [\d.]*\d[A-Za-z]? (?:-\d+)? (?:\([\w]{1,5}\))*
    | (?<!§)§{1,3} ~~ \d[\d.]*[A-Za-z]? (?:\(\w{1,5}\))*
    | \b(?:Public~Law|Pub\.~L\.(?:~No\.)?|P\.L\.) ~ \d+-\d+
    | \bVAOPGC(?:PREC)? (?:~PREC\.?)? ~ \d+-\d+
    | \b(?:VA|DD|DA|SF|OF|NAVMED|AF|AFTO|NGB|VAF|SSA|OMB)~(?:Form|Fm|Control~(?:Number|No\.?)|approved) [\s:#]*
    (?:No\.?~)? \w?\d[\d\w-]*
    | \bDD[ -]?(?:214|215|2[78]\d\d(?:-\d)?)\b | \bSF[ -]?(?:86|88|89|93|180|502|513|600)\b | \bVA~?(?:21|20|10|27
    |9)-\d+[\w-]*
    | \bM21-1(?:MR)? (?:,~[\w.]+)* | \b(?:Fast|Training|Circular)~Letter~[\d-]+
    | \b(?:diagnostic~codes?|DCs?|hyphenated~code) [\s:]* \d{4}(?!\d)(?:-\d{4})? (?:(?:,|~and|/|~or)~~\d{4})*
    | \b(?:CPT|ICD(?:-?1?0?)?(?:-CM)?|HCPCS|LOINC|DSM(?:-[\w-]+)?|NDC|HCPC) [\s:#(]* (?:codes?|no\.?)? [\s:#]*
    [A-Z]?\d[\w.]*
    | \b[A-TV-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})\b
    | \bISO~\d[\d-]* | \bANSI~\w[\d.-]* | \bMIL-STD-\w+"""
)
_LITERATURE = compiled(
    r"""\b(?:PMID|PMCID|PMC|ISBN|ISSN|NCT|DOI|ClinicalTrials\.gov) [\s:#]* [\w./()-]+
    | \bdoi\.org/\S+ | \b10\.\d{4,9}/\S+
    | (?:19|20)\d\d (?:~[A-Z][a-z]{2}(?:~\d{1,2})?)? ; ~~ \d+ (?:\(\w+(?:~\w+){0,2}\))? ~~ : ~~ [\w-]+ (?:
    ~and~\d+:\d+)?
    | (?:vol(?:ume)?\.?|issue|pp?\.) ~ \d+ (?:-\d+)?
    | \b\d+ \( \d+ \) : ~~ [A-Za-z]?\d+ (?:-\w+)?"""
)
_VOLUME = compiled(
    r"""\b(?:(?:19|20)\d\d (?:~[A-Z][a-z]{2}(?:~\d{1,2})?)? ; ~~ \d | \d{1,4}\(\d{1,4}(?:~?Suppl[^)\n]{0,12})?\) ~~ :
    ~~ \w?\d)"""
)
_AUTHOR_INITIALS = compiled(r"\b<Cap> ~ [A-Z]{1,3} (?= [,.;] | ~et~al)", ignore_case=False)
_ET_AL = compiled(
    r"""\b(?P<names><Cap> (?:,?~(?:[A-Z]{1,3}\b|<Cap>)){0,3}) ,? (?:'s)? ~
    (?:et~al\b\.? | and~(?:colleagues|coworkers|co-workers|associates) | & ~ colleagues)""",
    ignore_case=False,
)
_CITED_AUTHORS = compiled(
    r"""\b(?P<names>(?:(?:van|von|de|der|den|la|le)~){0,2}<Cap> (?:,~<Cap>){0,3} (?:,?~(?:and|&)~(?:(?:van|von|de|der
    |la)~){0,2}<Cap>)?)
    (?: ,? ~ \(? (?:19|20)\d\d[a-z]? \) | ,~(?:19|20)\d\d[a-z]?\)
    | ~\((?=[^()\n]{3,80}(?:19|20)\d\d(?P<journal>;)~?\d) | ~\((?=[A-Z][^()\n]{3,70},?~(?:19|20)\d\d\)) )""",
    ignore_case=False,
)
_SCHOLARS = compiled(
    r"""\b(?P<names><Cap> (?:~(?:and|&)~<Cap>)?) (?:'s)? ~ (?:group|cohort|trial|textbook|equation|formula
    |report~on)\b""",
    ignore_case=False,
)
_JOURNAL = compiled(r"\( (?P<names>[A-Z][A-Za-z&. ]{2,60}?) ,? ~ (?:19|20)\d\d [;,:)]", ignore_case=False)
_ACT = compiled(
    r"\b(?:<Cap> ~ (?:(?:of|and|the|for|our)~){0,2}){1,9} (?:Act|Amendments|Rule|Doctrine|Convention)\b",
    ignore_case=False,
)
_OFFICE = compiled(
    r"""\b (?:American|National|International|United|World|Royal|European|Federal|British|Canadian|Certified
    |Accreditation)
    (?:~(?:(?:of|on|for|in|and|the|&)~){0,2}<Cap>){1,7}
    | \b (?:Board|Boards|Bureau|Secretary|Office|Committee|Council|Court|Courts|Certificate|Diplomate|Fellow|Agency
    |Fellowship)
    ~(?:of|for|on|in)~(?:the~)?<Cap>(?:,?~(?:(?:and|for|of|the)~){0,2}<Cap>){0,6}""",
    ignore_case=False,
)
_INSTRUMENT = compiled(
    r"""\b(?:<Cap> ~ (?:(?:of|and|for|the|to)~){0,2}){1,6}
    (?:Scale|Inventory|Index|Questionnaire|Checklist|Criteria|Classification|Score|Scores|Survey|Interview|Screen
    |Screener|Listing|
    Assessment|Examination|Sign|Signs|Maneuver|Manoeuvre|Medal|Ribbon|Badge|Guidelines?|Registry|Manual|Handbook
    |Protocol|Technique|
    Syndrome|Disease|Virus|Group~[1-5]|Initiative|Evaluation|Test)\b""",
    ignore_case=False,
)
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
    "maneuvre forceps retractor catheter splint respiration respirations "
    "agglutinin incision technique rupture ataxia chorea neuropathy myopathy "
    "dystrophy anemia purpura nephritis glomerulosclerosis cyst cysts tubercle ligament tendon membrane triangle "
    "formula equation coefficient transform hypothesis"
)
_SOMETIMES_CLINICAL = words(
    "disease diseases disorder line lines lines' positive negative equivocal phase levels condition therapy shunt"
)
_RESULTS = words("positive negative equivocal neg pos unremarkable tests test signs")


def _versus(view: LetterView) -> None:
    for match in view.scan(_VERSUS):
        right = view.first_word(match.end())
        left = right - 2  # the word between is the "v."
        low, high = left, right
        while (
            low > 0 and left - low < 3 and _party(view, low - 1) and view.gap(low - 1) in (" ", "-", ". ", "\x1f", ", ")
        ):
            low -= 1
        while high + 1 < len(view.words) and high - right < 2 and view.gap(high) in (" ", "-", ". ", "\x1f"):
            if not _party(view, high + 1):
                break
            high += 1
        if left >= 0:
            view.keep(view.words[low].start, view.words[min(high, len(view.words) - 1)].end, HARD)


def _party(view: LetterView, index: int) -> bool:
    word = view.words[index]
    plain = view.caseless(word.start) and not view.lexicon.is_known(word.key)
    return (word.capital or plain) and word.key not in FUNCTION_WORDS and word.key not in ("vet", "see", "also", "cf")


def _phrases(view: LetterView) -> None:
    """Kept terms of one to nine words."""
    longest = max(term.count(" ") for term in view.lexicon.kept_terms) + 1
    firsts = {term.split(" ", 1)[0] for term in view.lexicon.kept_terms}
    keys = [word.key for word in view.words]
    for at, key in enumerate(keys):
        if key not in firsts:
            continue
        for count in range(min(longest, len(keys) - at), 0, -1):
            if " ".join(keys[at : at + count]) in view.lexicon.kept_terms:
                if count > 1 or (view.words[at].capital and not _titled(view, at)):
                    view.keep(view.words[at].start, view.words[at + count - 1].end, HARD if count > 1 else SOFTLY)
                break


def _titled(view: LetterView, index: int) -> bool:
    if not index or len(view.before(index)) > 3 or "\n" in view.before(index):
        return False
    key = view.words[index - 1].key
    return key in CIVIL_TITLES or key in DOCTOR_TITLES or key in RANK_HEADS


def _eponyms(view: LetterView) -> None:
    """``Hoehn and Yahr stage 4``, ``Graves' disease``, ``Patrick's test``, ``Neer and Hawkins positive``."""
    lexicon = view.lexicon
    for at, word in enumerate(view.words):
        always = word.key in _ALWAYS_CLINICAL
        if not always and word.key not in _SOMETIMES_CLINICAL:
            continue
        first = at
        while first > 0 and at - first < 4 and _joins(view, first - 1):
            first -= 1
        while first < at and not _eponym_like(view, view.words[first]):
            first += 1
        if first == at or _titled(view, first):
            continue
        named = [w for w in view.words[first:at] if w.key != "and"]
        listed = any(w.key in lexicon.eponyms or lexicon.clinical.get(w.key) == 3 for w in named)
        possessive = view[named[-1].end : word.start].startswith("'s")
        if listed or (always and not (possessive and len(named) == 1 and lexicon.is_name(named[0].key))):
            view.keep(view.words[first].start, word.end, HARD)


def _joins(view: LetterView, index: int) -> bool:
    word, gap = view.words[index], view.gap(index)
    fits = gap in (" ", "'s ", "' ", "-", "/", ", ", ", and ", " and ", "\x1f", "'s\x1f")
    return fits and (_eponym_like(view, word) or word.key in ("and", "von", "van", "de", "der"))


def _eponym_like(view: LetterView, word: Word) -> bool:
    return (word.capital and len(word.text) > 1 and word.key not in FUNCTION_WORDS) or word.key in view.lexicon.eponyms


def is_eponym(view: LetterView, index: int) -> bool:
    """Whether a word is the name of a test, sign or disease here, by the words around it."""
    word, lexicon = view.words[index], view.lexicon
    if (word.key not in lexicon.eponyms and lexicon.clinical.get(word.key) != 3) or _titled(view, index):
        return False
    near = view.words[max(0, index - 3) : index] + view.words[index + 1 : index + 4]
    medical = any(
        w.key in lexicon.eponyms or w.key in _ALWAYS_CLINICAL or w.key in _RESULTS or lexicon.is_clinical(w.key)
        for w in near
    )
    common = lexicon.surname_tier(word.key) >= 3 or lexicon.given_tier(word.key) >= 3
    return medical or not common


def mark_kept(view: LetterView) -> None:
    """Marks every place of the view that is kept by its context: HARD against known names too, else SOFT."""
    for pattern, strength in (
        (_ACT, HARD),
        (_OFFICE, SOFTLY),
        (_INSTRUMENT, SOFTLY),
        (_REPORTER, HARD),
        (_LAW, HARD),
        (_LITERATURE, HARD),
    ):
        for match in view.scan(pattern):
            view.keep(*match.span(), strength)
    for pattern, strength in ((_SCHOLARS, SOFTLY), (_CITED_AUTHORS, SOFTLY), (_ET_AL, HARD), (_JOURNAL, HARD)):
        for match in view.scan(pattern):
            if not _titled(view, view.first_word(match.start("names"))):
                hard = strength == HARD or bool(pattern is _CITED_AUTHORS and match["journal"])
                view.keep(*match.span("names"), HARD if hard else SOFTLY)
    for start, end in {view.line_of(match.start()) for match in view.scan(_VOLUME)}:
        for match in _AUTHOR_INITIALS.finditer(view, start, end):
            view.keep(*match.span(), HARD)
    _versus(view)
    _phrases(view)
    _eponyms(view)
