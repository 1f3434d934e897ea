"""A return of ours as Loop's JSON, odd types and all: what the connector reads the other way, written apart from it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zlib import crc32

from babel.numbers import get_currency_precision

from domain.customers import Customer
from domain.money import Money
from domain.orders import Order
from domain.returns import Resolution, Return, ReturnState

_STATES = {
    ReturnState.REQUESTED: ("review", "pending"),
    ReturnState.APPROVED: ("open", "pending"),
    ReturnState.IN_TRANSIT: ("open", "in_transit"),
    ReturnState.RECEIVED: ("open", "delivered"),
    ReturnState.REFUNDED: ("closed", "delivered"),
    ReturnState.EXCHANGED: ("closed", "delivered"),
    ReturnState.STORE_CREDITED: ("closed", "delivered"),
    ReturnState.REJECTED: ("closed", "delivered"),
    ReturnState.EXPIRED: ("expired", "pre_transit"),
    ReturnState.CANCELLED: ("cancelled", "new"),
    ReturnState.UNKNOWN: ("quarantined", "new"),
}
_OUTCOMES = {Resolution.REFUND: "refund", Resolution.EXCHANGE: "exchange", Resolution.STORE_CREDIT: "gift_card"}
_DONE = {
    ReturnState.REFUNDED: "refund_processed",
    ReturnState.EXCHANGED: "exchange_processed",
    ReturnState.STORE_CREDITED: "gift_card_processed",
}
_GATEWAYS = {"paypal": "paypal", "gift_card": "gift_card"}


def shape_return(
    made: Return, order: Order, customer: Customer | None, *, number: int, shop_numbers: bool
) -> dict[str, Any]:
    """``number`` alternates what Loop types in two ways; ``shop_numbers`` keeps the shop's RMA number as the id."""
    state, label = _STATES[made.state]
    told = _told_id(made, shop_numbers)
    worth = _worth(made, order)
    money = made.resolution is Resolution.REFUND
    credit = made.resolution is Resolution.STORE_CREDIT
    nothing = Money(minor=0, currency=worth.currency)
    paid = made.state is ReturnState.REFUNDED
    return {
        "id": told if number % 2 else str(told),
        "state": state,
        "outcome": _OUTCOMES[made.resolution],
        "type": "default",
        "created_at": stamp(made.created),
        "updated_at": stamp(made.updated),
        "edited_at": None,
        "order_id": 700000 + number,
        "order_name": order.number,
        "order_number": order.number.lstrip("#"),
        "provider_order_id": _maybe_number(order.id, number),
        "customer": customer.email if customer else "",
        "currency": worth.currency,
        "multi_currency": False,
        "total": decimal(worth),
        "return_total": decimal(worth),
        "refund": decimal(worth if money else nothing),
        "gift_card": decimal(worth if credit else nothing),
        "refunds": [_refund(made, worth)] if paid else [],
        "line_items": list(_lines(made, order, number)),
        "exchanges": [_exchange(made, order)] if made.resolution is Resolution.EXCHANGE else [],
        **_shipping(made, label),
        "status_page_url": f"https://shop.loopreturns.example/#/return/{told}",
        "was_processed": made.state in _DONE,
        "refund_before_inspection": False,
        "outcomes_processed_at": _processed(made),
        "a_field_of_tomorrow": {"nested": [1, 2, 3]},
    }


def _told_id(made: Return, shop_numbers: bool) -> int | str:
    digits = "".join(each for each in made.number if each.isdigit())
    if shop_numbers:
        return made.number
    return int(digits) if digits else crc32(made.id.encode())


def _worth(made: Return, order: Order) -> Money:
    """What it is about: the refund told, or what was paid for the pieces."""
    if made.refund and made.refund.amount:
        return made.refund.amount
    minor = 0
    for part in made.lines:
        line = order.line(part.line)
        minor += line.paid.minor * part.quantity // line.quantity if line else 0
    return Money(minor=minor, currency=order.total.currency)


def _refund(made: Return, worth: Money) -> dict[str, Any]:
    means = made.refund.means if made.refund else None
    return {
        "gateway": _GATEWAYS.get(means or "", "shopify_payments"),
        "amount": decimal(worth),
        "currency": worth.currency,
        "provider_refund_id": crc32(made.id.encode()),
        "provider": "shopify",
    }


def _lines(made: Return, order: Order, number: int) -> Iterable[dict[str, Any]]:
    """One row per piece."""
    for part in made.lines:
        line = order.line(part.line)
        for piece in range(part.quantity):
            yield {
                "line_item_id": crc32(f"{part.line}:{piece}".encode()),
                "provider_line_item_id": _maybe_number(part.line, number),
                "product_id": line.product if line else None,
                "variant_id": line.variant if line else None,
                "title": line.title("en") if line else "",
                "price": decimal(line.paid) if line else "0.00",
                "exchange_variant": {"variant_id": part.exchange_for} if part.exchange_for else None,
                "return_reason": "Too small",
                "outcome": "default",
                "condition": None,
            }


def _exchange(made: Return, order: Order) -> dict[str, Any]:
    done = made.state is ReturnState.EXCHANGED
    return {
        "exchange_id": crc32(made.id.encode()),
        "exchange_order_name": f"{order.number}-X" if done else None,
        "variant_id": next((part.exchange_for for part in made.lines if part.exchange_for), None),
        "type": "default",
        "out_of_stock": False,
    }


def _shipping(made: Return, label: str) -> dict[str, Any]:
    """Before the label exists the tracking number is the literal N/A."""
    return {
        "carrier": "Colissimo" if made.tracking_number else "N/A",
        "tracking_number": made.tracking_number or "N/A",
        "label_status": label,
        "label_url": f"https://labels.loopreturns.example/{made.id}.pdf" if made.label_url else None,
        "label_updated_at": stamp(made.updated),
        "labels": [],
        "return_method": None,
    }


def _processed(made: Return) -> dict[str, Any]:
    names = ("return_processed", "refund_processed", "gift_card_processed", "exchange_processed", "shop_cash_processed")
    done = _DONE.get(made.state)
    return {name: php_date(made.updated) if name in {done, done and "return_processed"} else None for name in names}


def php_date(moment: datetime) -> dict[str, Any]:
    return {"date": moment.strftime("%Y-%m-%d %H:%M:%S.000000"), "timezone_type": 3, "timezone": "UTC"}


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def decimal(money: Money) -> str:
    places = get_currency_precision(money.currency)
    whole, rest = divmod(money.minor, 10**places)
    return f"{whole}.{rest:0{places}d}" if places else f"{whole}.00"


def _maybe_number(told: str, number: int) -> int | str:
    return int(told) if told.isdigit() and number % 2 else told
