"""A document as one HTML page with no script and nothing loaded from anywhere: opens in any browser, prints well."""

from __future__ import annotations

from html import escape
from string import Template

from nexus_desktop.reports.document import (
    Block,
    Document,
    Grid,
    Heading,
    Items,
    Paragraph,
    Quote,
    Verbatim,
)


def render(document: Document, template: str) -> str:
    """The page. ``template`` is one of resources/templates; everything put into it is escaped."""
    return Template(template).substitute(
        title=escape(document.title),
        subtitle=escape(document.subtitle),
        letterhead=_letterhead(document.letterhead.lines),
        mark=f'<p class="mark">{escape(document.mark)}</p>' if document.mark else "",
        blocks="\n".join(_block(block) for block in document.blocks),
        footer=escape(document.footer),
    )


def _letterhead(lines: tuple[str, ...]) -> str:
    if not lines:
        return ""
    rest = "<br>".join(escape(line) for line in lines[1:])
    return f'<p class="letterhead"><strong>{escape(lines[0])}</strong><br>{rest}</p>'


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            return f'<p class="{block.tone.value}">{_lines(block.text)}</p>'
        case Quote():
            place = f' <span class="muted">{escape(block.place)}</span>' if block.place else ""
            return f"<blockquote>“{escape(block.text)}”{place}</blockquote>"
        case Items():
            name = "ol" if block.numbered else "ul"
            return f"<{name}>" + "".join(f"<li>{_lines(entry)}</li>" for entry in block.entries) + f"</{name}>"
        case Grid():
            return _grid(block)
        case Verbatim():
            return f"<pre>{escape(block.text)}</pre>"


def _grid(grid: Grid) -> str:
    def row(cells: tuple[str, ...], tag: str) -> str:
        return "<tr>" + "".join(
            f'<{tag} class="n">{_lines(cell)}</{tag}>' if number in grid.numbers else f"<{tag}>{_lines(cell)}</{tag}>"
            for number, cell in enumerate(cells)
        ) + "</tr>"  # fmt: skip

    head = row(grid.header, "th") if any(grid.header) else ""
    rows = "".join(row(cells, "td") for cells in grid.rows)
    # The attributes are for Qt, which sets the PDF and knows no padding in style sheets; browsers follow the sheet.
    return f'<table width="100%" cellspacing="0" cellpadding="5">{head}{rows}</table>'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
