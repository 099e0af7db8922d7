"""Where names announce themselves in running text: titles, ranks, kinship, roles, degrees, quotes, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.detectors.name_grammar import (
    NO_NAME,
    Name,
    has_degree,
    likeness,
    read_back,
    read_name,
)
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    CLERGY_TITLES,
    COMRADES,
    DOCTOR_TITLES,
    FUNCTION_WORDS,
    RANK_HEADS,
    RANKS,
    RELATIONS,
    SPANISH_RELATIONS,
    TELLING_VERBS,
    words,
)


class Role(Enum):
    """Who a name belongs to, as far as its cue says."""

    PATIENT = "patient"
    RELATIVE = "relative"
    PROVIDER = "provider"
    SOMEONE = "someone"  # resolved by comparison with the others


@dataclass(frozen=True, slots=True)
class Mention:
    """A name and what announced it."""

    name: Name
    role: Role
    score: float
    reason: str


_OFFICES = words("attorney atty judge nurse counselor examiner justice coach principal counsellor therapist paralegal")
_AFTER_TITLE = (" ", ". ", ".", SOFT, "." + SOFT, "\n", ".\n", "  ", ".  ")
_WORDY_TITLES = words("sir madam master private general major chief brother sister elder father specialist captain "
"class seaman fireman corpsman officer commander airman doctor "
                      "deacon pastor bishop imam doc don miss gunny mister professor chaplain commander lieutenant "
                      "colonel sergeant corporal")  # fmt: skip
_SHORT_TITLES = words(
    "dr mr mrs ms sgt ssgt ssg sfc msgt msg cpl lt cpt capt maj col ltc lcpl pfc pvt spc cmdr sra tsgt"
)
_SPOKEN = words("captain lieutenant sergeant colonel corporal commander nurse private chief gunny airman ensign")
_SPOKEN_RANKS = words("captain sergeant corporal lieutenant colonel")
_AMBIGUOUS_TITLES = words("sr fr don sn hn fn gen class")
_ROLES = words(
    "therapist counselor psychologist psychiatrist physician surgeon nurse chiropractor audiologist podiatrist "
    "neurologist cardiologist pulmonologist orthopedist "
    "dermatologist urologist oncologist rheumatologist gastroenterologist internist radiologist pathologist dentist "
    "optometrist ophthalmologist examiner clinician provider "
    "practitioner attorney lawyer counsel paralegal representative advocate vso agent notary rater judge adjudicator "
    "reviewer supervisor manager coordinator assistant "
    "receptionist secretary technician technologist transcriptionist pharmacist dietitian interpreter hygienist pcp "
    "specialist resident fellow social-worker worker "
    "officer stenographer rep lawyer psych counsellor reporter investigator ombudsman caseworker navigator liaison "
    "scheduler biller coder doctor hypnotist acupuncturist physiatrist physiotherapist pediatrician hospitalist"
)
_RATE = compiled(
    r"""\b(?:(?:HM|HN|HS|BM|MM|EM|ET|GM|OS|QM|RM|FT|TM|SM|PN|YN|SK|HT|MR|AE|AM|AO|AT|AZ|AC|AD|AG|ABH|ABE|ABF|CT[AIMORT]|IC|IT|EA|EO|CE|BU|CM
    |SW|UT|FC|MN|MU|DC|DK|SH|CS|NC|PS|MA|LS|RP|AW|PR|PH|JO)[1-3CS]|PO[1-3]|E-[1-9]|W-[1-5]|O-[1-6]|SP[456]|L\.~?T\.|(?P<trade>NP|PA|RN|LPN
    |LVN|FNP|ARNP|APRN|PA-C|CRNA|LCSW|PT|OT|Nurse~Practitioner|Physician~Assistant))~(?=[A-Za-z][a-z])""",
    ignore_case=False,
)
_SHOUTED_TRADE = re.compile(
    r"\b(?:(?:TO|BY|WITH|SAW|FROM) (?:THE )?(?:PA|NP|RN|LPN|FNP|ARNP|PA-C)|NURSE) (?=[A-Z]{3,20}\b)"
)
_KIN_GAPS = (" ", ", ", " (", ": ", SOFT, "," + SOFT, " - ", " — ", "—", "/", " named ", ' "')
_WHOSE_NAME = re.compile(r"'s(?: name (?:is|was) |, (?=[A-Za-z'-]+[,.)]))")
_CALLED = re.compile(r" (?:of (?:[\w-]+ ){1,4}years?,? |named |called |is )")
_LIST_JOINT = re.compile(r"\.?(?:,[ \x1f](?:and[ \x1f])?|[ \x1f](?:and|&)[ \x1f])")
_LETTERS = re.compile(r"(?:[A-Z]\.?){1,4}(?:-[A-Z]{1,4})?")
_LATE = words(
    "late former then current ex first second new own young older younger eldest oldest youngest only elderly"
)


def titled(view: LetterView) -> Iterator[Mention]:
    """``Dr. Roe``, ``Mr. Doe``, ``SSG (Ret.) Doe``."""
    for at, word in enumerate(view.words):
        following = _behind_title(view, at)
        if following is None:
            continue
        name = _named_behind(view, at, following)
        if name is None:
            continue
        role = _role_of_title(word)
        yield Mention(name, role, 0.95, "follows a title")
        if word.key in ("drs", "messrs") and view.gap(view.first_word(name.end) - 1).strip() in ("and", "&"):
            other = read_name(view, view.first_word(name.end) + 1)
            if other:
                yield Mention(other, role, 0.9, "follows a title")


def by_rate(view: LetterView) -> Iterator[Mention]:
    """``HM2 Doe``, ``NP Roe``: rates and trades in short form, before a name."""
    for match in _SHOUTED_TRADE.finditer(view.typed):
        index = view.first_word(match.end())
        if index < len(view.words) and view.caseless(match.start()) and _shouted_name(view, index):
            word = view.words[index]
            yield Mention(Name(word.start, word.end, (word,)), Role.PROVIDER, 0.7, "follows a title")
    for match in view.scan(_RATE):
        index = view.first_word(match.end())
        if index < len(view.words) and not view.words[index].capital and not _shouted_name(view, index):
            continue
        name = read_name(view, index, limit=3)
        if name is None or not name.full or any(part.key in NO_NAME for part in name.parts if not part.initial):
            continue
        trade = match["trade"] is not None
        if trade and (likeness(view, name) < 0 or view[match.start() - 2 : match.start()] in (", ", "; ")):
            continue
        yield Mention(name, Role.PROVIDER if trade else Role.SOMEONE, 0.85, "follows a title")


def _shouted_name(view: LetterView, index: int) -> bool:
    """Whether a word behind a rate is a name in a letter without small letters: of the lists, with an end or a verb
    behind it."""
    word = view.words[index]
    if not view.caseless(word.start) or word.key in FUNCTION_WORDS or view.lexicon.surname_tier(word.key) < 3:
        return False
    following = view.words[index + 1].key if index + 1 < len(view.words) and view.gap(index) in (" ", SOFT) else ""
    return not following or following in TELLING_VERBS or following in FUNCTION_WORDS or following.endswith("ed")


def _role_of_title(word: Word) -> Role:
    if word.key == "doc":  # a comrade more often than a doctor: gone at every level, in doubt
        return Role.SOMEONE
    if word.key in DOCTOR_TITLES or (word.key in _OFFICES and word.capital):
        return Role.PROVIDER
    return Role.RELATIVE if word.key in CLERGY_TITLES else Role.SOMEONE


def _is_title(view: LetterView, word: Word) -> bool:
    """Whether a word is a title here: one that is also an ordinary word needs its capital."""
    titles = word.key in DOCTOR_TITLES or word.key in RANK_HEADS or word.key in CLERGY_TITLES
    if not (titles or word.key in CIVIL_TITLES or (word.key in _OFFICES and word.capital)):
        return False
    if word.key not in _WORDY_TITLES or word.capital:
        return True
    return view.caseless(word.start) and word.key in _SPOKEN_RANKS | {"doc"}


def _behind_title(view: LetterView, at: int) -> int | None:
    """The index of the word after a title, past ``(Ret.)``; None where no title stands."""
    if at + 1 >= len(view.words) or not _is_title(view, view.words[at]):
        return None
    following = at + 1
    if view.words[following].key in ("ret", "retired") and "(" in view.gap(at):
        following += 1
    elif view.gap(at) not in _AFTER_TITLE:
        return None
    if following >= len(view.words) or _is_more_title(view, following):
        return None
    return following


def _is_more_title(view: LetterView, index: int) -> bool:
    """Whether the word behind a title belongs to it: ``Staff`` of ``Staff Sergeant``."""
    first = view.words[index]
    more = index + 1 < len(view.words) and view.words[index + 1].capital and view.gap(index) == " "
    head = first.key in RANK_HEADS or first.key in CIVIL_TITLES
    if head and (more or first.key in ("sgt", "col", "officer", "class", "sergeant")):
        return True
    return first.key in RANKS and (
        first.key not in view.lexicon.surnames or first.key in ("first", "second", "third", "class", "petty", "staff")
    )


def _named_behind(view: LetterView, at: int, following: int) -> Name | None:
    """The name a title announces, or None where the title turns out to be an ordinary word."""
    word, first = view.words[at], view.words[following]
    wordy = word.key in CLERGY_TITLES or (word.key in _OFFICES and word.capital) or word.key in _WORDY_TITLES
    if (wordy or word.key in _AMBIGUOUS_TITLES) and not _clear(view, at, following):
        return None
    name = read_name(view, following, limit=4)
    if first.capital and word.key in _SHORT_TITLES and not word.shouted and (name is None or len(name.parts) == 1):
        name = _word_of_grammar(view, following) or name
    elif name is None and word.key in _SHORT_TITLES:
        name = _typed_small(view, following)
    if name is None or (first.key in FUNCTION_WORDS and not first.capital):
        return None
    plain = name.parts[0].key in FUNCTION_WORDS and len(name.parts) == 1 and first.key not in ("will", "may")
    if plain and _word_of_grammar(view, following) is None:
        return None
    return name


def _word_of_grammar(view: LetterView, at: int) -> Name | None:
    """``Mr. So``, ``Ms. Her said``: a surname that is a word of grammar, where nothing goes on but a verb."""
    word = view.words[at]
    if word.key not in FUNCTION_WORDS or word.shouted or len(word.key) < 2:
        return None
    last = at + 1 == len(view.words)
    breaks = not last and view.gap(at).strip(" ") == SOFT and view.words[at + 1].capital
    ends = last or view.gap(at).strip(" ")[:1] in tuple("\n.,;:)'") or view.words[at + 1].key in TELLING_VERBS or breaks
    return Name(word.start, word.end, (word,)) if ends else None


def _typed_small(view: LetterView, at: int) -> Name | None:
    """``dr wu`` in a message typed in lower case: a name of the lists, or a word in none."""
    word = view.words[at]
    if word.key in NO_NAME or view.lexicon.english_tier(word.key) > 3 or view.lexicon.is_clinical(word.key):
        return None
    if not view.lexicon.is_name(word.key) and view.lexicon.is_known(word.key):
        return None
    return Name(word.start, word.end, (word,))


def _speaks_of(view: LetterView, at: int, following: int) -> bool:
    """``Captain Small at the aid station``: a rank or a trade with a capital inside a sentence, and one word more."""
    word, first = view.words[at], view.words[following]
    if word.key not in _SPOKEN or word.shouted or first.shouted or view.caseless(word.start):
        return False
    behind = (
        view.words[following + 1].key if following + 1 < len(view.words) and view.gap(following) in (" ", SOFT) else ""
    )
    return behind in TELLING_VERBS or behind in ("at", "of", "from", "and") or not view.starts_sentence(at)


def _clear(view: LetterView, at: int, following: int) -> bool:
    """Whether a title that is an ordinary word stands before a name and not before a noun."""
    first = view.words[following]
    if view.words[at].key == "doc" and view.caseless(first.start):
        return first.key not in NO_NAME and (view.name_weight(first) >= 0 or not view.lexicon.is_known(first.key))
    if not first.capital or first.key in NO_NAME or "\n" in view.gap(at):
        return False
    if view.words[at].key == "sr" and at and view.words[at - 1].capital and view.before(at) in (" ", ", "):
        return False
    return (
        view.name_weight(first) >= 0
        or _speaks_of(view, at, following)
        or (view.lexicon.is_name(first.key) and view.lexicon.english_tier(first.key) < 6)
    )


def related(view: LetterView) -> Iterator[Mention]:
    """``his wife, Ann``, ``sons Tom and Joe``, ``Ann Doe, his sister``, ``squad leader, Joe Roe``, ``therapist, Joy
    Roe``."""
    for at, word in enumerate(view.words):
        kin = word.key in RELATIONS or (word.key in SPANISH_RELATIONS and not word.capital)
        comrade, role = word.key in COMRADES, word.key in _ROLES
        if not (kin or comrade or role) or (
            word.capital and not word.shouted and not view.caseless(word.start) and not _opens(view, at)
        ):
            continue
        kind = Role.RELATIVE if kin or (comrade and not role) else Role.PROVIDER
        yield from _following(view, at, kind, strict=not kin)
        if kin or role:
            before = _reversed(view, at)
            if before:
                yield Mention(before, kind, 0.85, "stands before a word of kinship or role")


def _opens(view: LetterView, at: int) -> bool:
    return view.starts_sentence(at) or view.words[at].key in RELATIONS


def _following(view: LetterView, at: int, role: Role, *, strict: bool) -> Iterator[Mention]:
    """The names after a word of kinship or role, and the rest of a list of them."""
    opening = _opening(view, at)
    if opening is None:
        return
    index, gap = opening
    if index < len(view.words) and view.caseless(view.words[index].start):
        while index + 1 < len(view.words) and view.words[index].key in RANKS and view.gap(index) in (" ", ". ", SOFT):
            index += 1
    if gap not in _KIN_GAPS or index >= len(view.words) or (strict and gap == " " and not _named_small(view, index)):
        return
    for number in range(8):
        name = read_name(view, index, limit=4)
        degree = strict and gap == " (" and name and _LETTERS.fullmatch(view, name.start, name.end)  # "(M.S., CCC-SLP)"
        if name is None or degree or not _person_like(view, name, close=gap in (" ", SOFT, " ("), strict=strict):
            return
        yield from _behind_nickname(view, name, gap, role)
        if number and not _goes_on_listing(view, name):
            return
        yield Mention(
            name, Role.PROVIDER if has_degree(view, name.end) else role, 0.9, "follows a word of kinship or role"
        )
        joint = _LIST_JOINT.match(view, name.end)
        if not joint:
            return
        index, gap = view.first_word(joint.end()), ", "
        if not _may_begin(view, index):
            return


def _named_small(view: LetterView, index: int) -> bool:
    """Whether a word has a capital, or is a given name and hardly a word in a letter without capitals."""
    word, lexicon = view.words[index], view.lexicon
    rare = lexicon.given_tier(word.key) >= 3 and lexicon.english_tier(word.key) < 6 and word.key not in FUNCTION_WORDS
    return word.capital or (rare and view.caseless(word.start))


def _may_begin(view: LetterView, index: int) -> bool:
    """Whether a word has a capital, or would have one were there any."""
    return index < len(view.words) and (view.words[index].capital or view.caseless(view.words[index].start))


def _goes_on_listing(view: LetterView, name: Name) -> bool:
    """Whether what stands behind a comma or an "and" is one more of the people, and not the next kind of kin."""
    first = name.parts[0].key
    return first not in RELATIONS and (view.lexicon.given_tier(first) >= 2 or likeness(view, name) >= 1)


def _behind_nickname(view: LetterView, nickname: Name, gap: str, role: Role) -> Iterator[Mention]:
    """The surname in ``his buddy "Smitty" Smith``."""
    if gap != ' "' or view[nickname.end : nickname.end + 2] != '" ':
        return
    name = read_name(view, view.first_word(nickname.end), limit=3)
    if name and name.start == nickname.end + 2 and name.parts[0].capital:
        listed = view.lexicon.is_name(name.parts[0].key) or not view.lexicon.is_known(name.parts[0].key)
        if listed and not view.is_kept(name.start, name.end, HARD):
            yield Mention(name, role, 0.85, "follows a word of kinship or role")


def _opening(view: LetterView, at: int) -> tuple[int, str] | None:
    """Where a name may begin behind a word of kinship: the index of its first word, and what stands between."""
    word, index = view.words[at], at + 1
    if view[word.end : word.end + 2] == "'s":
        match = _WHOSE_NAME.match(view, word.end)
        return (view.first_word(match.end()), " ") if match else None
    gap = view.gap(at)
    named = index + 1 < len(view.words) and view.words[index].key in ("of", "named", "is", "called")
    if gap != " " or not named or word.key not in RELATIONS:
        return index, gap
    match = _CALLED.match(view, word.end)
    return (view.first_word(match.end()), ", ") if match else None


def _person_like(view: LetterView, name: Name, *, close: bool, strict: bool) -> bool:
    """Whether what follows a word of kinship is a name and not a new clause."""
    first = name.parts[0]
    lexicon = view.lexicon
    if first.key in FUNCTION_WORDS - words("will may") or (first.initial and len(name.parts) == 1):
        return False
    if not name.full:
        return close and len(name.parts) > 1 and all(part.initial for part in name.parts)
    listed = any(lexicon.is_name(part.key) for part in name.full)
    unknown = any(not lexicon.is_known(part.key) for part in name.full)
    if view.caseless(first.start):
        best = max((view.name_weight(p) for p in name.full), default=-9)
        given = lexicon.given_tier(first.key) >= 3 and lexicon.english_tier(first.key) < 6
        whole = len(name.full) == 2 and (close or view[name.end : name.end + 1] in (",", ".", ")", "\n", ";"))
        tiers = (lexicon.given_tier(first.key), lexicon.surname_tier(name.full[-1].key))
        pair = whole and ((tiers[0] >= 3 and tiers[1] >= 2) or (tiers[0] >= 2 and tiers[1] >= 3))
        return best >= 1 or given or pair or (first.capital and (close or listed))
    if not first.capital:
        return False
    if strict:
        return (listed or unknown) and (len(name.full) > 1 or likeness(view, name) >= (0 if close else 1))
    rare = close and len(name.full) == 1 and lexicon.english_tier(first.key) < 4 and not lexicon.is_clinical(first.key)
    return listed or unknown or (rare and first.key not in lexicon.abbreviations and not first.shouted)


def _reversed(view: LetterView, at: int) -> Name | None:
    """The name before ``, his wife``."""
    index = at
    while (
        index
        and view.words[index - 1].key in _LATE | words("his her the their my a veteran's husband's wife's family")
        and view.before(index) in (" ", "'s ")
    ):
        index -= 1
    if index and view.words[index - 1].key == "veteran" and view.before(index) == "'s ":
        index -= 2
    if (
        index < 1
        or view.before(index) not in (", ", " (", "," + SOFT)
        or (index == at and view.words[at].key in _ROLES and view.before(index) != ", ")
    ):
        return None
    name = read_back(view, index - 1, 4)
    bracketed = index == at and view.before(index) == " (" and view.gap(at).startswith(")")
    if bracketed and name is not None and len(name.parts) == 1 and name.parts[0].capital:
        listed = view.lexicon.given_tier(name.parts[0].key) >= 1 and name.parts[0].key not in NO_NAME
        return name if listed else None  # "Misty (wife)"
    if name is None or likeness(view, name) < 0.5 or not name.parts[-1].capital or name.parts[-1].key == "who":
        return None
    return name if len(name.full) > 1 or likeness(view, name) >= 2 else None
