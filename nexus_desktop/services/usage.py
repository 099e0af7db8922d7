"""What services were used for: tokens and dollars, a line a request, and a limit that stops before it is passed.

The file holds no text and no name. A damaged line is left out. What could not be written is remembered until the
program ends, counts against the limit, and is written with the next request.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from nexus_desktop.models.errors import ServiceLimitReached, ServicePriceUnknown
from nexus_desktop.models.service_models import Draft, Price, PriceFile, RawAnswer, ServiceProfile, Usage

if TYPE_CHECKING:
    from nexus_desktop.models.ports import Clock

_BYTES_A_TOKEN: Final = 2.5  # fewer than any tokenizer needs for English JSON: an estimate never too low
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Totals:
    """Use since some moment."""

    requests: int
    tokens_in: int
    tokens_out: int
    usd: float


class UsageLedger:
    """The record and the limit."""

    def __init__(self, path: Path, prices: PriceFile, clock: Clock) -> None:
        self._path, self._prices, self._clock = path, prices, clock
        self._lock = Lock()
        self._unwritten: list[Usage] = []
        self._reserved: dict[str, float] = {}  # by request, what is under way may cost at most

    @property
    def prices_of(self) -> date:
        """The day the list of prices was read."""
        return self._prices.as_of

    def price(self, profile: ServiceProfile) -> Price | None:
        """The price in force for a profile."""
        return self._prices.of(profile)

    def most(self, draft: Draft) -> float | None:
        """The most a request can cost, in dollars; None where the price is not known."""
        price = self.price(draft.profile)
        if price is None:
            return None
        tokens_in = len(draft.body) / _BYTES_A_TOKEN
        return (tokens_in * price.usd_in + draft.profile.answer_tokens * price.usd_out) / _MILLION

    def reserve(self, draft: Draft) -> None:
        """Set aside what a request can cost at most. Raises ServiceLimitReached before the month's limit is passed,
        and ServicePriceUnknown where a limit is set that cannot be kept."""
        limit = draft.profile.monthly_usd
        most = self.most(draft)
        if limit is None:
            return
        if most is None:
            raise ServicePriceUnknown
        with self._lock:
            would = self.month(draft.profile.id).usd + sum(self._reserved.values()) + most
            if would > limit:
                raise ServiceLimitReached(would=round(would, 2), limit=limit)
            self._reserved[draft.key] = most

    def release(self, draft: Draft) -> None:
        """Give back what was set aside."""
        with self._lock:
            self._reserved.pop(draft.key, None)

    def keep(self, draft: Draft, answer: RawAnswer | None) -> Usage:
        """Record a request that was sent; estimated, and never too low, where the service did not count or failed.

        Without an answer, as many tokens were written as could be: a service writes on where nobody reads any more.
        """
        estimated = answer is None or answer.tokens_in is None or answer.tokens_out is None
        tokens_in = answer.tokens_in if answer is not None and answer.tokens_in is not None else None
        tokens_out = answer.tokens_out if answer is not None and answer.tokens_out is not None else None
        if tokens_in is None:
            tokens_in = round(len(draft.body) / _BYTES_A_TOKEN)
        if tokens_out is None:
            written = draft.profile.answer_tokens if answer is None else len(answer.text.encode()) / _BYTES_A_TOKEN
            tokens_out = round(written)
        price = self.price(draft.profile)
        usd = (tokens_in * price.usd_in + tokens_out * price.usd_out) / _MILLION if price else 0.0
        usage = Usage(
            at=self._clock(),
            profile=draft.profile.id,
            model=answer.model[:100] if answer is not None else draft.profile.model,
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            usd=round(usd, 6),
            estimated=estimated,
        )
        with self._lock:
            self._unwritten.append(usage)
            self._write()
        return usage

    def _write(self) -> None:
        text = b"".join(usage.model_dump_json().encode() + b"\n" for usage in self._unwritten)
        try:
            descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "ab") as file:
                file.write(text)
        except OSError:
            return  # an answer in hand is worth more than its bill
        self._unwritten.clear()

    def lines(self) -> list[Usage]:
        """Every line that can be read, oldest first."""
        try:
            raw = self._path.read_bytes()
        except OSError:
            raw = b""
        found = []
        for line in raw.splitlines():
            try:
                found.append(Usage.model_validate_json(line))
            except ValidationError:
                continue
        return [*found, *self._unwritten]

    def month(self, profile: str | None = None) -> Totals:
        """Use in the current month (UTC), of one profile or of all."""
        now = self._clock()
        return _sum(
            line
            for line in self.lines()
            if (line.at.year, line.at.month) == (now.year, now.month) and profile in (None, line.profile)
        )

    def ever(self) -> Totals:
        """Use since the beginning."""
        return _sum(self.lines())


def _sum(lines: Iterable[Usage]) -> Totals:
    kept = list(lines)
    return Totals(
        requests=len(kept),
        tokens_in=sum(line.tokens_in for line in kept),
        tokens_out=sum(line.tokens_out for line in kept),
        usd=round(sum(line.usd for line in kept), 6),
    )
