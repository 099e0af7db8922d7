"""config/compliance.yaml as values: which category is removed from which level on, and the firm's own rules."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from nexus_desktop.models.letter_models import Level, PhiCategory
from nexus_desktop.models.rubric_models import Frozen


class CategoryRule(Frozen):
    """One kind of identifier."""

    level: Level  # removed at this level and every one above
    tag: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9 ]*$")]  # what stands in its place, in brackets
    title: str  # for people


class CompliancePolicy(Frozen):
    """The whole of config/compliance.yaml."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    default_level: Level
    categories: dict[PhiCategory, CategoryRule]

    @model_validator(mode="after")
    def every_category_has_a_rule(self) -> Self:
        missing = set(PhiCategory) - set(self.categories)
        if missing:
            raise ValueError(f"these categories have no rule: {', '.join(sorted(missing))}")
        return self

    def removes(self, category: PhiCategory, level: Level) -> bool:
        """Whether a category must be gone at a level."""
        return self.categories[category].level.rank <= level.rank
