"""A letter in parts: lines with the section they belong to, sentences, quotations, options of forms, hidden text.

Hidden is what must not be read as the author's words: options of a form that are not marked, text addressed to a
machine, notes and gaps in square brackets. ``Document.low`` shows such text as ``¦``, so that no rule sees it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Final

from nexus_desktop.analysis.rubric import boxes, conditions, messages
from nexus_desktop.analysis.rubric.boxes import Option
from nexus_desktop.analysis.rubric.conditions import Condition
from nexus_desktop.analysis.rubric.headings import Section, heading
from nexus_desktop.analysis.rubric.messages import Message
from nexus_desktop.analysis.rubric.reading import Reading, read

HIDDEN: Final = "¦"
LONGEST: Final = 1500  # characters of a sentence; longer ones are tables or text without full stops

TAG: Final = re.compile(
    r"\[(?:PATIENT|AGE OVER 89|(?:RELATIVE|SSN|DOB|VA FILE|SERVICE NUMBER|DOD ID|RECORD NUMBER|PLAN NUMBER"
    r"|ACCOUNT|PHONE|FAX|"
    r"EMAIL|URL|IP ADDRESS|STREET|VEHICLE|DEVICE|REMOVED|DATE|AGE OVER 89|CITY|COUNTY|ZIP|LICENSE|EMPLOYER"
    r"|PROVIDER|FACILITY|UNIT|STATION|PATIENT) \d+(?:, ?\d{4})?)\]"
)
"""What a de-identified letter shows in place of an identifier. ``[DATE]`` without a number is a gap in a template."""

_BRACKETS: Final = re.compile(r"\[[^\[\]\n]{1,400}\]")
MERGE: Final = re.compile(r"<<[^<>\n]{0,160}>>|\{\{[^{}\n]{0,800}\}\}|«[A-Za-z_]{1,40}»")
"""The fields and the notes of a mail merge: "<<EVENT>>", "{{have we got these?}}", "«LastName»"."""
_HARMLESS_BRACKETS: Final = re.compile(
    r"\[(?:sic|\w{1,3}|the veteran|his|her|their|\.\.\.|…|signature|signed|s|\s?e?s\s?/{1,2}\s?|\d+"
    r"|[^\[\]/]{0,60}(?:percent|%|50/50)[^\[\]/]{0,60}"
    r"|emphasis (?:added|in original)|service[- ]connected[^\[\]/]{0,40})\]",
    re.IGNORECASE,
)
MACHINE: Final = re.compile(
    r"\b(?:ai|automated|language|machine) (?:model|reviewer|system|assistant|summari[sz]er|reader|grader|tool)s?\b"
    r"|\b(?:large language model|llm|chatgpt|gpt-?\d|chatbot|ai summari[sz]ers?|for ai\b|attention,? ai\b"
    r"|dear ai\b|system (?:note|prompt|message))"
    r"|ignore (?:all |any |the )*(?:previous|prior|above|earlier) (?:instructions|prompts|rules)"
    r"|disregard (?:all |any |the )*(?:previous|prior|above|earlier) (?:instructions|prompts|rules)"
    r"|\b(?:classify|rate|score|label|grade|report) this (?:document|letter|text) as\b"
    r"|\byou are (?:an? )?(?:ai|assistant|language model)\b"
    r"|(?:^|[\[(<*#!-]{1,4} ?)(?:assistant|system|user|ai)\s?:(?=\s)|\bwhen (?:you )?summari[sz](?:e"
    r"|ing) (?:this|the)\b"
    r"|\b(?:strength|evidence_strength|records_review|credentials|rationale)\s?=\s?\w",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(r"<!--.{0,4000}?(?:-->|\Z)", re.DOTALL)
"""What a page or a word processor hides from whoever reads the letter, and not from a machine."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ABBREVIATIONS: Final = _words(
    "dr mr mrs ms messrs prof st lt ltc ltcol col capt cpt sgt ssgt sfc maj gen cpl pfc pvt cmdr cdr adm ens "
    "rev hon esq v vs cf no nos fig figs approx fed vet app sec secs art ch vol pp p pt pts e.g i.e viz ca al "
    "ed eds ref dept ft mt ave blvd ste rm u.s.c u.s.c.a c.f.r"
)
_MAY_END: Final = _words(
    "jr sr inc llc ltd co corp etc m.d d.o ph.d psy.d pharm.d d.c d.p.m u.s u.s.a a.m p.m n.p p.a r.n b.s m.s "
    "o.d d.d.s au.d hrs hr min mins yrs yr lb lbs in mg jan feb mar apr jun jul aug sept sep oct nov dec wis "
    "mass mich minn tenn ark calif colo conn fla ill ind kan ky la md me miss mo mont neb nev okla ore pa tex "
    "va vt wash wyo"
)
_UNITS: Final = _words("yr yrs hr hrs min mins wk wks mos lb lbs")  # may end a sentence before any capital
_STARTERS: Final = _words(
    "the he she it its i his her this that there these those in my we our mr mrs ms dr at on as if by for "
    "after before since to a an and but however they based when while although please therefore thus no not "
    "during from with all both each you your opinion rationale [patient]"
)
_ANY_TAG: Final = re.compile(r"\[?[A-Z ]{2,20} \d+(?:, ?\d{4})?\]|\[PATIENT\]")  # in capitals whatever the letter is in
_STOP: Final = re.compile(r"[.!?]+[\"”')\]]*(?=\s|$)")
_WORD_BEFORE: Final = re.compile(r"[\w.'&-]+$")
_WORD_AFTER: Final = re.compile(r"\s+[\"“'(\[]*([\w.\[\]'-]+)")
_POINT: Final = re.compile(r"(?<!\w\.\w\.)(?<!§\.)\s+\((?:[a-h]|\d{1,2}|[ivx]{1,4})\)\s+[A-Z]")
"""A lettered or numbered point that opens a sentence in running text: "… awake. (a) The score was 4"."""
_QUOTE: Final = re.compile(r"“[^“”]{2,4000}?”|(?<![\w])\"(?=\S)[^\"\n]{2,4000}?\"(?!\w)|\"\"[^\"\n]{2,2000}\"\"")


_PARAGRAPH: Final = 25  # words of a line below the closing that make it a paragraph of another part


_WRITTEN_ON: Final = re.compile(r"(?<![_\w])_(?=\w)(?!_)|(?<=[^\W_])_(?![_\w])|(?<=[.,;:!?)])_(?![_\w])")
"""The line on which an answer of a form is written, before and behind it: "Field? _neurology_"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A true line: a paragraph, a list entry, a field of a form. ``body`` is where the text after a heading begins."""

    start: int
    end: int
    body: int
    section: Section
    under: int  # lines since the heading that opened the section; 0 where the heading is in this line
    heading: bool  # the line is nothing but a heading
    paragraph: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Positions in the reading, and the section and line it stands in."""

    start: int
    end: int
    line: int
    section: Section
    under: int


@dataclass(frozen=True, slots=True)
class Document:
    """A letter in parts. All positions are those of ``reading``."""

    reading: Reading
    low: str  # lower case, with hidden text as HIDDEN
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[tuple[int, int], ...]
    options: tuple[Option, ...]
    machine: tuple[tuple[int, int], ...]  # text addressed to a machine
    gaps: tuple[tuple[int, int], ...]  # notes and gaps of a template
    conditions: tuple[Condition, ...]  # every condition named, in order
    messages: tuple[Message, ...]  # of an e-mail thread

    def spoken_for(self, place: int) -> bool:
        """Whether what stands at ``place`` is written by the veteran's side in a thread, and not by the doctor."""
        return any(one.start <= place < one.end and not one.clinician for one in self.messages)

    def of(self, sentence: Sentence | Line) -> str:
        """The words of a sentence or line in lower case, hidden text blotted out."""
        return self.low[sentence.start : sentence.end]

    def named(self, start: int, end: int) -> list[Condition]:
        """The conditions named within a passage."""
        first = bisect_left(self.conditions, start, key=lambda one: one.start)
        last = bisect_left(self.conditions, end, key=lambda one: one.start)
        return [one for one in self.conditions[first:last] if one.end <= end]

    def conditions_of(self, sentence: Sentence) -> list[Condition]:
        """The conditions named in a sentence, with positions counted from its start."""
        start = sentence.start
        return [replace(one, start=one.start - start, end=one.end - start) for one in self.named(start, sentence.end)]

    def quotes_near(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The quotations that overlap a passage."""
        first = max(0, bisect_left(self.quotes, (start, 0)) - 1)
        last = bisect_left(self.quotes, (end, 0))
        return tuple(quote for quote in self.quotes[first:last] if quote[0] < end and start < quote[1])

    def quoted(self, sentence: Sentence) -> bool:
        """Whether a sentence is all within a quotation: somebody else's words."""
        return any(
            a <= sentence.start and sentence.end <= b + 1 for a, b in self.quotes_near(sentence.start, sentence.end)
        )

    def options_near(self, start: int, end: int) -> tuple[Option, ...]:
        """The options of a form whose words overlap a passage."""
        first = max(0, bisect_left(self.options, start, key=lambda option: option.start) - 1)
        last = bisect_left(self.options, end, key=lambda option: option.start)
        return tuple(
            option for option in self.options[first:last] if option.text_start < end and start < option.text_end
        )


def segment(source: str) -> Document:
    """The parts of ``source``. Linear in its length."""
    reading = read(source)
    spans = _line_spans(reading.text)
    options = boxes.find(reading.text, spans)
    machine = _machine(reading.text, spans)
    gaps = _gaps(reading.text, options)
    low = _blot(reading.low, [*machine, *gaps, *((o.text_start, o.text_end) for o in options if not o.marked)])
    low = _WRITTEN_ON.sub(" ", low)
    lines = _lines(low, spans)
    sentences = tuple(_sentences(reading.text, lines))
    quotes = tuple(match.span() for match in _QUOTE.finditer(reading.text))
    return Document(
        reading,
        low,
        lines,
        sentences,
        quotes,
        options,
        machine,
        gaps,
        tuple(conditions.find(low)),
        messages.find(low, spans),
    )


_RUNNING: Final = re.compile(
    r"\s*(?:to whom (?:it|this)|dear\b|greetings\b|a quien)|(?:\S+\s+){7,200}?\S*[.!?][\"'”)]{0,2}(?:\s|$)"
)
"""A salutation or running text: where letters have no empty lines, these end what a label such as "RE:" opened."""


def _line_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    start = 0
    for part in text.split("\n"):
        if part:
            spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _machine(text: str, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Hidden comments, and lines that speak to a machine; of a long paragraph only the sentences from there on."""
    found = [match.span() for match in _COMMENT.finditer(text)] if "<!--" in text else []
    for start, end in spans:
        match = MACHINE.search(text, start, end)
        if match is None:
            continue
        bracket = max(
            text.rfind("[[", start, match.start()),
            text.rfind("%%", start, match.start()),
            text.rfind("<", start, match.start()),
        )
        stop = max(text.rfind(". ", start, match.start()) + 1, text.rfind("\t", start, match.start()), start)
        found.append((max(bracket, start) if bracket >= 0 else stop, end))
    return tuple(found)


def _gaps(text: str, options: tuple[Option, ...]) -> tuple[tuple[int, int], ...]:
    box_at = {option.start for option in options} | {option.text_end for option in options}
    found = [match.span() for match in MERGE.finditer(text)]
    for match in _BRACKETS.finditer(text):
        inside = match.group()
        if match.start() in box_at or TAG.fullmatch(inside) or _HARMLESS_BRACKETS.fullmatch(inside):
            continue
        if TAG.search(inside[1:-1]) and len(inside) < 20:
            continue
        found.append(match.span())
    return tuple(sorted(found))


def _blot(low: str, spans: list[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        start = max(start, done)
        parts += [low[done:start], HIDDEN * (end - start)]
        done = end
    return "".join([*parts, low[done:]])


def _lines(low: str, spans: list[tuple[int, int]]) -> tuple[Line, ...]:
    lines: list[Line] = []
    section, under, sticky = Section.OTHER, 0, True
    paragraph, last_end = 0, 0
    for start, end in spans:
        paragraph += low.count("\n", last_end, start) > 1
        last_end = end
        found = heading(low[start:end])
        if found is not None:
            section, under, sticky = (
                found.section,
                0,
                (found.alone and found.section is not Section.ISSUE)
                or found.section in (Section.RATIONALE, Section.CONTRARY),
            )
        else:
            under += 1
            anew = not lines or lines[-1].paragraph != paragraph or _RUNNING.match(low, start, end)
            if not sticky and anew:
                section, sticky = Section.OTHER, True
            elif section is Section.CLOSING and low.count(" ", start, end) > _PARAGRAPH:
                section, sticky = Section.OTHER, True  # an enclosure behind a cover letter is no closing
        body = start + found.end if found is not None else start
        lines.append(Line(start, end, body, section, under, found is not None and found.alone, paragraph))
    return tuple(lines)


def _sentences(text: str, lines: tuple[Line, ...]) -> list[Sentence]:
    found = []
    for number, line in enumerate(lines):
        start = line.start
        for stop in _STOP.finditer(text, line.start, line.end):
            if not _ends(text, line, start, stop):
                continue
            found.append(Sentence(start, stop.end(), number, line.section, line.under))
            start = stop.end()
            while start < line.end and text[start].isspace():
                start += 1
        if start < line.end:
            found.append(Sentence(start, line.end, number, line.section, line.under))
    return [piece for sentence in found for piece in _cut(text, sentence)]


def _cut(text: str, sentence: Sentence) -> list[Sentence]:
    """A sentence without end, cut at white space so that no rule has to look at all of it."""
    pieces, start = [], sentence.start
    while sentence.end - start > LONGEST:
        stop = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        pieces.append(replace(sentence, start=start, end=stop))
        start = stop
    return [*pieces, replace(sentence, start=start)]


def _ends(text: str, line: Line, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, and not an abbreviation, an initial or a list number."""
    if stop.end() >= line.end:
        return True
    if text[stop.start()] in "!?" or stop.end() - stop.start() > 3 or _POINT.match(text, stop.end(), line.end):
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 30), stop.start())
    last = before.group().lower().strip("'") if before else ""
    after = _WORD_AFTER.match(text, stop.end(), line.end)
    if after is None:
        return last not in _ABBREVIATIONS
    word = after.group(1)
    around = _ANY_TAG.sub("", text[max(line.start, stop.start() - 150) : min(line.end, stop.end() + 150)])
    shout, whisper = around.isupper(), around.islower()  # all capitals, or a note without any
    if word[0].islower() and not shout and not whisper:
        return False
    if before is None:
        return True
    if (
        start == line.start
        and before.start() == start
        and re.fullmatch(r"\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-z]|[qa]\d{1,2}|[ivx]{1,4}", last)
    ):
        return False  # the number of a list entry
    if stop.group() != "." and last not in _ABBREVIATIONS:
        return True  # a quotation or bracket is closed
    if last in _ABBREVIATIONS:
        return last == "no" and word.lower().strip("[]") in _STARTERS
    if last in _MAY_END or last in _UNITS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last):
        return word.lower() in _STARTERS or (last in _UNITS and word[0].isupper())
    return not re.fullmatch(r"[a-z]", last) or (
        last != "i" and word.lower() in _STARTERS and not before.group().isupper()
    )
