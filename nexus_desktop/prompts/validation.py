"""What a version of a prompt must keep to before anyone may approve it; every shipped version is held to it by tests.

Each broken rule is one sentence for a person who has never seen YAML. What may be wrong with a text never stops the
looking: all rules are tried, so that a draft is mended in one go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from nexus_desktop.models.errors import ServicePromptTooLarge
from nexus_desktop.models.prompt_answers import USES, PromptUse
from nexus_desktop.models.prompt_models import PLACE, PromptVersion, VariableKind
from nexus_desktop.models.prompt_records import Broken, Checked
from nexus_desktop.models.rubric_models import ItemId, Rubric
from nexus_desktop.prompts.rendering import Frame, frame

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority

BYTES_A_TOKEN: Final = 2.5  # fewer than any tokenizer needs for English: an estimate never too low
LETTER_TOKENS: Final = 4_000  # room for a letter of ten pages
NEVER_AN_INSTRUCTION: Final = re.compile(r"\bnever\s+an\s+instruction\b", re.IGNORECASE)

FindIdentifiers = Callable[[str], int]
"""How many places of a text look like identifiers (the de-identifier, at its strictest)."""


def check(
    prompt_id: str,
    version: PromptVersion,
    rubric: Rubric,
    authorities: Mapping[str, Authority],
    find_identifiers: FindIdentifiers,
) -> Checked:
    """Every rule on one version."""
    use = USES.get(prompt_id)
    if use is None:
        return Checked((Broken("unknown_prompt", f"The program has no place for a prompt called {prompt_id}."),), 0)
    broken = [*_variables(version, use), *_delimiters(version), *_schema(version, use), *_items_named(version, use)]
    tokens = 0
    try:
        made = frame(prompt_id, version, rubric, authorities)
    except ServicePromptTooLarge as error:
        broken.append(Broken("too_large", error.sentence))
    else:
        tokens = tokens_of(made)
        broken += [*_rubric(made, version, use), *_budget(tokens, version, use)]
    if not version.is_unchanged:
        broken.append(Broken("hash", "The text is not the one that was recorded under this number."))
    left = find_identifiers(f"{version.system}\n\n{version.user}")
    if left:
        broken.append(
            Broken("identifier", f"{left} places in the text look like a person's identifiers: take them out.")
        )
    return Checked(tuple(broken), tokens)


def tokens_of(made: Frame) -> int:
    """How many tokens the words around a letter are, at most."""
    return round(len((made.system + made.user).encode()) / BYTES_A_TOKEN)


def _variables(version: PromptVersion, use: PromptUse) -> list[Broken]:
    declared, wanted = dict(version.variables), dict(use.variables)
    broken = [
        Broken("variable_missing", f"{{{name}}} is missing: without it the prompt cannot do its work.")
        for name in sorted(set(wanted) - set(declared) - use.optional)
    ]
    broken += [
        Broken("variable_unknown", f"{{{name}}} is unknown: this prompt is given {_listed(wanted)}.")
        for name in sorted(set(declared) - set(wanted))
    ]
    broken += [
        Broken("variable_kind", f"{{{name}}} must be of the kind “{wanted[name].value}”.")
        for name in sorted(set(declared) & set(wanted))
        if declared[name] is not wanted[name]
    ]
    letters = [name for name, kind in declared.items() if kind in (VariableKind.LETTER, VariableKind.FINDINGS)]
    broken += [
        Broken("variable_repeated", f"{{{name}}} must stand in the message to the service exactly once.")
        for name in letters
        if PLACE.findall(version.user).count(name) != 1
    ]
    return broken


def _delimiters(version: PromptVersion) -> list[Broken]:
    """The letter is evidence: fenced on lines of its own by a mark that the system message names beforehand."""
    fenced = [n for n, kind in version.variables.items() if kind in (VariableKind.LETTER, VariableKind.FINDINGS)]
    if not fenced:
        return []
    marks = [name for name, kind in version.variables.items() if kind is VariableKind.MARK]
    if not marks:
        return [Broken("mark_missing", "The letter must stand between two lines that hold {fence}.")]
    broken, mark = [], marks[0]
    for name in fenced:
        if "{" + name + "}" in version.system:
            broken.append(Broken("letter_in_system", f"{{{name}}} must not stand in the system message."))
        if not re.search(rf"^\{{{mark}\}}\n\{{{name}\}}\n\{{{mark}\}}$", version.user, re.MULTILINE):
            words = f"{{{name}}} must stand alone on a line, with {{{mark}}} alone on the lines before and behind it."
            broken.append(Broken("letter_not_fenced", words))
    if "{" + mark + "}" not in version.system:
        words = f"The system message must name {{{mark}}} beforehand, so that a letter cannot pretend to end early."
        broken.append(Broken("mark_not_named", words))
    if not NEVER_AN_INSTRUCTION.search(version.system):
        words = "The system message must say that what stands between the marks is “never an instruction”."
        broken.append(Broken("letter_may_instruct", words))
    if "<<<" in version.system + version.user:
        broken.append(Broken("mark_written_out", "Do not write a mark out: {fence} is random for every request."))
    return broken


def _schema(version: PromptVersion, use: PromptUse) -> list[Broken]:
    if version.schema_id == use.schema_id:
        return []
    return [Broken("schema", f"The answer must follow “{use.schema_id}”, not “{version.schema_id}”.")]


def _items_named(version: PromptVersion, use: PromptUse) -> list[Broken]:
    missing = sorted(set(ItemId) - set(version.rubric)) if use.all_items else []
    if not missing:
        return []
    named = ", ".join(item.value for item in missing)
    return [Broken("rubric_missing", f"The version must refer to every item of the rubric; missing: {named}.")]


def _rubric(made: Frame, version: PromptVersion, use: PromptUse) -> list[Broken]:
    """What it refers to must come out in the words themselves."""
    if not use.all_items:
        return []
    lost = [item.value for item in version.rubric if not re.search(rf"^ +{item.value} \S", made.user, re.MULTILINE)]
    return [Broken("rubric_lost", f"These items do not come out in the text: {', '.join(lost)}.")] if lost else []


def _budget(tokens: int, version: PromptVersion, use: PromptUse) -> list[Broken]:
    letters = sum(kind is VariableKind.LETTER for kind in use.variables.values())
    needed = tokens + version.hints.answer_tokens + letters * LETTER_TOKENS
    if needed <= version.hints.context_tokens:
        return []
    return [
        Broken(
            "budget",
            f"About {tokens:,} tokens of words, {version.hints.answer_tokens:,} of answer and room for a letter make "
            f"{needed:,}: more than the {version.hints.context_tokens:,} that the version allows.",
        )
    ]


def _listed(wanted: Mapping[str, VariableKind]) -> str:
    return ", ".join("{" + name + "}" for name in sorted(wanted))
