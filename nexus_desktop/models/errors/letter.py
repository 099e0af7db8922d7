"""What can be wrong with a file or text that was added as a letter."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, MachineFailed, PersonCanFix


class LetterNotFound(PersonCanFix):
    code = "letter.not_found"
    text = "This file is not there any more."
    next_step = "Check whether it was moved or renamed, or whether the drive is connected, and add it again."


class LetterNoAccess(PersonCanFix):
    code = "letter.no_access"
    text = "The system does not allow this file to be read."
    next_step = "Close it in other programs, check its permissions, or copy it to your documents and add the copy."


class LetterIsFolder(PersonCanFix):
    code = "letter.folder"
    text = "This is a folder, not a letter."
    next_step = "Open the folder and add the letter inside it."


class LetterNotAFile(PersonCanFix):
    code = "letter.not_a_file"
    text = "This is a device, a pipe or a link to one, not a document."
    next_step = "Add the document itself."


class LetterEmpty(PersonCanFix):
    code = "letter.empty"
    text = "There is no text in this letter."
    next_step = "Check that it opens with text in another program, and add that copy."


class LetterTooLarge(PersonCanFix):
    code = "letter.too_large"
    text = "This file has {size} MB; at most {limit} MB are read."
    next_step = "Save the pages of the letter alone as a new file and add that."


class LetterUnpacksTooLarge(PersonCanFix):
    code = "letter.unpacks_too_large"
    text = "This file unpacks to far more than a letter holds, and was not opened."
    next_step = "If you trust it, open it in your word processor, save it as PDF, and add the PDF."


class LetterTooManyPages(PersonCanFix):
    code = "letter.too_many_pages"
    text = "This document has {pages} pages; at most {limit} are read."
    next_step = "Save the pages of the letter alone as a new file and add that."


class LetterPageTooLarge(PersonCanFix):
    code = "letter.page_too_large"
    text = "Page {page} of this document is larger than {limit} points a side, which no printed page is."
    next_step = "Print the letter to a new PDF with pages of the usual size, and add that."


class LetterTooLong(PersonCanFix):
    code = "letter.too_long"
    text = "This document has more than {limit} characters of text."
    next_step = "Save the pages of the letter alone as a new file and add that."


class LetterHasPassword(PersonCanFix):
    code = "letter.password"
    text = "This file is protected with a password."
    next_step = "Open it in its own program, save a copy without the password, and add the copy."


class LetterCorrupt(PersonCanFix):
    code = "letter.corrupt"
    text = "This file is damaged or incomplete and could not be read as a letter."
    next_step = "Check that it opens in another program; if it does, save it from there as PDF and add that."


class LetterKindUnknown(PersonCanFix):
    code = "letter.unknown_kind"
    text = "This is not a PDF, Word, RTF or text file."
    next_step = "Save the letter as PDF or Word document and add that. Old .doc files: save as .docx."


class LetterOldWord(PersonCanFix):
    code = "letter.old_word"
    text = "This is a Word document of the old kind (.doc), which is not read."
    next_step = "Open it in your word processor, save it as .docx or PDF, and add that."


class LetterWebOrMail(PersonCanFix):
    code = "letter.web_or_mail"
    text = "This is a web page or an e-mail message, not a document."
    next_step = "Open it as you usually do, print it to PDF, and add the PDF."


class LetterNeedsOcr(PersonCanFix):
    code = "letter.needs_ocr"
    text = "This document holds only pictures of pages, with no text to read."
    next_step = "Make its text readable first with a scanner program (OCR, “searchable PDF”), and add that file."


class ScansResting(MachineFailed):
    code = "letter.ocr_resting"
    text = "Reading scans failed several times running and is left alone for {seconds} seconds; other letters are read."
    next_step = "Add the file again in a moment. If it fails again, close other programs to free memory."


class LetterReaderStopped(MachineFailed):
    code = "letter.reader_stopped"
    category = ErrorCategory.SECURITY
    text = "Reading this file took too much memory or time and was stopped. Some hostile files are made that way."
    next_step = "If you trust the file, print it to a new PDF and add that."


class LetterReaderFailed(MachineFailed):
    code = "letter.reader_failed"
    text = "The part of this program that reads letters could not be started."
    next_step = "Restart the program; if it happens again, install it anew, and see that no virus scanner blocks it."


class LongLetterStopped(MachineFailed):
    code = "letter.long_stopped"
    text = "The part of the program that works through letters has stopped."
    next_step = "Try again; if it happens again, close other programs to free memory, or split a long letter."


class LetterChanged(PersonCanFix):
    code = "letter.changed"
    category = ErrorCategory.INPUT
    text = "The file has changed since it was read, so its pages are not those of this text."
    next_step = "Add the file again to read it as it is now."
