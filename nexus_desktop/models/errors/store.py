"""What can be wrong with the database and its folder."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, MachineFailed, PersonCanFix


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


class VersionUnknown(PersonCanFix):
    code = "database.version_unknown"
    category = ErrorCategory.DATABASE
    text = "There is no older version of the tables with this number."
    next_step = "`nexus-desktop database status` lists those that there are. Nothing was changed."


class NoWayBack(PersonCanFix):
    code = "database.no_way_back"
    category = ErrorCategory.DATABASE
    text = "The tables of that version cannot hold what is kept here, so nothing was changed."
    next_step = "Choose a later version, or restore the backup that was made before the update."


class WouldLose(PersonCanFix):
    code = "database.would_lose"
    category = ErrorCategory.DATABASE
    text = "Going back would lose {rows} rows that the older tables have no place for, so nothing was changed."
    next_step = "Look at what they are. To go back all the same, give exactly this number; a backup is made first."


class DatabaseBusy(MachineFailed):
    code = "database.busy"
    category = ErrorCategory.DATABASE
    text = "The database is being used by another program and did not answer in time."
    next_step = "Close other windows of Nexus Desktop and programs that copy or scan the data folder, and try again."


class DatabaseReplaced(PersonCanFix):
    code = "database.replaced"
    category = ErrorCategory.DATABASE
    text = "Another program moved or exchanged the database file while it was open, so nothing more is written to it."
    next_step = "Export what is in hand (Ctrl+E), close Nexus Desktop, put the right nexus.db back, and start again."


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


class DatabaseResting(MachineFailed):
    code = "database.resting"
    category = ErrorCategory.DATABASE
    text = "The database failed several times running and is left alone for {seconds} seconds; reading still works."
    next_step = "Keep this window open: what is in hand stays. Save again in a moment, or export it to a file."


class ReviewCopy(PersonCanFix):
    code = "store.review_copy"
    category = ErrorCategory.DATABASE
    text = "This is a copy of a matter for review. It can be read, searched and exported, but not changed."
    next_step = "Open your own data folder to add letters."


class RecordNotFound(PersonCanFix):
    code = "record.not_found"
    category = ErrorCategory.DATABASE
    text = "There is no saved analysis with this number."
    next_step = "Look in the list of analyses for the right one."


class RecordInTrash(PersonCanFix):
    code = "record.in_trash"
    category = ErrorCategory.DATABASE
    text = "This analysis is in the trash. There it can be looked at, and nothing else."
    next_step = "Put it back first, from the trash beside the saved analyses."


class AlreadyRunning(PersonCanFix):
    code = "start.already_running"
    category = ErrorCategory.CONFIGURATION
    text = "Nexus Desktop is already open for this data folder."
    next_step = "Use the window that is open; it has been brought to the front where the system allows it."
