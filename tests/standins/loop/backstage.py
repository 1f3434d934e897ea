"""What the stand-in holds and how it may be told to misbehave; rules are elsewhere."""

import base64
import hashlib
import hmac
import json
import secrets
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from domain.clock import Clock
from domain.customers import Customer
from domain.orders import Line, Order
from domain.returns import Return
from runtime.clocks import SystemClock
from tests.standins.loop.shapes import shape_return
from tests.standins.world import World

KEY = "loop-key-for-tests"
SECRET = "loop-webhook-secret-for-tests"
SHOP_ID = "48151"
EVERY_SCOPE = frozenset({"returns", "orders", "developer_tools"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What one request meets; ``path`` is the end of the paths it waits for, any when empty."""

    status: int = 200
    body: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    delay: float = 0.0
    cut: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    method: str
    path: str
    query: dict[str, str]
    body: Any
    status: int


@dataclass(slots=True, kw_only=True)
class Visit:
    """A portal link that was handed out."""

    order: Order
    gift: bool
    made: str = ""


@dataclass(slots=True, kw_only=True)
class Subscription:
    id: int
    topic: str
    trigger: str
    url: str
    status: str


@dataclass(slots=True, kw_only=True)
class Backstage:
    """``returns`` are bodies as the API tells them, by id; ``look_up`` is zip, email or phone."""

    clock: Clock = field(default_factory=SystemClock)
    keys: dict[str, frozenset[str]] = field(default_factory=lambda: {KEY: EVERY_SCOPE})
    secret: str = SECRET
    look_up: str = "zip"
    limit: int = 300
    retry_after: str | None = None
    has_eligibility: bool = True
    unnamed_lines: set[str] = field(default_factory=set)
    refused_lines: set[str] = field(default_factory=set)
    shop_numbers: bool = False
    orders: dict[str, Order] = field(default_factory=dict)
    customers: dict[str, Customer] = field(default_factory=dict)
    returns: dict[str, dict[str, Any]] = field(default_factory=dict)
    visits: dict[str, Visit] = field(default_factory=dict)
    subscriptions: list[Subscription] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    seen: list[Seen] = field(default_factory=list)
    asked: dict[str, deque[float]] = field(default_factory=dict)
    cursors: dict[str, int] = field(default_factory=dict)

    def load(self, world: World) -> None:
        """Orders, customers and returns of the demo shop, under its own ids."""
        self.customers |= {each.id: each for each in world.customers}
        for order in world.orders:
            self.add_order(order)
            for each in world.returns[order.id]:
                self.add_return(each)

    def add_order(self, order: Order) -> None:
        self.orders[order.id] = order

    def add_return(self, made: Return, **changed: Any) -> dict[str, Any]:
        """As Loop would tell it; ``changed`` replaces keys of the body."""
        order = self.orders[made.order]
        customer = self.customers.get(order.customer)
        number = len(self.returns) + 1
        body = shape_return(made, order, customer, number=number, shop_numbers=self.shop_numbers) | changed
        self.returns[str(body["id"])] = body
        return body

    def change(self, return_id: str | int, **changed: Any) -> dict[str, Any]:
        """The merchant or the carrier did something."""
        self.returns[str(return_id)] |= changed
        return self.returns[str(return_id)]

    def find_order(self, name: str) -> Order | None:
        return next((each for each in self.orders.values() if each.number == name), None)

    def secret_of(self, order: Order) -> str:
        """What this shop has shoppers type beside the order's name."""
        customer = self.customers.get(order.customer)
        if self.look_up == "zip":
            return order.postcode
        if customer is None:
            return ""
        return customer.email if self.look_up == "email" else customer.phone or ""

    def may_return(self, line: Line) -> bool:
        return line.id not in self.refused_lines and line.delivered_quantity > line.returned_quantity

    def open_visit(self, order: Order, *, gift: bool) -> str:
        token = secrets.token_hex(8)
        self.visits[token] = Visit(order=order, gift=gift)
        return token

    def stamp(self) -> str:
        return _iso(self.clock.now())

    def make_event(self, trigger: str, body: dict[str, Any], *, secret: str | None = None) -> tuple[bytes, str]:
        """The raw body, slashes escaped and on one line as Loop writes it, and its signature."""
        told = {"topic": trigger.rsplit(".", 1)[0], "trigger": trigger, "shop_id": int(SHOP_ID), **body}
        raw = json.dumps(told, separators=(",", ":")).replace("/", "\\/").encode()
        digest = hmac.new((secret or self.secret).encode(), raw, hashlib.sha256).digest()
        return raw, base64.b64encode(digest).decode()

    async def send(self, trigger: str, body: dict[str, Any]) -> list[int]:
        """To every active subscription of the trigger; the statuses that came back, 0 for nobody there."""
        raw, signature = self.make_event(trigger, body)
        answers = []
        async with httpx.AsyncClient(timeout=5) as client:
            for each in [each for each in self.subscriptions if each.trigger == trigger and each.status == "active"]:
                headers = {"x-loop-signature": signature, "content-type": "application/json"}
                try:
                    answers.append((await client.post(each.url, content=raw, headers=headers)).status_code)
                except httpx.TransportError:
                    answers.append(0)
        return answers


def label_event(body: dict[str, Any], status: str, at: datetime) -> dict[str, Any]:
    """A body on the topic ``label`` for this return."""
    return {
        "id": body["id"],
        "order_id": body["order_id"],
        "provider_order_id": body["provider_order_id"],
        "carrier": "Colissimo",
        "tracking_number": "8R00000000001",
        "label_status": status,
        "label_updated_at": _iso(at),
        "shipment_id": "shp_1",
    }


def return_event(body: dict[str, Any]) -> dict[str, Any]:
    """A body on the topic ``return``: the return, the customer, and the other spelling of a state."""
    state = "needs review" if body["state"] == "review" else body["state"]
    detail = {"first_name": "A", "last_name": "Customer", "address1": "1 Rue / Street"}
    return {**body, "state": state, "address": detail, "customer_detail": detail}


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
