"""What can be done now, read off the menus and the screen itself: nothing here is a list by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QMenuBar, QPushButton, QWidget

from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.records import Matter

NATIVE = QKeySequence.SequenceFormat.NativeText
BEFORE_WORD = re.compile(r"\W")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: its words, where it is found, its keys, and the doing."""

    words: str
    place: str
    keys: str
    do: Callable[[], object]


def plain(words: str) -> str:
    """Words without the sign of an underlined letter, and without the dots of a dialog."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…").strip()


def of_menus(bar: QMenuBar) -> Iterator[Command]:
    """Every action of the menus that can be used now, in their order."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _of_menu(menu, plain(action.text()))


def _of_menu(menu: QMenu, place: str) -> Iterator[Command]:
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            yield from _of_menu(inside, f"{place}, {plain(action.text())}")
        elif not action.isSeparator() and action.isEnabled() and action.isVisible():
            yield Command(plain(action.text()), place, keys_of(action), action.trigger)


def keys_of(action: QAction) -> str:
    """The first keys of an action, as this system writes them."""
    return action.shortcut().toString(NATIVE)


def of_screen(page: QWidget, place: str) -> Iterator[Command]:
    """Every button in view that can be pressed; words quoted from a letter are none."""
    for one in page.findChildren(QPushButton):
        usable = one.isVisibleTo(page) and one.isEnabled() and bool(one.text())
        if usable and one.property("quote") != "true" and not isinstance(one.parentWidget(), QAbstractItemView):
            yield Command(plain(one.accessibleName() or one.text()), place, "", one.click)


def of_cases(matters: Iterable[Matter], show: Callable[[Matter], object]) -> Iterator[Command]:
    """Every saved case, by its file number."""
    for matter in matters:
        yield Command(matter.reference, tr("Case"), "", partial(show, matter))


def distinct(commands: Iterable[Command]) -> list[Command]:
    """Each once: a button that does what a menu has is left to the menu, which knows its keys."""
    seen: dict[str, Command] = {}
    for one in commands:
        key = f"{one.words}\n{one.place}" if one.place == tr("Case") else one.words.casefold()
        seen.setdefault(key, one)
    return list(seen.values())


def fit(typed: str, words: str) -> int | None:
    """How well words fit what was typed, less is better; None where its letters do not stand in them in that order."""
    sought, text = "".join(typed.casefold().split()), words.casefold()
    place, cost = -1, 0
    for letter in sought:
        found = text.find(letter, place + 1)
        if found < 0:
            return None
        begins_word = found == 0 or BEFORE_WORD.match(text[found - 1]) is not None
        cost += 0 if found == place + 1 and place >= 0 else 1 if begins_word else 3 + found - place
        place = found
    whole = text.find(typed.casefold().strip())
    return cost if whole < 0 else min(cost, 0 if whole == 0 else 1)


def sought(commands: Iterable[Command], typed: str) -> list[Command]:
    """Those that fit, the best first; of equals the one that stands first."""
    if not typed.strip():
        return list(commands)
    found = []
    for one in commands:
        costs = [fit(typed, one.words), fit(typed, f"{one.place} {one.words}")]
        fitting = [cost + 2 * at for at, cost in enumerate(costs) if cost is not None]
        if fitting:
            found.append((min(fitting), one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]
