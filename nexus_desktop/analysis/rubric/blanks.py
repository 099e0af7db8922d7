"""Templates in which the answer is still to be chosen or a blank to be filled: they give no opinion (rubric 3.2)."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric import causes
from nexus_desktop.analysis.rubric.segmentation import MERGE, Document, Sentence

_CHOICE: Final = re.compile(
    r"\b(?:is|was|are)\s*/\s*(?:is|was|are|not)|\bchoose|\bcircle|\bselect one|\byes\s*/\s*no\b|\binsert\b|_{3,}"
    r"|likely .*/",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(
    r"\W*(?:(?:the|your|his|her|name of|specific|current|claimed|in-?service|service-connected|medical|primary"
    r"|secondary|veteran'?s?|patient'?s?|clinician'?s?|doctor'?s?) )*(?:conditions?|events?|diagnos[ie]s|veteran"
    r"|patient|name|injury|illness|exposure|stressor|date|disability|disorder|cause|incident|reasons?|rationale"
    r"|description|describe\b[^\]]*|explain\b[^\]]*|list\b[^\]]*|specify\b[^\]]*|fill in\b[^\]]*|state\b[^\]]*"
    r"|enter\b[^\]]*|tbd|\.\.\.|…)(?: (?:name|here|or event|or injury|and dates?))?\W*",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(
    r"_{4,}|\.{5,}|…{2,}|\bx{3,}\b(?!-)|<\s*[a-z][a-z /-]{2,40}>|\{\{?[^{}\n]{2,40}\}"
    r"|\((?:insert|fill in|enter|name of|describe|specify|list)\b[^()\n]{0,60}\)"
)
_IS_OR_NOT: Final = re.compile(r"\b(?:is|was)\s*/\s*(?:is|was)? ?not\b|[(\[](?:is|was)[)\]]\s*[(\[](?:is|was) not[)\]]")


def unfilled(doc: Document, sentence: Sentence, low: str) -> bool:
    """Whether ``sentence`` (its words: ``low``) is a template: a choice not made or a blank not filled in."""
    if _stands_without(doc, sentence, low):
        return False
    if "likely" in low and (_IS_OR_NOT.search(low) or _BLANK.search(doc.reading.low, sentence.start, sentence.end)):
        return True
    text = doc.reading.low
    return any(
        a < sentence.end and sentence.start < b and (_CHOICE.search(text, a, b) or _FIELD.fullmatch(text, a, b))
        for a, b in doc.gaps
    )


def _stands_without(doc: Document, sentence: Sentence, low: str) -> bool:
    """Whether a sentence with the field of a mail merge takes a side without it: it names condition and service.

    "It is more likely than not that the back condition was caused by <<EVENT>> in service": the side is taken, the
    event is not told. Lines to write on, and choices, are not looked past.
    """
    words = doc.reading.low[sentence.start : sentence.end]
    if MERGE.search(words) is None:
        return False
    rest = MERGE.sub(" ", words)
    if _BLANK.search(rest) or _IS_OR_NOT.search(rest):
        return False
    return bool(doc.named(sentence.start, sentence.end)) and causes.names_service(low)
