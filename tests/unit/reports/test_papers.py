"""Papers made of an analysis: what each says, what none may say, and that every format says the same."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap.governed import Governed
from nexus_desktop.models.analysis_models import Recommendation
from nexus_desktop.models.errors import ExportFailed
from nexus_desktop.models.paper_models import Paper, ReportKind, Wishes
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.reports import client_letter, html_writer
from nexus_desktop.reports.document import Document, restored, texts
from nexus_desktop.runtime import paths
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.services.export_report import NAMES_BACK, ExportReport
from nexus_desktop.storage.store import Store
from nexus_desktop.ui.pdf_writer import pdf_of
from tests.papers import text_of
from tests.unit.storage.stores import NOON, keep, opened, record

ASK = "How do the facts lead to your conclusion?"
TITLES = {"PATIENT": "Name of the veteran", "DATE": "Date"}


def with_ask(one: AnalysisRecord) -> AnalysisRecord:
    ask = Recommendation(
        item=ItemId.MR1, problem="Conclusion without reasons.", ask=ASK, authorities=("nieves",), gain=4
    )
    return replace(one, result=one.result.model_copy(update={"recommendations": (ask,)}))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return opened(tmp_path)


@pytest.fixture
def kept(store: Store) -> AnalysisRecord:
    one = with_ask(record())
    keep(store, one)
    return one


@pytest.fixture
def reports(store: Store) -> ExportReport:
    return ExportReport(store, Governed().authorities, Governed().templates, TITLES, lambda: NOON)


def told(document: Document) -> str:
    return "\n".join(texts(document))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_request_asks_and_never_drafts_a_conclusion(reports: ExportReport, kept: AnalysisRecord) -> None:
    wishes = Wishes(Paper.DOCTOR_REQUEST, enclosures=("Separation examination of 1999",))
    said = told(reports.document(kept.id, wishes))
    assert ASK in said
    assert "50 percent or greater" in said
    assert "Separation examination of 1999" in said
    assert "Conclusion without reasons." not in said  # what is wrong is for the attorney
    assert kept.letter.text[:60] not in said
    assert not re.search(r"\b(strong|weak|moderate|score|points)\b", said, re.IGNORECASE)


def test_a_request_without_a_question_says_so(store: Store, reports: ExportReport) -> None:
    one = record()
    one = replace(one, result=one.result.model_copy(update={"recommendations": ()}))
    keep(store, one)
    assert "does not need to be sent" in told(reports.document(one.id, Wishes(Paper.DOCTOR_REQUEST)))


def test_a_memo_names_the_authority_behind_each_weak_point(reports: ExportReport, kept: AnalysisRecord) -> None:
    said = told(reports.document(kept.id, Wishes(Paper.MEMO)))
    lacking = [i for part in kept.result.components for i in part.items if 0 < i.points < i.possible]
    authorities = Governed().authorities
    for item in lacking:
        assert item.reason in said
        assert all(authorities[name].citation in said for name in item.authorities if name in authorities)
    assert "3.2501" in said


def test_a_client_letter_is_plain_and_promises_nothing(reports: ExportReport, kept: AnalysisRecord) -> None:
    said = told(reports.document(kept.id, Wishes(Paper.CLIENT_LETTER)))
    assert "nobody can say today what it will decide" in said
    assert not re.search(r"\d+ of (?:25|100)|C\.F\.R\.|will (?:win|be granted|be approved)|likely to win", said)


def test_every_item_has_plain_words_for_the_client() -> None:
    assert set(client_letter.PLAIN) == set(ItemId)


def test_a_work_record_tells_who_did_what_and_what_went_out(
    reports: ExportReport, kept: AnalysisRecord, tmp_path: Path
) -> None:
    wishes = Wishes(Paper.WORK_RECORD)
    before = told(reports.document(kept.id, wishes))
    assert "Letter analyzed" in before
    assert "ann" in before
    assert "Name of the veteran" in before
    assert "tells of nothing that left this machine" in before
    assert "none was changed" in before
    reports.export(kept.id, tmp_path / "memo.docx", ReportKind.DOCX, Wishes(Paper.MEMO))
    after = told(reports.document(kept.id, wishes))
    assert "Report exported" in after
    assert "paper: memo" in after
    assert "tells of nothing" not in after


@pytest.mark.parametrize("paper", Paper)
def test_every_format_says_all_of_a_paper(
    qtbot: QtBot, reports: ExportReport, kept: AnalysisRecord, tmp_path: Path, paper: Paper
) -> None:
    wishes = Wishes(paper, letterhead=("Larkmoor Veterans Law", "2210 Cedar Street"))
    said = [flat(text) for text in texts(reports.document(kept.id, wishes))]
    for kind in (ReportKind.DOCX, ReportKind.PDF, ReportKind.HTML):
        path = tmp_path / f"paper.{kind.value}"
        reports.export(kept.id, path, kind, wishes, to_pdf=pdf_of)
        data = path.read_bytes()
        if kind is ReportKind.HTML:
            continue  # set from the same blocks, and checked below for what must not be in it
        read = text_of(data)
        dense = re.sub(r"\s", "", read)
        if paper is not Paper.WORK_RECORD:  # whose own export adds an entry
            assert [text for text in said if re.sub(r"\s", "", text) not in dense] == []


def test_a_word_file_names_nobody_and_hides_nothing(
    reports: ExportReport, kept: AnalysisRecord, tmp_path: Path
) -> None:
    path = tmp_path / "memo.docx"
    reports.export(kept.id, path, ReportKind.DOCX, Wishes(Paper.MEMO))
    word = docx.Document(str(path))
    core = word.core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(name) for name in names)
    assert not [name for name in names if "comments" in name or "people" in name]
    assert not re.search(rb"<w:(?:ins|del|vanish)\b|python-docx", everything)


def test_html_runs_nothing_and_escapes_the_letter(reports: ExportReport, kept: AnalysisRecord) -> None:
    document = replace(reports.document(kept.id), title="<script>alert(1)</script>", subtitle="<b>", mark="<i>")
    page = html_writer.render(document, paths.resource("templates/report.html").read_text("utf-8"))
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "&lt;script&gt;" in page


def test_names_are_put_back_only_on_request_and_the_paper_says_so(
    reports: ExportReport, kept: AnalysisRecord, store: Store, tmp_path: Path
) -> None:
    originals = {"[PATIENT]": "Zephyrine Quackenbosch", "[PATIENT 1]": "wrong"}
    wishes = Wishes(Paper.CLIENT_LETTER, originals=originals)
    said = told(reports.document(kept.id, wishes))
    assert "Dear Zephyrine Quackenbosch:" in said
    assert said.startswith(NAMES_BACK)
    path = tmp_path / "client.docx"
    reports.export(kept.id, path, ReportKind.DOCX, wishes)
    assert NAMES_BACK in text_of(path.read_bytes())
    newest = AuditTrail(store).page(1)[0]
    assert "names restored: 1" in newest.brief
    assert "Quackenbosch" not in str(newest)


def test_tags_that_begin_alike_are_told_apart() -> None:
    document = Document("[DATE 1] and [DATE 1, 2004]", "", (), "")
    back = restored(document, {"[DATE 1]": "May 1", "[DATE 1, 2004]": "June 2, 2004"}, "marked")
    assert back.title == "May 1 and June 2, 2004"


def test_without_a_window_a_pdf_is_refused_and_nothing_is_written(
    reports: ExportReport, kept: AnalysisRecord, tmp_path: Path
) -> None:
    with pytest.raises(ExportFailed):
        reports.export(kept.id, tmp_path / "a.pdf", ReportKind.PDF)
    assert list(tmp_path.glob("*.pdf")) == []
