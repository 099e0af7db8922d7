"""Word lists that support a verdict and never make one: names, English, medicine, places.

Read on first use (about 0.15 s) from resources/lexicon; sources and licences are in the README there. Every look-up
takes a word in lower case without accents, as ``folded`` gives it.
"""

from __future__ import annotations

import lzma
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from nexus_desktop.runtime.paths import resource

_PLAIN = 4  # tier of words that nobody takes for an unlisted name
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))
_CLINICAL_ENDINGS = (
    "itis", "osis", "oses", "oma", "omas", "emia", "emic", "uria", "algia", "pathy", "pathies", "ectomy", "otomy",
    "ostomy", "plasty", "scopy", "scopic", "graphy", "gram", "grams", "metry", "lysis", "listhesis", "trophy",
    "trophic", "plegia", "paresis", "esthesia", "phagia", "pnea", "tension", "megaly", "sclerosis", "stenosis",
    "penia", "rrhea", "rrhage", "rrhaphy", "phobia", "mania", "kinesia", "tonia", "olol", "pril", "sartan", "statin",
    "azole", "mycin", "cillin", "cycline", "floxacin", "prazole", "tidine", "zepam", "zolam", "triptan", "gliptin",
    "glifozin", "glutide", "mab", "tinib", "oxetine", "dipine", "semide", "thiazide", "profen", "caine", "setron",
    "dronate", "parin", "ological", "ology", "ologist", "iatric", "iatry", "iatrist", "genic", "genous", "cyte",
    "cytes", "cytosis", "spasm", "dynia", "malacia", "ectasis", "ptosis", "edema", "vertebral", "spinal", "lumbar",
    "articular", "muscular", "vascular", "cardial", "cranial", "femoral", "tibial",
)  # fmt: skip
_LEARNED_ENDINGS = (
    "al", "ic", "ous", "ive", "oid", "ation", "ity", "ated", "ance", "ence", "ment", "ness", "ible", "able", "ing",
    "ized", "ular", "ary", "ory", "tion", "sion", "ism", "ally", "ably", "ently", "antly", "ately", "ively", "ously",
)  # fmt: skip
"""Endings of long words of learning that hardly a name has."""


def folded(word: str) -> str:
    """Lower case, without accents, with plain apostrophes."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).lower()
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(frozen=True)
class Lexicon:
    """The lists, each from a word to how common it is: the higher, the commoner."""

    english: dict[str, int]  # 1 rare … 6 among the commonest thousand
    surnames: dict[str, int]  # 1 up to 1,000 people … 4 above 100,000 (Census 2020)
    given: dict[str, int]
    clinical: dict[str, int]  # 1 drugs, 2 words of diseases, 3 proper names in diseases (ICD-10-CM)
    cities: dict[str, int]  # 2 with five ZIP codes or more, or abroad
    counties: dict[str, int]
    eponyms: frozenset[str]
    stations: frozenset[str]
    kept_terms: frozenset[str]
    abbreviations: frozenset[str]
    nicknames: dict[str, frozenset[str]]  # from a given name to the other forms it goes by, both ways
    companies: frozenset[str]  # in words as a view has them, with blanks between
    health_systems: frozenset[str]
    ships: frozenset[str]
    unit_names: frozenset[str]

    @cached_property
    def kept_firsts(self) -> frozenset[str]:
        """The first words of the kept terms."""
        return frozenset(term.split(" ", 1)[0] for term in self.kept_terms)

    @cached_property
    def station_phrases(self) -> frozenset[str]:
        """The places of duty with blanks for hyphens. ``ai`` is how scanners read ``al``."""
        plain = {name.replace("-", " ") for name in self.stations}
        return frozenset(plain | {f"ai {name[3:]}" for name in plain if name.startswith("al ")})

    @cached_property
    def station_firsts(self) -> frozenset[str]:
        """The first words of the places of duty, and double words that begin one."""
        return frozenset(
            {name.split()[0] for name in self.stations} | {phrase.split()[0] for phrase in self.station_phrases}
        )

    @cached_property
    def kept_longest(self) -> int:
        """The most words a kept term has."""
        return max(term.count(" ") for term in self.kept_terms) + 1

    def english_tier(self, word: str) -> int:
        """How common a word is in English, its plural counting as itself; 0 for none."""
        tier = self.english.get(word, 0)
        if not tier and "-" in word:
            return self._compound_tier(word)
        if len(word) == 4 and word.endswith("s") and not tier and self.surnames.get(word, 0) < 3:
            return max(self.english.get(word[:-1], 0), self.english.get(word[:-2], 0) if word.endswith("oes") else 0)
        if tier or len(word) < 5 or not word.endswith("s"):
            return tier
        return max(self.english.get(word.removesuffix(end) + stem, 0) if word.endswith(end) else 0
                   for end, stem in _ENDINGS)  # fmt: skip

    def _compound_tier(self, word: str) -> int:
        """How common a compound is ("post-traumatic"): as its commonest half that is a plain word and no name."""
        tiers = [4 if self.is_clinical(half) else self.english_tier(half) for half in word.split("-")
                 if half and not self.is_name(half)]  # fmt: skip
        return max((tier for tier in tiers if tier >= _PLAIN), default=0)

    def is_clinical(self, word: str) -> bool:
        """A word of medicine or learning by list or by its ending."""
        if 0 < self.clinical.get(word, 0) < 3 or (len(word) > 6 and word.endswith(_CLINICAL_ENDINGS)):
            return True
        return len(word) > 7 and word.endswith(_LEARNED_ENDINGS) and not self.is_name(word)

    def is_medical_by_ending(self, word: str) -> bool:
        """A word with an ending that only medicine has."""
        return len(word) > 6 and word.endswith(_CLINICAL_ENDINGS)

    def is_known(self, word: str) -> bool:
        """A word that needs no explanation as a name: English, clinical or a known short form."""
        return self.english_tier(word) > 0 or self.is_clinical(word) or word in self.abbreviations

    def given_tier(self, word: str) -> int:
        return self.given.get(word, 0)

    def surname_tier(self, word: str) -> int:
        """Of a double name, the commoner half decides."""
        tier = self.surnames.get(word) or self.surnames.get(word.replace("'", "").replace("-", ""), 0)
        if not tier and "-" in word and not self._compound_tier(word):
            tier = max(self.surnames.get(part.replace("'", ""), 0) for part in word.split("-"))
        return tier

    def is_name(self, word: str) -> bool:
        return bool(self.given_tier(word) or self.surname_tier(word))

    def weight(self, word: str) -> float:
        """How much more a capitalised word looks like a person's name than like a word of the language.

        About -6 (a common word that is hardly a name) to +4 (a common name and no word). A word in no list gives 1:
        unlisted words with a capital are names more often than not.
        """
        names = max(self.given_tier(word), self.surname_tier(word))
        other = self.english_tier(word)
        if self.is_clinical(word):
            other = max(other, 4)
        if word in self.abbreviations:
            other = max(other, 2 if self.given_tier(word) >= 3 else 4)
        if word in self.eponyms or self.clinical.get(word, 0) == 3:
            other = max(other, 3 if names < 4 else 1)
        if not names and not other:
            return 1.0
        return float(names - other)


def _packed(name: str) -> dict[str, int]:
    text = lzma.decompress(resource(f"lexicon/{name}.txt.xz").read_bytes()).decode("utf-8")
    tiers: dict[str, int] = {}
    for part in text.split("#")[1:]:
        tier, _, words = part.partition("\n")
        tiers.update(dict.fromkeys(words.split("\n"), int(tier)))
    tiers.pop("", None)
    return tiers


def _plain(name: str) -> list[str]:
    lines = resource(f"lexicon/{name}.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _bodies(name: str) -> frozenset[str]:
    """Names of bodies as the words of a view spell them: no hyphens, no signs, no possessive ending."""
    return frozenset(
        " ".join(w.removesuffix("'s") for w in line.replace("-", " ").replace("&", " ").split() if w != "and")
        for line in _plain(name)
    )


def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _plain("nicknames"):
        full, *forms = line.split()
        for form in forms:
            found.setdefault(full, set()).add(form)
            found.setdefault(form, set()).add(full)
    return {name: frozenset(forms) for name, forms in found.items()}


@cache
def lexicon() -> Lexicon:
    """The lists, read once and then shared; safe to call from any thread."""
    clinical = dict.fromkeys(" ".join(_plain("drugs")).split(), 1) | _packed("clinical")
    cities = _packed("places")
    cities.update(dict.fromkeys(_plain("cities_abroad"), 2))
    return Lexicon(
        english=_packed("english"),
        surnames=_packed("surnames"),
        given=_packed("given"),
        clinical=clinical,
        cities=cities,
        counties=_packed("counties"),
        eponyms=frozenset(" ".join(_plain("eponyms")).split()),
        stations=frozenset(_plain("stations")),
        kept_terms=frozenset(_plain("kept_terms")),
        abbreviations=frozenset(" ".join(_plain("abbreviations")).split()),
        nicknames=_nicknames(),
        companies=_bodies("companies"),
        health_systems=_bodies("systems"),
        ships=_bodies("ships"),
        unit_names=_bodies("unit_names"),
    )
