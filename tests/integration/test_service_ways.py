"""The ways to a service: through the proxy of an office, to where nobody answers, after a wait it asks for."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from time import perf_counter

import httpx2
import pytest

from nexus_desktop.analysis.ai_errors import LONGEST_WAIT, retry_after
from nexus_desktop.models import errors
from tests.data.builders.certificates import own_certificate
from tests.data.builders.fault_server import SECRET, FaultServer, running
from tests.data.builders.office_proxy import OfficeProxy, office_proxy
from tests.integration.test_service_faults import draft, send

NAME = "service.example"  # no resolver knows it: only a proxy can lead there


@pytest.fixture
def far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultServer]:
    """A service whose certificate is for a name out there, and trusted by this machine."""
    certificate = own_certificate(tmp_path / "tls.pem", NAME)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    with running(certificate) as server:
        server.answer = lambda _body: json.dumps({"text": "good"})
        yield server


@pytest.fixture
def proxy() -> Iterator[OfficeProxy]:
    with office_proxy() as running_proxy:
        yield running_proxy


def at_name(server: FaultServer) -> str:
    return server.url("ok").replace("127.0.0.1", NAME)


def test_a_letter_goes_through_the_proxy_of_the_profile_which_sees_no_word_of_it(
    far: FaultServer, proxy: OfficeProxy
) -> None:
    one = draft(at_name(far), proxy="address", proxy_address=proxy.address.replace("//", "//quill:sesame@"))
    assert json.loads(send(one)) == {"text": "good"}
    assert far.log[-1].body == one.body
    (asked,) = proxy.asked
    assert asked == (f"{NAME}:{far.port}", "Basic " + base64.b64encode(b"quill:sesame").decode())
    seen = b"".join(proxy.carried)
    assert seen
    assert not any(word in seen for word in (b"Zephyrine", SECRET.encode()))
    assert "proxy-authorization" not in far.log[-1].headers


def test_the_proxy_this_machine_is_set_up_with_is_used_where_the_profile_says_so(
    far: FaultServer, proxy: OfficeProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", proxy.address)
    assert json.loads(send(draft(at_name(far), proxy="system"))) == {"text": "good"}
    assert len(proxy.asked) == 1
    send(draft(far.url("ok"), proxy="system"))  # a service on this machine is never asked for through a proxy
    assert len(proxy.asked) == 1
    monkeypatch.setattr(socket, "getaddrinfo", _no_such_name)
    with pytest.raises(errors.ServiceNameUnknown):
        send(draft(at_name(far), proxy="none"))
    assert len(proxy.asked) == 1


def _no_such_name(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_a_proxy_may_be_named_without_its_scheme(
    far: FaultServer, proxy: OfficeProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = proxy.address.removeprefix("http://")
    send(draft(at_name(far), proxy="address", proxy_address=bare))
    monkeypatch.setenv("https_proxy", bare)
    send(draft(at_name(far), proxy="system"))
    assert len(proxy.asked) == 2


@pytest.mark.parametrize(
    "address", ["socks5://127.0.0.1:9", "ftp://127.0.0.1:9", "http://[::1", "http://127.0.0.1:port"]
)
def test_a_proxy_that_cannot_be_spoken_to_is_named(far: FaultServer, address: str) -> None:
    with pytest.raises(errors.ServiceProxyRefused):
        send(draft(at_name(far), proxy="address", proxy_address=address))
    assert far.log == []


@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_does_not_let_through_is_named(far: FaultServer, proxy: OfficeProxy, status: int) -> None:
    proxy.refuses = status
    with pytest.raises(errors.ServiceProxyRefused):
        send(draft(at_name(far), proxy="address", proxy_address=proxy.address))
    assert far.log == []


def test_a_proxy_that_looks_into_connections_is_trusted_only_where_the_system_does(
    far: FaultServer, proxy: OfficeProxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(own_certificate(tmp_path / "other.pem", NAME)))
    with pytest.raises(errors.ServiceNotSecure):
        send(draft(at_name(far), proxy="address", proxy_address=proxy.address))
    assert far.log == []


def test_a_connection_that_is_never_taken_is_given_up_in_its_own_time() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        waiting = []
        try:
            while len(waiting) < 20:  # until nobody more is let in
                one = socket.socket()
                waiting.append(one)
                one.settimeout(0.3)
                one.connect(deaf.getsockname())
        except TimeoutError:
            pass
        else:
            pytest.skip("this system lets everybody in")
        began = perf_counter()
        with pytest.raises(errors.ServiceTooSlow) as got:
            send(draft(f"http://127.0.0.1:{deaf.getsockname()[1]}/v1", connect_seconds=0.3))
        for one in waiting:
            one.close()
    assert got.value.what == "take the connection"
    assert perf_counter() - began < 3


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Fri, 27 Nov 2026 10:00:30 GMT", "date": "Fri, 27 Nov 2026 10:00:00 GMT"}, 30),
        ({"retry-after": "Fri, 27 Nov 2026 09:00:00 GMT", "date": "Fri, 27 Nov 2026 10:00:00 GMT"}, 0),
        ({"retry-after": "99999999999"}, LONGEST_WAIT),
        ({"retry-after": "inf"}, LONGEST_WAIT),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_a_service_says_how_long_to_wait_as_a_number_or_a_date(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(httpx2.Response(429, headers=headers)) == seconds


def test_a_date_without_the_clock_of_the_service_is_held_against_ours() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    found = retry_after(httpx2.Response(429, headers={"retry-after": at}))
    assert found is not None
    assert 90 < found <= 100


@pytest.mark.parametrize(
    ("scenario", "seconds"),
    [("429_after_for_ever", LONGEST_WAIT), ("429_after_date", LONGEST_WAIT), ("429_after_word", 0), ("503_after3", 3),
     ("502_after3", 3)],
)  # fmt: skip
def test_a_wait_that_is_asked_for_is_heard(scenario: str, seconds: float) -> None:
    with running() as server, pytest.raises(errors.ServiceBusy) as got:
        send(draft(server.url(scenario)))
    assert got.value.numbers["seconds"] == seconds
