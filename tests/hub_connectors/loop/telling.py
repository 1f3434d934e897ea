"""A small shop to tell Loop's stories with: one customer, a few orders, and returns in any state."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from domain.clock import Clock
from domain.customers import Customer
from domain.ids import CustomerId, LineId, MerchantId, OrderId, ProductId, ReturnId, VariantId
from domain.languages import Language
from domain.money import Currency, Money
from domain.orders import Line, Order, OrderState
from domain.returns import Refund, Resolution, Return, ReturnedLine, ReturnState
from hub_connectors.loop import CONNECTOR
from hub_connectors.loop.adapter import LoopConnector
from hub_connectors.offering import Opening
from runtime.clocks import RealCalendar
from runtime.database import Database
from runtime.http import Observe
from tests.standins.loop import LoopStandIn

SHOP = MerchantId("shop")
OTHER_SHOP = MerchantId("other-shop")
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Paris")
EUR = Currency("EUR")
ALICE = Customer(
    id=CustomerId("501"),
    name="Alice Martin",
    email="alice@example.com",
    phone="+33612345678",
    language=Language.FR,
    country="FR",
)


def line(number: str, quantity: int = 1, *, paid: int = 4590) -> Line:
    return Line(
        id=LineId(number),
        product=ProductId("9001"),
        variant=VariantId("9101"),
        titles={"en": "Linen shirt"},
        variant_titles={"en": "Blue, M"},
        category="shirts",
        tags=frozenset(),
        image="",
        quantity=quantity,
        paid=Money(minor=paid * quantity, currency=EUR),
        full_price=Money(minor=paid * quantity, currency=EUR),
        final_sale=False,
        delivered=date(2026, 11, 10),
        delivered_quantity=quantity,
        returned_quantity=0,
    )


def order(number: int = 1, *, lines: tuple[Line, ...] = ()) -> Order:
    chosen = lines or (line(f"{number}1", 2), line(f"{number}2"))
    return Order(
        id=OrderId(f"810{number}"),
        number=f"#100{number}",
        customer=ALICE.id,
        placed_at=NOW - timedelta(days=14),
        state=OrderState.DELIVERED,
        lines=chosen,
        total=Money(minor=sum(each.paid.minor for each in chosen), currency=EUR),
        gift=False,
        recipient_customer=None,
        country="FR",
        postcode="75 011",
    )


def made(
    state: ReturnState,
    resolution: Resolution = Resolution.REFUND,
    *,
    number: int = 1,
    of: int = 1,
    days: float = 3,
    **changed: Any,
) -> Return:
    paid = state is ReturnState.REFUNDED
    told = Return(
        id=ReturnId(f"44{number}"),
        number=f"44{number}",
        order=OrderId(f"810{of}"),
        state=state,
        resolution=resolution,
        lines=(ReturnedLine(line=LineId(f"{of}1"), quantity=2, exchange_for=_wanted(resolution)),),
        created=NOW - timedelta(days=days + 2),
        updated=NOW - timedelta(days=days),
        refund=Refund(amount=Money(minor=9180, currency=EUR), means="paypal", issued=None, expected_by=None)
        if paid
        else None,
        send_by=None,
        label_url="label" if state in {ReturnState.APPROVED, ReturnState.IN_TRANSIT} else None,
        tracking_number="8R123" if state not in {ReturnState.REQUESTED, ReturnState.APPROVED} else None,
    )
    return replace(told, **changed)


def _wanted(resolution: Resolution) -> VariantId | None:
    return VariantId("9102") if resolution is Resolution.EXCHANGE else None


class Hands:
    """What a test moves: the clock is the shop's and the stand-in's alike."""

    def __init__(self, stand_in: LoopStandIn, database: Database, clock: Clock, client: httpx.AsyncClient) -> None:
        self.stand_in = stand_in
        self.database = database
        self.clock = clock
        self.client = client

    def connect(self, *, merchant: MerchantId = SHOP, observe: Observe | None = None, **changed: Any) -> LoopConnector:
        settings = CONNECTOR.settings.model_validate(self.stand_in.settings(**changed))

        async def find_customer(customer: CustomerId) -> Customer:
            assert customer == ALICE.id
            return ALICE

        opening = Opening(
            merchant=merchant,
            settings=settings,
            database=self.database,
            clock=self.clock,
            calendar=RealCalendar(self.clock, ZONE),
            language=Language.EN,
            client=self.client,
            observe=observe,
            find_customer=find_customer,
        )
        connector = CONNECTOR.open(opening)
        assert isinstance(connector, LoopConnector)
        return connector

    def deliver(self, connector: LoopConnector, raw: bytes, signature: str) -> None:
        """An event comes in and is applied in a transaction of its own, as often as it comes."""
        headers: Mapping[str, str] = {"x-loop-signature": signature}
        delivered = connector.read_webhook(raw, headers)
        self.database.run_now(lambda c: connector.apply_webhook(c, delivered), SHOP)

    def calls(self, end: str = "") -> list[str]:
        """The paths asked so far that end so."""
        return [each.path for each in self.stand_in.seen if each.path.endswith(end)]


def returns_of(connector: LoopConnector) -> Any:
    ports = connector.connections()
    assert ports.returns is not None
    return ports.returns
