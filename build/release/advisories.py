"""Asks the advisory database of PyPI about every locked package, by pip-audit in an environment of its own.

pip-audit is not part of any lock: it looks at the project from outside, and the newest one knows most. What it finds is
printed; a finding fails the command. Where nothing can be reached, that is said and is not a pass.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from release import bundle

ENVIRONMENT = bundle.ROOT / "build" / "out" / "audit-venv"
NOT_REACHED = 2


def tool() -> Path | None:
    """pip-audit, installed on first use; None where it cannot be had."""
    folder = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
    program = folder / ("pip-audit.exe" if sys.platform == "win32" else "pip-audit")
    if not program.exists():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        python = folder / ("python.exe" if sys.platform == "win32" else "python")
        words = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pip-audit"]
        if subprocess.run(words, check=False).returncode:
            return None
    return program


def main(locks: Sequence[Path]) -> int:
    """Audit each lock file. 0: nothing is known against any package; 1: something is; 2: nobody could be asked."""
    program = tool()
    if program is None:
        print("pip-audit could not be installed; nothing was audited.", file=sys.stderr)
        return NOT_REACHED
    status = 0
    for lock in sorted(set(locks)):
        print(f"== {lock.name}", flush=True)
        words = [
            str(program),
            "--requirement",
            str(lock),
            "--disable-pip",
            "--require-hashes",
            "--progress-spinner",
            "off",
        ]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        print(done.stdout + (done.stderr.strip().splitlines() or [""])[-1], flush=True)
        if done.returncode:
            asked = "known vulnerabilit" in done.stderr + done.stdout
            status = max(status, 1 if asked else NOT_REACHED)
    if status == NOT_REACHED:
        print("The advisory database could not be asked; nothing was audited.", file=sys.stderr)
    return status
