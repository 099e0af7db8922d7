"""A version of a prompt as text: in full for a person to compare, and as YAML as a person would write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from nexus_desktop.models.prompt_models import PromptVersion


def in_full(version: PromptVersion) -> str:
    """All that the hash is made over, as text to compare."""
    hints = version.hints
    kinds = ", ".join(f"{{{name}}}: {kind.value}" for name, kind in sorted(version.variables.items()))
    items = ", ".join(item.value for item in version.rubric) or "none"
    return (
        f"Variables: {kinds}\nAnswer: {version.schema_id}\nRubric items: {items}\n"
        f"Models: {', '.join(hints.models) or 'any'}; tokens: {hints.context_tokens:,} in all, "
        f"{hints.answer_tokens:,} of answer\n\nSystem\n\n{version.system}\nUser\n\n{version.user}"
    )


def as_blocks(data: Any) -> str:  # noqa: ANN401 - any JSON
    """The data as YAML; texts of several lines are blocks."""
    return str(yaml.dump(data, Dumper=_Blocks, sort_keys=False, allow_unicode=True, width=120))


class _Blocks(yaml.SafeDumper):
    """Writes texts of several lines as blocks, as a person would, and never a reference."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401 - the library's own signature
        del data
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Blocks.add_representer(str, _text)
