"""Where names stand by the form of a letter: behind labels, before degrees, in the closing, in the header of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.detectors.city_names import COUNTRIES
from nexus_desktop.security.detectors.form_fields import fields
from nexus_desktop.security.detectors.name_announced import is_lay_letter
from nexus_desktop.security.detectors.name_cues import Mention, Role
from nexus_desktop.security.detectors.name_grammar import (
    NO_NAME,
    Name,
    has_degree,
    is_part,
    likeness,
    read_back,
    read_name,
)
from nexus_desktop.security.letter_view import HARD, SOFTLY, LetterView, Word
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    CREDENTIALS,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    RANKS,
    STRONG_CREDENTIALS,
    words,
)

_OF_VETERAN = (
    r"(?:the~)?(?:veteran|patient|claimant|appellant|client|service~?member|claimant/veteran"
    r"|patient/veteran|veteran/claimant|insured|member|examinee|person)"
)
_PATIENT_LABEL = compiled(
    rf"""(?:^|(?<=[|*;\t(>])|(?<=\x20\x20\x20))[~\t>*_\#-]{{0,8}}(?:\d{{1,2}}[.)]~~|[a-z][.)]~~)?(?:(?:name~(?:of~)?
    |full~|legal~)?(?:{_OF_VETERAN})(?:'s)?(?:~(?:full~|legal~)?name)?|name|full~name|veteran~name|pt|pt\.?~name
    |patient|client)
    (?:~~\([^()\n]{{0,40}}\)|~\[[^\]\n]{{0,30}}\])?(?:[~]{{0,2}}[:\#=-]|[~]{{0,24}}\|)[~\t_]{{0,16}}(?=[\w"(])"""
)
_INLINE_LABEL = compiled(
    rf"(?<![\w])(?:name~of~{_OF_VETERAN}|{_OF_VETERAN}(?:'s)?~name|patient~name|{_OF_VETERAN}|pt|client|name|in~re|re"
    rf"|in~the~matter~of|appellant)[~]{{0,2}}[:\#][~\t\n_]{{0,16}}(?=[\w\"])"
)
_SUBJECT = compiled(
    r"""(?:^|(?<=[>|]))[~\t>*-]{0,8}(?:\d{1,2}[.)]~~)?(?:re|subj|subject|regarding|ref|reference|in~re|in~reference~to
    |concerning|matter|attn~re|asunto)(?![A-Za-z]|\.?~by\b)[~]{0,2}(?:[:.;—-]|(?=~(?-i:[A-Z][a-z]|[A-Z]{3})|\n))[~\t\n]{0,20}
    (?:(?:re|fwd?|fw)[:~]{1,3}){0,3}(?P<line>[^\n]{0,160})"""
)
_LETTER_FOR = compiled(
    r"""\b(?:(?:nexus|medical|support|opinion|independent|supporting|summary)~?(?:letter|opinion|statement|report
    |summary|evaluation|of)|letter~of~support|nexus|imo|dbq|summary|on~behalf~of|appeal~of|claim~of|matter~of|case~of
    |care~of|evaluation~of|examination~of|records?~of|statement~(?:for|of)|opinion~(?:for|of|regarding|on)
    |letter~(?:for|of|regarding|concerning|on~behalf~of)|(?:veteran|patient|client|claimant|my~patient|the~veteran
    |my~client|our~patient|our~client|appellant),?)~(?:(?:for|of|regarding|re|on|named|is|concerning)[~:]{1,2}){0,2}
    (?:(?:the~)?(?:veteran|patient)[,~]{1,2})?(?=[A-Z])""",
)
_PERSON_LABELS: tuple[tuple[Role, str], ...] = (
    (Role.RELATIVE, (r"(?:emergency~contact|next~of~kin|nok|spouse|wife|husband|witness|affiant|declarant|caregiver"
    r"|daughter|son|mother|father|brother|sister|friend|buddy|contact(?:~person)?|guardian|fiduciary|poa"
    r"|power~of~attorney|dependents?|children|household|informant|lay~witness|buddy~statement|partner|relative)"
    r"(?:'s)?(?:~name|~and~relation\w*|~\(relation\w*\))?")),
    (Role.PROVIDER, (r"(?:provider|physician|examiner|examined~by|author|clinician|attending|pcp|primary~care(?:~\w+)?"
    r"|referring(?:~\w+)?|printed~name|print~name|printed|name~and~(?:degree|title|credentials)|name/title"
    r"|name,~title|dictated~by|transcribed~by|typed~by|signer|reader|dictator|writer|attorney|representative|representation|counsel|doctor"
    r"|reviewed~by|prepared~by|completed~by|signed~by|(?:exp(?:ected)?~)?cosigner|co-signed|examiner'?s~name"
    r"|physician'?s~name|provider'?s~name|signature~of~\w+|signatory|signed|vso|agent|rater|judge|vlj|reviewer"
    r"|supervisor|therapist|psychologist|surgeon|ordering(?:~\w+)?|interpreting(?:~\w+)?|consultant|by"
    r"|mental~health~provider|supervising~\w+|collaborating~\w+|treating~\w+|coordinator|case~manager|paralegal|notary(?:~public)?|staff|nurse|tech"
    r"|technician|interpreter|operator)")),
    (Role.SOMEONE, (r"(?:from|to|cc|bcc|c\.c\.|sent~by|attn|attention|poc|point~of~contact|cc\.|copy~to|copies~to|copy"
    r"|via|sender|recipient|c/o|contact~name)")),
)  # fmt: skip
_LABELLED = tuple(
    (
        role,
        compiled(
            rf"(?:^|(?<=[|*;\t(>\[,])|(?<=\x20\x20\x20))[~\t>*_-]{{0,8}}(?:\d{{1,2}}[.)]~~)?(?P<label>{label})"
            rf"(?:[~]{{0,2}}[:\#]|[~]{{0,24}}\|)[~\t_]{{0,16}}(?=[\w\"/])"
        ),
    )
    for role, label in _PERSON_LABELS
)
_CC = compiled(r"^[~\t]*(?:cc|bcc|xc|c:)[:~]{1,3}(?=[A-Z])")
_DOTTED = (
    r"(?:M\.~?D|D\.~?O|Ph\.~?D|Psy\.~?D|Ed\.~?D|Au\.~?D|D\.~?C|D\.~?P\.~?M|R\.~?N|N\.~?P|P\.~?A|P\.~?A\.?-C"
    r"|D\.~?D\.~?S|O\.~?D|M\.~?S\.~?W|M\.~?Ed|M\.~?A|M\.~?S|J\.~?D|L\.~?C\.~?S\.~?W|L\.~?P\.~?C|M\.~?P\.~?H"
    r"|D\.~?N\.~?P|Pharm\.~?D|A\.~?R\.~?N\.~?P|A\.~?P\.~?R\.~?N|Sc\.~?D|M\.~?B|D\.~?P\.~?T|D\.~?M\.~?D|Esq)"
)
_DOTTED_DEGREE = compiled(rf"\b{_DOTTED}\b\.?(?![\w'-])")
_DEGREE_GAP = re.compile(r'[."]{0,2},?[ \x1f]?\n?[ \x1f]{0,3}\(?')
_DEGREE_ENDS = re.compile(r"[ ]*(?:$|[,\n(|/])", re.MULTILINE)
_CLOSING = compiled(
    r"""^[~\t>]{0,12}(?:(?:very~|most~)?(?:sincerely|respectfully|cordially|truly|faithfully)(?:~(?:yours|submitted
    |and~\w+))?|yours(?:~(?:truly|sincerely|faithfully|very~truly|in~\w+))?|(?:with~)?(?:kind|best|warm|warmest
    |kindest|many|deepest)?~?(?:regards|wishes|thanks|respect|gratitude|appreciation)
    |in~(?:hope|good~health|service|gratitude|christ|faith)[\w~]{0,20}|thank~you[^\n]{0,60}|thanks[^\n]{0,30}
    |god~bless[^\n]{0,20}|mahalo|atentamente|atte\.?|cordially~/~atentamente|semper~fi(?:delis)?|gratefully|best
    |cheers|peace|blessings|fraternally|v/?r|very~respectfully|sworn[^\n]{0,40}|further~affiant[^\n]{0,40}
    |signed)[~]{0,2}[,.!;:-]{0,2}[~]{0,2}(?:\((?:signed|sgd)\))?[~]{0,3}$"""
)
_NAME_LINE = re.compile(
    r"[ \t>]{0,60}(?:-{1,9} ?|—|~)?(?:/s/|/es/|//)?[ \t]{0,9}(?P<text>[A-Za-z(][^\n|:;0-9@]{1,60}?)[ \t.,/]*"
    r"(?:\([^()]*\))?[ \t]*$"
)
_MAIL_SALUTE = re.compile(r"(?:(?<=\n\n)|^)[ \t>]*(?P<n>[A-Z][a-z]{1,15})[,:\-—]{1,2}[ \t]*$", re.MULTILINE)
_FILE_NAME = re.compile(
    r"(?<![\w./])(?P<stem>[A-Za-z][\w.-]{2,60})\.(?:pdf|docx?|rtf|txt|jpe?g|png|tiff?|zip|xlsx?|odt)\b", re.IGNORECASE
)
_STOP = re.compile(r"[ ]?(?:[,;()|·\n\t]|[ ]{2}|$)")
_VALUE_WORDS = 5
_USUAL_GIVEN = 3  # tier from which a given name is usual
_BEFORE_VALUE = words("mr mrs ms dr dra miss the veteran sgt ssg cpt capt sfc msg spc cpl lt col maj")


def labelled(view: LetterView) -> Iterator[Mention]:
    """``Veteran: Doe, John Q``, ``RE: Nexus letter for John Doe``, ``Emergency contact: Ann Doe``."""
    for pattern, score in ((_PATIENT_LABEL, 0.95), (_INLINE_LABEL, 0.9)):
        for match in view.scan(pattern):
            yield from _value(view, match.end(), Role.PATIENT, score, strict=pattern is _INLINE_LABEL)
    for match in view.scan(_SUBJECT):
        yield from _in_subject(view, *match.span("line"))
    for match in view.scan(_LETTER_FOR):
        yield from _value(view, match.end(), Role.PATIENT, 0.8, strict=True)
    for role, pattern in (*_LABELLED, (Role.SOMEONE, _CC)):
        for match in view.scan(pattern):
            yield from _value(view, match.end(), role, 0.85, strict=True)


def in_forms(view: LetterView) -> Iterator[Mention]:
    """Names that stand under their labels, in a form or a table."""
    roles = {C.PATIENT: Role.PATIENT, C.RELATIVE: Role.RELATIVE, C.PROVIDER: Role.PROVIDER}
    for field in fields(view):
        role = roles.get(field.category)
        index = view.first_word(field.start)
        while role is not None and index < len(view.words) and _is_title(view.words[index], field.end):
            index += 1
        if role is None or index >= len(view.words) or view.words[index].start >= field.end:
            continue
        name = read_name(view, index, surname_first=True)
        if name is not None and name.end <= field.end and not view.is_kept(name.start, name.end, HARD):
            yield Mention(name, role, 0.85, "stands under a label in a form or a table")


def _is_title(word: Word, end: int) -> bool:
    return word.end < end and (word.key in CIVIL_TITLES or word.key in DOCTOR_TITLES or word.key in RANKS)


def _value(view: LetterView, start: int, role: Role, score: float, *, strict: bool) -> Iterator[Mention]:
    """The name that begins at ``start``; several where commas or "and" go on after a full one."""
    index = view.first_word(start)
    if index >= len(view.words) or view.words[index].start - start > 2:
        return
    for _ in range(4):
        if index < len(view.words) and view.words[index].key in _BEFORE_VALUE:
            if view.words[index].key in DOCTOR_TITLES:  # "the letter of Dr. Roe": by him, not about him
                role = Role.PROVIDER
            index += 1
    name = read_name(view, index, surname_first=True)
    if name is None or view.is_kept(name.start, name.end, HARD) or _is_country(view, name):
        return
    like = likeness(view, name)
    whole = _whole_value(view, name) if strict and like < 0 and role is not Role.SOMEONE else None
    if whole is not None:
        yield Mention(whole, role, score, "follows a label")
        return
    ordinary = all(
        view.lexicon.english_tier(part.key) >= 4 and not view.lexicon.is_name(part.key) for part in name.full
    )
    if (
        ordinary
        or _is_compound(view, name)
        or (strict and like < (0.0 if len(name.full) > 1 else 0.5) and not _is_initialled(view, name))
        or (like < -2.5 and len(name.full) < 2)
    ):
        return
    if strict and view.is_kept(name.start, name.end):
        return
    if not strict and view.caseless(name.start):
        name = _to_the_stop(view, name)
    yield Mention(name, role, score, "follows a label")


def _is_country(view: LetterView, name: Name) -> bool:
    """``a veteran of Korea``: a country that hardly anybody is called by."""
    lone = name.parts[0]
    return len(name.parts) == 1 and lone.key in COUNTRIES and view.lexicon.given_tier(lone.key) < _USUAL_GIVEN


def _is_initialled(view: LetterView, name: Name) -> bool:
    """``P. Stone`` behind a label: an initial with its full stop, and a surname."""
    dotted = name.parts[0].initial and view[name.parts[0].end : name.parts[0].end + 1] == "."
    return dotted and len(name.full) == 1 and view.lexicon.surname_tier(name.full[0].key) >= 2


def _whole_value(view: LetterView, name: Name) -> Name | None:
    """In a letter without capitals, a labelled name of ordinary words, if the lists have its first and its last."""
    if not view.caseless(name.start):
        return None
    whole = _to_the_stop(view, name)
    listed = view.lexicon.given_tier(whole.parts[0].key) and view.lexicon.surname_tier(whole.parts[-1].key)
    return whole if listed and 1 < len(whole.full) < 4 and not view.is_kept(whole.start, whole.end) else None


def _to_the_stop(view: LetterView, name: Name) -> Name:
    """In a letter without capitals, a labelled name goes on to the sign that ends the value, whatever its words are."""
    index = view.first_word(name.end)
    parts = list(name.parts)
    barred = NO_NAME | FUNCTION_WORDS | CREDENTIALS | FACILITY_ENDS
    while index < len(view.words) and len(parts) < _VALUE_WORDS and view.before(index) in (" ", ". "):
        word = view.words[index]
        if word.key in barred or view.is_kept(word.start, word.end) or not word.key.replace("-", "").isalpha():
            break
        parts.append(word)
        index += 1
    if len(parts) == len(name.parts) or not _STOP.match(view, parts[-1].end):
        return name
    return replace(name, end=parts[-1].end, parts=tuple(parts))


def _in_subject(view: LetterView, start: int, end: int) -> Iterator[Mention]:
    """The first name of a reference line, and names after "for", "of" or a bar in it."""
    index = view.first_word(start)
    opened = True
    while index < len(view.words) and view.words[index].start < end:
        word = view.words[index]
        before = view.before(index)
        opened = (
            opened
            or word.start == start
            or before.strip(" \x1f") in (":", "-", "|", "—", ",", "(", ";", "/", '"')
            or view.words[index - 1].key in ("for", "of", "regarding", "re", "on", "para", "por", "de")
        )
        if opened and word.key not in NO_NAME and is_part(view, index, first=True):
            name = read_name(view, index, surname_first=True)
            if name and name.end <= end + 1 and _is_subject(view, name):
                yield Mention(name, Role.PATIENT, 0.9, "stands in the reference line")
                return
        opened = False
        index += 1


def _is_compound(view: LetterView, name: Name) -> bool:
    """A word such as "Low-back", with a capital at its head only because a line begins there."""
    head, _, tail = view[name.start : name.end].partition("-")
    return len(name.parts) == 1 and head[:1].isupper() and tail.islower() and view.lexicon.english_tier(tail) >= 4


def _is_subject(view: LetterView, name: Name) -> bool:
    like = likeness(view, name)
    kept = view.is_kept(name.start, name.end, HARD if name.surname_first else SOFTLY)
    if kept or not name.full or _is_compound(view, name) or _is_country(view, name):
        return False
    listed = sum(view.lexicon.is_name(part.key) for part in name.full)
    clinical = any(view.lexicon.is_clinical(part.key) for part in name.full)
    if name.parts[0].initial and len(name.parts) > 1 and view[name.parts[0].end] == ".":
        return not clinical
    if len(name.parts) > 1:
        given = view.lexicon.given_tier(
            (name.full[1] if name.surname_first and len(name.full) > 1 else name.full[0]).key
        )
        return not clinical and (like >= 1 or (listed == len(name.full) and given >= 2) or name.surname_first)
    return like >= 2 or (like >= 1 and not view.lexicon.is_known(name.parts[0].key))


def with_degrees(view: LetterView) -> Iterator[Mention]:
    """``Jane Roe, MD``, ``P. Roe, PA-C``, ``Jane Roe, M.Ed., LPC``."""
    found = {(word.start, word.end) for word in view.words if word.key in CREDENTIALS}
    found |= {match.span() for match in view.scan(_DOTTED_DEGREE)}
    for start, end in sorted(found):
        index = view.first_word(start) - 1
        if index < 0 or view.words[index].key in CREDENTIALS - {"ma", "do", "pa", "an"}:
            continue
        if not _is_degree(view, start, end, view[view.words[index].end : start]):
            continue
        name = read_back(view, index)
        if name is not None and view.caseless(start):
            name = _from_line_start(view, name, index) or name
        lone = name is not None and len(name.parts) == 1 and name.parts[0].key in ("ed", "sc", "phil", "div")
        if name is not None and not lone and _could_sign(view, name):
            yield Mention(name, Role.PROVIDER, 0.9, "stands before a degree")


def _from_line_start(view: LetterView, name: Name, last: int) -> Name | None:
    """Without capitals, the two to four words between the start of a line and a degree, two of the lists."""
    line, _ = view.line_of(name.start)
    parts = view.words_in(line, view.words[last].end)
    barred = NO_NAME | FUNCTION_WORDS | FACILITY_ENDS | CREDENTIALS
    if not len(name.parts) < len(parts) < 5 or any(p.key in barred or view.lexicon.is_clinical(p.key) for p in parts):
        return None
    joined = all(view.gap(view.first_word(p.start)) in (" ", ". ") for p in parts[:-1])
    listed = sum(view.lexicon.is_name(p.key) for p in parts) > 1
    return Name(parts[0].start, parts[-1].end, tuple(parts)) if joined and listed else None


def _is_degree(view: LetterView, start: int, end: int, gap: str) -> bool:
    """Whether letters are a degree here and no word: by their case, a comma before them, the end of a line behind."""
    if not _DEGREE_GAP.fullmatch(gap):
        return False
    degree = view[start:end].lower().replace(".", "").replace(" ", "")
    loose = view.caseless(start)
    if not loose and view[start:end].islower():
        return False
    if degree in STRONG_CREDENTIALS:
        return True
    if degree == "do" and not loose:
        return "," in gap
    return gap.strip(' ."\x1f') in (",", ",(") and (not loose or bool(_DEGREE_ENDS.match(view, end)))


def _could_sign(view: LetterView, name: Name) -> bool:
    if not name.full or any(part.key in NO_NAME for part in name.parts if not part.initial):
        return False
    if len(name.parts) > 1:
        dotted = name.parts[0].initial and view[name.parts[0].end] == "."
        return dotted or any(view.lexicon.is_name(p.key) or not view.lexicon.is_known(p.key) for p in name.full)
    return likeness(view, name) >= 1 and not name.parts[0].shouted


def _whole_line(view: LetterView, index: int, end: int) -> Name | None:
    """In a letter without capitals, a signer's line up to a degree: two to four words, one of them of the lists."""
    parts = list(takewhile(lambda word: word.key not in CREDENTIALS, view.words_in(view.words[index].start, end)))
    dotted = _DOTTED_DEGREE.search(view, parts[0].start, end) if parts else None
    if dotted:
        parts = [word for word in parts if word.end <= dotted.start()]
    full = [word for word in parts if not word.initial and len(word.key) > 1]
    if not 1 < len(full) < 4 or len(parts) > 4 or view.is_kept(parts[0].start, parts[-1].end):
        return None
    barred = NO_NAME | FUNCTION_WORDS | FACILITY_ENDS | DOCTOR_TITLES
    if any(word.key in barred for word in full) or not any(view.lexicon.is_name(word.key) for word in full):
        return None
    return Name(parts[0].start, parts[-1].end, tuple(parts))


def closing(view: LetterView) -> Iterator[Mention]:
    """The typed name below "Sincerely", and a lone given name that opens or ends a message."""
    lines = view.lines
    for number, (start, end) in enumerate(lines):
        if not _CLOSING.match(view[start:end]):
            continue
        for line_start, line_end in lines[number + 1 : number + 6]:
            match = _NAME_LINE.match(view[line_start:line_end])
            if not match:
                continue
            index = view.first_word(line_start + match.start("text"))
            name = read_name(view, index, surname_first=False, limit=6) if index < len(view.words) else None
            if view.caseless(line_start):
                name = _whole_line(view, index, line_end) or name
            rest = view[name.end : line_end].strip(' .,()"/') if name else "x"
            words_left = [
                w for w in rest.lower().replace(",", " ").split() if w.strip(".").replace(".", "") not in CREDENTIALS
            ]
            if (
                name
                and not words_left
                and name.full
                and not view.is_kept(name.start, name.end)
                and likeness(view, name) >= (-2 if len(name.parts) > 1 else 0)
            ):
                if len(name.parts) > 1 or likeness(view, name) >= 1:
                    role = Role.RELATIVE if is_lay_letter(view) and not has_degree(view, name.end) else Role.PROVIDER
                    yield Mention(name, role, 0.85, "stands alone below the closing")
                break
    for match in view.scan(_MAIL_SALUTE):
        index = view.first_word(match.start("n"))
        word = view.words[index] if index < len(view.words) else None
        if (
            word
            and word.start == match.start("n")
            and view.lexicon.given_tier(word.key) >= 2
            and view.name_weight(word) >= 0
            and word.key not in FUNCTION_WORDS
        ):
            yield Mention(Name(word.start, word.end, (word,)), Role.SOMEONE, 0.75, "opens a message")


def file_names(view: LetterView) -> Iterator[tuple[int, int]]:
    """Spans of the words of file names such as ``Doe_nexus_v3.docx``; camel humps count as words."""
    for match in view.scan(_FILE_NAME):
        for part in re.finditer(r"[A-Z]{0,2}[a-z]+(?:[A-Z][a-z]+)*|[A-Z]{3,}", match["stem"]):
            yield match.start("stem") + part.start(), match.start("stem") + part.end()
