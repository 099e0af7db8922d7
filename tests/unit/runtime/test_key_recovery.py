"""A recovery key survives paper, handwriting and telephone: what is mistyped is named by its group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nexus_desktop.models import errors
from nexus_desktop.runtime.key_recovery import ALPHABET, GROUPS, SIZE, RecoveryKey

secrets_ = st.binary(min_size=20, max_size=20)


@given(secrets_)
def test_what_is_printed_can_be_typed_back(secret: bytes) -> None:
    key = RecoveryKey(secret)
    assert [len(group) for group in key.groups] == [SIZE] * GROUPS
    assert RecoveryKey.typed(key.text).secret == secret


@given(secrets_)
def test_small_letters_blanks_and_look_alikes_are_understood(secret: bytes) -> None:
    typed = RecoveryKey(secret).text.lower().replace("-", "  ").replace("1", "l").replace("0", "o")
    assert RecoveryKey.typed(f" {typed}\n").secret == secret


@given(secrets_, st.integers(0, GROUPS * SIZE - 1), st.sampled_from(ALPHABET))
def test_any_single_wrong_character_is_found_in_its_group(secret: bytes, place: int, wrong: str) -> None:
    characters = list("".join(RecoveryKey(secret).groups))
    if characters[place] == wrong:
        return
    characters[place] = wrong
    with pytest.raises(errors.RecoveryKeyMistyped) as caught:
        RecoveryKey.typed("".join(characters))
    assert caught.value.numbers == {"group": place // SIZE + 1}


@given(secrets_, st.integers(0, GROUPS - 1), st.integers(0, SIZE - 2))
def test_two_neighbours_exchanged_are_found(secret: bytes, group: int, place: int) -> None:
    characters = list("".join(RecoveryKey(secret).groups))
    at = group * SIZE + place
    if characters[at] == characters[at + 1]:
        return
    characters[at], characters[at + 1] = characters[at + 1], characters[at]
    with pytest.raises(errors.RecoveryKeyMistyped):
        RecoveryKey.typed("".join(characters))


def test_groups_in_another_order_are_found() -> None:
    groups = RecoveryKey(bytes(range(20))).groups
    with pytest.raises(errors.RecoveryKeyMistyped):
        RecoveryKey.typed("".join((groups[1], groups[0], *groups[2:])))


@pytest.mark.parametrize("text", ["", "ABCDE", "é" * 40, "0" * 41])
def test_half_a_key_or_none_is_said_to_be_so(text: str) -> None:
    with pytest.raises((errors.RecoveryKeyIncomplete, errors.RecoveryKeyMistyped)):
        RecoveryKey.typed(text)


def test_typing_two_groups_back_confirms_the_sheet() -> None:
    key = RecoveryKey.random()
    asked = key.asked()
    assert len(set(asked)) == 2
    key.confirm({number: key.groups[number - 1].lower() for number in asked})
    for wrong in ({}, {asked[0]: key.groups[asked[0] - 1]}, {asked[0]: "AAAAA", asked[1]: key.groups[asked[1] - 1]}):
        with pytest.raises(errors.RecoveryNotConfirmed):
            key.confirm(wrong)


def test_no_two_keys_are_alike() -> None:
    assert len({RecoveryKey.random().text for _ in range(100)}) == 100
