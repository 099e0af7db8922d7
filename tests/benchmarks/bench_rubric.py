"""How well and how fast the rubric engine reads: agreement with labelled sentences and letters, and time by length.

    .venv/bin/python tests/benchmarks/bench_rubric.py

Everything measured is invented. The sentences and letters were at hand while the rules were written, so the figures
say how well the rules hold what is known, and not how they do on letters nobody has seen. Intervals are Wilson's,
95 percent. Exit status 1 where a letter is graded beyond its bound, or time grows faster than the text.
"""

from __future__ import annotations

import collections
import math
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from nexus_desktop.analysis.rubric import conditions  # noqa: E402
from tests.benchmarks.figures import figure  # noqa: E402
from tests.unit.analysis.reading import result_of  # noqa: E402
from tests.unit.analysis.test_opinion_letters import GRADES, LETTERS, letter  # noqa: E402
from tests.unit.analysis.test_opinion_sentences import HERE, SENTENCES, reading, rows  # noqa: E402

RUNS = ("dis-", "a-b-", "chronic ", "mixed ", "neuro", "dis'", "prostate and ")
LONGEST = 0.050  # seconds a letter, warm
SQUARED = 10  # times as long for four times the text: four in proportion, sixteen where it is squared


def interval(hits: int, of: int) -> str:
    """Share and Wilson interval in percent."""
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{100 * share:5.1f} % ({hits}/{of}, {100 * (middle - half):.0f}-{100 * (middle + half):.0f})"


def sentences() -> None:
    """Exact and fair readings, and the table of polarities read."""
    confusion: collections.Counter[tuple[str, str]] = collections.Counter()
    for path in (*sorted(SENTENCES.glob("*.tsv")), HERE / "vocabulary.tsv", HERE / "reported.tsv"):
        every = [(want, reading(text), fair) for want, text, fair in rows(path)]
        confusion.update((want[0], got[0]) for want, got, _ in every)
        exact = interval(sum(want == got for want, got, _ in every), len(every))
        fair_too = interval(sum(got in fair for _, got, fair in every), len(every))
        sys.stdout.write(f"{path.stem:12} exact {exact}   fair {fair_too}" + "\n")
    names = ["favorable", "unfavorable", "inconclusive", "none"]
    sys.stdout.write(f"\n{'wanted / read':14}" + "".join(f"{name:>14}" for name in names) + "\n")
    for want in names:
        sys.stdout.write(f"{want:14}" + "".join(f"{confusion[want, got]:14}" for got in names) + "\n")


def best(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of several runs, in seconds."""
    taken = []
    for _ in range(times):
        start = time.process_time()  # what else the machine does is not counted
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def letters() -> int:
    """The grade of every letter beside its bound, and the time it takes; how many break either."""
    beyond, taken = 0, []
    for path in LETTERS:
        bound, grade, text = letter(path)
        got = result_of(text).compliance.strength
        order = GRADES.index(got) - GRADES.index(grade)
        bad = order > 0 if bound == "at most" else order < 0
        beyond += bad
        taken.append(best(lambda text=text: result_of(text)))  # type: ignore[misc]
        sys.stdout.write(
            f"{path.stem:28} {bound} {grade:9} got {got:9} {1000 * taken[-1]:5.1f} ms{'   BEYOND' if bad else ''}\n"
        )
    sys.stdout.write(
        f"time a letter, warm: median {1000 * statistics.median(taken):.1f} ms, longest {1000 * max(taken):.1f} ms\n"
    )
    figure("letters graded beyond their bound", beyond, "", limit=0)
    figure("read and grade a letter, median", 1000 * statistics.median(taken), "ms")
    figure("read and grade a letter, longest", 1000 * max(taken), "ms", limit=1000 * LONGEST)
    return beyond + (max(taken) > LONGEST)


def growth() -> int:
    """How much longer four times as much text takes; how many kinds of text grow faster than they should."""
    worst, largest = 0, 0.0
    whole = "\n\n".join(letter(path)[2] for path in LETTERS)
    kinds: list[tuple[str, str, Callable[[str], object]]] = [(run, run, conditions.find) for run in RUNS]
    kinds.append(("letters", whole, result_of))
    for name, run, work in kinds:
        long = (run * (1 + 32_000 // len(run)))[:32_000]
        short = long[: len(long) // 4]
        ratio = best(lambda work=work, long=long: work(long)) / max(  # type: ignore[misc]
            best(lambda work=work, short=short: work(short)),  # type: ignore[misc]
            1e-3,
        )
        worst += ratio > SQUARED
        sys.stdout.write(f"four times as much of {name!r}: {ratio:.1f} times as long" + "\n")
        largest = max(largest, ratio)
    figure("growth for four times the text, worst kind", largest, "x", limit=SQUARED)
    return worst


def main() -> int:
    """Run and print everything."""
    sentences()
    sys.stdout.write("\n")
    beyond = letters()
    sys.stdout.write("\n")
    return 1 if beyond + growth() else 0


if __name__ == "__main__":
    sys.exit(main())
