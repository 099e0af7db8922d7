"""Sources of medical literature in a text, and what of author, title, journal and year each of them gives.

Entries of a list are taken as a whole; a source named within prose from its first to its last part. Law is not
literature, and a study done on the veteran (a sleep study, a pathology report) is none either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nexus_desktop.analysis.citations.spelling import Spelled
from nexus_desktop.models.citation_models import Reference, ReferencePart

Span = tuple[int, int]

_NAME = r"(?:O')?[A-ZÀ-Ý][a-zà-ÿ]+(?:[A-Z][a-zà-ÿ]+)?(?:['-][A-ZÀ-Ý]?[a-zà-ÿ]+)?"
_NO_AUTHOR = (
    r"(?!(?:The|This|In|On|At|From|Since|Dated?|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*"
    r"|Nov\w*|Dec\w*|Spring|Summer|Fall|Autumn|Winter|Army|Navy|Air|Marines?|Coast|Vietnam|Iraq|Korea|Kuwait"
    r"|Afghanistan|Desert|Gulf|Rating|Decision|Board|Form|Exhibit|Page|Exam\w*|Report|Record\w*|Audiogram|Veteran"
    r"|Patient|Opinion|Diagnosis|Age|Fort|Camp|Dr|Mr|Mrs|Ms|Prof|Received|Signed|Revised|Act|Rev|Ed|Fed|Vet|App)\b)"
)
_BODY = (
    r"(?:Institute of Medicine|National Academ(?:y|ies)(?: of [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)?|IOM|ATSDR|IARC"
    r"|NIOSH|Agency for Toxic Substances(?: and Disease Registry)?|World Health Organization"
    r"|Centers for Disease Control(?: and Prevention)?|National Institutes? of Health|American (?:Academy|College"
    r"|Association|Society|Psychiatric Association|Heart Association|Diabetes Association)(?: (?:of"
    r"|for) [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,4})?|VA/DoD)"
)
_AUTHOR: Final = re.compile(
    rf"(?<![\w.])(?:{_NO_AUTHOR}{_NAME}(?: [A-Z]{{1,3}}\b\.?| et al\b\.?|,? (?:and|&) (?:colleagues|associates"
    rf"|coworkers)|'s group|, (?:[A-Z]\.[ -]?){{1,3}})(?:,? (?:and |& )?{_NAME}(?: [A-Z]{{1,3}}\b\.?"
    rf"|, (?:[A-Z]\.[ -]?){{1,3}}))*(?:,? et al\b\.?)?|{_BODY})"
)
_AUTHOR_YEAR: Final = re.compile(
    rf"(?<!Dr\. )(?<!Dr )(?<![\w.]){_NO_AUTHOR}(?P<name>{_NAME}(?:,? (?:and|&) {_NAME}|,? et al\.?)?)"
    r",? \(?(?P<year>(?:19|20)\d\d)[a-z]?\b"
)
_YEAR: Final = re.compile(r"(?<![\d/.-])(?:19|20)\d\d[a-z]?(?![\d/.-]\d)\b")
_NUMBERS: Final = re.compile(
    r"(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?\s?;\s?\d{1,4}(?:\s?\([\w"
    r" -]{1,12}\))?\s?:\s?[eSs]?\d+(?:-[eSs]?\d+)?"
    r"|(?<![\d/])\d{1,4}\s?\(\d{1,3}(?:-\d+)?\)\s?[:,]\s?(?:pp?\. ?)?[eSs]?\d+(?:-[eSs]?\d+)?"
    r"|(?<![\d:/])\d{1,3}:\d{2,5}-\d{2,5}\b|\bvol(?:ume|\.)? ?\d+,? (?:no|issue|pp?)\b\.? ?\d+",
    re.IGNORECASE,
)
_JOURNAL: Final = re.compile(
    r"\b(?:N(?:ew)? Engl(?:and|\.)? J(?:ournal)?(?: of|\.)? Med(?:icine|\.)?|NEJM|JAMA(?: [A-Z]\w+){0,2}"
    r"|(?:The )?Lancet(?: [A-Z]\w+)?|BMJ(?: Open)?|PLoS (?:ONE|Med\w*)|Cochrane(?: Database\w*)?|(?:Ann(?:als)?"
    r"|Arch(?:ives)?|Br(?:itish)?|Am(?:erican)?|Int(?:ernational)?|Eur(?:opean)?|Scand(?:inavian)?|Can(?:adian)?"
    r"|Clin(?:ical)?)\.? (?:(?:of|the|in|for) )?(?:J(?:ournal)?\.?|Intern(?:al)?|Gen(?:eral)?|Phys(?:ical)?|Rheum\w*"
    r"|Neurol\w*|Surg\w*|Epidemiol\w*|Environ\w*|Psychiat\w*|Psychol\w*|Otol\w*|Dermatol\w*|Cardiol\w*"
    r"|Orthop\w*)\.?(?: (?:of )?(?:the )?[A-Z][\w&.-]*| (?:of|and|in)\b){0,6}"
    r"|(?:The )?J(?:ournal)?\.? (?:of (?:the )?)?(?:[A-Z][\w&.-]*)(?: (?:and |of |the |in |& )*[A-Z][\w&.-]*){0,6}"
    r"|Military Medicine|Mil\.? Med\b\.?|Diabetes Care|Cephalalgia|Gastroenterology|Neurology|Circulation|Chest"
    r"|Sleep(?: Med\w*)?|Pain(?: Med\w*)?|Spine|Headache|Hypertension|Psychosom\w* Med\w*"
    r"|Environ(?:mental)?\.? (?:Health|Res\w*)(?: Perspect\w*)?"
    r"|Occup(?:ational)?\.? (?:and )?(?:Environ\w*\.? )?Med\w*|Mayo Clin(?:ic)?\.? Proc\w*)(?=[\s,.;:)(]|$)"
)
_WEAK_JOURNAL: Final = re.compile(
    r"(?:Gastroenterology|Neurology|Circulation|Chest|Sleep|Pain|Spine|Headache|Hypertension|Diabetes Care)\.?"
)
_THEN_NUMBERS: Final = re.compile(r"[.,]?\s*\(?\d")
_BOOK: Final = re.compile(
    r"\b(?:Harrison's|Cecil|Campbell(?:'s|-Walsh)|Kaplan|Adams and Victor|Merck Manual|UpToDate|DeGowin"
    r"|Nelson's)\b[^.;\n]{0,60}"
)
_TITLE: Final = re.compile(r"[“\"]([^”\"\n]{15,300})[”\"]")
_PLAIN_TITLE: Final = re.compile(r"(?:[.)?] |^\W*)(?P<title>[A-ZÀ-Ý0-9][^.?\n]{14,300}[.?])(?= )")
_BODY_TITLE: Final = re.compile(
    r"(?:,|'s| report| study)*,? (?P<title>[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|and|of|the|in|from|on|to"
    r"|for)){2,12}),? \(?(?:19|20)\d\d"
)
_PMID: Final = re.compile(r"\bPMID(?: ?(?:No\.?|#))?\s?:?\s?#?(?P<pmid>\w+)", re.IGNORECASE)
_DOI: Final = re.compile(
    r"(?:\bdoi(?:\.org/|\s?:)\s?|\bhttps?://(?:dx\.)?doi\.org/)(?P<labelled>[^\s,;]+)"
    r"|(?<![\w.])(?P<bare>10\.\d{4,9}/[^\s,;]+)",
    re.IGNORECASE,
)
_PMID_SHAPE: Final = re.compile(r"[1-9]\d{0,7}")
_DOI_SHAPE: Final = re.compile(r"10\.\d{4,9}/\S*\w\S*")
_HEADING: Final = re.compile(
    r"\W*(?:\w{1,3}[.)] )?(?:medical |selected |supporting |scientific )*(?:references?|bibliography"
    r"|literature(?: (?:cited|reviewed?|relied on))?|works cited|citations)(?: cited)?\s*:?\s*$",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(
    r"\W*(?:sincerely|respectfully|regards|thank|signed|/s/|enclos|cc\b|attach|very truly|in summary|conclusion"
    r"|opinion)",
    re.IGNORECASE,
)
_ENTRY: Final = re.compile(rf"\W*(?:\[?\d{{1,2}}[.)\]] ?)?(?:{_AUTHOR.pattern})")
_OF_LITERATURE: Final = re.compile(
    r"\b(?:stud(?:y|ies)|research|literature|meta-?analys\w+|reviews?|reviewed|journal|trial|cohort|published"
    r"|prevalence|risk|association|associated|et al|found|showed|reported|demonstrated|concluded|described"
    r"|evidence)\b",
    re.IGNORECASE,
)
_VETERANS_OWN: Final = re.compile(
    r"\b(?:his|her|the veteran's|my|sleep|laboratory|imaging|radiology|pathology|operative|mri|ct|va) (?:\w+ )?"
    r"(?:study|report|review)\b",
    re.IGNORECASE,
)
_ENTRY_IN_PROSE: Final = re.compile(
    rf"(?<![\w.])(?<!\b[A-Z], )(?<!\b[A-Z]{{2}}, )(?<!\b[A-Z]{{3}}, ){_NAME} [A-Z]{{1,3}}\b(?:, {_NAME}"
    rf" [A-Z]{{1,3}}\b){{0,30}}(?:,? et al)?\. [^.?\n]{{10,300}}[.?] [^;\n]{{3,80}}?(?i:{_NUMBERS.pattern})(?:\."
    rf" ?(?i:PMID|doi)[^\s,]* ?[\w./-]*\w)*"
)
_LAST_OF_NAMES: Final = re.compile(r"\b[A-Z][\w'-]*,? $")
_NEAR = 90  # characters from the name of a body to the year of its report
_LONGEST_ENTRY = 600  # characters
_SENTENCE: Final = re.compile(
    r"(?<=[a-z)\]][a-z)\]][a-z)\]][.!?]) +(?=[A-Z“\"])|(?<=\d[.)]) +(?=[A-Z][a-z]+ [a-z])|(?<=\d\).) +(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where the parts of one source stand."""

    author: Span | None
    title: Span | None
    journal: Span | None
    year: Span | None
    numbers: tuple[Span, ...]
    book: bool

    def extent(self) -> Span:
        spans = [one for one in (self.author, self.title, self.journal, self.year, *self.numbers) if one is not None]
        return min(start for start, _ in spans), max(end for _, end in spans)


def references(spelled: Spelled, taken: Sequence[Span]) -> tuple[Reference, ...]:
    """The sources of a text. ``taken`` are the places of citations of law in the text given."""
    text = _without_law(spelled, taken)
    found: list[Reference] = []
    listing = False
    for start, end in _lines(text):
        line = text[start:end]
        if _HEADING.match(line):
            listing = True
            continue
        if listing and _CLOSES.match(line):
            listing = False
        if _is_entry(line, listing=listing):
            found.append(_reference(spelled, text, _parts(text, start, end), (start, end)))
            continue
        for first, last in _sources_in_prose(text, start, end):
            parts = _parts(text, first, last)
            found.append(_reference(spelled, text, parts, _closed(text, parts.extent(), end)))
    return tuple(found)


def _without_law(spelled: Spelled, taken: Sequence[Span]) -> str:
    """The reading with citations of law blotted out."""
    text = spelled.reading.text
    for start, end in taken:
        first, last = spelled.reading.position(start), spelled.reading.position(end)
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for part in text.split("\n"):
        if part.strip():
            spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _is_entry(line: str, *, listing: bool) -> bool:
    """Whether a line is an entry of a list of sources."""
    if _YEAR.search(line) is None and _NUMBERS.search(line) is None:
        return listing and (_PMID.search(line) is not None or _DOI.search(line) is not None)
    if _ENTRY.match(line) is None:
        return listing and (
            _JOURNAL.search(line) is not None or _DOI.search(line) is not None or _BOOK.search(line) is not None
        )
    sourced = _NUMBERS.search(line) or _PMID.search(line) or _DOI.search(line)
    return listing or (sourced is not None and len(line) < _LONGEST_ENTRY and _is_list_like(line))


def _is_list_like(line: str) -> bool:
    """Whether a line that begins with a name is a source and not a sentence: it has no verb of prose after the name."""
    head = line[:120]
    return (
        re.search(
            r"\b(?:found|showed|reported|demonstrated|concluded|described|noted|has|have|is|was|were|in a)\b", head
        )
        is None
    )


def _sources_in_prose(text: str, start: int, end: int) -> list[Span]:
    """The stretches of a line that each hold one source."""
    found = [match.span() for match in _ENTRY_IN_PROSE.finditer(text, start, end)]
    for first, last in _sentences(text, start, end):
        if any(a < last and first < b for a, b in found):
            continue
        heads = _heads(text, first, last)
        opening = [place for place, opens in heads if opens]
        if not heads:
            continue
        edges = [*opening, last] if opening else [first, last]
        if opening and heads[0][0] < opening[0]:
            edges[0] = first
        found += pairwise(edges)
    return sorted(found)


def _heads(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Where a sentence names a source, and whether a source begins there (with its author)."""
    sentence = text[start:end]
    of_literature = _OF_LITERATURE.search(sentence) is not None
    heads = [match.start() for pattern in (_NUMBERS, _PMID, _DOI) for match in pattern.finditer(text, start, end)]
    strong = bool(heads)
    for match in _JOURNAL.finditer(text, start, end):
        weak = _WEAK_JOURNAL.fullmatch(match.group()) is not None
        if strong or (not weak and of_literature):
            heads.append(match.start())
    authors: list[Span] = []
    if of_literature and _VETERANS_OWN.search(sentence) is None:
        heads += [match.start() for match in _BOOK.finditer(text, start, end)]
        authors = [match.span() for match in _AUTHOR.finditer(text, start, end) if _is_author(text, match, end)]
        authors += [
            match.span()
            for match in _AUTHOR_YEAR.finditer(text, start, end)
            if _is_author_year(text, match, start, end)
        ]
    elif strong:
        authors = [match.span() for match in _AUTHOR.finditer(text, start, end)]
    opening: list[Span] = []
    for span in sorted(authors):
        if not opening or span[0] >= opening[-1][1]:
            opening.append(span)
    return sorted([*((head, False) for head in heads), *((first, True) for first, _ in opening)])


def _is_author_year(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a name before a year is an author's: not a journal's, and not the last word of a title."""
    if " " in match.group("name"):
        return True
    titled = _LAST_OF_NAMES.search(text, max(start, match.start() - 30), match.start()) is not None
    journals = _JOURNAL.finditer(text, start, end)
    return not titled and not any(one.start() <= match.start() < one.end() for one in journals)


def _is_author(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a name is that of an author: "et al.", "and colleagues", or a body whose report is dated."""
    if " et al" in match.group() or "colleagues" in match.group():
        return True
    dated = _YEAR.search(text, match.end(), min(end, match.end() + _NEAR)) is not None
    return dated and re.match(_BODY, match.group()) is not None


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentences of a line; within parentheses sources are set apart by semicolons."""
    spans, first = [], start
    for cut in _SENTENCE.finditer(text, start, end):
        spans.append((first, cut.start()))
        first = cut.end()
    spans.append((first, end))
    return spans


def _parts(text: str, start: int, end: int) -> _Parts:
    """The parts of one source between two places."""
    numbers = [match.span() for pattern in (_NUMBERS, _PMID, _DOI) for match in pattern.finditer(text, start, end)]
    journal = _journal(text, start, end)
    apart = journal or (end, end)
    named = min(
        [match.span() for match in _AUTHOR.finditer(text, start, end) if not apart[0] <= match.start() < apart[1]]
        + [
            match.span("name")
            for match in _AUTHOR_YEAR.finditer(text, start, end)
            if not apart[0] <= match.start() < apart[1]
        ],
        default=None,
    )
    author = _AUTHOR.match(text, named[0], end) if named else None
    book = _BOOK.search(text, start, end)
    title = _title(text, start, end, named, journal, book)
    year = _YEAR.search(text, named[1] if named else start, end) or _YEAR.search(text, start, end)
    return _Parts(
        named or (book.span() if book else None),
        title,
        journal,
        year.span() if year else None,
        tuple(numbers),
        book is not None or (author is not None and re.match(_BODY, author.group()) is not None),
    )


def _journal(text: str, start: int, end: int) -> Span | None:
    """The journal: by its name, else the words with capitals right before volume and pages."""
    numbers = _NUMBERS.search(text, start, end)
    for match in _JOURNAL.finditer(text, start, end):
        if _WEAK_JOURNAL.fullmatch(match.group()) is None or _THEN_NUMBERS.match(text, match.end(), end):
            return match.span()
    if numbers is None:
        return None
    before = re.search(
        r"(?<![\w])([A-ZÀ-Ý][\w&.-]*(?: (?:of|and|in|the|&|for|[A-ZÀ-Ý][\w&.-]*)){0,7})[.,]?\s*(?:\(?(?:19"
        r"|20)\d\d\)?[,;]?\s*)?$",
        text[max(start, numbers.start() - 90) : numbers.start()],
    )
    base = max(start, numbers.start() - 90)
    return (base + before.start(1), base + before.end(1)) if before else None


def _title(
    text: str, start: int, end: int, author: Span | None, journal: Span | None, book: re.Match[str] | None
) -> Span | None:
    """The title: in quotation marks, else the sentence between the author and the journal."""
    quoted = _TITLE.search(text, start, end)
    if quoted is not None:
        return quoted.span(1)
    if book is not None:
        return book.span()
    if author is None:
        return None
    report = _BODY_TITLE.match(text, author[1], end)
    if report is not None:
        return report.span("title")
    stop = journal[0] if journal is not None and journal[0] > author[1] else end
    plain = _PLAIN_TITLE.search(text, max(start, author[1] - 1), min(end, stop + 1))
    if plain is None or len(plain.group("title").split()) < 3:
        return None
    return plain.span("title")


def _closed(text: str, extent: Span, line_end: int) -> Span:
    """The extent with the rest of a parenthesis that it opens."""
    start, end = extent
    if text.count("(", start, end) > text.count(")", start, end):
        close = re.compile(r"[^()\n]{0,60}\)").match(text, end, line_end)
        return (start, close.end()) if close else extent
    return extent


def _reference(spelled: Spelled, text: str, parts: _Parts, extent: Span) -> Reference:
    start, end = extent
    pmid, doi, problems = _identifiers(text, start, end)
    missing = [
        part
        for part, span in (
            (ReferencePart.AUTHOR, parts.author),
            (ReferencePart.TITLE, parts.title),
            (ReferencePart.JOURNAL, parts.journal or (parts.title if parts.book else None)),
            (ReferencePart.YEAR, parts.year),
        )
        if span is None
    ]
    evidence = spelled.reading.evidence(start, end)
    return Reference(evidence=evidence, missing=tuple(missing), pmid=pmid, doi=doi, problems=tuple(problems))


def _identifiers(text: str, start: int, end: int) -> tuple[str | None, str | None, list[str]]:
    """PMID and DOI as written, and what is wrong with their shape."""
    problems = []
    pmid_found, doi_found = _PMID.search(text, start, end), _DOI.search(text, start, end)
    pmid = pmid_found.group("pmid") if pmid_found else None
    doi = (doi_found.group("labelled") or doi_found.group("bare")).rstrip(".)]") if doi_found else None
    if pmid is not None and not _PMID_SHAPE.fullmatch(pmid):
        digits = sum(c.isdigit() for c in pmid)
        problems.append(
            f"A PMID has one to eight digits; this one has {digits}." if pmid.isdigit() else "A PMID has digits alone."
        )
    if doi is not None and not _DOI_SHAPE.fullmatch(doi):
        problems.append("A DOI is 10, a point, four to nine digits, a slash and a name; this one is not.")
    return pmid, doi, problems
