"""Matching what a shopper calls a thing ("the blue jacket", "la veste bleue") with the lines they bought."""

from dataclasses import dataclass
from typing import Protocol

from domain.orders import Line, Order


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedLine:
    """A line with the order it stands in."""

    order: Order
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``score`` from 0 to 1; matches within 0.1 of the best are too close to choose between."""

    owned: OwnedLine
    score: float


class Mentions(Protocol):
    def match(self, mention: str, lines: tuple[OwnedLine, ...]) -> tuple[Match, ...]:
        """Lines that the mention may mean, best first; empty when none fits."""
        ...
