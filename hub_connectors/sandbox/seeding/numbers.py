"""Identifiers of the made-up shop: drawn at random, never twice, so that nothing in them can be counted."""

import random
from typing import Literal

Prefix = Literal["MA-", "RMA-", "CL-"]
_RANGES = {"MA-": (100_000, 999_999), "RMA-": (200_000, 999_999), "CL-": (30_000, 99_999)}


class Numbers:
    def __init__(self, chance: random.Random, *, reserved: frozenset[str] = frozenset()) -> None:
        self._chance = chance
        self._taken = set(reserved)

    def number(self, prefix: Prefix) -> str:
        """A number that a person reads out, e.g. ``MA-104233``."""
        low, high = _RANGES[prefix]
        while True:
            number = f"{prefix}{self._chance.randint(low, high)}"
            if number not in self._taken:
                self._taken.add(number)
                return number

    def id(self, prefix: str) -> str:
        return f"{prefix}_{self._chance.getrandbits(64):016x}"
