"""After a lock the key is not in the memory of the process: looked for in all of it, by a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LOOK = """
import re, sys
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.services.session import LockReason

application = Bootstrap().open("four words not together")
store = application.audit._store
with store.use() as inside:  # a masked copy, or the search would find itself
    masked = bytes(byte ^ 0x5A for byte in inside.key.reveal())

def copies():
    needle, count = bytes(byte ^ 0x5A for byte in masked), 0
    with open("/proc/self/mem", "rb", 0) as memory:
        for line in open("/proc/self/maps"):
            start, end, writable = re.match(r"([0-9a-f]+)-([0-9a-f]+) .(.)", line).groups()
            if writable == "w" and "[v" not in line:
                memory.seek(int(start, 16))
                count += memory.read(int(end, 16) - int(start, 16)).count(needle)
    return count - 1

before = copies()
application.session.lock(LockReason.ASKED)
print(before, copies())
"""


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs /proc")
def test_a_lock_takes_the_key_out_of_memory(home: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    before, after = map(int, done.stdout.split())
    assert before >= 1
    assert after == 0
