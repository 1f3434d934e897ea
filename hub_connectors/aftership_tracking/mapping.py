"""AfterShip's words for a parcel in ours: the tag says where it stands, the sub-tag says it more finely.

A sub-tag that stands in no table of AfterShip's is UNKNOWN, whatever its tag; its code is kept and shown.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from domain.ids import OrderId, ParcelId
from domain.parcels import DayEvent, Parcel, ParcelState, Scan, TrackingEvent
from hub_connectors.aftership_tracking.wire import WireCheckpoint, WireDayEstimate, WireTracking

TAGS = {
    "Pending": ParcelState.UNKNOWN,
    "InfoReceived": ParcelState.LABEL_CREATED,
    "InTransit": ParcelState.IN_TRANSIT,
    "OutForDelivery": ParcelState.OUT_FOR_DELIVERY,
    "AttemptFail": ParcelState.FAILED_ATTEMPT,
    "AvailableForPickup": ParcelState.AWAITING_PICKUP,
    "Delivered": ParcelState.DELIVERED,
    "Exception": ParcelState.EXCEPTION,
    "Expired": ParcelState.UNKNOWN,
}
"""``Pending``: AfterShip has heard nothing yet, the carrier may have; ``Expired``: no news for thirty days."""

SUBTAGS = {
    "Exception_010": ParcelState.RETURNED_TO_SENDER,  # on its way back
    "Exception_011": ParcelState.RETURNED_TO_SENDER,  # back
    "Exception_013": ParcelState.LOST,
}
"""Those that say more than their tag; 012 (damaged) and 021 (disposed of) remain what they are, exceptions."""

KNOWN = {
    "Pending": range(1, 7),
    "InfoReceived": range(1, 2),
    "InTransit": range(1, 14),
    "OutForDelivery": (1, 3, 4),
    "AttemptFail": range(1, 4),
    "AvailableForPickup": range(1, 2),
    "Delivered": range(1, 6),
    "Exception": range(1, 22),
    "Expired": range(1, 2),
}
"""The numbers that AfterShip lists, 2026-07; the meaning of some is not public, their tag's is."""

_RETURNING = "return"
_CODES = frozenset(f"{tag}_{number:03}" for tag, numbers in KNOWN.items() for number in numbers)


def map_state(tag: str | None, subtag: str | None) -> ParcelState:
    if tag not in TAGS or (subtag and (subtag not in _CODES or subtag.partition("_")[0] != tag)):
        return ParcelState.UNKNOWN
    return SUBTAGS.get(subtag or "", TAGS[tag])


def is_outward(wire: WireTracking) -> bool:
    """Parcels that bring a return back are not the order's."""
    return wire.shipment_direction != _RETURNING


def map_parcel(wire: WireTracking, order: OrderId, carrier: str) -> Parcel:
    events = map_events(wire)
    state = map_state(wire.tag, wire.subtag)
    if state is ParcelState.DELIVERED and wire.return_to_sender:
        state = ParcelState.UNKNOWN  # delivered to whom? The parcel had turned back.
    links = (wire.aftership_tracking_url, wire.courier_redirect_link, wire.courier_tracking_link)
    return Parcel(
        id=ParcelId(wire.id),
        order=order,
        carrier=carrier,
        tracking_number=wire.tracking_number,
        tracking_url=next((link for link in links if link and urlsplit(link).scheme in {"https", "http"}), ""),
        state=state,
        lines=(),
        events=events,
        expected=map_expected(wire),
        delivered=_delivered(wire, events) if state is ParcelState.DELIVERED else None,
        measures=None,
        contract=None,
        label_url="",
        depot=None,
        destination=None,
    )


def map_events(wire: WireTracking) -> tuple[Scan, ...]:
    """Oldest first: by the moment where all have one, else in AfterShip's order; a scan told twice counts once."""
    once = {_mark(each): each for each in wire.checkpoints}
    events = [event for each in once.values() if (event := _event(each, wire.pickup_location or ""))]
    moments = [event for event in events if isinstance(event, TrackingEvent)]
    if len(moments) == len(events):
        return tuple(sorted(moments, key=lambda event: event.at))
    return tuple(events)


def _mark(checkpoint: WireCheckpoint) -> object:
    told = (checkpoint.checkpoint_time, checkpoint.subtag, checkpoint.message, checkpoint.location)
    return checkpoint.hash or told


def _event(checkpoint: WireCheckpoint, pickup: str) -> Scan | None:
    """None without a time."""
    at = read_time(checkpoint.checkpoint_time)
    if at is None:
        return None
    state = map_state(checkpoint.tag, checkpoint.subtag)
    code = checkpoint.raw_tag or checkpoint.subtag or checkpoint.tag or ""
    place = checkpoint.location or checkpoint.city or (pickup if state is ParcelState.AWAITING_PICKUP else "")
    if isinstance(at, datetime):
        return TrackingEvent(at=at, state=state, code=code, place=place)
    return DayEvent(at=at, state=state, code=code, place=place)


def map_expected(wire: WireTracking) -> date | None:
    """The recipient's local day, as all of AfterShip's estimates; the end of a range, so that nobody waits too early.

    ``latest_estimated_delivery`` is the one that AfterShip itself shows; the others serve older versions.
    """
    latest = wire.latest_estimated_delivery
    told: list[str | None] = [latest.datetime_max, latest.datetime] if latest else []
    custom = wire.custom_estimated_delivery_date
    for each in (wire.courier_estimated_delivery_date, custom, wire.aftership_estimated_delivery_date):
        told += _days(each)
    return next((day for each in (*told, wire.expected_delivery) if (day := _read_day(each))), None)


def _days(estimate: WireDayEstimate | str | None) -> Iterable[str | None]:
    if isinstance(estimate, WireDayEstimate):
        return (estimate.estimated_delivery_date_max, estimate.estimated_delivery_date)
    return (estimate,)


def _delivered(wire: WireTracking, events: tuple[Scan, ...]) -> datetime | date | None:
    told = read_time(wire.shipment_delivery_date)
    scanned = (event.at for event in reversed(events) if event.state is ParcelState.DELIVERED)
    return told or next(scanned, None)


def read_time(told: str | None) -> datetime | date | None:
    """An instant in UTC when the text has a zone, else the local day alone: which zone is never guessed."""
    try:
        read = datetime.fromisoformat(told) if told else None
    except ValueError:
        return None
    if read is None:
        return None
    return read.astimezone(UTC) if read.tzinfo else read.date()


def _read_day(told: str | None) -> date | None:
    """The day as written, whatever time or zone follows it."""
    try:
        return date.fromisoformat(told[:10]) if told else None
    except ValueError:
        return None
