"""Tables of RTF: control words that write a character, groups that hold other text, and code pages.

Source: Rich Text Format Specification 1.9.1 (Microsoft, 2008).
"""

from __future__ import annotations

import re

CHARACTERS = {
    b"par": "\n",
    b"line": "\n",
    b"sect": "\n",
    b"column": "\n",
    b"page": "\f",
    b"tab": "\t",
    b"cell": "\t",
    b"nestcell": "\t",
    b"row": "\n",
    b"nestrow": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
}
BREAKS = frozenset((b"par", b"line", b"sect", b"column", b"page", b"cell", b"nestcell", b"row", b"nestrow"))
SIGNS = {b"\\": "\\", b"{": "{", b"}": "}", b"~": "\xa0", b"_": "-", b"\n": "\n", b"\r": "\n"}

PLACES = {
    b"header": "header",
    b"headerl": "header",
    b"headerr": "header",
    b"headerf": "header",
    b"footer": "footer",
    b"footerl": "footer",
    b"footerr": "footer",
    b"footerf": "footer",
    b"footnote": "footnotes",
    b"annotation": "comments",
    b"shptxt": "text box",
    b"dptxbxtext": "text box",
}
ENTERED = frozenset((b"shpinst", b"shp", b"do", b"ud", *PLACES))
"""Groups marked with a star that are read all the same."""

NOT_READ = {
    b"info": "document properties",
    b"pict": "picture",
    b"shppict": "picture",
    b"objdata": "embedded object",
    b"fonttbl": None,
    b"colortbl": None,
    b"stylesheet": None,
    b"filetbl": None,
    b"listtable": None,
    b"listoverridetable": None,
    b"revtbl": None,
    b"nonshppict": None,
    b"nonesttables": None,
    b"shprslt": None,  # the same shape for old programs
    b"sp": None,  # properties of a shape
    b"fldinst": None,
    b"datafield": None,
    b"xe": None,
    b"tc": None,
    b"rxe": None,
    b"txe": None,
    b"template": None,
    b"atnid": None,
    b"atnauthor": None,
    b"ftnsep": None,
    b"ftnsepc": None,
    b"ftncn": None,
    b"aftnsep": None,
    b"aftnsepc": None,
    b"aftncn": None,
}
"""Groups that are passed over, with the part a person is told of, or None where they hold no text of the letter."""

SYMBOL = "symbol"
"""Stands for the code page of fonts that hold signs."""

FAMILIES = {b"mac": "mac-roman", b"pc": "cp437", b"pca": "cp850"}
_CHARSETS = {
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
}
_PAGES = frozenset((437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 936, 949))
_FONT = re.compile(rb"\\(fcharset|cpg|f)([0-9]{1,5})(?![0-9])|([A-Za-z][^\\{};]*);")


def code_page(number: int) -> str:
    """Python's name for the code page of ``\\ansicpg`` and ``\\cpg``; cp1252 where it has none."""
    if number == 65001:
        return "utf-8"
    if number == 10000:
        return "mac-roman"
    return f"cp{number}" if number in _PAGES or number == 950 or 1250 <= number <= 1258 else "cp1252"


def fonts(table: bytes) -> dict[int, tuple[str | None, str]]:
    """Number of a font to its code page (None for that of the document) and its name."""
    found: dict[int, tuple[str | None, str]] = {}
    current: int | None = None
    for word, number, name in _FONT.findall(table):
        if word == b"f":
            current = int(number)
            found[current] = (None, "")
        elif current is not None:
            page, old_name = found[current]
            if word == b"cpg":
                page = code_page(int(number))
            elif word == b"fcharset":
                page = SYMBOL if int(number) == 2 else _CHARSETS.get(int(number), page)
            found[current] = (page, old_name or name.decode("latin-1").strip())
    return found
