"""Names by the print around them: labels with no sign behind them, parts of a name in boxes of their own, addresses of
mail, words that lead to a parent or a child."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.detectors.name_cues import Mention, Role
from nexus_desktop.security.detectors.name_grammar import NO_NAME, Name, likeness, read_back, read_name
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    CREDENTIALS,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    RANKS,
    RELATIONS,
    SUFFIXES,
)

_ITEM = r"(?:\d{1,3}[A-Za-z]?[.)]~~|[a-z][.)]~~)?"
_BEGINS = rf"(?:^|(?<=[|*;\t])|(?<=\x20\x20))[~\t>*_-]{{0,8}}{_ITEM}"
_PART_OF_NAME = compiled(
    rf"""{_BEGINS}(?P<label>(?:(?P<of>[A-Za-z']{{4,14}})(?:'s)?~)?(?:last|first|middle|given|family|sur|preferred|maiden
    |nick|legal~first|legal~last)[~-]?names?(?:~used)?|(?:last|first|middle)(?=:)|(?:m\.?i\.?|middle~initial)|(?:preferred|former|other|maiden)~names?
    (?:~used)?|nickname|alias|pronounced)[~]{{0,2}}(?::|~~(?=\x20\x20))[~\t_"]{{0,16}}(?=[A-Z])"""
)
"""``LAST NAME: VAN DYKE   FIRST NAME: WILLOW   MI: R``."""
_WIDE: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, compiled(rf"^[~\t>]{{0,8}}{_ITEM}(?:{label})(?:\t|\x20{{3,40}})[\t\x20]{{0,8}}(?=[A-Z])"))
    for role, label in (
        (Role.PATIENT, (
         r"(?:name~of~)?(?:veteran|patient|claimant|client|member|insured|appellant)(?:'s)?(?:~(?:full~|legal~)?name)?"
         r"|(?:full~|legal~|preferred~)?name")),
        (Role.PROVIDER, (
         r"(?:attending|ordering|referring|primary~care|treating|rendering|visit)?~?(?:provider|physician|clinician"
         r"|examiner|doctor)(?:~name)?|pcp|signed~by|seen~by|author|representative|attorney")),
        (Role.RELATIVE,
         r"emergency(?:~contact)?|next~of~kin|spouse|guardian|guarantor|caregiver|contact|accompanied~by"),
    )
)  # fmt: skip
"""``Patient          Ann B. Doe``: a label and its value in two columns of a print-out."""
_RUN_TOGETHER: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.PATIENT, compiled(r"\b(?:nameof(?:veteran|patient|claimant|client)|(?:veteran|patient|claimant|client)name"
                            r"|(?:last|first|full)name)[:\s]{0,3}(?=(?-i:[A-Z]))")),
    (Role.PROVIDER, compiled(r"\b(?:(?:provider|physician|examiner|doctor)name|nameof(?:provider|physician|examiner)"
                             r"|signature|printedname)[:\s]{0,3}(?=(?-i:[A-Z]))")),
)  # fmt: skip
"""``NameofVeteran Doe, Ann``: a form that lost its blanks."""
_NAME_OF_KIN = compiled(
    r"""\bname~(?:and~\w+~)?of~(?:the~|your~|nearest~)?(?:spouse|next~of~kin|relative|wife|husband|witness|emergency
    ~contact|contact|parent|guardian|dependent|child)(?:~?/~?[\w~]{3,20}?|~or~[\w~]{3,20}?)?[~]{0,2}:[~\t_]{0,16}(?=[A-Z])"""
)
_WROTE = compiled(
    r"""^[~>|]{0,8}On~[^\n<>]{6,60}?(?:\d|[ap]\.?m\b\.?),?~
    (?P<n>(?-i:[A-Z])[\w'.-]{1,20}(?:~(?-i:[A-Z])[\w'.-]{0,20}){0,3})(?:~<[^<>\n]{3,80}>)?~(?:wrote|writes|said):"""
)
"""``On Sun, Mar 16, 2025 at 4:20 PM Ann Le wrote:``, above a message that is quoted."""
_HONOURED = compiled(
    r"\b(?P<n>(?:Do[nñ]a|Tia|T[ií]o|Nonna|Nonno|Abuela|Abuelo|Comadre|Compadre|Padrino|Madrina)~<Part>)",
    ignore_case=False,
)
"""``Dona Bia``: what a family calls its elders, which may be a given name as well."""
_MAIL = re.compile(r"[\"']?[ ]?<[^<>\s@]{1,60}@[^<>\s]{3,60}>")
_CHILD_OF = compiled(
    r"""\b(?:(?:child(?:ren)?|sons?|daughters?|twins?|widow(?:er)?|parents?|mother|father|brother|sister|cousin|uncle|aunt|wife
    |husband|spouse|friend|neighbor|caregiver|roommate|buddy|partner|stepsons?|stepdaughters?
    |grandsons?|granddaughters?|nephew|niece|guardian)~(?:of|to)|born~to|the~late|mother~to|father~to
    |(?:say|said|tell|give|send)~(?:hi|hello|regards|love|my~best)~to|(?:hugs|love|regards)~to)~(?=(?-i:[A-Z])|(?-i:[a-z]{3}))"""
)
_GONE = compiled(
    r"\b(?:since|after|when|until|before|because)~(?P<n>[a-z][a-z'-]{2,15})~(?:died|passed~(?:away|on)?|was~(?:born|killed)"
    r"|got~(?:killed|sick)|left~(?:him|her|me|us)|moved~(?:out|in|away))\b"
)
"""``alone since lorraine died``."""
_SMALL_LIST = compiled(
    r"""\b(?:sons|daughters|children|kids|sisters|brothers|siblings|births|boys|girls|twins|grandchildren|grandkids|cousins)~?
    (?:~with~\w+)?~?\((?P<n>[a-z][^()\n]{2,80})(?=\)|,~the~last|$)"""
)
_SMALL_KIN = compiled(
    r"""\b(?:wife|husband|spouse|son|daughter|mother|father|brother|sister|grandson|granddaughter|uncle|aunt|cousin|nephew|niece
    |fiancee?|roommate|buddy|friend|partner),~(?P<n>[a-z][a-z'-]{2,14}(?:~[a-z][a-z'-]{1,14}){0,2})(?=,~|\.[ \n]
    |;|\))"""
)
_RE_SMALL = compiled(
    r"\b(?:re|regarding|about|for|patient|pt|veteran|client)~(?P<n>[a-z]{3,14}~[a-z]{3,16})(?=~(?:case|claim|ssn|dob|file|va|c\b|social|who|has|is|was)\b|[,;\n]|$)"
)
"""``re destiny love case``, in a message without capitals."""
_AND = re.compile(r",? (?:and|&) (?=[A-Z])")
_LONGEST = 5


def by_print(view: LetterView) -> Iterator[Mention]:
    """Names by labels without a sign, by addresses of mail, by words for parent and child."""
    for match in view.scan(_PART_OF_NAME):
        yield from _box(view, match.end(), _whose(match["of"]))
    for role, pattern in (*_WIDE, (Role.RELATIVE, _NAME_OF_KIN)):
        for match in view.scan(pattern):
            yield from _box(view, match.end(), role)
    for role, pattern in _RUN_TOGETHER:
        for match in view.scan(pattern):
            name = read_name(view, view.first_word(match.end()), surname_first=True)
            if name and name.start == match.end() and not view.is_kept(name.start, name.end, HARD):
                yield Mention(name, role, 0.85, "follows a label")
    for match in view.scan(_MAIL):
        yield from _before_mail(view, match.start())
    for match in view.scan(_WROTE):
        yield Mention(
            Name(*match.span("n"), tuple(view.words_in(*match.span("n")))), Role.SOMEONE, 0.8, "wrote a message"
        )
    for match in view.scan(_CHILD_OF):
        yield from _kin(view, match)
    yield from _gone(view)
    yield from _in_small_subjects(view)
    yield from _in_small_kin(view)


def honoured(view: LetterView) -> Iterator[Mention]:
    """``Dona Bia``, ``Tio Beto``: both words, whichever is the name."""
    for match in view.scan(_HONOURED):
        named = tuple(view.words_in(*match.span("n")))
        if not view.is_kept(*match.span("n"), HARD):
            yield Mention(Name(*match.span("n"), named), Role.SOMEONE, 0.8, "follows a title")


def _in_small_kin(view: LetterView) -> Iterator[Mention]:
    """``her husband, major long,``: words between commas behind a word of kinship, in a letter without capitals."""
    lexicon = view.lexicon
    for match in view.scan(_SMALL_LIST):
        items = [tuple(view.words_in(match.start("n") + one.start(), match.start("n") + one.end()))
                 for one in re.finditer(r"[a-z][a-z' -]+", match["n"])]  # fmt: skip
        names = [tuple(w for w in item if w.key not in FUNCTION_WORDS) for item in items]
        names = [item for item in names if 0 < len(item) < 3 and not any(w.key in NO_NAME for w in item)]
        if not view.caseless(match.start()) or not any(lexicon.given_tier(item[0].key) >= 3 for item in names):
            continue
        for item in names:
            if lexicon.given_tier(item[0].key) >= 2 or not lexicon.is_known(item[0].key):
                yield Mention(
                    Name(item[0].start, item[-1].end, item), Role.RELATIVE, 0.75, "follows a word of kinship or role"
                )
    for match in view.scan(_SMALL_KIN):
        if not view.caseless(match.start("n")):
            continue
        parts = tuple(view.words_in(*match.span("n")))
        barred = any(p.key in (FUNCTION_WORDS - {"will", "may"}) | NO_NAME - {"van"} | RELATIONS for p in parts)
        last = parts[-1].key
        listed = lexicon.given_tier(parts[0].key) >= 2 and (len(parts) < 2 or lexicon.surname_tier(last) >= 1)
        if not barred and (listed or (len(parts) > 1 and not lexicon.is_known(last))):
            yield Mention(
                Name(parts[0].start, parts[-1].end, parts), Role.RELATIVE, 0.75, "follows a word of kinship or role"
            )


def _in_small_subjects(view: LetterView) -> Iterator[Mention]:
    """A given name and a surname of the lists in the reference line of a message without capitals."""
    lexicon = view.lexicon
    for match in view.scan(_RE_SMALL):
        index = view.first_word(match.start("n"))
        first, second = view.words[index], view.words[index + 1]
        pair = lexicon.given_tier(first.key) >= 2 and (
            lexicon.surname_tier(second.key) >= 2 or not lexicon.is_known(second.key)
        )
        if (
            view.caseless(first.start)
            and pair
            and first.key not in NO_NAME
            and second.key not in FUNCTION_WORDS | NO_NAME
        ):
            yield Mention(
                Name(first.start, second.end, (first, second)), Role.PATIENT, 0.8, "stands in the reference line"
            )


def _gone(view: LetterView) -> Iterator[Mention]:
    """Given names of those who died or moved away, in a letter without capitals too."""
    for match in view.scan(_GONE):
        word = view.words[view.first_word(match.start("n"))]
        given = view.lexicon.given_tier(word.key) >= 2 and view.lexicon.english_tier(word.key) < 4
        if given and word.key not in RELATIONS | NO_NAME and (word.capital or view.caseless(word.start)):
            yield Mention(Name(word.start, word.end, (word,)), Role.RELATIVE, 0.75, "does what people do")


def _before_mail(view: LetterView, at: int) -> Iterator[Mention]:
    """The name before ``<ann@…>``."""
    name = read_back(view, view.first_word(at) - 1)
    if name is None or view[name.end : at].strip(" \"'") or any(part.key in NO_NAME for part in name.parts):
        return
    yield Mention(name, Role.SOMEONE, 0.8, "stands before an address of mail")


def _whose(owner: str | None) -> Role:
    word = (owner or "").lower()
    if word in ("provider", "physician", "examiner", "doctor"):
        return Role.PROVIDER
    return Role.RELATIVE if word in RELATIONS or word in ("contact", "witness") else Role.PATIENT


def _box(view: LetterView, start: int, role: Role) -> Iterator[Mention]:
    """The name that fills a box of a form: up to a wide gap, a sign or the end of the line, whatever its words are."""
    index = view.first_word(start)
    parts: list[Word] = []
    barred = NO_NAME - {"van"} | CREDENTIALS | FACILITY_ENDS
    while index < len(view.words) and len(parts) < _LONGEST:
        word = view.words[index]
        gap = view.before(index)
        title = word.key in CIVIL_TITLES or word.key in DOCTOR_TITLES or word.key in RANKS
        if not parts and title and view.words[index].start - start < 8:
            index += 1
            start = view.words[index].start if index < len(view.words) else start
            continue
        if parts and gap not in (" ", ". ", ", ", "-", ' "', '" ', " (", ") "):
            break
        if not parts and word.start - start > 1:
            return
        if word.key in barred or (word.key in FUNCTION_WORDS and not word.capital) or view.kept[word.start] == HARD:
            break
        if not (word.capital or view.caseless(word.start) or word.key in ("de", "la", "van", "von", "del", "der")):
            break
        parts.append(word)
        index += 1
    while parts and parts[-1].key in FUNCTION_WORDS:
        parts.pop()
    if not parts or all(view.lexicon.is_clinical(part.key) for part in parts):
        return
    turned = len(parts) > 1 and view[parts[0].end : parts[1].start].strip(" ") == "," and parts[1].key not in SUFFIXES
    yield Mention(Name(parts[0].start, parts[-1].end, tuple(parts), (), turned), role, 0.9, "fills a box of a form")


def _kin(view: LetterView, match: re.Match[str]) -> Iterator[Mention]:
    """The names behind "children of" and "say hi to"; "the late" is said of the dead, and of wives and their hopes."""
    index = view.first_word(match.end())
    greeted = match.group().lower().startswith(("say", "tell", "give", "send", "said", "hugs", "love", "regards"))
    for _ in range(3):
        name = read_name(view, index, limit=4) if index < len(view.words) else None
        small = index < len(view.words) and not view.words[index].capital
        if small and greeted and view.caseless(view.words[index].start):
            word = view.words[index]
            given = view.lexicon.given_tier(word.key) >= 2 and word.key not in FUNCTION_WORDS | RELATIONS | NO_NAME
            name = Name(word.start, word.end, (word,)) if given else None
        elif small:
            return
        if name is None or not name.full or view.is_kept(name.start, name.end, HARD):
            return
        lexicon = view.lexicon
        known = any(lexicon.is_name(part.key) for part in name.full) or not lexicon.is_known(name.full[0].key)
        if not known or (not small and likeness(view, name) < 0.5 and len(name.full) < 2):
            return
        yield Mention(name, Role.RELATIVE, 0.8, "follows a word of kinship or role")
        joint = _AND.match(view, name.end)
        if not joint:
            return
        index = view.first_word(joint.end())
