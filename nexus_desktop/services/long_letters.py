"""Letters are searched and analyzed in a child process, so that the window never waits for Python's lock.

Measured on a letter of fifty pages (150,000 characters): one pattern that runs over the whole text holds the lock for
up to 120 ms, whatever the switch interval, and a window that has to wait for it stands still as long. Loading the word
lists and patterns holds it for 60 to 180 ms. A short letter costs less than 10 ms at a time, and stays in this process
where there is no window; a window hands over every letter once the child has loaded (``take_all``). The child is kept
for the next letter, is ended when the person cancels, and ends by itself when this process is gone. Letter text goes
through two pipes, never to disk.
"""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Event as Flag
from threading import Lock, Thread
from typing import TYPE_CHECKING

from nexus_desktop.letters import child
from nexus_desktop.models.errors import Cancelled, LongLetterStopped
from nexus_desktop.services import long_letters_protocol as protocol

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import NexusAnalysisResult
    from nexus_desktop.models.answer_models import ParsedAnswer
    from nexus_desktop.models.authority_models import AuthorityFile
    from nexus_desktop.models.case_models import Conflict
    from nexus_desktop.models.citation_models import CitationReport, CitationTables
    from nexus_desktop.models.compliance_models import CompliancePolicy
    from nexus_desktop.models.letter_models import ClientFields, Decision, DeidentifiedText, Finding, Level
    from nexus_desktop.models.ports import CancelFlag
    from nexus_desktop.models.rubric_models import Rubric

LONGEST_HERE = 15_000  # characters, about five pages; a tenth of what was measured above
POLL_SECONDS = 0.05
ARGUMENT = "--long-letters"


class LongLetters:
    """The steps for long letters. Safe to call from several threads; one call runs at a time."""

    def __init__(
        self,
        policy: Callable[[], CompliancePolicy],
        rubric: Callable[[], Rubric],
        authorities: Callable[[], AuthorityFile],
        tables: Callable[[], CitationTables],
    ) -> None:
        """What is in force is asked for at each call, and goes to the child with it."""
        self._policy, self._rubric, self._file, self._tables = policy, rubric, authorities, tables
        self._lock = Lock()
        self._child: _Child | None = None
        self._longest_here = LONGEST_HERE

    def takes(self, text: str) -> bool:
        """Whether a text is long enough to be handed over, and can be: half of a surrogate pair has no UTF-8."""
        if len(text) <= self._longest_here:
            return False
        try:
            text.encode()
        except UnicodeEncodeError:
            return False
        return True

    def take_all(self, cancelled: CancelFlag) -> None:
        """Start the child, have it load all it needs, and hand every letter over from now on. Letters that come
        meanwhile wait for it. Raises Cancelled, LongLetterStopped, and what reading the governed files raises."""
        self._longest_here = -1
        try:
            work = protocol.LoadWork(self._policy(), self._file(), self._tables(), datetime.now(UTC).year)
            self._ask(protocol.request(work), cancelled)
        except BaseException:  # whoever runs it logs why
            self._longest_here = LONGEST_HERE
            raise

    def find(self, phi_text: str, level: Level, client: ClientFields, cancelled: CancelFlag) -> tuple[Finding, ...]:
        """As PhiDeidentifier.find. Raises Cancelled, LongLetterStopped."""
        work = protocol.FindWork(self._policy(), phi_text, level, client)
        return protocol.FINDINGS.validate_json(self._ask(protocol.request(work), cancelled))

    def redact(
        self,
        phi_text: str,
        level: Level,
        client: ClientFields,
        findings: Sequence[Finding],
        decisions: Sequence[Decision],
        cancelled: CancelFlag,
    ) -> tuple[DeidentifiedText, int]:
        """As PhiDeidentifier.apply, and the number of places PhiDeidentifier.residual finds in the outcome."""
        work = protocol.RedactWork(self._policy(), phi_text, level, client, tuple(findings), tuple(decisions))
        redacted = protocol.REDACTED.validate_json(self._ask(protocol.request(work), cancelled))
        return redacted.text, redacted.left

    def analyze(
        self, text: DeidentifiedText, conflicts: tuple[Conflict, ...], cancelled: CancelFlag
    ) -> protocol.Analyzed:
        """As RubricEngine.analyze, with the engine's name. Raises AnalysisInvalid, Cancelled, LongLetterStopped."""
        work = protocol.AnalyzeWork(self._rubric(), self._authorities(), text, conflicts)
        return protocol.ANALYZED.validate_json(self._ask(protocol.request(work), cancelled))

    def score(
        self, parsed: ParsedAnswer, text: DeidentifiedText, conflicts: tuple[Conflict, ...], cancelled: CancelFlag
    ) -> NexusAnalysisResult:
        """As AnswerScorer.score. Raises AnalysisInvalid, Cancelled, LongLetterStopped."""
        work = protocol.ScoreWork(self._rubric(), self._authorities(), text, parsed, conflicts)
        return protocol.SCORED.validate_json(self._ask(protocol.request(work), cancelled))

    def leftover(
        self, text: DeidentifiedText, as_sent: str, client: ClientFields, kept: Sequence[Decision]
    ) -> tuple[tuple[int, int], ...]:
        """As PhiDeidentifier.leftover; names are known to the child that took them out. Raises LongLetterStopped."""
        work = protocol.LeftoverWork(self._policy(), text, as_sent, client, tuple(kept))
        return protocol.PLACES.validate_json(self._ask(protocol.request(work), Flag()))

    def cite(self, text: str, this_year: int) -> CitationReport:
        """As CitationChecker.report. Raises LongLetterStopped."""
        work = protocol.CiteWork(self._file(), self._tables(), this_year, text)
        return protocol.CITED.validate_json(self._ask(protocol.request(work), Flag()))

    def _authorities(self) -> tuple[str, ...]:
        return tuple(sorted(one.id for one in self._file().authorities))

    def close(self) -> None:
        """End the child, if there is one."""
        one, self._child = self._child, None
        if one is not None:
            one.end()

    def _ask(self, request: bytes, cancelled: CancelFlag) -> bytes:
        with self._turn(cancelled):
            if self._child is None or not self._child.alive:
                self._child = _Child()
            try:
                answer = self._child.answer(request, cancelled)
            except BaseException:
                self.close()  # cancelled or broken: it may still be at the old letter
                raise
        return protocol.payload(answer)

    @contextlib.contextmanager
    def _turn(self, cancelled: CancelFlag) -> Iterator[None]:
        while not self._lock.acquire(timeout=POLL_SECONDS):
            if cancelled.is_set():
                raise Cancelled
        try:
            yield
        finally:
            self._lock.release()


class _Child:
    """The process, and the thread that listens to it."""

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(
                child.command(ARGUMENT),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a traceback may quote the letter
                env=child.environment(),
                creationflags=_quietly(),
            )
        except OSError:
            raise LongLetterStopped from None
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def answer(self, request: bytes, cancelled: CancelFlag) -> bytes:
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101 - tells mypy what PIPE means
        try:
            pipe.write(request)
            pipe.flush()
        except OSError:
            raise LongLetterStopped from None
        while True:
            if cancelled.is_set():
                raise Cancelled
            with contextlib.suppress(Empty):
                line = self._lines.get(timeout=POLL_SECONDS)
                if not line.endswith(b"\n"):
                    raise LongLetterStopped
                return line

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):  # what was not written is of no use any more
                self._process.stdin.close()

    def _listen(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None  # noqa: S101 - as above
        with pipe:
            while line := pipe.readline():
                self._lines.put(line)
        self._lines.put(b"")


def _quietly() -> int:
    """Flags for Windows: no console, and behind the window when both want the processor."""
    names = ("CREATE_NO_WINDOW", "BELOW_NORMAL_PRIORITY_CLASS")
    return sum(getattr(subprocess, name, 0) for name in names)
