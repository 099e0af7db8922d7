"""Companies, health systems, ships and units that everybody calls by a name with no telling word in it: ``Kroger``,
``Mercy``, ``the Nimitz``, ``the Wolfhounds``. A name that is also a word counts only where the clause speaks of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.lexicon import lexicon
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import CIVIL_TITLES, DOCTOR_TITLES, FUNCTION_WORDS, RANK_HEADS, words

_GAPS = (" ", "-", " & ", "&", SOFT, ". ", "'s ")
_LONGEST = 5
_TITLES = CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS
_REACH = 80  # characters before a name that say what it is
_WORK = compiled(
    r"\b(?:work\w*|jobs?|employ\w*|hired|career|retired|retirement|laid~off|let~go|fired|quit|left|drove|drives?|driving"
    r"|driver|haul\w*|shifts?|warehouse|plant|factory|clerk|cashier|mechanic|technician|machinist|foreman|welder|manager"
    r"|supervisor|stock\w*|union|pension|payroll|position|owns|sold|sells?|line|years|joined|started|truck\w*|position)\b"
)
_CARE = compiled(
    r"\b(?:seen|treated|treatment|treating|surgery|surgeries|surgeons?|operat\w+|biops\w+|nurse|physicians?|doctors?"
    r"|records?|notes?|charts?|visits?|admi\w+|hospital\w*|stud(?:y|ies)|mri|ct|scan\w*|imaging|x-?rays?|care|cared"
    r"|therapy|therapist|clinic|emergency|er|evaluat\w+|follow\w*|refer\w+|diagnos\w+|fitted|discharged|ambulance|taken"
    r"|transported|results?|labs?|stay|stayed|team|ward|specialist|delivered|colonoscopy|echocardiogram|angiogram|stent)\b"
)
_SENT = compiled(
    r"""(?:'s)?~(?:has|have|had|sent|did|faxed|never|could|will|would|holds|lost|shows?|wrote)\b[^.;\n]{0,30}
    \b(?:records?|notes?|charts?|films?|results?|images?|reports?|labs)\b"""
)
"""``Mercy has no record of it``."""
_SEA = compiled(
    r"\b(?:ships?|shipboard|aboard|on~board|navy|sailors?|sailed|sailing|deck|crew|carrier|destroyer|cruiser|frigate"
    r"|cutter|submarine|sub|boat|hull|boiler|engine~room|sea|seas|cruise|cruises|deployed|deployment|seaman|petty~officer"
    r"|served|service|stationed|flight~deck|hangar|catapult|galley|berthing|overhaul|shipyard|dry~dock|port|first|duty"
    r"|tour|coast~guard|uss|years|time|asbestos|jets?|helicopters?|transferred|reported|assigned|fire)\b"
)
_SERVED = compiled(
    r"\b(?:serv\w+|deploy\w*|assigned|joined|unit|division|infantry|soldiers?|marines?|platoon|squad|company|battalion"
    r"|regiment|brigade|army|vietnam|iraq|afghanistan|korea|combat|tour|medic|gunner|with|of)\b"
)
_LED_WORK = words("at for with by from of to in joined left quit called named owns the")
_LED_CARE = words("at from to by with through via of in")
_PAPERS = words(
    "records record notes note chart charts team physicians surgeons doctors staff er imaging lab labs system"
)
_ABOARD = words("the aboard board")


@cache
def _firsts() -> frozenset[str]:
    """The words that the names begin with."""
    all_words = lexicon()
    lists = (all_words.companies, all_words.health_systems, all_words.ships, all_words.unit_names)
    return frozenset(name.split()[0] for one in lists for name in one)


class KnownBodyDetector(PhiDetector):
    """EMPLOYER, FACILITY and UNIT by lists."""

    name = "known bodies"

    def find(self, view: LetterView) -> Iterator[Hit]:
        lists = (
            (view.lexicon.companies, C.EMPLOYER, _is_company),
            (view.lexicon.health_systems, C.FACILITY, _is_system),
            (view.lexicon.ships, C.UNIT, _is_ship),
            (view.lexicon.unit_names, C.UNIT, _is_unit),
        )
        for at in view.indices(_firsts()):
            small = view.caseless(view.words[at].start)
            if not (view.words[at].capital or small) or (at and _titled(view, at)):
                continue
            if view.words[at].key in view.lexicon.abbreviations or (not small and _is_code(view.words[at])):
                continue
            for names, category, rule in lists:
                named = _longest(view, at, names, small=small)
                if named and not view.is_kept(named[0].start, named[-1].end, HARD) and rule(view, named, at, small):
                    yield Hit(named[0].start, _end(view, named), category, 0.6, "a well-known name of a body")


def _longest(view: LetterView, at: int, names: frozenset[str], *, small: bool) -> list[Word]:
    """The longest listed name that begins at a word, if no capital goes on behind it."""
    phrase, best = "", at
    for last in range(at, min(at + _LONGEST, len(view.words))):
        word = view.words[last]
        if last > at and view.before(last) not in _GAPS:
            break
        if not (small or word.capital or word.key == "and"):
            break
        phrase = phrase if word.key == "and" else f"{phrase} {word.key}".replace("-", " ").strip()
        if phrase in names:
            best = last + 1
    if best == at:
        return []
    following = view.words[best] if best < len(view.words) and view.gap(best - 1) in (" ", "-") else None
    if (
        small
        and following is not None
        and names is view.lexicon.health_systems
        and not view.lexicon.is_known(following.key)
    ):
        return view.words[at : best + 1]  # "sentara leigh"
    goes_on = following is not None and following.capital and following.key not in FUNCTION_WORDS and not small
    return [] if goes_on and best - at == 1 else view.words[at:best]


def _is_code(word: Word) -> bool:
    """Five capitals or more: a scale or a study more often than a company."""
    return word.shouted and len(word.key) > 4


def _end(view: LetterView, named: list[Word]) -> int:
    end = named[-1].end
    return end + 2 * (view[end : end + 2].lower() == "'s")


def _titled(view: LetterView, at: int) -> bool:
    before = view.words[at - 1]
    if view.before(at) not in (" ", ". ", SOFT):
        return False
    given = before.capital and view.lexicon.given_tier(before.key) >= 2 and before.key not in FUNCTION_WORDS
    return before.key in _TITLES or before.initial or (given and not view.caseless(before.start))


def _plain(view: LetterView, named: list[Word]) -> bool:
    """Whether a name is also a word or a person's name."""
    lexicon_ = view.lexicon
    if len(named) > 1:
        return " & " not in view[named[0].start : named[-1].end] and all(
            lexicon_.english_tier(word.key) >= 3 for word in named
        )
    word = named[0].key
    common = lexicon_.surname_tier(word) >= 3 or lexicon_.given_tier(word) >= 3
    return common or lexicon_.english_tier(word) > 0 or lexicon_.is_clinical(word)


def _before(view: LetterView, at: int) -> tuple[str, str]:
    """The word before a name and the one before that, an article left out."""
    keys = [view.words[i].key for i in range(max(0, at - 3), at)]
    if keys and keys[-1] in ("the", "a", "his", "her", "our", "local"):
        keys.pop()
    return (keys[-1] if keys else "", keys[-2] if len(keys) > 1 else "")


def _clause(view: LetterView, at: int) -> str:
    return view[max(0, view.words[at].start - _REACH) : view.words[at].start]


def _is_company(view: LetterView, named: list[Word], at: int, small: bool) -> bool:
    if not _plain(view, named):
        return True
    led = _before(view, at)[0] in _LED_WORK - {"the"} and not view.starts_sentence(at)
    if small and view.lexicon.english_tier(named[0].key) >= 3 and _before(view, at)[0] not in ("for", "at", "by"):
        return False
    return led and bool(_WORK.search(_clause(view, at)))


def _is_system(view: LetterView, named: list[Word], at: int, small: bool) -> bool:
    last = view.first_word(named[-1].start)
    papers = last + 1 < len(view.words) and view.gap(last) in (" ", "'s ") and view.words[last + 1].key in _PAPERS
    if papers and not (small and _plain(view, named)):
        return True
    if not _plain(view, named) and len(named) > 1:
        return True
    if not small and _SENT.match(view, named[-1].end):
        return True
    led = _before(view, at)[0] in (_LED_CARE - {"of", "in"} if small else _LED_CARE)
    return led and not view.starts_sentence(at) and bool(_CARE.search(_clause(view, at)))


def _is_ship(view: LetterView, named: list[Word], at: int, small: bool) -> bool:
    before = view.words[at - 1].key if at else ""
    if before not in _ABOARD or (before == "the" and at < 1):
        return False
    led = view.words[at - 2].key if at > 1 else ""
    if small and _plain(view, named) and not (led in ("aboard", "board") or before in ("aboard", "board")):
        return False
    near = view[max(0, view.words[at].start - _REACH) : named[-1].end + _REACH]
    aboard = led in ("aboard", "board", "on", "from", "off", "of", "to", "with") or before != "the"
    opens = view.starts_sentence(at - 1)
    return (aboard or opens) and bool(_SEA.search(near)) and named[-1].key not in ("hope", "forward")


def _is_unit(view: LetterView, named: list[Word], at: int, small: bool) -> bool:
    before = view.words[at - 1].key if at else ""
    if small and len(named) < 2:
        return False
    if before not in ("the", "with", "of", "a") and not view.words[at].capital:
        return False
    wordy = _plain(view, named)
    return not wordy or (before in ("the", "with", "of") and bool(_SERVED.search(_clause(view, at))))
