"""What the chain finds out about changed history, and what only a remembered head finds out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nexus_desktop.models.audit_chain import (
    GENESIS,
    AuditAct,
    AuditEntry,
    AuditHead,
    Body,
    Told,
    canonical,
    commit,
    digest,
    linked,
    purged_digest,
    seal,
    verify,
)

KEY = b"k" * 32
SALT = b"s" * 16


def chain(*bodies: Body, key: bytes = KEY, acts: dict[int, AuditAct] | None = None) -> list[Told]:
    """A chain with these bodies, made as the store makes it."""
    told: list[Told] = []
    mac = link = GENESIS
    for seq, body in enumerate(bodies, 1):
        act = (acts or {}).get(seq, AuditAct.LETTER_IMPORTED)
        fields = (seq, f"2026-01-01T00:00:{seq:02d}+00:00", "ann", act, f"id-{seq}", commit(body, SALT))
        entry = AuditEntry(*fields, mac, seal(key, fields, mac), linked(link, digest(fields)))
        told.append(Told(entry, SALT, canonical(body)))
        mac, link = entry.mac, entry.link
    return told


def five(key: bytes = KEY) -> list[Told]:
    return chain(*({"count": seq} for seq in range(1, 6)), key=key)


def purged(told: list[Told], *emptied: int, by: int) -> list[Told]:
    return [Told(one.entry, None, None, purged_by=by) if one.entry.seq in emptied else one for one in told]


def test_an_untouched_chain_holds() -> None:
    told = five()
    report = verify(KEY, told, [AuditHead(5, told[-1].entry.mac)])
    assert report.intact
    assert report.entries == 5


@pytest.mark.parametrize("field", ["at", "actor", "act", "object_id", "commitment", "previous", "mac", "link"])
def test_a_changed_field_is_found(field: str) -> None:
    told = five()
    told[2] = replace(told[2], entry=replace(told[2].entry, **{field: "0" * 64}))
    assert verify(KEY, told).broken_at == 3


def test_a_changed_body_is_found() -> None:
    told = five()
    told[3] = replace(told[3], text=canonical({"count": 40}))
    assert verify(KEY, told).broken_at == 4


@pytest.mark.parametrize("missing", [0, 1, 3])
def test_a_missing_entry_is_found(missing: int) -> None:
    told = five()
    del told[missing]
    assert verify(KEY, told).broken_at == missing + 1


def test_entries_in_another_order_are_found() -> None:
    told = five()
    told[1], told[2] = told[2], told[1]
    assert verify(KEY, told).broken_at == 2


def test_an_inserted_entry_is_found() -> None:
    told = five()
    told.insert(2, told[1])
    assert verify(KEY, told).broken_at == 3


def test_a_chain_forged_without_the_key_is_found() -> None:
    assert verify(KEY, five(key=b"x" * 32)).broken_at == 1


# --- purges -----------------------------------------------------------------------------------------------------


def purge_body(*emptied: int) -> Body:
    return {"entries_sha256": purged_digest(emptied)}


def test_a_purge_that_is_told_does_not_break_the_chain() -> None:
    told = chain({"a": 1}, {"a": 2}, {"a": 3}, purge_body(1, 3), acts={4: AuditAct.RECORDS_PURGED})
    assert verify(KEY, purged(told, 1, 3, by=4)).intact


def test_a_body_that_is_gone_without_a_purge_is_found() -> None:
    told = five()
    told[1] = Told(told[1].entry, None, None)
    assert verify(KEY, told).broken_at == 2


def test_a_purge_that_emptied_more_than_it_tells_is_found() -> None:
    told = chain({"a": 1}, {"a": 2}, {"a": 3}, purge_body(1), acts={4: AuditAct.RECORDS_PURGED})
    assert verify(KEY, purged(told, 1, 2, by=4)).broken_at == 4


def test_a_purge_that_was_never_told_is_found() -> None:
    told = five()
    assert verify(KEY, purged(told, 2, by=4)).broken_at == 4
    assert verify(KEY, purged(told, 2, by=9)).broken_at == 9


def test_what_a_purge_tells_cannot_be_purged() -> None:
    told = chain({"a": 1}, purge_body(1), purge_body(2), acts=dict.fromkeys((2, 3), AuditAct.RECORDS_PURGED))
    assert verify(KEY, purged(told, 1, by=2)).broken_at == 3
    assert verify(KEY, purged(purged(told, 1, by=2), 2, by=3)).broken_at == 2


# --- heads ------------------------------------------------------------------------------------------------------


def test_only_the_head_finds_a_shortened_chain() -> None:
    told = five()
    head = AuditHead(5, told[-1].entry.mac)
    assert verify(KEY, told[:3]).intact
    assert verify(KEY, told[:3], [head]).broken_at == 4


def test_the_head_finds_a_chain_rewritten_with_the_key() -> None:
    assert verify(KEY, five(), [AuditHead(3, "f" * 64)]).broken_at == 3


def test_every_head_counts() -> None:
    told = five()
    good, bad = AuditHead(5, told[-1].entry.mac), AuditHead(9, "f" * 64)
    assert verify(KEY, told, [good, bad]).broken_at == 6


def test_a_head_left_behind_by_a_crash_is_no_break() -> None:
    told = five()
    assert verify(KEY, told, [AuditHead(4, told[3].entry.mac)]).intact


def test_missing_history_that_was_told_of_is_not_well_until_someone_answers_for_it() -> None:
    acts = {2: AuditAct.TRAIL_BEHIND, 4: AuditAct.TRAIL_ACKNOWLEDGED}
    told = chain({"a": 1}, {"a": 2}, {"a": 3}, acts=acts)
    report = verify(KEY, told)
    assert report.broken_at is None
    assert report.unanswered == (2,)
    assert not report.intact
    answered = chain({"a": 1}, {"a": 2}, {"a": 3}, {"a": 4}, acts=acts)
    fields = (*answered[3].entry.fields[:4], "2", answered[3].entry.commitment)
    last = answered[2].entry
    entry = AuditEntry(*fields, last.mac, seal(KEY, fields, last.mac), linked(last.link, digest(fields)))
    assert verify(KEY, [*answered[:3], Told(entry, SALT, canonical({"a": 4}))]).intact


# --- vectors ------------------------------------------------------------------------------------------------------


def test_the_chain_is_made_as_it_is_described() -> None:
    """Test vectors for whoever writes a verifier of their own: fixed inputs, fixed values."""
    fields = (1, "2026-01-01T00:00:00+00:00", "ann", "letter_imported", "x", commit({"b": 1, "a": "ü"}, SALT))
    assert fields[5] == "6041b752e9f1bb7401373a5cc8974607b7e16b4633edb5d1cab92c4ad0e5a239"
    assert digest(fields) == "38696a49ce0f511183faa7de49c9c882eb0a1beb2fdf6ecca3656807da140f58"
    assert linked(GENESIS, digest(fields)) == "e559837040a189efd9b999a571b7b96ed1130882d6e8bfaadaff433118250dfc"
    assert seal(KEY, fields, GENESIS) == "7333de7e7823f061a5bfd53862c3ce5f0d19118c5ae9b75743ee62633bf1237b"
