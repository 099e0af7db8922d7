"""Freezes the program into one folder, prints what it weighs, and can prove that a second build is the same."""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from release import bundle

OUT = bundle.ROOT / "build" / "out"
DIST = OUT / "dist"
SUMS = "SHA256SUMS"
MB = 1_000_000
LIMIT_WITHOUT_OCR = 200 * MB
LIMIT_WITH_OCR = 420 * MB


def folder(dist: Path = DIST) -> Path:
    """Where the frozen program lies."""
    return dist / (f"{bundle.NAME}.app" if sys.platform == "darwin" else bundle.FILE_NAME)


def program(dist: Path = DIST) -> Path:
    """The file that is started."""
    if sys.platform == "darwin":
        return folder(dist) / "Contents" / "MacOS" / bundle.FILE_NAME
    return folder(dist) / (bundle.FILE_NAME + (".exe" if sys.platform == "win32" else ""))


def epoch() -> int:
    """The time every build of this commit claims, in seconds: that of the commit."""
    said = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=bundle.ROOT, capture_output=True, text=True, check=False
    )
    given = said.stdout.strip() or os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(given) if given.isdigit() else 315532800  # 1980, the first year a zip archive can name


def freeze(python: Path, name: str = "dist") -> Path:
    """Build into build/out/``name``; the folder of the program. Raises SystemExit where PyInstaller fails."""
    dist, work = OUT / name, OUT / f"{name}-work"
    for old in (dist, work):
        shutil.rmtree(old, ignore_errors=True)
    environment = os.environ | {
        "PYTHONHASHSEED": "0",  # else sets, and with them the archive of modules, come in another order each time
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),  # no stripped library of another build
        "NEXUS_PAPERS": str(work / "papers"),
    }
    words = ["--noconfirm", "--clean", "--log-level", "ERROR", "--workpath", str(work), "--distpath", str(dist)]
    done = subprocess.run(
        [str(python), "-m", "PyInstaller", *words, str(bundle.ROOT / "nexus_desktop.spec")],
        cwd=bundle.ROOT,
        env=environment,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"PyInstaller failed ({done.returncode}); its message is above.")
    made = folder(dist)
    if sys.platform == "darwin":
        shutil.rmtree(dist / bundle.FILE_NAME, ignore_errors=True)  # the application holds all of it
    else:
        (made / SUMS).write_text(sums(made), "utf-8", newline="\n")
    return made


def files_of(made: Path) -> Iterator[Path]:
    """Every file below a folder, by name; links are not followed."""
    yield from sorted(path for path in made.rglob("*") if path.is_file() and not path.is_symlink())


def sums(made: Path) -> str:
    """What `sha256sum --check` reads."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(made).as_posix()}"
        for path in files_of(made)
        if path.name != SUMS
    ]
    return "\n".join(lines) + "\n"


def differences(first: Path, second: Path) -> list[str]:
    """Names of files that are not the same in two builds, or are in one only."""
    contents = [
        {path.relative_to(made).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files_of(made)}
        for made in (first, second)
    ]
    names = sorted(set(contents[0]) | set(contents[1]))
    return [name for name in names if contents[0].get(name) != contents[1].get(name)]


def variant(made: Path) -> str:
    """What goes into the names of packages: ``-ocr`` where the reading of scans was taken along."""
    return "-ocr" if any(made.rglob("onnxruntime_pybind11_state*")) else ""


def size(made: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in files_of(made))


def size_table(name: str = "dist") -> str:
    """What each package weighs in the bundle; what lies in the archive of modules counts as the program itself."""
    made, weights = folder(OUT / name), dict[str, int]()
    owners = owners_of_files(OUT / f"{name}-work")
    for path in files_of(made):
        entry = path.relative_to(made).as_posix().split("_internal/")[-1].split("Contents/Frameworks/")[-1]
        owner = owners.get(entry) or "the program and its modules"
        weights[owner] = weights.get(owner, 0) + path.stat().st_size
    lines = [f"{weight / MB:8.1f} MB  {owner}" for owner, weight in sorted(weights.items(), key=lambda one: -one[1])]
    return "\n".join([*lines, f"{size(made) / MB:8.1f} MB  in all, {sum(1 for _ in files_of(made))} files"])


def owners_of_files(work: Path) -> dict[str, str]:
    """File in the bundle -> the package it comes from, from PyInstaller's own list."""
    toc = next(work.rglob("COLLECT-*.toc"), None)
    if toc is None:
        return {}
    entries = ast.literal_eval(toc.read_text("utf-8"))[0]
    owners = {}
    for entry, source, _ in entries:
        parts = Path(source).parts
        if "site-packages" in parts:
            owners[entry.replace("\\", "/")] = (
                parts[len(parts) - parts[::-1].index("site-packages")].split(".")[0].split("-")[0]
            )
        elif Path(source).is_relative_to(bundle.ROOT) and not Path(source).is_relative_to(OUT):
            owners[entry.replace("\\", "/")] = f"{Path(source).relative_to(bundle.ROOT).parts[0]} (ours)"
        elif entry.startswith(("lib", "python")):
            owners[entry.replace("\\", "/")] = "Python and libraries of the system"
    return owners


def too_large(made: Path) -> str | None:
    """A sentence where the bundle weighs more than was agreed."""
    limit = LIMIT_WITH_OCR if variant(made) else LIMIT_WITHOUT_OCR
    weight = size(made)
    return (
        f"The bundle weighs {weight / MB:.0f} MB, above the limit of {limit / MB:.0f} MB." if weight > limit else None
    )


def main(python: Path, *, twice: bool) -> int:
    """Freeze, print what it weighs, and compare with a second build where that was asked for."""
    made = freeze(python)
    print(size_table(), flush=True)
    problem = too_large(made)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    if twice:
        differing = differences(made, freeze(python, "dist-again"))
        if differing:
            print(f"{len(differing)} files differ between two builds: {', '.join(differing[:20])}", file=sys.stderr)
            return 1
        print(f"Two builds, the same to the byte: {sum(1 for _ in files_of(made))} files.")
    print(f"\n{program().relative_to(bundle.ROOT)}")
    return 0
