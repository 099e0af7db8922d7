"""Whether a letter is signed and dated, on what knowledge of the patient it rests, and what shows it unfinished."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.date_words import DATE, MONTH
from nexus_desktop.analysis.rubric.degrees import DEGREE
from nexus_desktop.analysis.rubric.headings import CLOSING
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import HIDDEN, Document, Line
from nexus_desktop.models.analysis_models import Certainty

_DATE: Final = re.compile(DATE)
_ALONE: Final = re.compile(
    rf"^\W*(?:{MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)\W*$|(?:(?:the|on|written|date[d]?(?: of (?:report|opinion"
    rf"|letter|statement|this letter|exam(?:ination)?|evaluation"
    rf"|service))?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|sent"
    rf"|[a-z .]{{2,24}}[a-z.],)\s*[:,]?\s*){{0,4}}{DATE}(?:\s*(?:/|@|at)?\s*(?:{DATE}|[\d:]+ ?(?:am|pm"
    rf"|[a-z]{{2,4}})?))?\W*$)"
)
_LABELLED: Final = re.compile(
    rf"(?<!\[)\b(?:date(?:d|s)?(?: (?:signed|of (?:report|opinion|letter|statement|signature"
    rf"|exam(?:ination)?|evaluation)|completed|prepared|dictated))?"
    rf"|signed(?: and dated)?(?: electronically)?(?: (?:at|in|on|by|this)\b[^.;]{{0,60}}?)?|(?<!\w )sent"
    rf"|electronically signed|dictat(?:ed|ing)(?: and signed)?|digitally signed|e-?sign(?:ed|ature)?|authenticated"
    rf"|executed)\b(?:(?!_{{3}})[^\n]){{0,60}}?{DATE}"
)
_NOT_LETTERS: Final = re.compile(
    r"\b(?:dob|d\.o\.b|born|birth|birthdate|from:|to:|entered|released|served|eod|rad|discharge|separation"
    r"|enlist\w*|onset|denial|decision|receiv\w+|first diagnosed|injur\w+|last (?:saved|modified"
    r"|revised|edited)|template)\b|\.docx?\b"
)
_AGAIN: Final = re.compile(rf" ?\((?:\[dob \d+\]|{DATE})\)\W*$")
"""The date once more, in brackets ("19 février 2025 (Feb. 19, 2025)"), which may have been taken for another."""
_LEFT_BLANK: Final = re.compile(r"\W*date(?:d| of (?:letter|report|opinion|signature))?\s*:?\s*(?:_{3,}|\.{5,})\W*$")
_ON_THE_DATE: Final = re.compile(
    r"\b(?:on the date (?:above|below|written)|dated as above|date first (?:above )?written)\b"
)

_MARK: Final = re.compile(
    r"(?<![\w/])/{1,2}e?s/{1,2}|[\[(|]\s?e?s\s?/{1,2}\s?[\])|]|(?<![\w/])/ e?s /(?!\w)"
    r"|//[^/\n]{2,60}//|\(signed\b|\bsigned\)|//?signed//?|(?:electronically"
    r"|digitally) signed|signed (?:electronically|digitally|by)|\be-?sign(?:ed|ature)?\s*:|\bsigned\s*:"
    r"|\bsign\s*:\s*(?:[a-z]|\[(?!date))|\bsigned (?:at|in|on|this)\b|\bdictated and signed\b"
    r"|\bsignature\s+(?:x\s+)?(?:dr\.? )?(?:[a-z]\. ?){1,3}[a-z][a-z'’-]+"
    r"|\bsignature on file\b|\bs/\s?[a-z]|\bauthenticated (?:by\b|\[date|\d)|\bsigned\s+\[date|\bsigned\s+\d"
    r"|^\W*signed,? (?:dr\.? )?[a-z.'’-]+ [a-z'’-]+(?: [a-z'’-]+)?\s*(?:\[date|,|$)|\bsigned,? (?:dr\.? )?\[(?!date"
    r"|signature)|\bsigned \([x✓✔]\)|\be-?sig(?:ned|nature)?\b\.?:? (?:dr\.? )?[a-z]"
)
_OTHER_PAPER: Final = re.compile(
    r"^\W*encl\w*|\b(?:return|returned|returning|sent back|enclosed?) (?:\w+ )?(?:the|your|that) draft\b"
    r"|\b(?:drafts?|forms?|statements?|questionnaires?|dbqs?|copy|paper|proposed letter)\b[^.\n]{0,50}\bunsigned\b"
    r"|\bunsigned (?:drafts?|forms?|statements?|questionnaires?|dbqs?|copy|copies|opinions?|letters? (?:from|of|by))\b",
    re.MULTILINE,
)
"""A paper that is sent along or sent back unsigned, and not this one."""
_NOTED: Final = re.compile(
    r"\[\s*(?:sig(?:nature|\.)?|signed|initial(?:l?ed|s))\W+(?=\w)(?!(?:missing|blank|none|absent|pending|required"
    r"|line|here|block|date|of|to|not)\b)[\w. ]{1,30}\]"
)
"""What whoever copied the letter notes of its signature: "[sig. illegible]", "[initialled RB]"."""
_LICENSED: Final = re.compile(
    r"[a-z][^\n]*\[license \d+\]|\[(?:relative|provider|patient)(?: \d+)?\]\s*[,(](?! ?(?:is|was|are|were|who|has"
    r"|had|and|will|can)\b)"
    r"[^\n]{2,60}$"
)
"""What stands at the foot of a letter whose author's name was damaged: the license, or a title behind a tag."""
_IMAGE: Final = re.compile(r"\[\s*(?:signature|signed|sig\.?|e-?signature)\s*\]")
_UNSIGNED: Final = re.compile(
    r"\bunsigned\b|\bsignature\s*[-–:]?\s*(?:pending|required|needed|missing|to follow|not yet)"
    r"|\bneeds? (?:\w+ ){0,4}signature\b|\bnot (?:yet )?signed\b(?! by (?:an?|any|his|her|the)\b)"
    r"|\bawaiting (?:\w+ )?signature"
    r"|\bpending (?:\w+ ){0,2}signature|\bsign here\b|\bdraft\b[^.\n]{0,40}\b(?:not for|do not|for review"
    r"|only|needs|unsigned)|\b(?:not for release|draft (?:letter|copy|only)|first draft)\b"
)
_BLANK: Final = re.compile(
    r"^\W*(?:(?:signature|signed|physician signature|provider signature|examiner'?s? signature"
    r"|by)\s*:?)?\s*(?:_{4,}|\.{6,}|-{6,})[\W_]*(?:date[\W_]*)?$|\bsignature\s*:\s*(?:_{2,}.*|)$"
)
_FIELD: Final = re.compile(r"\bsignature(?: of [\w ]{3,30})?\s*[:/]\s*(?P<who>[^_\n¦]{2,60})")
_MORE: Final = "\u0100-\u024f\u1e00-\u1eff"  # letters of other alphabets of Latin origin
_TAGGED: Final = (
    r"\[(?:provider|relative|patient|county|record number|facility|employer|city|street|unit|station)(?: \d+)?\]"
)
"""A name of which a part, or all, was taken for another kind of identifier."""
_NAMED: Final = re.compile(
    rf"(?:{_TAGGED}(?:[ ,]+{_TAGGED})?|(?:{_TAGGED}|[a-zà-ÿ{_MORE}][a-zà-ÿ01{_MORE}.'’-]*)(?:[ ,]+(?:{_TAGGED}"
    rf"|[a-zà-ÿ{_MORE}][a-zà-ÿ01{_MORE}.'’-]*)){{1,4}}?)\s?,?\s+(?:{DEGREE})(?:\b|(?<=\.))"
    rf"|\[provider \d+\]|\bdra?\.? (?:{_TAGGED}|[a-zà-ÿ{_MORE}])"
)
_SMALL_NAME: Final = re.compile(rf"\W*[a-zà-ÿ{_MORE}'’-]{{2,20}}(?: [a-zà-ÿ{_MORE}.'’-]{{1,20}})?,? {DEGREE}\W*")
"""A name and its degree and nothing else, whatever letters it is in ("kim rn")."""
_BRACKET_NAME: Final = re.compile(r"\[provider \d+\]|^\W*\[(?:relative \d+|patient)\]\W*$")
_CAPITALS: Final = re.compile(
    rf"^\W*(?:[A-ZÀ-Ý{_MORE}][\w'’.-]*)(?:[ ,]+(?:[A-ZÀ-Ý{_MORE}][\w'’.-]*|de|la|van|der|von|del)){{1,4}}\W*$"
)

_QUALIFIED_NAME: Final = re.compile(
    rf"\W*(?:(?:[A-Z]\. ?){{0,2}}[A-ZÀ-Ý{_MORE}][a-zà-ÿ{_MORE}'’-]+"
    rf"|\[PROVIDER \d+\])(?: [A-ZÀ-Ý{_MORE}][a-zà-ÿ{_MORE}'’-]+){{0,2}}"
    r" \([^()\n]{0,50}\b(?:[Bb]oard|[Cc]ertified|[Ll]icensed|[Mm]edicine|[Ss]urgery|[Cc]are|[a-z]+ology"
    r"|[a-z]+iatry)\b[^()\n]{0,40}\)"
)
"""A name with what qualifies it in brackets: "L. Brandt (pulmonology, board certified)"."""
_INITIALLED: Final = re.compile(
    rf"\W*(?:[A-Z]\. ?){{1,3}}[A-ZÀ-Ý{_MORE}][a-zà-ÿ{_MORE}'’-]+,? (?:[Bb]oard|[Ll]icen[sc]ed|[Cc]ertified|[Ff]ellow"
    r"|[Dd]iplomate)\b"
)
"""Initials and a name, with what qualifies it behind: "W. Brandt board certified, otolaryngology"."""
_UNDER_CLOSING: Final = re.compile(
    rf"\W*(?:(?:[A-Z]\.|[a-z]{{1,3}}\.) ?){{0,3}}(?:[A-ZÀ-Ý{_MORE}][\w'’{_MORE}-]+"
    rf"|\[[A-Z ]+(?: \d+)?\])(?: (?:[A-ZÀ-Ý{_MORE}][\w'’{_MORE}.-]+"
    rf"|\[[A-Z ]+(?: \d+)?\])){{0,3}}[.\w]{{0,4}}(?:\s?,|\s{{2,}}|\s*$)"
)
"""What stands first under "Sincerely": a name, with a title in whatever language behind a comma."""
_WITH_CLOSING: Final = re.compile(
    rf"\W*(?:[Cc]ordially|[Ss]incerely|[Rr]espectfully|[Yy]ours(?: truly)?|[Rr]egards|[Bb]est),? (?:[A-Z]\.? ?){{0,2}}"
    rf"(?:[A-ZÀ-Ý{_MORE}][a-zà-ÿ{_MORE}'’-]+|\[[A-Z ]+(?: \d+)?\])"
)
_INITIALS_BEFORE: Final = re.compile(r"\W*(?:[A-Z][A-Za-z]{0,5}\. ){1,3}\[(?:RELATIVE|PROVIDER|PATIENT)(?: \d+)?\]\W*$")
_IN_SMALL: Final = re.compile(
    rf"\W*(?:(?:[a-z]\. ?){{1,2}}[a-z'’-]{{2,}},?\s+\[date|(?:[a-z]\. ?){{2,3}},? ?{DEGREE}(?:\b|(?<=\.))"
    rf"|(?:[a-z]\. ?){{1,2}}[a-z'’-]{{2,}}\s{{3,}})"
)
_SIGNER: Final = re.compile(
    r"^\W*(?:\[?signature\]?:?\s+|(?:reviewer|examiner|evaluator|clinician|author|opinion by)\s*:\s*)"
    r"|\s*/\s*[a-z]{2,4}\W*$",
    re.IGNORECASE,
)
"""What stands before or behind a name at the foot: "Reviewer: Ana Ruiz", "Ana Ruiz / kl"."""
_ONE_WORD: Final = re.compile(r"[a-z][a-z'’-]{2,14}")
_ROW: Final = re.compile(r"\bsigned\s*[|=:]\s*[a-z\[]|\bsign (?:it|this),? [a-z]+|\bprinted (?:&|and) signed\b")
_AT_THE_END: Final = re.compile(
    r"(?:^|[.!?] )\W*\[(?:provider|relative|patient)(?: \d+)?\],?\s+(?:\[date|\d)|(?:^|[.!?] )\W*\[provider \d+\]\W*$"
)
"""A name, and a date behind it, that end a line of text."""
_TAGS: Final = re.compile(r"\[[A-Z][A-Z0-9 ,]*\]")
_FOOT = 220  # characters of a line at the foot of a letter
_LONG_LINE = 140  # characters of a line that may be a date and little else
_LABEL = 25  # characters before a column that may say what stands in it
_RULE = 20  # characters of a line that is ruled across the page
_FEW = 4  # lines below which a text is no letter
_BELOW: Final = re.compile(
    r"\W*(?:c\.?c\b|encl|attach|copy\b|copies\b|p\.?\s?s\b|page\b|confidential|end\b|\[(?:phone|fax|email|url|street))"
)
_DICTATED: Final = re.compile(
    r"\b(?:sincerely|respectfully|regards|cordially)(?: yours)?,? (?:dr\.? )?(?:\[[a-z]+(?: \d+)?\]|[\w'-]+)"
    r"(?: (?:\[[a-z]+(?: \d+)?\]|[\w'-]+)){0,3} (?:period|comma|end of)\b"
    r"|(?:\[[a-z]+(?: \d+)?\]|[\w'-]+)(?: (?:\[[a-z]+(?: \d+)?\]|[\w'-]+)){0,2},? (?:m d|d o|md|do|ph d|psy d)"
    r"(?: period|[.,])"
)
_ONE_NAME: Final = re.compile(
    rf"^\W*(?:(?:Dra?|Mr|Ms|Mrs)\.? )?(?:[A-Z]\.? ?){{0,2}}(?:[A-ZÀ-Ý{_MORE}][a-zà-ÿ{_MORE}'’-]{{2,}}"
    rf"|\[[A-Z ]+(?: \d+)?\])\W*$"
)


def signed(doc: Document) -> Seen[bool]:
    """Whether the letter bears a signature or a typed closing name; a blank line or a draft does not count."""
    lines = doc.lines
    refused = next(
        (
            line
            for line in lines
            if _UNSIGNED.search(doc.reading.low, line.start, line.end)
            and _near_end_or_top(doc, line)
            and not _OTHER_PAPER.search(doc.reading.low, line.start, line.end)
        ),
        None,
    )
    mark = _first_mark(doc)
    if refused is not None and (mark is None or _stands_after(doc, refused, mark)):
        return Seen(
            False, Certainty.HIGH, ((refused.start, refused.end),), "The letter itself says that it is not signed."
        )
    if mark is not None:
        return Seen(True, Certainty.HIGH, (mark,))
    noted = _NOTED.search(doc.reading.low)
    if noted is not None:
        return Seen(True, Certainty.FAIR, (noted.span(),))
    image = _IMAGE.search(doc.reading.low)
    closing = _closing(doc)
    blank = next((line for line in _tail(doc, closing) if _is_blank(doc, line)), None)
    below = len(doc.low) // 2  # the name of the practice at the head signs nothing
    name = next((line for line in _tail(doc, closing) if line.start >= below and _is_name(doc, line)), None)
    if name is None:
        name = _under(doc, closing) or _first_name(doc, closing) or _first_message(doc) or _spoken(doc)
    if name is not None and blank is not None and not image:
        return Seen(
            False,
            Certainty.FAIR,
            ((blank.start, blank.end),),
            "A name is typed under a line for a signature that is blank.",
        )
    if name is not None:
        return Seen(True, Certainty.FAIR if closing is None else Certainty.HIGH, ((name.start, name.end),))
    if blank is not None:
        return Seen(False, Certainty.HIGH, ((blank.start, blank.end),), "The line for the signature is blank.")
    return Seen(False, Certainty.FAIR, (), "No signature and no closing name was found.")


def _is_blank(doc: Document, line: Line) -> bool:
    """Whether a line waits for a signature. One that is ruled above the letter as well only sets the letter apart."""
    low = doc.reading.low[line.start : line.end]
    if not _BLANK.search(low):
        return False
    above = doc.lines[: len(doc.lines) // 2]
    rule = low.strip()
    return len(rule) < _RULE or all(doc.reading.low[one.start : one.end].strip() != rule for one in above)


def dated(doc: Document) -> Seen[bool]:
    """Whether the letter bears a date of its own, at its head, beside the signature or in a labelled field."""
    top = _top(doc)
    for line in top:
        low = _AGAIN.sub("", doc.low[line.start : line.end])
        if len(low) < _LONG_LINE and _ALONE.match(low) and not _NOT_LETTERS.search(low):
            return Seen(True, Certainty.HIGH, ((line.start, line.end),))
        label, column, cell = low.rpartition("\t")
        if column and _ALONE.match(cell) and not _NOT_LETTERS.search(f"{label[-_LABEL:]} {cell}"):
            return Seen(True, Certainty.FAIR, ((line.end - len(cell), line.end),))
    left = next((line for line in doc.lines if _LEFT_BLANK.match(doc.reading.low, line.start, line.end)), None)
    for line in (*top, *doc.lines[-15:]):
        if left is not None and line.end - line.start > _FOOT:
            continue  # a paragraph speaks of other papers; the letter's own line for the date is blank
        found = _LABELLED.search(doc.low, line.start, line.end)
        if found and not _NOT_LETTERS.search(found.group()):
            return Seen(True, Certainty.HIGH, (found.span(),))
    if left is not None:
        return Seen(False, Certainty.FAIR, ((left.start, left.end),), "The line for the date is blank.")
    return _loosely_dated(doc, top)


def _loosely_dated(doc: Document, top: tuple[Line, ...]) -> Seen[bool]:
    """A date among other words: below the letter, in one of the first lines, or by reference."""
    for line in _tail(doc, _closing(doc)):
        low = doc.low[line.start : line.end]
        if re.search(r"_{3,}", doc.reading.low[line.start : line.end]):
            continue  # a blank that is still to be filled in
        if len(low) < 160 and (found := _DATE.search(low)) and not _NOT_LETTERS.search(low):
            return Seen(True, Certainty.FAIR, ((line.start + found.start(), line.start + found.end()),))
    for line in top[:8]:
        low = doc.low[line.start : line.end]
        open_line = re.search(r"_{3,}", doc.reading.low[line.start : line.end])
        if (found := _DATE.search(low)) and not (open_line or _NOT_LETTERS.search(low)) and len(low) < 140:
            return Seen(True, Certainty.FAIR, ((line.start + found.start(), line.start + found.end()),))
    if (found := _ON_THE_DATE.search(doc.low)) is not None:
        return Seen(True, Certainty.FAIR, (found.span(),))
    return Seen(False, Certainty.FAIR, (), "No date of the letter itself was found.")


def author_block(doc: Document) -> tuple[Line, ...]:
    """The lines under the letter and beside its signing mark, where the author's name and degrees stand."""
    closing = _closing(doc)
    if closing is not None:
        under = doc.lines[closing : closing + 9]
    else:
        last = max(
            (n for n, line in enumerate(doc.lines) if len(doc.low[line.start : line.end].split()) > 25), default=-1
        )
        under = doc.lines[max(last + 1, len(doc.lines) - 9, 1) :]
    mark = _first_mark(doc)
    beside = [n for n, line in enumerate(doc.lines) if mark and line.start <= mark[0] < line.end]
    near = doc.lines[beside[0] : beside[0] + 3] if beside else ()
    return (*under, *(line for line in near if line not in under))


def _top(doc: Document) -> tuple[Line, ...]:
    """The lines above the first paragraph."""
    lines = doc.lines[:30]
    for number, line in enumerate(lines):
        low = doc.low[line.start : line.end]
        if len(low.split()) > 22 and number > 2 and not re.match(r"\W*(?:re|subj|subject|attn)\b", low):
            return lines[: number + 1]
    return lines


def _closing(doc: Document) -> int | None:
    """The number of the line that closes the letter ("Sincerely,"), the last one of its kind."""
    found = [
        number
        for number, line in enumerate(doc.lines)
        if CLOSING.match(doc.low[line.start : min(line.end, line.start + 80)])
    ]
    return found[-1] if found and found[-1] > len(doc.lines) // 4 else None


def _tail(doc: Document, closing: int | None) -> tuple[Line, ...]:
    if closing is not None:
        return doc.lines[closing : closing + 9]
    return doc.lines[max(0, len(doc.lines) - 9) :]


def _first_mark(doc: Document) -> Span | None:
    """A signing mark with something behind it or above it, outside of what a form only prints."""
    for line in doc.lines:
        low = doc.low[line.start : line.end]
        if len(low) > 260:  # a mark stands in a short line; in a paragraph it speaks of another document
            found = re.search(
                r"(?:/e?s/|//e?s//|\(signed\b|electronically (?:signed|authenticated))[^\n]{0,100}$"
                r"|\bsignature\b[^\n]{0,50}/e?s/|\bsignature:? (?:dr\.? )?[a-z]\. ?[a-z'’-]{2,}[^\n]{0,40}?\bdate\b",
                low,
            )
        else:
            found = _MARK.search(low)
        if found and not _UNSIGNED.search(low) and not re.search(r"_{4,}", low[found.end() : found.end() + 12]):
            return line.start + found.start(), line.end if len(low) <= 260 else line.start + found.end()
        field = _FIELD.search(low) if len(low) < 260 else None
        if (
            field
            and re.search(r"[a-z]{2,}", field.group("who"))
            and not re.match(r"\W*(?:date|title|printed|name|of\b)", field.group("who"))
            and HIDDEN not in field.group("who")
        ):
            return line.start + field.start(), line.start + field.end()
    return None


def _near_end_or_top(doc: Document, line: Line) -> bool:
    return line in doc.lines[:8] or line in doc.lines[-12:]


def _stands_after(doc: Document, refused: Line, mark: Span) -> bool:
    """Whether the denial is about this letter although a mark was found (a draft with a stray mark)."""
    return refused.start > mark[0] or refused in doc.lines[:8]


def _under(doc: Document, closing: int | None) -> Line | None:
    """The line with the name that stands first under the closing, in its line, or at the very end."""
    text = doc.reading.text
    lower = _TAGS.sub("", text).islower()
    if closing is not None and closing + 1 < len(doc.lines):
        line = doc.lines[closing + 1]
        if line.end - line.start < _LONG_LINE and _UNDER_CLOSING.match(text[line.start : line.end]):
            return line
    for line in doc.lines[-4:]:
        words = text[line.start : line.end]
        small = words.lower()
        if _IN_SMALL.match(small) or _ROW.search(small) or (lower and _ONE_WORD.fullmatch(small.strip())):
            return line
        if len(words) < _FOOT and _LICENSED.search(small) and not re.search(r"_{4,}", words):
            return line
        bare = _SIGNER.sub("", words[:_FOOT]).strip()
        if (
            len(words) < _FOOT
            and bare != words.strip()
            and (_CAPITALS.match(bare) or _BRACKET_NAME.search(bare.lower()))
            and len(bare) < 50
        ):
            return line
        if _WITH_CLOSING.match(words) or _INITIALS_BEFORE.match(words) or _AT_THE_END.search(words.lower()):
            return line
    return None


def _first_name(doc: Document, closing: int | None) -> Line | None:
    """The line under the closing, or the last of the letter, where it is one name and nothing else ("Brandt")."""
    lines = [line for line in doc.lines if not _BELOW.match(doc.of(line))]
    under = doc.lines[closing + 1 : closing + 2] if closing is not None else lines[-1:] if len(lines) > _FEW else ()
    return next((line for line in under if _ONE_NAME.match(doc.reading.text[line.start : line.end])), None)


def _first_message(doc: Document) -> Line | None:
    """The name under the newest message of a thread."""
    if len(doc.messages) < 2 or not doc.messages[0].clinician:
        return None
    stop = doc.messages[1].start
    return next((line for line in [one for one in doc.lines if one.end <= stop][-3:] if _is_name(doc, line)), None)


def _spoken(doc: Document) -> Line | None:
    """A closing spoken into a dictation: "sincerely Anna Webb period end of dictation"."""
    return next((line for line in doc.lines[-5:] if _DICTATED.search(doc.of(line))), None)


def _is_name(doc: Document, line: Line) -> bool:
    """Whether a line is, or begins with, the name of the author."""
    low = doc.low[line.start : line.end]
    text = doc.reading.text[line.start : line.end]
    if len(low) > 170 or HIDDEN * 4 in low or low.startswith(("cc", "enclosure", "re:")):
        return False
    if _BRACKET_NAME.search(low) or _SMALL_NAME.fullmatch(low) or _QUALIFIED_NAME.match(text):
        return True
    if _INITIALLED.match(text):
        return True
    if _NAMED.search(low) and not re.search(r"\bdear\b|(?<!\[)\b(?:patient|veteran)\b", low):
        return True
    if re.match(r"[^,]{5,40}, \[", text) and _CAPITALS.match(text.partition(",")[0]):
        return True  # a degree that was taken for a name
    return bool(_CAPITALS.match(text)) and len(text) < 50 and not CLOSING.match(low)
