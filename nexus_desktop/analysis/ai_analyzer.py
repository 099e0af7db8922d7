"""Speaks to a service: the only module that loads the openai library, and is itself loaded only when a service is used.

The library builds the request and reads the stream; its own retries, redirects and settings from the environment are
off. Everything goes through services.gate, which alone may call ``send``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import perf_counter
from typing import Any, Final, TypeVar

import httpx2
import openai

from nexus_desktop.analysis.ai_errors import as_ours
from nexus_desktop.analysis.ai_transport import Allowed, BuildingTransport, BuiltOnly, GuardedTransport, network
from nexus_desktop.analysis.wire_schema import response_format
from nexus_desktop.models import errors
from nexus_desktop.models.errors import Cancelled, NexusError
from nexus_desktop.models.ports import CancelFlag
from nexus_desktop.models.service_models import (
    AnswerForm,
    Draft,
    RawAnswer,
    RenderedPrompt,
    ServiceKind,
    ServiceProfile,
)

_T = TypeVar("_T")
Told = Callable[[int], None]
"""Told how many characters of the answer have come."""

_LOOK_SECONDS: Final = 0.05  # how often a call looks whether it was cancelled
_ENDS: Final = frozenset({"stop", "eos", "end_turn"})


def build(prompt: RenderedPrompt, profile: ServiceProfile, key: str) -> Draft:
    """The exact bytes that would be sent. Nothing is sent. ``key`` names the request."""

    async def built() -> tuple[str, bytes]:
        client = _client(profile, "not-a-key", BuildingTransport())
        try:
            await client.chat.completions.create(**_arguments(prompt, profile))
        except Exception as error:
            cause: BaseException | None = error
            while cause is not None and not isinstance(cause, BuiltOnly):
                cause = cause.__cause__ or cause.__context__
            if cause is None:
                raise
            return cause.url, cause.body
        finally:
            await client.close()
        raise errors.ServiceRequestChanged

    url, body = run(built(), None)
    return Draft(prompt, profile, url, body, key)


def send(draft: Draft, api_key: str, most_bytes: int, told: Told, cancelled: CancelFlag) -> RawAnswer:
    """Send a draft once, and collect the answer. Raises the ``service.*`` errors and Cancelled; never anything else."""
    return _ours(_send(draft, api_key, most_bytes, told), draft.profile, cancelled)


def models(profile: ServiceProfile, api_key: str, most_bytes: int, cancelled: CancelFlag) -> tuple[str, ...]:
    """The names of the models a service offers; sends no text. Raises as ``send`` does."""

    async def listed() -> tuple[str, ...]:
        waiting = _Waiting()
        url = f"{profile.address.rstrip('/')}/models"
        if profile.kind is ServiceKind.AZURE:
            url = f"{profile.address.rstrip('/')}/openai/models?api-version={profile.api_version}"
        transport = GuardedTransport(network(profile), Allowed(url, None, most_bytes), waiting.first_byte)
        try:
            async with _client(profile, api_key, transport) as client, asyncio.timeout(profile.first_byte_seconds):
                page = await client.models.list()
                return tuple(sorted(str(model.id) for model in page.data))
        except TimeoutError:
            raise errors.ServiceTooSlow("answer", seconds=profile.first_byte_seconds) from None

    return _ours(listed(), profile, cancelled)


def _ours(call: Coroutine[Any, Any, _T], profile: ServiceProfile, cancelled: CancelFlag) -> _T:
    try:
        return run(call, cancelled)
    except NexusError:
        raise
    except Exception as error:  # noqa: BLE001 - the one adapter: as_ours names whatever a library lets escape
        raise as_ours(error, profile) from None


def run(call: Coroutine[Any, Any, _T], cancelled: CancelFlag | None) -> _T:
    """Run a call on a loop of this thread's own, and end it at once where it is cancelled. Raises Cancelled.

    The loop is closed without waiting for its helper threads: a look-up of a name can hang there for half a minute.
    """
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(_watched(call, cancelled))
    finally:
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


async def _watched(call: Coroutine[Any, Any, _T], cancelled: CancelFlag | None) -> _T:
    task = asyncio.ensure_future(call)
    while not task.done():
        if cancelled is not None and cancelled.is_set():
            task.cancel()
            await asyncio.wait([task], timeout=_LOOK_SECONDS)
            raise Cancelled
        await asyncio.wait([task], timeout=_LOOK_SECONDS)
    return task.result()


class _Waiting:
    """What a call is waiting for, to be named where it waits too long."""

    def __init__(self) -> None:
        self.answered = asyncio.Event()

    def first_byte(self) -> None:
        self.answered.set()


async def _send(draft: Draft, api_key: str, most_bytes: int, told: Told) -> RawAnswer:
    profile, began, waiting = draft.profile, perf_counter(), _Waiting()
    transport = GuardedTransport(network(profile), Allowed(draft.url, draft.sha256, most_bytes), waiting.first_byte)
    collected = _Collected(told)
    try:
        async with asyncio.timeout(profile.total_seconds), _client(profile, api_key, transport) as client:
            await _within_first_byte(_stream(client, draft, collected), waiting, profile)
    except TimeoutError:
        if not waiting.answered.is_set():
            raise errors.ServiceTooSlow("begin its answer", seconds=profile.first_byte_seconds) from None
        raise errors.ServiceTooSlow("finish its answer", seconds=profile.total_seconds) from None
    return collected.answer(profile, 1000 * (perf_counter() - began))


async def _within_first_byte(call: Coroutine[Any, Any, None], waiting: _Waiting, profile: ServiceProfile) -> None:
    """Run a call; raise TimeoutError where not a byte of the answer came in time."""
    task = asyncio.ensure_future(call)
    first = asyncio.ensure_future(waiting.answered.wait())
    try:
        await asyncio.wait([task, first], timeout=profile.first_byte_seconds, return_when=asyncio.FIRST_COMPLETED)
        if not task.done() and not first.done():
            raise TimeoutError
        await task
    finally:
        first.cancel()
        task.cancel()


async def _stream(client: openai.AsyncOpenAI, draft: Draft, collected: _Collected) -> None:
    headers = {"Idempotency-Key": draft.key}
    arguments = _arguments(draft.prompt, draft.profile)
    async with client.chat.completions.with_streaming_response.create(**arguments, extra_headers=headers) as response:
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "text/event-stream":
            async for chunk in await response.parse():
                collected.add(chunk)
        elif kind == "application/json":  # a server that does not stream
            collected.whole(await response.json())
        else:
            raise errors.ServiceNotAnAnswer


class _Collected:
    """The pieces of one answer, and how it ended."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._pieces: list[str] = []
        self._length = 0
        self._choices: set[int] = set()
        self.finish: str | None = None
        self.refused = self.called_tool = self.any = False
        self.model = ""
        self.tokens: tuple[int | None, int | None] = (None, None)

    def add(self, chunk: Any) -> None:  # noqa: ANN401 - the library's chunk, of whatever shape the server sent
        self.any = True
        self.model = str(getattr(chunk, "model", "") or self.model)
        usage = getattr(chunk, "usage", None)
        if usage is not None:
            self.tokens = (_count(usage.prompt_tokens), _count(usage.completion_tokens))
        for choice in chunk.choices or ():
            self._choices.add(choice.index or 0)
            delta = choice.delta
            if delta is not None:
                self._part(delta.content, getattr(delta, "refusal", None), delta.tool_calls)
            self.finish = choice.finish_reason or self.finish

    def whole(self, body: Any) -> None:  # noqa: ANN401 - any JSON
        """An answer that came in one piece."""
        if not isinstance(body, dict) or not isinstance(body.get("choices"), list) or not body["choices"]:
            raise errors.ServiceNotAnAnswer
        self.any = True
        self.model = str(body.get("model") or "")
        counted = body.get("usage")
        usage: dict[str, Any] = counted if isinstance(counted, dict) else {}
        self.tokens = (_count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")))
        for number, choice in enumerate(body["choices"]):
            self._choices.add(number)
            message = choice.get("message") or {}
            self._part(message.get("content"), message.get("refusal"), message.get("tool_calls"))
            self.finish = choice.get("finish_reason") or self.finish

    def _part(self, content: object, refusal: object, tools: object) -> None:
        self.refused = self.refused or bool(refusal)
        self.called_tool = self.called_tool or bool(tools)
        if isinstance(content, str) and content:
            self._pieces.append(content)
            self._length += len(content)
            self._told(self._length)

    def answer(self, profile: ServiceProfile, milliseconds: float) -> RawAnswer:
        """The whole answer. How it ended is looked at first: a text that was not ended by the model is none."""
        text = "".join(self._pieces)
        if self.refused:
            raise errors.ServiceRefused
        if self.finish == "content_filter":
            raise errors.ServiceFiltered
        if self.finish == "length":
            raise errors.ServiceCutShort(limit=profile.answer_tokens)
        if len(self._choices) > 1 or (self.called_tool and not text):
            raise errors.ServiceNotAnAnswer
        if not self.any:
            raise errors.ServiceNotAnAnswer
        if self.finish is None:
            raise errors.ServiceConnectionLost
        if self.finish not in _ENDS:
            raise errors.ServiceNotAnAnswer
        if not text.strip():
            raise errors.ServiceAnswerEmpty
        return RawAnswer(text, self.finish, self.model or profile.model, *self.tokens, milliseconds)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _arguments(prompt: RenderedPrompt, profile: ServiceProfile) -> dict[str, Any]:
    """What is asked for: no tools, one answer, not to be stored."""
    arguments: dict[str, Any] = {
        "model": profile.model,
        "messages": prompt.messages(),
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if profile.kind is ServiceKind.COMPATIBLE:
        arguments["max_tokens"] = profile.answer_tokens
    else:
        arguments["max_completion_tokens"] = profile.answer_tokens
        arguments["store"] = False
    if profile.form is AnswerForm.SCHEMA:
        arguments["response_format"] = response_format()
    elif profile.form is AnswerForm.JSON:
        arguments["response_format"] = {"type": "json_object"}
    return arguments


def _client(profile: ServiceProfile, api_key: str, transport: httpx2.AsyncBaseTransport) -> openai.AsyncOpenAI:
    """A client that takes nothing from the environment, follows no redirect, and never tries again by itself."""
    timeout = httpx2.Timeout(profile.total_seconds, connect=profile.connect_seconds)
    web = httpx2.AsyncClient(transport=transport, timeout=timeout, follow_redirects=False, trust_env=False)
    if profile.kind is ServiceKind.AZURE:  # the library itself puts /deployments/MODEL into the path of a completion
        return openai.AsyncAzureOpenAI(
            base_url=f"{profile.address.rstrip('/')}/openai",
            api_version=profile.api_version or "",
            api_key=api_key,
            http_client=web,
            max_retries=0,
            timeout=timeout,
        )
    return openai.AsyncOpenAI(
        base_url=profile.address, api_key=api_key, http_client=web, max_retries=0, timeout=timeout
    )
