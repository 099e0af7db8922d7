"""What can be wrong with backups, restores, matters given to co-counsel, and deletion for good."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, MachineFailed, PersonCanFix


class BackupWriteFailed(PersonCanFix):
    code = "backup.not_written"
    category = ErrorCategory.DATABASE
    retryable = True
    text = "The file could not be written there. Nothing that was there before has changed."
    next_step = "Choose a folder that exists and that you can write to, and a name that is not taken."


class BackupDamaged(PersonCanFix):
    code = "backup.damaged"
    category = ErrorCategory.DATABASE
    text = "This file is not a whole backup or matter of Nexus Desktop, or it was changed after it was made."
    next_step = "Choose another one; your present database was not touched."


class BackupNotVerified(MachineFailed):
    code = "backup.not_verified"
    category = ErrorCategory.DATABASE
    text = "The copy that was made did not pass its checks, so it was thrown away."
    next_step = "Look at the Health tab, then try again, to another disk if there is one."


class BackupKeyWrong(PersonCanFix):
    code = "backup.wrong_key"
    category = ErrorCategory.SECURITY
    text = "This backup opens with the passphrase or recovery key that was in force when it was made."
    next_step = "Give that one. Your present database was not touched."


class MatterNotFound(PersonCanFix):
    code = "matter.not_found"
    category = ErrorCategory.DATABASE
    text = "There is no matter with this number."
    next_step = "Look in the list of matters for the right one."


class MatterTaken(PersonCanFix):
    code = "matter.taken"
    category = ErrorCategory.DATABASE
    text = "A matter with this number is there already."
    next_step = "Use that one, or give the new matter a number of its own."


class MatterInvalid(PersonCanFix):
    code = "matter.invalid"
    category = ErrorCategory.DATABASE
    text = "A matter needs a number of at most {limit} characters."
    next_step = "Use the number of your file, and never the name of a client."


class FolderTaken(PersonCanFix):
    code = "matter.folder_taken"
    category = ErrorCategory.DATABASE
    text = "A matter is opened in a folder of its own, and this one is in use."
    next_step = "Choose a new or empty folder."


class OnLegalHold(PersonCanFix):
    code = "retention.on_hold"
    category = ErrorCategory.DATABASE
    text = "{held} analyses are on legal hold, so nothing was deleted."
    next_step = "Lift the hold on the matter first, if you may."


class PlanChanged(PersonCanFix):
    code = "retention.plan_changed"
    category = ErrorCategory.DATABASE
    text = "What is due for deletion has changed since it was shown to you, so nothing was deleted."
    next_step = "Look at the new list and decide again."


class CaseFileInvalid(PersonCanFix):
    code = "matter.case_file_invalid"
    category = ErrorCategory.DATABASE
    text = "The facts kept with this case cannot be read any more; {problems} of their entries are wrong."
    next_step = "Stop keeping client and facts with this case, and enter them anew."


class CaseFileNotKept(PersonCanFix):
    code = "matter.case_file_not_kept"
    category = ErrorCategory.DATABASE
    text = "Nothing of the client is kept with this case, for it was not switched on."
    next_step = "Switch it on in the case first."
