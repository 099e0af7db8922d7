"""config/compliance.yaml as values: which category is removed from which level on, and the firm's own rules.

The shipped policy may be extended by firm files (``FirmAdditions``): rules that remove more, exceptions that name what
is never an identifier here, and levels that begin earlier. A firm can ask for more to be removed, never for less than
the level promises; what an exception may do to which kind of identifier is decided in security.compliance_rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from nexus_desktop.models.letter_models import Level, PhiCategory, Verdict
from nexus_desktop.models.rubric_models import Frozen

MOST_RULES, MOST_WORDS, LONGEST = 200, 500, 300
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TAG = re.compile(r"[A-Z][A-Z0-9]*(?: [A-Z0-9]+)*")

Place = tuple[str | int, ...]
"""Where something stands in a file: keys and positions, such as ("rules", 2, "pattern")."""


def _an_id(value: str) -> str:
    if len(value) > 40 or not _ID.fullmatch(value):
        raise ValueError("an id has up to 40 small letters, digits and hyphens, such as case-number")
    return value


def _a_tag(value: str) -> str:
    if len(value) > 30 or not _TAG.fullmatch(value):
        raise ValueError("a tag has up to 30 capitals, digits and single spaces, such as CASE NUMBER")
    return value


def _a_phrase(value: str) -> str:
    if not any(char.isalnum() for char in value) or len(value) > LONGEST or "\n" in value:
        raise ValueError(f"words stand on one line, with a letter or digit, and have at most {LONGEST} characters")
    return value


def _a_pattern(value: str) -> str:
    if not value.strip() or len(value) > LONGEST:
        raise ValueError(f"a pattern has from 1 to {LONGEST} characters")
    return value


Identifier = Annotated[str, AfterValidator(_an_id)]
Tag = Annotated[str, AfterValidator(_a_tag)]
Phrase = Annotated[str, AfterValidator(_a_phrase)]
Pattern = Annotated[str, AfterValidator(_a_pattern)]


class CategoryRule(Frozen):
    """One kind of identifier."""

    level: Level  # removed at this level and every one above
    tag: Tag  # what stands in its place, in brackets
    title: str  # for people


class FirmMatch(Frozen):
    """What a rule or an exception of the firm looks for: listed words, whole and in any spacing, or a pattern.

    The id stands in the audit trail, in the log and in exports, so it must name no one. Patterns are those of RE2; of a
    group called ``value`` only the group counts.
    """

    id: Identifier
    words: Annotated[tuple[Phrase, ...], Field(max_length=MOST_WORDS)] = ()
    pattern: Pattern | None = None
    match_case: bool = False
    enabled: bool = True

    @model_validator(mode="after")
    def one_way_to_look(self) -> Self:
        if bool(self.words) == (self.pattern is not None):
            raise ValueError("give either words or a pattern, and not both")
        return self


class FirmRule(FirmMatch):
    """Something the firm wants removed, or asked about, from a level on."""

    tag: Tag | None = None  # None: the tag of the category
    category: PhiCategory = PhiCategory.CUSTOM
    level: Level = Level.MINIMAL
    verdict: Verdict = Verdict.REDACT


class FirmException(FirmMatch):
    """Something that is no identifier here, such as the firm's own name, and why."""

    reason: Annotated[str, Field(min_length=1, max_length=200)]


class FirmAdditions(Frozen):
    """A firm file: what is added to the shipped policy."""

    version: Literal[1] = 1
    levels: dict[PhiCategory, Level] = {}  # noqa: RUF012 - Pydantic copies defaults
    rules: Annotated[tuple[FirmRule, ...], Field(max_length=MOST_RULES)] = ()
    exceptions: Annotated[tuple[FirmException, ...], Field(max_length=MOST_RULES)] = ()

    def entries(self) -> Iterator[tuple[Place, FirmRule | FirmException]]:
        """Every rule and exception with its place."""
        for number, rule in enumerate(self.rules):
            yield ("rules", number), rule
        for number, exception in enumerate(self.exceptions):
            yield ("exceptions", number), exception


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """What is wrong with a firm file, and where."""

    place: Place
    sentence: str


class CompliancePolicy(Frozen):
    """The whole of config/compliance.yaml, with what firm files add to it."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    default_level: Level
    categories: dict[PhiCategory, CategoryRule]
    rules: tuple[FirmRule, ...] = ()
    exceptions: tuple[FirmException, ...] = ()

    @model_validator(mode="after")
    def every_category_has_a_rule(self) -> Self:
        missing = set(PhiCategory) - set(self.categories)
        if missing:
            raise ValueError(f"these categories have no rule: {', '.join(sorted(missing))}")
        return self

    def removes(self, category: PhiCategory, level: Level) -> bool:
        """Whether a category must be gone at a level."""
        return self.categories[category].level.rank <= level.rank

    def problems_with(self, firm: FirmAdditions) -> Iterator[RuleProblem]:
        """What keeps a firm file from extending this policy."""
        for category, level in firm.levels.items():
            shipped = self.categories[category].level
            if level.rank > shipped.rank:
                yield RuleProblem(
                    ("levels", category.value),
                    f"{category.value} is removed from {shipped.value} on; a firm can only let it begin earlier",
                )
        taken = {entry.id for entry in (*self.rules, *self.exceptions)}
        tags = {rule.tag: category for category, rule in self.categories.items()}
        for place, entry in firm.entries():
            if entry.id in taken:
                yield RuleProblem((*place, "id"), f"the id {entry.id} is used already")
            taken.add(entry.id)
            if isinstance(entry, FirmRule) and tags.get(entry.tag or "", entry.category) is not entry.category:
                yield RuleProblem((*place, "tag"), "this tag belongs to another kind of identifier")

    def extended(self, firm: FirmAdditions) -> CompliancePolicy:
        """With a firm file that has no problems."""
        categories = {
            category: rule.model_copy(update={"level": firm.levels.get(category, rule.level)})
            for category, rule in self.categories.items()
        }
        return self.model_copy(
            update={
                "categories": categories,
                "rules": (*self.rules, *firm.rules),
                "exceptions": (*self.exceptions, *firm.exceptions),
            }
        )
