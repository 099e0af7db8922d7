"""Text of an RTF file, in one pass over its bytes.

striprtf, the usual library, leaves out headers and footnotes, keeps deleted and hidden text, and took 18 s for 54 MB.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nexus_desktop.letters import rtf_words, symbols
from nexus_desktop.letters.extract import Extract, Gathering, PageDone, ReadingLimits
from nexus_desktop.models.errors import LetterCorrupt
from nexus_desktop.models.letter_models import LetterKind

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?"  # 1 word, 2 its number
    rb"|\\'([0-9a-fA-F]{2})"  # 3 byte
    rb"|\\(.)"  # 4 sign
    rb"|([{}])"  # 5
    rb"|([^\\{}\r\n]+)"  # 6 text
    rb"|[\r\n]+",
    re.DOTALL,
)
_STRUCTURE = re.compile(rb"\\bin([0-9]{1,10}) ?|\\.|([{}])", re.DOTALL)
_SWITCHES = {b"v": "hidden", b"deleted": "struck", b"mvf": "struck", b"revised": "inserted", b"mvt": "inserted"}


@dataclass(slots=True)
class _Sink:
    """Where text of a place is gathered; ``raw`` waits for its code page."""

    place: str
    chunks: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    page: str = "cp1252"
    font: str = ""

    def flush(self) -> None:
        if not self.raw:
            return
        if self.page == rtf_words.SYMBOL:
            self.chunks.append("".join(symbols.character(self.font, byte) for byte in self.raw))
        else:
            self.chunks.append(self.raw.decode(self.page, "replace"))
        self.raw.clear()

    def write(self, text: str) -> None:
        self.flush()
        self.chunks.append(text)

    def write_raw(self, data: bytes, page: str, font: str) -> None:
        """Bytes of a code page. They are decoded together: half a Japanese character may be written as a letter."""
        if (page, font) != (self.page, self.font):
            self.flush()
            self.page, self.font = page, font
        self.raw += data

    def text(self) -> str:
        self.flush()
        return "".join(self.chunks)


@dataclass(slots=True)
class _State:
    """What a group inherits from the one around it."""

    sink: _Sink
    fallback: int = 1  # characters after \u for programs without Unicode
    font: int | None = None
    hidden: bool = False
    struck: bool = False
    inserted: bool = False
    muted: bool = False

    def copy(self) -> _State:
        """Three times as fast as dataclasses.replace, and called for every group."""
        return _State(self.sink, self.fallback, self.font, self.hidden, self.struck, self.inserted, self.muted)


def read(data: bytes, limits: ReadingLimits, page_done: PageDone) -> Extract:
    """The text of an RTF file.

    As in a Word document, insertions stand in place while deleted and hidden text is found and not used. Raises
    LetterCorrupt where the file ends too early, LetterTooLong, LetterEmpty or LetterNeedsOcr.
    """
    gathering = Gathering(limits.characters)
    _Parser(data, gathering).run()
    extract = gathering.extract(LetterKind.RTF)
    page_done(1, 1)
    return extract


class _Parser:
    def __init__(self, data: bytes, gathering: Gathering) -> None:
        self._data = data
        self._gathering = gathering
        self._state = _State(_Sink("body"))
        self._outer: list[_State] = []
        self._starred = False
        self._to_skip = 0  # of the fallback after \u
        self._page = "cp1252"
        self._fonts: dict[int, tuple[str | None, str]] = {}

    def run(self) -> None:
        """Read from the first brace to the one that closes it."""
        position = self._data.index(b"{\\rtf")
        match_token = _TOKEN.match
        while found := match_token(self._data, position):
            position = found.end()
            match found.lastindex:
                case 6:
                    self._text(found[6])
                case 1 | 2:
                    position = self._word(found[1], found[2], position)
                case 3:
                    self._text(bytes((int(found[3], 16),)))
                case 4:
                    self._sign(found[4])
                case 5 if found[5] == b"{":
                    self._open()
                case 5:
                    self._close()
                    if not self._outer:
                        self._gathering.add("body", self._state.sink.text())
                        return
        raise LetterCorrupt

    def _open(self) -> None:
        self._outer.append(self._state)
        self._state = self._state.copy()
        self._to_skip = 0

    def _close(self) -> None:
        self._to_skip = 0
        self._starred = False
        closed, self._state = self._state, self._outer.pop()
        if closed.sink is self._state.sink:
            return
        text = closed.sink.text()
        if closed.sink.place != "text box":
            self._gathering.add(closed.sink.place, text)
        elif text.strip():
            self._gathering.used("text box")
            self._state.sink.write("\n" + text.strip("\n") + "\n")

    def _text(self, data: bytes) -> None:
        """Text, or one byte written as ``\\'hh``."""
        if self._to_skip:
            dropped = min(self._to_skip, len(data))
            self._to_skip -= dropped
            data = data[dropped:]
        if not data or not self._shows(data.isspace()):
            return
        page, font = self._font()
        self._state.sink.write_raw(data, page or self._page, font if page == rtf_words.SYMBOL else "")

    def _font(self) -> tuple[str | None, str]:
        """Code page, if it has one of its own, and name of the font in use."""
        font = self._state.font
        return (None, "") if font is None else self._fonts.get(font, (None, ""))

    def _shows(self, blank: bool) -> bool:
        """Whether text is used here; what is not is named, unless it is blank."""
        state = self._state
        if state.muted:
            return False
        if state.hidden or state.struck:
            if not blank:
                self._gathering.found("tracked deletion" if state.struck else "hidden text")
            return False
        if state.inserted and not blank:
            self._gathering.used("tracked insertion")
        return True

    def _write(self, text: str) -> None:
        if self._shows(text.isspace()):
            self._state.sink.write(text)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in rtf_words.SIGNS:
            self._write(rtf_words.SIGNS[sign])

    def _word(self, word: bytes, number: bytes | None, position: int) -> int:
        """One control word; returns where to go on."""
        starred, self._starred = self._starred, False
        value = int(number) if number else None
        if word == b"u":
            self._to_skip = self._state.fallback
            code = (value or 0) & 0xFFFF
            is_sign = 0xF000 <= code <= 0xF0FF
            self._write(symbols.character(self._font()[1], code) if is_sign else chr(code))
        elif word == b"bin":
            return position + (value or 0)
        elif word in rtf_words.CHARACTERS:
            self._character(word)
        elif word in rtf_words.NOT_READ or (starred and word not in rtf_words.ENTERED):
            return self._pass_over(word, position)
        elif word in rtf_words.PLACES:
            self._state.sink = _Sink(rtf_words.PLACES[word])
        else:
            self._setting(word, value)
        return position

    def _character(self, word: bytes) -> None:
        if self._to_skip:
            if word not in rtf_words.BREAKS:  # the fallback of a dash may be \endash, but never the end of a line
                self._to_skip -= 1
                return
            self._to_skip = 0
        if word in (b"cell", b"row", b"nestcell", b"nestrow"):
            self._gathering.used("table")
            chunks = self._state.sink.chunks
            self._state.sink.flush()
            if word in (b"row", b"nestrow") and chunks and chunks[-1] == "\t":
                chunks.pop()
        self._write(rtf_words.CHARACTERS[word])

    def _pass_over(self, word: bytes, position: int) -> int:
        """Leave the group out, name what it holds, and go on at the brace that closes it."""
        part = rtf_words.NOT_READ.get(word)
        if part:
            self._gathering.found(part)
        start, depth = position, 1
        while found := _STRUCTURE.search(self._data, position):
            position = found.end()
            if found[1]:
                position += int(found[1])
            elif found[2]:
                depth += 1 if found[2] == b"{" else -1
                if depth == 0:
                    break
        else:
            raise LetterCorrupt
        if word == b"fonttbl":
            self._fonts = rtf_words.fonts(self._data[start:position])
        return position - 1

    def _setting(self, word: bytes, value: int | None) -> None:
        state = self._state
        if word in _SWITCHES:
            setattr(state, _SWITCHES[word], value != 0)
            return
        if word in rtf_words.FAMILIES:
            self._page = rtf_words.FAMILIES[word]
            return
        match word:
            case b"f":
                state.font = value
            case b"plain":
                state.hidden = state.struck = state.inserted = False
                state.font = None
            case b"uc":
                state.fallback = max(value if value is not None else 1, 0)
            case b"ansicpg" if value is not None:
                self._page = rtf_words.code_page(value)
            case b"ftnalt" if state.sink.place == "footnotes":
                state.sink.place = "endnotes"
            case b"upr":  # twice the same text: in the code page, and in {\*\ud …} as Unicode
                state.muted = True
            case b"ud":
                state.muted = False
