"""Every fault of the list against a real server on loopback: each becomes a failure of ours, and none leaks a word."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from nexus_desktop.analysis import ai_analyzer
from nexus_desktop.models import errors
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import DeidentifiedText, Level
from nexus_desktop.models.service_models import AnswerForm, Draft, RenderedPrompt, ServiceKind, ServiceProfile
from tests.data.builders.certificates import own_certificate
from tests.data.builders.fault_server import SECRET, FaultServer, running

WORDS = "The letter says that Zephyrine was seen."


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    with running() as state:
        state.answer = lambda _body: json.dumps({"text": "word " * 200})
        yield state


def profile(address: str, **more: object) -> ServiceProfile:
    data = {"id": "local", "title": "Local", "kind": "compatible", "address": address, "model": "m", "proxy": "none"}
    return ServiceProfile.model_validate(data | {"first_byte_seconds": 5, "total_seconds": 5} | more)


def draft(address: str, **more: object) -> Draft:
    letter = DeidentifiedText(WORDS, Level.MODERATE, "")
    prompt = RenderedPrompt("nexus-analysis", "1.0.0", "", "w", "system", f"user\nF\n{WORDS}\nF\nend", letter, "F")
    return ai_analyzer.build(prompt, profile(address, **more), "request-1")


def send(one: Draft, key: str = SECRET, cancelled: threading.Event | None = None, most: int = 400_000) -> str:
    return ai_analyzer.send(one, key, most, lambda _n: None, cancelled or threading.Event()).text


@pytest.mark.parametrize(
    ("scenario", "kind"),
    [
        ("401", errors.ServiceKeyRefused),
        ("403", errors.ServiceForbidden),
        ("404", errors.ServiceModelUnknown),
        ("407", errors.ServiceProxyRefused),
        ("408", errors.ServiceDown),
        ("409", errors.ServiceDown),
        ("413", errors.ServiceTooLong),
        ("418", errors.ServiceRequestRefused),
        ("429", errors.ServiceBusy),
        ("429_after2", errors.ServiceBusy),
        ("429_quota", errors.ServiceQuotaUsed),
        ("500", errors.ServiceDown),
        ("502", errors.ServiceDown),
        ("503", errors.ServiceDown),
        ("400_context", errors.ServiceTooLong),
        ("400_context_words", errors.ServiceTooLong),
        ("400_filter", errors.ServiceFiltered),
        ("400_schema", errors.ServiceFormUnsupported),
        ("400_other", errors.ServiceRequestRefused),
        ("200_html", errors.ServiceNotAnAnswer),
        ("200_html_as_json", errors.ServiceNotAnAnswer),
        ("200_badjson", errors.ServiceNotAnAnswer),
        ("200_empty", errors.ServiceNotAnAnswer),
        ("200_list", errors.ServiceNotAnAnswer),
        ("200_error", errors.ServiceNotAnAnswer),
        ("200_nochoices", errors.ServiceNotAnAnswer),
        ("200_text", errors.ServiceNotAnAnswer),
        ("200_gzip", errors.ServiceNotAnAnswer),
        ("redirect", errors.ServiceRedirected),
        ("reset", errors.ServiceConnectionLost),
        ("cut_reset", errors.ServiceConnectionLost),
        ("cut_clean", errors.ServiceConnectionLost),
        ("length", errors.ServiceCutShort),
        ("filter", errors.ServiceFiltered),
        ("refusal", errors.ServiceRefused),
        ("tool_call", errors.ServiceNotAnAnswer),
        ("two_choices", errors.ServiceNotAnAnswer),
        ("empty", errors.ServiceAnswerEmpty),
        ("bad_event", errors.ServiceNotAnAnswer),
        ("error_event", errors.ServiceDown),
        ("html_stream", errors.ServiceNotAnAnswer),
        ("huge", errors.ServiceAnswerTooLarge),
        ("json_refusal", errors.ServiceRefused),
        ("json_two", errors.ServiceNotAnAnswer),
        ("json_null", errors.ServiceAnswerEmpty),
    ],
)
def test_each_fault_has_its_own_name(server: FaultServer, scenario: str, kind: type[NexusError]) -> None:
    server.elsewhere = server.url("ok")
    before = len(server.log)
    with pytest.raises(NexusError) as got:
        send(draft(server.url(scenario)))
    assert type(got.value) is kind
    assert len(server.log) == before + 1  # one request: nothing was repeated, and no redirect was followed
    told = f"{got.value.sentence} {got.value.next_step} {got.value!r} {got.value.args}"
    assert not any(word in told for word in (SECRET, "Zephyrine", "<html>", "Incorrect API key provided"))
    assert got.value.__cause__ is None  # a chain would carry the library's text into a log


@pytest.mark.parametrize("scenario", ["ok", "no_usage", "json"])
def test_a_good_answer_comes_whole(server: FaultServer, scenario: str) -> None:
    came: list[int] = []
    answer = ai_analyzer.send(draft(server.url(scenario)), SECRET, 400_000, came.append, threading.Event())
    assert json.loads(answer.text) == {"text": "word " * 200}
    assert answer.model == "m-2026"
    assert (answer.tokens_in, answer.tokens_out) == ((None, None) if scenario == "no_usage" else (2000, 900))
    assert came[-1] == len(answer.text)


@pytest.mark.parametrize(
    ("scenario", "what", "limits"),
    [
        ("slow_start", "begin its answer", {"first_byte_seconds": 0.2}),
        ("drip", "finish its answer", {"total_seconds": 0.4}),
        ("pings", "finish its answer", {"total_seconds": 0.4}),
    ],
)
def test_slow_services_are_left(server: FaultServer, scenario: str, what: str, limits: dict[str, float]) -> None:
    began = perf_counter()
    with pytest.raises(errors.ServiceTooSlow) as got:
        send(draft(server.url(scenario), **limits))
    assert got.value.what == what
    assert perf_counter() - began < 3


@pytest.mark.parametrize("scenario", ["slow_start", "drip", "pings"])
def test_cancelling_ends_a_call_within_a_second(server: FaultServer, scenario: str) -> None:
    cancelled = threading.Event()
    threading.Timer(0.15, cancelled.set).start()
    began = perf_counter()
    with pytest.raises(errors.Cancelled):
        send(draft(server.url(scenario)), cancelled=cancelled)
    assert perf_counter() - began < 1


def test_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(errors.ServiceConnectionRefused):
        send(draft(f"http://127.0.0.1:{port}/v1"))


def test_the_name_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _no_such_name)  # the resolver's own failure, without asking a real one
    with pytest.raises(errors.ServiceNameUnknown):
        send(draft("https://no-such-host.invalid/v1"))


def _no_such_name(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that nobody trusts, made here."""
    return own_certificate(tmp_path_factory.mktemp("tls") / "tls.pem")


def test_a_certificate_that_is_not_trusted_is_not_accepted(certificate: Path) -> None:
    with running(certificate) as server, pytest.raises(errors.ServiceNotSecure):
        send(draft(server.url("ok")))
    assert server.log == []


def test_a_certificate_the_office_trusts_is_accepted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with running(certificate) as server:
        server.answer = lambda _body: "good"
        assert send(draft(server.url("ok"))) == "good"


def test_plain_http_where_tls_is_spoken(certificate: Path) -> None:
    with running(certificate) as server, pytest.raises(errors.ServiceConnectionLost):
        send(draft(server.url("ok").replace("https", "http")))


# --- what leaves ---------------------------------------------------------------------------------------------------


def test_the_environment_changes_nothing(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with running() as thief:
        for name in ("OPENAI_BASE_URL", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, thief.url("ok"))
        for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
            monkeypatch.setenv(name, "taken-from-the-environment")
        send(draft(server.url("ok")))
        assert thief.log == []
    headers = server.log[-1].headers
    assert "taken-from-the-environment" not in str(headers)
    assert headers["authorization"] == f"Bearer {SECRET}"
    assert not any(name.startswith(("x-stainless", "openai-")) for name in headers)


def test_what_leaves_is_what_was_drafted(server: FaultServer) -> None:
    one = draft(server.url("ok"), form="schema")
    send(one)
    seen = server.log[-1]
    assert seen.body == one.body
    assert seen.headers["idempotency-key"] == "request-1"
    body = json.loads(seen.body)
    assert body["response_format"]["json_schema"]["strict"] is True
    assert "tools" not in body
    assert "minimum" not in seen.body.decode()
    assert draft(server.url("ok"), form="schema").body == one.body  # the same letter, the same bytes


def test_other_bytes_or_another_address_do_not_leave(server: FaultServer) -> None:
    one = draft(server.url("ok"))
    before = len(server.log)
    with pytest.raises(errors.ServiceRequestChanged):
        send(Draft(one.prompt, one.profile, one.url, one.body.replace(b"Zephyrine", b"Somebody!"), one.key))
    with pytest.raises(errors.ServiceDestinationRefused):
        send(Draft(one.prompt, one.profile, server.url("401") + "/chat/completions", one.body, one.key))
    assert len(server.log) == before


@pytest.mark.parametrize(
    ("kind", "form", "there", "not_there"),
    [
        ("openai", AnswerForm.SCHEMA, ["store", "max_completion_tokens", "json_schema"], ["max_tokens"]),
        ("compatible", AnswerForm.JSON, ["max_tokens", "json_object"], ["store", "json_schema"]),
        ("compatible", AnswerForm.TEXT, ["max_tokens"], ["response_format"]),
        ("azure", AnswerForm.SCHEMA, ["store"], ["max_tokens"]),
    ],
)
def test_each_kind_of_service_is_asked_in_its_way(
    server: FaultServer, kind: str, form: AnswerForm, there: list[str], not_there: list[str]
) -> None:
    one = draft(server.url("ok"), kind=kind, form=form, api_version="2024-10-21")
    body = one.body.decode()
    assert all(f'"{word}"' in body for word in there)
    assert not any(f'"{word}"' in body for word in not_there)
    if kind != "compatible":
        assert json.loads(body)["store"] is False
    send(one)
    seen = server.log[-1]
    if kind == ServiceKind.AZURE:
        assert seen.path == "/ok/v1/openai/deployments/m/chat/completions?api-version=2024-10-21"
        assert seen.headers["api-key"] == SECRET
    else:
        assert seen.path == "/ok/v1/chat/completions"


def test_models_are_listed_and_no_text_is_sent(server: FaultServer) -> None:
    assert ai_analyzer.models(profile(server.url("ok")), SECRET, 100_000, threading.Event()) == ("m", "other")
    assert server.log[-1].body == b""
    with pytest.raises(errors.ServiceKeyRefused):
        ai_analyzer.models(profile(server.url("401")), SECRET, 100_000, threading.Event())


def test_a_key_from_a_word_processor_is_named_as_such(server: FaultServer) -> None:
    before = len(server.log)
    for key in ("sk—long—dash", "sk-two\nlines"):
        with pytest.raises(errors.ServiceKeyInvalid):
            send(draft(server.url("ok")), key=key)
    assert len(server.log) == before


@pytest.mark.parametrize(
    "address",
    [
        "http://service.example/v1",
        "ftp://127.0.0.1/v1",
        "https://user:secret@service.example/v1",
        "https://service.example/v1?key=1",
        "127.0.0.1:8080",
        "http://127.0.0.1.service.example/v1",
        "http://localhost.service.example/v1",
    ],
)
def test_unsafe_addresses_cannot_be_set_up(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        profile(address)


def test_nothing_of_the_library_is_loaded_before_it_is_needed() -> None:
    import sys

    script = (
        "from nexus_desktop import bootstrap; from nexus_desktop.ui import app; from nexus_desktop.services import "
        "ai_assembly, gate; import sys; print([n for n in ('openai', 'httpx2') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
