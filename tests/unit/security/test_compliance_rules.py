"""Rules of a firm add, exceptions take back, and neither frees what is known of the client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from nexus_desktop.models.compliance_models import CompliancePolicy, FirmException, FirmRule
from nexus_desktop.models.errors import FirmRuleStopped
from nexus_desktop.models.letter_models import ClientFields, Decision, DeidentifiedText, Level, PhiCategory, Verdict
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.security.compliance_rules import try_out
from nexus_desktop.security.phi_deidentifier import PhiDeidentifier

SHIPPED = config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy)
TEXT = (
    "Re: Veteran: Marlene Okonjo-Tate\nThis letter answers kestrel-blue and kestrel-GREEN.\n"
    "Mrs. Okonjo-Tate was examined at Ridgeview Clinic in June.\nPhone: (503) 555-0142.\n"
    "SSN 219-09-9999. She was born on April 9, 1974 and treated on March 3, 2019.\n"
)
NO_CLIENT = ClientFields()


def policy(*entries: FirmRule | FirmException) -> CompliancePolicy:
    rules = tuple(one for one in entries if isinstance(one, FirmRule))
    exceptions = tuple(one for one in entries if isinstance(one, FirmException))
    return SHIPPED.model_copy(update={"rules": rules, "exceptions": exceptions})


def found(
    entries: Sequence[FirmRule | FirmException],
    text: str = TEXT,
    level: Level = Level.STRICT,
    client: ClientFields = NO_CLIENT,
) -> dict[str, tuple[PhiCategory, Verdict]]:
    findings = PhiDeidentifier(policy(*entries)).find(text, level, client)
    return {text[one.start : one.end]: (one.category, one.verdict) for one in findings}


def redacted(deidentifier: PhiDeidentifier, text: str, level: Level) -> DeidentifiedText:
    findings = deidentifier.find(text, level)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    return deidentifier.apply(text, level, findings, [Decision(one, True, "ann", now) for one in findings])


def excepted(kept: str, *, pattern: str | None = None, **more: object) -> dict[str, tuple[PhiCategory, Verdict]]:
    words = () if pattern is not None else (kept,)
    return found([FirmException(id="ours", words=words, pattern=pattern, reason="ours")], **more)  # type: ignore[arg-type]


CASE = FirmRule(id="case-number", pattern=r"\bkestrel-[a-z]+\b", tag="CASE NUMBER")


def test_a_rule_finds_in_any_case_with_its_own_stable_tag() -> None:
    text = redacted(PhiDeidentifier(policy(CASE)), TEXT + "Again: kestrel-blue.", Level.MINIMAL).text
    assert "This letter answers [CASE NUMBER 1] and [CASE NUMBER 2]." in text
    assert "Again: [CASE NUMBER 1]." in text


def test_a_rule_applies_from_its_level_on_whatever_its_category() -> None:
    late = CASE.model_copy(update={"level": Level.STRICT})
    early = CASE.model_copy(update={"category": PhiCategory.UNIT})  # units as such go at strict
    assert "kestrel-blue" not in found([late], level=Level.MODERATE)
    assert "kestrel-blue" in found([late], level=Level.STRICT)
    assert found([early], level=Level.MINIMAL)["kestrel-blue"] == (PhiCategory.UNIT, Verdict.REDACT)


def test_a_rule_can_ask_and_can_be_off() -> None:
    assert found([CASE.model_copy(update={"verdict": Verdict.ASK})])["kestrel-blue"][1] is Verdict.ASK
    assert found([CASE.model_copy(update={"enabled": False})]) == found([])


@pytest.mark.parametrize("hidden", ["kestrel\u200b-blue", "ｋｅｓｔｒｅｌ-blue", "kestrel–blue"])
def test_a_rule_sees_through_odd_characters(hidden: str) -> None:
    assert hidden in found([CASE], text=f"Matter {hidden} it is.")


def test_a_rule_added_after_the_review_closes_the_gate() -> None:
    before, after = PhiDeidentifier(SHIPPED), PhiDeidentifier(policy(CASE))
    text = redacted(before, TEXT, Level.MODERATE)
    assert before.residual(text, NO_CLIENT, ()) == ()
    left = after.residual(text, NO_CLIENT, ())
    assert [text.text[start:end] for start, end in left] == ["kestrel-blue", "kestrel-GREEN"]


def test_the_rules_in_force_is_asked_for_each_letter() -> None:
    now = [SHIPPED]
    deidentifier = PhiDeidentifier(lambda: now[0])
    assert len(deidentifier.find("kestrel-blue", Level.MINIMAL)) == 0
    now[0] = policy(CASE)
    assert len(deidentifier.find("kestrel-blue", Level.MINIMAL)) == 1


def test_a_rule_that_runs_away_stops_the_letter_and_names_its_number() -> None:
    everything = FirmRule(id="everything", pattern=r"\w")
    with pytest.raises(FirmRuleStopped) as caught:
        PhiDeidentifier(policy(CASE, everything)).find("word " * 5000, Level.MINIMAL)
    assert caught.value.numbers == {"number": 2}
    assert try_out(everything, "word " * 5000).stopped


# --- exceptions ---------------------------------------------------------------------------------------------------


def test_an_exception_keeps_a_place_and_leaves_the_rest_alone() -> None:
    assert "Ridgeview Clinic" in found([])
    assert "Ridgeview Clinic" not in excepted("Ridgeview Clinic")
    assert set(found([])) - set(excepted("Ridgeview Clinic")) == {"Ridgeview Clinic"}


def test_an_exception_for_a_part_of_a_finding_does_nothing() -> None:
    assert excepted("Ridgeview") == found([])


def test_names_of_veteran_and_family_are_asked_about_at_most() -> None:
    plain, kept = found([]), excepted("Marlene Okonjo-Tate")
    assert plain["Marlene Okonjo-Tate"] == (PhiCategory.PATIENT, Verdict.REDACT)
    assert kept["Marlene Okonjo-Tate"] == (PhiCategory.PATIENT, Verdict.ASK)
    assert kept["Okonjo-Tate"] == plain["Okonjo-Tate"]  # stands elsewhere, and is not what was excepted


def test_social_security_numbers_and_birth_dates_are_asked_about_at_most() -> None:
    assert excepted("219-09-9999")["219-09-9999"] == (PhiCategory.SSN, Verdict.ASK)
    assert excepted("April 9, 1974")["April 9, 1974"][1] is Verdict.ASK


def test_what_is_known_of_the_client_is_not_freed() -> None:
    client = ClientFields(names=("Ridge Okonjo",), ssn=("219-09-9999",), va_file=("4711",))
    assert excepted("219-09-9999", client=client)["219-09-9999"][1] is Verdict.REDACT
    text = "Ridge Okonjo was seen at Ridge Okonjo Clinic."
    assert excepted("Ridge Okonjo Clinic", text=text, client=client) == found([], text=text, client=client)


def test_a_number_is_freed_by_its_words_and_only_asked_about_by_a_pattern() -> None:
    assert "(503) 555-0142" not in excepted("(503) 555-0142")
    by_pattern = excepted(TEXT, pattern=r"\(\d{3}\) \d{3}-\d{4}")
    assert by_pattern["(503) 555-0142"] == (PhiCategory.PHONE, Verdict.ASK)


def test_an_exception_holds_against_a_rule_too() -> None:
    ours = FirmException(id="ours", words=("kestrel-blue",), reason="our own number")
    kept = found([CASE, ours])
    assert "kestrel-blue" not in kept
    assert "kestrel-GREEN" in kept


def test_what_an_exception_left_in_does_not_close_the_gate() -> None:
    ours = FirmException(id="ours", words=("kestrel-blue",), reason="our own number")
    deidentifier = PhiDeidentifier(policy(CASE, ours))
    text = redacted(deidentifier, TEXT, Level.MODERATE)
    assert "kestrel-blue" in text.text
    assert deidentifier.residual(text, NO_CLIENT, ()) == ()


def test_a_reason_names_the_exception_and_no_word_of_the_letter() -> None:
    ours = FirmException(id="ours", words=("Marlene Okonjo-Tate",), reason="the reason")
    findings = PhiDeidentifier(policy(ours)).find(TEXT, Level.MINIMAL)
    reason = next(one.reason for one in findings if one.verdict is Verdict.ASK)
    assert "“ours”" in reason
    assert "Okonjo" not in reason
