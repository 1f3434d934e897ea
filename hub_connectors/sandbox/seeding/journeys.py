"""The way of a parcel from label to door: its scans, for each fate that a parcel can meet."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.ids import ParcelId
from domain.money import Money
from domain.parcels import Contract, Measures, ParcelState, TrackingEvent
from hub_connectors.sandbox.assortment import find_variant, kinds_of_products
from hub_connectors.sandbox.seeding.carriers import Carrier, make_tracking_number
from hub_connectors.sandbox.seeding.days import between, moment, shop_day, some_hours, working_day
from hub_connectors.sandbox.seeding.people import Person
from hub_connectors.sandbox.seeding.places import find_depot
from hub_connectors.sandbox.stories import LineStory, ParcelStory, Part, Told

WAREHOUSE = "Lyon"


class Fate(StrEnum):
    """What becomes of a parcel; a missed one is carried on by its incident, a lost one by its claim."""

    SMOOTH = "smooth"
    DELAYED = "delayed"
    MISSED = "missed"
    LOST = "lost"
    RETURNED = "returned"
    UNREADABLE = "unreadable"


LATE = frozenset({Fate.DELAYED, Fate.UNREADABLE})
_STUCK = {Fate.DELAYED: ParcelState.EXCEPTION, Fate.UNREADABLE: ParcelState.UNKNOWN}
"""What the carrier's last word is for days, of a parcel that comes late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """What is settled before the scans are made; ``due`` is the moment at the door, or of the failed attempt."""

    person: Person
    carrier: Carrier
    labelled: datetime
    due: datetime
    fate: Fate = Fate.SMOOTH
    told: Told | None = None


@dataclass(slots=True)
class _Scans:
    carrier: Carrier
    events: list[TrackingEvent] = field(default_factory=list)

    def add(self, at: datetime, state: ParcelState, place: str) -> None:
        self.events.append(TrackingEvent(at=at, state=state, code=self.carrier.codes[state], place=place))


def make_parcel(
    id_: ParcelId, parts: list[tuple[LineStory, int]], journey: Journey, chance: random.Random, currency_value: Money
) -> ParcelStory:
    """The parcel with its whole way; ``currency_value`` is what it is declared at."""
    scans = _Scans(journey.carrier)
    arrives = _travel(scans, journey, chance)
    town = journey.person.town
    return ParcelStory(
        id=id_,
        carrier=journey.carrier.name,
        tracking_number=make_tracking_number(journey.carrier, chance),
        parts=tuple(Part(line=line.id, quantity=quantity) for line, quantity in parts),
        events=_heard(scans.events, arrives, journey),
        expected=shop_day(_announced(journey) if journey.fate in LATE else journey.due),
        arrives=arrives,
        told=journey.told or journey.carrier.told,
        measures=_measure(parts, currency_value, chance),
        contract=_choose_contract(currency_value, chance),
        depot=find_depot(journey.carrier.name, town),
        destination=journey.person.address,
    )


def _announced(journey: Journey) -> datetime:
    return between(journey.labelled, journey.due, 0.34)


def _heard(events: list[TrackingEvent], arrives: datetime | None, journey: Journey) -> tuple[TrackingEvent, ...]:
    """A carrier that tells nothing of the delivery leaves out its last scans."""
    if journey.told is Told.NOTHING:
        return tuple(event for event in events if arrives is None or event.at < arrives)
    return tuple(events)


def _travel(scans: _Scans, journey: Journey, chance: random.Random) -> datetime | None:
    """Adds the scans; the moment of the handover, None when there is none."""
    town = journey.person.town.name
    start = journey.labelled + some_hours(2, 16, chance)
    scans.add(journey.labelled, ParcelState.LABEL_CREATED, WAREHOUSE)
    scans.add(start, ParcelState.IN_TRANSIT, WAREHOUSE)
    at_depot = moment(shop_day(journey.due), 0) + timedelta(minutes=chance.randint(270, 400))
    if at_depot - start > timedelta(hours=20):
        scans.add(between(start, at_depot, chance.uniform(0.35, 0.6)), ParcelState.IN_TRANSIT, _hub(journey))
    if journey.fate is Fate.LOST:
        return None
    if journey.fate in _STUCK:
        scans.add(between(start, journey.due, 0.65), _STUCK[journey.fate], _hub(journey))
    out = journey.due - timedelta(minutes=chance.randint(60, 240))
    if out > scans.events[-1].at:
        scans.add(out, ParcelState.OUT_FOR_DELIVERY, town)
    if journey.fate is Fate.MISSED:
        scans.add(journey.due, ParcelState.FAILED_ATTEMPT, town)
        return None
    if journey.fate is Fate.RETURNED:
        scans.add(journey.due, ParcelState.FAILED_ATTEMPT, town)
        scans.add(moment(working_day(shop_day(journey.due), 8), 640), ParcelState.RETURNED_TO_SENDER, WAREHOUSE)
        return None
    return _hand_over(scans, journey, chance)


def _hand_over(scans: _Scans, journey: Journey, chance: random.Random) -> datetime:
    town = journey.person.town.name
    arrives = journey.due
    if journey.carrier.name == "Mondial Relay":
        waits = moment(shop_day(journey.due), 600)
        since = max(waits - timedelta(days=chance.choice((0, 1, 1, 2, 4))), scans.events[-1].at + timedelta(minutes=30))
        if since < arrives:
            scans.events = [event for event in scans.events if event.at < since]
            scans.add(since, ParcelState.AWAITING_PICKUP, town)
    scans.add(arrives, ParcelState.DELIVERED, town)
    return arrives


def _hub(journey: Journey) -> str:
    hubs = {"FR": "Orléans", "GB": "Birmingham", "US": "Newark", "CH": "Basel"}
    return hubs.get(journey.person.town.country, "Strasbourg")


def _measure(parts: list[tuple[LineStory, int]], value: Money, chance: random.Random) -> Measures:
    kinds = kinds_of_products()
    weight = 250 + sum(kinds[find_variant(line.variant)[0].id].weight * quantity for line, quantity in parts)
    length, width, height = next(sides for limit, sides in _BOXES if weight <= limit)
    return Measures(
        weight_g=weight + chance.randint(-20, 60), length_mm=length, width_mm=width, height_mm=height, value=value
    )


_BOXES = (
    (600, (320, 230, 60)),
    (1500, (380, 280, 120)),
    (4000, (480, 360, 200)),
    (10_000, (600, 420, 320)),
    (1_000_000, (800, 600, 500)),
)


def _choose_contract(value: Money, chance: random.Random) -> Contract:
    if value.minor > 25_000 and chance.random() < 0.6:
        return Contract.INSURED
    return Contract.OWN if chance.random() < 0.3 else Contract.PLATFORM
