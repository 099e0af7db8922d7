"""Citations, facts of a case and comparisons on the command line, each call a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nexus_desktop.analysis.case_facts import conflicts
from nexus_desktop.cli import case
from nexus_desktop.models.case_models import CaseFacts
from tests.cli.test_commands import PASSPHRASE, answers, call
from tests.letters import LETTER, SURNAME

BRIEF = (
    "Under 38 CFR 3.310(b) and Nieves-Rodriguez v. Peake, 22 Vet. App. 295 (2008), and not Stefl v. Nicholson, "
    "20 Vet. App. 78 (2006), the letter is adequate. Holt et al. (Sleep 2005;28:1405-1411, PMID 123456789) found it."
)
REPORT = """Compensation and pension examination

Service treatment records: left knee sprain in February 1999.

Opinion: The left knee osteoarthritis is less likely than not incurred in service. The service treatment records are
silent for any chronic knee complaint, and it has never been proven that such a tear leads to arthritis.

/es/ Dale P. Ormsby, PA-C
"""
FACTS = "branch: Army\nclaimed: [left knee osteoarthritis]\nborn: 1961\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    texts = {"letter": LETTER, "report": REPORT, "brief": BRIEF, "facts": FACTS, "words": PASSPHRASE + "\n"}
    texts["draft"] = LETTER.replace("at least as likely as not (50 percent or greater probability)", "possible")
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return {name: str(tmp_path / name) for name in texts}


def test_citations_of_a_text(files: dict[str, str]) -> None:
    done = call("citations", files["brief"], "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["counts"] == {"known": 2, "plausible": 0, "doubtful": 0, "known_bad": 1}
    for one in (*report["citations"], *report["references"]):
        evidence = one["evidence"]
        assert BRIEF[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert report["references"][0]["problems"]
    told = call("citations", "-", text=BRIEF)
    assert told.returncode == 0
    assert "KNOWN BAD" in told.stdout
    assert "Stefl v. Nicholson, 21 Vet. App. 120 (2007)" in told.stdout


def test_a_private_opinion_beside_a_report(files: dict[str, str]) -> None:
    told = call("compare", files["letter"], files["report"])
    assert told.returncode == 0, told.stderr
    assert "Attackable reasons in the report:" in told.stdout
    assert "Asks for scientific certainty or consensus" in told.stdout
    assert "redacted without a review" in told.stderr
    assert SURNAME not in told.stdout + told.stderr


def test_a_revision_and_a_kept_analysis(files: dict[str, str], home: Path) -> None:
    key = ["--passphrase-file", files["words"]]
    kept = json.loads(call("analyze", files["draft"], "--accept-all-redactions", "--json", *key).stdout)["id"]
    done = call("compare", kept, files["letter"], "--revision", "--json", *key)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["before"]["score"] < found["after"]["score"]
    assert "met" in {one["state"] for one in found["asks"]}
    assert call("compare", kept.replace(kept[:4], "0000"), files["letter"], *key).returncode == 3


def test_facts_of_the_case_are_checked_and_kept_nowhere(files: dict[str, str], home: Path) -> None:
    key = ["--passphrase-file", files["words"]]
    done = call("analyze", files["letter"], "--accept-all-redactions", "--facts", files["facts"], "--json", *key)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert [one["kind"] for one in record["conflicts"]] == ["age"]
    assert "1974" in record["conflicts"][0]["sentence"]
    assert "G4" in {gate["id"] for gate in record["result"]["compliance"]["gates"]}
    assert "conflicts" not in json.loads(call("show", record["id"], "--json", *key).stdout)


@pytest.mark.parametrize("wrong", ["born: [", "born: 1980\nservice: [{from: 1970}]"])
def test_facts_that_cannot_be_read_stop_the_command(files: dict[str, str], tmp_path: Path, wrong: str) -> None:
    (tmp_path / "wrong").write_text(wrong)
    done = call("compare", files["letter"], files["report"], "--facts", str(tmp_path / "wrong"))
    assert done.returncode == 3
    assert "facts.invalid" in done.stderr
    assert done.stdout == ""
    assert "1980" not in done.stderr


def test_a_line_of_a_batch_may_bring_facts() -> None:
    lines = [{"id": 1, "text": LETTER, "facts": {"born": 1961}}, {"id": 2, "text": LETTER, "facts": {"born": "then"}}]
    good, bad = answers(call("analyze", "--jsonl", text="".join(json.dumps(line) + "\n" for line in lines)))
    assert [one["kind"] for one in good["conflicts"]] == ["age"]
    assert bad["error"]["code"] == "facts.invalid"


def test_conflicts_are_told_in_lines() -> None:
    facts = CaseFacts.model_validate({"born": 1961})
    lines = case.conflict_lines(conflicts("Date of birth: April 9, 1974. She has pain.", facts))
    assert lines[1] == "Against the facts of the case:"
    assert "1974" in lines[2]
    assert "“Date of birth: April 9, 1974”" in lines[2]
    assert case.conflict_lines(())[1] == "Nothing disagrees with the facts given."
