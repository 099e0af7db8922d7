"""The policy in force: files are checked to the line, changes are whole, told and taken up at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nexus_desktop.models.compliance_models import FirmAdditions, FirmException, FirmRule
from nexus_desktop.models.errors import ConfigurationInvalid, RulesChangedElsewhere, RulesNotSaved
from nexus_desktop.models.letter_models import Level, PhiCategory, Verdict
from nexus_desktop.runtime import paths
from nexus_desktop.services.rules_in_force import Layer, RulesInForce, as_text, read_shipped

SHIPPED = read_shipped(paths.config_file("compliance.yaml"))
GOOD = r"""version: 1
levels: {PROVIDER: moderate}
rules:
- {id: case-number, pattern: '\bBVA-\d{4}\b', tag: CASE NUMBER}
- id: our-experts
  words: [Harlan Wick, Wick Forensics]
  category: PROVIDER
  verdict: ask
exceptions:
- {id: our-office, words: [Alder & Stone LLP], reason: our own name}
"""


@pytest.fixture
def policies(tmp_path: Path) -> RulesInForce:
    return RulesInForce(SHIPPED, tmp_path / "administrator.yaml", tmp_path / "firm.yaml")


def untold(_before: FirmAdditions, _after: FirmAdditions) -> None:
    """Nobody listens."""


def test_without_firm_files_the_shipped_policy_is_in_force(policies: RulesInForce) -> None:
    assert policies.get() == SHIPPED
    assert policies.file(Layer.FIRM).text == ""


def test_a_firm_file_adds_rules_and_earlier_levels(policies: RulesInForce) -> None:
    policies.save(GOOD, "", untold)
    policy = policies.get()
    assert [rule.id for rule in policy.rules] == ["case-number", "our-experts"]
    assert policy.rules[1].verdict is Verdict.ASK
    assert policy.removes(PhiCategory.PROVIDER, Level.MODERATE)
    assert not SHIPPED.removes(PhiCategory.PROVIDER, Level.MODERATE)
    assert policies.get() is policy  # compiled rules are kept by this


def test_administrator_and_firm_add_up_and_the_first_cannot_be_overruled(
    policies: RulesInForce, tmp_path: Path
) -> None:
    (tmp_path / "administrator.yaml").write_text("rules:\n- {id: site, words: [Harlan Wick]}\n")
    policies.save(GOOD, "", untold)
    assert [rule.id for rule in policies.get().rules] == ["site", "case-number", "our-experts"]
    with pytest.raises(ConfigurationInvalid) as caught:
        policies.checked("rules:\n- {id: other, words: [x]}\n- {id: site, words: [x], enabled: false}\n")
    assert caught.value.line == 3
    assert "site" in caught.value.detail


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("version: 1", "version: 2", 1, "allowed"),
        ("moderate", "strictest", 2, "allowed"),
        ("{PROVIDER: moderate}", "{SSN: strict}", 2, "earlier"),
        ("{PROVIDER: moderate}", "{NAMES: strict}", 2, "allowed"),
        (r"'\bBVA-\d{4}\b'", r"'\bBVA-(\d{4}\b'", 4, "lacks its )"),
        (r"'\bBVA-\d{4}\b'", r"'(?<=BVA-)\d{4}'", 4, "look-around"),
        (r"'\bBVA-\d{4}\b'", "'x*'", 4, "nothing"),
        ("tag: CASE NUMBER", "tag: Case number", 4, "capitals"),
        ("tag: CASE NUMBER", "tag: PATIENT", 4, "another kind"),
        ("id: case-number", "id: Case Number", 4, "small letters"),
        ("id: our-experts", "id: case-number", 5, "used already"),
        ("words: [Harlan Wick, Wick Forensics]", "words: Harlan Wick", 6, "list"),
        ("words: [Harlan Wick, Wick Forensics]", "words: []", 5, "either words or a pattern"),
        ("category: PROVIDER", "category: EXPERT", 7, "allowed"),
        ("verdict: ask", "verdict: perhaps", 8, "allowed"),
        ("verdict: ask", "verdikt: ask", 8, "not a part"),
        (", reason: our own name", "", 10, "missing"),
        ("exceptions:", "exceptions: [", 10, ""),
    ],
)
def test_rubbish_is_refused_with_its_line_and_a_sentence(
    policies: RulesInForce, old: str, new: str, line: int, said: str
) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(ConfigurationInvalid) as caught:
        policies.save(GOOD.replace(old, new), "", untold)
    assert caught.value.line == line
    assert said in caught.value.detail
    assert policies.get() == SHIPPED
    assert policies.file(Layer.FIRM).text == ""


@given(st.text(max_size=80))
@settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_rubbish_is_refused_or_taken_and_never_a_surprise(policies: RulesInForce, rubbish: str) -> None:
    for text in (rubbish, f"rules: {rubbish}", GOOD + rubbish):
        try:
            line = len(policies.checked(text).rules)
        except ConfigurationInvalid as refused:
            line = refused.line
        assert 0 <= line <= text.count("\n") + 1


def test_a_bad_file_stops_the_work_and_not_the_screen(policies: RulesInForce, tmp_path: Path) -> None:
    (tmp_path / "firm.yaml").write_text("rules:\n- {id: one}\n")
    with pytest.raises(ConfigurationInvalid) as caught:
        policies.get()
    assert caught.value.line == 2
    assert policies.for_show() == SHIPPED
    file = policies.file(Layer.FIRM)
    assert file.problem is not None
    policies.save(GOOD, file.text, untold)
    assert len(policies.get().rules) == 2


def test_a_change_on_disk_is_taken_up(policies: RulesInForce, tmp_path: Path) -> None:
    policies.save(GOOD, "", untold)
    assert policies.get().rules
    (tmp_path / "firm.yaml").unlink()
    assert policies.get() == SHIPPED


def test_saving_over_another_change_is_refused(policies: RulesInForce) -> None:
    policies.save(GOOD, "", untold)
    with pytest.raises(RulesChangedElsewhere):
        policies.save("version: 1\n", "", untold)
    assert policies.file(Layer.FIRM).text == GOOD


def test_what_cannot_be_told_is_not_changed(policies: RulesInForce) -> None:
    def refuse(_before: FirmAdditions, _after: FirmAdditions) -> None:
        raise RuntimeError

    policies.save(GOOD, "", untold)
    with pytest.raises(RuntimeError):
        policies.save("version: 1\n", GOOD, refuse)
    assert policies.file(Layer.FIRM).text == GOOD


def test_a_folder_that_cannot_be_written_is_an_error_and_no_change(tmp_path: Path) -> None:
    gone = RulesInForce(SHIPPED, tmp_path / "administrator.yaml", tmp_path / "no folder" / "firm.yaml")
    with pytest.raises(RulesNotSaved):
        gone.save(GOOD, "", untold)
    assert gone.get() == SHIPPED


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_readable_by_its_owner_alone(policies: RulesInForce, tmp_path: Path) -> None:
    policies.save(GOOD, "", untold)
    assert (tmp_path / "firm.yaml").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["firm.yaml"]


def test_values_and_text_say_the_same(policies: RulesInForce) -> None:
    firm = FirmAdditions(
        levels={PhiCategory.UNIT: Level.MODERATE},
        rules=(FirmRule(id="a", words=("García & Søn: 'x'", "yes", "12:30")), FirmRule(id="b", pattern=r"\d\s\"#x")),
        exceptions=(FirmException(id="c", words=("on",), reason="no"),),
    )
    assert policies.checked(as_text(firm)) == firm
    assert as_text(FirmAdditions()) == ""
    assert yaml.safe_load(as_text(firm))["version"] == 1


def test_a_shipped_rule_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    text = (
        paths.config_file("compliance.yaml").read_text("utf-8").replace("rules: []", "rules:\n- {id: a, pattern: '('}")
    )
    path = tmp_path / "compliance.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationInvalid) as caught:
        read_shipped(path)
    assert text.splitlines()[caught.value.line - 1].startswith("- {id: a")
