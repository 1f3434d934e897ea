"""What every set-up is to the measurement: something that answers a shopper, and what came of it in the end."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What a link into the returns portal opens with; the variant is empty unless it is an exchange."""

    item: str
    resolution: str
    variant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """``decisions`` are verdict and reason; ``ways`` only those whose link the shopper was shown."""

    decisions: tuple[tuple[str, str], ...]
    ways: tuple[Way, ...]
    handed_over: bool


class Session(Protocol):
    """One conversation of one set-up."""

    async def say(self, text: str) -> str:
        """The answer as the shopper reads it."""
        ...

    async def reached(self) -> Reached:
        """Read after the last turn."""
        ...
