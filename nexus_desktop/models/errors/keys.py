"""What can be wrong with the key of the database and where it is kept."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, PersonCanFix


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


class ServiceKeyMissing(PersonCanFix):
    code = "servicekey.missing"
    category = ErrorCategory.SECURITY
    text = "No key is kept for this service."
    next_step = "Enter the key that the service gave you."


class ServiceKeyInvalid(PersonCanFix):
    code = "servicekey.invalid"
    category = ErrorCategory.SECURITY
    text = "This does not look like a key: it must be one line of at most {limit} plain characters."
    next_step = "Copy the key again from the page of the service."
