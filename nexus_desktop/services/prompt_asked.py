"""How an analysis was asked for, as kept with it; and the exact prompt shown again from what was kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nexus_desktop.models.prompt_models import ANALYSIS
from nexus_desktop.models.prompt_records import PromptAsked
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.prompts.rendering import Frame, frame_hash
from nexus_desktop.storage import prompts as kept_prompts

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import NexusAnalysisResult
    from nexus_desktop.models.answer_models import ParsedAnswer
    from nexus_desktop.models.service_models import Draft, Price, RawAnswer
    from nexus_desktop.storage.store import Store

_MILLION = 1_000_000


def how_asked(
    draft: Draft,
    answers: Sequence[RawAnswer],
    parsed: ParsedAnswer,
    result: NexusAnalysisResult,
    price: Price | None,
    milliseconds: float,
    experiment: str,
) -> PromptAsked:
    """The record of one analysis: ``draft`` is the request whose answer counts, ``answers`` all that were paid for."""
    tokens_in, tokens_out = _sum([one.tokens_in for one in answers]), _sum([one.tokens_out for one in answers])
    usd = None
    if price is not None and tokens_in is not None and tokens_out is not None:
        usd = round((tokens_in * price.usd_in + tokens_out * price.usd_out) / _MILLION, 6)
    differing = sum(one.subject in set(ItemId) for one in result.disagreements)
    prompt, profile = draft.prompt, draft.profile
    return PromptAsked(
        prompt_id=prompt.prompt_id,
        version=prompt.version,
        version_sha256=prompt.sha256,
        schema_id=prompt.schema_id,
        frame=frame_hash(*prompt.frame),
        frame_system=prompt.frame[0],
        frame_user=prompt.frame[1],
        fence=prompt.fence,
        again=prompt.again,
        again_version=prompt.again_version,
        service=profile.id,
        host=profile.host,
        model_asked=profile.model,
        model=answers[-1].model[:100],
        parameters=parameters_of(draft),
        request_sha256=draft.sha256,
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        usd=usd,
        milliseconds=milliseconds,
        asked_twice=len(answers) > 1,
        status=parsed.status.value,
        repairs=len(parsed.repairs),
        problems=len(parsed.errors),
        quotes=(parsed.quotes_found, parsed.quotes_offered),
        items=(len(ItemId) - differing, len(ItemId)),
        confidence=result.confidence,
        experiment=experiment,
    )


def parameters_of(draft: Draft) -> dict[str, Any]:
    """What the request asked for beside its messages; of the schema only the name."""
    body: dict[str, Any] = json.loads(draft.body)
    body.pop("messages", None)
    form = body.get("response_format")
    if isinstance(form, dict):
        schema = form.get("json_schema")
        body["response_format"] = str(schema["name"] if isinstance(schema, dict) else form.get("type"))
    return body


def _sum(counts: Sequence[int | None]) -> int | None:
    return None if any(one is None for one in counts) else sum(one for one in counts if one is not None)


@dataclass(frozen=True, slots=True)
class ShownPrompt:
    """The exact messages that an analysis was asked with, and all that is known of the asking."""

    asked: PromptAsked
    messages: tuple[tuple[str, str], ...] = field(repr=False)  # role and text


class AskedPrompts:
    """The use case, on an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def show(self, analysis_id: str) -> ShownPrompt:
        """The exact prompt of a kept analysis. Raises RecordNotFound where none was used."""
        record = self._store.analysis(analysis_id)
        with self._store.read() as session:
            asked = kept_prompts.use_of(session, analysis_id)
        made = Frame(ANALYSIS, asked.version, asked.version_sha256, "", asked.frame_system, asked.frame_user)
        system, user = made.around(record.letter.text, asked.fence)
        texts = [("system", system), ("user", user), *([("user", asked.again)] if asked.again else [])]
        return ShownPrompt(asked, tuple(texts))


def asking_words(asked: PromptAsked) -> list[str]:
    """Prompt, model, parameters and tokens of one asking, as lines for a person."""
    tokens = "not counted by the service"
    if asked.tokens_in is not None and asked.tokens_out is not None:
        tokens = f"{asked.tokens_in:,} in, {asked.tokens_out:,} out"
    parameters = ", ".join(f"{name} {value}" for name, value in sorted(asked.parameters.items()) if name != "model")
    lines = [
        f"Prompt: {asked.prompt_id} {asked.version}, SHA-256 {asked.version_sha256}",
        f"Model: {asked.model} at {asked.host} (asked for: {asked.model_asked})",
        f"Parameters: {parameters}",
        f"Tokens: {tokens}. Request: SHA-256 {asked.request_sha256}",
    ]
    if asked.again_version:
        lines.append(f"Asked once more with {asked.again_version}; that answer was the better one.")
    return lines
