"""Fulfilments as parcels. Shopify keeps one state per fulfilment, however many tracking numbers it has."""

from zoneinfo import ZoneInfo

from domain.clock import local_day
from domain.ids import LineId, OrderId, ParcelId
from domain.parcels import Parcel, ParcelState, TrackingEvent
from hub_connectors.shopify import wire
from hub_connectors.shopify.mapping import LEFT, read_gid

PARCEL_STATES = {
    "LABEL_PURCHASED": ParcelState.LABEL_CREATED,
    "LABEL_PRINTED": ParcelState.LABEL_CREATED,
    "CONFIRMED": ParcelState.LABEL_CREATED,
    "CARRIER_PICKED_UP": ParcelState.IN_TRANSIT,
    "IN_TRANSIT": ParcelState.IN_TRANSIT,
    "DELAYED": ParcelState.IN_TRANSIT,
    "OUT_FOR_DELIVERY": ParcelState.OUT_FOR_DELIVERY,
    "READY_FOR_PICKUP": ParcelState.AWAITING_PICKUP,
    "ATTEMPTED_DELIVERY": ParcelState.FAILED_ATTEMPT,
    "DELIVERED": ParcelState.DELIVERED,
    "PICKED_UP": ParcelState.DELIVERED,
    "NOT_DELIVERED": ParcelState.EXCEPTION,
    "FAILURE": ParcelState.EXCEPTION,
    # FULFILLED and MARKED_AS_FULFILLED are the shop's word and no carrier's; SUBMITTED means that a warehouse was
    # asked; a voided label means another may follow. Where the parcel is stays unknown, as with any new word.
}
"""By ``displayStatus`` of a fulfilment and ``status`` of its events. There is no word for lost or sent back."""


def map_parcels(order: OrderId, fulfillments: list[wire.Fulfillment], zone: ZoneInfo) -> tuple[Parcel, ...]:
    """First sent first; one for each tracking number."""
    sent = sorted(
        (each for each in fulfillments if each.status == LEFT and each.requires_shipping),
        key=lambda each: (each.created_at, each.id),
    )
    return tuple(parcel for each in sent for parcel in _map_fulfillment(order, each, zone))


def _map_fulfillment(order: OrderId, found: wire.Fulfillment, zone: ZoneInfo) -> list[Parcel]:
    numbers = found.tracking_info or [wire.TrackingNumber()]
    state = PARCEL_STATES.get(found.display_status or "", ParcelState.UNKNOWN)
    alone = len(numbers) == 1
    # "Delivered" is then true of one of the parcels at least, and nobody says of which.
    told = state if alone or state is not ParcelState.DELIVERED else ParcelState.UNKNOWN
    return [
        Parcel(
            id=_parcel_id(found, place),
            order=order,
            carrier=number.company or "",
            tracking_number=number.number or "",
            tracking_url=number.url or "",
            state=told,
            lines=tuple(LineId(read_gid(each.line_item.id)) for each in found.fulfillment_line_items.nodes),
            events=_map_events(found) if alone else (),
            expected=local_day(found.estimated_delivery_at, zone),
            delivered=found.delivered_at if told is ParcelState.DELIVERED else None,
            measures=None,
            contract=None,
            label_url="",
            depot=None,
            destination=None,
        )
        for place, number in enumerate(numbers)
    ]


def _parcel_id(found: wire.Fulfillment, place: int) -> ParcelId:
    own = read_gid(found.id)
    return ParcelId(f"{own}-{place + 1}" if place else own)


def _map_events(found: wire.Fulfillment) -> tuple[TrackingEvent, ...]:
    """Oldest first; the carrier's own words are in ``message``, which may be empty."""
    events = sorted(found.events.nodes, key=lambda each: each.happened_at)
    return tuple(
        TrackingEvent(
            at=each.happened_at,
            state=PARCEL_STATES.get(each.status, ParcelState.UNKNOWN),
            code=each.status,
            place=each.city or each.country or "",
        )
        for each in events
    )
