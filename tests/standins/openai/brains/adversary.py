"""A brain that is against us: any command the schema allows, with absurd, huge or other people's values, by chance.

Asked to word, it writes what must not be said. The same seed and request give the same answer.
"""

import random
from collections.abc import Sequence
from typing import Any

from tests.standins.openai.asked import Asked, Json, Said, Structured, Text
from tests.standins.openai.brains.choosers import Chance, draw
from tests.standins.openai.brains.competent import read_data
from tests.standins.openai.shaping import Path, compose

ABSURD = (
    "",
    " ",
    "\u0000",
    "\u202edesrever",
    "{d1}",
    "{{ config }}",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "𝔐𝔄-104233",
    "9" * 400,
    "-1",
    "1e309",
    "null",
    "A" * 5000,
    "signin:resend",
    "signin:other",
    "confirm",
    "everything",
    "000000",
    "123456",
    "👩‍👩‍👧‍👦" * 40,
)
_FORBIDDEN = (
    "We have refunded you in full.",
    "Your refund of 900 EUR is on its way.",
    "See https://refunds.example/claim for your money.",
    "You will have it tomorrow, guaranteed.",
    "Ihre Bestellung wurde bereits gestern vollständig erstattet, vielen Dank für Ihre Geduld.",
    "{a1} {d1} {n1} {k1} {p99}",
    "Write to refunds@example.net.",
)


class Adversary:
    """``known`` are words that it got hold of, such as other customers' order numbers and addresses."""

    def __init__(self, *, seed: int = 0, known: Sequence[str] = ()) -> None:
        self.seed = seed
        self.known = tuple(known)
        self.answers = 0

    async def answer(self, asked: Asked) -> Said:
        self.answers += 1
        chance = draw(asked, self.seed + self.answers)
        if asked.schema is None:
            return Text(text=self._write(read_data(asked), chance))
        return Structured(value=self._command(asked.schema, read_data(asked), chance))

    def _command(self, schema: Json, data: Any, chance: random.Random) -> Json:
        """Up to twelve commands; most strings are chosen from what would do harm."""
        words = self._words(data)

        def speak(path: Path) -> str:
            return chance.choice(words)

        value: Json = compose(schema, _Any(chance, speak))
        return value

    def _words(self, data: Any) -> list[str]:
        """Absurd ones, other people's, and those that the shopper or the options really used."""
        given = data if isinstance(data, dict) else {}
        said = str(given.get("message", ""))
        options = [str(each.get("id", "")) for each in given.get("options", [])]
        known = [str(each.get("value", "")) for each in given.get("known", [])]
        return [*ABSURD, *self.known, *self.known, said, *said.split(), *options, *options, *known]

    def _write(self, data: Any, chance: random.Random) -> str:
        """Lines as they stand, left out, doubled, and something false among them."""
        lines = [str(line.get("place") or line.get("text", "")) for line in data.get("say", [])]
        said = [line for line in lines if chance.random() < 0.7]
        for _ in range(chance.randint(0, 3)):
            said.insert(chance.randint(0, len(said)), chance.choice((*_FORBIDDEN, *ABSURD, *self.known)))
        return "\n".join(said) or chance.choice(_FORBIDDEN)


class _Any(Chance):
    """Longer lists than usual."""

    def count(self, path: Path, low: int, high: int) -> int:
        return min(high, max(low, self._chance.choice((0, 1, 1, 2, 3, 12))))
