"""What is told of a review: every count, and no value."""

from __future__ import annotations

from datetime import UTC, datetime

from nexus_desktop.models.letter_models import (
    PERSON,
    ClientFields,
    Decision,
    Finding,
    Letter,
    LetterKind,
    Level,
    PhiCategory,
    Verdict,
)
from nexus_desktop.services.redaction_tally import review_counts
from nexus_desktop.services.workbench import Preparation

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_review_is_told_by_category_detector_verdict_and_person() -> None:
    findings = (
        Finding(0, 3, PhiCategory.PATIENT, Verdict.REDACT, "names", 0.9),
        Finding(4, 7, PhiCategory.DATE, Verdict.REDACT, "dates", 0.9),
        Finding(8, 11, PhiCategory.DATE, Verdict.ASK, "dates", 0.4),
        Finding(12, 15, PhiCategory.CUSTOM, Verdict.ASK, "firm:case-number", 0.4),
    )
    added = Finding(16, 19, PhiCategory.RELATIVE, Verdict.REDACT, PERSON, 1.0)
    letter = Letter("Ann May Jun Xyz Bob", LetterKind.PASTED, "0" * 64, 19)
    made = [
        Decision(findings[0], True, "ann, as proposed", NOW),
        Decision(findings[1], False, "ann", NOW),
        Decision(findings[2], True, "ann", NOW),
        Decision(findings[3], False, "bob, as decided before", NOW),
        Decision(added, True, "bob", NOW),
    ]
    counts = review_counts(Preparation("one", letter, Level.STRICT, ClientFields(), findings), made)
    assert counts == {
        "level": "strict",
        "findings": 4,
        "asked": 2,
        "redacted": 3,
        "kept": 2,
        "added": 1,
        "by": "ann, bob",
        "removed_by_category": "DATE 1, PATIENT 1, RELATIVE 1",
        "kept_by_category": "CUSTOM 1, DATE 1",
        "by_detector": "dates 1 removed, 1 kept; firm:case-number 1 kept; names 1 removed; person 1 removed",
        "by_verdict": "added 1 removed; ask 1 removed, 1 kept; redact 1 removed, 1 kept",
        "by_person": "ann 1 removed, 1 kept; ann, as proposed 1 removed; bob 1 removed; bob, as decided before 1 kept",
    }
    assert not any(word in str(counts) for word in ("Ann", "May", "Bob", "Xyz"))
