"""A batch of 10,000 letters with one broken file in a hundred, through the command line into a store.

    python tests/benchmarks/bench_thousands.py [COUNT]

Prints how many were kept, how many were answered with the code that was due, and how long and how much memory it
took, from the first tenth to the last: a batch that slows down or grows shows there.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import tempfile
from pathlib import Path
from threading import Event
from time import perf_counter

import psutil

os.environ["NEXUS_HOME"] = tempfile.mkdtemp(prefix="nexus-bench-")

from nexus_desktop import cli
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from tests.benchmarks.figures import figure
from tests.integration import batches

COUNT = 10_000
PASSPHRASE = "four words not together"


class Counter(io.StringIO):
    """Takes what is printed, and forgets it: only the beginnings of results are counted, and the clock read."""

    def __init__(self, tenth: int) -> None:
        super().__init__()
        self.tenth, self.results, self.marks = tenth, 0, [perf_counter()]
        self.memory: list[int] = []

    def write(self, text: str) -> int:
        self.results += text.count(" of 100")
        while self.results >= self.tenth * len(self.marks):
            self.marks.append(perf_counter())
            self.memory.append(psutil.Process().memory_info().rss >> 20)
            sys.__stdout__.write(f"  {self.results} done, {self.marks[-1] - self.marks[-2]:.0f} s\n")
            sys.__stdout__.flush()
        return len(text)


def main(count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="nexus-batch-") as folder:
        batch = batches.make(Path(folder), count)
        words = Path(folder) / "passphrase"
        words.write_text(PASSPHRASE)
        out, told = Counter(max(1, batch.whole // 10)), io.StringIO()
        given = ["analyze", *map(str, batch.files), "--accept-all-redactions", "--passphrase-file", str(words)]
        began = perf_counter()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
            status = cli.main(given, Bootstrap)
        took = perf_counter() - began
    codes = re.findall(r"\[([a-z_.]+)\]", told.getvalue())
    application = Bootstrap().open(PASSPHRASE)
    kept = application.letters.newest(1_000_000)
    intact = application.audit.check(lambda _words, _done: None, Event()).intact
    application.close()
    right = sum(one == due for one, due in zip(codes, batch.codes.values(), strict=False))
    sys.stdout.write(
        f"exit code {status}; {len(kept)} of {batch.whole} letters kept, trail {'intact' if intact else 'BROKEN'}\n"
        f"{right} of {len(batch.codes)} broken files answered with the code that was due, {len(codes)} codes in all\n"
        f"{took:.0f} s, {1000 * took / count:.0f} ms a letter; memory {out.memory[0]} MB after the first tenth, "
        f"{out.memory[-1]} MB after the last\n"
    )
    figure(f"letters lost of {batch.whole}", batch.whole - len(kept), "", limit=0)
    figure(f"codes missing of {len(batch.codes)} broken files", len(batch.codes) - right, "", limit=0)
    figure("letters of a batch: unforeseen", codes.count(NexusError.code), "", limit=0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
