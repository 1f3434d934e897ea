"""Seeded variations of examples: a greeting before, a detail after, another thing bought, a slip of the finger.

Only for training; the same seed gives the same variations on every machine.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from agent.understanding.embedded.examples import Example

_SEED = 20240
_OPENED, _CLOSED, _SWAPPED, _MISTYPED = 0.5, 0.4, 0.7, 0.5
_TOO_SHORT_TO_MISTYPE = 6
_TWO_SLIPS_FROM = 30
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# A greeting or a thank-you is itself small talk: only marks are put after it.
_UNSURROUNDED = frozenset({"chitchat"})
_MARKS = ("!", "!!", "?", ".", "...")
# Where a thing says nothing about the intent; in small talk and general questions it may.
_ABOUT_THINGS = frozenset(
    {
        "return_or_exchange",
        "refund_status",
        "order_tracking",
        "delivery_incident",
        "claim_or_investigation",
        "order_change",
        "payment",
        "pre_sales",
        "policy_question",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What people of one language write before and after the point, and the things they buy."""

    openings: Sequence[str]
    closings: Sequence[str]
    names: Sequence[str]
    things: Sequence[str]
    thing: re.Pattern[str]


def read_surroundings() -> dict[str, Surroundings]:
    told = yaml.safe_load((Path(__file__).parent / "surroundings.yaml").read_text(encoding="utf-8"))
    return {
        language: Surroundings(names=told["names"], thing=_any_of(parts["things"]), **parts)
        for language, parts in told["languages"].items()
    }


def _any_of(things: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(things, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(thing) for thing in longest_first) + r")\b", re.IGNORECASE)


def vary(examples: Sequence[Example]) -> Iterator[Example]:
    """One variation per example, left out when chance changes nothing."""
    surroundings = read_surroundings()
    chance = random.Random(_SEED)  # noqa: S311  repeatable, guards nothing
    for example in examples:
        text = example.text
        around = surroundings.get(example.language)
        if around is not None and example.intent in _ABOUT_THINGS and chance.random() < _SWAPPED:
            text = around.thing.sub(lambda _: chance.choice(around.things), text)  # noqa: B023
        if around is not None and example.intent not in _UNSURROUNDED:
            text = _surround(text, around, chance)
        if chance.random() < _MISTYPED:
            text = _mistype(text, chance)
        if text != example.text:
            yield replace(example, text=text)


def _adapt(example: Example, around: Surroundings, chance: random.Random) -> str:
    text = example.text
    if example.intent in _ABOUT_THINGS and chance.random() < _SWAPPED:
        text = around.thing.sub(lambda _: chance.choice(around.things), text)
    if example.intent not in _UNSURROUNDED:
        return _surround(text, around, chance)
    return text + chance.choice(_MARKS) if chance.random() < _CLOSED else text


def _surround(text: str, around: Surroundings, chance: random.Random) -> str:
    before = chance.choice(around.openings) + " " if chance.random() < _OPENED else ""
    after = " " + chance.choice(around.closings) if chance.random() < _CLOSED else ""
    return (before + text + after).replace("{name}", chance.choice(around.names))


def _mistype(text: str, chance: random.Random) -> str:
    if len(text) < _TOO_SHORT_TO_MISTYPE:
        return text
    for _ in range(1 if len(text) < _TWO_SLIPS_FROM else 2):
        text = _slip(text, chance.randrange(1, len(text) - 2), chance)
    return text


def _slip(text: str, at: int, chance: random.Random) -> str:
    """Swap, drop, double or replace the letter at a place; anything but a letter stays."""
    before, letter, after = text[:at], text[at], text[at + 1 :]
    if not letter.isalpha():
        return text
    kind = chance.randrange(4)
    if kind == 0:
        return before + after[0] + letter + after[1:]
    if kind == 1:
        return before + after
    return before + (letter * 2 if kind == 2 else chance.choice(_LETTERS)) + after
