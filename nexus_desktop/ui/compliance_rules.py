"""Rules and exceptions of the firm: the list, the form of the chosen one, and the file as text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.models.compliance_models import FirmRule
from nexus_desktop.models.errors import ConfigurationInvalid
from nexus_desktop.models.letter_models import PhiCategory, Verdict
from nexus_desktop.services.rules_in_force import Layer
from nexus_desktop.ui.compliance_fields import Message, tight
from nexus_desktop.ui.compliance_rule_form import RuleForm
from nexus_desktop.ui.compliance_rule_text import RuleText
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.late_stack import is_made
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, card, label

if TYPE_CHECKING:
    from nexus_desktop.services.rule_editing import Entry, RuleEditing, RuleLine, RulePreview, RuleState
    from nexus_desktop.ui.tasks import TaskRunner

EMPTY = tr(
    "No rules yet. A rule removes, or asks about, what only your firm knows: your matter numbers, an expert's name. An "
    "exception keeps what is no identifier here, such as your own letterhead."
)
BROKEN = tr("The file of {} cannot be read, so no letter is searched until it is mended.")
SHOWN = 6  # matches
SAVED = tr("Saved. It counts from the next letter on, and for open letters when they are searched again.")


class RulesPage(QWidget):
    """``changed`` after rules were saved."""

    changed = Signal()

    def __init__(self, rules: RuleEditing, runner: TaskRunner, theme: Theme, titles: dict[PhiCategory, str]) -> None:
        super().__init__()
        self._rules, self._runner, self._theme, self._titles = rules, runner, theme, titles
        self._state: RuleState | None = None
        self._line: RuleLine | None = None
        self._wanted: str | None = None
        self._tried = 0
        outer = QVBoxLayout(self)
        tight(outer)
        self.pages = QStackedWidget()
        outer.addWidget(self.pages)
        self.list = self._list_page()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.pages.addWidget(self.splitter)

    @cached_property
    def form(self) -> RuleForm:
        """The form of the chosen rule, made when the first is chosen."""
        made = RuleForm(self._titles)
        made.hide()
        self.splitter.addWidget(made)
        self.splitter.setSizes([640, 480])
        made.try_wanted.connect(self._try)
        made.save_wanted.connect(self._save)
        made.remove_wanted.connect(self._remove)
        return made

    @cached_property
    def text(self) -> RuleText:
        """The file as text, made when it is first asked for."""
        made = RuleText(self._theme)
        self.pages.addWidget(made)
        made.save_wanted.connect(self._save_text)
        made.left.connect(lambda: self.pages.setCurrentWidget(self.splitter))
        return made

    def _list_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        tight(layout)
        layout.setSpacing(MEDIUM)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.add_rule, self.add_exception = button(tr("Add a rule")), button(tr("Add an exception"))
        self.as_text = button(tr("Edit as text"), link=True)
        self.add_rule.clicked.connect(lambda: self._new(rule=True))
        self.add_exception.clicked.connect(lambda: self._new(rule=False))
        self.as_text.clicked.connect(self.show_text)
        row.addWidget(self.add_rule)
        row.addWidget(self.add_exception)
        row.addStretch(1)
        row.addWidget(self.as_text)
        layout.addLayout(row)
        self.message = Message()
        layout.addWidget(self.message)
        self.about = label(EMPTY, "muted")
        layout.addWidget(self.about)
        self.model: PagedModel[RuleLine] = PagedModel(
            [
                Column(tr("No."), lambda one: str(one.number), number=True),
                Column(tr("Id"), lambda one: one.entry.id, icon=self._icon),
                Column(tr("Looks for"), _looks_for),
                Column(tr("Does"), _does),
                Column(tr("Set by"), lambda one: one.layer.value),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Rules and exceptions"), stretched=2)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        layout.addWidget(self.view, 1)
        self.preview, inside = card()
        self.found, self.matches = label("", "strong"), label("")
        inside.addWidget(self.found)
        inside.addWidget(self.matches)
        layout.addWidget(self.preview)
        self.preview.hide()
        return page

    def _icon(self, one: RuleLine) -> object:
        scheme = self._theme.scheme
        if not one.entry.enabled:
            return icon(Icon.CANCEL, scheme.muted)
        return icon(Icon.REMOVE, scheme.muted) if one.is_rule else icon(Icon.KEEP, scheme.info)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_state(self, state: RuleState) -> None:
        """Show rules as they are on disk. What is being typed stays where nothing was changed meanwhile."""
        before, self._state = self._state, state
        self._say_problem(state)
        if before is not None and before.lines == state.lines and self._wanted is None:
            return
        wanted = self._wanted or (self._line.entry.id if self._line is not None else None)
        self._wanted = None
        self.about.setVisible(not state.lines and state.problem is None)
        self.model.show_rows(state.lines)
        chosen = next((row for row, one in enumerate(state.lines) if one.entry.id == wanted), None)
        if chosen is not None:
            self.view.selectRow(chosen)
        elif wanted is not None or before is None:
            if is_made(self, "form"):
                self.form.hide()
            self.preview.hide()

    def _say_problem(self, state: RuleState) -> None:
        for one in (self.add_rule, self.add_exception):
            one.setEnabled(state.problem is None)
        problem = state.administrator_problem or state.problem
        if problem is not None:
            whose = (
                tr("your administrator's rules") if state.administrator_problem is not None else tr("your firm's rules")
            )
            self.message.say(
                tr("{format} Line {line}: {detail}").format(
                    format=BROKEN.format(whose), line=problem.line, detail=problem.detail
                ),
                bad=True,
            )
        elif self.message.property("role") == "gate":
            self.message.say("")

    @Slot()
    def show_text(self) -> None:
        """The file as text."""
        if self._state is not None:
            self.text.show_text(self._state.text, self._state.problem)
            self.pages.setCurrentWidget(self.text)

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._line = self.model.row(current)
        if self._line is not None:
            self.form.show()
            self.form.show_line(self._line, own=self._line.layer is Layer.FIRM)

    def _new(self, *, rule: bool) -> None:
        self._line = None
        self.view.clearSelection()
        self.view.setCurrentIndex(QModelIndex())
        self.form.show()
        self.form.show_new(rule=rule)

    # --- changing --------------------------------------------------------------------------------------------------

    @Slot(object)
    def _try(self, entry: Entry | None) -> None:
        self._tried += 1
        number, rules = self._tried, self._rules
        self.preview.setVisible(entry is not None)
        if entry is None:
            return
        self._runner.run(
            lambda _progress, _cancelled: rules.try_out(entry), lambda preview: self._show_preview(number, preview)
        )

    def _show_preview(self, number: int, preview: RulePreview) -> None:
        if number == self._tried:  # an answer to what is no longer typed is let go
            found, matches = in_words(preview)
            self.found.setText(found)
            self.matches.setText(matches)
            self.matches.setVisible(bool(matches))

    @Slot(object)
    def _save(self, entry: Entry) -> None:
        state, replaced = self._state, self._line.entry.id if self._line is not None else None
        if state is not None:
            self._change(lambda: self._rules.put(entry, state, replaced), entry.id, self.form.message)

    @Slot()
    def _remove(self) -> None:
        state, line = self._state, self._line
        if state is not None and line is not None:
            self._line = None
            self.form.hide()
            self.preview.hide()
            self._change(lambda: self._rules.remove(line.entry.id, state), None, self.message)

    @Slot(str)
    def _save_text(self, text: str) -> None:
        state = self._state
        if state is not None:
            self._change(lambda: self._rules.save_text(text, state.text), None, self.text.message)

    def _change(self, work: Callable[[], RuleState], wanted: str | None, message: Message) -> None:
        self._wanted = wanted
        self.setEnabled(False)
        self._runner.run(
            lambda _progress, _cancelled: work(), self._changed, lambda error: self._failed(error, message)
        )

    def _changed(self, state: RuleState) -> None:
        self.setEnabled(True)
        self.pages.setCurrentWidget(self.splitter)
        self.message.say(SAVED)
        self.show_state(state)
        self.changed.emit()

    def _failed(self, error: Exception, message: Message) -> None:
        self.setEnabled(True)
        self._wanted = None
        if isinstance(error, ConfigurationInvalid) and is_made(self, "text") and message is self.text.message:
            self.text.show_problem(error)
        elif isinstance(error, ConfigurationInvalid):
            message.say(error.detail, bad=True)  # the line is one of the file, which the form does not show
        elif not message.fail(error):
            self._runner.failed.emit(error)


def in_words(preview: RulePreview) -> tuple[str, str]:
    """What an entry finds in the sample letter: a heading, and the places with what stands around them."""
    if preview.refused is not None:
        return tr("Cannot be used"), preview.refused.capitalize()
    if preview.stopped:
        return (
            tr("Stopped: too slow, or it matches nearly everything"),
            tr("On a letter this would stop the work rather than leave the rule out."),
        )
    places = tr("1 place") if preview.count == 1 else tr("{count:,} places").format(count=preview.count)
    lines = [" ".join(f"… {one.before}»{one.words}«{one.after} …".split()) for one in preview.matches[:SHOWN]]
    if preview.count > SHOWN:
        lines.append(tr("and {count:,} more").format(count=preview.count - SHOWN))
    return tr("In the sample letter: {places}, {milliseconds:,.1f} ms").format(
        places=places, milliseconds=preview.milliseconds
    ), "\n".join(lines)


def _looks_for(one: RuleLine) -> str:
    return one.entry.pattern if one.entry.pattern is not None else "; ".join(one.entry.words)


def _does(one: RuleLine) -> str:
    entry = one.entry
    if isinstance(entry, FirmRule):
        does = "removes" if entry.verdict is Verdict.REDACT else "asks"
        words = tr("{does} from {level} on").format(does=does, level=entry.level.value)
    else:
        words = "keeps"
    return words if entry.enabled else tr("off ({words})").format(words=words)
