"""Parts of the program that are made, and whose modules are loaded, when somebody first asks something of them.

A window touches a dozen of some forty use cases until it answers. Making the others as well took a fifth of a start.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from nexus_desktop.services.late import Late

_T = TypeVar("_T")


class _StandIn:
    """Passes on whatever is asked of it."""

    __slots__ = ("_late",)

    def __init__(self, make: Callable[[], object]) -> None:
        object.__setattr__(self, "_late", Late(make, large=False))

    def _part(self) -> object:
        return object.__getattribute__(self, "_late").get()

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
    return not isinstance(part, _StandIn) or object.__getattribute__(part, "_late").is_made
