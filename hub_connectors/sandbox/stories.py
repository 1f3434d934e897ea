"""What is kept of an order, return, incident or claim: its whole life, moments yet to come included.

Nothing here is shown as it stands; ``as_of`` tells what is true at a given moment.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.claims import ClaimReason, ClaimState, Piece
from domain.ids import ClaimId, CustomerId, IncidentId, LineId, OrderId, ParcelId, ReturnId, VariantId
from domain.incidents import ChosenWay, IncidentChoice, IncidentReason, IncidentState
from domain.money import Currency, Money
from domain.parcels import Contract, Measures, Place, TrackingEvent
from domain.returns import Resolution, ReturnedLine, ReturnState


class Told(StrEnum):
    """What the carrier tells of a delivery: its moment, only its local day, or that it happened and no more."""

    INSTANT = "instant"
    DAY = "day"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStory:
    """``paid`` and ``full_price`` are for the whole line, in minor units of the order's currency.

    ``mailed`` is when a gift card reached its address; such a line travels in no parcel.
    """

    id: LineId
    variant: VariantId
    quantity: int
    paid: int
    full_price: int
    final_sale: bool = False
    mailed: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How many pieces of a line travel in a parcel."""

    line: LineId
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelStory:
    """``arrives`` is when it is handed over, None when it never is; ``told`` what the carrier says of that moment."""

    id: ParcelId
    carrier: str
    tracking_number: str
    parts: tuple[Part, ...]
    events: tuple[TrackingEvent, ...]
    expected: date | None
    arrives: datetime | None
    told: Told
    measures: Measures
    contract: Contract
    depot: Place | None
    destination: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderStory:
    """``odd`` marks an order whose state the shop calls by a word that nobody knows."""

    id: OrderId
    number: str
    customer: CustomerId
    recipient: CustomerId | None
    placed_at: datetime
    cancelled_at: datetime | None
    lines: tuple[LineStory, ...]
    parcels: tuple[ParcelStory, ...]
    currency: Currency
    shipping: int
    gift: bool
    country: str
    postcode: str
    note: str = ""
    odd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnStory:
    """``steps`` are the states with the moment each begins, the first one the creation."""

    id: ReturnId
    number: str
    order: OrderId
    resolution: Resolution
    lines: tuple[ReturnedLine, ...]
    steps: tuple[tuple[datetime, ReturnState], ...]
    amount: Money | None
    means: str | None
    expected_by: date | None
    send_by: date | None
    tracking_number: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentStory:
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
    choices: tuple[IncidentChoice, ...]
    days: tuple[date, ...]
    answer_by: datetime | None
    steps: tuple[tuple[datetime, IncidentState], ...]
    chosen: ChosenWay | None = None
    chosen_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStory:
    """``needed`` are all pieces that the carrier asks for, ``provided`` those it has, with the moment."""

    id: ClaimId
    number: str
    customer: CustomerId
    order: OrderId
    parcel: ParcelId
    carrier: str
    reason: ClaimReason
    steps: tuple[tuple[datetime, ClaimState], ...]
    answer_due: date | None
    needed: tuple[Piece, ...]
    provided: tuple[tuple[datetime, Piece], ...]
    amount: Money | None
    compensation: Money | None
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitStory:
    """A portal visit behind its token; ``submitted`` are the returns it led to."""

    order: OrderId
    lines: tuple[ReturnedLine, ...]
    resolution: Resolution | None
    by_recipient: bool = False
    submitted: tuple[ReturnId, ...] = ()
