"""Names that the clause around them gives away: who is a patient, who was whose roommate, who stands in a list of
people, who speaks in a chat, whose initials sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.detectors.name_cues import Mention, Role
from nexus_desktop.security.detectors.name_grammar import NO_NAME, Name, is_part, likeness, read_back, read_name
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    COMRADES,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    PARTICLES,
    RELATIONS,
    SUFFIXES,
    words,
)

_I_TREATED = compiled(
    r"""\b(?:i|we)(?:'ve|'m|~have|~had|~am)?(?:~(?:personally|first|also|now|been|seen|and|recently|last)){0,3}~
    (?:treat(?:ed|ing)?|examin(?:ed|e|ing)|evaluat(?:ed|e|ing)|interview(?:ed)?|follow(?:ed|ing)?|know|known|see|saw|seen|seeing
    |met(?:~with)?|car(?:ed|e|ing)~for|took~care~of|taking~care~of|look(?:ed)?~after|look(?:ed)?~at|counsel(?:ed|led|ing)?
    |represent(?:ed|ing)?|delivered|operated~on|tested|diagnosed|spoke~(?:with|to)|talked~(?:with|to)|writing~(?:for|on~behalf~of|about))
    ~(?:(?:both|the~veteran|my~patient|our~client),?~)?(?=[A-Za-z])"""
)
_IS_PATIENT = compiled(
    r"""~(?:(?:has|have)~been|is|was|became|remains)~(?:(?:a|an|my|our|under|the|in|seen|followed|treated|known)~)(?:[\w'-]{1,16}~){0,3}?
    (?:patient|client|veteran|care|practice|clinic|me|us|constituent|member)\b"""
)
_CAME = compiled(
    r"""~(?:(?:first|initially|now|also|again)~)?(?:came~to~(?:me|see|us|my|our|this)|presented~(?:to|with|for)|asked~(?:me|that|us|our|for)
    |asks~(?:me|that|for)|was~(?:referred|drafted|evaluated|seen|examined|treated|assigned|stationed|born|discharged|honorably|thrown
    |diagnosed)|enlisted|joined~the|entered~(?:the|active)|served~(?:in|with|on|as|two|three|from|our)|deployed~(?:to|with)|retired~from
    |has~(?:asked|been)|reports~that|states~that|told~(?:me|us)|first~(?:sat|saw|came)|recalls?|remembers?|wrote~(?:a|that|to)
    |signed~(?:a|the)|suffers~from|continues~to|lives~(?:in|with|at|alone)|works~(?:as|at|for|in)|worked~(?:as|at|for|in))\b"""
)
_COPULA = compiled(r"~(?:was|were|is|are)(?:~(?:then|a|named|called|one|my~friend))?~(?=[A-Z])")
_MAIDEN = compiled(
    r"\b(?:maiden|birth|former|married|previous|last|family)~name(?:~(?:on~file|is|was|of|being))?[:,\s]{1,3}(?:is~"
    r"|was~)?(?=[A-Z])"
)
_ASK_FOR = compiled(
    r"""\b(?:ask~for|asking~for|contact|reach(?:ed)?(?:~me)?~(?:through|at|via)|care~of|through~(?:my~)?(?:office|nurse|assistant)?,?
    |speak~(?:with|to)|call(?:~or~write)?|attention(?:~of)?|notify|thank|thanked)~(?=[A-Z])"""
)
_SPEAKER = re.compile(r"^(?:\[[^\]\n]{4,40}\]|\(?\d{1,2}:\d\d[^\n:]{0,8}\)?"
                      r"|\d[\d/:., ]{6,22}(?:[AP]M)?)[ \-–]{0,3}(?:Dr\.? |Mr\.? |Ms\.? )?"
                      r"(?P<n>[A-Za-z][\w'.-]{1,20}(?: [A-Z][\w'.-]{1,20}){0,2}):[ ]", re.MULTILINE)  # fmt: skip
_PLAY = re.compile(r"^(?P<n>[A-Z][a-z'-]{1,15}(?: [A-Z][a-z'-]{1,15})?):[ ]", re.MULTILINE)
_WITH_AGE = compiled(
    r"""\b(?P<n>[A-Z][a-z'-]{1,15})(?:~\(|,~)(?:age[ds]?~|born~(?:in~)?|now~|is~|then~|b\.~)?(?:\d{1,2}(?:~(?:years?|yrs?|months?)(?:~old)?)?
    |(?:19|20)\d\d)(?=[),;]|~and~[A-Z])""",
    ignore_case=False,
)
_OF_STUDY = re.compile(r"\((?:19|20)\d\d$")
_KIN_NEAR = compiled(
    r"\b(?:child(?:ren)?|kids?|boys?|girls?|sons?|daughters?|twins?|bab(?:y|ies)|grand\w+|nieces?|nephews?|born|births?|sisters?"
    r"|brothers?|siblings?|family|stepsons?|stepdaughters?|wife|husband|married|marriages?)\b"
)
"""``Brown (2014)`` is a study, and a child only where the clause speaks of children."""
_DIED = compiled(
    r"'s~(?:letter|statement|affidavit|account|declaration|note|death|house|home|place|apartment|wedding|funeral|birth"
    r"|car|truck)(?:~\(|:~|,~)(?=[A-Z])"
)
_CHILDREN = compiled(
    r"""\b(?:boys|girls|kids|children|grandkids|grandchildren|grandsons|granddaughters|sons|daughters|babies|twins|stepchildren
    |brothers|sisters|siblings|nieces|nephews|cousins|roommates|friends|buddies|shipmates|coworkers|witnesses)
    (?:~[\w'-]{1,14}){0,5}(?:,~of~whom~|,~|:~|~\(|~-~|~—~)(?=(?-i:[A-Z]))"""
)
"""``two boys at home, Teo and Gus``."""
_SMALL_CHILDREN = compiled(
    r"""\b(?:boys|girls|kids|children|grandkids|grandchildren|grandsons|granddaughters|sons|daughters|babies|twins|stepsons
    |stepdaughters|brothers|sisters|nieces|nephews|cousins),?~(?P<n>(?:[a-z][\w'-]{1,14},~){0,4}[a-z][\w'-]{1,14}~and~[a-z][\w'-]{1,14})
    (?![\w'-])"""
)
_PLAIN_WORD = 5  # tier of English above which a word is hardly a name, even beside one that is no word
_USUAL = 3  # tier from which a given name is usual
_FAMILY = compiled(
    r"""\b(?:neighbou?rs?|friends?|family|couple|in-laws|cousins|parents|folks)\b[^.;\n]{0,30}?,?~the~(?P<n>(?-i:[A-Z])[a-z'-]{3,16}s)
    (?=[,.;)]|'|~(?:who|and|have|next|down|up|across))"""
)
_STAFF = compiled(
    r"""\b(?:my|our|his|her|the)~(?:office~|medical~|front~desk~|head~|charge~|research~|nursing~|legal~|old~|late~|good~)?
    (?:nurse|assistant|aide|secretary|receptionist|scheduler|manager|scribe|coordinator|biller|medical~assistant|paralegal
    |clerk|tech|technician|pharmacist|therapist|counselor|chaplain|supervisor|boss|foreman|coach|sponsor|barber|dentist
    |mentor|instructor|recruiter|driver|pilot|gunner|medic|corpsman|loader|squad~leader|platoon~sergeant|bunkmate
    |landlord|trainer|caseworker|case~manager|social~worker|interpreter),?~(?P<n>(?-i:[A-Z])[a-z'-]{1,15}(?:~(?-i:[A-Z])[\w'-]{1,20})?)
    (?![\w'-]*~(?-i:[A-Z]))"""
)
"""``my nurse Fern``."""
_LIST_GAP = re.compile(r"[ \x1f]?(?:,|;|,?[ \x1f](?:and|&|or|y)(?=[ \x1f]))[ \x1f]{1,2}")
_ITEM_WORDS = 4
_BESIDE = 30  # characters between two children with their years, one of whom has a usual name
_NO_ITEM = words("the a an his her my our their who whom which that all both each") | FACILITY_ENDS


def by_clause(view: LetterView) -> Iterator[Mention]:
    """Names by verbs of treating, by being a patient, by a role and a copula, by words for a former name."""
    for pattern, role, least in (
        (_I_TREATED, Role.PATIENT, -2.0),
        (_MAIDEN, Role.PATIENT, -4.0),
        (_ASK_FOR, Role.SOMEONE, 1.0),
        (_DIED, Role.RELATIVE, 0.0),
    ):
        for match in view.scan(pattern):
            yield from _named(view, match.end(), role, least)
    yield from _subjects(view)
    yield from _roles(view)
    yield from _children(view)
    yield from _families(view)
    yield from _small_children(view)
    for match in view.scan(_STAFF):
        name = read_name(view, view.first_word(match.start("n")), limit=3)
        if name and name.start == match.start("n") and _personal(view, name, least=-4.0):
            yield Mention(name, Role.PROVIDER, 0.75, "follows a word of kinship or role")
    given = [match for match in view.scan(_WITH_AGE) if view.lexicon.given_tier(match["n"].lower()) >= 2]
    for match in view.scan(_WITH_AGE):
        index = view.first_word(match.start("n"))
        word = view.words[index]
        if (
            any(abs(match.start() - other.start()) < _BESIDE for other in given)
            and word.key not in NO_NAME
            and not view.is_kept(word.start, word.end, HARD)
            and not (
                _OF_STUDY.search(match.group())
                and not _KIN_NEAR.search(view, max(0, match.start() - 90), match.start())
            )
        ):
            yield Mention(Name(word.start, word.end, (word,)), Role.RELATIVE, 0.6, "a name with an age or a year")


def _named(view: LetterView, start: int, role: Role, least: float) -> Iterator[Mention]:
    index = view.first_word(start)
    if index >= len(view.words) or view.words[index].start != start:
        return
    name = read_name(view, index, limit=4)
    if name is None or not name.parts[0].capital or not name.full or view.is_kept(name.start, name.end, HARD):
        return
    if likeness(view, name) >= (
        least if len(name.full) > 1 else max(least, 0.5) if role is not Role.PATIENT else least + 2
    ):
        yield Mention(name, role, 0.8, "follows words that announce a name")


def _subjects(view: LetterView) -> Iterator[Mention]:
    """``Grace March has been my patient``, ``Joy Stone enlisted``: two capitals or more before such a verb."""
    for first, end in view.runs():
        last = end - 1
        if view.is_kept(view.words[first].start, view.words[last].end, HARD):
            continue
        patient = _IS_PATIENT.match(view, view.words[last].end)
        if not (patient or _CAME.match(view, view.words[last].end)):
            continue
        name = read_back(view, last)
        if name is None or not name.full or view.words[last].key in NO_NAME | FACILITY_ENDS:
            continue
        lexicon = view.lexicon
        given = lexicon.given_tier(name.full[0].key)
        two = len(name.full) > 1 and (given >= 2 or not lexicon.is_known(name.full[0].key))
        surname = lexicon.surname_tier(name.full[-1].key) or not lexicon.is_known(name.full[-1].key)
        if (two and surname) or (len(name.full) == 1 and given >= 3 and (patient or likeness(view, name) >= 0)):
            yield Mention(name, Role.PATIENT if patient else Role.SOMEONE, 0.75, "does what patients and veterans do")


def _roles(view: LetterView) -> Iterator[Mention]:
    """``her roommates were Joy Love and Faith Banks``, ``the first sergeant was Rich Price``."""
    for at in view.indices(RELATIONS | COMRADES):
        match = _COPULA.match(view, view.words[at].end)
        index = view.first_word(match.end()) if match else len(view.words)
        while index < len(view.words):
            name = read_name(view, index, limit=4)
            if name is None or not name.parts[0].capital or not _personal(view, name):
                break
            yield Mention(name, Role.RELATIVE, 0.8, "follows a word of kinship or role")
            joint = _LIST_GAP.match(view, name.end)
            if not joint:
                break
            index = view.first_word(joint.end())


def _families(view: LetterView) -> Iterator[Mention]:
    """``neighbors up the road, the Vogels,``: a surname in the plural."""
    for match in view.scan(_FAMILY):
        word = view.words[view.first_word(match.start("n"))]
        single = word.key.removesuffix("es") if view.lexicon.surname_tier(word.key[:-1]) < 1 else word.key[:-1]
        rare = view.lexicon.english_tier(word.key) < 2 and view.lexicon.english_tier(single) < 2
        if rare and view.lexicon.surname_tier(single) >= 2 and not view.is_kept(word.start, word.end):
            yield Mention(Name(word.start, word.end, (word,)), Role.RELATIVE, 0.7, "follows a word of kinship or role")


def _children(view: LetterView) -> Iterator[Mention]:
    """Given names in a list behind a word for children or comrades, with a few words between."""
    for match in view.scan(_CHILDREN):
        index = view.first_word(match.end())
        found: list[Name] = []
        while index < len(view.words) and len(found) < 8:
            name = read_name(view, index, limit=3)
            if name is None or not name.parts[0].capital or view.is_kept(name.start, name.end, HARD):
                break
            if not _personal(view, name, least=-2.0):
                break
            found.append(name)
            joint = _LIST_GAP.match(view, name.end)
            if not joint:
                break
            index = view.first_word(joint.end())
        lexicon = view.lexicon
        if any(lexicon.given_tier(n.parts[0].key) >= 2 and lexicon.english_tier(n.parts[0].key) < 5 for n in found):
            for name in found:
                yield Mention(name, Role.RELATIVE, 0.8, "follows a word of kinship or role")


def _small_children(view: LetterView) -> Iterator[Mention]:
    """``her twins ebo and lark``, in a letter without capitals: one of them at least is no word."""
    for match in view.scan(_SMALL_CHILDREN):
        named = [word for word in view.words_in(*match.span("n")) if word.key != "and"]
        lexicon = view.lexicon
        barred = any(
            w.key in FUNCTION_WORDS or w.key in NO_NAME or lexicon.english_tier(w.key) > _PLAIN_WORD for w in named
        )
        told = any(not lexicon.is_known(word.key) or lexicon.given_tier(word.key) >= _USUAL for word in named)
        if not barred and told and view.caseless(match.start()):
            for word in named:
                if not view.is_kept(word.start, word.end):
                    role = "follows a word of kinship or role"
                    yield Mention(Name(word.start, word.end, (word,)), Role.RELATIVE, 0.65, role)


def _personal(view: LetterView, name: Name, least: float = 0.0) -> bool:
    lexicon = view.lexicon
    if not name.full or any(part.key in NO_NAME for part in name.full):
        return False
    listed = any(lexicon.is_name(part.key) for part in name.full) or any(not lexicon.is_known(p.key) for p in name.full)
    return listed and (len(name.full) > 1 or likeness(view, name) >= least)


def speakers(view: LetterView) -> Iterator[Mention]:
    """Who says what in a chat, by the labels of its lines."""
    for match in view.scan(_SPEAKER):
        yield from _speaker(view, *match.span("n"))
    counted: dict[str, int] = {}
    found = list(view.scan(_PLAY))
    for match in found:
        counted[match["n"]] = counted.get(match["n"], 0) + 1
    for match in found:
        first = match["n"].split()[0].lower()
        if counted[match["n"]] > 1 and view.lexicon.given_tier(first) >= 2 and first not in NO_NAME:
            yield from _speaker(view, *match.span("n"))


def _speaker(view: LetterView, start: int, end: int) -> Iterator[Mention]:
    parts = tuple(view.words_in(start, end))
    if parts and not any(part.key in NO_NAME or part.key in FUNCTION_WORDS for part in parts):
        yield Mention(Name(parts[0].start, parts[-1].end, parts), Role.SOMEONE, 0.8, "speaks in a chat")


def in_lists(view: LetterView, mentions: list[Mention]) -> Iterator[Mention]:
    """Names that no list knows, in a list of people: ``Diop, Kahananui and White Eagle`` when two of them are known."""
    known = {mention.name.start: mention for mention in mentions}
    done: set[int] = set()
    for start in sorted(known):
        if start in done:
            continue
        items = _items(view, start)
        done |= {first for first, _ in items}
        persons = [known[first] for first, _ in items if first in known]
        if len(items) < 3 or len(persons) < 2:
            continue
        for first, last in items:
            index = view.first_word(first)
            if first in known or any(view.words[i].key in NO_NAME for i in range(index, view.first_word(last))):
                continue
            parts = tuple(view.words_in(first, last))
            if parts and not view.is_kept(first, last):
                yield Mention(Name(first, last, parts), persons[0].role, 0.65, "stands in a list of people")


def _items(view: LetterView, start: int) -> list[tuple[int, int]]:
    """Capitalised items joined by commas and "and", from one that starts at an offset on."""
    found: list[tuple[int, int]] = []
    index = view.first_word(start)
    while index < len(view.words) and len(found) < 30:
        first = index
        if not (view.words[first].capital and is_part(view, first, first=True)):
            break
        while index + 1 < len(view.words) and index - first < _ITEM_WORDS and view.gap(index) in (" ", ". ", SOFT, "-"):
            if not (view.words[index + 1].capital or view.words[index + 1].key in PARTICLES):
                break
            index += 1
        while view.words[index].key in PARTICLES and index > first and not view.words[index].capital:
            index -= 1
        found.append((view.words[first].start, view.words[index].end))
        gap = _LIST_GAP.match(view, view.words[index].end)
        if not gap:
            break
        index = view.first_word(gap.end())
        while index < len(view.words) and view.words[index].key in ("and", "or", "y", *SUFFIXES):
            index += 1
        if index >= len(view.words) or view.words[index].key in _NO_ITEM or view.words[index].start - gap.end() > 6:
            break
    return found
