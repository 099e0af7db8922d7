"""Lists as all panes show them: an icon, a strong line, a quiet line; and what to do where a list is empty."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nexus_desktop.ui.theme import LARGE, MEDIUM, SIZES, SMALL, TINY, Theme

Index = QModelIndex | QPersistentModelIndex
ICON = 20
SELECTED_BAR = 3


class TwoLines(QStyledItemDelegate):
    """Paints ``strong\\nquiet`` with the icon of the row; what is too long ends in an ellipsis."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's own signature
        strong, quiet = self._fonts(option)
        lines = QFontMetrics(strong).height() + QFontMetrics(quiet).height()
        return QSize(LARGE * 6, max(lines, ICON) + 2 * SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme, box = self._theme.scheme, QRect(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(scheme.selected))
            painter.fillRect(QRect(box.left(), box.top(), SELECTED_BAR, box.height()), QColor(scheme.primary))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(scheme.primary))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QIcon):
            top = box.top() + (box.height() - ICON) // 2
            painter.drawPixmap(box.left() + MEDIUM, top, picture.pixmap(QSize(ICON, ICON)))
        words = box.adjusted(2 * MEDIUM + ICON - TINY, SMALL, -SMALL, -SMALL)
        lines = str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")
        for text, font, colour in zip(lines[::2], self._fonts(option), (scheme.text, scheme.muted), strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words.left(), words.top() + metrics.ascent(), shown)
            words.setTop(words.top() + metrics.height())
        painter.restore()

    @staticmethod
    def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
        font = QFont(option.font)
        quiet = QFont(font)
        quiet.setPointSizeF(font.pointSizeF() * SIZES["caption"])
        return font, quiet


class LineList(QListView):
    """A list of two-line rows. ``hint`` says what to do where there is none."""

    def __init__(self, theme: Theme, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._theme = theme
        self.setItemDelegate(TwoLines(theme, self))
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(self.sizeHintForRows(1))

    def set_hint(self, hint: str) -> None:
        """Say something else where there is none."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """No more than it needs at least: a list takes what room the pane has left."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def sizeHintForRows(self, count: int) -> int:
        """The height of that many rows with the frame, in pixels."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return count * self.itemDelegate().sizeHint(option, QModelIndex()).height() + 2 * self.frameWidth() + TINY

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model() is not None and self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.scheme.muted))
            room = self.viewport().rect().adjusted(MEDIUM, MEDIUM, -MEDIUM, -MEDIUM)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._hint)
