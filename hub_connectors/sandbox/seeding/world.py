"""The whole made-up shop of one merchant: the same seed and anchor give the same bytes."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from domain.claims import ClaimReason
from domain.customers import Customer
from domain.ids import ClaimId, IncidentId, ReturnId
from domain.parcels import ParcelState
from domain.returns import Resolution, ReturnedLine
from hub_connectors.sandbox.seeding.days import moment, shop_day, working_day
from hub_connectors.sandbox.seeding.doors import Setback, make_incident
from hub_connectors.sandbox.seeding.givebacks import Request, make_return
from hub_connectors.sandbox.seeding.investigations import Opening, declare_lost, make_claim
from hub_connectors.sandbox.seeding.numbers import Numbers
from hub_connectors.sandbox.seeding.orders import draw_purchases
from hub_connectors.sandbox.seeding.people import make_people
from hub_connectors.sandbox.seeding.purchases import make_order
from hub_connectors.sandbox.stories import ClaimStory, IncidentStory, LineStory, OrderStory, ParcelStory, ReturnStory

CUSTOMERS = 2200


@dataclass(slots=True)
class World:
    customers: list[Customer] = field(default_factory=list)
    orders: list[OrderStory] = field(default_factory=list)
    returns: list[ReturnStory] = field(default_factory=list)
    incidents: list[IncidentStory] = field(default_factory=list)
    claims: list[ClaimStory] = field(default_factory=list)

    def add(self, order: OrderStory, numbers: Numbers, chance: random.Random) -> None:
        """Adds an order with the incidents, claims and returns that chance makes of it."""
        order = replace(order, parcels=tuple(self._follow(order, each, numbers, chance) for each in order.parcels))
        self.orders.append(order)
        if not order.cancelled_at and chance.random() < 0.19:
            self._give_back(order, numbers, chance)

    def _follow(self, order: OrderStory, parcel: ParcelStory, numbers: Numbers, chance: random.Random) -> ParcelStory:
        if parcel.arrives is not None:
            self._dispute(order, parcel, numbers, chance)
            return parcel
        last = parcel.events[-1].state
        if last is ParcelState.FAILED_ATTEMPT:
            setback = Setback(order=order, parcel=parcel, id=IncidentId(numbers.id("inc")))
            incident, parcel = make_incident(setback, chance)
            self.incidents.append(incident)
        elif last is ParcelState.IN_TRANSIT:
            parcel = self._lose(order, parcel, numbers, chance)
        return parcel

    def _lose(self, order: OrderStory, parcel: ParcelStory, numbers: Numbers, chance: random.Random) -> ParcelStory:
        due = parcel.expected or shop_day(parcel.events[-1].at)
        claim = self._open_claim(
            (order, parcel), ClaimReason.NOT_DELIVERED, moment(working_day(due, 6), 545), numbers, chance
        )
        return declare_lost(parcel, claim)

    def _dispute(self, order: OrderStory, parcel: ParcelStory, numbers: Numbers, chance: random.Random) -> None:
        """Now and then something is wrong with a parcel that did arrive."""
        roll = chance.random()
        reason = next((reason for limit, reason in _DISPUTES if roll < limit), None)
        if reason and parcel.arrives:
            at = parcel.arrives + timedelta(days=chance.uniform(0.3, 5))
            self._open_claim((order, parcel), reason, at, numbers, chance)

    def _open_claim(
        self,
        about: tuple[OrderStory, ParcelStory],
        reason: ClaimReason,
        at: datetime,
        numbers: Numbers,
        chance: random.Random,
    ) -> ClaimStory:
        opening = Opening(
            order=about[0],
            parcel=about[1],
            id=ClaimId(numbers.id("clm")),
            number=numbers.number("CL-"),
            reason=reason,
            at=at,
        )
        claim = make_claim(opening, chance)
        self.claims.append(claim)
        return claim

    def _give_back(self, order: OrderStory, numbers: Numbers, chance: random.Random) -> None:
        arrivals = {part.line: parcel.arrives for parcel in order.parcels if parcel.arrives for part in parcel.parts}
        lines = [line for line in order.lines if line.id in arrivals and not line.final_sale]
        if not lines:
            return
        chosen = [line for line in lines if chance.random() < 0.6] or lines[:1]
        latest = max(arrivals[line.id] for line in chosen)
        resolution = chance.choices(tuple(Resolution), (68, 20, 12))[0]
        request = Request(
            order=order,
            lines=tuple(_returned(line, chance) for line in chosen),
            resolution=resolution,
            id=ReturnId(numbers.id("ret")),
            number=numbers.number("RMA-"),
            at=latest + timedelta(days=min(28.0, chance.expovariate(1 / 8) + 0.3)),
        )
        self.returns.append(make_return(request, chance))


_DISPUTES = (
    (0.004, ClaimReason.MARKED_DELIVERED),
    (0.009, ClaimReason.DAMAGED),
    (0.012, ClaimReason.MISSING_CONTENT),
    (0.015, ClaimReason.LATE),
    (0.0157, ClaimReason.UNKNOWN),
)


def _returned(line: LineStory, chance: random.Random) -> ReturnedLine:
    return ReturnedLine(line=line.id, quantity=chance.randint(1, line.quantity))


def make_world(seed: str, anchor: date, *, reserved: frozenset[str] = frozenset()) -> World:
    """``reserved`` numbers are left free for the demo customers."""
    chance = random.Random(seed)
    people = make_people(chance, CUSTOMERS)
    numbers = Numbers(chance, reserved=reserved)
    world = World(customers=[person.customer for person in people])
    for purchase in draw_purchases(anchor, people, numbers, chance):
        world.add(make_order(purchase, chance), numbers, chance)
    return world
