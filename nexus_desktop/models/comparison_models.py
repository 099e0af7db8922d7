"""Two letters side by side: a private opinion and a VA report, or one letter before and after a revision.

A comparison shows words beside words and leaves the weighing to the attorney. No figure here predicts a decision.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from nexus_desktop.models.analysis_models import Certainty, Evidence, Polarity, Standard
from nexus_desktop.models.rubric_models import Frozen, GateId, ItemId, Strength


class AttackId(StrEnum):
    """The reasons of an adverse opinion that can be attacked: rubric section 7, in its order."""

    SILENCE = "silence"  # rests on silence in the records
    LAY = "lay"  # ignores the veteran's account
    HEARING_EXIT = "hearing_exit"  # a normal hearing test at separation as proof
    NOT_PRESUMPTIVE = "not_presumptive"
    CAUSE_ONLY = "cause_only"  # answers cause, not aggravation
    PERMANENT = "permanent"  # demands permanent worsening for secondary
    WRONG_FACTS = "wrong_facts"
    CERTAINTY = "certainty"  # wants scientific certainty or consensus
    SELECTIVE = "selective"  # selective reading of a study
    SPECULATION = "speculation"  # unexplained
    CONCLUSORY = "conclusory"
    FIELD = "field"  # outside the examiner's field
    SOLE = "sole"  # asks for the sole cause
    SOUNDNESS = "soundness"  # concedes it away, or uses a mere preponderance for it
    ONE_EXPOSURE = "one_exposure"  # ignores the others, or their combined effect
    ONE_DIAGNOSIS = "one_diagnosis"
    OWN_MEDICINE = "own_medicine"  # the adjudicator's


AUTHORITIES: Final[dict[AttackId, tuple[str, ...]]] = {
    AttackId.SILENCE: ("dalton", "buczynski", "buchanan"),
    AttackId.LAY: ("miller-wilkie", "mckinney", "barr"),
    AttackId.HEARING_EXIT: ("hensley",),
    AttackId.NOT_PRESUMPTIVE: ("stefl", "polovick", "combee"),
    AttackId.CAUSE_ONLY: ("el-amin",),
    AttackId.PERMANENT: ("ward",),
    AttackId.WRONG_FACTS: ("reonal",),
    AttackId.CERTAINTY: ("wise", "lynch"),
    AttackId.SELECTIVE: ("mccray",),
    AttackId.SPECULATION: ("jones-speculation",),
    AttackId.CONCLUSORY: ("nieves", "stefl"),
    AttackId.FIELD: ("francway", "sklar", "rizzo"),
    AttackId.SOLE: ("usc-38-1110",),
    AttackId.SOUNDNESS: ("wagner", "horn"),
    AttackId.ONE_EXPOSURE: ("usc-38-1168",),
    AttackId.ONE_DIAGNOSIS: ("clemons",),
    AttackId.OWN_MEDICINE: ("kahana", "colvin"),
}
"""Behind each reason, by id in resources/authorities.yaml."""

TITLES: Final[dict[AttackId, str]] = {
    AttackId.SILENCE: "Rests on silence in the records",
    AttackId.LAY: "Passes over the veteran's account",
    AttackId.HEARING_EXIT: "Takes a normal hearing test at separation as proof",
    AttackId.NOT_PRESUMPTIVE: "Takes absence from a presumptive list as a reason",
    AttackId.CAUSE_ONLY: "Answers cause and not aggravation",
    AttackId.PERMANENT: "Asks for permanent worsening in a secondary claim",
    AttackId.WRONG_FACTS: "Rests on facts that its own text or the case contradicts",
    AttackId.CERTAINTY: "Asks for scientific certainty or consensus",
    AttackId.SELECTIVE: "Reads a study selectively",
    AttackId.SPECULATION: "Declines as speculative without saying why",
    AttackId.CONCLUSORY: "Gives a conclusion without reasons",
    AttackId.FIELD: "May lie outside the examiner's field",
    AttackId.SOLE: "Asks whether service is the sole cause",
    AttackId.SOUNDNESS: "Gives the presumption of soundness away",
    AttackId.ONE_EXPOSURE: "Weighs one exposure and not all of them together",
    AttackId.ONE_DIAGNOSIS: "Stops at one diagnosis",
    AttackId.OWN_MEDICINE: "Is the adjudicator's own medicine",
}


class Attack(Frozen):
    """One attackable reason found, with its words. Low certainty: look whether it is there."""

    id: AttackId
    title: str
    certainty: Certainty
    point: Annotated[str, Field(min_length=1)]  # what is wrong with it, in a sentence
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    authorities: Annotated[tuple[str, ...], Field(min_length=1)]


class RowId(StrEnum):
    """What is set side by side, in the order of rubric section 7."""

    HOLDER = "holder"
    DATE = "date"
    FIELD = "field"
    POLARITY = "polarity"
    STANDARD = "standard"
    THEORY = "theory"
    FACTS = "facts"
    RECORDS = "records"
    LAY = "lay_evidence"
    MECHANISM = "mechanism"
    LITERATURE = "literature"
    OTHER_CAUSES = "other_causes"
    CONFLICTS = "internal_conflicts"


class Cell(Frozen):
    """What one document gives for a row. ``there`` is None where it cannot be said to be there or not."""

    words: Annotated[str, Field(min_length=1)]
    there: bool | None = None
    evidence: tuple[Evidence, ...] = ()


class Row(Frozen):
    """One row: the private opinion, the report, and which of them has it where only one does."""

    id: RowId
    title: str
    ours: Cell
    theirs: Cell
    only: Literal["ours", "theirs"] | None = None
    authorities: tuple[str, ...] = ()


class Comparison(Frozen):
    """A private opinion beside a report of the other side. Evidence of each is of its own text."""

    rows: tuple[Row, ...]
    adverse: bool  # whether the report speaks against the claim, or withholds an opinion
    attacks: tuple[Attack, ...]  # in the order of the checklist; empty where the report is not adverse
    weighing: tuple[str, ...]  # what a reader who weighs both will look at, in sentences


class ItemChange(Frozen):
    """One rubric item before and after."""

    id: ItemId
    title: str
    before: int | None  # points; None where the item does not apply
    after: int | None
    possible: int
    reason: str  # of the version after
    evidence: tuple[Evidence, ...] = ()  # of the version after


class AskState(StrEnum):
    """What became of something the doctor was asked."""

    MET = "met"
    PARTLY = "partly"
    OPEN = "open"
    NEW = "new"  # not asked before


class AskOutcome(Frozen):
    """One ask, and what became of it."""

    item: ItemId
    ask: str
    state: AskState
    reason: str


class Reading(Frozen):
    """How one version reads: what would be put at the head of its report."""

    score: int
    strength: Strength
    gates: tuple[GateId, ...]
    polarity: Polarity
    standard: Standard
    parts: tuple[int, ...]  # the four components, in the order of the rubric


class Revision(Frozen):
    """A letter before and after it was revised."""

    before: Reading
    after: Reading
    asks: tuple[AskOutcome, ...]
    better: tuple[ItemChange, ...]
    worse: tuple[ItemChange, ...]
    gates_gone: tuple[GateId, ...]
    gates_new: tuple[GateId, ...]
    warnings: tuple[str, ...]  # what got worse, or looks odd, in sentences

    @property
    def met(self) -> int:
        """How many asks were met in full."""
        return sum(one.state is AskState.MET for one in self.asks)
