"""Yes or no behind a question: a marked box, or the word itself."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.analysis.rubric.segmentation import Document

_YES: Final = re.compile(r"\W*(?:answer\W+)?(yes|no)\b(?:[\s,.;:!\[(-]|$)")
_REACH = 160  # characters between a question and its boxes


def answer(doc: Document, number: int) -> str | None:
    """ "yes" or "no" to the question that is sentence ``number``, or None."""
    found = answered(doc, number)
    return found[1] if found else None


def answered(doc: Document, number: int) -> tuple[Span, str] | None:
    """Where the answer to the question that is sentence ``number`` stands, and what it is; or None."""
    sentence = doc.sentences[number]
    for option in doc.options_near(sentence.end - 1, sentence.end + _REACH):
        if option.marked and option.text_start >= sentence.end - 1:
            match = _YES.match(doc.low, option.text_start, option.text_end + 1)
            if match:
                return (min(option.start, option.text_start), max(option.end, option.text_end)), match.group(1)
    if number + 1 < len(doc.sentences):
        following = doc.sentences[number + 1]
        match = _YES.match(doc.of(following))
        if match and "[" not in doc.of(following)[: match.end() + 3]:
            return (following.start, following.end), match.group(1)
    return None
