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
_DEEPEST = 40


def load(path: Path, model: type[_M]) -> _M:
    """The file as ``model``. Raises ConfigurationMissing or ConfigurationInvalid."""
    return parsed(read(path), path.name, model)


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


def parsed(text: str, name: str, model: type[_M], *, plain: bool = False) -> _M:
    """A text as ``model``; ``name`` is what errors call it. Raises ConfigurationInvalid.

    ``plain`` refuses references, with which a few lines can stand for a billion, and keys given twice, of which YAML
    silently takes the last.
    """
    try:
        if plain:
            _refuse_references(text, name)
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - one of the two safe loaders
        if plain:
            _refuse_doubles(text, name)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigurationInvalid(name, line, error.problem or "not valid YAML") from error
    except yaml.YAMLError as error:
        raise ConfigurationInvalid(name, 1, "not valid YAML") from error
    except RecursionError as error:
        raise ConfigurationInvalid(name, 1, "it is nested too deeply") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        place = error.errors(include_input=False)[0]["loc"]
        sentence = problems_of(error)[0].sentence
        raise ConfigurationInvalid(name, line_of(text, place), sentence) from error


def _refuse_references(text: str, name: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ConfigurationInvalid(name, event.start_mark.line + 1, "references (& and *) are not allowed here")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ConfigurationInvalid(name, event.start_mark.line + 1, "it is nested too deeply")


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
                    raise ConfigurationInvalid(name, key.start_mark.line + 1, "a key is given twice")
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
            line, node = found[0][0].start_mark.line + 1, found[0][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line
