"""A DOCX as a ZIP of XML parts: checked before anything is unpacked, and never unpacked to disk."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from nexus_desktop.models.errors import (
    LetterCorrupt,
    LetterHasPassword,
    LetterKindUnknown,
    LetterUnpacksTooLarge,
)

if TYPE_CHECKING:
    from nexus_desktop.letters.extract import ReadingLimits

_MB = 1024 * 1024
_ENCRYPTED = 0x1  # general purpose bit 0, APPNOTE 4.4.4
_OFFICE_DOCUMENT = "/relationships/officeDocument"  # both of ECMA-376's families end so
_XML = etree.XMLParser(
    resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)


class Package:
    """The parts of a DOCX by name, in lower case and with forward slashes, as OPC compares them."""

    def __init__(self, data: bytes, limits: ReadingLimits) -> None:
        """Raises LetterCorrupt, LetterKindUnknown for another ZIP, LetterHasPassword, LetterUnpacksTooLarge."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise LetterCorrupt from error
        members = self._zip.infolist()
        if len(members) > limits.unpacked_members:
            raise LetterUnpacksTooLarge
        if sum(member.file_size for member in members) > limits.unpacked_mb * _MB:
            raise LetterUnpacksTooLarge
        self._ratio = limits.unpack_ratio
        self._members = {member.filename.replace("\\", "/").lower(): member for member in members}
        if not any(name.startswith("word/") for name in self._members):
            raise LetterKindUnknown
        if len(self._members) < len(members):  # two parts of one name: programs differ in which they show
            raise LetterCorrupt

    def names(self, folder: str, ending: str = "") -> Iterator[str]:
        """Names of the parts below a folder such as ``word/``."""
        return (name for name in self._members if name.startswith(folder) and name.endswith(ending))

    def main_name(self) -> str:
        """The part that holds the body; nearly always ``word/document.xml``."""
        for kind, target in self.relations("").values():
            if kind.endswith(_OFFICE_DOCUMENT) and target in self._members:
                return target
        if "word/document.xml" in self._members:
            return "word/document.xml"
        raise LetterCorrupt

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Id to (type, name of the part) of what a part refers to; the empty name means the package itself."""
        folder, _, file = name.rpartition("/")
        source = posixpath.join(folder, "_rels", f"{file}.rels")
        if source not in self._members:
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", ""),
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/").lower(),
            )
            for one in self.xml(source)
            if one.get("TargetMode") != "External"
        }

    def xml(self, name: str) -> etree._Element:
        """The root of a part. Nothing outside the part is loaded, and no entity is filled in.

        lxml itself refuses more than 256 levels and texts above 10 MB. Raises LetterCorrupt, LetterHasPassword,
        LetterUnpacksTooLarge.
        """
        content = self._content(name)
        try:
            root = etree.fromstring(content, _XML)
        except (etree.XMLSyntaxError, ValueError) as error:
            if getattr(error, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from None
            raise LetterCorrupt from error
        if root.getroottree().docinfo.internalDTD is not None:  # OPC forbids it; only a hostile file defines entities
            raise LetterCorrupt
        return root

    def _content(self, name: str) -> bytes:
        member = self._members[name]
        if member.flag_bits & _ENCRYPTED:
            raise LetterHasPassword
        if member.file_size > _MB and member.file_size > self._ratio * member.compress_size:
            raise LetterUnpacksTooLarge
        try:
            return self._zip.read(member)  # stops at file_size, whatever the packed data holds
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise LetterCorrupt from error
