"""PDF files of a few hundred bytes, written by hand: every byte of a test document is known."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")  # ISO 32000-1, 7.6.3.3


class PdfFile:
    """Objects by number, from 1; ``build`` writes them with a cross-reference table."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def add(self, body: bytes = b"") -> int:
        """A new object; its number."""
        self._objects.append(body)
        return len(self._objects)

    def put(self, number: int, body: bytes) -> None:
        """The body of an object whose number was needed before."""
        self._objects[number - 1] = body

    def stream(self, data: bytes, more: bytes = b"") -> int:
        """A new stream object; its number."""
        return self.add(stream(data, more))

    def build(self, root: int, trailer: bytes = b"") -> bytes:
        """The bytes of the file."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self._objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        for offset in offsets:
            out += b"%010d 00000 n \n" % offset
        out += b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(offsets) + 1,
            root,
            trailer,
            start,
        )
        return bytes(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """The body of a stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), more, data)


def lines(*texts: bytes, size: float = 12) -> bytes:
    """A page's content: one line of text under the other."""
    shown = b" 0 -14 Td ".join(b"(%s) Tj" % text for text in texts)
    return b"BT /F1 %g Tf 72 720 Td %s ET" % (size, shown)


def pdf(
    *contents: bytes,
    box: bytes = b"[0 0 612 792]",
    annotations: Sequence[bytes] = (),
    fields: Sequence[bytes] = (),
    catalog: bytes = b"",
    info: bytes = b"",
    extra: Sequence[bytes] = (),
) -> bytes:
    """A PDF with one page for each content stream.

    ``annotations`` and ``fields`` stand on the first page. ``extra`` objects have the numbers from 5 on; /I1 on every
    page is a small grey picture.
    """
    file = PdfFile()
    root, pages, font, picture = (file.add() for _ in range(4))
    for body in extra:
        file.add(body)
    file.put(font, FONT)
    file.put(
        picture,
        stream(b"\x80" * 64, b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"),
    )
    notes = [file.add(b"<</Type/Annot/Rect[9 9 99 30]%s>>" % body) for body in annotations]
    widgets = [file.add(b"<</Type/Annot/Subtype/Widget/Rect[9 9 99 30]%s>>" % body) for body in fields]
    kids = []
    for index, content in enumerate(contents):
        on_page = b" ".join(b"%d 0 R" % number for number in (notes + widgets if index == 0 else []))
        body = b"<</Type/Page/Parent %d 0 R/MediaBox%s/Contents %d 0 R/Annots[%s]" % (
            pages,
            box,
            file.stream(content),
            on_page,
        )
        kids.append(file.add(body + b"/Resources<</Font<</F1 %d 0 R>>/XObject<</I1 %d 0 R>>>>>>" % (font, picture)))
    file.put(pages, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)))
    if widgets:
        catalog += b"/AcroForm<</Fields[%s]>>" % b" ".join(b"%d 0 R" % number for number in widgets)
    file.put(root, b"<</Type/Catalog/Pages %d 0 R%s>>" % (pages, catalog))
    return file.build(root, b"/Info %d 0 R" % file.add(b"<<%s>>" % info) if info else b"")


def encrypted(content: bytes, user: bytes = b"", owner: bytes = b"owner") -> bytes:
    """A page locked with 40-bit RC4, ISO 32000-1 7.6.3: with no user password it opens, and only the owner is asked."""
    identity = b"0123456789abcdef"
    rights = (-44).to_bytes(4, "little", signed=True)
    by_owner = _rc4(hashlib.md5(_padded(owner)).digest()[:5], _padded(user))
    key = hashlib.md5(_padded(user) + by_owner + rights + identity).digest()[:5]
    number = 4
    of_object = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
    file = PdfFile()
    file.add(b"<</Type/Catalog/Pages 2 0 R>>")
    file.add(b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
    file.add(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 %s>>>>>>"
        % FONT.replace(b"/Encoding/WinAnsiEncoding", b"")
    )
    file.stream(_rc4(of_object, content))
    hexes = (by_owner.hex().encode(), _rc4(key, _PAD).hex().encode(), identity.hex().encode(), identity.hex().encode())
    return file.build(1, b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -44>>/ID[<%s><%s>]" % hexes)


def _padded(password: bytes) -> bytes:
    return (password + _PAD)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for index in range(256):
        other = (other + state[index] + key[index % len(key)]) & 255
        state[index], state[other] = state[other], state[index]
    out = bytearray()
    first = second = 0
    for byte in data:
        first = (first + 1) & 255
        second = (second + state[first]) & 255
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) & 255])
    return bytes(out)


def nameless_font(page: bytes) -> bytes:
    """The same page with a font that tells shapes by number and never says which letters they are."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Any/Encoding/Identity-H/DescendantFonts[<</Type/Font"
    font += (
        b"/Subtype/CIDFontType2/BaseFont/AAAAAA+Any/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    )
    font += b"/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+Any/Flags 4>>>>]>>"
    return page.replace(FONT, font)


def self_drawing_form() -> bytes:
    """A form of 300 lines that draws itself on each: PDFium follows until memory ends (23 GB, when not stopped)."""
    draws = b"q 1 0 0 1 1 1 cm /X0 Do Q BT /F1 9 Tf (again) Tj ET " * 300
    file = PdfFile()
    file.add(b"<</Type/Catalog/Pages 2 0 R>>")
    file.add(b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
    resources = b"/Resources<</Font<</F1 %s>>/XObject<</X0 5 0 R/X1 6 0 R>>>>" % FONT
    file.add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R%s>>" % resources)
    file.stream(b"/X0 Do")
    packed = zlib.compress(draws.replace(b"/X0", b"/X1"), 9)
    file.stream(packed, b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Filter/FlateDecode" + resources)
    file.stream(zlib.compress(draws, 9), b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Filter/FlateDecode" + resources)
    return file.build(1)


def double_flate(megabytes: int) -> bytes:
    """Blanks packed twice: a page of a few KB that unpacks to so many megabytes."""
    packer = zlib.compressobj(9)
    blanks = b" " * (1024 * 1024)
    once = b"".join(packer.compress(blanks) for _ in range(megabytes)) + packer.flush()
    return _packed_page(zlib.compress(once, 9), b"[/FlateDecode/FlateDecode]")


def endless_page(characters: int) -> bytes:
    """One page with so many characters of text, packed about 1:300."""
    packer = zlib.compressobj(9)
    line = b"(" + b"x" * 998 + b") Tj\n"
    packed = packer.compress(b"BT /F1 9 Tf 9 9 Td ")
    packed += b"".join(packer.compress(line) for _ in range(characters // 998)) + packer.compress(b"ET")
    return _packed_page(packed + packer.flush(), b"/FlateDecode")


def _packed_page(packed: bytes, filters: bytes) -> bytes:
    file = PdfFile()
    file.add(b"<</Type/Catalog/Pages 2 0 R>>")
    file.add(b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
    file.add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 %s>>>>>>" % FONT)
    file.stream(packed, b"/Filter" + filters)
    return file.build(1)
