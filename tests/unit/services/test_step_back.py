"""Going back to an older version of the tables: backed up, refused where it would lose something, read again after."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.analysis_models import Grade
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.runtime import key_locks
from nexus_desktop.services.application import Application
from nexus_desktop.storage import migrator, sqlcipher
from nexus_desktop.storage.database import Database
from tests.letters import LETTER
from tests.unit.services.stores import quiet

PASSPHRASE = "four words not together"
REASON = "The letter only repeats the conclusion and gives no mechanism."


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


def started() -> Application:
    return Bootstrap().open(PASSPHRASE)


def analyzed(application: Application) -> str:
    letters = application.letters
    preparation = letters.open_text(LETTER, Level.MODERATE, ClientFields(), quiet, Event())
    return letters.analyze(preparation, letters.accept_all(preparation, "test"), quiet, Event()).record.id


def disagreed(application: Application, analysis_id: str) -> None:
    application.overrides.disagree(analysis_id, ItemId.MR3, Grade.NONE, REASON, ClientFields())


def revision_in(folder: Path, application: Application) -> str | None:
    """Of the file itself, by the key that the store had."""
    vault = application.session._vault
    assert vault is not None
    from nexus_desktop.runtime.key_vault import Credentials

    database = Database(folder / "nexus.db", vault.open(Credentials(PASSPHRASE)).key, busy_seconds=1)
    found = migrator.revision(database)
    database.close()
    return found


def test_where_nothing_is_lost_a_backup_is_made_and_the_older_tables_are_read_again(home: Path) -> None:
    application = started()
    one = analyzed(application)
    application.figures.keep()
    plan = application.step_back.plan("0012", quiet, Event())
    assert (plan.rows, plan.losing) == (0, ())
    backup = application.step_back.go("0012", 0, quiet, Event())
    assert backup.manifest.reason is BackupReason.MIGRATION
    assert (backup.manifest.revision, backup.manifest.analyses) == (sqlcipher.HEAD, 1)
    with pytest.raises(errors.StoreLocked):
        application.letters.show(one)
    application.close()
    assert revision_in(home, application) == "0012"
    again = started()  # brings the tables forward
    assert again.letters.show(one).id == one
    acts = [line.act for line in again.audit.page(20)]
    assert "Store taken back to an older version" in acts
    assert acts.index("Store upgraded") < acts.index("Store taken back to an older version") < acts.index("Backup made")
    assert again.audit.check(quiet, Event()).intact
    again.close()


def test_what_would_be_lost_is_named_and_nothing_is_changed_until_its_number_is_given(home: Path) -> None:
    application = started()
    one = analyzed(application)
    disagreed(application, one)
    application.figures.keep()
    plan = application.step_back.plan("0010", quiet, Event())
    assert [(lost.name, lost.rows) for lost in plan.losing] == [("nexus_overrides", 1)]
    for wrong in (0, 2):
        with pytest.raises(errors.WouldLose) as told:
            application.step_back.go("0010", wrong, quiet, Event())
        assert told.value.numbers == {"rows": 1}
    assert application.backups.listed() == []
    assert application.letters.show(one).id == one
    assert len(application.overrides.of(one)) == 1
    backup = application.step_back.go("0010", 1, quiet, Event())
    application.close()
    assert revision_in(home, application) == "0010"
    Bootstrap().stage_restore(backup.path, PASSPHRASE, None)
    again = started()  # what was lost is in the backup
    assert len(again.overrides.of(one)) == 1
    assert again.audit.check(quiet, Event()).intact
    again.close()


def test_columns_that_an_older_version_lacks_count_too() -> None:
    application = started()
    one = analyzed(application)
    application.matters.create("2026-014", "C-7")
    application.matters.assign(one, "2026-014")
    lost = {row.name: row.rows for row in application.step_back.plan("0003", quiet, Event()).losing}
    assert lost["nexus_letters.matter_id"] == lost["nexus_matters"] == 1
    assert "nexus_matters.client" not in lost  # told with its table
    assert not {name for name in lost if name.startswith(("nexus_search", "nexus_documents", "nexus_keys"))}
    assert not {"nexus_prompt_versions", "nexus_retention"} & set(lost)  # those that ship; no days were set
    application.close()


@pytest.mark.parametrize("version", [sqlcipher.HEAD, "9999", "base", "-1", ""])
def test_only_older_versions_can_be_gone_back_to(version: str) -> None:
    application = started()
    with pytest.raises(errors.VersionUnknown):
        application.step_back.go(version, 0, quiet, Event())
    assert application.step_back.versions()[0] < application.step_back.version
    application.close()


def test_a_version_that_could_not_follow_the_trail_is_refused(home: Path) -> None:
    application = started()
    application.keys.change_database_key(PASSPHRASE, None, quiet)
    with pytest.raises(errors.NoWayBack):
        application.step_back.plan("0001", quiet, Event())
    assert application.audit.check(quiet, Event()).intact
    assert list(home.glob(".nexus-work-*")) == []
    application.close()
    assert revision_in(home, application) == sqlcipher.HEAD


def test_without_room_for_a_backup_nothing_is_changed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    application = started()
    one = analyzed(application)
    import shutil

    usage = shutil.disk_usage(home)
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(errors.DiskFull):
        application.step_back.go("0012", 0, quiet, Event())
    assert application.letters.show(one).id == one
    application.close()
    assert revision_in(home, application) == sqlcipher.HEAD


def test_another_process_at_the_store_stops_it(home: Path) -> None:
    application = started()
    hold = (
        "import sys; from pathlib import Path; from nexus_desktop.runtime.folder_lock import FolderLock; "
        "lock = FolderLock(Path(sys.argv[1])); print(lock.share(), flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(home / "store.lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout is not None
    other.stdout.readline()
    with pytest.raises(errors.StoreInUse):
        application.step_back.go("0012", 0, quiet, Event())
    other.communicate()
    application.step_back.go("0012", 0, quiet, Event())
    application.close()
