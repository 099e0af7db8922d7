"""Law and literature: the names in captions and citations, the numbers of statutes, forms and journals.

*Allen* is kept in ``Allen v. Brown`` and ``Allen et al.``, never in ``Dr. Allen``.
"""

from __future__ import annotations

import re

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.letter_view import HARD, SOFTLY, LetterView
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    MONTHS,
    RANK_HEADS,
    STRONG_CREDENTIALS,
    words,
)

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
    | \bOMB~(?:No\.?|Number)~\d[\d-]* | \bDA~\d{3,4}(?:-\w+)?\b
    | \b(?:NAVPERS|NAVMED|NAVMC|AFMSC|OPNAV)~\d[\d/-]*
    | \bDD[ -]?(?:214|215|2[78]\d\d(?:-\d)?)\b | \bSF[ -]?(?:86|88|89|93|180|502|513|600|603)\b | \bVA~?(?:21|20|10|27
    |9)-\d+[\w-]* | \bForm~\d{1,2}-\d{2,5}[\w-]* | (?<![\w-])2[01]-(?:\d{4}|[1-9]\d\d)[A-Z]{0,2}(?:-\d{1,2})?
    (?![\w-]|~\d{3}\b)
    | \bM21-1(?:MR)? (?:,~[\w.]+)* | \b(?:(?:VBA~)?Fast|Training|Circular)~Letter~[\d-]+
    | \bVHA~(?:Directive|Handbook)~[\d.()]+
    | \b(?<!lic[.][ ])(?<!lic[ ])(?<!license[ ])(?:diagnostic~codes?|DCs?
    |hyphenated~code) [\s:]* \d{4}(?!\d)(?:-\d{4})? (?:(?:,|~and|/|~or)~~\d{4})*
    | \b(?:CPT|ICD(?:-?1?0?)?(?:-CM)?|HCPCS|LOINC|DSM(?:-[\w-]+)?|NDC|HCPC) [\s:#(]* (?:codes?|no\.?)? [\s:#]*
    [A-Z]?\d[\w.]*
    | \b[A-TV-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})\b
    | \bISO~\d[\d-]* | \bANSI~\w[\d.-]* | \bMIL-STD-\w+"""
)
_LITERATURE = compiled(
    r"""\b(?:PMID|PMCID|PMC|ISBN|ISSN|NCT|DOI|ClinicalTrials\.gov) [\s:#]* [\w./()-]+
    | \bdoi\.org/\S+ | \b10\.\d{4,9}/\S+
    | \b(?:19|20)\d\d (?:~[A-Z][a-z]{2}(?:~\d{1,2})?)? ; ~~ \d+ (?:\(\w+(?:~\w+){0,2}\))? ~~ : ~~ [\w-]+ (?:
    ~and~\d+:\d+)?
    | \b(?:vol(?:ume)?\.?|issue|pp?\.) ~ \d+ (?:-\d+)? (?![A-Za-z\d]|/\d)
    | \b\d+ \( \d+ \) : ~~ [A-Za-z]?\d+ (?:-\w+)?"""
)
_VOLUME = compiled(
    r"""\b(?:(?:19|20)\d\d (?:~[A-Z][a-z]{2}(?:~\d{1,2})?)? ; ~~ \d | \d{1,4}\(\d{1,4}(?:~?Suppl[^)\n]{0,12})?\) ~~ :
    ~~ \w?\d | (?!1:)\d{1,3}:~?[A-Za-z]?\d{1,5}(?:-\d{1,5})?(?=[).;]|,(?!\d)))"""
)
"""Where the volume and the page of a journal stand; ``1:16,384`` is how far a serum was thinned."""
_AUTHOR_INITIALS = compiled(r"\b<Cap> ~ [A-Z]{1,3} (?= [,.;] | ~et~al)", ignore_case=False)
_ET_AL = compiled(
    r"""\b(?P<names><Cap> (?:,?~(?:[A-Z]{1,3}\b|<Cap>)){0,3}) ,? (?:'s)? ~
    (?:et~al\b\.? | and~(?:colleagues|coworkers|co-workers|associates) | & ~ colleagues)""",
    ignore_case=False,
)
_CITED_AUTHORS = compiled(
    r"""\b(?P<names>(?:(?:van|von|de|der|den|la|le|Mac|Mc)~){0,2}<Cap> (?:,~<Cap>){0,3} (?:,?~(?:and|&)~
    (?:(?:van|von|de|der|la)~){0,2}<Cap>)?)
    (?: ,? ~ \(? (?:19|20)\d\d[a-z]? \) | ,~(?:19|20)\d\d[a-z]?\)
    | ~\((?=[^()\n]{3,80}(?:19|20)\d\d(?P<journal>;)~?\d) | ~\((?=[A-Z][^()\n]{3,70},?~(?:19|20)\d\d\))
    | ~(?:19|20)\d\d[a-z]?(?=[;,]~[A-Z] | ~\([A-Z] | ~(?:found|showed|shows|reported|and~after|noted|concluded)) )""",
    ignore_case=False,
)
_SCHOLARS = compiled(
    r"""\b(?P<names><Cap> (?:~(?:and|&)~<Cap>)?) (?:'s)? ~ (?:group|cohort|trial|textbook|equation|formula
    |report~on)\b""",
    ignore_case=False,
)
_JOURNAL = compiled(r"\( (?P<names>[A-Z][A-Za-z&. ]{2,60}?) ,? ~ (?:19|20)\d\d [;,:)]", ignore_case=False)
_TITLES = CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS
_LINKS = words("of the and in for et al de van von on")
_CITING = (
    " ",
    ", ",
    ". ",
    "; ",
    " (",
    ") ",
    ": ",
    "., ",
    "-",
    " & ",
    ".; ",
    SOFT,
    "," + SOFT,
    "." + SOFT,
    ' "',
    '" ',
    '," ',
)
_CASES = words(
    "hensley nieves-rodriguez shedden gilbert jandreau buchanan mclendon deluca caluza hickson stefl barr reonal "
    "saunders "
    "clemons kahana combee procopio nehmer ortiz-valles el-amin atencio wagner horn colvin esteban southall-norman "
    "correia "
    "mitchell allen walker fountain groves swann kowalski guerrieri layno espiritu monzingo mclain jones-vaughn"
)
"""Parties by whose names lawyers call the decisions on service connection."""
_LAWYERS = compiled(
    r"\b(?:board|court|cavc|holding|holds|held|precedent|case~law|decision|standard|under|citing|rule|appeals?|veterans~law"
    r"|remand\w*|federal~circuit|adjudicat\w+)\b"
)
_LAW_REACH = 60
_FARTHEST = 24  # words before the volume that may belong to a citation
_NO_AUTHORS = words(
    "day eve weekend christmas thanksgiving easter halloween ramadan passover juneteenth memorial regional general "
    "methodist baptist presbyterian lutheran deaconess"
)
"""What days of the calendar and hospitals end in, and authors and journals do not."""
_MONTH_WORDS = re.compile(r"[A-Za-z]+")


def mark_citations(view: LetterView) -> None:
    """Marks law and literature in a view: HARD where a name cannot be the patient's, else SOFTLY."""
    for pattern in (_REPORTER, _LAW, _LITERATURE):
        for match in view.scan(pattern):
            view.keep(*match.span(), HARD)
    for pattern, strength in ((_SCHOLARS, SOFTLY), (_CITED_AUTHORS, SOFTLY), (_ET_AL, HARD), (_JOURNAL, HARD)):
        for match in view.scan(pattern):
            signed = any(word.key in STRONG_CREDENTIALS for word in view.words_in(*match.span("names")))
            if not titled(view, view.first_word(match.start("names"))) and not _is_time(match["names"]) and not signed:
                hard = strength == HARD or bool(pattern is _CITED_AUTHORS and match["journal"])
                view.keep(*match.span("names"), HARD if hard else SOFTLY)
    for match in view.scan(_VOLUME):
        _reference(view, match.start())
    _versus(view)
    for at in view.indices(_CASES):
        word = view.words[at]
        near = view[max(0, word.start - _LAW_REACH) : word.end + _LAW_REACH]
        if word.capital and not titled(view, at) and _LAWYERS.search(near):
            view.keep(word.start, word.end, SOFTLY)


def titled(view: LetterView, index: int) -> bool:
    """Whether a title stands right before a word."""
    if not index or len(view.before(index)) > 3 or "\n" in view.before(index):
        return False
    return view.words[index - 1].key in _TITLES


def _is_time(names: str) -> bool:
    """Whether what stands before a year in brackets is a month, a day of the calendar or a body, and no author."""
    found = _MONTH_WORDS.findall(names.lower())
    if not found or found[0] in MONTHS or found[-1] in FACILITY_ENDS | _NO_AUTHORS:
        return bool(found)
    return found[-1] in MONTHS and found[-2] not in ("and", "et")


def _reference(view: LetterView, volume: int) -> None:
    """The authors and the journal of a reference whose volume begins at an offset."""
    for match in _AUTHOR_INITIALS.finditer(view, *view.line_of(volume)):
        view.keep(*match.span(), HARD)
    last = view.first_word(volume) - 1
    if last < 0 or not 0 <= volume - view.words[last].end < 8:
        return
    first = last + 1
    while first and last - first < _FARTHEST and _in_reference(view, first - 1, volume):
        first -= 1
    while first <= last and view.words[first].key in _LINKS | FUNCTION_WORDS:
        first += 1
    for index in range(first, last + 1):
        if view.words[index].capital and not titled(view, index):
            view.keep(view.words[index].start, view.words[index].end, HARD)


def _in_reference(view: LetterView, index: int, volume: int) -> bool:
    word = view.words[index]
    following = view.words[index + 1].start if index + 1 < len(view.words) else volume
    between = re.sub(r"(?:19|20)\d\d[a-z]?", "", view[word.end : min(following, volume)])
    if (
        word.key in _TITLES
        or word.key in MONTHS
        or (word.key in STRONG_CREDENTIALS and following <= volume)
        or (between and between not in _CITING and between.strip(" .,;:()") != "")
    ):
        return False
    return word.capital or word.key in _LINKS


def _versus(view: LetterView) -> None:
    for match in view.scan(_VERSUS):
        right = view.first_word(match.end())
        left = right - 2  # the word between is the "v."
        low, high = left, right
        while (
            low > 0 and left - low < 3 and _party(view, low - 1) and view.gap(low - 1) in (" ", "-", ". ", SOFT, ", ")
        ):
            low -= 1
        while high + 1 < len(view.words) and high - right < 2 and view.gap(high) in (" ", "-", ". ", SOFT):
            if not _party(view, high + 1):
                break
            high += 1
        if left >= 0:
            view.keep(view.words[low].start, view.words[min(high, len(view.words) - 1)].end, HARD)


def _party(view: LetterView, index: int) -> bool:
    word = view.words[index]
    plain = view.caseless(word.start) and not view.lexicon.is_known(word.key)
    return (word.capital or plain) and word.key not in FUNCTION_WORDS and word.key not in ("vet", "see", "also", "cf")
