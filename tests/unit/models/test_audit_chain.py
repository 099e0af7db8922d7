"""What the chain finds out about changed history, and what only a remembered head finds out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nexus_desktop.models.audit_chain import GENESIS, AuditAct, AuditEntry, AuditHead, Body, commit, seal, verify

KEY = b"k" * 32
SALT = b"s" * 16


def chain(length: int, key: bytes = KEY) -> tuple[list[AuditEntry], dict[int, tuple[bytes, Body]]]:
    entries: list[AuditEntry] = []
    bodies: dict[int, tuple[bytes, Body]] = {}
    previous = GENESIS
    for seq in range(1, length + 1):
        body: Body = {"count": seq}
        fields = (seq, f"2026-01-01T00:00:{seq:02d}+00:00", "ann", AuditAct.LETTER_IMPORTED, f"id-{seq}")
        commitment = commit(body, SALT)
        mac = seal(key, *fields, commitment, previous)
        entries.append(AuditEntry(*fields, commitment, previous, mac))
        bodies[seq] = (SALT, body)
        previous = mac
    return entries, bodies


def test_an_untouched_chain_holds() -> None:
    entries, bodies = chain(5)
    report = verify(KEY, entries, bodies, AuditHead(5, entries[-1].mac))
    assert report.intact
    assert report.entries == 5


def test_a_purged_body_does_not_break_the_chain() -> None:
    entries, bodies = chain(5)
    del bodies[2]
    assert verify(KEY, entries, bodies).intact


@pytest.mark.parametrize("field", ["at", "actor", "object_id", "commitment", "previous", "mac"])
def test_a_changed_field_is_found(field: str) -> None:
    entries, bodies = chain(5)
    entries[2] = replace(entries[2], **{field: "0" * 64})
    assert verify(KEY, entries, bodies).broken_at == 3


def test_a_changed_body_is_found() -> None:
    entries, bodies = chain(5)
    bodies[4] = (SALT, {"count": 40})
    assert verify(KEY, entries, bodies).broken_at == 4


def test_a_missing_entry_is_found() -> None:
    entries, bodies = chain(5)
    del entries[1]
    assert verify(KEY, entries, bodies).broken_at == 2


def test_a_chain_forged_without_the_key_is_found() -> None:
    entries, bodies = chain(5, key=b"x" * 32)
    assert verify(KEY, entries, bodies).broken_at == 1


def test_only_the_head_finds_a_shortened_chain() -> None:
    entries, bodies = chain(5)
    head = AuditHead(5, entries[-1].mac)
    assert verify(KEY, entries[:3], bodies).intact
    assert verify(KEY, entries[:3], bodies, head).broken_at == 4


def test_the_head_finds_a_chain_rewritten_with_the_key() -> None:
    entries, bodies = chain(5)
    head = AuditHead(3, "f" * 64)
    assert verify(KEY, entries, bodies, head).broken_at == 3


def test_a_head_left_behind_by_a_crash_is_no_break() -> None:
    entries, bodies = chain(5)
    assert verify(KEY, entries, bodies, AuditHead(4, entries[3].mac)).intact
