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


def load(path: Path, model: type[_M]) -> _M:
    """The file as ``model``. Raises ConfigurationMissing or ConfigurationInvalid."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError as error:
        raise ConfigurationMissing from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationInvalid(path.name, 1, "the file cannot be read") from error
    return parse(text, path.name, model)


def parse(text: str, name: str, model: type[_M]) -> _M:
    """The text of a file called ``name`` as ``model``. Raises ConfigurationInvalid."""
    try:
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
