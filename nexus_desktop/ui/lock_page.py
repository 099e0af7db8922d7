"""What a locked window shows: that it is locked, and how to unlock it. Nothing of any client."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nexus_desktop.models.errors import NexusError
from nexus_desktop.runtime.key_vault import Credentials, KeyNeed
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, card, label

BY_KEYRING_ALONE = tr(
    "The keyring of this machine opens it without asking. If others use this machine while you are logged in, set a "
    "passphrase in the menu Data, Keys."
)
PASSPHRASE, RECOVERY = tr("Passphrase"), tr("Recovery key")
CARD_WIDTH = 480


class LockPage(QWidget):
    """``wanted`` carries the credentials someone gave to unlock it."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._need, self._by_recovery = theme, KeyNeed.NOTHING, False
        outer = QVBoxLayout(self)
        frame, layout = card()
        frame.setFixedWidth(CARD_WIDTH)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        row = QHBoxLayout()
        self.picture = label("", wrap=False)
        row.addWidget(self.picture)
        row.addWidget(label(tr("Nexus Desktop is locked"), "title"), 1)
        layout.addLayout(row)
        self.words = label("", "muted")
        layout.addWidget(self.words)
        self.secret = QLineEdit()
        self.secret.returnPressed.connect(self._unlock)
        layout.addWidget(self.secret)
        self.problem = label("")
        layout.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        self.other = button("", link=True)
        self.unlock = button(tr("Unlock"), primary=True)
        self.other.clicked.connect(self._other_way)
        self.unlock.clicked.connect(self._unlock)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.unlock)
        layout.addLayout(buttons)
        middle = QHBoxLayout()  # no alignment: it would cut labels that wrap
        middle.addStretch(1)
        middle.addWidget(frame)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)
        theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.picture.setPixmap(icon(Icon.LOCKED, self._theme.scheme.primary).pixmap(28, 28))

    def show_waiting(self, in_hand: int) -> None:
        """The screen is covered; the database is closed once the work under way is done."""
        self._set_enabled(False)
        self.problem.setText("")
        self.words.setText(tr("Finishing the work under way, then locking.") + self._in_hand(in_hand))

    def show_locked(self, need: KeyNeed, in_hand: int) -> None:
        """Locked: ask for what opens it. ``in_hand`` letters under review stay in memory."""
        self._need, self._by_recovery = need, False
        self.words.setText(tr("The database is closed and its key is out of memory.") + self._in_hand(in_hand))
        self.problem.setText("" if need is KeyNeed.PASSPHRASE else BY_KEYRING_ALONE)
        set_role(self.problem, state="")
        self._set_enabled(True)
        self._ask()

    @staticmethod
    def _in_hand(count: int) -> str:
        if not count:
            return ""
        letters = (
            tr("1 letter on the desk stays")
            if count == 1
            else tr("{count} letters on the desk stay").format(count=count)
        )
        return tr(" {letters} in memory, out of sight, until you unlock or quit.").format(letters=letters)

    def show_problem(self, error: Exception) -> None:
        """It did not open."""
        known = error if isinstance(error, NexusError) else NexusError()
        self._set_enabled(True)
        self.problem.setText(f"{known.sentence} {known.next_step}")
        set_role(self.problem, state="bad")
        self.secret.selectAll()
        self.secret.setFocus()

    def _ask(self) -> None:
        asks = self._by_recovery or self._need is KeyNeed.PASSPHRASE
        self.secret.clear()
        self.secret.setVisible(asks)
        name = RECOVERY if self._by_recovery else PASSPHRASE
        self.secret.setAccessibleName(name)
        self.secret.setPlaceholderText(name)
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if self._by_recovery else QLineEdit.EchoMode.Password)
        self.other.setText(tr("Back") if self._by_recovery else tr("Use the recovery key"))
        (self.secret if asks else self.unlock).setFocus()

    @Slot()
    def _other_way(self) -> None:
        self._by_recovery = not self._by_recovery
        self._ask()

    @Slot()
    def _unlock(self) -> None:
        text = self.secret.text()
        if self.secret.isVisible() and not text:
            return
        given = Credentials(recovery=text) if self._by_recovery else Credentials(passphrase=text or None)
        self._set_enabled(False)
        self.wanted.emit(given)

    def clear(self) -> None:
        """Forget what was typed."""
        self.secret.clear()

    def _set_enabled(self, enabled: bool) -> None:
        for part in (self.secret, self.other, self.unlock):
            part.setEnabled(enabled)
