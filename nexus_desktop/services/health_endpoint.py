"""Health over HTTP for firm IT's monitoring, on this machine alone: off unless switched on, and behind a token.

``GET /health`` (a summary), ``/health/ready`` (200 or 503) and ``/metrics`` (Prometheus text, version 0.0.4). It binds
the loopback interface only, answers only a request whose Host names it (a web page that a name server points here is
refused), and says nothing of any letter. The checks run at most once in ``FRESH_SECONDS``, so that asking often costs
nothing; more than ``MOST_A_SECOND`` requests are refused.
"""

from __future__ import annotations

import hmac
import json
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from time import monotonic

from nexus_desktop.models.errors import EndpointPortTaken
from nexus_desktop.services.health import Health, HealthReport

HOST = "127.0.0.1"
FRESH_SECONDS = 30.0
MOST_A_SECOND = 10
IDLE_SECONDS = 5.0
"""How long a connection may stay silent."""

POLL_SECONDS = 0.1
"""How long closing may take."""

Samples = Mapping[str, float]
"""Metric by name, such as ``nexus_analyses_total``."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: status, kind of content, and the content."""

    status: HTTPStatus
    content_type: str
    body: str


class HealthAnswers:
    """What the endpoint says, apart from how it is carried."""

    def __init__(
        self,
        token: str,
        check: Callable[[], HealthReport],
        samples: Callable[[], Samples],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._token, self._check, self._samples, self._seconds = token, check, samples, seconds
        self._lock, self._checking = Lock(), Lock()  # a flood is refused while checks run, too
        self._asked: deque[float] = deque(maxlen=MOST_A_SECOND)
        self._report: HealthReport | None = None
        self._checked_at = 0.0

    def answer(self, path: str, authorization: str) -> Answer:
        """The response to one request. Order matters: a flood is refused before the token is looked at."""
        if not self._allowed():
            return _plain(HTTPStatus.TOO_MANY_REQUESTS)
        if not hmac.compare_digest(authorization.encode(), f"Bearer {self._token}".encode()):
            return _plain(HTTPStatus.UNAUTHORIZED)
        if path == "/health":
            return self._summary()
        if path == "/health/ready":
            ready = self._fresh().overall is not Health.FAILURE
            return _plain(HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE)
        if path == "/metrics":
            return self._metrics()
        return _plain(HTTPStatus.NOT_FOUND)

    def _allowed(self) -> bool:
        with self._lock:
            now = self._seconds()
            if len(self._asked) == MOST_A_SECOND and now - self._asked[0] < 1.0:
                return False
            self._asked.append(now)
            return True

    def _fresh(self) -> HealthReport:
        with self._checking:
            now = self._seconds()
            if self._report is None or now - self._checked_at > FRESH_SECONDS:
                self._report, self._checked_at = self._check(), now
            return self._report

    def _summary(self) -> Answer:
        report = self._fresh()
        checks = [{"name": one.name, "health": one.health.value, "code": one.code} for one in report.checks]
        body = {"version": report.version, "health": report.overall.value, "checks": checks}
        return Answer(HTTPStatus.OK, "application/json", json.dumps(body))

    def _metrics(self) -> Answer:
        report = self._fresh()
        lines = ["# TYPE nexus_health gauge"]
        lines += [f'nexus_health{{check="{one.name}"}} {list(Health).index(one.health)}' for one in report.checks]
        families: dict[str, list[str]] = {}
        for name, value in sorted(self._samples().items()):
            families.setdefault(name.partition("{")[0], []).append(f"{name} {value:g}")
        for family, samples in families.items():
            lines += [f"# TYPE {family} {'counter' if family.endswith('_total') else 'gauge'}", *samples]
        return Answer(HTTPStatus.OK, "text/plain; version=0.0.4", "\n".join(lines) + "\n")


def _plain(status: HTTPStatus) -> Answer:
    return Answer(status, "text/plain", f"{status.phrase}\n")


class HealthEndpoint:
    """The server: one thread that listens, one for each request, all gone after ``close``."""

    def __init__(self, answers: HealthAnswers, port: int) -> None:
        """Listen from now on; port 0 takes a free one. Raises EndpointPortTaken."""
        try:
            self._server = _Server((HOST, port), _handler(answers))
        except OSError:
            raise EndpointPortTaken from None
        self._thread = Thread(
            target=self._server.serve_forever, args=(POLL_SECONDS,), name="health endpoint", daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.server_port

    def close(self) -> None:
        """Stop listening and wait until the thread is gone."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = False  # a second program on the port must fail, not share it

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: the default prints a traceback to a console nobody watches."""


def _handler(answers: HealthAnswers) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = IDLE_SECONDS
        server_version = "NexusDesktop"
        sys_version = ""

        def do_GET(self) -> None:
            own = {f"{name}:{self.connection.getsockname()[1]}" for name in (HOST, "localhost")}
            if self.headers.get("Host", "") not in own:
                answer = _plain(HTTPStatus.MISDIRECTED_REQUEST)
            else:
                answer = answers.answer(self.path, self.headers.get("Authorization", ""))
            body = answer.body.encode()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
            """Say nothing: the default writes each request to standard error."""

    return Handler
