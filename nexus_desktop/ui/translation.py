"""The language of the window: ``tr`` gives the words of the language in use, and English where it has none.

The language is settled once, before any screen is imported, for many words are made when their module is; another
choice counts from the next start. What goes into the store, the trail, reports and letters to doctors stays English,
the language of the proceedings. Words lie in ``resources/translations`` as Qt keeps them: ``nexus_es.ts`` for people,
which ``build/translations.py`` brings up to date and makes into ``nexus_es.qm``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.phrases import Phrase
from nexus_desktop.runtime import paths

CONTEXT = "nexus"
ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "es": "Español"}
KEY = "look/language"

_words = QTranslator()


_K = TypeVar("_K")


class Sentence(Protocol):
    """Something that says a sentence."""

    @property
    def sentence(self) -> str:
        """It."""


def chosen(window_file: Path) -> str:
    """The language chosen last; English before any was."""
    kept = str(QSettings(str(window_file), QSettings.Format.IniFormat).value(KEY, ENGLISH))
    return kept if kept in LANGUAGES else ENGLISH


def choose(window_file: Path, language: str) -> None:
    """Remember a language for the next start."""
    store = QSettings(str(window_file), QSettings.Format.IniFormat)
    store.setValue(KEY, language)
    store.sync()


def begin() -> None:
    """Use the chosen language from now on: before any screen is imported. Where there is no data folder, or the words
    are not there, the window speaks English."""
    with contextlib.suppress(NexusError):
        language = chosen(paths.window_file())
        if language != ENGLISH:
            _words.load(str(paths.resource(f"translations/nexus_{language}.qm")))


def words_of_qt(app: QCoreApplication) -> None:
    """Let the buttons and menus that Qt makes by itself, and its dates, speak the same language."""
    language = _words.language()
    if not language:
        return
    own = QTranslator(app)
    if own.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(own)
    QLocale.setDefault(QLocale(language))


def tr(text: str) -> str:
    """The words in the language in use. ``text`` is written out where it is asked for, or it is not collected."""
    return _words.translate(CONTEXT, text) or text


def titled(titles: Mapping[_K, str]) -> dict[_K, str]:
    """Titles of things, each in the language in use."""
    return {key: tr(title) for key, title in titles.items()}


def worded(text: str) -> str:
    """A sentence that remembers how it was made, in the language in use; any other words where they are known."""
    if not isinstance(text, Phrase):
        return tr(text) if text else ""
    if text.pieces or not text.pattern:
        return text.between.join(worded(piece) if isinstance(piece, Phrase) else piece for piece in text.pieces)
    parts = {name: worded(part) if isinstance(part, Phrase) else part for name, part in text.parts.items()}
    return tr(text.pattern).format(**parts) if parts else tr(text.pattern)


def said(thing: Sentence) -> str:
    """The sentence of an error, a check or a finding; an error's numbers are put in after."""
    if isinstance(thing, NexusError) and type(thing).sentence is NexusError.sentence:
        return tr(thing.text).format(**thing.written())
    return worded(thing.sentence)
