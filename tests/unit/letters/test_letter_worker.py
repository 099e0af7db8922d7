"""The worker's rights, and what it loads."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

import pytest

from nexus_desktop.letters import child, protocol
from nexus_desktop.letters.extract import ReadingLimits
from tests.data.builders import pdf_letters, word_letters
from tests.data.builders.reading import limits

LIMITS = ReadingLimits.of(limits(child_memory_mb=700, child_seconds=7, pages=3))
LETTERS = {
    "pdf": pdf_letters.pdf(pdf_letters.lines(b"Dear Sir")),
    "docx": word_letters.docx(word_letters.paragraph("Dear Sir")),
    "rtf": word_letters.rtf("Dear Sir"),
    "text": b"Dear Sir",
}


def run(program: str, data: bytes = b"") -> bytes:
    """The output of a Python program that has the worker's environment."""
    started = [sys.executable, "-P", "-c", program]
    return subprocess.run(started, input=data, capture_output=True, check=True, env=child.environment()).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_rights_are_given_up() -> None:
    program = (
        "import json, resource; from nexus_desktop.letters import worker; "
        "from nexus_desktop.letters.extract import ReadingLimits; "
        f"worker.give_up_rights(ReadingLimits(**{asdict(LIMITS)})); "
        "print(json.dumps([resource.getrlimit(getattr(resource, 'RLIMIT_' + name)) "
        "for name in ('AS', 'CPU', 'FSIZE', 'CORE')]))"
    )
    memory = 700 * 1024 * 1024
    assert json.loads(run(program)) == [[memory, memory], [10, 10], [0, 0], [0, 0]]


WATCHED = """
import os, sys
writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def watch(name, arguments):
    if name == "open" and isinstance(arguments[0], (str, bytes)) and (arguments[2] or 0) & writes:
        os._exit(99)
sys.dont_write_bytecode = True
sys.addaudithook(watch)
from nexus_desktop.letters import worker
status = worker.main()
heavy = {"PySide6", "pydantic", "sqlalchemy", "scrubadub", "loguru", "psutil", "yaml"} & set(sys.modules)
sys.exit(98 if heavy else status)
"""


@pytest.mark.parametrize("kind", LETTERS)
def test_no_file_is_written_and_nothing_heavy_is_loaded(kind: str) -> None:
    data = LETTERS[kind]
    answers = run(WATCHED, protocol.request(len(data), protocol.Wanted(LIMITS)) + data).splitlines()
    letter = json.loads(answers[-1])["letter"]
    assert (letter["kind"], letter["phi_text"].strip()) == (kind, "Dear Sir")


def test_nothing_is_said_on_the_error_output() -> None:
    process = subprocess.run(child.command(), input=b"{}", capture_output=True, check=False, env=child.environment())
    assert process.stdout == b""
    assert process.returncode == 1  # its traceback goes to the error output, which the parent throws away
