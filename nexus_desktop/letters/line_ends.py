"""Words that a PDF broke at the end of a line, put together again.

PDFium gives a hyphen at the end of a line, followed by a letter, as one character of its own, whether the hyphen
belongs to the word (``post-traumatic``) or to the line (``ser-vice``). A name must be whole for a detector to see it.
"""

from __future__ import annotations

import re

MARK = "\ufffe"
"""What PDFium writes for hyphen and line end together."""

_BROKEN = re.compile(rf"([^\W\d_]*){MARK}([^\W\d_]*)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST_HALF = 4  # letters; "be" and "cause" are words too
_COMPOUND = frozenset({"service", "post", "self", "non"})  # first halves that keep their hyphen in this field


def mend(text: str) -> str:
    """The text without marks.

    The rest of the letter shows how a word is spelled. Where it does not, the hyphen goes, unless a capital follows
    (Smith-Jones), or both halves are words that the letter uses alone (noise-induced).
    """
    if MARK not in text:
        return text
    words = set(_WORD.findall(_BROKEN.sub(" ", text).lower()))

    def whole(found: re.Match[str]) -> str:
        first, second = found[1].lower(), found[2].lower()
        if first + second in words:
            return found[1] + found[2]
        keeps = (
            f"{first}-{second}" in words
            or not (first and found[2][:1].islower())
            or first in _COMPOUND
            or (min(len(first), len(second)) >= _LEAST_HALF and {first, second} <= words)
        )
        return f"{found[1]}-{found[2]}" if keeps else found[1] + found[2]

    return _BROKEN.sub(whole, text)
