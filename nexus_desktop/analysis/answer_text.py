"""Finds the one answer in what a service wrote: not its thinking, not a schema it echoed, not an error page.

Around an answer there may be prose, fences, tags, an envelope, a second copy of itself. Two answers that differ are no
answer: nobody can say which one was meant.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from nexus_desktop.analysis.answer_reader import CLASH, TOO_DEEP, Bare, Reader, merged, number
from nexus_desktop.analysis.answer_shape import looks_like_answer, name, names

LARGEST: Final = 500_000  # characters; a whole answer has about 8,000, its thinking some ten times as many
_MOST_STARTS: Final = 64
_MOST_READ: Final = 2  # times the length of the text, over all starts
_MOST_NODES: Final = 20_000
_MOST_LAYERS: Final = 3  # of JSON inside a string
_MOST_ENVELOPES: Final = 8

_NOTHING: Final = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\x00"))
_FULL_WIDTH: Final = str.maketrans("：，｛｝［］＂", ':,{}[]"')
_THINKS: Final = r"think|thinking|thoughts?|reasoning|scratchpad|inner_monologue"
_OPEN: Final = re.compile(
    rf"<\|?(?:{_THINKS})\|?>|\[(?:THINK|thinking)\]|<\|channel\|>\s*(?:analysis|commentary)|◁think▷", re.IGNORECASE
)
_CLOSE: Final = re.compile(
    rf"</\|?(?:{_THINKS})\|?>|<\|/(?:{_THINKS})\|>|\[/(?:THINK|thinking)\]|◁/think▷"
    r"|<\|channel\|>\s*final(?:\s*<\|message\|>)?",
    re.IGNORECASE,
)
_START: Final = re.compile(
    r"\{(?=\s*+(?://[^\n]*+\s*+|/\*[^*]*+\*/\s*+)*+(?:[\"'`“„‘]|[A-Za-z_]\w*+\s*+:|\{|\\\\?\"|\\n))"
)
_HEADLESS: Final = re.compile(r"\s*[\"'`“]?(?:opinion|items|elements)[\"'`”]?\s*:\s*[{\[]", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r"\s*+\}?\s*+,\s*+[\"'`“](?:opinion|items|elements|citations|confidence)[\"'`”]\s*+:", re.IGNORECASE
)
_ESCAPED: Final = re.compile(r"[^{]{0,2000}\{(?:\s|\\[nrt])*\\\"")
_MAIL_MARK: Final = re.compile(r"^> ?", re.MULTILINE)
_MARKUP: Final = re.compile(r"\s*(?:<!doctype|<html|<head|<body|<\?xml|<title)", re.IGNORECASE)
_REFUSAL: Final = re.compile(
    r"\b(?:i(?:'m| am)? (?:sorry|afraid|unable|not able|not comfortable)"
    r"|i (?:can(?:not|'t| not)|won'?t|will not|must decline|decline|apologi[sz]e)"
    r"|as an ai|cannot (?:assist|help|comply|provide)|against my|content policy)\b",
    re.IGNORECASE,
)
_BESIDE: Final = frozenset(
    {
        "schema", "defs", "definitions", "json_schema", "response_format", "example", "examples", "default", "thinking",
        "thought", "thoughts", "reasoning", "reasoning_content", "scratchpad", "draft", "previous", "input", "prompt",
        "request", "logprobs", "expected", "error", "errors", "detail",
    }
)  # fmt: skip
"""Keys that an answer is not looked for under."""


@dataclass(slots=True)
class Found:
    """The answer as JSON values, or why there is none."""

    value: dict[str, Any] | None = None
    why_not: str = ""
    repairs: set[str] = field(default_factory=set)
    cut: bool = False
    read: bool = False  # by our own reader, or with anything around it


def find(raw: str) -> Found:
    """The answer in ``raw``. Never raises; time grows with the length of ``raw`` alone."""
    if len(raw) > LARGEST:
        return Found(why_not="too_large")
    clean = raw.translate(_NOTHING) if not raw.isascii() or "\x00" in raw else raw
    text = clean.lstrip()
    if not text:
        return Found(why_not="empty")
    if _MARKUP.match(text):
        return Found(why_not="markup")
    found = Found()
    if len(clean) < len(raw):
        found.repairs.add("control character")
    strict = _strict(text)
    if strict is not None:
        return _chosen(found, [strict], text)
    found.read = True
    found.repairs.add("wrapping")
    if text.startswith(">"):
        text = _MAIL_MARK.sub("", text)
    if '":' not in text and "：" in text:
        text = text.translate(_FULL_WIDTH)
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    without = _without_thinking(text)
    if not without.strip():
        return Found(why_not="only_thinking")
    return _chosen(found, list(_candidates(without, found)), without)


def _chosen(found: Found, candidates: list[Any], text: str) -> Found:
    answers = [answer for candidate in candidates for answer in _inside(candidate, found)]
    if not answers:
        found.why_not = _why_none(text, candidates, cut=found.cut)
        return found
    whole = answers[0]
    for other in answers[1:]:
        found.repairs.add("repeated")
        whole = merged(whole, other)
        if _holds(whole, CLASH):
            found.why_not = "two_answers"
            return found
    if found.read and _holds(whole, TOO_DEEP):
        found.why_not = "too_deep"
        return found
    found.value = whole
    return found


def _why_none(text: str, candidates: list[Any], *, cut: bool) -> str:
    keys = {key for one in candidates if isinstance(one, dict) for key in names(one)}
    if any(_holds(one, TOO_DEEP) for one in candidates):
        return "too_deep"
    if keys & {"properties", "schema", "defs", "definitions"}:
        return "schema_echo"
    if "refusal" in keys or _REFUSAL.search(text[:600]):
        return "refusal"
    if keys & {"error", "errors", "detail"}:
        return "error_message"
    return "cut_before_answer" if cut and candidates else "no_answer"


def _strict(text: str) -> Any:  # noqa: ANN401 - any JSON value
    """The text as JSON, where it is nothing else; None where it is not."""
    if text[0] not in '{["':
        return None
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=Bare, parse_float=number)
    except (ValueError, RecursionError):
        return None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    found = {}
    for key, value in pairs:
        found[key] = merged(found[key], value) if key in found else value
    return found


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_pairs, parse_constant=Bare, parse_float=number)


def _without_thinking(text: str) -> str:
    """The text without the thinking. What stands before a closing mark is thinking, opened or not; what follows an
    opening mark that is never closed is too."""
    kept: list[str] = []
    at = 0
    while (opening := _OPEN.search(text, at)) is not None:
        kept.append(text[at : opening.start()])
        closing = _CLOSE.search(text, opening.end())
        if closing is None:
            return _behind_last_mark(" ".join(kept))
        at = closing.end()
    return _behind_last_mark(" ".join([*kept, text[at:]]))


def _behind_last_mark(text: str) -> str:
    end = max((closing.end() for closing in _CLOSE.finditer(text)), default=0)
    return text[end:]


def _unescaped(text: str) -> str:
    """JSON that was escaped once too often."""
    try:
        inner = json.loads(f'"{text}"', strict=False)
    except ValueError:
        inner = None
    return inner if isinstance(inner, str) else text.replace('\\"', '"').replace("\\n", "\n")


def _candidates(text: str, found: Found) -> Iterator[Any]:
    """Every object that stands in the text, outermost ones, in order."""
    if _ESCAPED.match(text):
        text = _unescaped(text)
        found.repairs.add("escape")
    at = spent = 0
    if _HEADLESS.match(text):
        reader = Reader(text)
        yield _read(reader, found)
        at = reader.at
    for _ in range(_MOST_STARTS):
        start = _START.search(text, at)
        if start is None or spent > _MOST_READ * len(text):
            return
        reader = Reader(text, start.start())
        value = _whole(reader)
        if value is None:
            value = _read(reader, found)
        while isinstance(value, dict) and (more := _GOES_ON.match(text, reader.at)) is not None:
            found.repairs.add("bracket")
            reader.at = text.index(",", more.start()) + 1
            value = merged(value, _read(reader, found))
        yield value
        spent += reader.at - start.start()
        useful = isinstance(value, dict) and bool(value)
        at = reader.at if useful and not (reader.cut and not looks_like_answer(value)) else start.end()


def _whole(reader: Reader) -> Any:  # noqa: ANN401 - any JSON value
    """The object here where it is sound JSON, whatever stands around it; else None."""
    try:
        value, reader.at = _DECODER.raw_decode(reader.text, reader.at)
    except (ValueError, RecursionError):
        return None
    return value


def _read(reader: Reader, found: Found) -> Any:  # noqa: ANN401
    value = reader.read()
    found.repairs |= reader.repairs
    found.cut = found.cut or reader.cut
    return value


def _inside(value: Any, found: Found, layer: int = 0) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """The answers in a value: itself, or what an envelope, a list or a string of JSON holds. Breadth first, so that
    an answer is never looked into for another."""
    level, nodes = [value], 0
    for depth in range(_MOST_ENVELOPES):
        deeper: list[Any] = []
        for one in level[: _MOST_NODES - nodes]:
            nodes += 1
            if isinstance(one, str):
                yield from _unpacked(one, found, layer)
            elif looks_like_answer(one):
                found.repairs |= {"wrapping"} if depth else set()
                yield one
            else:
                deeper += _parts(one)
        level = deeper


def _parts(value: Any) -> list[Any]:  # noqa: ANN401
    if isinstance(value, dict):
        return [inner for key, inner in value.items() if name(key) not in _BESIDE]
    return value if isinstance(value, list) else []


def _unpacked(text: str, found: Found, layer: int) -> Iterator[dict[str, Any]]:
    inner = text.strip()
    if layer >= _MOST_LAYERS or inner[:1] not in tuple('{["`<'):
        return
    found.repairs.add("wrapping")
    strict = _strict(inner)
    values = [strict] if strict is not None else list(_candidates(_without_thinking(inner), found))
    for one in values:
        yield from _inside(one, found, layer + 1)


def _holds(value: Any, mark: object) -> bool:  # noqa: ANN401
    if value is mark:
        return True
    if isinstance(value, dict):
        return any(_holds(one, mark) for one in value.values())
    return isinstance(value, list) and any(_holds(one, mark) for one in value)
