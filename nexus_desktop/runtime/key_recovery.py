"""The recovery key: 160 random bits as eight groups that can be printed, read aloud and typed back.

Each group has four characters of the key and one that checks it at its place, so a typing error is named by its group
before anything is tried. The alphabet is Crockford's base 32: no I, L, O, U; small letters, and I, L and O for 1, 1 and
0, are understood.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from nexus_desktop.models.errors import RecoveryKeyIncomplete, RecoveryKeyMistyped, RecoveryNotConfirmed

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES = 20
GROUPS, SIZE = 8, 5
ASKED = 2
_BITS = 5
_LOOK_ALIKES = str.maketrans("ILO", "110")


class RecoveryKey:
    """One recovery key. It is shown once and kept nowhere; the database keeps only a lock that it opens."""

    __slots__ = ("secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != SECRET_BYTES:
            raise ValueError(f"a recovery key has {SECRET_BYTES} bytes")
        self.secret = secret

    @classmethod
    def random(cls) -> RecoveryKey:
        """A new one."""
        return cls(secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def typed(cls, text: str) -> RecoveryKey:
        """What a person typed. Raises RecoveryKeyIncomplete, or RecoveryKeyMistyped with the number of the group."""
        characters = _plain(text)
        if len(characters) != GROUPS * SIZE:
            raise RecoveryKeyIncomplete(typed=len(characters), wanted=GROUPS * SIZE)
        number = 0
        for place in range(GROUPS):
            group = characters[place * SIZE : (place + 1) * SIZE]
            values = [ALPHABET.find(character) for character in group]
            if min(values) < 0 or _check(place, values[:-1]) != values[-1]:
                raise RecoveryKeyMistyped(group=place + 1)
            for value in values[:-1]:
                number = number << _BITS | value
        return cls(number.to_bytes(SECRET_BYTES))

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups, as they are printed."""
        number = int.from_bytes(self.secret)
        count = GROUPS * (SIZE - 1)
        values = [number >> _BITS * (count - 1 - place) & 31 for place in range(count)]
        parts = [values[place * (SIZE - 1) : (place + 1) * (SIZE - 1)] for place in range(GROUPS)]
        return tuple(
            "".join(ALPHABET[value] for value in (*part, _check(place, part))) for place, part in enumerate(parts)
        )

    @property
    def text(self) -> str:
        """All of it in one line."""
        return "-".join(self.groups)

    def asked(self) -> tuple[int, ...]:
        """Which groups to ask for, so that the sheet was really written or printed; counted from 1."""
        return tuple(sorted(place + 1 for place in secrets.SystemRandom().sample(range(GROUPS), ASKED)))

    def confirm(self, typed: Mapping[int, str]) -> None:
        """Compare groups a person typed, by number from 1. Raises RecoveryNotConfirmed."""
        right = [secrets.compare_digest(_plain(text), self.groups[number - 1]) for number, text in typed.items()]
        if len(right) < ASKED or not all(right):
            raise RecoveryNotConfirmed

    def __repr__(self) -> str:
        return "RecoveryKey(…)"


def _plain(text: str) -> str:
    """Without blanks and dashes, in capitals, look-alikes replaced; anything outside ASCII becomes a character that
    stands in no key."""
    kept = "".join(character for character in text if not character.isspace() and character not in "-–—_.")
    return "".join(one if one.isascii() else "?" for one in kept.upper()).translate(_LOOK_ALIKES)


def _check(place: int, values: list[int]) -> int:
    """The fifth character: a polynomial over GF(32), which no single wrong character and no swap of two gets past."""
    total = 0
    for value in (place, *values):
        total ^= value
        total = (total << 1) ^ (0b100101 if total & 16 else 0)  # times x, modulo x⁵ + x² + 1
    return total
