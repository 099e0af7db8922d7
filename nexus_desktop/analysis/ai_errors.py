"""Everything that a library lets escape, as one of our own failures. None of their texts is kept: they may quote.

Measured against a scripted server: one error class stands for a wrong name, a refused connection, a certificate that is
not trusted and a broken pipe, so the chain of causes is walked; and ten kinds of bad answers raise something that is no
error of that library at all.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx2
import openai

from nexus_desktop.models import errors
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.service_models import ServiceProfile

LONGEST_KEY: Final = 512
LONGEST_WAIT: Final = (
    1_000_000  # seconds a server may ask for: more than any profile allows, and "inf" is a number then
)

_Kinds = tuple[type[BaseException], ...]
_Make = Callable[[Any, ServiceProfile], NexusError]

_NOT_AN_ANSWER: Final = (AttributeError, TypeError, ValueError, IndexError, KeyError)
"""What reading an answer of another shape raises; json.JSONDecodeError and pydantic's are ValueErrors."""


def as_ours(error: BaseException, profile: ServiceProfile) -> NexusError:
    """One of our failures for whatever came out of a call."""
    for one in _chain(error):
        if isinstance(one, NexusError):
            return one
    for kinds, make in _KINDS:
        if isinstance(error, kinds):
            return make(error, profile)
    return NexusError()


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _connection(error: BaseException, profile: ServiceProfile) -> NexusError:
    for one in _chain(error):
        for kinds, make in _CAUSES:
            if isinstance(one, kinds):
                return make(one, profile)
    for one in _chain(error):
        if isinstance(one, ConnectionRefusedError | httpx2.ConnectError):
            return errors.ServiceConnectionRefused()
    return errors.ServiceConnectionLost()


def _status(error: openai.APIStatusError) -> NexusError:
    status, code = error.status_code, _code(error)
    if status == 429:
        if code == "insufficient_quota":
            return errors.ServiceQuotaUsed()
        return errors.ServiceBusy(seconds=retry_after(error.response) or 0)
    if status in (401, 403, 404, 413):
        kinds: dict[int, type[NexusError]] = {
            401: errors.ServiceKeyRefused,
            403: errors.ServiceForbidden,
            404: errors.ServiceModelUnknown,
            413: errors.ServiceTooLong,
        }
        return kinds[status]()
    if status in (400, 422):
        return _bad_request(error, code)
    if status == 407:
        return errors.ServiceProxyRefused()
    if status in (408, 409) or status >= 500:
        waited = retry_after(error.response)
        return errors.ServiceBusy(seconds=waited) if waited else errors.ServiceDown(status=status)
    return errors.ServiceRequestRefused(status=status)


def _bad_request(error: openai.APIStatusError, code: str) -> NexusError:
    if code == "context_length_exceeded":
        return errors.ServiceTooLong()
    if code in ("content_filter", "content_policy_violation"):
        return errors.ServiceFiltered()
    said = _message(error)
    if code == "exceed_context_size_error" or ("context" in said and ("length" in said or "size" in said)):
        return errors.ServiceTooLong()
    if code == "invalid_json_schema" or "response_format" in said or "json_schema" in said or "schema" in said:
        return errors.ServiceFormUnsupported()
    return errors.ServiceRequestRefused(status=error.status_code)


def _event(error: openai.APIError) -> NexusError:
    """An error told inside of a stream."""
    code = str(getattr(error, "code", "") or "")
    if code.isdigit() and int(code) >= 500:
        return errors.ServiceDown(status=int(code))
    if code in ("429", "rate_limit_exceeded"):
        return errors.ServiceBusy(seconds=0)
    return errors.ServiceConnectionLost()


def _code(error: openai.APIStatusError) -> str:
    """The machine-readable code of an error, wherever the server put it."""
    body = _object(error.body)
    inner = _object(body.get("error"))
    for place in (body, inner):
        for name in ("code", "type"):
            if isinstance(place.get(name), str) and place[name] != "invalid_request_error":
                return str(place[name])
    return ""


def _message(error: openai.APIStatusError) -> str:
    """What the server said, in lower case, for telling two kinds of bad requests apart; never shown, never kept."""
    body = _object(error.body)
    return str(body.get("message") or _object(body.get("error")).get("message") or "")[:500].lower()


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def retry_after(response: httpx2.Response) -> float | None:
    """Seconds a server asks to wait, from its headers, as a number or a date; None where it does not say."""
    for name, factor in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        said = response.headers.get(name, "").strip()
        try:
            seconds = float(said) * factor
        except ValueError:
            seconds = _until(said, response.headers.get("date", ""))
        if seconds >= 0:  # which "nan" is not
            return min(seconds, LONGEST_WAIT)
    return None


def _until(moment: str, now: str) -> float:
    """Seconds until a moment by the server's own clock, else by this machine's; -1 where it is no date."""
    try:
        end = parsedate_to_datetime(moment)
    except ValueError:
        return -1.0
    try:
        began = parsedate_to_datetime(now)
    except ValueError:
        began = datetime.now(UTC)
    return max(0.0, (_aware(end) - _aware(began)).total_seconds())


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _slow(what: str, seconds: str) -> _Make:
    return lambda _error, profile: errors.ServiceTooSlow(what, seconds=getattr(profile, seconds))


def _simply(kind: type[NexusError]) -> _Make:
    return lambda _error, _profile: kind()


def _bad_key(_error: BaseException, _profile: ServiceProfile) -> NexusError:
    return errors.ServiceKeyInvalid(limit=LONGEST_KEY)


_CAUSES: Final[tuple[tuple[_Kinds, _Make], ...]] = (
    ((ssl.SSLError,), _simply(errors.ServiceNotSecure)),
    ((socket.gaierror,), _simply(errors.ServiceNameUnknown)),
    ((httpx2.ProxyError,), _simply(errors.ServiceProxyRefused)),
    ((httpx2.ConnectTimeout,), _slow("take the connection", "connect_seconds")),
    ((TimeoutError, httpx2.TimeoutException), _slow("answer", "total_seconds")),
    ((httpx2.LocalProtocolError, UnicodeEncodeError), _bad_key),
    (
        (httpx2.RemoteProtocolError, httpx2.ReadError, httpx2.WriteError, ConnectionResetError),
        _simply(errors.ServiceConnectionLost),
    ),
)
_KINDS: Final[tuple[tuple[_Kinds, _Make], ...]] = (
    ((openai.APIStatusError,), lambda error, _profile: _status(error)),
    ((openai.LengthFinishReasonError,), lambda _e, profile: errors.ServiceCutShort(limit=profile.answer_tokens)),
    ((openai.ContentFilterFinishReasonError,), _simply(errors.ServiceFiltered)),
    ((UnicodeEncodeError,), _bad_key),
    ((openai.APIConnectionError, httpx2.TransportError, TimeoutError, OSError), _connection),
    ((openai.APIResponseValidationError,), _simply(errors.ServiceNotAnAnswer)),
    ((openai.APIError,), lambda error, _profile: _event(error)),
    (_NOT_AN_ANSWER, _simply(errors.ServiceNotAnAnswer)),
    ((openai.OpenAIError,), lambda _error, _profile: errors.ServiceRequestRefused(status=0)),
)
