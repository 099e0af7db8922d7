#!/usr/bin/env python3
"""Runs the frozen program as a person and an administrator would, and fails on anything unexpected.

    python3 build/dev.py smoke [--program FILE] [--letters FOLDER] [--no-window]

Everything happens in a throwaway home. What the frozen program says about each letter is compared, byte by byte, with
what this checkout says. ``--letters`` adds the .txt files of a folder to the letters compared; ``--program`` tests an
installed program instead of build/out/dist. Exit status: 0 all well, 1 not, 2 something needed is missing here.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from release import bundle, freeze, frozen_steps, frozen_window
from release.frozen_steps import Smoke, expect

from tests.data.builders import pdf_letters, word_letters
from tests.letters import LETTER, NAME, SURNAME

ROOT = Path(__file__).resolve().parent.parent
STARTS = 6  # the first is cold and not counted
LIMIT = 1.5  # seconds from the spawn to a usable window, warm
SQLITE_HEADER = b"SQLite format 3\x00"


# --- steps -----------------------------------------------------------------------------------------------------------


def says_its_version(smoke: Smoke) -> str:
    said = smoke.call("--version")
    expect(said.strip() == f"nexus-desktop {bundle.version()}", f"the version is {said}")
    return said.strip()


def reads_every_kind(smoke: Smoke) -> str:
    """Text, Word, RTF and PDF, each parsed by a child that is the frozen program again."""
    lines = LETTER.splitlines()
    in_pdf = (line.translate({40: "\\(", 41: "\\)"}).encode("ascii") for line in lines)
    files = {
        "letter.txt": LETTER.encode(),
        "letter.docx": word_letters.docx("".join(word_letters.paragraph(line) for line in lines)),
        "letter.rtf": word_letters.rtf("\\par\n".join(lines)),
        "letter.pdf": pdf_letters.pdf(pdf_letters.lines(*in_pdf)),
    }
    for name, content in files.items():
        path = smoke.folder / name
        path.write_bytes(content)
        said = smoke.call("redact", str(path), silent=False)
        expect("osteoarthritis of the left knee" in said, f"{name} was not read whole")
        expect(SURNAME not in said, f"{name}: a name was left in")
    return ", ".join(files)


def keeps_and_exports(smoke: Smoke) -> str:
    """One letter through review, analysis, store and reports; no name in anything that is written."""
    path = smoke.folder / "letter.txt"
    record = json.loads(smoke.keyed("analyze", str(path), "--json", "--accept-all-redactions"))
    smoke.keyed("show", record["id"])
    for ending in ("html", "json", "docx"):
        report = smoke.folder / f"report.{ending}"
        smoke.keyed("export", record["id"], str(report), silent=False)
        text = frozen_steps.word_text(report) if ending == "docx" else report.read_text("utf-8")
        expect(SURNAME not in text, f"a name is in the {ending} report")
        expect("osteoarthritis" in text, f"the {ending} report does not tell of the letter")
    return f"score {record['result']['overall_score']}, reports in HTML, JSON and Word"


def is_encrypted(smoke: Smoke) -> str:
    """The database begins with random bytes, and no file of the home holds the name or the letter."""
    database = smoke.home / "nexus.db"
    expect(database.read_bytes()[:16] != SQLITE_HEADER, "the database is not encrypted")
    for path in smoke.home.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            for word in (SURNAME, NAME, "osteoarthritis"):
                expect(word.lower().encode() not in content, f"{path.name} holds letter text")
    return f"{database.stat().st_size:,} bytes"


def knows_its_policy(smoke: Smoke) -> str:
    policy = smoke.folder / "policy.yaml"
    policy.write_text("version: 1\nlevel: strict\n", "utf-8")
    said = smoke.call("policy", "check", str(policy))
    expect("sound" in said, said)
    smoke.keyed("config", "export", str(smoke.folder / "configuration.json"), silent=False)
    return "checked, configuration exported"


def carries_its_papers(smoke: Smoke) -> str:
    """Notices and bill of materials lie in the bundle, and its own sums hold."""
    folder = smoke.program.resolve().parent
    if sys.platform == "darwin":
        folder = folder.parent
    bills = list(folder.rglob("sbom.cdx.json"))
    expect(bool(bills), "no bill of materials in the bundle")
    expect((bills[0].parent / "third-party-notices.txt").stat().st_size > 10_000, "no notices in the bundle")
    sums = folder / freeze.SUMS
    if sums.is_file():
        expect(sums.read_text("utf-8") == freeze.sums(folder), "the files are not those of the build")
    return f"{len(json.loads(bills[0].read_text('utf-8'))['components'])} components"


def letters_of(folder: Path | None) -> list[str]:
    """The letters that are compared: ours, and those of a folder."""
    texts = [LETTER, (ROOT / "resources" / "samples" / "nexus-letter.txt").read_text("utf-8")]
    return texts + [path.read_text("utf-8") for path in sorted((folder or ROOT / "none").glob("*.txt"))]


def agrees_with_the_checkout(smoke: Smoke, folder: Path | None) -> str:
    """Frozen and unfrozen say the same of every letter, at every level."""
    texts = letters_of(folder)
    lines = "".join(
        json.dumps({"id": f"{number}-{level}", "text": text, "level": level}) + "\n"
        for number, text in enumerate(texts)
        for level in ("minimal", "moderate", "strict")
    )
    for batch in ("redact", "analyze", "opinions"):
        answers = []
        for words in ([str(smoke.program)], [sys.executable, "-m", "nexus_desktop"]):
            done = subprocess.run(
                [*words, batch, "--jsonl"],
                input=lines, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=smoke.environment,
                timeout=1800, check=False,
            )  # fmt: skip
            expect(not done.stderr, f"{batch} --jsonl said: {done.stderr}")
            answers.append([json.loads(line) | {"seconds": 0} for line in done.stdout.splitlines()])
        expect(len(answers[0]) == 3 * len(texts), f"{batch} --jsonl answered {len(answers[0])} lines")
        differing = [one["id"] for one, other in zip(*answers, strict=True) if one != other]
        expect(not differing, f"{batch}: frozen and unfrozen differ on {differing}")
    return f"{len(texts)} letters, three levels"


def opens_its_window(smoke: Smoke) -> str:
    """The window with the key in a real keyring; a warm start has to be under the limit."""
    home = smoke.folder / "window-home"
    home.mkdir()
    words = [sys.executable, str(ROOT / "build" / "release" / "frozen_window.py"), str(smoke.program), str(home)]
    with frozen_window.display() as screen:
        environment = smoke.environment | screen
        if sys.platform.startswith("linux"):
            environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
            unlock = "printf %s session-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
            words = ["dbus-run-session", "--", "bash", "-c", f'{unlock} && exec "$0" "$@"', *words]
        done = subprocess.run(
            [*words, str(STARTS)], env=environment, capture_output=True, text=True, timeout=600, check=False
        )
    expect(done.returncode == 0, f"the window: {done.stdout}{done.stderr}")
    expect((home / "nexus.db").read_bytes()[:16] != SQLITE_HEADER, "the window's database is not encrypted")
    expect(b"passphrase" not in (home / "keyslot.json").read_bytes(), "the key is not in the keyring")
    figures = [[float(word) for word in line.split()] for line in done.stdout.splitlines()]
    warm, used = (statistics.median(one[column] for one in figures[1:]) for column in (0, 1))
    # On a machine that has nothing else to do the two are alike; on one that has, only the second tells of the program.
    expect(min(warm, used) <= LIMIT, f"a usable window took {warm:.2f} s warm ({used:.2f} s used), above {LIMIT} s")
    return f"first {figures[0][0]:.2f} s, warm {warm:.2f} s, of which used {used:.2f} s (limit {LIMIT} s)"


def missing_here() -> list[str]:
    needed = ("Xvfb", "xdotool", *frozen_window.KEYRING) if sys.platform.startswith("linux") else ()
    return [name for name in needed if not shutil.which(name)]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=freeze.program())
    parser.add_argument("--letters", type=Path)
    parser.add_argument("--no-window", action="store_true", help="where there is neither display nor keyring")
    options = parser.parse_args(arguments)
    if not options.program.exists():
        print("There is no frozen program yet: python3 build/dev.py package", file=sys.stderr)
        return 2
    if not options.no_window and missing_here():
        print(f"The window cannot be tested here without: {', '.join(missing_here())}", file=sys.stderr)
        return 2
    steps: list[Callable[[Smoke], str]] = [
        says_its_version, reads_every_kind, frozen_steps.reads_scans_or_says_why, keeps_and_exports,
        frozen_steps.reads_a_long_letter, frozen_steps.checks_citations, frozen_steps.compares, is_encrypted,
        frozen_steps.proves_its_trail, frozen_steps.comes_back_from_a_backup, frozen_steps.is_healthy, knows_its_policy,
        carries_its_papers, lambda smoke: agrees_with_the_checkout(smoke, options.letters),
    ]  # fmt: skip
    if not options.no_window:
        steps.append(opens_its_window)
    with tempfile.TemporaryDirectory(prefix="nexus-smoke-") as folder:
        smoke = Smoke(options.program.resolve(), Path(folder))
        for number, step in enumerate(steps, 1):
            name = getattr(step, "__name__", "").replace("_", " ").replace("<lambda>", "agrees with the checkout")
            print(f"{number}/{len(steps)} {name}: {step(smoke)}", flush=True)
    print("The frozen program does what it should.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
