"""The firm's rules and exceptions, applied to a letter.

A rule adds findings from its level on, under a tag of its own where it has one. An exception takes back what detectors
and rules found inside of it, but is never a blank cheque:

- a value or a word of a name that the attorney gave for this client is not touched;
- names of veteran, family and witnesses, Social Security numbers and birth dates are asked about instead of removed;
- other names, and what a *pattern* would free of numbers, contacts and streets, are asked about where a detector was
  sure, and let go where it was in doubt;
- everything else inside an exception stays in the letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from time import perf_counter

from nexus_desktop.models.compliance_models import CompliancePolicy, FirmAdditions, FirmMatch, RuleProblem
from nexus_desktop.models.errors import FirmRuleStopped
from nexus_desktop.models.letter_models import ClientFields, Decision, Level, PhiCategory, Verdict
from nexus_desktop.security import firm_patterns
from nexus_desktop.security.detectors.base import REDACT_FROM, Hit
from nexus_desktop.security.firm_patterns import Matcher, PatternRefused, SearchStopped
from nexus_desktop.security.lexicon import folded, lexicon
from nexus_desktop.security.look_alikes import read_look_alikes
from nexus_desktop.security.normalised import Normalised, normalise
from nexus_desktop.security.tags import Span
from nexus_desktop.security.vocabulary import PARTICLES, SUFFIXES

DETECTOR = "firm:"
"""The detector of a rule's finding is this and the rule's id."""

_SURE, _DOUBTFUL = 1.0, REDACT_FROM - 0.1
_ASKED = REDACT_FROM - 0.01
_PERSONAL = frozenset({PhiCategory.PATIENT, PhiCategory.RELATIVE, PhiCategory.SSN, PhiCategory.DOB})
_NUMBERS_AND_CONTACTS = frozenset(
    {
        PhiCategory.VA_FILE, PhiCategory.SERVICE_NO, PhiCategory.DOD_ID, PhiCategory.MRN, PhiCategory.PLAN_ID,
        PhiCategory.ACCOUNT, PhiCategory.PHONE, PhiCategory.FAX, PhiCategory.EMAIL, PhiCategory.URL, PhiCategory.IP,
        PhiCategory.STREET, PhiCategory.VEHICLE, PhiCategory.DEVICE, PhiCategory.LICENSE,
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")


def problems_of_firm(policy: CompliancePolicy, firm: FirmAdditions, *, tried: bool) -> Iterator[RuleProblem]:
    """What keeps a firm file from extending a policy.

    ``tried``: its patterns are tried out on texts made to slow them down, as before they are saved. What is in force
    already is not judged by a clock again: it is cut off where it is slow.
    """
    yield from policy.problems_with(firm)
    for place, entry in firm.entries():
        try:
            firm_patterns.check(entry, tried=tried)
        except PatternRefused as refused:
            key = "pattern" if entry.pattern is not None else "words"
            yield RuleProblem((*place, key), f"{entry.id}: {refused}")


class FirmRules:
    """The rules and exceptions of one policy, compiled. Safe to call from several threads."""

    def __init__(self, policy: CompliancePolicy) -> None:
        """Entries that cannot be read are refused before a policy is in force; here they raise PatternRefused."""
        self._policy = policy
        self._rules = [
            (at, rule, firm_patterns.matcher(rule)) for at, rule in enumerate(policy.rules, 1) if rule.enabled
        ]
        self._exceptions = [
            (at, one, firm_patterns.matcher(one))
            for at, one in enumerate(policy.exceptions, len(policy.rules) + 1)
            if one.enabled
        ]
        self._tags = {
            f"{DETECTOR}{rule.id}": rule.tag
            for rule in policy.rules
            if rule.tag is not None and rule.tag != policy.categories[rule.category].tag
        }

    def applied(self, phi_text: str, level: Level, client: ClientFields, hits: Sequence[Hit]) -> list[Hit]:
        """``hits`` of the detectors with those of the rules, less what the exceptions take back.

        Offsets are those of ``phi_text``. Raises FirmRuleStopped rather than leave a rule out.
        """
        if not self._rules and not self._exceptions:
            return list(hits)
        text = _Text(phi_text)
        found = [*hits, *self._rule_hits(text, level)]
        known = _Known(client)
        for number, exception, matcher in self._exceptions:
            inside = _Inside(text.places(matcher, number))
            found = [
                hit
                for one in found
                for hit in (_excepted(one, phi_text, exception, known) if inside.holds(one.start, one.end) else (one,))
            ]
        return found

    def left(self, redacted: str, level: Level) -> list[tuple[int, int]]:
        """Places that the rules would remove from a text that was redacted already: what came to be since."""
        if not self._rules:
            return []
        hits = self.applied(redacted, level, ClientFields(), ())
        return [(hit.start, hit.end) for hit in hits if hit.verdict is Verdict.REDACT]

    def own_tags(
        self, phi_text: str, spans: Sequence[Span], tags: Sequence[str], decisions: Sequence[Decision]
    ) -> list[str]:
        """``tags`` of the spans, with a rule's own tag where a span is just what that rule found."""
        if not self._tags:
            return list(tags)
        own = {(d.finding.start, d.finding.end): self._tags.get(d.finding.detector) for d in decisions if d.redact}
        numbers: dict[tuple[str, str], int] = {}
        made = []
        for (start, end, _), tag in zip(spans, tags, strict=True):
            name = own.get((start, end))
            if name is not None:
                key = (name, " ".join(folded(phi_text[start:end]).split()))
                count = sum(known == name for known, _ in numbers)
                tag = f"[{name} {numbers.setdefault(key, count + 1)}]"
            made.append(tag)
        return made

    def _rule_hits(self, text: _Text, level: Level) -> Iterator[Hit]:
        for number, rule, matcher in self._rules:
            if rule.level.rank > level.rank:
                continue
            score = _SURE if rule.verdict is Verdict.REDACT else _DOUBTFUL
            for start, end in text.places(matcher, number):
                reason = f"rule “{rule.id}” of your firm"
                yield Hit(start, end, rule.category, score, reason, f"{DETECTOR}{rule.id}")


@dataclass(frozen=True, slots=True)
class Trial:
    """What an entry does to one text: where, and for how long. ``stopped`` where it was cut off."""

    places: tuple[tuple[int, int], ...]
    seconds: float
    stopped: bool = False


def try_out(entry: FirmMatch, phi_text: str) -> Trial:
    """Search a text for what an entry matches, for a preview. Raises PatternRefused."""
    matcher = firm_patterns.matcher(entry)
    text = _Text(phi_text)
    began = perf_counter()
    try:
        places = tuple(text.places(matcher, 0))
    except FirmRuleStopped:
        return Trial((), perf_counter() - began, stopped=True)
    return Trial(places, perf_counter() - began)


class _Text:
    """A letter as it is, and its normalised copy: what is hidden by accents, odd blanks or a scanner is found too."""

    def __init__(self, phi_text: str) -> None:
        words = lexicon()
        self._original = phi_text
        self._copy: Normalised = read_look_alikes(normalise(phi_text, words), words)

    def places(self, matcher: Matcher, number: int) -> list[tuple[int, int]]:
        """Places in the original, in order. Raises FirmRuleStopped with the number of the entry."""
        try:
            found = set(matcher.places(self._original))
            if self._copy.text != self._original:
                found |= {self._copy.span(start, end) for start, end in matcher.places(self._copy.text)}
        except SearchStopped:
            raise FirmRuleStopped(number=number) from None
        return sorted(found)


class _Known:
    """What is known of the client, in the smallest parts that no exception may free."""

    def __init__(self, client: ClientFields) -> None:
        words = {folded(word) for name in client.names for word in _WORD.findall(name)}
        self._words = {word for word in words if len(word) > 1 and word not in PARTICLES and word not in SUFFIXES}
        self._numbers = [number for value in (*client.ssn, *client.va_file) if len(number := _digits(value)) >= 4]

    def shows_in(self, value: str) -> bool:
        """Whether a value holds a word of the client's names, or digits of the client's numbers."""
        if any(folded(word).removesuffix("'s") in self._words for word in _WORD.findall(value)):
            return True
        digits = _digits(value)
        return len(digits) >= 4 and any(digits in number or number in digits for number in self._numbers)


def _digits(value: str) -> str:
    return "".join(_DIGIT.findall(value))


class _Inside:
    """Places of an exception, to ask whether one of them holds a span."""

    def __init__(self, places: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in places]
        self._reach = list(accumulate((end for _, end in places), max))

    def holds(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._reach[at] >= end


def _excepted(hit: Hit, phi_text: str, exception: FirmMatch, known: _Known) -> Iterator[Hit]:
    """A hit inside an exception: as it is, as a question, or not at all."""
    if hit.detector == "client" or known.shows_in(phi_text[hit.start : hit.end]):
        yield hit
        return
    asked = replace(
        hit, score=min(hit.score, _ASKED), reason=f"{hit.reason}; but an exception of your firm, “{exception.id}”"
    )
    if hit.category in _PERSONAL or (_guarded(hit.category, exception) and hit.verdict is Verdict.REDACT):
        yield asked


def _guarded(category: PhiCategory, exception: FirmMatch) -> bool:
    """Whether an exception alone does not free a sure finding of this kind."""
    if category is PhiCategory.PROVIDER:
        return True
    return exception.pattern is not None and category in _NUMBERS_AND_CONTACTS
