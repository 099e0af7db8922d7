"""The last few inches before the network: what leaves is the reviewed bytes to the address that was set up, or nothing.

This wraps the library's own transport, below everything that could add, redirect or repeat a request. It lets a request
pass only where scheme, host, port, path and the hash of the body are those that were approved, sends no header that is
not needed, follows no redirect, and stops an answer that is larger than an answer can be.
"""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx2

from nexus_desktop.models.errors import (
    ServiceAnswerTooLarge,
    ServiceDestinationRefused,
    ServiceNotAnAnswer,
    ServiceProxyRefused,
    ServiceRedirected,
    ServiceRequestChanged,
)
from nexus_desktop.models.service_models import ProxyUse, ServiceProfile

_HEADERS: Final = frozenset(
    {
        "host", "content-type", "content-length", "accept", "authorization", "api-key", "user-agent", "connection",
        "idempotency-key", "accept-encoding",
    }
)  # fmt: skip
USER_AGENT: Final = "nexus-desktop"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The one request that may pass. ``sha256`` is None for requests without a body."""

    url: str
    sha256: str | None
    most_bytes: int


class BuiltOnly(Exception):
    """Carries the request that would have been sent; raised in place of sending it."""

    def __init__(self, url: str, body: bytes) -> None:
        super().__init__("built")
        self.url, self.body = url, body


class BuildingTransport(httpx2.AsyncBaseTransport):
    """Sends nothing: gives back the exact bytes that the library would send."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Raises BuiltOnly, always."""
        raise BuiltOnly(str(request.url), await request.aread())


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Sends the allowed request and no other. ``on_byte`` is called when the first byte of an answer is there."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, allowed: Allowed, on_byte: Callable[[], None]) -> None:
        self._inner, self._allowed, self._on_byte = inner, allowed, on_byte

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Raises ServiceDestinationRefused, ServiceRequestChanged, ServiceRedirected, ServiceAnswerTooLarge."""
        if str(request.url) != self._allowed.url:
            raise ServiceDestinationRefused
        body = await request.aread()
        if self._allowed.sha256 is not None and hashlib.sha256(body).hexdigest() != self._allowed.sha256:
            raise ServiceRequestChanged
        headers = {name: value for name, value in request.headers.items() if name.lower() in _HEADERS}
        headers["user-agent"] = USER_AGENT
        headers["accept-encoding"] = "identity"  # an answer that unpacks to gigabytes cannot be sent
        leaving = httpx2.Request(request.method, request.url, headers=headers, content=body)
        leaving.extensions = request.extensions  # the time-outs
        response = await self._inner.handle_async_request(leaving)
        self._on_byte()
        if 300 <= response.status_code < 400:
            await response.aclose()
            raise ServiceRedirected
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise ServiceNotAnAnswer
        stream = response.stream
        if not isinstance(stream, httpx2.AsyncByteStream):
            raise ServiceNotAnAnswer
        response.stream = _Capped(stream, self._allowed.most_bytes)
        return response

    async def aclose(self) -> None:
        """Let go of the connection."""
        await self._inner.aclose()


class _Capped(httpx2.AsyncByteStream):
    """An answer's bytes, up to a limit."""

    def __init__(self, inner: httpx2.AsyncByteStream, most: int) -> None:
        self._inner, self._most = inner, most

    async def __aiter__(self) -> AsyncIterator[bytes]:
        seen = 0
        async for piece in self._inner:
            seen += len(piece)
            if seen > self._most:
                raise ServiceAnswerTooLarge(limit=self._most)
            yield piece

    async def aclose(self) -> None:
        await self._inner.aclose()


def network(profile: ServiceProfile) -> httpx2.AsyncBaseTransport:
    """The real transport: certificates of the operating system, the proxy of the profile, nothing from elsewhere.

    Raises ServiceProxyRefused for a proxy of a kind that nothing here speaks to, such as SOCKS.
    """
    context: ssl.SSLContext = httpx2.create_ssl_context(trust_env=True)  # SSL_CERT_FILE, where an office sets it
    try:
        return httpx2.AsyncHTTPTransport(verify=context, trust_env=False, proxy=proxy_of(profile), retries=0)
    except (ValueError, ImportError, httpx2.InvalidURL):
        raise ServiceProxyRefused from None


def proxy_of(profile: ServiceProfile) -> str | None:
    """The proxy to go through, or None. This machine itself is never asked for through one."""
    parts = urlsplit(profile.address)
    host = parts.hostname or ""
    if profile.local or profile.proxy is ProxyUse.NONE:
        return None
    if profile.proxy is ProxyUse.ADDRESS:
        return _proxy_address(profile.proxy_address)
    return None if proxy_bypass(host) else _proxy_address(getproxies().get(parts.scheme))


def _proxy_address(said: str | None) -> str | None:
    """The address of a proxy; people write ``proxy.office:8080`` and mean ``http://`` before it."""
    return said if said is None or "://" in said else f"http://{said}"
