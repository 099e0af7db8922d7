"""The endpoint as a monitoring program meets it: over a real socket on this machine."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator

import pytest

from nexus_desktop.models.errors import EndpointPortTaken
from nexus_desktop.services.health import CheckResult, Health, HealthReport
from nexus_desktop.services.health_endpoint import HOST, MOST_A_SECOND, HealthAnswers, HealthEndpoint

TOKEN = "a-token-made-for-this-test"


class Program:
    """What stands behind the endpoint, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now, self.runs, self.health = 0.0, 0, Health.OK

    def check(self) -> HealthReport:
        self.runs += 1
        one = CheckResult("database", "Database", self.health, "database.ok", "A sentence.", "", 1.0)
        return HealthReport("0.1.0", (one,))

    def samples(self) -> dict[str, float]:
        return {'nexus_reads_total{label="pdf"}': 12, 'nexus_reads_total{label="rtf"}': 2, "nexus_confidence": 0.5}

    def seconds(self) -> float:
        self.now += 1.0  # each request a second after the last, unless a test stops the clock
        return self.now


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def endpoint(program: Program) -> Iterator[HealthEndpoint]:
    before = set(threading.enumerate())
    made = HealthEndpoint(HealthAnswers(TOKEN, program.check, program.samples, program.seconds), 0)
    yield made
    made.close()
    assert {t for t in threading.enumerate() if t.name == "health endpoint"} <= before


def get(endpoint: HealthEndpoint, path: str, token: str = TOKEN, host: str | None = None) -> tuple[int, str]:
    connection = http.client.HTTPConnection(HOST, endpoint.port, timeout=10)
    headers = {"Authorization": f"Bearer {token}"} | ({"Host": host} if host else {})
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


def test_a_summary_names_checks_by_code(endpoint: HealthEndpoint) -> None:
    status, body = get(endpoint, "/health")
    checks = [{"name": "database", "health": "ok", "code": "database.ok"}]
    assert (status, json.loads(body)) == (200, {"version": "0.1.0", "health": "ok", "checks": checks})


def test_ready_follows_the_checks(endpoint: HealthEndpoint, program: Program) -> None:
    assert get(endpoint, "/health/ready")[0] == 200
    program.health, program.now = Health.FAILURE, program.now + 100
    assert get(endpoint, "/health/ready")[0] == 503


def test_metrics_are_prometheus_text(endpoint: HealthEndpoint) -> None:
    status, body = get(endpoint, "/metrics")
    assert status == 200
    expected = [
        "# TYPE nexus_reads_total counter",
        'nexus_reads_total{label="pdf"} 12',
        'nexus_reads_total{label="rtf"} 2',
    ]
    assert "\n".join(expected) in body
    assert 'nexus_health{check="database"} 0\n' in body
    assert "# TYPE nexus_confidence gauge\nnexus_confidence 0.5\n" in body


@pytest.mark.parametrize("path", ["/health", "/health/ready", "/metrics", "/"])
def test_without_the_token_nothing_is_told(endpoint: HealthEndpoint, program: Program, path: str) -> None:
    for token in ("", "wrong", TOKEN[:-1]):
        assert get(endpoint, path, token)[0] == 401
    assert program.runs == 0


def test_another_host_name_is_refused(endpoint: HealthEndpoint) -> None:
    assert get(endpoint, "/health", host=f"evil.example:{endpoint.port}")[0] == 421
    assert get(endpoint, "/health", host=f"localhost:{endpoint.port}")[0] == 200


def test_an_unknown_path_is_not_found(endpoint: HealthEndpoint) -> None:
    assert get(endpoint, "/letters")[0] == 404


def test_checks_are_not_run_for_each_request(endpoint: HealthEndpoint, program: Program) -> None:
    for _ in range(5):
        get(endpoint, "/health")
    assert program.runs == 1


def test_a_flood_is_refused(program: Program) -> None:
    answers = HealthAnswers(TOKEN, program.check, program.samples, lambda: 1.0)
    given = [answers.answer("/health", f"Bearer {TOKEN}").status for _ in range(MOST_A_SECOND + 2)]
    assert given == [200] * MOST_A_SECOND + [429, 429]


def test_a_flood_is_refused_while_the_checks_take_their_time(program: Program) -> None:
    begun, ended = threading.Event(), threading.Event()

    def slow() -> HealthReport:
        begun.set()
        assert ended.wait(30)
        return program.check()

    made = HealthEndpoint(HealthAnswers(TOKEN, slow, program.samples, lambda: 0.0), 0)
    first = threading.Thread(target=get, args=(made, "/health"))
    first.start()
    assert begun.wait(30)
    statuses = [get(made, "/health", token="wrong")[0] for _ in range(MOST_A_SECOND)]
    ended.set()
    first.join()
    made.close()
    assert statuses == [401] * (MOST_A_SECOND - 1) + [429]


def test_it_listens_on_the_loopback_interface_alone(endpoint: HealthEndpoint) -> None:
    assert endpoint._server.server_address[0] == "127.0.0.1"


def test_a_port_in_use_is_said_to_be(endpoint: HealthEndpoint, program: Program) -> None:
    with pytest.raises(EndpointPortTaken):
        HealthEndpoint(HealthAnswers(TOKEN, program.check, program.samples), endpoint.port)


def test_garbage_does_not_stop_it(endpoint: HealthEndpoint) -> None:
    with socket.create_connection((HOST, endpoint.port), timeout=10) as raw:
        raw.sendall(b"\xff\xfe nonsense\r\n\r\n")
        assert raw.recv(100)
    assert get(endpoint, "/health")[0] == 200
