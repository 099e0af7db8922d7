"""Puts a de-identified letter into the approved words: the only maker of RenderedPrompt.

Substitution is plain and done once over the template, so nothing in a letter is ever read as a placeholder. The letter
stands between two lines of a mark that is random for every request and named beforehand; the letter cannot know it.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from nexus_desktop.models.errors import ServicePromptMissing, ServicePromptTooLarge
from nexus_desktop.models.prompt_answers import USES
from nexus_desktop.models.prompt_models import AGAIN, ANALYSIS, PLACE, PromptState, PromptVersion, VariableKind
from nexus_desktop.models.rubric_models import ItemId, Rubric
from nexus_desktop.models.service_models import RenderedPrompt
from nexus_desktop.models.wire_models import levels_of

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.letter_models import DeidentifiedText
    from nexus_desktop.models.validation import Problem

USABLE: Final = frozenset({PromptState.APPROVED, PromptState.CANDIDATE})
LARGEST_FRAME: Final = 40_000  # characters of a prompt without the letter
_MOST_NAMED: Final = 40  # fields an asking again names
_LEFT_OPEN: Final = frozenset(
    {VariableKind.LETTER, VariableKind.MARK, VariableKind.PROBLEMS, VariableKind.FINDINGS}
)  # by a frame


@dataclass(frozen=True, slots=True)
class Frame:
    """A prompt about any letter: rubric, authorities and form filled in; letter and mark still to come.

    It holds nothing of a letter, so it can be kept once for all analyses that were asked with it.
    """

    prompt_id: str
    version: str
    version_sha256: str
    schema_id: str
    system: str = field(repr=False)
    user: str = field(repr=False)

    @property
    def sha256(self) -> str:
        """Names exactly these words."""
        return frame_hash(self.system, self.user)

    def around(self, letter: str, fence: str) -> tuple[str, str]:
        """System and user message about one letter. Raises ServicePromptTooLarge where the letter is put in more than
        once."""
        values = {"fence": fence, "letter": letter}
        if self.user.count("{letter}") > 1 or "{letter}" in self.system:
            raise ServicePromptTooLarge(limit=LARGEST_FRAME)
        return _filled(self.system, values), _filled(self.user, values)


def frame(prompt_id: str, version: PromptVersion, rubric: Rubric, authorities: Mapping[str, Authority]) -> Frame:
    """The words of a version around any letter. Raises ServicePromptTooLarge before it grows past any use."""
    use = USES.get(prompt_id)
    texts = {
        VariableKind.ITEMS: "\n".join(_items(rubric, version.rubric)),
        VariableKind.AUTHORITIES: "\n".join(_authorities(rubric, authorities, version.rubric)),
        VariableKind.FORM: json.dumps(use.form if use else {}, ensure_ascii=False),
    }
    values = {name: texts[kind] for name, kind in version.variables.items() if kind not in _LEFT_OPEN}
    most = sum(
        len(text) + sum(len(values.get(name, "")) for name in PLACE.findall(text))
        for text in (version.system, version.user)
    )
    if most > LARGEST_FRAME or any("{" + name + "}" in one for one in values.values() for name in version.variables):
        raise ServicePromptTooLarge(limit=LARGEST_FRAME)
    return Frame(
        prompt_id=prompt_id,
        version=version.version,
        version_sha256=version.sha256,
        schema_id=version.schema_id,
        system=_filled(version.system, values),
        user=_filled(version.user, values),
    )


def render(
    version: PromptVersion | None,
    letter: DeidentifiedText,
    rubric: Rubric,
    authorities: Mapping[str, Authority],
    *,
    on_trial: bool = False,
) -> RenderedPrompt:
    """The prompt about one letter. Raises ServicePromptMissing where no version may be used or it was changed, and
    ServicePromptTooLarge. ``on_trial`` lets a draft through, for a test on invented letters."""
    if version is None or not version.is_unchanged or (version.state not in USABLE and not on_trial):
        raise ServicePromptMissing
    made = frame(ANALYSIS, version, rubric, authorities)
    fence = new_fence(letter.text)
    system, user = made.around(letter.text, fence)
    return RenderedPrompt(
        prompt_id=ANALYSIS,
        version=version.version,
        sha256=version.sha256,
        schema_id=version.schema_id,
        system=system,
        user=user,
        letter=letter,
        fence=fence,
        frame=(made.system, made.user),
    )


def asked_again(prompt: RenderedPrompt, problems: Iterable[Problem], version: PromptVersion | None) -> RenderedPrompt:
    """The same prompt with the fields that broke a rule named, by our own words alone: nothing of the former answer.

    Raises ServicePromptMissing where no version of the words for it may be used.
    """
    if version is None or not version.is_unchanged or version.state not in USABLE:
        raise ServicePromptMissing
    named = [f"- {problem.sentence}" for problem in problems if problem.rule != "extra"][:_MOST_NAMED]
    words = _filled(version.user, {"problems": "\n".join(named)})
    return replace(prompt, again=words.strip(), again_version=f"{AGAIN} {version.version}")


def frame_hash(system: str, user: str) -> str:
    """Names exactly these words around any letter."""
    return hashlib.sha256(json.dumps([system, user], ensure_ascii=False).encode()).hexdigest()


def new_fence(text: str) -> str:
    """A mark that does not stand in ``text``."""
    while True:
        fence = f"<<<{secrets.token_hex(12)}>>>"
        if fence not in text:
            return fence


def _filled(template: str, values: Mapping[str, str]) -> str:
    """Every variable that has a value replaced, in one pass."""
    return PLACE.sub(lambda place: values.get(place.group(1), place.group(0)), template)


def _items(rubric: Rubric, wanted: Iterable[ItemId]) -> list[str]:
    lines, asked = [], set(wanted)
    for part in rubric.components:
        rules = [rule for rule in part.items if rule.id in asked]
        if rules:
            lines.append(f"{part.title}:")
        for rule in rules:
            levels = ", ".join(level.value for level in levels_of(ItemId(rule.id)))
            lines.append(f"  {rule.id.value} {rule.title} ({levels}). {rule.ask}")
    return lines


def _authorities(rubric: Rubric, authorities: Mapping[str, Authority], wanted: Iterable[ItemId]) -> list[str]:
    asked = set(wanted)
    named = {one for part in rubric.components for rule in part.items if rule.id in asked for one in rule.authorities}
    return [f"  {authorities[one].citation}" for one in sorted(named) if one in authorities]
