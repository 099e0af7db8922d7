"""A mapping that is read when it is first looked into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

Name = TypeVar("Name")
Value = TypeVar("Value")


class LateMapping(Mapping[Name, Value]):
    """Stands for ``read()``, which is called once, by whoever looks first; what it raises comes to them."""

    def __init__(self, read: Callable[[], Mapping[Name, Value]]) -> None:
        self._read = read

    @cached_property
    def _now(self) -> Mapping[Name, Value]:
        return self._read()

    def __getitem__(self, name: Name) -> Value:
        return self._now[name]

    def __iter__(self) -> Iterator[Name]:
        return iter(self._now)

    def __len__(self) -> int:
        return len(self._now)
