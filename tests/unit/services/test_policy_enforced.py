"""What a firm has fixed holds in every part of the program, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.service_models import ServiceKind, ServiceProfile
from nexus_desktop.services.application import Application
from tests.data.builders.scans import encoded, page

Under = Callable[[str], Application]


@pytest.fixture
def under(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Under]:
    """The program on a machine with a policy."""
    opened: list[Application] = []

    def start(policy: str) -> Application:
        path = tmp_path / "policy.yaml"
        path.write_text(f"version: 1\norganisation: Hartley & Quill LLP\n{policy}", "utf-8")
        monkeypatch.setenv("NEXUS_POLICY", str(path))
        opened.append(Bootstrap().open_throwaway())
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def profile(address: str) -> ServiceProfile:
    return ServiceProfile(id="one", title="One", kind=ServiceKind.COMPATIBLE, address=address, model="m")


def test_a_firm_that_stays_offline_allows_no_service(under: Under) -> None:
    application = under("offline: true\n")
    with pytest.raises(errors.LockedByFirm):
        application.profiles.save(profile("http://127.0.0.1:9/v1"))
    with pytest.raises(errors.LockedByFirm):
        application.profiles.work_offline(offline=False)
    assert application.profiles.lock is not None
    assert "Hartley & Quill LLP" in application.profiles.lock.reason


def test_only_the_hosts_of_the_firm_can_be_set_up(under: Under) -> None:
    application = under("service_hosts: [127.0.0.1]\n")
    application.profiles.save(profile("http://127.0.0.1:9/v1"))
    with pytest.raises(errors.LockedByFirm):
        application.profiles.save(profile("https://elsewhere.example/v1"))


def test_a_service_set_up_before_the_policy_is_not_asked(under: Under) -> None:
    application = under("service_hosts: [allowed.example]\n")
    report = application.profiles.test(profile("http://127.0.0.1:9/v1"), lambda _words, _part: None, Event())
    assert not report.works
    passes = application.by_service.service._parts.passes
    with pytest.raises(errors.LockedByFirm):
        passes.check_host("127.0.0.1:9")
    passes.check_host("allowed.example:8443")


def test_days_of_the_firm_come_into_force_and_stay(under: Under) -> None:
    application = under("retention_days: 2555\n")
    assert application.retention.keep_days() == 2555
    with pytest.raises(errors.LockedByFirm):
        application.retention.set_keep_days(None)
    assert "Retention policy changed" in [line.act for line in application.audit.page(10)]


@pytest.mark.parametrize(("policy", "minutes"), [("auto_lock_minutes: 3\n", 3), ("auto_lock_minutes: 600\n", 10)])
def test_the_window_locks_at_the_latest_when_the_firm_says(under: Under, policy: str, minutes: int) -> None:
    assert under(policy).session.idle_minutes == minutes


def test_an_endpoint_the_firm_forbids_cannot_be_switched_on(under: Under) -> None:
    application = under("health_endpoint: false\n")
    with pytest.raises(errors.LockedByFirm):
        application.endpoint.switch(True)
    assert not application.endpoint.start_if_chosen().on


def test_scans_are_not_read_where_the_firm_forbids_it(under: Under, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(encoded(page()))
    application = under("ocr: false\n")
    with pytest.raises(errors.LetterNeedsOcr):
        application.letters.open_file(scan, Level.STRICT, ClientFields(), lambda _words, _part: None, Event())
