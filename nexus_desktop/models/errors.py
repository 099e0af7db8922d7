"""Every failure a person may meet: a stable code, one sentence, the next step.

    NexusError
    ├── PersonCanFix     another file, another key, another setting helps
    ├── MachineFailed    the program or the machine is at fault; trying again may help
    └── Cancelled        the person asked for it

Any other exception is a bug. No error holds letter text, a path or a key: the only data allowed are numbers,
named in the sentence as ``{limit}``. Codes never change once released; texts may.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class ErrorCategory(StrEnum):
    """Where a failure belongs, for the log and the health screen."""

    INPUT = "input"
    SECURITY = "security"
    CONFIGURATION = "configuration"
    DATABASE = "database"
    VALIDATION = "validation"
    AI_SERVICE = "ai_service"
    INTERNAL = "internal"


class NexusError(Exception):
    """A failure that was foreseen. Raise a subclass, with the numbers its sentence names."""

    code: ClassVar[str] = "internal.unexpected"
    text: ClassVar[str] = "Something went wrong that this program did not foresee."
    next_step: ClassVar[str] = "Nothing was lost. Try again; if it happens again, quote the code."
    category: ClassVar[ErrorCategory] = ErrorCategory.INTERNAL
    retryable: ClassVar[bool] = False

    def __init__(self, **numbers: float) -> None:
        self.numbers = numbers
        super().__init__(self.code)

    @property
    def sentence(self) -> str:
        """What happened, in words for a person."""
        return self.text.format(**{name: f"{value:,.10g}" for name, value in self.numbers.items()})

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence}"


class PersonCanFix(NexusError):
    """Another file, another key or another setting helps."""

    category = ErrorCategory.INPUT


class MachineFailed(NexusError):
    """The program or the machine is at fault; what the person did was right."""

    retryable = True


class Cancelled(NexusError):
    """The person asked for it. Shown in the status line, never in a dialog."""

    code = "cancelled"
    text = "Cancelled."
    next_step = "Start again whenever you like; nothing was kept of the cancelled work."


def every_error(root: type[NexusError] = NexusError) -> list[type[NexusError]]:
    """All leaves of the tree that are loaded, by code: for the help page and for tests."""
    leaves: list[type[NexusError]] = []
    for child in root.__subclasses__():
        leaves += every_error(child) if child.__subclasses__() else [child]
    return sorted(leaves, key=lambda error: error.code)


# --- the letter ------------------------------------------------------------------------------------------------


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


class LetterReaderStopped(MachineFailed):
    code = "letter.reader_stopped"
    category = ErrorCategory.SECURITY
    text = "Reading this file took too much memory or time and was stopped. Some hostile files are made that way."
    next_step = "If you trust the file, print it to a new PDF and add that."


class LetterReaderFailed(MachineFailed):
    code = "letter.reader_failed"
    text = "The part of this program that reads letters could not be started."
    next_step = "Restart the program; if it happens again, install it anew, and see that no virus scanner blocks it."


# --- de-identification -------------------------------------------------------------------------------------------


class ReviewIncomplete(PersonCanFix):
    code = "review.incomplete"
    category = ErrorCategory.SECURITY
    text = "{left} possible identifiers have not been decided yet."
    next_step = "Decide for each whether it is removed or kept; then analyze."


class ReviewMismatch(MachineFailed):
    code = "review.mismatch"
    category = ErrorCategory.SECURITY
    text = "The decisions do not belong to this letter, so nothing was done with it."
    next_step = "Add the letter again and review it."


class ResidualIdentifier(PersonCanFix):
    code = "review.residual"
    category = ErrorCategory.SECURITY
    text = "After redaction, {left} places still look like known identifiers of the client."
    next_step = "Look through the redacted text and mark what is left, then analyze."


class ClientFieldsInvalid(PersonCanFix):
    code = "client.invalid"
    category = ErrorCategory.CONFIGURATION
    text = "The client file is not readable as known client fields."
    next_step = 'Use JSON or YAML with lists: {{"names": [...], "ssn": [...], "dob": [...], "va_file": [...]}}.'


# --- settings ----------------------------------------------------------------------------------------------------


class ConfigurationInvalid(PersonCanFix):
    code = "configuration.invalid"
    category = ErrorCategory.CONFIGURATION
    text = "A configuration file has an error in line {line}, so its rules could not be trusted."
    next_step = "Restore the file that came with the program, or correct the line; the Health tab names the file."

    def __init__(self, file: str, line: int, detail: str) -> None:
        """``file`` is the name of a governed file, ``line`` counts from 1, ``detail`` says which rule is broken."""
        super().__init__(line=line)
        self.file, self.line, self.detail = file, line, detail


class ConfigurationMissing(PersonCanFix):
    code = "configuration.missing"
    category = ErrorCategory.CONFIGURATION
    text = "A configuration file that came with the program is missing."
    next_step = "Install the program again; your data stays where it is."


# --- keys and store ----------------------------------------------------------------------------------------------


class KeyringLocked(PersonCanFix):
    code = "keyring.locked"
    category = ErrorCategory.SECURITY
    text = "The keyring of this machine is locked, so the key of your database could not be read."
    next_step = "Unlock the keyring (or log in again) and start Nexus Desktop once more."


class KeyringUnavailable(PersonCanFix):
    code = "keyring.unavailable"
    category = ErrorCategory.SECURITY
    text = "The keyring that holds the key of your database does not answer on this machine."
    next_step = "Log in to the desktop of the account it was set up with, and start Nexus Desktop there."


class KeyMissing(PersonCanFix):
    code = "key.missing"
    category = ErrorCategory.SECURITY
    text = "Your database is here, but its key is no longer in the keyring of this machine."
    next_step = "Restore the keyring of this account, or a backup of the database with its key. Nothing was changed."


class PassphraseNeeded(PersonCanFix):
    code = "key.passphrase_needed"
    category = ErrorCategory.SECURITY
    text = "No keyring works on this machine, so the database is opened with a passphrase, and none was given."
    next_step = "Start the program where it can ask for the passphrase, or give a passphrase file."


class PassphraseTooShort(PersonCanFix):
    code = "key.passphrase_short"
    category = ErrorCategory.SECURITY
    text = "The passphrase needs at least {limit} characters."
    next_step = "Take four or more words that do not belong together."


class PassphraseWrong(PersonCanFix):
    code = "key.passphrase_wrong"
    category = ErrorCategory.SECURITY
    text = "This passphrase does not open the database."
    next_step = "Check capital letters and keyboard layout, and try again."


class KeySlotDamaged(PersonCanFix):
    code = "key.slot_damaged"
    category = ErrorCategory.SECURITY
    text = "The file that holds the locked key of your database is damaged or missing."
    next_step = "Put back the file keyslot.json from a backup. The database was not changed."


class DatabaseWrongKey(PersonCanFix):
    code = "database.wrong_key"
    category = ErrorCategory.SECURITY
    text = "The key on this machine does not open this database."
    next_step = "Put back the database and the key that belong together. Nothing was changed."


class DatabaseMissing(PersonCanFix):
    code = "database.missing"
    category = ErrorCategory.DATABASE
    text = "The database that belongs to this data folder is gone, or has been emptied."
    next_step = "Put back nexus.db from a backup. To begin anew instead, move the whole data folder away first."


class DatabaseDamaged(MachineFailed):
    code = "database.damaged"
    category = ErrorCategory.DATABASE
    retryable = False
    text = "The database is damaged and was not opened further."
    next_step = "Copy the data folder to a safe place first, then restore your last backup."


class DatabaseNewer(PersonCanFix):
    code = "database.newer"
    category = ErrorCategory.DATABASE
    text = "This database was written by a newer version of Nexus Desktop."
    next_step = "Install that version or a later one. Nothing was changed."


class DatabaseBusy(MachineFailed):
    code = "database.busy"
    category = ErrorCategory.DATABASE
    text = "The database is being used by another program and did not answer in time."
    next_step = "Close other windows of Nexus Desktop and programs that copy or scan the data folder, and try again."


class DatabaseReadOnly(PersonCanFix):
    code = "database.read_only"
    category = ErrorCategory.DATABASE
    text = "The data folder cannot be written to, so nothing can be kept."
    next_step = "Check the permissions of the data folder, or start with NEXUS_HOME set to a folder of your own."


class DiskFull(PersonCanFix):
    code = "database.disk_full"
    category = ErrorCategory.DATABASE
    retryable = True
    text = "The disk is full, so this could not be kept. What was there before is safe."
    next_step = "Free some space and save again."


class DatabaseFailed(MachineFailed):
    code = "database.failed"
    category = ErrorCategory.DATABASE
    text = "The database could not do what was asked of it."
    next_step = "Try again; if it happens again, restart the program and look at the Health tab."


class RecordNotFound(PersonCanFix):
    code = "record.not_found"
    category = ErrorCategory.DATABASE
    text = "There is no saved analysis with this number."
    next_step = "Look in the list of analyses for the right one."


class AlreadyRunning(PersonCanFix):
    code = "start.already_running"
    category = ErrorCategory.CONFIGURATION
    text = "Nexus Desktop is already open for this data folder."
    next_step = "Use the window that is open; it has been brought to the front where the system allows it."


# --- analysis and output --------------------------------------------------------------------------------------------


class AnalysisInvalid(MachineFailed):
    code = "analysis.invalid"
    category = ErrorCategory.VALIDATION
    retryable = False
    text = "The analysis broke {problems} of its own rules and is not shown, because it could mislead."
    next_step = "Read the letter yourself, and report the code together with the version of the program."


class ExportFailed(PersonCanFix):
    code = "export.failed"
    category = ErrorCategory.INPUT
    text = "The report could not be written there."
    next_step = "Choose another folder or name; the analysis itself is kept."


class ExportExists(PersonCanFix):
    code = "export.exists"
    text = "A file with this name is already there, and it was not overwritten."
    next_step = "Choose another name."
