"""The whole made-up shop of one merchant: the same seed and anchor give the same bytes."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from domain.claims import ClaimReason
from domain.customers import Customer
from domain.ids import ClaimId, IncidentId, ReturnId
from domain.parcels import ParcelState
from domain.returns import Resolution, ReturnedLine
from hub_connectors.sandbox.seeding.days import moment, shop_day, some_hours, working_day
from hub_connectors.sandbox.seeding.doors import Setback, make_incident
from hub_connectors.sandbox.seeding.givebacks import Request, make_return
from hub_connectors.sandbox.seeding.investigations import Opening, declare_lost, make_claim
from hub_connectors.sandbox.seeding.numbers import Numbers
from hub_connectors.sandbox.seeding.orders import LIVELY_FROM, OrderBook
from hub_connectors.sandbox.seeding.people import make_people
from hub_connectors.sandbox.seeding.purchases import make_order
from hub_connectors.sandbox.stories import ClaimStory, IncidentStory, OrderStory, ParcelStory, ReturnStory

CUSTOMERS = 2200

_DISPUTES = {
    ClaimReason.MARKED_DELIVERED: 0.004,
    ClaimReason.DAMAGED: 0.005,
    ClaimReason.MISSING_CONTENT: 0.003,
    ClaimReason.LATE: 0.003,
    ClaimReason.UNKNOWN: 0.0007,
}
"""How often something is wrong with a parcel that did arrive."""


@dataclass(slots=True)
class World:
    """Everything that is stored."""

    customers: list[Customer] = field(default_factory=list)
    orders: list[OrderStory] = field(default_factory=list)
    returns: list[ReturnStory] = field(default_factory=list)
    incidents: list[IncidentStory] = field(default_factory=list)
    claims: list[ClaimStory] = field(default_factory=list)


class Chronicler:
    """Adds orders to a world, with the incidents, claims and returns that chance makes of them."""

    def __init__(self, world: World, numbers: Numbers, chance: random.Random, anchor: date) -> None:
        self._world = world
        self._numbers = numbers
        self._chance = chance
        self._lively_from = moment(anchor + timedelta(days=LIVELY_FROM), 0)

    def add(self, order: OrderStory) -> None:
        order = replace(order, parcels=tuple(self._follow(order, parcel) for parcel in order.parcels))
        self._world.orders.append(order)
        if self._chance.random() < 0.2:
            self._give_back(order)

    def _follow(self, order: OrderStory, parcel: ParcelStory) -> ParcelStory:
        if parcel.arrives is not None:
            self._dispute(order, parcel, parcel.arrives)
            return parcel
        last = parcel.events[-1].state
        if last is ParcelState.FAILED_ATTEMPT:
            setback = Setback(order=order, parcel=parcel, id=IncidentId(self._numbers.id("inc")))
            incident, parcel = make_incident(setback, self._chance)
            self._world.incidents.append(incident)
        elif last is ParcelState.IN_TRANSIT:
            due = parcel.expected or shop_day(parcel.events[-1].at)
            at = moment(working_day(due, 6), 545)
            return declare_lost(parcel, self._open_claim(order, parcel, ClaimReason.NOT_DELIVERED, at))
        return parcel

    def _dispute(self, order: OrderStory, parcel: ParcelStory, arrived: datetime) -> None:
        roll = self._chance.random() / (2.5 if order.placed_at >= self._lively_from else 1)
        for reason, share in _DISPUTES.items():
            if roll < share:
                self._open_claim(order, parcel, reason, arrived + some_hours(8, 120, self._chance))
                return
            roll -= share

    def _open_claim(self, order: OrderStory, parcel: ParcelStory, reason: ClaimReason, at: datetime) -> ClaimStory:
        opening = Opening(
            order=order,
            parcel=parcel,
            id=ClaimId(self._numbers.id("clm")),
            number=self._numbers.number("CL-"),
            reason=reason,
            at=at,
        )
        claim = make_claim(opening, self._chance)
        self._world.claims.append(claim)
        return claim

    def _give_back(self, order: OrderStory) -> None:
        chance = self._chance
        arrivals = {part.line: parcel.arrives for parcel in order.parcels if parcel.arrives for part in parcel.parts}
        lines = [line for line in order.lines if line.id in arrivals and not line.final_sale]
        if not lines:
            return
        chosen = [line for line in lines if chance.random() < 0.6] or lines[:1]
        request = Request(
            order=order,
            lines=tuple(ReturnedLine(line=line.id, quantity=chance.randint(1, line.quantity)) for line in chosen),
            resolution=chance.choices(tuple(Resolution), (68, 20, 12))[0],
            id=ReturnId(self._numbers.id("ret")),
            number=self._numbers.number("RMA-"),
            at=max(arrivals[line.id] for line in chosen)
            + timedelta(minutes=min(40_000, int(chance.expovariate(1 / 11_500)) + 400)),
        )
        self._world.returns.append(make_return(request, chance))


def make_world(seed: str, anchor: date, *, reserved: frozenset[str] = frozenset()) -> World:
    """``reserved`` numbers are left free for the demo customers."""
    chance = random.Random(seed)
    people = make_people(chance, CUSTOMERS)
    numbers = Numbers(chance, reserved=reserved)
    world = World(customers=[person.customer for person in people])
    chronicler = Chronicler(world, numbers, chance, anchor)
    for purchase in OrderBook(people, numbers, chance).draw(anchor):
        chronicler.add(make_order(purchase, chance))
    return world
