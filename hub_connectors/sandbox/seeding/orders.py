"""Draws the shop's orders: who orders when, what, and what becomes of it."""

import random
from bisect import bisect
from dataclasses import dataclass, field
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
PER_DAY = 14.3

_FATES = {Fate.SMOOTH: 925, Fate.DELAYED: 15, Fate.MISSED: 38, Fate.LOST: 12, Fate.RETURNED: 6, Fate.UNREADABLE: 4}
_NOTES = ("Gift wrap please", "Laisser chez le gardien", "Merci de sonner fort", "Code porte 27A4", "Bitte klingeln")


@dataclass(slots=True)
class Clientele:
    """Draws the buyer of an order, the keen ones more often."""

    people: list[Person]
    running: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.running = list(accumulate(person.keenness for person in self.people))

    def draw(self, chance: random.Random) -> Person:
        return self.people[bisect(self.running, chance.random() * self.running[-1])]


def draw_purchases(anchor: date, people: list[Person], numbers: Numbers, chance: random.Random) -> list[Purchase]:
    """Every order from 400 days before the anchor to 60 days after it, oldest first."""
    clientele = Clientele(people)
    purchases = []
    for back in range(-DAYS_BACK, DAYS_AHEAD + 1):
        day = anchor + timedelta(days=back)
        busy = PER_DAY * (1.25 if day.weekday() == 6 else 0.96) * (1.35 if day.month in {11, 12} else 0.97)
        for _ in range(int(busy) + (chance.random() < busy % 1)):
            purchases.append(_draw_purchase(day, clientele, numbers, chance))
    return purchases


def _draw_purchase(day: date, clientele: Clientele, numbers: Numbers, chance: random.Random) -> Purchase:
    person = clientele.draw(chance)
    placed = moment(day, min(1439, max(5, chance.gauss(960, 260))))
    picks = choose_picks(chance)
    roll = chance.random()
    cancelled = placed + timedelta(minutes=chance.uniform(10, 600)) if roll < 0.03 else None
    odd = 0.03 <= roll < 0.034
    gift = 0.04 <= roll < 0.12
    return Purchase(
        id=OrderId(numbers.id("ord")),
        number=numbers.number("MA-"),
        person=person,
        placed=placed,
        picks=picks,
        legs=() if cancelled or odd else _draw_legs(len(picks), chance),
        cancelled=cancelled,
        gift=gift,
        recipient=_draw_recipient(person, clientele, chance) if gift and chance.random() < 0.5 else None,
        note=chance.choice(_NOTES) if chance.random() < 0.05 else "",
        odd=odd,
    )


def _draw_recipient(buyer: Person, clientele: Clientele, chance: random.Random) -> CustomerId | None:
    other = clientele.draw(chance)
    return None if other is buyer else other.customer.id


def _draw_legs(count: int, chance: random.Random) -> tuple[Leg, ...]:
    told = Told.NOTHING if chance.random() < 0.012 else None
    if count > 1 and chance.random() < 0.28:
        cut = chance.randint(1, count - 1)
        return (
            Leg(picks=tuple(range(cut)), fate=_draw_fate(chance), told=told),
            Leg(picks=tuple(range(cut, count)), fate=_draw_fate(chance)),
        )
    return (Leg(picks=tuple(range(count)), fate=_draw_fate(chance), told=told),)


def _draw_fate(chance: random.Random) -> Fate:
    return chance.choices(tuple(_FATES), tuple(_FATES.values()))[0]
