"""The page beside its text: which page is in view, fetched when it is needed and kept in memory for a while."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nexus_desktop.models.errors import Cancelled, NexusError
from nexus_desktop.models.letter_models import Letter, LetterKind, PagePicture
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.services.analyze_letter import AnalyzeLetter
    from nexus_desktop.ui.desk import DeskLetter
    from nexus_desktop.ui.letter_pane import LetterPane
    from nexus_desktop.ui.tasks import Task, TaskRunner

SETTLED_MILLISECONDS = 150  # without scrolling, before another page is fetched
MOST_KEPT = 6  # pages in memory; a page of a scan is about a megabyte
DRAWN = (LetterKind.PDF, LetterKind.IMAGE)


class PageReading(QObject):
    """Follows the text with its page while the page is wanted. ``shown`` after a page came up."""

    shown = Signal()

    def __init__(self, pane: LetterPane, letters: AnalyzeLetter, runner: TaskRunner) -> None:
        super().__init__(pane)
        self._pane, self._letters, self._runner = pane, letters, runner
        self._letter: Letter | None = None
        self._path = Path()
        self._kept: dict[int, PagePicture] = {}
        self._fetching: Task | None = None
        self._wanted = 0
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self._follow)
        pane.head.page.toggled.connect(self._toggle)
        pane.page.page_wanted.connect(self._go)
        pane.original.scrolled.connect(self._scrolled)
        pane.redacted.scrolled.connect(self._scrolled)

    def take(self, letter: DeskLetter | None) -> None:
        """Another letter is in view, or none: its pages can be shown while its file is in hand."""
        read = letter.review.preparation.letter if letter is not None and letter.review is not None else None
        source = letter.source if letter is not None else None
        if read is not None and read is self._letter:
            return
        self._stop()
        self._kept = {}
        there = read is not None and isinstance(source, Path) and read.kind in DRAWN
        self._letter, self._path = (read, source) if there and isinstance(source, Path) else (None, Path())
        self._pane.offer_page(there)
        self._toggle()

    @Slot()
    def _toggle(self) -> None:
        wanted = self._pane.head.page.isChecked() and self._letter is not None
        self._pane.show_page(shown=wanted)
        if wanted:
            self._pane.page.clear(tr("Drawing the page …"))
            self._settled.start()

    @Slot()
    def _scrolled(self) -> None:
        if self._letter is not None and self._pane.page.isVisibleTo(self._pane):
            self._settled.start()

    def _place(self) -> tuple[int, float]:
        """The page that is read, and how much of it stands above the middle of the view."""
        pair = self._pane.pair
        if pair.side is Side.REDACTED:
            first, end = (pair.places.original(place) for place in self._pane.redacted.visible())
        else:
            first, end = self._pane.original.visible()
        text = self._letter.phi_text if self._letter is not None else ""
        middle = min(len(text), first + max(0, end - first) // 3)
        begins = text.rfind("\f", 0, middle) + 1
        stops = text.find("\f", middle)
        length = (stops if stops >= 0 else len(text)) - begins
        return text.count("\f", 0, middle) + 1, (middle - begins) / length if length > 0 else 0.0

    @Slot()
    def _follow(self) -> None:
        if self._letter is None or not self._pane.page.isVisibleTo(self._pane):
            return
        page, share = self._place()
        if page == self._pane.page.page:
            self._pane.page.show_place(share)
        else:
            self._fetch(page)

    @Slot(int)
    def _go(self, page: int) -> None:
        """The person turns the page; the text stays where it is."""
        self._settled.stop()
        self._fetch(page)

    def _fetch(self, page: int) -> None:
        if page in self._kept:
            self._show(self._kept[page])
            return
        letter, path, letters = self._letter, self._path, self._letters
        if letter is None or (self._fetching is not None and self._wanted == page):
            return
        self._stop()
        self._wanted = page
        self._fetching = self._runner.run(
            lambda _progress, cancelled: letters.page(path, letter, page, cancelled),
            lambda picture: self._came(letter, picture),
            lambda error: self._failed(letter, page, error),
        )

    def _stop(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
            self._fetching = None

    def _came(self, letter: Letter, picture: PagePicture) -> None:
        if letter is not self._letter:
            return
        while len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[picture.page] = picture
        if picture.page == self._wanted:
            self._fetching = None
            self._show(picture)

    def _failed(self, letter: Letter, page: int, error: Exception) -> None:
        if letter is not self._letter or page != self._wanted or isinstance(error, Cancelled):
            return
        self._fetching = None
        told = error if isinstance(error, NexusError) else NexusError()
        self._pane.page.clear(f"{told.sentence} {told.next_step}")
        if not isinstance(error, NexusError):
            self._runner.failed.emit(error)

    def _show(self, picture: PagePicture) -> None:
        page, share = self._place()
        self._pane.page.show_page(picture, share if page == picture.page else 0.0)
        self.shown.emit()
