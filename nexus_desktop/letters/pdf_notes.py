"""Form fields and remarks of a PDF, which lie beside the text of its pages."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

_INDEX = re.compile(r"\[\d+\]")
_CHECKABLE = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_VALUED = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_SILENT = (pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_LINK)  # a popup repeats its parent
_PICTURED = (pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_INK)


@dataclass(slots=True)
class Fields:
    """Answers met so far: one field may stand on many pages and is read once."""

    met: set[tuple[str, str]] = field(default_factory=set)


@dataclass(slots=True)
class Notes:
    """``lines`` are (part, text); ``left_out`` names parts that were seen and not read."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, fields: Fields) -> Notes:
    """What stands in the fields and remarks of one page."""
    notes = Notes()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            _read_one(document, note, fields, notes)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return notes


def parts_of_document(document: pypdfium2.PdfDocument) -> list[str]:
    """Text that a PDF holds outside its pages, and that is not read."""
    parts = []
    if document.count_attachments():
        parts.append("attachments")
    if any(document.get_metadata_dict(skip_empty=True).get(key) for key in ("Title", "Author", "Subject", "Keywords")):
        parts.append("document properties")
    if pdfium.FPDFBookmark_GetFirstChild(document, None):
        parts.append("bookmarks")
    if document.get_formtype() in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        parts.append("xfa form")
    return parts


def _read_one(document: pypdfium2.PdfDocument, note: object, fields: Fields, notes: Notes) -> None:
    subtype = pdfium.FPDFAnnot_GetSubtype(note)
    if subtype in _SILENT:
        return
    hidden = bool(pdfium.FPDFAnnot_GetFlags(note) & pdfium.FPDF_ANNOT_FLAG_HIDDEN)
    if subtype == pdfium.FPDF_ANNOT_WIDGET:
        part = "form fields"
        line = _field(document.formenv, note, fields, notes) if document.formenv else ""
    else:
        part = "annotations"
        line = _wide(lambda *room: pdfium.FPDFAnnot_GetStringValue(note, b"Contents", *room))
        if not line.strip() and subtype in _PICTURED:
            notes.left_out.append("stamps and drawings")
    if line.strip():
        if hidden:
            notes.left_out.append(f"hidden {part}")
        else:
            notes.lines.append((part, line))


def _field(form: object, note: object, fields: Fields, notes: Notes) -> str:
    """``label: value`` of a field, ``[x] label`` of a ticked box, nothing of one that is empty."""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, note)
    name = _wide(lambda *room: pdfium.FPDFAnnot_GetFormFieldName(form, note, *room))
    label = _wide(lambda *room: pdfium.FPDFAnnot_GetFormFieldAlternateName(form, note, *room)).strip()
    label = label or _INDEX.sub("", name.rpartition(".")[2])  # the tooltip is written for people, the name seldom
    if kind in _VALUED:
        value = _wide(lambda *room: pdfium.FPDFAnnot_GetFormFieldValue(form, note, *room))
        line = f"{label}: {value}" if value.strip() else ""
    elif kind in _CHECKABLE and pdfium.FPDFAnnot_IsChecked(form, note):
        value = _wide(lambda *room: pdfium.FPDFAnnot_GetFormFieldExportValue(form, note, *room))
        line = f"[x] {label}" + (f": {value}" if kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON else "")
    else:
        if kind == pdfium.FPDF_FORMFIELD_SIGNATURE:
            notes.left_out.append("signature field")
        return ""
    if (name, line) in fields.met:
        return ""
    fields.met.add((name, line))
    return line


def _wide(call: Callable[..., int]) -> str:
    """The text of a PDFium call that first tells its size in bytes, with a NUL, and then fills a buffer."""
    size = call(None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    call(buffer, size)
    text = bytes(buffer).decode("utf-16-le", "surrogatepass").rstrip("\x00")
    return text.replace("\f", "\n")  # which would begin a page
