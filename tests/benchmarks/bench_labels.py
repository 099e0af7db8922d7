"""How far the rubric engine agrees with what an attorney would say of a letter: tables with counts and error bars.

    python tests/benchmarks/bench_labels.py [GROUP …]

Groups are folders of ``tests/data/letters`` whose letters have labels beside them; without any, all four. Letters are
invented, and read here as they stand, without redaction. Rules were mended with most of them in view, so agreement on
other letters is lower. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

import yaml

from nexus_desktop.analysis.labels import labels_of
from tests.annotated_letters import FOLDER, parse
from tests.benchmarks.figures import figure
from tests.unit.analysis.reading import result_of

GROUPS: Final = ("development", "labelled", "further", "torn")
GRADES: Final = ("none", "weak", "moderate", "strong")
Z: Final = 1.96
Labels = dict[str, Any]


def labelled(group: str) -> list[tuple[str, Labels]]:
    """Text and labels of each letter of a group that has some."""
    found = []
    for path in sorted((FOLDER / group).glob("*.yaml")):
        letter = parse(path.stem, path.with_suffix(".tagged.txt").read_text("utf-8"))
        found.append((letter.text, yaml.safe_load(path.read_text("utf-8"))))
    return found


def measures(labels: Labels) -> dict[str, object]:
    """What is compared."""
    opinion = labels["opinion"]
    said = {"theory": labels["theory"], "strength": labels["strength"], **labels["elements"]}
    return {"polarity": opinion["polarity"], "standard": opinion["standard"], **said}


def interval(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share, in percent."""
    share, square = right / count, Z * Z / count
    middle = (share + square / 2) / (1 + square)
    half = Z * math.sqrt(share * (1 - share) / count + square / (4 * count)) / (1 + square)
    return 100 * (middle - half), 100 * (middle + half)


def told(name: str, pairs: Counter[tuple[object, object]]) -> None:
    """One measure."""
    count, right = sum(pairs.values()), sum(number for (wanted, got), number in pairs.items() if wanted == got)
    low, high = interval(right, count)
    sys.stdout.write(f"  {name:20} {100 * right / count:5.1f} %  ({right}/{count}, {low:.0f} to {high:.0f})\n")


def confusion(name: str, pairs: Counter[tuple[object, object]]) -> None:
    """What was read as what."""
    names = sorted({str(one) for pair in pairs for one in pair}, key=lambda one: (one not in GRADES, one))
    sys.stdout.write(f"  {name}: labelled down, read across\n  {'':14}" + "".join(f"{one[:12]:>14}" for one in names))
    for wanted in names:
        row = "".join(f"{pairs[wanted, got] or '':>14}" for got in names)
        sys.stdout.write(f"\n  {wanted:14}{row}")
    sys.stdout.write("\n")


def compared(group: str) -> dict[str, Counter[tuple[object, object]]]:
    """For each measure how often a label was read as what."""
    pairs: dict[str, Counter[tuple[object, object]]] = {}
    for text, labels in labelled(group):
        got = measures(labels_of(result_of(text)))
        for name, wanted in measures(labels).items():
            pairs.setdefault(name, Counter())[wanted, got[name]] += 1
    return pairs


def main(groups: tuple[str, ...]) -> None:
    """Print every group, and the two figures that may not rise."""
    too_high = favorable = 0
    for group in groups:
        pairs = compared(group)
        sys.stdout.write(f"{group}: {sum(pairs['strength'].values())} letters\n")
        for name, counted in pairs.items():
            told(name, counted)
        for name in ("polarity", "strength"):
            confusion(name, pairs[name])
        for (wanted, got), number in pairs["strength"].items():
            too_high += number * (GRADES.index(str(got)) - GRADES.index(str(wanted)) > 1)
        favorable += pairs["polarity"]["unfavorable", "favorable"]
    figure("labelled letters graded two too high", too_high, "letters", limit=0)
    figure("labelled unfavorable letters read as favorable", favorable, "letters", limit=0)


if __name__ == "__main__":
    main(tuple(Path(one).name for one in sys.argv[1:]) or GROUPS)
