"""Signs of the Symbol and Wingdings fonts as the Unicode characters they look like.

Word and RTF store such a sign as a byte of its font. Ticked boxes matter most: a questionnaire's answers are made of
them. After Adobe's table of the Symbol encoding; for Wingdings the nearest character that common fonts have.
"""

from __future__ import annotations

_GREEK = dict(
    zip(
        b"ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_SYMBOL = _GREEK | dict(
    zip(
        b"\xa2\xa3\xa5\xab\xac\xad\xae\xaf\xb0\xb1\xb2\xb3\xb4\xb7\xb9\xba\xbb\xbc\xd6\xd7\xe5",
        "′≤∞↔←↑→↓°±″≥×•≠≡≈…√⋅∑",
        strict=True,
    )
)
_WINGDINGS = dict(
    zip(
        b"\x28\x2a\x6c\x6e\x6f\x71\x76\x77\x9f\xa7\xa8\xd8\xe0\xe8\xf0\xfb\xfc\xfd\xfe",
        "☎✉●■☐❑❖⬥•▪☐➢→➔⇨✗✓☒☑",
        strict=True,
    )
)
_WINGDINGS_2 = dict(zip(b"\x4f\x50\x51\x52\x53\x54\x97\xa3", "✗✓☒☑☒☒●☐", strict=True))


def character(font: str, code: int) -> str:
    """The character of a sign; ``code`` may lie in F000-F0FF, where Word moves it. U+FFFD where it is not known."""
    code &= 0xFF
    font = font.lower()
    if "wingdings 2" in font:
        table = _WINGDINGS_2
    elif "wingdings" in font:
        table = _WINGDINGS
    else:
        table = _SYMBOL
    if code in table:
        return table[code]
    is_plain = table is _SYMBOL and 0x20 <= code < 0x40  # digits and most signs stand where ASCII has them
    return chr(code) if is_plain else "\ufffd"
