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
    try:
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - one of the two safe loaders
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigurationInvalid(path.name, line, error.problem or "not valid YAML") from error
    except yaml.YAMLError as error:
        raise ConfigurationInvalid(path.name, 1, "not valid YAML") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        place = error.errors(include_input=False)[0]["loc"]
        sentence = problems_of(error)[0].sentence
        raise ConfigurationInvalid(path.name, line_of(text, place), sentence) from error


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
