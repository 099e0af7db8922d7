"""A request to the doctor for clarification: open questions in neutral words, the standard, and no drafted conclusion.

An answer that was put into a doctor's mouth is worth less than none. The request therefore asks and never suggests,
says that any answer is welcome, and leaves the law to two sentences. It is a draft that the attorney edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nexus_desktop.reports.document import Block, Document, Items, Letterhead, Paragraph, Tone

if TYPE_CHECKING:
    from nexus_desktop.models.records import AnalysisRecord

OPENING = (
    "I represent the veteran named in your letter in a claim before the US Department of Veterans Affairs (VA). I have "
    "read your letter closely. The questions below are the ones that a reader at VA could not answer from it."
)
MANNER = (
    "Please answer in your own words and from your own medical judgment, whichever way it goes. If you "
    "cannot answer a question, please say so and say why, and name anything you would need to see. Nothing in this "
    "request is meant to suggest an answer."
)
STANDARD = (
    "For orientation: VA asks whether it is at least as likely as not, that is, a probability of 50 percent or "
    "greater, that a condition is related to service or to a service-connected condition (38 U.S.C. § 5107(b); "
    "38 C.F.R. § 3.102). Medical certainty is not required. A letter without these words is read as it stands."
)
CLOSING = "A short supplement to your letter, signed and dated, is enough."


def build(record: AnalysisRecord, letterhead: Letterhead, enclosures: Sequence[str] = ()) -> Document:
    """The request for one record. ``enclosures`` are named by the attorney."""
    asks = tuple(one.ask for one in record.result.recommendations)
    blocks: list[Block] = [Paragraph("Dear Doctor:"), Paragraph(OPENING), Paragraph(MANNER)]
    if asks:
        blocks.append(Items(asks))
    else:
        blocks.append(Paragraph("There is no open question; this request does not need to be sent.", Tone.STRONG))
    blocks += [Paragraph(STANDARD), Paragraph(CLOSING), Paragraph("Thank you for your time and care.")]
    blocks.append(Paragraph("Sincerely,\n\n\n"))
    if enclosures:
        blocks += [Paragraph("Enclosures", Tone.STRONG), Items(tuple(enclosures))]
    about = ", ".join(record.result.connection.conditions) or "your letter"
    return Document(
        "Request for clarification of a medical opinion",
        f"Re: {about}",
        tuple(blocks),
        f"Record {record.id}",
        letterhead=letterhead,
    )
