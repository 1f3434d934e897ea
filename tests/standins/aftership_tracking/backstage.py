"""What the stand-in holds: trackings and couriers as the API tells them."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from domain.orders import Order
from domain.parcels import Parcel
from tests.standins.aftership import Gate, stamp
from tests.standins.aftership_tracking.shapes import shape_parcel, slug_of
from tests.standins.world import World

KEPT = timedelta(days=120)


def make_gate() -> Gate:
    return Gate(unix_reset=True, unauthorised=401)


@dataclass(slots=True, kw_only=True)
class Backstage:
    """``keeps`` is how long a tracking is served; ``now`` the moment of the loaded world."""

    gate: Gate = field(default_factory=make_gate)
    now: datetime | None = None
    keeps: timedelta = KEPT
    trackings: dict[str, dict[str, Any]] = field(default_factory=dict)
    couriers: dict[str, str] = field(default_factory=dict)
    cursors: dict[str, int] = field(default_factory=dict)

    def load(self, world: World) -> None:
        self.now = world.now
        for order in world.orders:
            for parcel in world.parcels[order.id]:
                self.add_parcel(parcel, order)

    def moment(self) -> datetime:
        return self.now or self.gate.clock.now()

    def add_parcel(self, parcel: Parcel, order: Order, **changed: Any) -> dict[str, Any]:
        """``changed`` replaces keys of the body."""
        first = parcel.events[0].at if parcel.events else order.placed_at
        created = first if isinstance(first, datetime) else order.placed_at
        body = shape_parcel(parcel, order, created=created) | changed
        self.trackings[body["id"]] = body
        self.couriers[slug_of(parcel.carrier)] = parcel.carrier
        return body

    def is_served(self, body: dict[str, Any]) -> bool:
        return bool(body["created_at"] >= stamp(self.moment() - self.keeps))

    def make_event(
        self, body: dict[str, Any], *, event: str = "tracking_update", secret: str | None = None, **changed: Any
    ) -> tuple[bytes, dict[str, str]]:
        """The raw body and its headers."""
        told = {
            "event": event,
            "event_id": str(uuid4()),
            "is_tracking_first_tag": True,
            "msg": body,
            "ts": int(self.moment().timestamp()),
        } | changed
        raw = json.dumps(told).encode()
        return raw, {"aftership-hmac-sha256": self.gate.sign_webhook(raw, secret=secret)}
