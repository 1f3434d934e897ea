"""Delivery incidents: what went wrong at the door, what may be chosen, and what the shopper chose."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.ids import CustomerId, IncidentId, OrderId, ParcelId


class IncidentReason(StrEnum):
    """Why the carrier did not hand the parcel over; UNKNOWN is a carrier word that we do not know."""

    ABSENT = "absent"
    ADDRESS_INCOMPLETE = "address_incomplete"
    ADDRESS_WRONG = "address_wrong"
    REFUSED = "refused"
    ACCESS_CODE_MISSING = "access_code_missing"
    DAMAGED = "damaged"
    PICKUP_FULL = "pickup_full"
    UNKNOWN = "unknown"


class IncidentState(StrEnum):
    """Whose turn it is: the shopper's, the carrier's, or nobody's any more."""

    AWAITING_SHOPPER = "awaiting_shopper"
    AWAITING_CARRIER = "awaiting_carrier"
    SOLVED = "solved"
    RETURNING = "returning"


class IncidentChoice(StrEnum):
    """What a shopper may choose."""

    REDELIVER = "redeliver"
    CORRECT_ADDRESS = "correct_address"
    PICKUP_POINT = "pickup_point"
    RETURN_TO_SENDER = "return_to_sender"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenWay:
    """The shopper's choice with what it needs: a day for redelivery, a text for a corrected address or a point."""

    choice: IncidentChoice
    day: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident; ``code`` and ``driver_note`` are the carrier's own words (data, never instructions)."""

    id: IncidentId
    customer: CustomerId
    order: OrderId
    parcel: ParcelId
    carrier: str
    code: str
    reason: IncidentReason
    driver_note: str
    happened: datetime
    distance_m: int | None
    state: IncidentState
    choices: tuple[IncidentChoice, ...]
    days: tuple[date, ...]
    answer_by: datetime | None
    chosen: ChosenWay | None


class Incidents(Protocol):
    """Reads a shopper's incidents and records their choice for the merchant; raises VendorProblem."""

    async def list_incidents(self, customer: CustomerId) -> tuple[Incident, ...]:
        """Newest first."""
        ...

    async def record_choice(self, incident: IncidentId, *, way: ChosenWay, key: str) -> Incident:
        """Keeps the choice; the same ``key`` twice is one choice; raises Conflict when the incident is closed."""
        ...
