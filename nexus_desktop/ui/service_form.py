"""The fields of one service profile. The key is written only: a field to type it into, never one that shows it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from nexus_desktop.models.service_models import (
    AnswerForm,
    PresetFile,
    ProxyUse,
    ReviewOfBytes,
    ServiceKind,
    ServiceProfile,
)
from nexus_desktop.models.validation import WHOLE, problems_of
from nexus_desktop.ui.theme import MEDIUM, SMALL, set_role
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import Check, Choice, Form, label

KINDS = {
    ServiceKind.OPENAI: "OpenAI",
    ServiceKind.AZURE: tr("Azure OpenAI"),
    ServiceKind.COMPATIBLE: tr("Any compatible address"),
}
FORMS = {
    AnswerForm.SCHEMA: tr("By a schema (best)"),
    AnswerForm.JSON: tr("As JSON"),
    AnswerForm.TEXT: tr("As plain text"),
}
REVIEWS = {ReviewOfBytes.ALWAYS: tr("every time"), ReviewOfBytes.FIRST: tr("the first time for each model and prompt")}
PROXIES = {
    ProxyUse.SYSTEM: tr("As this machine is set up"),
    ProxyUse.NONE: tr("Directly"),
    ProxyUse.ADDRESS: tr("Through the proxy below"),
}


class ServiceForm(QWidget):
    """``profile()`` gives what is entered, or None with the reasons shown. ``changed`` on every edit."""

    changed = Signal()

    def __init__(self, presets: PresetFile, prices_of: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets = {preset.kind: preset for preset in presets.presets}
        self._id = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        form = Form()
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(SMALL)
        self.kind = _choices(tr("Kind"), KINDS)
        self.title, self.address, self.model, self.version = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.wants_key = Check(tr("The service wants a key"))
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.form = _choices(tr("Answer is asked for"), FORMS)
        self.review = _choices(tr("What is sent is shown"), REVIEWS)
        self.proxy = _choices(tr("Network"), PROXIES)
        self.proxy_address, self.agreement = QLineEdit(), QLineEdit()
        self.agreement.setPlaceholderText(tr("such as: BAA with Example Inc."))
        self.agreement_date = QLineEdit()
        self.agreement_date.setPlaceholderText("2026-11-26")
        self.reach, self.first = _number(1, 3600, " s"), _number(1, 3600, " s")
        self.total, self.wait = _number(5, 3600, " s"), _number(1, 3600, " s")
        self.tokens = _number(256, 100_000, " tokens")
        self.monthly, self.usd_in, self.usd_out = QLineEdit(), QLineEdit(), QLineEdit()
        self.monthly.setPlaceholderText(tr("no limit"))
        for edit in (self.usd_in, self.usd_out):
            edit.setPlaceholderText(tr("as in the price list of {day}").format(day=prices_of.isoformat()))
        for heading, rows in self._rows().items():
            form.addRow(label(heading, "strong"))
            for words, field in rows.items():
                form.addRow(words, field)
                if isinstance(field, QSpinBox):  # a screen reader meets its inner field
                    field.lineEdit().setAccessibleName(words.replace("&", ""))
        self.retention = label("")
        layout.addWidget(self.retention)
        layout.addLayout(form)
        self.problem = label("", "caption")
        set_role(self.problem, state="bad")
        layout.addWidget(self.problem)
        self.kind.activated.connect(self._other_kind)
        self.wants_key.toggled.connect(self.key.setEnabled)

    def _rows(self) -> dict[str, dict[str, QWidget]]:
        return {
            tr("Where letters go"): {
                tr("&Kind"): self.kind,
                tr("&Name"): self.title,
                tr("&Address"): self.address,
                tr("&Model or deployment"): self.model,
                tr("Interface &version (Azure)"): self.version,
                "": self.wants_key,
                tr("Ke&y"): self.key,
            },
            tr("What you hold and see"): {
                tr("A&greement"): self.agreement,
                tr("In force since"): self.agreement_date,
                tr("What is sent is &shown"): self.review,
            },
            tr("Limits"): {
                tr("&Limit a month, US$"): self.monthly,
                tr("Price a million tokens in, US$"): self.usd_in,
                tr("Price a million tokens out, US$"): self.usd_out,
                tr("Longest answer"): self.tokens,
                tr("Connection within"): self.reach,
                tr("First word within"): self.first,
                tr("Whole answer within"): self.total,
                tr("Wait for a busy service"): self.wait,
            },
            tr("Technical"): {
                tr("Answer is asked &for"): self.form,
                tr("Net&work"): self.proxy,
                tr("Proxy"): self.proxy_address,
            },
        }

    # --- in and out -----------------------------------------------------------------------------------------------

    def begin(self, kind: ServiceKind, taken: set[str]) -> None:
        """Start a new profile of a kind."""
        preset = self._presets[kind]
        number = next(n for n in range(1, 1000) if f"{kind.value}-{n}" not in taken)
        self.show_profile(
            ServiceProfile(
                id=f"{kind.value}-{number}",
                title=preset.title,
                kind=kind,
                address=preset.address,
                model=preset.model,
                api_version=preset.api_version,
                needs_key=preset.needs_key,
            ),
            has_key=False,
        )

    def show_profile(self, profile: ServiceProfile, *, has_key: bool) -> None:
        """Show a profile; of its key only whether there is one."""
        self._id = profile.id
        self.kind.setCurrentIndex(list(KINDS).index(profile.kind))
        for edit, value in (
            (self.title, profile.title),
            (self.address, profile.address),
            (self.model, profile.model),
            (self.version, profile.api_version),
            (self.proxy_address, profile.proxy_address),
            (self.agreement, profile.agreement),
            (self.agreement_date, profile.agreement_date),
            (self.monthly, profile.monthly_usd),
            (self.usd_in, profile.usd_in),
            (self.usd_out, profile.usd_out),
        ):
            edit.setText("" if value is None else f"{value:g}" if isinstance(value, float) else str(value))
        self.wants_key.setChecked(profile.needs_key)
        self.key.setEnabled(profile.needs_key)
        self.key.clear()
        self.key.setPlaceholderText(
            tr("kept, and never shown; type to replace it") if has_key else tr("not entered yet")
        )
        self.form.setCurrentIndex(list(FORMS).index(profile.form))
        self.review.setCurrentIndex(list(REVIEWS).index(profile.review))
        self.proxy.setCurrentIndex(list(PROXIES).index(profile.proxy))
        for spin, seconds in (
            (self.reach, profile.connect_seconds),
            (self.first, profile.first_byte_seconds),
            (self.total, profile.total_seconds),
            (self.wait, profile.longest_wait_seconds),
            (self.tokens, profile.answer_tokens),
        ):
            spin.setValue(round(seconds))
        self.problem.setText("")
        self._show_retention(profile.kind)

    def profile(self) -> ServiceProfile | None:
        """What is entered; None, and the reasons shown, where it does not hold."""
        try:
            given = self._given()
            made = ServiceProfile.model_validate(given)
        except ValidationError as error:
            told = (said(problem).removeprefix(f"{WHOLE}: ") for problem in problems_of(error))
            self.problem.setText("\n".join(one[:1].upper() + one[1:] for one in told))
            return None
        except ValueError:
            self.problem.setText(tr("Amounts are numbers, such as 25 or 0.40; dates are written 2026-11-26."))
            return None
        self.problem.setText("")
        return made

    def typed_key(self) -> str:
        """A key that was typed, and the field emptied."""
        typed = self.key.text()
        self.key.clear()
        return typed

    def _given(self) -> dict[str, Any]:
        amounts = {name: _amount(edit) for name, edit in (
            ("monthly_usd", self.monthly), ("usd_in", self.usd_in), ("usd_out", self.usd_out))}  # fmt: skip
        when = self.agreement_date.text().strip()
        return amounts | {
            "id": self._id,
            "title": self.title.text().strip(),
            "kind": self.kind.currentData(),
            "address": self.address.text().strip(),
            "model": self.model.text().strip(),
            "api_version": self.version.text().strip() or None,
            "needs_key": self.wants_key.isChecked(),
            "form": self.form.currentData(),
            "review": self.review.currentData(),
            "connect_seconds": self.reach.value(),
            "first_byte_seconds": self.first.value(),
            "total_seconds": self.total.value(),
            "longest_wait_seconds": self.wait.value(),
            "answer_tokens": self.tokens.value(),
            "proxy": self.proxy.currentData(),
            "proxy_address": self.proxy_address.text().strip() or None,
            "agreement": self.agreement.text().strip() or None,
            "agreement_date": date.fromisoformat(when) if when else None,
        }

    @Slot()
    def _other_kind(self) -> None:
        preset = self._presets[ServiceKind(self.kind.currentData())]
        if self.address.text().strip() in {one.address for one in self._presets.values()} | {""}:
            self.address.setText(preset.address)
            self.model.setText(preset.model)
        self.version.setText(preset.api_version or "")
        self.wants_key.setChecked(preset.needs_key)
        self._show_retention(preset.kind)

    def _show_retention(self, kind: ServiceKind) -> None:
        self.retention.setText(self._presets[kind].retention)
        self.version.setEnabled(kind is ServiceKind.AZURE)


def _choices(name: str, words: dict[Any, str]) -> Choice:
    box = Choice(name)
    for value, text in words.items():
        box.addItem(text, value.value if isinstance(value, StrEnum) else value)
    return box


def _number(least: int, most: int, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setSuffix(unit)
    return box


def _amount(edit: QLineEdit) -> float | None:
    text = edit.text().strip().lstrip("$")
    return float(text) if text else None
