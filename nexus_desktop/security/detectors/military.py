"""Units, ships, bases and places of duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.city_names import COUNTRIES
from nexus_desktop.security.detectors.military_patterns import (
    AFTER,
    BARE_NUMBER,
    BATTALION,
    BEFORE,
    COAST_GUARD,
    CODES_IN_CAPITALS,
    DUTY,
    ENTRY_STATION,
    LOWER_AFTER,
    NO_UNIT,
    NUMBERED,
    NUMBERED_SITE,
    OF_COMPANY,
    OF_KIND,
    OF_THE,
    PLATOON,
    SHIP,
    SHORT_UNIT,
    SMALL_STATION,
    SPELT_SHIP,
    SPOKEN_UNIT,
    SQUADRON_LETTERS,
    TRAINING_COMPANY,
    UNIT,
    UNIT_CODES,
    UNIT_SHORT,
    WATERS,
    WEAK_TAILS,
)
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, STATES, words

LARGE = frozenset(" ".join(STATES).split()) | words(
    "army navy marine marines corps air force coast guard reserve national vietnam iraq afghanistan kuwait korea "
    "japan germany italy spain qatar bahrain saudi arabia thailand "
    "cambodia laos bosnia kosovo somalia panama grenada lebanon haiti cuba philippines guam turkey jordan syria "
    "egypt djibouti europe asia pacific africa southwest southeast "
    "persian gulf operation desert united states republic south north middle east west america england france greece "
    "iceland uzbekistan kyrgyzstan pakistan oman yemen uae emirates "
    "va department oif oef ond veteran active combat january february march april may june july august september "
    "october november december iraqi enduring new infantry medical "
    "sergeant private captain major colonel lieutenant special seabees mos military war world english christmas camp "
    "fort naval base the him her his service ptsd tbi mst bosnian mediterranean "
    "balkans caribbean atlantic eastern western central international basic advanced mr mrs ms dr bravo charlie "
    "alpha delta company battalion hospital clinic honduras nicaragua "
    "netherlands belgium norway poland romania israel canada mexico australia taiwan china russia ukraine georgia "
    "hawaii alaska texas"
)  # fmt: skip
_CITY_FORTS = words(
    "worth wayne collins lauderdale myers smith pierce dodge walton valley lee atkinson mill mitchell kent thomas "
    "madison"
)
_CAMP_WORDS = words(
    "site sites fire fires bed beds ground grounds life food water conditions physician nurse doctor living "
    "lejeune's was and he in at for"
)
_SERVICE = re.compile(
    r"\b(?:usmc|marines?|infantry|inf|gunner|rifle\w*|battalion|regiment|platoon|squad|corpsman|medic|cav|cavalry|scout"
    r"|deploy\w*|humvee|ied|convoy\w*|mortar\w*|ambush\w*|ramadi|fallujah|mosul|helmand|jump(?:ed|s)|paratrooper|medevac"
    r"|soldiers?|army|unit|drafted|enlisted|discharged|mobilized|activated|guard|reserves?|hauled|sergeant|commander"
    r"|airborne|brigade|division|grunt|iraq|afghanistan|vietnam|desert storm|combat|tour|stationed|0311|0331|11b"
    r"|artillery)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:percentile|century|birthday|anniversary|grade|on|by|until|street|floor)\W+$", re.IGNORECASE)
_OPENINGS = words("san santa los las el new saint st")
_HEADS_NEEDING_CARE = words("hill objective operation route site op col ab checkpoint area")


_STUDIES = words("series cohort study studies trial criteria index score classification guideline guidelines group's")


class MilitaryDetector(PhiDetector):
    """UNIT and STATION."""

    name = "military"

    def find(self, view: LetterView) -> Iterator[Hit]:
        numbered = chain(view.scan_near(UNIT, NUMBERED), view.scan_near(UNIT_SHORT, NUMBERED))
        for matches in (numbered, view.scan(UNIT_CODES)):
            for match in matches:
                if not view.is_kept(match.start(), match.start() + 1, HARD) and not NO_UNIT.match(match.group()):
                    yield Hit(*match.span(), C.UNIT, 0.85, "a number and the name of a unit")
        yield from self._letters(view)
        for match in view.scan(SHIP):
            start, end = match.span("ship") if match["ship"] else match.span()
            named = view.words_in(start, end)
            if named and named[0].key not in LARGE and not view.is_kept(start, end, HARD):
                yield Hit(start, end, C.UNIT, 0.85 if not match["ship"] else 0.7, "the name of a ship")
        yield from self._battalions(view)
        yield from self._stations(view)
        yield from self._listed(view)
        yield from self._places_of_duty(view)

    def _letters(self, view: LetterView) -> Iterator[Hit]:
        """Units that are a number and letters, or letters and a number."""
        for match in view.scan(SHORT_UNIT):
            if not view.caseless(match.start()) and not view.is_kept(*match.span(), HARD):
                yield Hit(*match.span(), C.UNIT, 0.7, "a number and the letters of a unit")
        for pattern in (SPOKEN_UNIT, SPELT_SHIP):
            for match in view.scan(pattern):
                yield Hit(*match.span(), C.UNIT, 0.75, "a unit or a ship as it is said")
        for match in view.scan(ENTRY_STATION):
            yield Hit(*match.span(), C.STATION, 0.75, "where recruits are examined, or a clinic of a post")
        for match in (*SQUADRON_LETTERS.finditer(view.typed), *TRAINING_COMPANY.finditer(view.typed)):
            yield Hit(*match.span("v"), C.UNIT, 0.75, "a number and the letters of a unit")
        for match in CODES_IN_CAPITALS.finditer(view.typed):
            if view.caseless(match.start()):
                yield Hit(*match.span(), C.UNIT, 0.85, "a number and the name of a unit")

    def _small_sites(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(NUMBERED_SITE):
            yield Hit(*match.span(), C.STATION, 0.75, "a site by its number")
        for match in view.scan(SMALL_STATION) if COAST_GUARD.search(view) else ():
            yield Hit(*match.span(), C.STATION, 0.75, "a station of the Coast Guard")

    def _stations(self, view: LetterView) -> Iterator[Hit]:
        yield from self._small_sites(view)
        for match in view.scan(AFTER):
            if self._is_base(view, match):
                yield Hit(match.start("head"), match.end("name"), C.STATION, 0.9, "the name of a base")
        for match in view.scan(LOWER_AFTER):
            plain = match["name"].split()[0] in _CAMP_WORDS | FUNCTION_WORDS
            if (
                match["head"].lower() in ("route", "sector", "msr")
                and view.lexicon.english_tier(match["name"].split()[0]) > 3
            ):
                continue
            if view.caseless(match.start()) and not plain and not view.is_kept(*match.span("name"), HARD):
                yield Hit(match.start(), match.end(), C.STATION, 0.85, "the name of a base")
        for match in view.scan(BEFORE):
            yield from self._named(view, match)
        for match in view.scan(WATERS):
            if match.group().split()[-1].lower() not in ("mexico", "alaska"):
                yield Hit(*match.span(), C.STATION, 0.8, "waters of war")

    def _places_of_duty(self, view: LetterView) -> Iterator[Hit]:
        """Rare capitalised names after words such as "stationed at"."""
        for match in view.scan(DUTY):
            start, end = match.span("name")
            named = view.words_in(start, end)
            while named and named[-1].key in LARGE:
                named = named[:-1]
            if not named or named[0].key in LARGE or view.lexicon.english_tier(named[0].key) > 3:
                continue
            if not view.is_kept(start, end) and not view.caseless(start) and not view[start:end].isupper():
                yield Hit(start, named[-1].end, C.STATION, 0.55, "a name after words of duty")

    def _is_base(self, view: LetterView, match: re.Match[str]) -> bool:
        first = view.words_in(*match.span("name"))
        key = first[0].key if first else match["name"].lower()
        head = match["head"].lower().rstrip(".").split()[0]
        if (
            head in ("fort", "ft")
            and key in _CITY_FORTS
            and re.match(
                r",?\s+(?:TX|Texas|IN|Indiana|CO|Colorado|FL|Florida|AR|Arkansas|Iowa)\b",
                view[match.end() : match.end() + 12],
            )
        ):
            return False
        if (
            view.is_kept(*match.span("name"), HARD)
            or key in FUNCTION_WORDS
            or (head in ("camp", "camps") and key in _CAMP_WORDS)
        ):
            return False
        if head in _HEADS_NEEDING_CARE:
            return (
                head != "operation"
                and not view.is_kept(*match.span("name"))
                and (
                    match["head"].isupper()
                    or head in ("hill", "objective", "checkpoint")
                    or self._on_route(view, match)
                )
            )
        return True

    def _on_route(self, view: LetterView, match: re.Match[str]) -> bool:
        """``hit on Route Sportster``: a route with a name where the clause speaks of service."""
        clause = view[max(0, match.start() - 70) : match.end() + 50]
        return match["head"].lower() == "route" and not match["name"][0].isdigit() and bool(_SERVICE.search(clause))

    def _named(self, view: LetterView, match: re.Match[str]) -> Iterator[Hit]:
        start, end = match.span("name")
        named = view.words_in(start, end)
        tail = match["tail"].lower().split()[-1]
        while named and (named[0].key in LARGE or (named[0].key in FUNCTION_WORDS)):
            named = named[1:]
        trailing = {
            word.key
            for word in named
            if word.key in ("air", "army", "naval", "international", "space", "marine", "corps", "force")
        }
        while len(named) > 1 and named[-1].key in trailing:
            named = named[:-1]
        if not named or view.is_kept(named[0].start, named[-1].end, HARD):
            return
        first = view.first_word(named[0].start)
        if first and view.words[first - 1].key in _OPENINGS and view.before(first) == " " and view.caseless(start):
            named = [view.words[first - 1], *named]  # "san Diego Naval Station"
        weak = tail in WEAK_TAILS and not trailing and tail == match["tail"].lower()
        if weak and (view.is_kept(start, match.end()) or view.lexicon.english_tier(named[-1].key) > 3):
            return
        yield Hit(named[0].start, match.end(), C.STATION, 0.6 if weak else 0.9, "the name of a place of duty")

    def _listed(self, view: LetterView) -> Iterator[Hit]:
        """Places of the list, by up to four words, however they are joined."""
        lexicon, all_words = view.lexicon, view.words
        for at in view.indices(lexicon.station_firsts):
            phrase, longest = "", 0
            for count in range(1, min(4, len(all_words) - at) + 1):
                phrase = f"{phrase} {all_words[at + count - 1].key}".lstrip().replace("-", " ")
                if phrase in lexicon.station_phrases:
                    longest = count
            first = all_words[at]
            if (
                longest == 1
                and not first.capital
                and (lexicon.english_tier(first.key) or lexicon.surname_tier(first.key) > 1)
            ):
                continue
            end = all_words[at + longest - 1].end
            if longest == 1 and first.key in COUNTRIES:
                continue  # that also is on the list, as a theatre
            if longest and "\n" not in view[first.start : end] and not self._other(view, at, longest):
                yield Hit(first.start, end, C.STATION, 0.8, "a known place of duty")

    def _battalions(self, view: LetterView) -> Iterator[Hit]:
        """Two numbers and a stroke, where the clause speaks of service."""
        for match in view.scan(BATTALION):
            clause = view[max(0, match.start() - 70) : match.end() + 50]
            if _SERVICE.search(clause) and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.UNIT, 0.6, "the numbers of a battalion and its regiment")
        for pattern, group in ((OF_THE, "v"), (PLATOON, 0), (OF_COMPANY, 0), (OF_KIND, "v")):
            for match in view.scan(pattern):
                yield Hit(*match.span(group), C.UNIT, 0.7, "a number and the name of a unit")
        for match in view.scan(BARE_NUMBER):
            clause = view[max(0, match.start() - 70) : match.end() + 50]
            dated = _DATED.search(view, max(0, match.start() - 30), match.start("v"))
            if _SERVICE.search(clause) and not dated and not view.is_kept(*match.span("v"), HARD):
                yield Hit(*match.span("v"), C.UNIT, 0.6, "the number of a unit")

    def _other(self, view: LetterView, at: int, count: int) -> bool:
        """Whether a listed word is part of a person's name or of the law here."""
        word = view.words[at]
        if view.is_kept(word.start, view.words[at + count - 1].end, HARD):
            return True
        if count > 1:
            return False
        if at + 1 < len(view.words) and view.gap(at) == " " and view.words[at + 1].key in _STUDIES:
            return True  # "the Mannheim series"
        before = view.words[at - 1] if at and view.before(at) in (" ", ". ") else None
        after = view.words[at + 1] if at + 1 < len(view.words) and view.gap(at) == " " else None
        person = before is not None and (
            before.key in ("mr", "mrs", "ms", "dr") or (before.capital and view.lexicon.given_tier(before.key) >= 2)
        )
        return person or (
            after is not None
            and after.capital
            and view.lexicon.surname_tier(after.key) >= 3
            and view.lexicon.given_tier(word.key) >= 2
        )
