"""A letter to the client in plain words: what the doctor's letter says, what it leaves open, what comes next.

It promises nothing and predicts nothing; the attorney edits it before it goes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models.analysis_models import Action, Grade, Polarity
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.reports.document import Block, Document, Heading, Items, Letterhead, Paragraph

if TYPE_CHECKING:
    from nexus_desktop.models.records import AnalysisRecord

PLAIN: dict[ItemId, str] = {
    ItemId.MO1: "gives an opinion on each condition you claim",
    ItemId.MO2: "says how likely the connection is in a way VA accepts",
    ItemId.MO3: "says the same thing from beginning to end",
    ItemId.MO4: "gives the doctor's own view",
    ItemId.MO5: "answers every way your condition could be connected to service",
    ItemId.SC1: "names your condition and how it was found",
    ItemId.SC2: "says what in your service, or which service-connected condition, it goes back to",
    ItemId.SC3: "deals with what the law asks for this kind of connection",
    ItemId.SC4: "rests on facts that agree with each other and with a source",
    ItemId.SC5: "tells when it began and how it has gone since",
    ItemId.MR1: "explains why the doctor thinks so",
    ItemId.MR2: "speaks of your own findings and tests",
    ItemId.MR3: "says which records the doctor read",
    ItemId.MR4: "takes your own account and those of witnesses into account",
    ItemId.MR5: "deals with other possible causes",
    ItemId.MR6: "answers the opinion against your claim",
    ItemId.MR7: "names the studies it relies on",
    ItemId.PF1: "says who the doctor is and what training the doctor has",
    ItemId.PF2: "shows that the doctor knows this field",
    ItemId.PF3: "says whether the doctor examined or treated you",
    ItemId.PF4: "is signed and dated",
    ItemId.PF5: "is written for you and not copied",
    ItemId.PF6: "stays with medicine and leaves the law to VA",
}
OPINION: dict[Polarity, str] = {
    Polarity.FAVORABLE: "The doctor writes that your condition is connected to your service or to a condition that is.",
    Polarity.UNFAVORABLE: "The doctor writes that your condition is not connected to your service.",
    Polarity.INCONCLUSIVE: "The doctor does not come down on either side.",
    Polarity.NONE: "The letter does not say whether your condition is connected to your service.",
}
NEXT: dict[Action, str] = {
    Action.READY_FOR_REVIEW: "I will go through it once more and then talk with you about how and when to use it.",
    Action.ASK_DOCTOR: "Before we use it, I would like to ask the doctor about the open points. I will call you first.",
    Action.DO_NOT_FILE: "I do not think it should be filed as it is. Please call me, so that we can talk it over.",
}
HONEST = (
    "This is my reading of one letter. It is not a decision and not a promise: VA decides on all of the evidence, and "
    "nobody can say today what it will decide."
)


def build(record: AnalysisRecord, letterhead: Letterhead) -> Document:
    """The letter about one record."""
    result = record.result
    about = " and ".join(result.connection.conditions) or "your condition"
    items = [item for part in result.components for item in part.items]
    good = [PLAIN[item.id] for item in items if item.grade is Grade.FULL]
    open_points = [PLAIN[one.item] for one in result.recommendations]
    blocks: list[Block] = [
        Paragraph("Dear [PATIENT]:"),
        Paragraph(f"I have read the doctor's letter about {about}. In short:"),
        Paragraph(OPINION[result.opinion.polarity]),
    ]
    if good:
        blocks += [Heading("What the letter does well", 2), Paragraph("The letter …"), Items(tuple(good), False)]
    if open_points:
        blocks += [Heading("What is missing or not clear enough", 2)]
        blocks += [Paragraph("It is not yet plain that the letter …"), Items(tuple(open_points), numbered=False)]
    blocks += [
        Heading("What comes next", 2),
        Paragraph(NEXT[result.compliance.action]),
        Paragraph(HONEST),
        Paragraph("Please call me with any question.\n\nSincerely,\n\n\n"),
    ]
    return Document("About the doctor's letter in your claim", "", tuple(blocks), "", letterhead=letterhead)
