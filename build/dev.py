#!/usr/bin/env python3
"""Set up, run and test Nexus Desktop from a checkout, with nothing but Python and pip.

    python3 build/dev.py run      set up, then open the window with a sample letter ready
    python3 build/dev.py test     set up, then check format, lint, types, imports, and run every test
    python3 build/dev.py setup    set up and stop there
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

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run": ROOT / "build" / "requirements.lock", "test": ROOT / "build" / "requirements-dev.lock"}
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# Read off fresh Debian 12 systems; the first line is enough for tests, a window on X11 needs both.
DEBIAN_OFFSCREEN = "libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0"
DEBIAN_X11 = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"


def say(line: str) -> None:
    print(line, flush=True)


def stop(line: str) -> None:
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


def fingerprint(kind: str) -> str:
    """Changes whenever the environment has to be made again."""
    digest = hashlib.sha256(f"{sys.version}{kind}{ROOT}".encode())
    for path in (LOCKS[kind], ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(kind: str) -> Path:
    return VENV / f".{kind}.stamp"


def is_set_up(kind: str) -> bool:
    return PYTHON.exists() and stamp(kind).exists() and stamp(kind).read_text() == fingerprint(kind)


def make_venv() -> list[str | Path]:
    """Make .venv; the command that runs its pip."""
    made = command(sys.executable, "-m", "venv", VENV, capture_output=True)
    if made.returncode == 0:
        return [PYTHON, "-m", "pip"]
    # Debian and Ubuntu keep ensurepip in a package of its own: make the folder without pip, and use ours.
    shutil.rmtree(VENV, ignore_errors=True)
    made = command(sys.executable, "-m", "venv", "--without-pip", VENV, capture_output=True)
    if made.returncode != 0:
        stop(f"Python could not make a virtual environment:\n{made.stderr}{made.stdout}")
    pip = [sys.executable, "-m", "pip", "--python", PYTHON]
    if command(*pip, "--version", capture_output=True).returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        stop("This Python has neither ensurepip nor pip. On Debian or Ubuntu: sudo apt-get install python3-venv")
    return pip


def install(pip: list[str | Path], *arguments: str | Path) -> None:
    done = command(*pip, "install", "--quiet", "--disable-pip-version-check", "--no-input", *arguments)
    if done.returncode != 0:
        stop("pip could not install what the project needs (its message is above). Check the network and call again.")


def set_up(kind: str) -> None:
    """Make .venv hold the locked requirements and the project; about a second when nothing changed."""
    if is_set_up(kind):
        return
    for name in LOCKS:
        stamp(name).unlink(missing_ok=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip"]
    if not PYTHON.exists() or command(*pip, "--version", capture_output=True).returncode != 0:
        say("Making .venv …")
        shutil.rmtree(VENV, ignore_errors=True)
        pip = make_venv()
    say(f"Installing {LOCKS[kind].relative_to(ROOT)}, every file checked against its hash …")
    # --no-deps: the lock is complete, and leaves out what scrubadub names but we never load (see pyproject.toml).
    install(pip, "--no-deps", "--require-hashes", "-r", LOCKS[kind])
    install(pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    stamp(kind).write_text(fingerprint(kind))
    if kind == "test":
        stamp("run").write_text(fingerprint("run"))  # the lock for tests holds all of the other


# --- what Qt needs of the system -----------------------------------------------------------------------------


def missing_libraries(for_window: bool) -> list[str]:
    """Names of the shared libraries that Qt cannot find on this Linux; empty elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    script = "import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent / 'Qt')"
    home = command(PYTHON, "-c", script, capture_output=True).stdout.strip()
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


def run() -> int:
    set_up("run")
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


def lock() -> int:
    """Lock files with hashes for every system and Python, and without the address of any package index."""
    uv = shutil.which("uv")
    if not uv:
        stop("Locking needs uv on the PATH.")
    for kind, group, extras in (("run", "build", []), ("test", "dev", ["--extra", "ocr"])):
        done = command(
            uv, "pip", "compile", "--quiet", "--universal", "--python-version", f"{OLDEST[0]}.{OLDEST[1]}",
            "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header", "--group", group,
            *extras, "pyproject.toml", "--output-file", LOCKS[kind],
        )  # fmt: skip
        if done.returncode:
            return 1
    return 0


def main() -> int:
    require_python()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("run", "test", "setup", "lock"))
    options, extra = parser.parse_known_args()
    if extra and options.what != "test":
        parser.error(f"'{options.what}' takes no further arguments")
    if options.what == "setup":
        set_up("run")
        say("Set up. Next: python3 build/dev.py run")
        return 0
    return {"run": run, "lock": lock, "test": lambda: test(extra)}[options.what]()


if __name__ == "__main__":
    sys.exit(main())
