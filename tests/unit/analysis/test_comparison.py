"""Two letters side by side, a letter before and after its revision, and what the facts of the case change."""

from __future__ import annotations

from nexus_desktop.analysis.case_facts import conflicts
from nexus_desktop.analysis.comparison import revision, side_by_side
from nexus_desktop.models.analysis_models import Polarity
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.comparison_models import AskState, AttackId, Comparison, Revision, RowId
from nexus_desktop.models.rubric_models import GateId, ItemId, Strength
from tests.unit.analysis.reading import result_of

PRIVATE = """March 4, 2025

RE: Right hip osteoarthritis

I am an orthopedic surgeon, board certified since 2004, and have treated the veteran since 2019. I reviewed the claims
file, the service treatment records of 1988 to 1994, the separation examination and the VA examination of 2024.

He has a service-connected left knee strain. Standing films of 2024 show osteoarthritis of the right hip. He walks with
an antalgic gait, recorded since 1996, and his wife writes that he has limped for as long as she has known him.

Opinion. In my opinion it is at least as likely as not (50 percent or greater) that the right hip osteoarthritis was
caused by the altered gait from his service-connected left knee strain, and it has also been aggravated by it: the
baseline was mild narrowing on the films of 2010, and the narrowing is severe now.

Rationale. A limp shifts load to the other hip with every step, the cartilage wears, and the joint narrows on the side
that carries the load, which is what his films show. I considered age, weight and work: he is lean, had no injury to
the hip, and his left hip, as old as the right one, is normal. The VA examiner did not discuss the gait.

Sincerely,

/s/ [PROVIDER 1], MD
"""
REPORT = """COMPENSATION AND PENSION EXAMINATION

Date of report: June 2, 2024. Examiner: [PROVIDER 2], PA-C

Service treatment records: knee strain in 1990. No entries on the hip.

Opinion: The right hip osteoarthritis is less likely than not due to or the result of the service-connected left knee
strain.

Rationale: The service treatment records are silent for any hip complaint, and there is no documentation of any
treatment of the hip for twenty years after discharge. It has not been definitively established that a limp causes
arthritis of the hip.

/es/ [PROVIDER 2], PA-C
"""
DRAFT = """March 4, 2025

RE: Right hip osteoarthritis

I have treated the veteran since 2019. He has a service-connected left knee strain. Films show osteoarthritis of the
right hip.

In my opinion the right hip osteoarthritis could possibly be related to his service-connected left knee strain.

Sincerely,

/s/ [PROVIDER 1], MD
"""


def side_of(ours: str = PRIVATE, theirs: str = REPORT) -> Comparison:
    return side_by_side.compare(ours, result_of(ours), theirs, result_of(theirs))


def revised(before: str = DRAFT, after: str = PRIVATE) -> Revision:
    return revision.compare(before, result_of(before), after, result_of(after))


def test_each_row_is_told_of_both_in_its_own_words() -> None:
    found = side_of()
    assert [row.id for row in found.rows] == list(RowId)
    for row in found.rows:
        assert all(PRIVATE[e.start : e.end] == e.quote for e in row.ours.evidence)
        assert all(REPORT[e.start : e.end] == e.quote for e in row.theirs.evidence)
    rows = {row.id: row for row in found.rows}
    assert (rows[RowId.POLARITY].ours.words, rows[RowId.POLARITY].theirs.words) == ("favorable", "unfavorable")
    assert rows[RowId.DATE].theirs.evidence
    for row in found.rows:
        assert (row.only == "ours") is (row.ours.there is True and row.theirs.there is False)
    assert rows[RowId.RECORDS].ours.there
    assert not rows[RowId.RECORDS].theirs.there


def test_the_checklist_is_part_of_it() -> None:
    found = side_of()
    assert found.adverse
    assert {one.id for one in found.attacks} >= {AttackId.SILENCE, AttackId.CAUSE_ONLY, AttackId.CERTAINTY}
    assert [list(AttackId).index(one.id) for one in found.attacks] == sorted(
        list(AttackId).index(one.id) for one in found.attacks
    )
    assert any("disagree" in sentence for sentence in found.weighing)
    assert any("also answers aggravation" in sentence for sentence in found.weighing)
    assert not any("win" in sentence.lower() or "prevail" in sentence.lower() for sentence in found.weighing)


def test_a_report_that_favors_the_claim_is_not_attacked() -> None:
    found = side_of(theirs=PRIVATE)
    assert not found.adverse
    assert found.attacks == ()
    assert any("same way" in sentence for sentence in found.weighing)


def test_a_weak_private_opinion_is_said_to_be_weak() -> None:
    assert any("does not reach the standard" in sentence for sentence in side_of(ours=DRAFT).weighing)


def test_a_revision_tells_which_asks_were_met() -> None:
    found = revised()
    assert found.before.score < found.after.score
    assert found.before.strength.rank < found.after.strength.rank
    states = {one.item: one.state for one in found.asks}
    assert states[ItemId.MO2] is AskState.MET
    assert states[ItemId.MR1] in (AskState.MET, AskState.PARTLY)
    assert found.met >= 3
    assert GateId.G2 in found.gates_gone
    assert found.gates_new == ()
    assert {one.id for one in found.better} >= {ItemId.MO2, ItemId.MR1}
    assert found.worse == ()
    assert found.before.polarity is not found.after.polarity
    assert any("The opinion was" in warning for warning in found.warnings)


def test_what_got_worse_is_said() -> None:
    found = revised(PRIVATE, DRAFT)
    assert found.after.score < found.before.score
    assert GateId.G2 in found.gates_new
    assert {one.id for one in found.worse} >= {ItemId.MO2, ItemId.MR1}
    assert AskState.NEW in {one.state for one in found.asks}
    assert any("much shorter" in warning for warning in found.warnings)
    assert any("no longer" in warning or "does not" in warning for warning in found.warnings)


def test_a_letter_that_hardly_changed_is_noticed() -> None:
    found = revised(PRIVATE, PRIVATE.replace("March 4", "April 9"))
    assert found.better == found.worse == ()
    assert any("Nearly every word" in warning for warning in found.warnings)
    assert found.before.score == found.after.score


def test_an_ask_that_was_not_met_stays_open() -> None:
    found = revised(DRAFT, DRAFT.replace("Sincerely", "Yours sincerely"))
    assert {one.state for one in found.asks} == {AskState.OPEN}
    assert found.met == 0


# --- the seam to the engine ----------------------------------------------------------------------------------


def test_a_sure_conflict_contradicts_the_premise() -> None:
    text = PRIVATE.replace("He has a service", "He served on active duty from 1988 to 1994. He has a service")
    facts = CaseFacts.model_validate({"service": [{"from": 1968, "to": 1972}]})
    found = conflicts(text, facts)
    before, after = result_of(text), result_of(text, found)
    assert GateId.G4 not in {gate.id for gate in before.compliance.gates}
    gate = next(gate for gate in after.compliance.gates if gate.id is GateId.G4)
    assert "1968 to 1972" in gate.reason
    assert gate.evidence[0].quote == "1988 to 1994"
    assert after.overall_score <= 45
    assert after.compliance.strength is Strength.WEAK
    premise = next(item for item in after.connection.items if item.id is ItemId.SC4)
    assert premise.points == 0
    assert all(text[e.start : e.end] == e.quote for e in after.all_evidence())


def test_a_doubtful_conflict_gates_nothing() -> None:
    facts = CaseFacts.model_validate(
        {"claimed": ["right hip osteoarthritis", "gout"], "denials": [{"condition": "gout"}]}
    )
    found = conflicts(PRIVATE, facts)
    assert found
    assert not any(one.contradicts_premise for one in found)
    assert result_of(PRIVATE, found) == result_of(PRIVATE)


def test_a_conflict_leaves_an_unfavorable_opinion_as_it_is() -> None:
    text = REPORT.replace("Examiner:", "Service from 1968 to 1972. Examiner:")
    found = conflicts(text, CaseFacts.model_validate({"service": [{"from": 1988, "to": 1994}]}))
    result = result_of(text, found)
    assert result.opinion.polarity is Polarity.UNFAVORABLE
    assert GateId.G4 not in {gate.id for gate in result.compliance.gates}
