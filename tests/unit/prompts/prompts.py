"""The shipped prompts, and files made of them with one thing changed."""

from __future__ import annotations

from pathlib import Path

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.bootstrap.governed import Governed
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.prompt_models import ANALYSIS, PromptState, PromptVersion
from nexus_desktop.models.prompt_records import Checked
from nexus_desktop.prompts.validation import check
from nexus_desktop.runtime import paths

GOVERNED = Governed()


def shipped(prompt_id: str = ANALYSIS, version: str = "1.0.0") -> PromptVersion:
    return next(
        one
        for prompt in GOVERNED.prompts.prompts
        if prompt.id == prompt_id
        for one in prompt.versions
        if one.version == version
    )


def made(base: PromptVersion | None = None, prompt_id: str = ANALYSIS, **changed: object) -> PromptVersion:
    """A version of our own with its right hash."""
    data = (base or shipped(prompt_id)).model_dump() | {"state": PromptState.DRAFT} | changed
    one = PromptVersion.model_validate(data)
    return one.model_copy(update={"sha256": one.content_hash()})


def identifiers(text: str) -> int:
    """As the review of a prompt asks for them."""
    return len(WORKBENCH.identifiers(text, Level.STRICT, ClientFields()))


WORKBENCH = Bootstrap().workbench()


def checked(version: PromptVersion, prompt_id: str = ANALYSIS) -> Checked:
    return check(prompt_id, version, GOVERNED.rubric, GOVERNED.authorities, identifiers)


def spoiled(folder: Path, old: str, new: str, count: int = 1) -> Path:
    """prompts.yaml with one thing changed, in a folder of the test."""
    text = paths.config_file("prompts.yaml").read_text("utf-8")
    assert old in text
    path = folder / "prompts.yaml"
    path.write_text(text.replace(old, new, count), "utf-8")
    return path
