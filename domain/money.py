"""Money as whole minor units of one currency; a float never touches an amount."""

from dataclasses import dataclass
from typing import NewType

Currency = NewType("Currency", str)


@dataclass(frozen=True, slots=True, kw_only=True, order=False)
class Money:
    """An amount in minor units (cents), e.g. ``Money(minor=490, currency=Currency("EUR"))`` is EUR 4.90."""

    minor: int
    currency: Currency

    def __add__(self, other: "Money") -> "Money":
        return Money(minor=self.minor + self._same(other).minor, currency=self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(minor=self.minor - self._same(other).minor, currency=self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(minor=self.minor * times, currency=self.currency)

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"cannot combine {self.currency} with {other.currency}")
        return other
