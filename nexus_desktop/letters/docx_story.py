"""The walk through one story of a Word document: body, header, footnote, comment, text box.

Element names are those of ECMA-376 part 1, section 17; its Strict family has other namespaces and the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from nexus_desktop.letters import symbols

if TYPE_CHECKING:
    from lxml import etree

    from nexus_desktop.letters.extract import Gathering

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
}
_OFF = ("0", "false", "off", "none")
_FIXED = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",  # detectors look for the common one: 123-45-6789
    "a:br": "\n",
}
_NOT_READ = {"w:object": "embedded object", "w:altChunk": "imported document", "w:subDoc": "imported document"}
_SKIPPED = frozenset(
    (
        *("w:pPr", "w:rPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr"),
        *("w:delText", "w:instrText", "w:delInstrText", "w:softHyphen"),
        *("w:rt", "a:rPr", "a:pPr", "a:endParaRPr"),
    )
)


def name_of(element: etree._Element) -> str:
    """``w:p`` for a paragraph, whatever prefix and family the file uses; names of other families have no prefix."""
    space, _, local = element.tag[1:].rpartition("}")
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{local}" if prefix else local


def attribute(element: etree._Element, local: str) -> str:
    """The value of an attribute by its local name, or an empty string."""
    for name, value in element.items():
        if str(name).rpartition("}")[2] == local:
            return str(value)
    return ""


def characters_of(element: etree._Element) -> str:
    """All character data in it."""
    return "".join(str(piece) for piece in element.itertext())


def child_of(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name."""
    if element is None:
        return None
    return next((child for child in element if name_of(child) == name), None)


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """A switch such as ``w:vanish``: on, off, or None where it is not set."""
    switch = child_of(properties, name)
    return None if switch is None else attribute(switch, "val") not in _OFF


class Styles:
    """Which styles hide their text."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._own: dict[str, tuple[bool | None, str]] = {}
        for root in roots:
            for style in root:
                based_on = child_of(style, "w:basedOn")
                above = attribute(based_on, "val") if based_on is not None else ""
                self._own[attribute(style, "styleId")] = is_on(child_of(style, "w:rPr"), "w:vanish"), above

    def hides(self, style: str) -> bool:
        """Whether the style, or the nearest one above it that says anything, is hidden."""
        for _ in range(20):  # Word allows ten levels; a ring of styles has no end
            hidden, above = self._own.get(style, (False, ""))
            if hidden is not None:
                return hidden
            style = above
        return False


class Walker:
    """Turns an element into text, and tells the gathering which parts it met."""

    def __init__(self, gathering: Gathering, styles: Styles) -> None:
        self._gathering = gathering
        self._styles = styles
        self._out: list[str] = []
        self._boxes: list[str] = []
        self._fields: list[bool] = []  # of each field around this place: whether its result has begun
        self._paragraph_hidden = False
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            "w:p": self._paragraph,
            "w:r": self._run,
            "w:t": self._text,
            "m:t": self._text,
            "w:br": self._break,
            "w:sym": self._symbol,
            "w:fldChar": self._field_mark,
            "w:tbl": self._table,
            "w:sdt": self._content_control,
            "w:ins": self._inserted,
            "w:moveTo": self._inserted,
            "w:del": self._struck,
            "w:moveFrom": self._struck,
            "w:txbxContent": self._box,
            "a:p": self._drawn_paragraph,
            "v:textpath": self._word_art,
            "mc:AlternateContent": self._alternatives,
        }

    def text_of(self, root: etree._Element) -> str:
        """The text of a story, one line a paragraph or table row."""
        marks = [attribute(mark, "fldCharType") for mark in root.iter("{*}fldChar")]
        self._fields = []
        self._keep_fields = marks.count("begin") == marks.count("end")
        self._boxes = []
        return self._captured(root) + "".join(self._boxes)

    def holds_text(self, element: etree._Element) -> bool:
        """Whether there is anything to read in it, struck or not."""
        texts = element.iter("{*}t", "{*}delText")
        return any(characters_of(text).strip() for text in texts)

    def _walk(self, element: etree._Element) -> None:
        name = name_of(element)
        handler = self._handlers.get(name)
        if handler is not None:
            handler(element)
        elif name in _FIXED:
            self._write(_FIXED[name])
        elif name not in _SKIPPED:
            if name in _NOT_READ:
                self._gathering.found(_NOT_READ[name])
            self._descend(element)

    def _descend(self, element: etree._Element) -> None:
        for child in element:
            self._walk(child)

    def _captured(self, element: etree._Element) -> str:
        outer, self._out = self._out, []
        self._descend(element)
        inner, self._out = self._out, outer
        return "".join(inner)

    def _write(self, text: str) -> None:
        if self._keep_fields and not all(self._fields):
            if text.strip():
                self._gathering.found("field codes")  # what { IF … } compares, not what it shows
            return
        self._out.append(text)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = child_of(paragraph, "w:pPr")
        style = child_of(properties, "w:pStyle")
        mark = child_of(properties, "w:rPr")
        if child_of(properties, "w:numPr") is not None:
            self._gathering.found("list numbers")  # Word counts them itself: no part of the file holds them
        outer_boxes, self._boxes = self._boxes, []
        outer_hidden, self._paragraph_hidden = (
            self._paragraph_hidden,
            style is not None and self._styles.hides(attribute(style, "val")),
        )
        self._descend(paragraph)
        if child_of(mark, "w:del") is None:  # where the mark is struck, the next paragraph joins this one
            self._out.append("\n")
        self._out += self._boxes
        self._boxes, self._paragraph_hidden = outer_boxes, outer_hidden

    def _run(self, run: etree._Element) -> None:
        if not self._is_hidden(run):
            self._descend(run)
            return
        if self.holds_text(run):
            self._gathering.found("hidden text")
        for child in run:
            if name_of(child) == "w:fldChar":
                self._field_mark(child)

    def _is_hidden(self, run: etree._Element) -> bool:
        properties = child_of(run, "w:rPr")
        hidden = is_on(properties, "w:vanish")
        if hidden is not None:
            return hidden
        style = child_of(properties, "w:rStyle")
        if style is not None and self._styles.hides(attribute(style, "val")):
            return True
        return self._paragraph_hidden

    def _text(self, element: etree._Element) -> None:
        text = characters_of(element)
        self._write(text.replace("\n", " ").replace("\r", " "))  # Word shows line ends inside w:t as blanks

    def _break(self, element: etree._Element) -> None:
        self._write("\f" if attribute(element, "type") == "page" else "\n")

    def _symbol(self, element: etree._Element) -> None:
        code = attribute(element, "char")
        try:
            self._write(symbols.character(attribute(element, "font"), int(code, 16)))
        except ValueError:
            self._write("\ufffd")

    def _field_mark(self, mark: etree._Element) -> None:
        match attribute(mark, "fldCharType"):
            case "begin":
                self._write(_form_answer(child_of(mark, "w:ffData")))
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()

    def _table(self, table: etree._Element) -> None:
        self._gathering.used("table")
        for row in _nearest(table, "w:tr"):
            properties = child_of(row, "w:trPr")
            if child_of(properties, "w:del") is not None:
                self._struck(row)
                continue
            cells = (self._captured(cell).strip("\n") for cell in _nearest(row, "w:tc"))
            self._out.append("\t".join(cells) + "\n")

    def _content_control(self, control: etree._Element) -> None:
        content = child_of(control, "w:sdtContent")
        if content is not None:
            if self.holds_text(content):
                self._gathering.used("content control")
            self._descend(content)

    def _inserted(self, element: etree._Element) -> None:
        if self.holds_text(element):
            self._gathering.used("tracked insertion")
        self._descend(element)

    def _struck(self, element: etree._Element) -> None:
        if self.holds_text(element):
            self._gathering.found("tracked deletion")

    def _box(self, content: etree._Element) -> None:
        """A text box reads after the paragraph that it hangs on."""
        outer_fields, self._fields = self._fields, []
        text = self._captured(content)
        self._fields = outer_fields
        if text.strip():
            self._gathering.used("text box")
            self._boxes.append(text)

    def _drawn_paragraph(self, paragraph: etree._Element) -> None:
        text = "".join(characters_of(text) for text in paragraph.iter("{*}t"))
        if text.strip():
            self._gathering.used("drawing")
            self._boxes.append(text + "\n")

    def _word_art(self, path: etree._Element) -> None:
        text = attribute(path, "string")
        if text.strip():
            self._gathering.used("word art")
            self._boxes.append(text + "\n")

    def _alternatives(self, element: etree._Element) -> None:
        """One content for new programs and one for old: the first that has text, never both."""
        for alternative in element:
            if name_of(alternative) == "mc:Choice" and _speaks(alternative):
                self._descend(alternative)
                return
        fallback = child_of(element, "mc:Fallback")
        if fallback is not None:
            self._descend(fallback)


def _nearest(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also where a content control or a change stands around them."""
    for child in element:
        child_name = name_of(child)
        if child_name == name:
            yield child
        elif child_name not in ("w:tbl", "w:p", "w:del", "w:moveFrom") and child_name not in _SKIPPED:
            yield from _nearest(child, name)


def _speaks(element: etree._Element) -> bool:
    """Whether there is text in it, also such as stands in attributes."""
    return any(name_of(one) in ("w:t", "a:t", "m:t", "w:sym", "v:textpath") for one in element.iter())


def _form_answer(data: etree._Element | None) -> str:
    """The state of an old form's tick box, or the chosen line of its list; a text answer is the field's result."""
    box, choices = child_of(data, "w:checkBox"), child_of(data, "w:ddList")
    if box is not None:
        checked = is_on(box, "w:checked")
        return "☒" if (is_on(box, "w:default") if checked is None else checked) else "☐"
    if choices is None:
        return ""
    result = child_of(choices, "w:result")
    chosen = attribute(result, "val") if result is not None else "0"
    lines = [attribute(line, "val") for line in choices if name_of(line) == "w:listEntry"]
    return lines[int(chosen)] if chosen.isdecimal() and int(chosen) < len(lines) else ""
