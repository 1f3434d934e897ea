"""One order with its parcels, from what was picked, by whom, when, and what is to become of it."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.ids import CustomerId, OrderId, ParcelId
from domain.money import Money
from hub_connectors.sandbox.prices import currency_for
from hub_connectors.sandbox.seeding.baskets import Pick, is_sent, make_lines
from hub_connectors.sandbox.seeding.carriers import Carrier, choose_carrier, working_days
from hub_connectors.sandbox.seeding.days import moment, shop_day, working_day
from hub_connectors.sandbox.seeding.journeys import LATE, Fate, Journey, make_parcel
from hub_connectors.sandbox.seeding.people import Person
from hub_connectors.sandbox.stories import LineStory, OrderStory, ParcelStory, Told

_SHIPPING = {"FR": 490, "GB": 890, "US": 1900}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One parcel to send; ``due`` None lets the carrier's usual time decide, ``picks`` are places in the basket."""

    picks: tuple[int, ...]
    fate: Fate = Fate.SMOOTH
    carrier: Carrier | None = None
    labelled: datetime | None = None
    due: datetime | None = None
    told: Told | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """What makes an order; ``legs`` empty for one that is never sent."""

    id: OrderId
    number: str
    person: Person
    placed: datetime
    picks: tuple[Pick, ...]
    legs: tuple[Leg, ...]
    cancelled: datetime | None = None
    gift: bool = False
    recipient: CustomerId | None = None
    note: str = ""
    odd: bool = False


def make_order(purchase: Purchase, chance: random.Random) -> OrderStory:
    person = purchase.person
    currency = currency_for(person.town.country)
    lines = _mail_cards(purchase, make_lines(purchase.id, purchase.picks, currency=currency))
    parcels = [_make_leg(purchase, leg, place, lines, chance) for place, leg in enumerate(purchase.legs, 1)]
    return OrderStory(
        id=purchase.id,
        number=purchase.number,
        customer=person.customer.id,
        recipient=purchase.recipient,
        placed_at=purchase.placed,
        cancelled_at=purchase.cancelled,
        lines=lines,
        parcels=tuple(parcel for parcel in parcels if parcel),
        currency=currency,
        shipping=_shipping(person.town.country, sum(line.paid for line in lines)),
        gift=purchase.gift,
        country=person.town.country,
        postcode=person.postcode,
        note=purchase.note,
        odd=purchase.odd,
    )


def _mail_cards(purchase: Purchase, lines: tuple[LineStory, ...]) -> tuple[LineStory, ...]:
    """Gift cards come by email within minutes, unless the order was cancelled or held."""
    if purchase.cancelled or purchase.odd:
        return lines
    mailed = purchase.placed + timedelta(minutes=4)
    return tuple(line if is_sent(line) else replace(line, mailed=mailed) for line in lines)


def _make_leg(
    purchase: Purchase, leg: Leg, place: int, lines: tuple[LineStory, ...], chance: random.Random
) -> ParcelStory | None:
    inside = [(lines[index], lines[index].quantity) for index in leg.picks if is_sent(lines[index])]
    if not inside:
        return None
    country = purchase.person.town.country
    carrier = leg.carrier or choose_carrier(country, chance)
    labelled = leg.labelled or _label_moment(purchase.placed, chance)
    due = leg.due or _due_moment(labelled, carrier, leg.fate, purchase.person, chance)
    journey = Journey(person=purchase.person, carrier=carrier, labelled=labelled, due=due, fate=leg.fate, told=leg.told)
    value = Money(minor=sum(line.paid for line, _ in inside), currency=currency_for(country))
    return make_parcel(ParcelId(f"{purchase.id}-p{place}"), inside, journey, chance, value)


def _label_moment(placed: datetime, chance: random.Random) -> datetime:
    """Orders of the morning leave the same working day, later ones the next."""
    day = shop_day(placed)
    made = moment(working_day(day, 0), chance.randint(800, 1020))
    return made if made > placed + timedelta(hours=1) else moment(working_day(day, 1), chance.randint(560, 900))


def _due_moment(labelled: datetime, carrier: Carrier, fate: Fate, person: Person, chance: random.Random) -> datetime:
    late = chance.randint(3, 8) if fate in LATE else 0
    days = working_days(carrier, person.town.country, chance) + late
    return moment(working_day(shop_day(labelled), days), chance.randint(540, 1110) + chance.random())


def _shipping(country: str, paid: int) -> int:
    if country == "FR" and paid >= 6000:
        return 0
    return _SHIPPING.get(country, 990)
