# ruff: noqa: E501
"""How answers of a service are read: recovery, false values, quotes, time, and whether the confidence means anything.

    python tests/benchmarks/bench_answers.py              what is measured here, with no network
    python tests/benchmarks/bench_answers.py --model      and one run against a real server with a tiny model of made-up
                                                          weights (needs `pip install xllamacpp gguf numpy`)

The damaged answers and this program have one author: the figures show that the rules hold and are fast, not how often a
given model errs.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import re
import statistics
import tempfile
from collections import Counter, defaultdict
from threading import Event
from time import perf_counter

os.environ.setdefault("NEXUS_HOME", tempfile.mkdtemp(prefix="nexus-bench-"))

from nexus_desktop.analysis.answer_parser import parse_answer
from nexus_desktop.analysis.answer_scoring import AnswerScorer
from nexus_desktop.analysis.grounding import NEGATORS, ground
from nexus_desktop.bootstrap.governed import Governed
from nexus_desktop.models.derived_facts import DerivedFacts
from nexus_desktop.models.letter_models import Level
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.models.service_models import ServiceProfile
from nexus_desktop.models.wire_models import levels_of
from tests.benchmarks.figures import figure
from tests.data.builders.damaged_answers import FORMS, SECOND, Case, base, cases, dumped, is_held_back
from tests.data.builders.tiny_model import real_server
from tests.letters import LETTER
from tests.unit.analysis.answers import lost, wrong

LIMIT_MS = 1.0


def show(line: str = "") -> None:
    print(line, flush=True)  # noqa: T201


def parsing() -> None:
    """Recovery and false values by kind of damage; the third that was held back apart."""
    show("Damaged answers, n: right / lost something recoverable / something false")
    for held in (False, True):
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for case in cases():
            if is_held_back(case.name) == held:
                found[case.kind][outcome(case)] += 1
        show(f"  {'held back' if held else 'seen in development'}")
        for kind, counts in found.items():
            n = sum(counts.values())
            show(f"    {kind:<8} {n:>4}: {counts['right']:>4} / {counts['lost']:>3} / {counts['false']:>3}")
        whole = sum(found.values(), Counter[str]())
        which = "held back" if held else "known"
        figure(f"damaged answers read falsely, {which}", whole["false"], "", limit=0)
        figure(f"damaged answers with something lost, {which}", 100 * whole["lost"] / whole.total(), "%")


def outcome(case: Case) -> str:
    parsed = parse_answer(case.raw, case.letter)
    return "false" if wrong(parsed, case) else "lost" if lost(parsed, case) else "right"


def speed() -> None:
    """Milliseconds to parse and check one answer against its letter, warm."""
    answer = base(second=False, seed=5)
    raw = dumped(answer)
    texts = {
        "sound": raw,
        "in a fence with prose": FORMS["fence-tilde-prose"](raw, answer),
        "mended": FORMS["json5"](raw, answer),
    }
    show(f"Time to parse and validate an answer of {len(raw):,} characters (limit {LIMIT_MS} ms)")
    for name, text in texts.items():
        times = []
        for _ in range(400):
            began = perf_counter()
            parse_answer(text, LETTER)
            times.append(1000 * (perf_counter() - began))
        times.sort()
        median = statistics.median(times)
        show(f"  {name:<22} median {median:.2f} ms, 95 % {times[380]:.2f} ms, {median / LIMIT_MS:.2f} of the limit")
        figure(f"parse and validate an answer, {name}", median, "ms", limit=LIMIT_MS)


def quotes() -> None:
    """True quotes in disguises, and quotes whose meaning was turned."""
    pick = random.Random(9)
    found: Counter[str] = Counter()
    words = [*re.finditer(r"\S+", SECOND)]
    for _ in range(3000):
        first, length = pick.randrange(len(words) - 6), pick.randrange(5, 25)
        true = [word.group() for word in words[first : first + length]]
        before = words[first - 1].group().strip(".,;").lower() if first else ""
        after = words[first + length].group().lower() if first + length < len(words) else ""
        clipped = before in NEGATORS or after.startswith("not")
        found[
            f"true, {'beside a negation' if clipped else 'plain'}: {'found' if ground(' '.join(true), SECOND) else 'not found'}"
        ] += 1
        turned = list(true)
        places = [n for n, word in enumerate(turned) if word.strip(".,;").lower() in NEGATORS]
        if places and pick.random() < 0.5:
            del turned[pick.choice(places)]
        else:
            turned.insert(pick.randrange(1, len(turned)), pick.choice(["not", "never", "no"]))
        if ground(" ".join(turned), SECOND):
            found["turned: FOUND"] += 1
        else:
            found["turned: not found"] += 1
    figure("quotes with a turned meaning that were found", found["turned: FOUND"], "", limit=0)
    show("Quotes")
    for name, count in sorted(found.items()):
        show(f"  {name:<40} {count}")


def reliability() -> None:
    """Answers made wrong to a known degree: how many of the judgments were right, by band of confidence."""
    governed = Governed()
    engine, deidentifier = governed.engine(), governed.deidentifier()
    scorer = AnswerScorer(governed.rubric, engine)
    pick = random.Random(4)
    bands: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for number in range(300):
        letter = (LETTER, SECOND)[number % 2]
        text = deidentifier.kept_again(letter, Level.MODERATE, DerivedFacts())
        true = as_the_engine_reads(engine.analyze(text), base(bool(number % 2), number))
        answer, right = spoilt(true, pick.random() ** 2, pick)
        raw = pick.choice(list(FORMS.values()))(dumped(answer), answer) if pick.random() < 0.3 else dumped(answer)
        parsed = parse_answer(raw, letter)
        if parsed.data is None:
            continue
        confidence = scorer.score(parsed, text).confidence
        bands[f"{int(confidence * 5) / 5:.1f}"].append((confidence, right))
    show("Confidence of the result, and share of the service's judgments that were right (made-up errors)")
    pairs = []
    for band, found in sorted(bands.items()):
        mean = statistics.mean(right for _, right in found)
        spread = 1.96 * statistics.pstdev([right for _, right in found]) / len(found) ** 0.5
        show(f"  {band} to {float(band) + 0.2:.1f}: n {len(found):>3}, right {mean:.2f} ± {spread:.2f}")
        pairs += found
    brier = statistics.mean((confidence - right) ** 2 for confidence, right in pairs)
    show(f"  n {len(pairs)}, mean squared distance {brier:.3f}. Not calibrated for any model: none was asked.")


def as_the_engine_reads(result: object, answer: dict[str, object]) -> dict[str, object]:
    """An answer whose levels are those the rubric engine gives: here, what counts as right."""
    from nexus_desktop.models.analysis_models import Grade, NexusAnalysisResult

    assert isinstance(result, NexusAnalysisResult)
    made = copy.deepcopy(answer)
    for part in result.components:
        for item in part.items:
            points = [int(p) for p in Governed().rubric.item(item.id).points]
            level = (
                "not_applicable"
                if item.grade is Grade.NOT_APPLICABLE
                else levels_of(item.id)[points.index(item.points)].value
            )
            made["items"][item.id.value]["level"] = level  # type: ignore[index]
    return made


def spoilt(true: dict[str, object], share: float, pick: random.Random) -> tuple[dict[str, object], float]:
    """The answer with a share of its judgments and quotes wrong, and the share of judgments that stayed right."""
    answer = copy.deepcopy(true)
    right = 0
    for item in ItemId:
        part = answer["items"][item.value]  # type: ignore[index]
        if pick.random() < share:
            others = [level.value for level in levels_of(item) if level.value != part["level"]]
            part["level"] = pick.choice(others)
            part["quotes"] = (
                ["The clinician confirmed this beyond any doubt whatsoever."] if pick.random() < 0.7 else part["quotes"]
            )
        else:
            right += 1
    return answer, right / len(ItemId)


# --- a real server -------------------------------------------------------------------------------------------------


def real_model(runs: int = 4) -> None:
    """The whole path against a real server: every answer has the right form, and nothing in it is true."""
    from tests.integration.service_desk import ServiceDesk, service_desk

    show("A real server (llama.cpp) with a tiny model of made-up weights")
    with real_server() as address, service_desk() as desk:
        assert isinstance(desk, ServiceDesk)
        for form in ("schema", "json", "text"):
            counts: Counter[str] = Counter()
            took = []
            for _ in range(runs if form == "schema" else 3):
                desk.app.profiles.save(
                    ServiceProfile.model_validate(
                        {"id": "tiny", "title": "Tiny", "kind": "compatible", "address": address, "model": "tiny",
                         "needs_key": False, "proxy": "none", "form": form, "answer_tokens": 6000, "total_seconds": 120}
                    )
                )  # fmt: skip
                desk.app.profiles.choose("tiny")
                desk.app.profiles.work_offline(offline=False)
                desk.app.breakers.of("tiny").try_now()
                began = perf_counter()
                outcome = desk.analyze()
                took.append(perf_counter() - began)
                shown = outcome.fallback.code if outcome.fallback else outcome.record.validation.status.value
                counts[shown] += 1
                if outcome.fallback is None:
                    result = outcome.record.result
                    service_quotes = [e.quote for e in result.all_evidence()]
                    counts["quotes that do not stand in the letter, shown"] += sum(
                        q not in outcome.record.letter.text for q in service_quotes
                    )
                    counts[f"strength {result.compliance.strength.value}"] += 1
            show(f"  asked by {form:<7} {dict(counts)}; median {statistics.median(took):.1f} s")
        report = desk.app.profiles.test(desk.app.profiles.settings().profiles[0], lambda _p, _d: None, Event())
        show(f"  connection test: {report.sentence} {json.dumps(report.models)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", action="store_true", help="also ask a real server")
    options = parser.parse_args()
    for part in (parsing, speed, quotes, reliability):
        part()
        show()
    if options.model:
        real_model()


if __name__ == "__main__":
    main()
