"""Orders and returns of a small shop, as our own values."""

from datetime import UTC, datetime, timedelta
from typing import Any

from domain.customers import Customer
from domain.ids import CustomerId, LineId, OrderId, ReturnId
from domain.languages import Language
from domain.money import Currency, Money
from domain.orders import Order, OrderState
from domain.returns import Refund, Resolution, Return, ReturnedLine, ReturnState

NOW = datetime.now(UTC).replace(microsecond=0)
EUROS = Currency("EUR")


NORA = Customer(
    id=CustomerId("nora"),
    name="Nora Whitfield",
    email="nora@example.com",
    phone=None,
    language=Language.EN,
    country="FR",
)


def _order(number: int) -> Order:
    return Order(
        id=OrderId(f"5000{number}"),
        number=f"#10{number:02}",
        customer=CustomerId("nora"),
        placed_at=NOW - timedelta(days=20),
        state=OrderState.DELIVERED,
        lines=(),
        total=Money(minor=8900, currency=EUROS),
        gift=False,
        recipient_customer=None,
        country="FR",
        postcode="75011",
    )


ORDERS = tuple(_order(number) for number in range(1, 4))
FIRST, SECOND, THIRD = ORDERS


def a_return(
    name: str = "r1",
    *,
    order: Order = FIRST,
    state: ReturnState = ReturnState.APPROVED,
    days_ago: float = 3,
    **other: Any,
) -> Return:
    created = NOW - timedelta(days=days_ago)
    usual: dict[str, Any] = {
        "id": ReturnId(name),
        "number": f"RMA-{name}",
        "order": order.id,
        "state": state,
        "resolution": Resolution.REFUND,
        "lines": (ReturnedLine(line=LineId("line-1"), quantity=2),),
        "created": created,
        "updated": created + timedelta(hours=5),
        "refund": Refund(
            amount=Money(minor=4990, currency=EUROS), means="original_payment", issued=None, expected_by=None
        ),
        "send_by": None,
        "label_url": None,
        "tracking_number": None,
    }
    return Return(**{**usual, **other})
