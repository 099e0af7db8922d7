"""The switch of the health endpoint: off at first, kept where it worked, and told in the trail."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import EndpointPortTaken
from nexus_desktop.models.settings_models import EndpointSettings
from nexus_desktop.services.application import Application

PASSPHRASE = "four words not together"


def opened(port: int = 0) -> Application:
    starter = Bootstrap()
    starter.settings = starter.settings.model_copy(update={"health_endpoint": EndpointSettings(port=port)})
    return starter.open(PASSPHRASE)


@pytest.fixture
def application() -> Iterator[Application]:
    with closing(opened()) as made:
        yield made


def ask(application: Application) -> tuple[int, str]:
    state = application.endpoint.state()
    place = state.address.removeprefix("http://").removesuffix("/health")
    connection = http.client.HTTPConnection(place, timeout=20)
    token = state.token_file.read_text()
    connection.request("GET", "/health", headers={"Authorization": f"Bearer {token}"})
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


def test_nothing_listens_until_it_is_switched_on(application: Application) -> None:
    assert not application.endpoint.start_if_chosen().on
    assert not application.endpoint.state().token_file.exists()


def test_switched_on_it_answers_with_the_real_checks_and_is_told_in_the_trail(application: Application) -> None:
    state = application.endpoint.switch(on=True)
    assert state.token_file.stat().st_mode & 0o077 == 0
    status, body = ask(application)
    assert status == 200
    assert {check["name"] for check in json.loads(body)["checks"]} >= {"database", "audit"}
    told = [(line.act, line.object_id) for line in application.audit.page(20)]
    assert told.count(("Setting changed", "health_endpoint")) == 1
    application.endpoint.switch(on=False)
    with pytest.raises(OSError, match="refused"):
        ask(application)


def test_the_choice_is_kept_for_the_next_start() -> None:
    with closing(opened()) as first:
        first.endpoint.switch(on=True)
    with closing(opened()) as second:
        assert second.endpoint.start_if_chosen().on
        assert ask(second)[0] == 200


def test_a_port_in_use_costs_neither_start_nor_choice(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with closing(opened(port)) as application:
            with pytest.raises(EndpointPortTaken):
                application.endpoint.switch(on=True)
            assert not application.endpoint.state().on
        with closing(opened()) as application:
            application.endpoint.switch(on=True)
        with closing(opened(port)) as application:
            state = application.endpoint.start_if_chosen()
            assert (state.on, state.problem is not None) == (False, True)
