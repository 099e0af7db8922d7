"""Text of a Word document: every part of it that holds text, in the order of the printed page.

python-docx leaves out tracked insertions, text boxes, content controls, footnotes and comments. What is not read here
cannot be redacted, so every XML part under word/ is looked at, and what is left out is named.

The text is what a reader sees once all changes are accepted: insertions stand in place, while deletions and hidden
text are found and not used, because the author took them out of the letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.letters.docx_package import Package
from nexus_desktop.letters.docx_story import Styles, Walker, attribute, characters_of, name_of
from nexus_desktop.letters.extract import Extract, Gathering, PageDone, ReadingLimits
from nexus_desktop.models.errors import LetterCorrupt
from nexus_desktop.models.letter_models import LetterKind

if TYPE_CHECKING:
    from lxml import etree

_NOTES = {"footnotes": "footnotes", "endnotes": "endnotes"}
_RULES = ("separator", "continuationSeparator", "continuationNotice")  # lines between text and notes
_WITHOUT_TEXT = (
    *("styles", "settings", "fonts", "numbering", "webSettings", "theme", "people", "recipients", "tcg"),
    *("commentsEx", "commentsIds", "commentsExtensible", "chartStyle", "colorStyle"),
    *("layoutDef", "styleDef", "colorsDef", "drawing"),  # of a diagram, whose text is in its dataModel
)
_BESIDE = (  # folders whose text is not read, by what a person would call it
    ("docprops/", "document properties"),
    ("customxml/item", "custom data"),
    ("word/embeddings/", "embedded object"),
    ("word/vbaproject", "macros"),
    ("word/media/", "picture"),
)


def read(data: bytes, limits: ReadingLimits, page_done: PageDone) -> Extract:
    """The text of a DOCX. Raises LetterCorrupt, LetterHasPassword, LetterKindUnknown, LetterUnpacksTooLarge,
    LetterTooLong, LetterEmpty or LetterNeedsOcr."""
    package = Package(data, limits)
    main = package.main_name()
    roots = {name: package.xml(name) for name in package.names("word/", ".xml")}
    if main not in roots:
        roots[main] = package.xml(main)
    gathering = Gathering(limits.characters)
    walker = Walker(gathering, Styles(root for root in roots.values() if name_of(root) == "w:styles"))
    body = roots.pop(main).find("{*}body")
    if body is None:
        raise LetterCorrupt
    gathering.add("body", walker.text_of(body))
    _read_headers(package, main, body, roots, gathering, walker)
    for root in roots.values():
        _read_part(root, gathering, walker)
    for folder, part in _BESIDE:
        if any(package.names(folder)):
            gathering.found(part)
    extract = gathering.extract(LetterKind.DOCX)
    page_done(1, 1)
    return extract


def _read_headers(
    package: Package,
    main: str,
    body: etree._Element,
    roots: dict[str, etree._Element],
    gathering: Gathering,
    walker: Walker,
) -> None:
    """Headers and footers in the order in which sections name them; one that no section names is not printed."""
    relations = package.relations(main)
    for reference in body.iter("{*}headerReference", "{*}footerReference"):
        _, target = relations.get(attribute(reference, "id"), ("", ""))
        root = roots.pop(target, None)
        if root is not None:
            gathering.add("header" if name_of(root) == "w:hdr" else "footer", walker.text_of(root))
    for name, root in list(roots.items()):
        if name_of(root) in ("w:hdr", "w:ftr"):
            del roots[name]
            if walker.holds_text(root):
                gathering.found("unused header or footer")


def _read_part(root: etree._Element, gathering: Gathering, walker: Walker) -> None:
    local = name_of(root).rpartition(":")[2]
    if local in _NOTES:
        for note in root:
            if attribute(note, "type") not in _RULES:
                gathering.add(_NOTES[local], walker.text_of(note))
    elif local == "comments":
        for comment in root:
            gathering.add("comments", walker.text_of(comment))
    elif local == "dataModel":
        gathering.add("diagram", walker.text_of(root))
    elif local == "chartSpace":
        gathering.add("chart", walker.text_of(root))
    elif local == "glossaryDocument":
        gathering.found("building blocks")
    elif local not in _WITHOUT_TEXT and characters_of(root).strip():
        gathering.found("other parts")
