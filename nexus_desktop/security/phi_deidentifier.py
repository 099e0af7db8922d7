"""Finds identifiers, applies what a person decided, and looks again at the result. The only maker of DeidentifiedText.

``find`` advises, ``apply`` does what the decisions say and nothing else, ``residual`` is the last look before the text
may leave. No letter text is kept: of redacted names only keyed hashes stay, so that ``residual`` knows them again.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from threading import Lock

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.derived_facts import DerivedFacts
from nexus_desktop.models.errors import ReviewIncomplete, ReviewMismatch
from nexus_desktop.models.letter_models import (
    PERSON,
    ClientFields,
    Decision,
    DeidentifiedText,
    Finding,
    Level,
    PhiCategory,
    Replacement,
    Verdict,
)
from nexus_desktop.security.compliance_rules import FirmRules
from nexus_desktop.security.derived_facts import derive
from nexus_desktop.security.detection import detect, known_left, merged
from nexus_desktop.security.lexicon import folded
from nexus_desktop.security.tags import TAG, Span, assign_tags
from nexus_desktop.security.vocabulary import PARTICLES, SUFFIXES

_NO_CLIENT = ClientFields()
_NAMES = (PhiCategory.PATIENT, PhiCategory.RELATIVE, PhiCategory.PROVIDER)
_REMEMBERED = 64  # redacted texts whose names are known again
_MASK = "□"
LEFT_OVER = "still shows when everything else is taken out"
_TRIALS = 3
"""How often what still shows is looked for: each find can uncover another, and hardly ever does."""
_NEVER = datetime.min.replace(tzinfo=UTC)  # nobody decides in a trial


class PhiDeidentifier:
    """De-identifies letters under the policy in force. Safe to call from several threads."""

    def __init__(self, policy: CompliancePolicy | Callable[[], CompliancePolicy]) -> None:
        """A policy, or what gives the one in force whenever a letter is worked on."""
        self._policy = policy
        self._rules: tuple[CompliancePolicy, FirmRules] | None = None
        self._salt = secrets.token_bytes(16)
        self._names: OrderedDict[str, frozenset[bytes]] = OrderedDict()
        self._lock = Lock()

    def find(self, phi_text: str, level: Level, client: ClientFields = _NO_CLIENT) -> tuple[Finding, ...]:
        """Where identifiers stand that the level removes, and places to ask about.

        Sorted, without overlaps, inside the text, in its own offsets. What the attorney knows of the client is found
        in every form. Raises on no text, but FirmRuleStopped where a rule of the firm takes too long on it; time grows
        with the length of the text, about 0.04 s a letter.
        """
        policy, rules = self._in_force()
        hits = [hit for hit in detect(phi_text, client) if policy.removes(hit.category, level)]
        hits = rules.applied(phi_text, level, client, hits)
        found = tuple(
            Finding(hit.start, hit.end, hit.category, hit.verdict, hit.detector, hit.score, hit.reason)
            for hit in merged(hits, phi_text)
        )
        return self._with_leftovers(phi_text, level, client, found)

    def _with_leftovers(
        self, phi_text: str, level: Level, client: ClientFields, findings: tuple[Finding, ...]
    ) -> tuple[Finding, ...]:
        """Take everything out on trial, look again, and ask about what still shows: before the person, not after."""
        for _ in range(_TRIALS):
            removed = [Decision(finding, redact=True, by="", at=_NEVER) for finding in findings]
            trial = self._apply(phi_text, level, findings, removed, DerivedFacts())
            spans = [trial.to_original(start, end) for start, end in self.residual(trial, client, [])]
            left = [span for span in spans if not any(f.start < span[1] and span[0] < f.end for f in findings)]
            if not left:
                break
            found = [Finding(a, b, PhiCategory.PATIENT, Verdict.ASK, "leftovers", 0.3, LEFT_OVER) for a, b in left]
            findings = tuple(sorted([*findings, *found]))
        return findings

    def apply(
        self, phi_text: str, level: Level, findings: Sequence[Finding], decisions: Sequence[Decision]
    ) -> DeidentifiedText:
        """The text with a tag in place of everything that was decided to go, and the facts that went with it.

        Every finding needs a decision; findings a person added may come with theirs. Overlapping redactions become
        one. Raises ReviewIncomplete with the number ``left``, or ReviewMismatch for decisions that contradict each
        other, are of another letter, or lie outside the text.
        """
        return self._apply(phi_text, level, findings, decisions, None)

    def _apply(
        self,
        phi_text: str,
        level: Level,
        findings: Sequence[Finding],
        decisions: Sequence[Decision],
        facts: DerivedFacts | None,
    ) -> DeidentifiedText:
        """``apply``; ``facts`` are given where nobody will read them, in a trial: to derive them costs a second look
        at the whole letter."""
        _check(phi_text, findings, decisions)
        spans = _united(d.finding for d in decisions if d.redact)
        policy, rules = self._in_force()
        tags = rules.own_tags(phi_text, spans, assign_tags(phi_text, spans, level, policy), decisions)
        pieces: list[str] = []
        replacements: list[Replacement] = []
        at = length = 0
        for (start, end, category), tag in zip(spans, tags, strict=True):
            length += start - at
            pieces += (phi_text[at:start], tag)
            replacements.append(Replacement(start, end, tag, length, category))
            length += len(tag)
            at = end
        text = "".join([*pieces, phi_text[at:]])
        made = self._made(text, level, tuple(replacements), derive(phi_text, replacements) if facts is None else facts)
        self._remember(made.sha256, (phi_text[start:end] for start, end, category in spans if category in _NAMES))
        return made

    def kept_again(self, text: str, level: Level, facts: DerivedFacts) -> DeidentifiedText:
        """A text that was made here, reviewed and kept in the store, as what it is; ``facts`` were kept with it."""
        return self._made(text, level, (), facts)

    @staticmethod
    def _made(text: str, level: Level, replacements: tuple[Replacement, ...], facts: DerivedFacts) -> DeidentifiedText:
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return DeidentifiedText(text, level, sha256, replacements, facts)

    def leftover(
        self, deidentified: DeidentifiedText, as_sent: str, client: ClientFields, kept: Sequence[Decision]
    ) -> tuple[tuple[int, int], ...]:
        """The last look before ``as_sent``, which is the text as it stands in the bytes, may leave: ``residual``, and
        every detector run again. Tags do not count, nor what the person decided to leave in."""
        found = list(self.residual(deidentified, client, kept))
        tags = [tag.span() for tag in TAG.finditer(as_sent)]
        left_in = [_in_redacted(deidentified, d.finding) for d in kept if not d.redact]
        for one in self.find(as_sent, deidentified.level, client):
            inside = any(start < one.end and one.start < end for start, end in (*tags, *left_in))
            if one.verdict is Verdict.REDACT and not inside:
                found.append((one.start, one.end))
        return tuple(sorted(set(found)))

    def residual(
        self, deidentified: DeidentifiedText, client: ClientFields, kept: Sequence[Decision]
    ) -> tuple[tuple[int, int], ...]:
        """Places of the redacted text that still show a field of the client, a word of a redacted name, or what a rule
        of the firm removes.

        ``kept`` are decisions to leave something in; their places do not count. Names redacted by another instance
        are not known here; those of the client always are.
        """
        masked = list(deidentified.text)
        for one in deidentified.replacements:
            masked[one.tag_start : one.tag_end] = _MASK * len(one.tag)
        left_in = [_in_redacted(deidentified, d.finding) for d in kept if not d.redact]
        marks = self._names.get(deidentified.sha256, frozenset())
        found = known_left("".join(masked), client, lambda word: self._mark(word) in marks)
        found = sorted({*found, *self._in_force()[1].left("".join(masked), deidentified.level)})
        return tuple(
            (start, end)
            for start, end in found
            if _MASK not in masked[start:end] and not any(first <= start and end <= last for first, last in left_in)
        )

    def _in_force(self) -> tuple[CompliancePolicy, FirmRules]:
        """The policy, and its rules compiled; compiled anew where another one came into force."""
        policy = self._policy() if callable(self._policy) else self._policy
        with self._lock:
            if self._rules is None or self._rules[0] is not policy:
                self._rules = (policy, FirmRules(policy))
            return self._rules

    def _mark(self, word: str) -> bytes:
        return hashlib.blake2b(word.encode("utf-8", "surrogatepass"), key=self._salt, digest_size=12).digest()

    def _remember(self, sha256: str, names: Iterable[str]) -> None:
        words = {folded(word).strip(".,'\"()") for name in names for word in name.replace(",", " ").split()}
        marks = frozenset(self._mark(w) for w in words if len(w) > 1 and w not in PARTICLES and w not in SUFFIXES)
        with self._lock:
            self._names[sha256] = marks
            self._names.move_to_end(sha256)
            while len(self._names) > _REMEMBERED:
                self._names.popitem(last=False)


def _check(phi_text: str, findings: Sequence[Finding], decisions: Sequence[Decision]) -> None:
    decided: dict[Finding, bool] = {}
    offered = set(findings)
    for decision in decisions:
        finding = decision.finding
        if finding not in offered and finding.detector != PERSON:
            raise ReviewMismatch
        if decided.setdefault(finding, decision.redact) != decision.redact:
            raise ReviewMismatch
    if any(finding.end > len(phi_text) for finding in (*offered, *decided)):
        raise ReviewMismatch
    left = sum(finding not in decided for finding in offered)
    if left:
        raise ReviewIncomplete(left=left)


def _united(findings: Iterable[Finding]) -> list[Span]:
    """Sorted spans; overlapping ones as one, of the category of the longest."""
    spans: list[tuple[int, int, PhiCategory, int]] = []
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        length = finding.end - finding.start
        if spans and finding.start < spans[-1][1]:
            start, end, category, longest = spans[-1]
            better = length > longest
            spans[-1] = (start, max(end, finding.end), finding.category if better else category, max(length, longest))
        else:
            spans.append((finding.start, finding.end, finding.category, length))
    return [(start, end, category) for start, end, category, _ in spans]


def _in_redacted(deidentified: DeidentifiedText, finding: Finding) -> tuple[int, int]:
    """Where a span of the letter stands in the redacted text, as far as it was left in."""
    shift = 0
    for one in deidentified.replacements:
        if one.start >= finding.end:
            break
        if one.end <= finding.start:
            shift = one.tag_end - one.end
    return finding.start + shift, finding.end + shift
