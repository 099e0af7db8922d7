"""What can be wrong with the keys: of the database, and of services."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, MachineFailed, PersonCanFix


class KeyringLocked(PersonCanFix):
    code = "keyring.locked"
    category = ErrorCategory.SECURITY
    text = "The keyring of this machine is locked, so the key of your database could not be read."
    next_step = "Unlock the keyring (or log in again) and start Nexus Desktop once more, or use the recovery key."


class KeyringUnavailable(PersonCanFix):
    code = "keyring.unavailable"
    category = ErrorCategory.SECURITY
    text = "The keyring that holds the key of your database does not answer on this machine."
    next_step = "Log in to the desktop of the account it was set up with, or open the database with the recovery key."


class KeyringResting(MachineFailed):
    code = "keyring.resting"
    category = ErrorCategory.SECURITY
    text = "The keyring of this machine failed several times running and is left alone for {seconds} seconds."
    next_step = "Unlock the keyring or log in again; then try once more. Saved analyses are not affected."


class KeyMissing(PersonCanFix):
    code = "key.missing"
    category = ErrorCategory.SECURITY
    text = "Your database is here, but its key is no longer in the keyring of this machine."
    next_step = "Open it with the recovery key, or restore the keyring of this account. Nothing was changed."


class PassphraseNeeded(PersonCanFix):
    code = "key.passphrase_needed"
    category = ErrorCategory.SECURITY
    text = "The database is opened with a passphrase, and none was given."
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
    next_step = "Check capital letters and keyboard layout, and try again; or use the recovery key."


class PassphraseNotSet(PersonCanFix):
    code = "key.passphrase_not_set"
    category = ErrorCategory.SECURITY
    text = "No passphrase has been set for this database."
    next_step = "Set one first; until then the keyring of this machine is what opens the database."


class KeySlotDamaged(PersonCanFix):
    code = "key.slot_damaged"
    category = ErrorCategory.SECURITY
    text = "The file that holds the locked key of your database is damaged or missing."
    next_step = "Put back the file keyslot.json from a backup. The database was not changed."


class LastWayIn(PersonCanFix):
    code = "key.last_way_in"
    category = ErrorCategory.SECURITY
    text = "That would take away the last thing that opens the database at a start."
    next_step = "Set a passphrase or put the key into the keyring first."


class RecoveryKeyNeeded(PersonCanFix):
    code = "key.recovery_needed"
    category = ErrorCategory.SECURITY
    text = "Open your database with the recovery key."
    next_step = "Type all groups as they are printed. Afterwards you can choose a new passphrase."


class RecoveryKeyIncomplete(PersonCanFix):
    code = "key.recovery_incomplete"
    category = ErrorCategory.SECURITY
    text = "A recovery key has {wanted} characters; {typed} were typed."
    next_step = "Type all groups as they are printed. Blanks, dashes and small letters do not matter."


class RecoveryKeyMistyped(PersonCanFix):
    code = "key.recovery_mistyped"
    category = ErrorCategory.SECURITY
    text = "Group {group} of the recovery key has a typing error."
    next_step = "Compare that group with the printed sheet; 0 and O, 1 and I or L count as the same."


class RecoveryKeyWrong(PersonCanFix):
    code = "key.recovery_wrong"
    category = ErrorCategory.SECURITY
    text = "This recovery key is complete, but belongs to another database or was replaced by a newer one."
    next_step = "Look for the sheet with the latest date. Nothing was changed."


class RecoveryKeyNone(PersonCanFix):
    code = "key.recovery_none"
    category = ErrorCategory.SECURITY
    text = "No recovery key has been made for this database."
    next_step = "Open it in the usual way, then make a recovery key and keep the sheet in a safe place."


class RecoveryNotConfirmed(PersonCanFix):
    code = "key.recovery_not_confirmed"
    category = ErrorCategory.SECURITY
    text = "What was typed is not what stands on the sheet, so the recovery key was not put to use."
    next_step = "Look at the sheet again and type the groups that are asked for, or make a new key."


class StoreLocked(PersonCanFix):
    code = "store.locked"
    category = ErrorCategory.SECURITY
    text = "Nexus Desktop is locked, and the key of the database is no longer in memory."
    next_step = "Unlock it and try again."


class StoreInUse(MachineFailed):
    code = "store.in_use"
    category = ErrorCategory.DATABASE
    text = "Another window or command is using this database, and this step needs it alone."
    next_step = "Close the other windows and commands of Nexus Desktop for this data folder, and try again."


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
