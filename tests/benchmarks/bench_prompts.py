"""How long it takes to load, validate and render every prompt that ships.

    python tests/benchmarks/bench_prompts.py

Loading reads and checks config/prompts.yaml; validating holds every version to every rule; rendering fills in rubric,
authorities and a letter of three pages. The three together have to stay below the limit. The search for identifiers,
the one rule that is slow, is made once for each text and remembered by its hash, so it is shown by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from nexus_desktop.bootstrap.governed import Governed
from nexus_desktop.models.letter_models import ClientFields, DeidentifiedText, Level
from nexus_desktop.models.prompt_models import ANALYSIS
from nexus_desktop.prompts.rendering import frame, render
from nexus_desktop.prompts.validation import FindIdentifiers, check
from tests.benchmarks.figures import figure

LIMIT = 50.0  # milliseconds
ROUNDS = 9
LETTER = DeidentifiedText("In my opinion it is at least as likely as not. " * 190, Level.MODERATE, "0" * 64)


def measured(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = perf_counter()
        work()
        times.append(1000 * (perf_counter() - began))
    return median(times)


def main() -> None:
    governed = Governed()
    find = governed.deidentifier().find
    rubric, authorities = governed.rubric, governed.authorities

    def identifiers(text: str) -> int:
        return len(find(text, Level.STRICT, ClientFields()))

    def validate(search: FindIdentifiers) -> None:
        for prompt in governed.prompts.prompts:
            for version in prompt.versions:
                check(prompt.id, version, rubric, authorities, search)

    def rendered() -> None:
        for prompt in governed.prompts.prompts:
            for version in prompt.versions:
                frame(prompt.id, version, rubric, authorities)
        render(governed.prompts.approved(ANALYSIS), LETTER, rubric, authorities)

    identifiers("loads the detectors")
    parts = {
        "load": measured(governed.shipped_prompts),
        "validate": measured(lambda: validate(lambda _text: 0)),
        "render": measured(rendered),
    }
    for name, milliseconds in parts.items():
        sys.stdout.write(f"{name:<10}{milliseconds:8.1f} ms\n")
    total = sum(parts.values())
    sys.stdout.write(f"{'together':<10}{total:8.1f} ms, {total / LIMIT:.2f} of the limit\n")
    figure("load, validate and render every prompt", total, "ms", limit=LIMIT)
    searched = measured(lambda: validate(identifiers)) - parts["validate"]
    sys.stdout.write(f"search for identifiers in every version, once a text: {searched:.1f} ms\n")
    sys.exit(total > LIMIT)


if __name__ == "__main__":
    main()
