"""A return of the demo shop as AfterShip would tell it."""

from typing import Any

from domain.customers import Customer
from domain.money import Money
from domain.orders import Order
from domain.returns import Resolution, Return, ReturnState
from tests.standins.aftership import stamp

ORGANIZATION = "org-for-tests"

STATES: dict[ReturnState, tuple[str, str]] = {
    ReturnState.REQUESTED: ("submitted", "no_label"),
    ReturnState.APPROVED: ("approved", "pending"),
    ReturnState.IN_TRANSIT: ("approved", "in_transit"),
    ReturnState.RECEIVED: ("approved", "received"),
    ReturnState.REFUNDED: ("done", "received"),
    ReturnState.EXCHANGED: ("done", "received"),
    ReturnState.STORE_CREDITED: ("done", "received"),
    ReturnState.REJECTED: ("rejected", "no_label"),
    ReturnState.EXPIRED: ("expired", "pending"),
    ReturnState.CANCELLED: ("expired", "void"),
    ReturnState.UNKNOWN: ("frozen", "no_label"),
}
"""Approval and shipping; AfterShip has no cancelled return, and nobody knows ``frozen``."""

_ENDS = {
    ReturnState.REFUNDED: "refunded_at",
    ReturnState.STORE_CREDITED: "refunded_at",
    ReturnState.REJECTED: "rejected_at",
    ReturnState.EXPIRED: "expired_at",
    ReturnState.EXCHANGED: "resolved_at",
}
_OUTCOMES = {
    Resolution.REFUND: "refund",
    Resolution.EXCHANGE: "exchange",
    Resolution.STORE_CREDIT: "store_credit",
}


def shape_money(money: Money | None) -> dict[str, str] | None:
    return {"amount": f"{money.minor / 100:.2f}", "currency": money.currency} if money else None


def shape_return(made: Return, order: Order, customer: Customer | None) -> dict[str, Any]:
    approval, shipping = STATES[made.state]
    ended = _ENDS.get(made.state, "approved_at")
    at = stamp(made.updated)
    if made.refund and made.refund.issued and ended == "refunded_at":
        at = f"{made.refund.issued}T12:00:00.000Z"
    amount = shape_money(made.refund.amount) if made.refund else None
    return {
        "id": made.id,
        "organization": {"id": ORGANIZATION},
        "rma_number": made.number,
        "contact_email": customer.email if customer else "",
        "filed_by": "robot",
        "approval_status": approval,
        "shipping_status": shipping,
        "outcomes": [_OUTCOMES[made.resolution]],
        "shop_now": False,
        "merchant_note": "internal: bought twice, watch this shopper",
        "reject_reason": made.reason or "",
        "created_at": stamp(made.created),
        **dict.fromkeys(("approved_at", "rejected_at", "resolved_at", "refunded_at", "expired_at")),
        **({ended: at} if made.updated > made.created else {}),
        "refund_destination": _destination(made),
        "refunded_total": amount if ended == "refunded_at" else None,
        "estimated_refund_total": amount,
        "refunds": [{"store_credit_reference": "GIFT-SECRET-1234", "total": amount}],
        "exchange": _exchange(made),
        "order": {
            "id": f"as-{made.order}",
            "external_id": made.order,
            "order_number": order.number,
            "order_name": order.number,
            "customer": {"emails": [customer.email] if customer else [], "locale": None},
            "store": {"platform": "shopify", "external_id": "for-tests"},
        },
        "return_items": [_item(part.line, part.quantity, part.exchange_for) for part in made.lines],
        "shipments": _shipments(made),
        "receivings": [],
        "exceptions": ["something_new"],
        "weather_on_the_day": {"nobody": "asked"},
    }


def _destination(made: Return) -> str | None:
    if made.resolution is Resolution.STORE_CREDIT:
        return "store_credit"
    means = made.refund.means if made.refund else None
    return means or ("original_payment" if made.resolution is Resolution.REFUND else None)


def _exchange(made: Return) -> dict[str, Any] | None:
    if made.resolution is not Resolution.EXCHANGE:
        return None
    order = {"external_id": f"{made.order}-x"} if made.state is ReturnState.EXCHANGED else None
    return {"order": order, "items": []}


def _item(line: str, quantity: int, wanted: str | None) -> dict[str, Any]:
    return {
        "id": f"item-{line}",
        "external_order_item_id": line,
        "intended_return_quantity": quantity,
        "removed_quantity": 0,
        "return_quantity": quantity,
        "exchange_variant": {"external_variant_id": wanted} if wanted else None,
        "green_return": False,
    }


def _shipments(made: Return) -> list[dict[str, Any]]:
    if not (made.label_url or made.tracking_number):
        return []
    label = {"url": f"https://labels.example/{made.number}.pdf", "qr_code_url": None} if made.label_url else None
    return [{"id": "s1", "tracking_number": made.tracking_number, "tracking_status": "Wandering", "label": label}]
