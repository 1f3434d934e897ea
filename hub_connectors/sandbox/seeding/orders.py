"""Draws the shop's orders: who orders when, what, and what becomes of it."""

import random
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from domain.ids import CustomerId, OrderId
from hub_connectors.sandbox.seeding.baskets import choose_picks
from hub_connectors.sandbox.seeding.days import moment
from hub_connectors.sandbox.seeding.journeys import Fate
from hub_connectors.sandbox.seeding.numbers import Numbers
from hub_connectors.sandbox.seeding.people import Person
from hub_connectors.sandbox.seeding.purchases import Leg, Purchase
from hub_connectors.sandbox.stories import Told

DAYS_BACK = 400
DAYS_AHEAD = 60
PER_DAY = 14.6
LIVELY_FROM = -40
"""From so many days before the anchor on, more goes wrong: whoever opens the shop finds cases to work on."""

_FATES = {Fate.SMOOTH: 925, Fate.DELAYED: 15, Fate.MISSED: 38, Fate.LOST: 12, Fate.RETURNED: 6, Fate.UNREADABLE: 4}
_LIVELY = {Fate.SMOOTH: 810, Fate.DELAYED: 30, Fate.MISSED: 110, Fate.LOST: 26, Fate.RETURNED: 8, Fate.UNREADABLE: 16}
_NOTES = ("Gift wrap please", "Laisser chez le gardien", "Merci de sonner fort", "Code porte 27A4", "Bitte klingeln")


class OrderBook:
    """Draws orders day by day; keen customers order more often."""

    def __init__(self, people: list[Person], numbers: Numbers, chance: random.Random) -> None:
        self._people = people
        self._running = list(accumulate(person.keenness for person in people))
        self._numbers = numbers
        self._chance = chance

    def draw(self, anchor: date) -> Iterator[Purchase]:
        """Every order from 400 days before the anchor to 60 days after it, oldest day first."""
        for back in range(-DAYS_BACK, DAYS_AHEAD + 1):
            day = anchor + timedelta(days=back)
            busy = PER_DAY * (1.25 if day.weekday() == 6 else 0.96) * (1.35 if day.month in {11, 12} else 0.97)
            for _ in range(int(busy) + (self._chance.random() < busy % 1)):
                yield self._draw_one(day, _LIVELY if back >= LIVELY_FROM else _FATES)

    def _draw_one(self, day: date, fates: dict[Fate, int]) -> Purchase:
        chance = self._chance
        person = self._draw_person()
        placed = moment(day, min(1439, max(5, chance.gauss(960, 260))))
        picks = choose_picks(chance)
        roll = chance.random()
        cancelled = placed + timedelta(minutes=chance.randint(10, 600)) if roll < 0.03 else None
        odd = 0.03 <= roll < 0.034
        gift = 0.04 <= roll < 0.12
        return Purchase(
            id=OrderId(self._numbers.id("ord")),
            number=self._numbers.number("MA-"),
            person=person,
            placed=placed,
            picks=picks,
            legs=() if cancelled or odd else self._draw_legs(len(picks), fates),
            cancelled=cancelled,
            gift=gift,
            recipient=self._draw_recipient(person) if gift and chance.random() < 0.5 else None,
            note=chance.choice(_NOTES) if chance.random() < 0.05 else "",
            odd=odd,
        )

    def _draw_person(self) -> Person:
        return self._people[bisect(self._running, self._chance.random() * self._running[-1])]

    def _draw_recipient(self, buyer: Person) -> CustomerId | None:
        other = self._draw_person()
        return None if other is buyer else other.customer.id

    def _draw_legs(self, count: int, fates: dict[Fate, int]) -> tuple[Leg, ...]:
        chance = self._chance
        names, weights = tuple(fates), tuple(fates.values())
        told = Told.NOTHING if chance.random() < 0.012 else None
        if count > 1 and chance.random() < 0.28:
            cut = chance.randint(1, count - 1)
            first, second = chance.choices(names, weights, k=2)
            return (
                Leg(picks=tuple(range(cut)), fate=first, told=told),
                Leg(picks=tuple(range(cut, count)), fate=second),
            )
        return (Leg(picks=tuple(range(count)), fate=chance.choices(names, weights)[0], told=told),)
