"""Locked means closed: no key, no data, and the same store again after it is unlocked. Another key is another key."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nexus_desktop.models import errors
from nexus_desktop.runtime.folder_lock import FolderLock
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.storage.gate import Gate
from nexus_desktop.storage.sqlcipher import opens
from nexus_desktop.storage.store import Store
from tests.unit.storage.stores import KEY, files, keep, keep_many, opened, record

OTHER = b"n" * 32


def test_a_locked_store_answers_nothing_and_holds_no_key(tmp_path: Path) -> None:
    store = opened(tmp_path)
    one = record()
    keep(store, one)
    with store.use() as inside:
        key = inside.key
    store.lock()
    assert store.is_locked
    with pytest.raises(errors.StoreLocked):
        key.reveal()
    for attempt in (
        lambda: store.analysis(one.id),
        lambda: store.analyses(5),
        lambda: keep(store, record()),
        lambda: store.audit_entries(5),
        lambda: store.check_chain(),
        lambda: store.fingerprint("abc"),
        lambda: store.is_intact(),
        lambda: store.change_key(SecretKey(OTHER)),
    ):
        with pytest.raises(errors.StoreLocked):
            attempt()
    store.unlock(SecretKey(KEY))
    assert store.analysis(one.id) == one
    keep(store, record())
    assert store.check_chain().intact
    store.close()


def test_a_wrong_key_leaves_it_locked(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.lock()
    with pytest.raises(errors.DatabaseWrongKey):
        store.unlock(SecretKey(OTHER))
    assert store.is_locked
    store.close()


def test_locking_waits_for_the_deed_under_way(tmp_path: Path) -> None:
    store = opened(tmp_path)
    inside, go_on = threading.Event(), threading.Event()
    one = record()

    def slow() -> None:
        with store.deed():
            inside.set()
            assert go_on.wait(10)
        keep(store, one)

    with ThreadPoolExecutor(2) as pool:
        worker = pool.submit(slow)
        assert inside.wait(10)
        locking = pool.submit(store.lock)
        assert not locking.done()
        go_on.set()
        locking.result(10)
        with pytest.raises(
            errors.StoreLocked
        ):  # came too late for its second step, which is told and not lost silently
            worker.result(10)
    store.unlock(SecretKey(KEY))
    assert store.check_chain().intact
    store.close()


def test_one_who_does_not_leave_is_not_waited_for_for_ever() -> None:
    gate, inside, leave = Gate(patience=0.05), threading.Event(), threading.Event()

    def stay() -> None:
        with gate.together():
            inside.set()
            assert leave.wait(10)

    with ThreadPoolExecutor(1) as pool:
        stayer = pool.submit(stay)
        assert inside.wait(10)
        with pytest.raises(errors.DatabaseBusy), gate.alone():
            pass
        leave.set()
        stayer.result(10)
        with gate.alone(), gate.together():
            pass


# --- another key ------------------------------------------------------------------------------------------------


def test_with_another_key_everything_is_there_and_the_old_key_opens_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    kept = [record(minutes) for minutes in range(5)]
    for one in kept:
        keep(store, one)
    fingerprint = store.fingerprint("abc")
    store.change_key(SecretKey(OTHER))
    keep(store, record(9))
    assert store.fingerprint("abc") == fingerprint
    store.close()
    assert not opens(files(tmp_path).database, SecretKey(KEY))
    assert opens(files(tmp_path).database, SecretKey(OTHER))
    store = opened(tmp_path, key=OTHER)
    assert [store.analysis(one.id) for one in kept] == kept
    assert store.is_intact()
    assert store.check_chain().intact
    store.close()


# --- processes ----------------------------------------------------------------------------------------------------


def shared_elsewhere(store: Store) -> FolderLock:
    """A second holder, as another process would be: the system tells holders apart by their open files."""
    other = FolderLock(store.files.lock)
    assert other.share()
    return other


def test_another_process_may_read_and_write_but_keeps_the_store_from_a_change_of_key(tmp_path: Path) -> None:
    store, second = opened(tmp_path), opened(tmp_path)
    keep(second, record())
    keep(store, record())
    assert store.check_chain().entries == 5
    with pytest.raises(errors.StoreInUse):
        store.change_key(SecretKey(OTHER))
    keep(second, record())
    second.close()
    store.change_key(SecretKey(OTHER))
    store.close()


def test_who_has_it_alone_keeps_others_out(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with store.alone(), pytest.raises(errors.StoreInUse):
        opened(tmp_path, busy_seconds=0)
    opened(tmp_path, busy_seconds=0).close()
    other = shared_elsewhere(store)
    with pytest.raises(errors.StoreInUse), store.alone():
        pass
    other.release()
    with store.alone():
        keep_many(store, 1)  # who is inside alone can use it
    store.close()


def test_a_store_that_was_closed_holds_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.close()
    lock = FolderLock(files(tmp_path).lock)
    assert lock.take_alone()
    lock.release()


def test_looking_whether_the_file_is_encrypted_keeps_the_locks_on_it(tmp_path: Path) -> None:
    """SQLite's locks belong to the process: any other handle on the file that is closed would drop them all, and the
    next program to leave would take the journal away from under this one."""
    store = opened(tmp_path)
    keep(store, record())
    assert held(files(tmp_path).database)
    assert store.is_encrypted()
    assert held(files(tmp_path).database)
    store.close()
    assert not held(files(tmp_path).database)


def held(path: Path) -> bool:
    """Whether this process holds SQLite's shared lock, asked from another one, for which alone it counts."""
    program = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b')\n"
        "try: fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)\n"
        "except BlockingIOError: sys.exit(3)"
    )
    return subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode == 3
