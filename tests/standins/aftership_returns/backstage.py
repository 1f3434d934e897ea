"""What the stand-in holds: returns as the API tells them, links that were handed out, and who hears of changes."""

import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import httpx

from domain.customers import Customer
from domain.orders import Order
from domain.returns import Return
from tests.standins.aftership import Gate, stamp
from tests.standins.aftership_returns.shapes import shape_return
from tests.standins.world import World


@dataclass(slots=True, kw_only=True)
class Visit:
    """A link: the order's number and whether the look-up is filled in already."""

    order_number: str
    postal_code: str
    made: str = ""


@dataclass(slots=True, kw_only=True)
class Backstage:
    """``now`` is the moment of the loaded world; ``listeners`` are addresses that get every event."""

    gate: Gate = field(default_factory=Gate)
    now: datetime | None = None
    orders: dict[str, Order] = field(default_factory=dict)
    customers: dict[str, Customer] = field(default_factory=dict)
    returns: dict[str, dict[str, Any]] = field(default_factory=dict)
    visits: dict[str, Visit] = field(default_factory=dict)
    listeners: list[str] = field(default_factory=list)
    old_header: bool = False

    def load(self, world: World) -> None:
        self.now = world.now
        self.customers |= {each.id: each for each in world.customers}
        for order in world.orders:
            self.orders[order.id] = order
            for made in world.returns[order.id]:
                self.add_return(made)

    def moment(self) -> datetime:
        return self.now or self.gate.clock.now()

    def add_return(self, made: Return, **changed: Any) -> dict[str, Any]:
        """``changed`` replaces keys of the body."""
        order = self.orders[made.order]
        body = shape_return(made, order, self.customers.get(order.customer)) | changed
        self.returns[body["id"]] = body
        return body

    def change(self, return_id: str, **changed: Any) -> dict[str, Any]:
        """The merchant or the carrier did something."""
        self.returns[return_id] |= changed
        return self.returns[return_id]

    def find_order(self, number: str) -> Order | None:
        plain = number.removeprefix("#")
        return next((each for each in self.orders.values() if each.number.removeprefix("#") == plain), None)

    def is_served(self, body: dict[str, Any]) -> bool:
        """Returns older than a year are not."""
        return bool(body["created_at"] >= stamp(self.moment() - timedelta(days=365)))

    def open_visit(self, order_number: str, postal_code: str) -> str:
        token = secrets.token_hex(8)
        self.visits[token] = Visit(order_number=order_number, postal_code=postal_code)
        return token

    def make_event(
        self, event: str, body: dict[str, Any], *, id_: str = "", secret: str | None = None
    ) -> tuple[bytes, dict[str, str]]:
        """The raw body and its headers."""
        told = {
            "id": id_ or secrets.token_hex(16),
            "event": event,
            "version": "2026-07",
            "created_at": stamp(self.moment()),
            "modified": {},
            "data": body,
        }
        raw = json.dumps(told).encode()
        signature = self.gate.sign_webhook(raw, secret=secret)
        if self.old_header:
            return raw, {"am-webhook-signature": f"hmac-sha256={signature}"}
        return raw, {"as-signature-hmac-sha256": signature, "as-webhook-version": "2026-07"}

    async def send(self, event: str, body: dict[str, Any]) -> list[int]:
        """To every listener; the statuses that came back, 0 for nobody there."""
        raw, headers = self.make_event(event, body)
        answers = []
        async with httpx.AsyncClient(timeout=5) as client:
            for url in self.listeners:
                try:
                    response = await client.post(
                        url, content=raw, headers={**headers, "content-type": "application/json"}
                    )
                    answers.append(response.status_code)
                except httpx.TransportError:
                    answers.append(0)
        return answers
