"""A service on loopback that fails in every way we know, one a path: ``http://127.0.0.1:PORT/SCENARIO/v1``.

Real sockets and a real HTTP server of the standard library; the answers are scripted. ``log`` tells what came in.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

SECRET = "sk-test-abc123"


def error(message: str, kind: str, code: str | None) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}


# status, body, headers: what is answered before any stream begins
STATUS: dict[str, tuple[int, Any, dict[str, str]]] = {
    "401": (401, error(f"Incorrect API key provided: {SECRET}", "invalid_request_error", "invalid_api_key"), {}),
    "403": (403, error("Country not supported", "request_forbidden", "unsupported_country_region_territory"), {}),
    "404": (404, error("The model `x` does not exist", "invalid_request_error", "model_not_found"), {}),
    "407": (407, "<html>407 Proxy Authentication Required</html>", {"content-type": "text/html"}),
    "408": (408, error("Request timed out", "server_error", None), {}),
    "409": (409, error("Conflict", "server_error", None), {}),
    "413": (413, "<html>413 Request Entity Too Large</html>", {"content-type": "text/html"}),
    "418": (418, error("teapot", "x", None), {}),
    "429": (429, error("Rate limit reached", "requests", "rate_limit_exceeded"), {}),
    "429_after2": (429, error("Rate limit reached", "requests", "rate_limit_exceeded"), {"retry-after": "2"}),
    "429_after600": (429, error("Rate limit reached", "requests", "rate_limit_exceeded"), {"retry-after": "600"}),
    "429_quota": (429, error("You exceeded your quota", "insufficient_quota", "insufficient_quota"), {}),
    "429_after_for_ever": (429, error("Rate limit reached", "requests", "rate_limit_exceeded"), {"retry-after": "inf"}),
    "429_after_word": (429, error("Rate limit reached", "requests", "rate_limit_exceeded"), {"retry-after": "soon"}),
    "429_after_date": (
        429,
        error("Rate limit reached", "requests", "rate_limit_exceeded"),
        {"retry-after": "Fri, 31 Dec 2100 23:59:59 GMT"},
    ),
    "503_after3": (503, error("Overloaded", "server_error", None), {"retry-after": "3"}),
    "502_after3": (502, error("Bad gateway", "server_error", None), {"retry-after": "3"}),
    "500": (500, error("The server had an error", "server_error", None), {}),
    "502": (502, "<html><h1>502 Bad Gateway</h1></html>", {"content-type": "text/html"}),
    "503": (503, error("Overloaded", "server_error", None), {}),
    "400_context": (
        400,
        error("maximum context length is 8192", "invalid_request_error", "context_length_exceeded"),
        {},
    ),
    "400_context_words": (400, error("the request exceeds the available context size", "x", None), {}),
    "400_filter": (400, {"error": {"message": "filtered", "code": "content_filter", "status": 400}}, {}),
    "400_schema": (
        400,
        error("Invalid schema for response_format", "invalid_request_error", "invalid_json_schema"),
        {},
    ),
    "400_other": (400, error("temperature is out of range", "invalid_request_error", None), {}),
    "200_html": (200, "<html>Sign in to the guest network</html>", {"content-type": "text/html"}),
    "200_html_as_json": (200, "<html>Sign in to the guest network</html>", {}),
    "200_badjson": (200, '{"id": "c", "choices": [{"mess', {}),
    "200_empty": (200, "", {}),
    "200_list": (200, [1, 2], {}),
    "200_error": (200, error("upstream failed", "server_error", "500"), {}),
    "200_nochoices": (200, {"id": "c", "object": "chat.completion", "choices": []}, {}),
    "200_text": (200, "ok", {"content-type": "text/plain"}),
    "200_gzip": (200, "not gzip", {"content-encoding": "gzip"}),
}


@dataclass
class Seen:
    """One request as it came in."""

    scenario: str
    path: str
    headers: dict[str, str]
    body: bytes
    answered: bool = False  # a whole good answer went out


@dataclass
class FaultServer:
    """A running server. ``answer`` makes the text of a good answer from the body of a request."""

    port: int
    scheme: str = "http"
    answer: Callable[[dict[str, Any]], str] = lambda body: '{"ok": true}'
    log: list[Seen] = field(default_factory=list)
    hold: threading.Event = field(default_factory=threading.Event)  # set: slow answers end at once
    plan: Callable[[int, Seen], str] | None = None  # the scenario of the n-th request to /planned
    elsewhere: str = ""

    def url(self, scenario: str) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}/{scenario}/v1"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_state: ClassVar[FaultServer]

    def log_message(self, *_: object) -> None:
        pass

    @property
    def state(self) -> FaultServer:
        return type(self).server_state

    def do_GET(self) -> None:
        scenario = self.path.split("/")[1]
        self.state.log.append(Seen(scenario, self.path, dict(self.headers), b""))
        if scenario in STATUS:
            return self.send(*STATUS[scenario])
        if scenario == "reset":
            return self.die()
        if scenario == "slow_start":
            self.state.hold.wait(30)
            return self.die()
        listed = () if scenario == "no_models" else ("m", "other")
        models = [{"id": name, "object": "model", "created": 1, "owned_by": "x"} for name in listed]
        return self.send(200, {"object": "list", "data": models}, {})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        seen = Seen(self.path.split("/")[1], self.path, {k.lower(): v for k, v in self.headers.items()}, body)
        self.state.log.append(seen)
        scenario = seen.scenario
        if scenario == "planned" and self.state.plan is not None:
            scenario = self.state.plan(len(self.state.log), seen)
        try:
            self.play(scenario, seen)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            self.close_connection = True

    def send(self, status: int, body: Any, headers: dict[str, str]) -> None:
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def head(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream; charset=utf-8")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()

    def put(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def die(self) -> None:
        self.close_connection = True
        self.connection.close()

    def chunk(self, text: str | None = None, finish: str | None = None, **more: Any) -> bytes:
        delta = {"content": text} if text is not None else {}
        choice = {"index": more.pop("index", 0), "delta": delta | more.pop("delta", {}), "finish_reason": finish}
        whole = {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m-2026",
            "choices": [choice],
        } | more
        return b"data: " + json.dumps(whole).encode() + b"\n\n"

    def end(self, *, done: bool = True, usage: bool = True) -> None:
        if usage:
            counted = {"prompt_tokens": 2000, "completion_tokens": 900, "total_tokens": 2900}
            self.put(self.chunk(choices=[], usage=counted))
        if done:
            self.put(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def play(self, scenario: str, seen: Seen) -> None:
        if scenario in STATUS:
            return self.send(*STATUS[scenario])
        if scenario == "redirect":
            return self.send(307, "", {"location": f"{self.state.elsewhere}/chat/completions"})
        if scenario == "reset":
            return self.die()
        if scenario == "slow_start":
            self.state.hold.wait(30)
            return self.die()
        text = self.state.answer(json.loads(seen.body))
        if scenario in ("json", "json_refusal", "json_two", "json_null"):
            return self.send(200, self.whole(scenario, text), {})
        self.head()
        return getattr(self, scenario, self.ok)(text, seen)

    def whole(self, scenario: str, text: str) -> dict[str, Any]:
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if scenario == "json_refusal":
            message = {"role": "assistant", "content": None, "refusal": "I cannot help with that."}
        if scenario == "json_null":
            message["content"] = None
        choices = [
            {"index": n, "finish_reason": "stop", "message": message} for n in range(1 + (scenario == "json_two"))
        ]
        counted = {"prompt_tokens": 2000, "completion_tokens": 900}
        return {
            "id": "c",
            "object": "chat.completion",
            "created": 1,
            "model": "m-2026",
            "usage": counted,
            "choices": choices,
        }

    # --- streams ------------------------------------------------------------------------------------------------

    def ok(self, text: str, seen: Seen, finish: str = "stop") -> None:
        for at in range(0, len(text), 400):
            self.put(self.chunk(text[at : at + 400]))
        self.put(self.chunk(None, finish))
        self.end()
        seen.answered = True

    def no_usage(self, text: str, seen: Seen) -> None:
        self.put(self.chunk(text))
        self.put(self.chunk(None, "stop"))
        self.end(usage=False)
        seen.answered = True

    def cut_reset(self, text: str, _: Seen) -> None:
        self.put(self.chunk(text[: len(text) // 2]))
        self.die()

    def cut_clean(self, text: str, _: Seen) -> None:
        self.put(self.chunk(text[: len(text) // 2]))
        self.wfile.write(b"0\r\n\r\n")

    def length(self, text: str, seen: Seen) -> None:
        self.ok(text[: len(text) // 2], seen, "length")

    def filter(self, text: str, seen: Seen) -> None:
        self.ok(text[:10], seen, "content_filter")

    def refusal(self, _text: str, _: Seen) -> None:
        self.put(self.chunk(delta={"refusal": "I cannot help with that."}))
        self.put(self.chunk(None, "stop"))
        self.end()

    def tool_call(self, _text: str, _: Seen) -> None:
        call = {"index": 0, "id": "t", "type": "function", "function": {"name": "search", "arguments": "{}"}}
        self.put(self.chunk(delta={"tool_calls": [call]}))
        self.put(self.chunk(None, "tool_calls"))
        self.end()

    def two_choices(self, text: str, _: Seen) -> None:
        for index in (0, 1):
            self.put(self.chunk(text, index=index))
            self.put(self.chunk(None, "stop", index=index))
        self.end()

    def empty(self, _text: str, seen: Seen) -> None:
        self.ok("", seen)

    def bad_event(self, text: str, _: Seen) -> None:
        self.put(self.chunk(text[:20]))
        self.put(b'data: {"id": "c", "choi\n\n')
        self.wfile.write(b"0\r\n\r\n")

    def error_event(self, text: str, _: Seen) -> None:
        self.put(self.chunk(text[:20]))
        self.put(b"data: " + json.dumps(error("upstream timed out", "server_error", "504")).encode() + b"\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def html_stream(self, _text: str, _: Seen) -> None:
        self.put(b"<html>gateway</html>")
        self.wfile.write(b"0\r\n\r\n")

    def drip(self, text: str, _: Seen) -> None:
        """A character at a time, each in good time; the whole is not."""
        for char in text:
            self.put(self.chunk(char))
            if self.state.hold.wait(0.04):
                return self.die()
        return self.end()

    def pings(self, _text: str, _: Seen) -> None:
        while not self.state.hold.wait(0.04):
            self.put(b": ping\n\n")
        self.die()

    def huge(self, _text: str, _: Seen) -> None:
        piece = self.chunk("x" * 60_000)
        for _n in range(400):
            self.put(piece)
        self.end()


@contextmanager
def running(certificate: Path | None = None) -> Iterator[FaultServer]:
    """A server on a free port of loopback, with TLS where a certificate (with its key) is given."""

    class Own(Handler):
        pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that goes away in the middle is what is tested here."""

    server = Quiet(("127.0.0.1", 0), Own)
    state = FaultServer(server.server_address[1])
    Own.server_state = state
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        state.scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.hold.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
