#!/usr/bin/env python3
"""Set up, run and test Nexus Desktop from a checkout, with nothing but Python and pip.

    python3 build/dev.py run      set up, then open the window with a sample letter ready
    python3 build/dev.py test     set up, then check format, lint, types, imports, and run every test
    python3 build/dev.py setup    set up and stop there (--scans, here or with run: with the reading of scans)
    python3 build/dev.py bench    measure: every tests/benchmarks/bench_*.py, one table, kept by version
    python3 build/dev.py screens  a picture of every screen, in three themes and two sizes, into build/out/screens
    python3 build/dev.py package  freeze the program into build/out/dist (--ocr: with the reading of scans;
                                  --twice: and prove that it repeats)
    python3 build/dev.py smoke    run the frozen program as a person would, and fail on anything unexpected
    python3 build/dev.py sbom     check the papers of the frozen program and put them beside the release
    python3 build/dev.py installer  make this system's installers from the frozen program, and the sums of all of it
    python3 build/dev.py audit    ask the advisory database about every locked package (needs the network)
    python3 build/dev.py lock     write the lock files anew from pyproject.toml (needs uv)

Standard library only; Python 3.11 or later; Windows, macOS, Linux; no administrator rights. Everything
goes into .venv beside this project. Where there is no display, `run` analyzes the sample letter on the
command line, prints the result, and says why.

Exit status: 0 done, 1 a check or the program failed, 2 this machine lacks something (the message names it).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "run": (ROOT / "build" / "requirements.lock",),
    "scans": (ROOT / "build" / "requirements-ocr.lock",),
    "test": (ROOT / "build" / "requirements-dev.lock",),
    "package": (ROOT / "build" / "requirements.lock", ROOT / "build" / "requirements-package.lock"),
    "package-ocr": (ROOT / "build" / "requirements-ocr.lock", ROOT / "build" / "requirements-package.lock"),
}
WINDOWS = os.name == "nt"
VENV = ROOT / ".venv"
OUT = ROOT / "build" / "out"  # where environments for freezing lie: with nothing that only tests need, or it went along


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if WINDOWS else "bin/python")


PYTHON = python_of(VENV)

# Read off fresh Debian 12 systems; the first line is enough for tests, a window on X11 needs both.
DEBIAN_OFFSCREEN = "libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0"
DEBIAN_X11 = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"


def say(line: str) -> None:
    print(line, flush=True)


def stop(line: str) -> NoReturn:
    print(line, file=sys.stderr, flush=True)
    sys.exit(2)


def command(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in words], cwd=ROOT, text=True, **options)  # type: ignore[call-overload,no-any-return]


# --- a Python that is new enough ---------------------------------------------------------------------------


def newer_python() -> str | None:
    """The path of another Python on this machine that is new enough, or None."""
    for minor in range(14, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and command(found, "-c", "pass", capture_output=True).returncode == 0:
            return found
    return None


def require_python() -> None:
    if sys.version_info >= OLDEST:
        return
    other = newer_python()
    if other:
        sys.exit(command(other, *sys.argv).returncode)
    stop(
        f"Nexus Desktop needs Python {OLDEST[0]}.{OLDEST[1]} or later; this is {sys.version.split()[0]}. "
        "Install a newer Python and call this again with it."
    )


# --- set-up ------------------------------------------------------------------------------------------------


def venv_of(kind: str) -> Path:
    return OUT / f"{kind}-venv" if is_for_freezing(kind) else VENV


def is_for_freezing(kind: str) -> bool:
    return kind.startswith("package")


def fingerprint(kind: str) -> str:
    """Changes whenever the environment has to be made again."""
    digest = hashlib.sha256(f"{sys.version}{kind}{ROOT}".encode())
    for path in (*LOCKS[kind], ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(kind: str) -> Path:
    return venv_of(kind) / f".{kind}.stamp"


def is_set_up(kind: str) -> bool:
    return python_of(venv_of(kind)).exists() and stamp(kind).exists() and stamp(kind).read_text() == fingerprint(kind)


def make_venv(venv: Path) -> list[str | Path]:
    """Make a virtual environment; the command that runs its pip."""
    made = command(sys.executable, "-m", "venv", venv, capture_output=True)
    if made.returncode == 0:
        return [python_of(venv), "-m", "pip"]
    # Debian and Ubuntu keep ensurepip in a package of its own: make the folder without pip, and use ours.
    shutil.rmtree(venv, ignore_errors=True)
    made = command(sys.executable, "-m", "venv", "--without-pip", venv, capture_output=True)
    if made.returncode != 0:
        stop(f"Python could not make a virtual environment:\n{made.stderr}{made.stdout}")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python_of(venv)]
    if command(*pip, "--version", capture_output=True).returncode != 0:
        shutil.rmtree(venv, ignore_errors=True)
        stop("This Python has neither ensurepip nor pip. On Debian or Ubuntu: sudo apt-get install python3-venv")
    return pip


def install(pip: list[str | Path], *arguments: str | Path) -> None:
    done = command(*pip, "install", "--quiet", "--disable-pip-version-check", "--no-input", *arguments)
    if done.returncode != 0:
        stop("pip could not install what the project needs (its message is above). Check the network and call again.")


def set_up(kind: str) -> None:
    """Make the environment of a kind hold its locked requirements; about a second when nothing changed."""
    if is_set_up(kind):
        return
    venv = venv_of(kind)
    for name in LOCKS:
        if venv_of(name) == venv:
            stamp(name).unlink(missing_ok=True)
    pip: list[str | Path] = [python_of(venv), "-m", "pip"]
    if not python_of(venv).exists() or command(*pip, "--version", capture_output=True).returncode != 0:
        say(f"Making {venv.relative_to(ROOT)} …")
        shutil.rmtree(venv, ignore_errors=True)
        pip = make_venv(venv)
    for number, lock_file in enumerate(LOCKS[kind]):
        say(f"Installing {lock_file.relative_to(ROOT)}, every file checked against its hash …")
        # --no-deps: the lock is complete, and leaves out what scrubadub names but we never load (see pyproject.toml).
        report: list[str | Path] = ["--report", venv / f"installed-{number}.json"] if is_for_freezing(kind) else []
        install(pip, "--no-deps", "--require-hashes", *report, "-r", lock_file)
    if not is_for_freezing(kind):  # which reads the checkout itself
        install(pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
        # now, and not at the first start; nor at each, where Python is told to write no byte code
        command(python_of(venv), "-m", "compileall", "-q", ROOT / "nexus_desktop")
    stamp(kind).write_text(fingerprint(kind))
    for less in {"test": ("run", "scans"), "scans": ("run",)}.get(kind, ()):
        stamp(less).write_text(fingerprint(less))  # the larger lock holds all of the others


# --- what Qt needs of the system -----------------------------------------------------------------------------


def missing_libraries(for_window: bool, kind: str = "run") -> list[str]:
    """Names of the shared libraries that Qt cannot find on this Linux; empty elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    script = "import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent / 'Qt')"
    home = command(python_of(venv_of(kind)), "-c", script, capture_output=True).stdout.strip()
    wanted = [*Path(home, "lib").glob("libQt6Widgets.so.6"), *Path(home, "plugins/platforms").glob("libqoffscreen.so")]
    if for_window and not os.environ.get("WAYLAND_DISPLAY"):
        wanted += Path(home, "plugins/platforms").glob("libqxcb.so")
    missing = set()
    for library in wanted:
        for line in command("ldd", library, capture_output=True).stdout.splitlines():
            if "not found" in line:
                missing.add(line.split("=>")[0].strip())
    return sorted(missing)


def how_to_get(missing: list[str], for_window: bool) -> str:
    names = f"Qt needs system libraries that are missing here: {', '.join(missing)}."
    packages = f"{DEBIAN_OFFSCREEN} {DEBIAN_X11}" if for_window else DEBIAN_OFFSCREEN
    if shutil.which("apt-get"):
        return f"{names}\nInstall them with:\n  sudo apt-get install -y --no-install-recommends {packages}"
    return f"{names}\nInstall the packages of your system that hold them (on Debian: {packages})."


# --- commands ------------------------------------------------------------------------------------------------


def no_window_because() -> str | None:
    """Why no window can be opened, in words; None where one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in ("offscreen", "minimal"):
        return f"QT_QPA_PLATFORM is set to {platform}"
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    missing = missing_libraries(for_window=True)
    return how_to_get(missing, for_window=True) if missing else None


def run(kind: str) -> int:
    set_up(kind)
    reason = no_window_because()
    if reason is None:
        status = command(PYTHON, "-m", "nexus_desktop", "window", "--sample").returncode
        if status != -6:  # Qt aborts where a display is named but cannot be reached
            return 1 if status else 0
        reason = "the display could not be reached"
    say(f"No window: {reason}.\nAnalyzing the sample letter on the command line instead.\n")
    return command(PYTHON, "-m", "nexus_desktop", "sample").returncode


def test(extra: list[str]) -> int:
    """Every check in turn, all of them even when one fails."""
    set_up("test")
    missing = missing_libraries(for_window=False)
    if missing:
        stop(how_to_get(missing, for_window=False))
    checks: list[tuple[str, list[str | Path]]] = [
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("lint", [PYTHON, "-m", "ruff", "check", "."]),
        ("types", [PYTHON, "-m", "mypy"]),
        (
            "imports",
            [PYTHON, "-c", "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"],
        ),
        ("tests", [PYTHON, "-m", "pytest", *(extra or ["-n", "auto", "--dist", "loadfile"])]),
    ]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    failed = []
    for name, words in checks:
        say(f"\n== {name}")
        if command(*words, env=environment).returncode:
            failed.append(name)
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def screens(_extra: list[str]) -> int:
    """Pictures of every screen, on a display of its own where there is an Xvfb; each screen is also checked."""
    set_up("test")
    words: list[str | Path] = [PYTHON, "-m", "pytest", "tests/ui/test_screens.py"]
    platform = "xcb"
    if shutil.which("xvfb-run") and not missing_libraries(for_window=True):
        words = ["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1920x1080x24", *words]
    else:
        say("No xvfb-run here, or not what a window on it needs: the pictures are taken offscreen.")
        platform = "offscreen"
    return command(*words, env=os.environ | {"NEXUS_SCREENS": "all", "QT_QPA_PLATFORM": platform}).returncode


def package(extra: list[str]) -> int:
    """The frozen program; with --twice a second one, which has to be the same."""
    from release import freeze

    kind = "package-ocr" if "--ocr" in extra else "package"
    set_up(kind)
    missing = missing_libraries(for_window=True, kind=kind)
    if missing:  # PyInstaller would only warn, and the window would not open for those who have none of them either
        stop(how_to_get(missing, for_window=True))
    return freeze.main(python_of(venv_of(kind)), twice="--twice" in extra)


def bench(extra: list[str]) -> int:
    """One table of every benchmark."""
    from release import measure

    set_up("test")
    return measure.main(PYTHON, extra)


def smoke(extra: list[str]) -> int:
    set_up("test")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}  # for the letters that the tests are made of
    return command(PYTHON, ROOT / "build" / "smoke_test.py", *extra, env=environment).returncode


def sbom(_extra: list[str]) -> int:
    from release import release_folder

    return release_folder.papers()


def installer(_extra: list[str]) -> int:
    from release import release_folder

    return release_folder.installers()


def audit(_extra: list[str]) -> int:
    from release import advisories

    return advisories.main([path for paths in LOCKS.values() for path in paths])


def lock() -> int:
    """Lock files with hashes for every system and Python, and without the address of any package index."""
    uv = shutil.which("uv")
    if not uv:
        stop("Locking needs uv on the PATH.")
    as_run = ["--constraints", str(LOCKS["run"][0])]
    wanted: tuple[tuple[str, list[str]], ...] = (
        ("run", ["--group", "build", "pyproject.toml"]),
        ("test", ["--group", "dev", "--extra", "ocr", "pyproject.toml"]),
        ("package-ocr", ["--group", "build", "--extra", "ocr", *as_run, "pyproject.toml"]),
        ("package", ["--group", "pyproject.toml:package", *as_run]),
    )
    for kind, what in wanted:
        done = command(
            uv, "pip", "compile", "--quiet", "--universal", "--python-version", f"{OLDEST[0]}.{OLDEST[1]}",
            "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header", *what,
            "--output-file", LOCKS[kind][0 if kind == "package-ocr" else -1],
        )  # fmt: skip
        if done.returncode:
            return 1
    return 0


def main() -> int:
    require_python()
    with_more = {
        "test": test, "bench": bench, "screens": screens, "package": package, "smoke": smoke,
        "sbom": sbom, "installer": installer, "audit": audit,
    }  # fmt: skip
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("run", "setup", "lock", *with_more))
    parser.add_argument("--scans", action="store_true", help="run, setup: with the reading of scans and photos")
    options, extra = parser.parse_known_args()
    if options.what in with_more:
        return with_more[options.what](extra)
    if extra:
        parser.error(f"'{options.what}' takes no further arguments")
    if options.what == "lock":
        return lock()
    kind = "scans" if options.scans else "run"
    if options.what == "run":
        return run(kind)
    set_up(kind)
    say("Set up. Next: python3 build/dev.py run")
    return 0


if __name__ == "__main__":
    sys.exit(main())
