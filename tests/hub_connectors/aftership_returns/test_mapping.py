"""AfterShip's words for a return in ours: two statuses and what has happened."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.ids import OrderId
from domain.money import Currency, Money
from domain.returns import Resolution, Return, ReturnState
from hub_connectors.aftership_returns.mapping import map_return, map_state, read_moment, read_money
from hub_connectors.aftership_returns.wire import WireMoney, WireReturn

PARIS = ZoneInfo("Europe/Paris")
PAID = {"refunded_at": "2026-11-20T23:30:00.000Z"}
ORDERED = {"exchange": {"order": {"external_id": "9"}}}


def wire(**told: Any) -> WireReturn:
    return WireReturn.model_validate({"id": "r1", "created_at": "2026-11-02T09:00:00.001Z", **told})


def mapped(**told: Any) -> Return:
    return map_return(wire(**told), OrderId("1"), PARIS)


@pytest.mark.parametrize(
    ("approval", "shipping", "state"),
    [
        ("submitted", "no_label", ReturnState.REQUESTED),
        ("submitted", "in_transit", ReturnState.REQUESTED),
        ("approved", None, ReturnState.APPROVED),
        ("approved", "no_label", ReturnState.APPROVED),
        ("approved", "pending", ReturnState.APPROVED),
        ("approved", "void", ReturnState.APPROVED),
        ("approved", "partially_dropped", ReturnState.APPROVED),
        ("approved", "dropped", ReturnState.IN_TRANSIT),
        ("approved", "in_transit", ReturnState.IN_TRANSIT),
        ("approved", "delivered", ReturnState.IN_TRANSIT),
        ("approved", "partially_received", ReturnState.IN_TRANSIT),
        ("approved", "received", ReturnState.RECEIVED),
        ("approved", "levitating", ReturnState.UNKNOWN),
        ("rejected", "received", ReturnState.REJECTED),
        ("expired", "pending", ReturnState.EXPIRED),
        ("frozen", "received", ReturnState.UNKNOWN),
    ],
)
def test_approval_and_shipping_are_told_apart(approval: str, shipping: str | None, state: ReturnState) -> None:
    assert map_state(wire(approval_status=approval, shipping_status=shipping)) is state


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({}, ReturnState.UNKNOWN),
        ({"shipping_status": "received"}, ReturnState.UNKNOWN),
        (PAID, ReturnState.REFUNDED),
        ({**PAID, "outcomes": ["store_credit"]}, ReturnState.STORE_CREDITED),
        ({**PAID, "refund_destination": "store_credit"}, ReturnState.STORE_CREDITED),
        ({"outcomes": ["exchange"]}, ReturnState.UNKNOWN),
        ({"outcomes": ["exchange"], **ORDERED}, ReturnState.EXCHANGED),
        ({"outcomes": ["upsell"], **ORDERED}, ReturnState.EXCHANGED),
    ],
)
def test_a_closed_return_says_only_what_is_proved(told: dict[str, Any], state: ReturnState) -> None:
    assert map_state(wire(approval_status="done", **told)) is state


def test_money_that_left_before_the_return_was_closed_has_left() -> None:
    assert map_state(wire(approval_status="approved", shipping_status="in_transit", **PAID)) is ReturnState.REFUNDED


def test_an_exchange_order_made_early_does_not_end_the_return() -> None:
    told = wire(approval_status="approved", shipping_status="pending", outcomes=["exchange"], **ORDERED)
    assert map_state(told) is ReturnState.APPROVED
    paid = wire(approval_status="approved", shipping_status="in_transit", shop_now=True, **ORDERED, **PAID)
    assert map_state(paid) is ReturnState.IN_TRANSIT


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("submitted", ReturnState.REQUESTED),
        ("shipped", ReturnState.IN_TRANSIT),
        ("received", ReturnState.RECEIVED),
        ("expired", ReturnState.EXPIRED),
        ("done", ReturnState.UNKNOWN),
        ("melted", ReturnState.UNKNOWN),
    ],
)
def test_the_single_status_of_the_unversioned_api_is_read_too(status: str, state: ReturnState) -> None:
    assert map_state(wire(status=status)) is state


def test_the_day_of_a_refund_is_the_shops_own() -> None:
    made = mapped(
        approval_status="done",
        refund_destination="original_payment",
        refunded_total={"amount": "49.90", "currency": "EUR"},
        estimated_refund_total={"amount": "60.00", "currency": "EUR"},
        **PAID,
    )
    assert made.refund is not None
    assert made.refund.issued is not None and made.refund.issued.isoformat() == "2026-11-21"
    assert made.refund.amount == Money(minor=4990, currency=Currency("EUR"))
    assert made.refund.means == "original_payment" and made.refund.expected_by is None
    assert made.updated == read_moment(PAID["refunded_at"])


def test_an_estimate_is_no_refund_before_the_goods_are_there() -> None:
    estimate = {"estimated_refund_total": {"amount": "60.00", "currency": "EUR"}}
    assert mapped(approval_status="approved", shipping_status="in_transit", **estimate).refund is None
    due = mapped(approval_status="approved", shipping_status="received", **estimate).refund
    assert due is not None and due.issued is None and due.amount == Money(minor=6000, currency=Currency("EUR"))


def test_lines_are_what_is_left_in_the_return() -> None:
    items = [
        {"external_order_item_id": 11, "intended_return_quantity": 3, "removed_quantity": 1},
        {"external_order_item_id": "12", "intended_return_quantity": 1, "removed_quantity": 1},
        {"external_order_item_id": None, "intended_return_quantity": 1},
        {
            "external_order_item_id": "13",
            "intended_return_quantity": 1,
            "exchange_variant": {"external_variant_id": "v9"},
        },
    ]
    made = mapped(approval_status="submitted", return_items=items)
    assert [(part.line, part.quantity, part.exchange_for) for part in made.lines] == [("11", 2, None), ("13", 1, "v9")]
    assert made.resolution is Resolution.EXCHANGE


def test_only_a_rejected_return_has_a_reason_and_only_an_open_one_a_label() -> None:
    told = {
        "reject_reason": "Worn.",
        "shipments": [{"tracking_number": "T1", "label": {"url": "https://l.example/1.pdf"}}],
    }
    approved, rejected = mapped(approval_status="approved", **told), mapped(approval_status="rejected", **told)
    assert (approved.reason, approved.label_url) == (None, "https://l.example/1.pdf")
    assert (rejected.reason, rejected.label_url) == ("Worn.", None)
    odd = mapped(approval_status="approved", shipments=[{"label": {"url": "javascript:alert(1)"}}])
    assert odd.label_url is None


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("99.99", "USD", 9999),
        ("1200", "JPY", 1200),
        ("12.3400", "EUR", 1234),
        ("12.345", "EUR", None),
        ("1.234", "KWD", 1234),
        ("many", "EUR", None),
        ("NaN", "EUR", None),
    ],
)
def test_money_is_exact_or_not_told(amount: str, currency: str, minor: int | None) -> None:
    read = read_money(WireMoney(amount=amount, currency=currency))
    assert (read.minor if read else None) == minor


def test_a_time_without_a_zone_is_no_moment() -> None:
    assert read_moment("2026-11-20T10:00:00") is None
    assert read_moment("yesterday") is None
    moment = read_moment("2026-11-20T10:00:00+09:00")
    assert moment is not None and moment.isoformat() == "2026-11-20T01:00:00+00:00"
