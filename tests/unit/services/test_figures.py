"""Figures are kept by day, survive a failing store, and say of the practice what its rows say."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from nexus_desktop.models.analysis_models import Recommendation
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.errors import DiskFull
from nexus_desktop.models.figures import DailyFigure, Defect, Revisions
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.monitoring.metrics import Meter
from nexus_desktop.monitoring.structured_logger import Event
from nexus_desktop.services.figures import KEPT_DAYS, Figures
from nexus_desktop.storage.store import Store
from tests.unit.storage.stores import NOON, keep, opened, record

TODAY = NOON.date()


class Days:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_the_figures_of_a_day_are_added_up(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        meter = Meter()
        figures = Figures(store, meter, Days())
        for milliseconds in (10, 30):
            meter.hear(Event.LETTER_READ, {"kind": "pdf", "milliseconds": milliseconds})
            figures.keep()
        assert figures.by_day(1) == [DailyFigure(TODAY, "letters_read", "pdf", 2, 40)]
        assert figures.by_day(1)[0].mean == 20
        assert figures.as_csv(1).splitlines() == [
            "day,metric,label,count,total",
            f"{TODAY},letters_read,pdf,2,40.0",
        ]


def test_what_could_not_be_kept_is_kept_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(opened(tmp_path)) as store:
        meter = Meter()
        figures = Figures(store, meter, Days())
        meter.hear(Event.BUG, {})

        def full(*_args: object) -> None:
            raise DiskFull

        with monkeypatch.context() as patch:
            patch.setattr(Store, "keep_figures", full)
            figures.keep()
            assert store.figures_since(TODAY) == []
        assert [one.metric for one in figures.by_day(1)] == ["bugs"]


def test_old_figures_go(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        clock, meter = Days(), Meter()
        figures = Figures(store, meter, clock)
        meter.hear(Event.BUG, {})
        figures.keep()
        clock.now += timedelta(days=KEPT_DAYS)
        assert figures.forget_old() == 0
        clock.now += timedelta(days=1)
        meter.hear(Event.BUG, {})
        figures.keep()  # nobody has to ask for it
        assert [one.day for one in store.figures_since(date.min)] == [clock.now.date()]


def test_an_empty_store_has_no_practice(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        found = store.practice(datetime.min.replace(tzinfo=UTC))
    assert (found.analyses, found.mean_score, found.strengths, found.defects) == (0, None, (), ())


def with_asks(one: AnalysisRecord) -> AnalysisRecord:
    asks = tuple(
        Recommendation(item=item, problem="Missing.", ask="Please say why.", authorities=("nieves",), gain=gain)
        for item, gain in ((ItemId.MO5, 2), (ItemId.MR1, 4))
    )
    return replace(one, result=one.result.model_copy(update={"recommendations": asks}))


def test_the_practice_is_what_the_rows_say(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        for minutes in range(3):
            keep(store, with_asks(record(minutes)))
        found = Figures(store, Meter(), Days()).practice(days=1)
        newest = store.analyses(1)[0]
        result = store.analysis(newest.id).result
        later = store.practice(NOON + timedelta(minutes=1, seconds=1))
    assert found.analyses == 3
    assert found.mean_score == result.overall_score
    assert [(share.word, share.count) for share in found.strengths] == [(result.compliance.strength, 3)]
    assert [(share.word, share.count) for share in found.validations] == [("valid", 3)]
    assert found.defects == (Defect(ItemId.MR1, 3, 12), Defect(ItemId.MO5, 3, 6))
    assert later.analyses == 1


def test_time_for_a_letter_is_that_of_the_days_asked_for(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        clock, meter = Days(), Meter()
        figures = Figures(store, meter, clock)
        meter.hear(Event.LETTER_READ, {"kind": "pdf", "milliseconds": 9000})
        figures.keep()
        clock.now += timedelta(days=40)
        assert figures.practice(days=30).reading_ms is None
        for milliseconds in (100, 300):
            meter.hear(Event.LETTER_READ, {"kind": "pdf", "milliseconds": milliseconds})
        meter.hear(Event.LETTER_ANALYZED, {"engine": "embedded-rubric", "milliseconds": 60})
        figures.keep()
        found = figures.practice(days=30)
    assert (found.reading_ms, found.analyzing_ms) == (200, 60)


def test_asks_met_are_counted_once_for_each_pair_of_letters(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        for before, met in (("one", 1), ("one", 2), ("two", 3)):
            body = {"analysis_id": "after", "before": before, "asked": 4, "met": met, "partly": 1}
            store.tell(AuditAct.REVISION_COMPARED, "after", body)
        since = datetime.min.replace(tzinfo=UTC)
        assert store.practice(since).revisions == Revisions(letters=2, asked=8, met=5, partly=2)
        assert store.practice(NOON + timedelta(days=9)).revisions == Revisions()
