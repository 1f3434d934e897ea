"""A parcel of the demo shop as AfterShip would tell it."""

import re
from datetime import date, datetime
from typing import Any

from domain.orders import Order
from domain.parcels import Parcel, ParcelState, Scan
from tests.standins.aftership import stamp

SUBTAGS: dict[ParcelState, str] = {
    ParcelState.LABEL_CREATED: "InfoReceived_001",
    ParcelState.IN_TRANSIT: "InTransit_001",
    ParcelState.OUT_FOR_DELIVERY: "OutForDelivery_001",
    ParcelState.AWAITING_PICKUP: "AvailableForPickup_001",
    ParcelState.DELIVERED: "Delivered_001",
    ParcelState.FAILED_ATTEMPT: "AttemptFail_001",
    ParcelState.EXCEPTION: "Exception_001",
    ParcelState.LOST: "Exception_013",
    ParcelState.RETURNED_TO_SENDER: "Exception_011",
    ParcelState.UNKNOWN: "Wandering_001",
}
"""Nobody knows ``Wandering``."""


def shape_parcel(parcel: Parcel, order: Order, *, created: datetime) -> dict[str, Any]:
    subtag = SUBTAGS[parcel.state]
    expected = parcel.expected.isoformat() if parcel.expected else None
    return {
        "id": parcel.id,
        "legacy_id": f"legacy-{parcel.id}",
        "created_at": stamp(created),
        "tracking_number": parcel.tracking_number,
        "slug": slug_of(parcel.carrier),
        "active": parcel.state is not ParcelState.DELIVERED,
        "order_id": parcel.order,
        "order_number": order.number,
        "customers": [{"role": "buyer", "email": "somebody@example.com"}],
        "tag": subtag.partition("_")[0],
        "subtag": subtag,
        "shipment_direction": "forward",
        "return_to_sender": parcel.state is ParcelState.RETURNED_TO_SENDER,
        "shipment_delivery_date": _told(parcel.delivered),
        "latest_estimated_delivery": _estimate(expected),
        "courier_estimated_delivery_date": {"estimated_delivery_date": expected} if expected else None,
        "aftership_tracking_url": f"https://track.example/{parcel.tracking_number}",
        "courier_tracking_link": f"https://carrier.example/{parcel.tracking_number}",
        "checkpoints": [shape_event(event) for event in parcel.events],
        "delivery_type": "by_drone",
        "weather_on_the_day": {"nobody": "asked"},
    }


def shape_event(event: Scan) -> dict[str, Any]:
    subtag = SUBTAGS[event.state]
    return {
        "checkpoint_time": _told(event.at),
        "location": event.place,
        "city": None,
        "message": "scanned",
        "tag": subtag.partition("_")[0],
        "subtag": subtag,
        "raw_tag": event.code,
        "source": "satellite",
    }


def slug_of(carrier: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", carrier.lower()).strip("-")


def _told(at: datetime | date | None) -> str | None:
    return at.isoformat() if at else None


def _estimate(expected: str | None) -> dict[str, Any] | None:
    return {"type": "specific", "source": "Carrier EDD", "datetime": expected} if expected else None
