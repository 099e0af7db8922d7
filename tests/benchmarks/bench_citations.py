"""How well citations are found and judged, and how fast: eyecite alone beside ours.

    python tests/benchmarks/bench_citations.py

Generated texts: each of the listed authorities in several spellings, whole and with one fact changed, set into
sentences; found means the volume, reporter and page (or title and section) at their place. Then time a letter and
growth with length, on a page dense with citations.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterable
from math import sqrt
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from nexus_desktop.models.citation_models import CitationKind, Standing
from tests.benchmarks.figures import figure
from tests.unit.analysis.checking import authority_file, checker
from tests.unit.analysis.test_citations_known import SECTIONS, SPELLINGS, spelled, whole

Key = tuple[str, ...]
LIMIT = 0.150  # seconds a letter
SENTENCES = (
    "As held in {}, an opinion needs reasons. ",
    "The records were read; see {}. He was seen on 12 May 2004 at 10:30. ",
    "An opinion is weighed by its reasons ({}), and the report gives three. ",
)
PROSE = (
    "The veteran served from 1968 to 1970 and reports pain in both knees since a fall of 12 feet. Films of 2019 show "
    "narrowing. In my opinion it is at least as likely as not (50 percent or greater) that the condition began then. "
)


def key_of(normal: str) -> Key:
    """Volume, reporter and page, or title, code and section."""
    case = re.search(r"(\d+) (Vet\. App\.|F\.\dth|F\.\dd|U\.S\.|S\. Ct\.) (\d+)", normal)
    if case:
        return case.groups()
    code = re.search(r"(\d+) (C\.F\.R\.|U\.S\.C\.) § ([\d.]+[A-Za-z]{0,2})", normal)
    return code.groups() if code else (normal,)


def ours(text: str) -> list[Key]:
    return [key_of(one.normal) for one in checker().report(text).citations]


def eyecite_alone(text: str) -> list[Key]:
    """What eyecite's tokenizer finds in the text as it stands."""
    from nexus_desktop.analysis.citations import eyecite_frame

    found: list[Key] = []
    for _, token in eyecite_frame._tokenizers.default_tokenizer.tokenize(text)[1]:
        editions = getattr(token, "exact_editions", ()) or getattr(token, "variation_editions", ())
        groups = getattr(token, "groups", {})
        if not editions:
            continue
        head = groups.get("volume") or groups.get("title") or groups.get("chapter") or ""
        tail = groups.get("page") or groups.get("section") or ""
        found.append((head, editions[0].short_name, tail))
    return found


def texts() -> list[tuple[str, Key]]:
    """Sentences with one citation each, and what it is."""
    source = random.Random(1)
    made = []
    for authority in authority_file().authorities:
        if authority.type == "case":
            key: Key = (str(authority.volume), authority.reporter or "", str(authority.page))
            spellings = [spelling(authority) for spelling in SPELLINGS.values()]
            made += [(source.choice(SENTENCES).format(one), key) for one in spellings if "aff'd" not in one]
    for authority in SECTIONS:
        key = key_of(authority.citation)
        made += [(source.choice(SENTENCES).format(written), key) for written in spelled(authority)]
    return made


def interval(part: int, whole_: int) -> str:
    """Share with its 95 percent interval (Wilson)."""
    if not whole_:
        return "–"
    p, z = part / whole_, 1.96
    mid = (p + z * z / (2 * whole_)) / (1 + z * z / whole_)
    half = z * sqrt(p * (1 - p) / whole_ + z * z / (4 * whole_ * whole_)) / (1 + z * z / whole_)
    return f"{100 * p:5.1f} % ({100 * (mid - half):.1f}-{100 * (mid + half):.1f}, n={whole_})"


def finding(name: str, find: Callable[[str], list[Key]]) -> float:
    """Print recall and precision; the percentage missed."""
    hit = missed = extra = 0
    for text, key in texts():
        found = find(text)
        hit += key in found
        missed += key not in found
        extra += sum(one != key for one in found)
    sys.stdout.write(f"{name:<16} recall {interval(hit, hit + missed)}   precision {interval(hit, hit + extra)}\n")
    return 100 * missed / (hit + missed)


def changed() -> Iterable[str]:
    """Each case with one fact wrong."""
    for authority in authority_file().authorities:
        if authority.type != "case":
            continue
        page, volume, year = authority.page or 0, authority.volume or 0, authority.year or 0
        yield whole(authority, volume=volume + 1)
        yield whole(authority, page=page + 7)
        yield whole(authority, year=year + 1)
        yield whole(authority, year=year - 4)
        yield whole(authority, caption="Wexelbaum v. " + (authority.caption or "").split(" v. ")[1])
        yield whole(authority, reporter="F.2d")


def judging() -> None:
    right = sum(
        {one.standing for one in checker().report(one_text).citations} == {Standing.KNOWN} for one_text, _ in texts()
    )
    sys.stdout.write(f"right ones known        {interval(right, len(texts()))}\n")
    wrong = [checker().report(f"See {text}.").citations for text in changed()]
    caught = sum(all(one.standing.rank >= Standing.DOUBTFUL.rank for one in citations) for citations in wrong)
    sys.stdout.write(f"wrong ones not trusted  {interval(caught, len(wrong))}\n")
    figure("wrong citations that were trusted", 100 * (1 - caught / len(wrong)), "%")
    prose = checker().report(PROSE * 40).citations
    sys.stdout.write(f"citations seen in {len(PROSE) * 40} characters of prose without any: {len(prose)}\n")
    kinds = {one.kind for one in checker().report(" ".join(a.citation for a in authority_file().authorities)).citations}
    sys.stdout.write(f"kinds found in the list: {len(kinds)} of {len(CitationKind)}\n")


def timing() -> None:
    letter = PROSE * 8 + "".join(text for text, _ in texts()[:300:60])
    dense = " ".join(text for text, _ in texts()[::25])
    checker().report(letter)
    for name, text in (("letter", letter), ("dense page", dense[:3500]), ("dense, 4 times", dense[:14000])):
        best = min(_seconds(text) for _ in range(5))
        sys.stdout.write(
            f"{name:<16}{len(text):>7} characters {1000 * best:7.1f} ms  {best / LIMIT:5.2f} of the limit\n"
        )
        figure(f"check citations, {name}", 1000 * best, "ms", limit=1000 * LIMIT if name == "letter" else None)


def _seconds(text: str) -> float:
    began = perf_counter()
    checker().report(text)
    return perf_counter() - began


def main() -> None:
    began = perf_counter()
    checker()
    sys.stdout.write(f"load of list, tables and eyecite: {1000 * (perf_counter() - began):.0f} ms\n")
    alone = finding("eyecite alone", eyecite_alone)
    figure("citations missed", finding("ours", ours), "%", peer=("eyecite alone", alone))
    judging()
    timing()


if __name__ == "__main__":
    main()
