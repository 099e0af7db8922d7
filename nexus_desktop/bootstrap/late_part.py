"""Parts of the program that are made, and whose modules are loaded, when somebody first asks something of them.

A window touches a dozen of some forty use cases until it answers. Making the others as well took a fifth of a start.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

_T = TypeVar("_T")


class _StandIn:
    """Passes on whatever is asked of it. Safe from several threads; what ``make`` raises comes out each time."""

    __slots__ = ("_lock", "_made", "_make")

    def __init__(self, make: Callable[[], object]) -> None:
        for name, value in (("_make", make), ("_lock", threading.RLock()), ("_made", [])):
            object.__setattr__(self, name, value)

    def _part(self) -> object:
        made: list[object] = object.__getattribute__(self, "_made")
        if not made:
            with object.__getattribute__(self, "_lock"):
                if not made:
                    made.append(object.__getattribute__(self, "_make")())
        return made[0]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the part has
        return getattr(self._part(), name)

    def __dir__(self) -> list[str]:
        return dir(self._part())

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._part(), name, value)

    def __delattr__(self, name: str) -> None:
        delattr(self._part(), name)


def late(make: Callable[[], _T]) -> _T:
    """What stands for ``make()`` and can be handed around like it. Only for parts that are used by their methods and
    attributes: operators, ``len``, ``for`` and ``isinstance`` do not see through it."""
    return cast("_T", _StandIn(make))


def make_now(part: object) -> None:
    """Make a part that somebody will need. Raises what making it raises."""
    if isinstance(part, _StandIn):
        part._part()  # noqa: SLF001 - of this module


def is_made(part: object) -> bool:
    """Whether somebody has asked something of a part; true for whatever is no stand-in."""
    return not isinstance(part, _StandIn) or bool(object.__getattribute__(part, "_made"))
