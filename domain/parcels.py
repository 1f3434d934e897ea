"""Parcels on their way: states in our words, scans, and what a carrier claim will need later."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.ids import LineId, OrderId, ParcelId
from domain.money import Money


class ParcelState(StrEnum):
    """Where a parcel stands; UNKNOWN is shown as such and never mapped to a hopeful neighbour."""

    LABEL_CREATED = "label_created"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    AWAITING_PICKUP = "awaiting_pickup"
    DELIVERED = "delivered"
    FAILED_ATTEMPT = "failed_attempt"
    EXCEPTION = "exception"
    LOST = "lost"
    RETURNED_TO_SENDER = "returned_to_sender"
    UNKNOWN = "unknown"


class Contract(StrEnum):
    """Whose carrier contract the parcel travels under, and whether it is insured."""

    PLATFORM = "platform"
    OWN = "own"
    INSURED = "insured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point on the map, degrees WGS 84."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingEvent:
    """One scan; ``code`` is the carrier's own word, kept as it came."""

    at: datetime
    state: ParcelState
    code: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEvent:
    """One scan of which only the local day is known: the carrier gave a time without a zone."""

    at: date
    state: ParcelState
    code: str
    place: str


Scan = TrackingEvent | DayEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Weight in grams, sides in millimetres, value as declared."""

    weight_g: int
    length_mm: int
    width_mm: int
    height_mm: int
    value: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One parcel of an order; ``events`` oldest first; ``expected`` is the announced local day.

    ``measures`` and ``contract`` are None where the vendor does not know them, as tracking services do not.
    """

    id: ParcelId
    order: OrderId
    carrier: str
    tracking_number: str
    tracking_url: str
    state: ParcelState
    lines: tuple[LineId, ...]
    events: tuple[Scan, ...]
    expected: date | None
    delivered: datetime | date | None
    measures: Measures | None
    contract: Contract | None
    label_url: str
    depot: Place | None
    destination: Place | None


class Tracking(Protocol):
    """Reads parcels; raises VendorProblem."""

    async def list_parcels(self, order: OrderId) -> tuple[Parcel, ...]:
        """The parcels of an order, first sent first; empty when nothing has left yet."""
        ...
