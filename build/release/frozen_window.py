"""Starts the frozen window as a person would, waits until it answers, and closes it as a person would."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

PATIENCE = 60.0  # seconds
POLL = 0.005
TRIES = 20
KEYRING = ("dbus-run-session", "gnome-keyring-daemon", "bash")
TITLE = "Nexus Desktop"


@dataclass(frozen=True)
class Started:
    """One start, from the spawn to a painted window that answers, and what was said meanwhile.

    A busy machine makes ``seconds`` longer; ``processor`` is what the program itself used of them, in all threads.
    """

    seconds: float
    processor: float
    status: int
    said: str


@contextlib.contextmanager
def display() -> Iterator[dict[str, str]]:
    """A display of its own for as long as the block runs, where this is Linux; its variables."""
    if not sys.platform.startswith("linux"):
        yield {}
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    try:
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def has_keyring() -> bool:
    """Whether a keyring can be had for the window: the system's own, or on Linux one in a session of its own."""
    return not sys.platform.startswith("linux") or all(map(shutil.which, KEYRING))


def start_and_close(program: Path, home: Path, environment: dict[str, str], *letters: str) -> Started:
    """One whole life of the window. Raises SystemExit where it does not open, or does not close."""
    ready = Path(tempfile.mkdtemp()) / "ready"
    words = [str(program), "window", f"--ready-file={ready}", *letters]
    began = time.perf_counter()
    process = subprocess.Popen(
        words, env=environment | {"NEXUS_HOME": str(home)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        while not ready.exists():
            if process.poll() is not None or time.perf_counter() - began > PATIENCE:
                process.kill()
                raise SystemExit(f"The window did not open ({process.wait()}):\n{process.communicate()[0]}")
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(POLL)
        seconds, used = time.perf_counter() - began, psutil.Process(process.pid).cpu_times()
        close(process, environment)
        said, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise SystemExit("The window did not close.") from None
    finally:
        process.kill()
    return Started(seconds, used.user + used.system, process.returncode, said)


def close(process: subprocess.Popen[str], environment: dict[str, str]) -> None:
    """Ask the window to close, by the means of the system."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/PID", str(process.pid)], check=True, capture_output=True)
    elif sys.platform == "darwin":
        process.terminate()
    else:
        window = windows(f"^{TITLE}$", environment, "--sync")[-1]
        for _ in range(TRIES):  # without a window manager, focus may be refused until the server has drawn the window
            for dialog in windows(".", environment):  # the first start offers to make a recovery key
                if dialog != window:
                    press("Escape", dialog, environment)
            press("ctrl+q", window, environment)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(1)
                return


def windows(name: str, environment: dict[str, str], *options: str) -> list[str]:
    """The windows on the display that can be seen and whose title fits."""
    words = ["xdotool", "search", *options, "--onlyvisible", "--name", name]
    done = subprocess.run(words, env=environment, check=False, capture_output=True, text=True, timeout=PATIENCE)
    return done.stdout.split()


def press(key: str, window: str, environment: dict[str, str]) -> None:
    """A key in a window, once the program has heard that it is the one in front."""
    nobody = "1"  # what X calls PointerRoot: a window that has the focus already would hear of nothing
    words = ["xdotool", "windowfocus", nobody, "windowfocus", window, "sleep", "0.3", "key", key]
    subprocess.run(words, env=environment, check=False, capture_output=True, timeout=PATIENCE)


def main() -> int:
    """Called inside the keyring's session: program, data folder, number of starts; prints both figures of each."""
    program, home, starts = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    for number in range(starts):
        started = start_and_close(program, home, dict(os.environ), *(["--sample"] if number == 0 else []))
        if sys.platform != "darwin" and (started.status or started.said):
            print(f"unexpected: status {started.status}, said: {started.said}")
            return 1
        print(f"{started.seconds:.3f} {started.processor:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
