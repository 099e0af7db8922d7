"""Reads damaged JSON as far as it can be read without guessing. Linear in the length of the text; never raises.

What is mended loses nothing: commas, quotes, brackets, comments, spellings of other languages. What is lost is said: a
scalar at a cut reads as ``CUT``, a key given twice with different values as ``CLASH``, an unquoted word as ``Bare``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

DEEPEST: Final = 24  # of arrays and objects; an answer needs 4
LONGEST_NUMBER: Final = 24
LARGEST_NUMBER: Final = 1e15


@dataclass(frozen=True, slots=True)
class Bare:
    """An unquoted word that is no JSON literal: a number of another kind, an enum without quotes, ``NaN``."""

    text: str


class Mark:
    """A value that is not there, and why."""

    def __init__(self, why: str) -> None:
        self.why = why

    def __repr__(self) -> str:
        return f"<{self.why}>"


CUT: Final = Mark("cut")
CLASH: Final = Mark("clash")
TOO_DEEP: Final = Mark("too deep")

_LITERALS: Final = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "null": None, "None": None, "NULL": None, "Null": None, "nil": None, "undefined": None,
}  # fmt: skip
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "\n": "", "0": ""}
_CLOSERS: Final = {
    '"': '"', "'": "'", "`": "`", "“": '”“"', "”": '”"', "„": '“”"', "‘": "’'", "’": "’'", "«": "»", "＂": "＂",
}  # fmt: skip

# Possessive quantifiers throughout: no text can make these patterns go back and forth.
_WS: Final = r"(?:\s++|//[^\n]{0,400}+|/\*[^*]{0,400}+\*/|\#[^\n]{0,400}+|\\n)*+"
_QUOTE: Final = "[\"'`“”„‘’«＂]"
_UNQUOTE: Final = "[\"'`“”‘’»＂]"
_NO_QUOTE: Final = "[^\"'`“”‘’»＂\n]"
_KEY: Final = rf"(?:{_QUOTE}{_NO_QUOTE}{{1,60}}{_UNQUOTE}|[A-Za-z_][\w-]{{0,60}}+)\s*+(?::|=>?)"
_SPACE: Final = re.compile(_WS)
_IN_OBJECT: Final = re.compile(
    rf"{_WS}(?:[}}\])]|(?:[,;]{_WS})++(?:[}}\])]|\Z|\.\.\.|…|{_KEY}|{_QUOTE}[\w .…]{{0,60}}\Z)|\Z"
    rf"|{_QUOTE}{_NO_QUOTE}{{1,60}}{_UNQUOTE}\s*+:|\+\s*+{_QUOTE})|\s*+\n\s*+{_KEY}"
)
_IN_ARRAY: Final = re.compile(
    rf"{_WS}(?:[}}\])]|(?:[,;]{_WS})++(?:[\]}})\[{{]|{_QUOTE}|[\d-]|\Z|\.\.\.|…)|\Z|\+\s*+{_QUOTE}|(?<=\s){_QUOTE})"
)
_NEXT_KEY: Final = re.compile(rf"{_QUOTE}[\w ]{{1,40}}+{_UNQUOTE}\s*+:")
_SIBLING: Final = re.compile(r"\}\s*+,\s*+[\"'](?:level|quotes?|reason)[\"']\s*+:")  # of a list of quotes
_GARBAGE: Final = re.compile(rf"[{{\[(]*+[^\s{{}}\[\],;{_QUOTE[1:-1]}]*+")
_STRUCTURE: Final = re.compile(r"[\s,}\])]*\Z")
_BARE: Final = re.compile(r"[^\s,;:{}\[\]()\"“”]++(?:[ \t]++(?![/#])[^\s,;:{}\[\]()\"“”]++)*+")
_BARE_KEY: Final = re.compile(r"([A-Za-z_*][\w.*-]*+(?:[ ]?[\w.*-]++){0,3})[\"']?(?=\s*(?::|=))")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][+-]?\d++)?\Z")
_PREFIX: Final = re.compile(rf"[bruBRU]{{1,2}}(?={_QUOTE})")
_SPECIAL: Final = re.compile(r"\\")


def merged(first: Any, second: Any) -> Any:  # noqa: ANN401 - any JSON value
    """One value for what was said twice: the same, the union of two objects that agree, else CLASH."""
    if isinstance(first, dict) and isinstance(second, dict):
        both = dict(first)
        for key, value in second.items():
            both[key] = merged(both[key], value) if key in both else value
        return both
    return first if type(first) is type(second) and first == second else CLASH


def number(token: str) -> int | float | Bare:
    """A JSON number, or the token as it stands where it is none or not finite."""
    if len(token) > LONGEST_NUMBER or not _NUMBER.match(token):
        return Bare(token)
    value = float(token) if any(mark in token for mark in ".eE") else int(token)
    return value if abs(value) < LARGEST_NUMBER else Bare(token)


@lru_cache(maxsize=32)
def _stop(closers: str) -> re.Pattern[str]:
    return re.compile(rf"[\\{re.escape(closers)}]")


class Reader:
    """Reads one value at a time from ``text``. ``repairs`` names what was mended; ``cut`` tells that the text ended
    inside the value."""

    def __init__(self, text: str, at: int = 0) -> None:
        self.text, self.at = text, at
        self.repairs: set[str] = set()
        self.cut = False
        self._depth = 0
        self._closes: list[str] = []
        self._typographic = False  # a plain quote was never closed: from here on a typographic one closes it

    # --- structure ---------------------------------------------------------------------------------------------

    def read(self) -> Any:  # noqa: ANN401 - any JSON value
        """The object at the brace here, or its members where the brace is missing."""
        if self.text.startswith("{", self.at):
            self.at += 1
        return self._nested("}", self._members)

    def _nested(self, close: str, fill: Any) -> Any:  # noqa: ANN401
        self._depth += 1
        if self._depth > DEEPEST:
            self.at = len(self.text)
            self.cut = True
            return TOO_DEEP
        self._closes.append(close)
        value = fill()
        self._closes.pop()
        self._depth -= 1
        return value

    def _skip(self) -> str:
        """The next character that means something; empty at the end of the text."""
        found = _SPACE.match(self.text, self.at)
        if found is not None and found.end() > self.at:
            if "/" in found.group() or "#" in found.group() or "\\" in found.group():
                self.repairs.add("comment")
            self.at = found.end()
        return self.text[self.at : self.at + 1]

    def _ended(self, close: str) -> bool:
        """Whether the array or object ends here; steps over what separates its parts."""
        while True:
            char = self._skip()
            if char == "":
                self.cut = True
                return True
            if char in ",;":
                self.at += 1
            elif char == close or (char == ")" and close == "]"):
                self.at += 1
                return True
            elif char in "}])":
                self.repairs.add("bracket")
                if close == "]" and _SIBLING.match(self.text, self.at):
                    self.at += 1
                    return True  # the wrong one of two brackets
                if char in self._closes[:-1]:
                    return True  # one of those around it ends: this one was left open
                self.at += 1
            else:
                return False

    def _members(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        last = ""
        while not self._ended("}"):
            start = self.at
            key = self._key()
            if key is None:
                if isinstance(found.get(last), int | float) and not isinstance(found[last], bool):
                    found[last] = CUT  # "1,000", "85, 90": what follows a number may belong to it
                passed = _GARBAGE.match(self.text, start)
                self.at = max(self.at, start + 1, passed.end() if passed else 0)
                continue
            char = self._skip()
            if char == "":
                self.cut = True
                value: Any = CUT
            elif char in ",}":
                value = None
                self.repairs.add("value")
            else:
                value = self._value(in_array=False)
            found[key] = merged(found[key], value) if key in found else value
            last = key
        return found

    def _elements(self) -> list[Any]:
        found: list[Any] = []
        while not self._ended("]"):
            if _NEXT_KEY.match(self.text, self.at) and "}" in self._closes[:-1]:
                self.repairs.add("bracket")
                break
            start = self.at
            value = self._value(in_array=True)
            if self.at == start:
                self.at += 1
            elif not (isinstance(value, Bare) and set(value.text) <= {".", "…"}):
                found.append(value)
            else:
                found.append(CUT)  # "..." says that something was left out
        if self.cut:
            found.append(CUT)  # there may have been more
        return found

    def _key(self) -> str | None:
        char = self.text[self.at]
        if char in _CLOSERS:
            key = self._quoted_key(char)
        else:
            found = _BARE_KEY.match(self.text, self.at)
            if found is None:
                return None
            self.repairs.add("quotes")
            key, self.at = found.group(1), found.end()
        if key is None or self._skip() not in (":", "="):
            return None
        self.at += 2 if self.text.startswith("=>", self.at) else 1
        return key

    def _quoted_key(self, opener: str) -> str | None:
        """The key at the quote here, up to the first quote; ``"name: "value"`` is read as if it had been closed."""
        if opener != '"':
            self.repairs.add("quotes")
        end = _stop(_CLOSERS[opener]).search(self.text, self.at + 1)
        if end is None:
            self.at, self.cut = len(self.text), True
            return None
        start = self.at + 1
        key, self.at = self.text[start : end.start()], end.end()
        if key.rstrip().endswith(":"):
            self.repairs.add("quotes")
            key = key.rstrip()[:-1]
            self.at = start + len(key)
        return key

    # --- values --------------------------------------------------------------------------------------------------

    def _value(self, *, in_array: bool) -> Any:  # noqa: ANN401
        char = self.text[self.at]
        if char == "{":
            self.at += 1
            return self._nested("}", self._members)
        if char in "[(":
            self.at += 1
            return self._nested("]", self._elements)
        prefix = _PREFIX.match(self.text, self.at)
        if prefix is not None:
            self.at = prefix.end()
            self.repairs.add("quotes")
            char = self.text[self.at]
        if char in _CLOSERS:
            return self._text(_IN_ARRAY if in_array else _IN_OBJECT)
        return self._bare()

    def _text(self, ends: re.Pattern[str]) -> Any:  # noqa: ANN401
        value = self._string(ends)
        while isinstance(value, str) and self._skip() == "+":
            self.at += 1
            if self._skip() not in _CLOSERS or self.at >= len(self.text):
                return CUT
            more = self._string(ends)
            value = value + more if isinstance(more, str) else CUT
        return value

    def _bare(self) -> Any:  # noqa: ANN401
        found = _BARE.match(self.text, self.at)
        if found is None:
            self.at += 1
            return CUT
        token, self.at = found.group().strip(), found.end()
        if token in _LITERALS:
            if token not in ("true", "false", "null"):
                self.repairs.add("literal")
            return _LITERALS[token]
        if self.at >= len(self.text):
            self.cut = True
            return CUT
        value = number(token)
        if isinstance(value, Bare):
            self.repairs.add("literal")
        return value

    def _string(self, ends: re.Pattern[str]) -> str | Mark:
        """The string at the quote here. A quote ends it only where what follows could follow a string."""
        text, start = self.text, self.at
        opener = text[start]
        if text.startswith(opener * 3, start) and opener in "\"'`":
            return self._triple(opener * 3)
        closers = _CLOSERS[opener] + ("”“" if self._typographic and opener == '"' else "")
        if opener != '"':
            self.repairs.add("quotes")
        at = start + 1
        stop = _stop(closers)
        while (found := stop.search(text, at)) is not None:
            at = found.start()
            if text[at] == "\\":
                at += 2
            elif ends.match(text, at + 1):
                self.at = at + 1
                return self._unescaped(text[start + 1 : at])
            elif self._runs_into_key(start + 1, at):
                return self._unclosed(start + 1, at)
            else:
                self.repairs.add("inner quotes")
                at += 1
        if opener == '"' and not self._typographic and re.search("[“”]", text[start:]):
            self._typographic = True
            self.repairs.add("quotes")
            return self._string(ends)
        self.at, self.cut = len(text), True
        return CUT

    def _triple(self, fence: str) -> str | Mark:
        start = self.at + 3
        end = self.text.find(fence, start)
        self.repairs.add("quotes")
        if end < 0:
            self.at, self.cut = len(self.text), True
            return CUT
        self.at = end + 3
        return self._unescaped(self.text[start:end])

    def _runs_into_key(self, start: int, at: int) -> bool:
        """Whether the quote at ``at`` opens the next key, so that this string was never closed."""
        before = self.text[max(start, at - 60) : at]
        stripped = before.rstrip()
        new_line = "\n" in before[len(stripped) :]
        return (new_line or stripped.endswith((",", "{"))) and _NEXT_KEY.match(self.text, at) is not None

    def _unclosed(self, start: int, at: int) -> str | Mark:
        self.repairs.add("unclosed string")
        piece = self.text[start:at]
        tail = _STRUCTURE.search(piece, max(0, len(piece) - 200))
        length = tail.start() if tail is not None else len(piece)
        self.at = start + length
        return self._unescaped(piece[:length])

    def _unescaped(self, piece: str) -> str:
        if "\n" in piece or "\t" in piece:
            self.repairs.add("control character")
        if "\\" not in piece:
            return piece
        out: list[str] = []
        at = 0
        for found in _SPECIAL.finditer(piece):
            if found.start() < at:
                continue
            out.append(piece[at : found.start()])
            text, at = self._escape(piece, found.start())
            out.append(text)
        out.append(piece[at:])
        joined = "".join(out)
        if any(0xD800 <= ord(char) < 0xE000 for char in joined):
            joined = joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return joined

    def _escape(self, piece: str, at: int) -> tuple[str, int]:
        char = piece[at + 1 : at + 2]
        if char == "u":
            digits = piece[at + 2 : at + 6]
            if re.fullmatch(r"[0-9a-fA-F]{4}", digits):
                return chr(int(digits, 16)), at + 6
        elif char in _ESCAPES:
            return _ESCAPES[char], at + 2
        elif char in ('"', "\\", "/"):
            return char, at + 2
        self.repairs.add("escape")
        return char, at + 2
