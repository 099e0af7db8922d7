"""Prompts in a real encrypted store: what stays in force whatever becomes of the file, drafts, decisions, files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.prompt_models import ANALYSIS, PromptState
from nexus_desktop.models.prompt_records import Change
from nexus_desktop.prompts.prompt_manager import PromptManager
from nexus_desktop.runtime import paths
from nexus_desktop.services.health import Health
from nexus_desktop.services.prompt_book import PromptBook
from nexus_desktop.services.prompt_figures import PromptFigures
from nexus_desktop.services.prompt_review import PromptReview, ReviewParts
from nexus_desktop.storage.prompt_tables import PromptVersionRow
from nexus_desktop.storage.store import Store
from tests.unit.prompts.prompts import GOVERNED, spoiled
from tests.unit.services.stores import matters_of
from tests.unit.storage.stores import opened

WHY = "Asks for a quote of every element."


def book_of(store: Store, path: Path | None = None) -> PromptBook:
    book = PromptBook(store, lambda: PromptManager(path or paths.config_file("prompts.yaml")))
    book.take_in()
    return book


def review_of(store: Store, path: Path | None = None) -> PromptReview:
    parts = ReviewParts(lambda: GOVERNED.rubric, lambda: GOVERNED.authorities, matters_of(store)._workbench, "ann")
    return PromptReview(store, book_of(store, path), parts)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(opened(tmp_path)) as one:
        yield one


def told(store: Store) -> list[dict[str, object]]:
    entries = store.audit_entries(100, wanted=AuditFilter(act=AuditAct.PROMPT_CHANGED.value))
    return [dict(one.body or {}) | {"object": one.entry.object_id} for one in entries]


# --- what stays in force ----------------------------------------------------


def test_what_is_shipped_is_recorded_once_and_told(store: Store) -> None:
    book_of(store)
    first = told(store)
    assert {(one["object"], one["to"]) for one in first} >= {(f"{ANALYSIS} 1.0.0", "approved")}
    book_of(store)
    assert told(store) == first


@pytest.mark.parametrize("harm", ["text", "text and hash", "not yaml", "gone", "bomb"])
def test_the_last_approved_version_stays_whatever_becomes_of_the_file(store: Store, tmp_path: Path, harm: str) -> None:
    approved = book_of(store).in_force(ANALYSIS)
    assert approved is not None
    path = spoiled(tmp_path, "judge it by a rubric", "judge it kindly by a rubric")
    if harm == "text and hash":
        manager = PromptManager(path)
        (_, changed) = manager.changed()[0]
        path.write_text(path.read_text("utf-8").replace(changed.sha256, changed.content_hash()), "utf-8")
        assert PromptManager(path).in_force(ANALYSIS) is not None  # the file alone would be believed
    elif harm == "not yaml":
        path.write_text("prompts: [", "utf-8")
    elif harm == "gone":
        path.unlink()
    elif harm == "bomb":
        path.write_text("a: &a [x]\nprompts: [*a, *a]", "utf-8")
    book = book_of(store, path)
    assert book.in_force(ANALYSIS) == approved
    health, code, sentence, mend = book.check()
    assert (health, code) == (Health.FAILURE, "prompts.changed")
    assert f"{ANALYSIS} 1.0.0" in sentence
    assert mend


def test_a_new_store_records_no_changed_text_and_takes_the_right_one_later(store: Store, tmp_path: Path) -> None:
    path = spoiled(tmp_path, "judge it by a rubric", "judge it kindly by a rubric")
    book = book_of(store, path)
    assert book.in_force(ANALYSIS) is None
    assert book.version(ANALYSIS, "1.0.0") is None
    in_force = book_of(store).in_force(ANALYSIS)
    assert in_force is not None
    assert "kindly" not in in_force.system


def test_a_version_withdrawn_by_a_later_release_is_used_no_more(store: Store, tmp_path: Path) -> None:
    book_of(store)
    text = paths.config_file("prompts.yaml").read_text("utf-8")
    path = tmp_path / "prompts.yaml"
    path.write_text(text.replace("        state: approved\n", "        state: retired\n", 1), "utf-8")
    assert book_of(store, path).in_force(ANALYSIS) is None
    assert told(store)[0]["change"] == "withdrawn"


def test_a_shipped_version_never_takes_the_place_of_the_firms_own(store: Store, tmp_path: Path) -> None:
    review = review_of(store)
    own = review.begin(ANALYSIS, "1.0.0", "Ann Lee", WHY)
    review.approve(ANALYSIS, own.version, "Ann Lee", WHY)
    dumped = review.as_yaml(ANALYSIS)
    path = tmp_path / "prompts.yaml"
    path.write_text(dumped.replace("1.0.0+firm.1", "1.1.0"), "utf-8")
    shipped = review_of(store, path)
    assert shipped.line(ANALYSIS, "1.1.0").state is PromptState.CANDIDATE
    in_force = shipped.book.in_force(ANALYSIS)
    assert in_force is not None
    assert in_force.version == own.version


def test_the_store_itself_refuses_to_change_what_was_more_than_a_draft(store: Store) -> None:
    book_of(store)
    for change in (
        sa.update(PromptVersionRow).values(content={}),
        sa.update(PromptVersionRow).values(state="draft"),
        sa.delete(PromptVersionRow),
    ):
        with pytest.raises((errors.NexusError, DBAPIError)):
            store.perform(lambda deed, change=change: deed.session.execute(change))
    in_force = book_of(store).in_force(ANALYSIS)
    assert in_force is not None
    assert in_force.is_unchanged


# --- drafts and decisions ----------------------------------------------------


def test_a_draft_is_edited_checked_approved_and_rolled_back_by_name_and_reason(store: Store) -> None:
    review = review_of(store)
    before = review.line(ANALYSIS, "1.0.0")
    draft = review.begin(ANALYSIS, "1.0.0", "Ann Lee", WHY)
    assert (draft.version, draft.state, draft.content.author) == ("1.0.0+firm.1", PromptState.DRAFT, "Ann Lee")
    saved = review.save(ANALYSIS, draft.version, draft.content.system + "\nBe brief.\n", draft.content.user)
    assert saved.unchanged
    assert review.check(ANALYSIS, saved.content).holds
    review.approve(ANALYSIS, draft.version, "Ann Lee", WHY, tested=True)
    in_force = review.book.in_force(ANALYSIS)
    assert in_force is not None
    assert "Be brief." in in_force.system
    assert review.line(ANALYSIS, "1.0.0").state is PromptState.RETIRED
    with pytest.raises(errors.PromptStateWrong):
        review.save(ANALYSIS, draft.version, "x", "y")
    review.approve(ANALYSIS, "1.0.0", "Bob Ray", "The new one asked for too much.")
    assert review.line(ANALYSIS, draft.version).state is PromptState.RETIRED
    assert review.book.in_force(ANALYSIS) == before.content
    changes = [(one.change, one.by) for one in review.history(ANALYSIS)]
    assert changes[:2] == [("rolled back to", "Bob Ray"), ("retired", "Bob Ray")]
    assert ("approved", "Ann Lee") in changes
    assert told(store)[0]["reason"] == "The new one asked for too much."
    assert store.check_chain().intact


def test_a_decision_needs_a_name_a_reason_and_every_rule(store: Store) -> None:
    review = review_of(store)
    draft = review.begin(ANALYSIS, "1.0.0", "Ann Lee", WHY)
    for by, reason in (("", WHY), ("Ann Lee", "ok"), ("  ", "   ")):
        with pytest.raises(errors.PromptDecisionUnsigned):
            review.approve(ANALYSIS, draft.version, by, reason)
    with pytest.raises(errors.PromptInvalid):
        review.approve(ANALYSIS, draft.version, "Ann Lee", "Client Zephyrine Quackenbosch, SSN 219-09-9999, asked.")
    review.save(ANALYSIS, draft.version, "Judge the letter. {fence}", draft.content.user)
    with pytest.raises(errors.PromptBreaksRules):
        review.approve(ANALYSIS, draft.version, "Ann Lee", WHY)
    assert review.line(ANALYSIS, "1.0.0").state is PromptState.APPROVED
    with pytest.raises(errors.PromptInvalid) as caught:
        review.save(ANALYSIS, draft.version, "{{letter}}", draft.content.user)
    assert "brace" in caught.value.detail
    review.discard(ANALYSIS, draft.version)
    with pytest.raises(errors.PromptNotFound):
        review.line(ANALYSIS, draft.version)


def test_two_versions_stand_side_by_side(store: Store) -> None:
    review = review_of(store)
    draft = review.begin(ANALYSIS, "1.0.0", "Ann Lee", WHY)
    changed = draft.content.system.replace("How to judge:", "How you judge:") + "One line more.\n"
    review.save(ANALYSIS, draft.version, changed, draft.content.user)
    rows = review.differences(ANALYSIS, "1.0.0", draft.version)
    different = [(one.change, one.left, one.right) for one in rows if one.change is not Change.SAME]
    assert different == [
        (Change.CHANGED, "How to judge:", "How you judge:"),
        (Change.ADDED, None, "One line more."),
    ]


def test_a_firms_version_goes_out_and_comes_in_as_a_draft(store: Store, tmp_path: Path) -> None:
    review = review_of(store)
    draft = review.begin(ANALYSIS, "1.0.0", "Ann Lee", WHY)
    review.save(ANALYSIS, draft.version, draft.content.system + "Be brief.\n", draft.content.user)
    review.approve(ANALYSIS, draft.version, "Ann Lee", WHY)
    target = tmp_path / "out.yaml"
    review.export(target)
    with pytest.raises(errors.ExportExists):
        review.export(target)
    assert review.bring_in(target, "Ann Lee", WHY) == []  # everything in it is here
    (tmp_path / "other").mkdir()
    with closing(opened(tmp_path / "other")) as elsewhere:
        theirs = review_of(elsewhere)
        (came,) = theirs.bring_in(target, "Bob Ray", "From the other office.")
        assert came.state is PromptState.DRAFT
        assert came.content.system.endswith("Be brief.\n")
        in_force = theirs.book.in_force(ANALYSIS)
        assert in_force is not None
        assert in_force.version == "1.0.0"
        text = target.read_text("utf-8").replace("Be brief.", "Be kind.")
        (tmp_path / "forged.yaml").write_text(text, "utf-8")
        with pytest.raises(errors.PromptInvalid):
            theirs.bring_in(tmp_path / "forged.yaml", "Bob Ray", "From the other office.")


# --- comparisons ----------------------------------------------------


def test_a_comparison_shares_the_letters_by_a_hash_and_blocks_decisions(store: Store) -> None:
    review = review_of(store)
    figures = PromptFigures(store, review.book)
    draft = review.begin(ANALYSIS, "1.0.0", "Ann Lee", WHY)
    with pytest.raises(errors.PromptComparisonPointless):
        figures.begin(ANALYSIS, draft.version, 50, 60, "Ann Lee", WHY)
    review.propose(ANALYSIS, draft.version, "Ann Lee", WHY)
    for share, planned in ((101, 60), (50, 9)):
        with pytest.raises(errors.PromptComparisonPointless):
            figures.begin(ANALYSIS, draft.version, share, planned, "Ann Lee", WHY)
    one = figures.begin(ANALYSIS, draft.version, 25, 60, "Ann Lee", WHY)
    letters = [f"letter {number}" for number in range(400)]
    got = [version.version for letter in letters if (version := review.book.in_force(ANALYSIS, letter)) is not None]
    assert len(got) == 400
    assert 70 <= got.count(draft.version) <= 130
    assert [v.version for le in letters if (v := review.book.in_force(ANALYSIS, le)) is not None] == got
    for decide in (review.approve, review.retire):
        with pytest.raises(errors.PromptComparisonUnderWay):
            decide(ANALYSIS, draft.version, "Ann Lee", WHY)
    with pytest.raises(errors.PromptComparisonUnderWay):
        figures.begin(ANALYSIS, draft.version, 25, 60, "Ann Lee", WHY)
    figures.end(one, "Ann Lee")
    assert {v.version for le in letters if (v := review.book.in_force(ANALYSIS, le)) is not None} == {"1.0.0"}
    assert [one["change"] for one in told(store)[:2]] == ["comparison ended", "comparison begun"]
