"""Governed YAML files as checked values, with the line of what is wrong in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from nexus_desktop.models.errors import ConfigurationInvalid, ConfigurationMissing
from nexus_desktop.models.validation import problems_of

_M = TypeVar("_M", bound=BaseModel)
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # eight times faster where libyaml is there
_DEEPEST = 40  # of lists and tables within one another


def load(path: Path, model: type[_M]) -> _M:
    """The file as ``model``. Raises ConfigurationMissing or ConfigurationInvalid."""
    return parse(read(path), path.name, model)


def read(path: Path, most_bytes: int | None = None) -> str:
    """The text of a file. Raises ConfigurationMissing, ConfigurationInvalid."""
    try:
        with path.open("rb") as file:
            raw = file.read() if most_bytes is None else file.read(most_bytes + 1)
        if most_bytes is not None and len(raw) > most_bytes:
            raise ConfigurationInvalid(path.name, 1, f"the file is larger than {most_bytes:,} bytes")
        return raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError as error:
        raise ConfigurationMissing from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationInvalid(path.name, 1, "the file cannot be read") from error


def parse(text: str, name: str, model: type[_M], *, plain: bool = False) -> _M:
    """The text of a file called ``name`` as ``model``. Raises ConfigurationInvalid.

    ``plain`` refuses references, with which a few lines can stand for a billion, and keys given twice, of which YAML
    silently takes the last.
    """
    try:
        if plain:
            _refuse_references(text, name)
            _refuse_doubles(text, name)
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - one of the two safe loaders
    except yaml.MarkedYAMLError as error:
        line = _line_at(text, error.problem_mark)
        raise ConfigurationInvalid(name, line, error.problem or "not valid YAML") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ConfigurationInvalid(name, line, "there is a character that cannot be shown") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date such as 2026-99-99
        raise ConfigurationInvalid(name, 1, "not valid YAML") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        place = error.errors(include_input=False)[0]["loc"]
        sentence = problems_of(error)[0].sentence
        raise ConfigurationInvalid(name, line_of(text, place), sentence) from error


def _refuse_references(text: str, name: str) -> None:
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        line = _line_at(text, event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ConfigurationInvalid(name, line, "references (& and *) are not allowed here")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ConfigurationInvalid(name, line, "it is nested too deeply")


def _refuse_doubles(text: str, name: str) -> None:
    nodes = [yaml.compose(text, Loader=_Loader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.SequenceNode):
            nodes += node.value
        elif isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if str(key.value) in seen:
                    raise ConfigurationInvalid(name, _line_at(text, key.start_mark), "a key is given twice")
                seen.add(str(key.value))
                nodes.append(value)


def line_of(text: str, place: tuple[Any, ...]) -> int:
    """The line, from 1, on which the value at ``place`` begins, or the nearest one above it that exists."""
    node = yaml.compose(text, Loader=_Loader)
    line = 1
    for step in place:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if str(key.value) == str(step)]
            if not found:
                break
            line, node = _line_at(text, found[0][0].start_mark), found[0][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = _line_at(text, node.start_mark)
        else:
            break
    return line


def _line_at(text: str, mark: yaml.Mark | None) -> int:
    """The line of a mark as editors count: YAML itself counts more characters as line ends."""
    return text.count("\n", 0, mark.index) + 1 if mark is not None else 1
