"""Runs the detectors over a letter and makes one list of places of what they say.

First every detector that works alone, then those that need to know what was found: short forms of places and bodies,
names that only the lists know, numbers that nothing explains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from nexus_desktop.models.letter_models import ClientFields, PhiCategory, Verdict
from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.completing import bridges, completed
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.beside import BesideDetector
from nexus_desktop.security.detectors.cities import CityDetector, CountyDetector
from nexus_desktop.security.detectors.client import ClientDetector
from nexus_desktop.security.detectors.contact import ContactDetector
from nexus_desktop.security.detectors.coordination import CoordinationDetector
from nexus_desktop.security.detectors.craft import CraftDetector
from nexus_desktop.security.detectors.dates import DateDetector
from nexus_desktop.security.detectors.dictated import DictatedDetector
from nexus_desktop.security.detectors.doubts import DoubtDetector
from nexus_desktop.security.detectors.employers import EmployerDetector
from nexus_desktop.security.detectors.facilities import FacilityDetector
from nexus_desktop.security.detectors.families import FamilyDetector
from nexus_desktop.security.detectors.form_fields import FormFieldDetector
from nexus_desktop.security.detectors.initials import InitialsDetector
from nexus_desktop.security.detectors.jobs import LowerJobDetector
from nexus_desktop.security.detectors.kept_text import mark_kept
from nexus_desktop.security.detectors.known_bodies import KnownBodyDetector
from nexus_desktop.security.detectors.last_letters import LastLettersDetector
from nexus_desktop.security.detectors.letterhead import LetterheadDetector
from nexus_desktop.security.detectors.loose_numbers import LooseNumberDetector
from nexus_desktop.security.detectors.military import MilitaryDetector
from nexus_desktop.security.detectors.modal_surnames import ModalSurnameDetector
from nexus_desktop.security.detectors.name_sweep import NameSweep
from nexus_desktop.security.detectors.names import KnownNames, NameDetector
from nexus_desktop.security.detectors.numbers import NumberDetector
from nexus_desktop.security.detectors.other_patients import TWO_PATIENTS
from nexus_desktop.security.detectors.own_numbers import OwnNumberDetector
from nexus_desktop.security.detectors.partners import PartnerDetector
from nexus_desktop.security.detectors.place_sweep import PlaceSweep
from nexus_desktop.security.detectors.practices import PracticeDetector
from nexus_desktop.security.detectors.short_forms import ShortFormDetector
from nexus_desktop.security.detectors.spelled import SpelledDetector
from nexus_desktop.security.detectors.spoken_numbers import NumberSpread, SpokenNumberDetector
from nexus_desktop.security.detectors.stamps import StampDetector
from nexus_desktop.security.detectors.streets import StreetDetector
from nexus_desktop.security.detectors.tagged import TaggedDetector
from nexus_desktop.security.detectors.tagged_numbers import TaggedNumberDetector
from nexus_desktop.security.detectors.torn_numbers import TornNumberDetector
from nexus_desktop.security.detectors.unexplained import UnexplainedDetector
from nexus_desktop.security.letter_view import WORD, LetterView
from nexus_desktop.security.lexicon import Lexicon, lexicon
from nexus_desktop.security.look_alikes import read_look_alikes
from nexus_desktop.security.normalised import Normalised, normalise
from nexus_desktop.security.scrubadub_frame import MergedFilth, Scrubber
from nexus_desktop.security.vocabulary import NEVER_ALONE

_NAMED = frozenset({C.PATIENT, C.RELATIVE, C.PROVIDER, C.FACILITY, C.EMPLOYER, C.STATION, C.UNIT})
_MOST_QUESTIONS = 13
"""From which on the last detectors ask nothing; what still shows in the end is asked all the same."""
_RANK = {category: at for at, category in enumerate(PhiCategory)}


def detect(phi_text: str, client: ClientFields) -> list[Hit]:
    """Every hit, in offsets of ``phi_text``, in any order and overlapping."""
    copy, view = view_of(phi_text)
    alone: list[PhiDetector] = [
        NumberDetector(), ContactDetector(), DateDetector(), StreetDetector(), CityDetector(), CountyDetector(),
        MilitaryDetector(), LetterheadDetector(), FacilityDetector(), PracticeDetector(), EmployerDetector(),
        LowerJobDetector(), KnownBodyDetector(), FormFieldDetector(), SpokenNumberDetector(), StampDetector(),
        PartnerDetector(), TornNumberDetector(), ModalSurnameDetector(),
        CraftDetector(), InitialsDetector(), LastLettersDetector(), DictatedDetector(), SpelledDetector(),
        OwnNumberDetector(), FamilyDetector(), ClientDetector(client),
    ]  # fmt: skip
    hits = run(alone, view)
    hits += run([NameDetector(client.names, mask(hits, len(view))), ShortFormDetector(tuple(hits))], view)
    taken = mask(hits, len(view))
    hits += run([NameSweep(taken), LooseNumberDetector(taken)], view)
    hits += run([NumberSpread(tuple(hits)), BesideDetector(tuple(hits))], view)
    taken = mask((hit for hit in hits if hit.verdict is Verdict.REDACT), len(view))
    hits += run([PlaceSweep(taken)], view)
    hits += run([CoordinationDetector(tuple(hits))], view)
    hits += run([DoubtDetector(mask(hits, len(view)))], view)
    taken = mask((hit for hit in hits if hit.verdict is Verdict.REDACT), len(view))
    asked = mask(hits, len(view))
    left = _questions_left(hits, taken, view)
    hits += run([TaggedDetector(taken, asked, left)], view)
    left = _questions_left(hits, taken, view)
    hits += run([TaggedNumberDetector(taken, asked, left)], view)
    left = _questions_left(hits, taken, view)
    hits += run([UnexplainedDetector(mask(hits, len(view)), left)], view)
    whole = list(completed(_with_neighbours(hits, view), view))
    found = []
    for hit in (*whole, *bridges(whole, view)):
        start, end = copy.span(hit.start, hit.end)
        if view[hit.start : hit.end].lower().replace("’", "'") in NEVER_ALONE and hit.detector != ClientDetector.name:
            continue
        found.append(replace(hit, start=start, end=end))
    return found


def _questions_left(hits: Iterable[Hit], taken: bytearray, view: LetterView) -> int:
    """How many questions a letter may still have: a person answers a dozen with care, and fifty with none."""
    asked = {
        " ".join(view[hit.start : hit.end].lower().split())
        for hit in hits
        if hit.verdict is Verdict.ASK and not all(taken[hit.start : hit.end])
    }
    return max(0, _MOST_QUESTIONS - len(asked))


def _with_neighbours(hits: list[Hit], view: LetterView) -> list[Hit]:
    """Questions about a capital right beside a capital that goes, with nothing but a blank between, become its rest."""
    sure = [hit for hit in hits if hit.verdict is Verdict.REDACT and hit.category in _NAMED]
    ends = {hit.end: hit for hit in sure}
    starts = {hit.start: hit for hit in sure}
    found = []
    for hit in hits:
        other = None
        if hit.verdict is Verdict.ASK and hit.reason != TWO_PATIENTS and view[hit.start].isupper():
            other = ends.get(hit.start - 1) if view[hit.start - 1 : hit.start] == " " else None
            other = other or (starts.get(hit.end + 1) if view[hit.end : hit.end + 1] == " " else None)
            if other is not None and (not view[other.start].isupper() or view.caseless(hit.start)):
                other = None
        found.append(hit if other is None else replace(hit, category=other.category, score=0.55))
    return found


def view_of(text: str) -> tuple[Normalised, LetterView]:
    """The normalised copy and what detectors see of it."""
    words = lexicon()
    copy = read_look_alikes(normalise(text, words), words)
    return copy, _seen(copy, words)


def _seen(copy: Normalised, words: Lexicon) -> LetterView:
    view = LetterView.of(copy.text, words)
    mark_kept(view)
    return view


def _keys(text: str) -> set[str]:
    """Every word of a text in small letters, as a view has them, and the parts of double ones."""
    found = {match.group().removesuffix("'s") for match in WORD.finditer(text.lower())}
    return {part for word in found for part in (word, *word.split("-")) if len(part) > 1}


def known_left(text: str, client: ClientFields, was_name: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Sorted places of ``text`` that show a field of the client, or a word that ``was_name`` knows, used as a name."""
    words = lexicon()
    copy = read_look_alikes(normalise(text, words), words)
    if client == ClientFields() and not any(was_name(part) for part in _keys(copy.text)):
        return []  # neither a field nor a word to look for: most texts, and half the time
    view = _seen(copy, words)
    hits = run([ClientDetector(client), KnownNames(client.names, was_name)], view)
    found = {copy.span(hit.start, hit.end) for hit in hits}
    return sorted(found)


def run(detectors: Sequence[PhiDetector], view: LetterView) -> list[Hit]:
    """The hits of some detectors, by scrubadub. What it fuses is taken apart again: we merge by our own rules."""
    scrubber = Scrubber(detector_list=detectors, post_processor_list=[])
    hits: list[Hit] = []
    for filth in scrubber.iter_filth(view, run_post_processors=False):
        hits += [part.hit for part in (filth.filths if isinstance(filth, MergedFilth) else [filth])]
    return hits


def mask(hits: Iterable[Hit], length: int) -> bytearray:
    """1 where something was found."""
    taken = bytearray(length)
    for hit in hits:
        taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return taken


def merged(hits: Iterable[Hit], text: str) -> list[Hit]:
    """Sorted hits that do not overlap and cover together what the given ones cover.

    Of overlapping hits the longer keeps its place and its category, of equally long ones the more certain; what is
    left of the other stays a hit of its own if there is a letter or digit in it. Redacting goes before asking; only
    whether a letter is about two people is asked before anything is redacted there.
    """
    ranked = sorted(
        hits,
        key=lambda h: (
            h.reason != TWO_PATIENTS,
            h.verdict is Verdict.ASK,
            -(h.end - h.start),
            -h.score,
            _RANK[h.category],
            h.start,
        ),
    )
    owner = [-1] * len(text)
    for number, hit in enumerate(ranked):
        free = [at for at in range(hit.start, hit.end) if owner[at] < 0]
        whole = len(free) == hit.end - hit.start
        if not whole and (hit.verdict is Verdict.ASK or not any(text[at].isalnum() for at in free)):
            continue
        for at in free:
            owner[at] = number
    found: list[Hit] = []
    at = 0
    while at < len(owner):
        number, start = owner[at], at
        while at < len(owner) and owner[at] == number:
            at += 1
        if number >= 0 and any(c.isalnum() for c in text[start:at]):
            first, last = _bare(text, start, at)
            found.append(replace(ranked[number], start=first, end=last))
    return found


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
