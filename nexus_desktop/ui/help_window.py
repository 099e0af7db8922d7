"""Help: the pages of resources/help/ in a window of their own, as text that can do nothing but be read.

HTML inside the pages is not interpreted, nothing is loaded from outside, and a link leads to another page or nowhere.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from nexus_desktop.runtime import paths
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import label

LICENCES = "licences"
PAGES: tuple[tuple[str, str], ...] = (
    ("user-guide", tr("User guide")),
    ("protection", tr("What is protected")),
    ("data-flow", tr("Data flow and threats")),
    ("verify", tr("Verify it yourself")),
    ("ethics", tr("For the ethics file")),
    ("administrator", tr("Administrator guide")),
    ("rollback", tr("Updating and going back")),
    ("error-codes", tr("Error codes")),
    ("log-events", tr("What the log says")),
    (LICENCES, tr("Licences")),
)
PAGE_OF_TAB = {
    tr("Analyze"): "user-guide",
    tr("Compliance"): "protection",
    tr("Audit"): "verify",
    tr("Health"): "administrator",
    tr("Prompts"): "data-flow",
}
"""What F1 opens on each tab."""

SAFE = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
LINE_HEIGHT = 130  # per cent
MISSING = tr("This page did not come with the program. Install the program again; your data stays where it is.")


def page_text(name: str) -> str:
    """The Markdown of a page; a sentence where the file is not there."""
    try:
        return paths.resource(f"help/{name}.md").read_text("utf-8")
    except OSError:
        return MISSING


def licences_text() -> str:
    """In the packaged program the notices of everything in it; in a checkout, which has none of it inside, Qt's."""
    for name in ("third-party-notices.txt", "qt-notice.txt"):
        file = paths.resource(f"licences/{name}")
        if file.is_file():
            return file.read_text("utf-8")
    return MISSING


def space_out(document: QTextDocument) -> None:
    """Give lines and headings the room that long text is read with."""
    block = document.begin()
    while block.isValid():
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if block.blockFormat().headingLevel() > 1:
            spacing.setTopMargin(WIDE)
            spacing.setBottomMargin(SMALL)
        QTextCursor(block).mergeBlockFormat(spacing)
        block = block.next()


class HelpPage(QTextBrowser):
    """Shows a page; asks nobody for pictures, style sheets or other files."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing, which is not None: for None the document looks on the disk itself."""
        return QByteArray()


class HelpWindow(QWidget):
    """The pages by name on the left, the chosen one on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Nexus Desktop help"))
        self.resize(QSize(1040, 720))
        self._theme = theme
        self.pages = QListWidget()
        self.pages.setAccessibleName(tr("Help pages"))
        self.pages.setMaximumWidth(240)
        for name, title in PAGES:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.pages.addItem(item)
        self.page = HelpPage()
        self.page.setAccessibleName(tr("Help page"))
        self.page.setOpenLinks(False)
        self.page.setOpenExternalLinks(False)
        self.page.document().setDocumentMargin(WIDE)
        self.page.anchorClicked.connect(self._follow)
        side = QVBoxLayout()
        side.setSpacing(SMALL)
        side.addWidget(label(tr("Pages"), "section", wrap=False))
        side.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        row.setSpacing(MEDIUM)
        row.addLayout(side)
        row.addWidget(self.page, 1)
        self.pages.currentItemChanged.connect(self._show)
        theme.changed.connect(self._show)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        item = self.pages.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def open(self, name: str) -> None:
        """Show a page and come to the front."""
        rows = [page for page, _ in PAGES]
        self.pages.setCurrentRow(rows.index(name) if name in rows else 0)
        self.show()
        self.activateWindow()
        self.page.setFocus()

    @Slot()
    def _show(self) -> None:
        document = self.page.document()
        if self.current == LICENCES:
            document.setPlainText(licences_text())
        else:
            document.setMarkdown(page_text(self.current), SAFE)
            space_out(document)
        document.setDocumentMargin(WIDE)
        self.page.moveCursor(self.page.textCursor().MoveOperation.Start)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        name = Path(link.path()).stem
        if not link.scheme() and not link.host() and name in dict(PAGES):
            self.open(name)
