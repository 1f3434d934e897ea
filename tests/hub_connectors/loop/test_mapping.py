"""Every word of Loop's has its meaning in ours, and one that we do not know has none."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.errors import VendorUnreadable
from domain.money import Currency, Money
from domain.returns import Resolution, Return, ReturnState
from hub_connectors.loop.mapping import PARCELS, STATES, read_moment, to_return
from hub_connectors.loop.wire import LoopReturn, read_id
from tests.hub_connectors.loop.telling import ZONE

PHP = {"date": "2026-11-19 23:30:00.000000", "timezone_type": 3, "timezone": "UTC"}


def read(**told: Any) -> Return:
    body = {
        "id": 441,
        "state": "open",
        "outcome": "refund",
        "created_at": "2026-11-01T10:00:00Z",
        "updated_at": "2026-11-19 10:00:00",
        "provider_order_id": 8101,
        "currency": "EUR",
        "refund": "45.90",
        "gift_card": "0.00",
        "line_items": [{"line_item_id": 1, "provider_line_item_id": 11}],
        "label_status": "new",
        "brand_new_field": {"anything": [1]},
    }
    return to_return(LoopReturn.model_validate(body | told), zone=ZONE)


@pytest.mark.parametrize(
    ("label", "state"),
    [
        (None, ReturnState.APPROVED),
        ("N/A", ReturnState.APPROVED),
        ("pending", ReturnState.APPROVED),
        ("new", ReturnState.APPROVED),
        ("pre_transit", ReturnState.APPROVED),
        ("in_transit", ReturnState.IN_TRANSIT),
        ("out_for_delivery", ReturnState.IN_TRANSIT),
        ("delivered", ReturnState.RECEIVED),
        ("failure", ReturnState.UNKNOWN),
        ("error", ReturnState.UNKNOWN),
        ("teleported", ReturnState.UNKNOWN),
    ],
)
def test_an_open_return_is_where_its_parcel_is(label: str | None, state: ReturnState) -> None:
    assert read(label_status=label).state is state
    assert (label or "").lower() in PARCELS or state is ReturnState.UNKNOWN


@pytest.mark.parametrize("spelling", ["review", "needs review"])
def test_both_spellings_of_review_wait_for_the_shop(spelling: str) -> None:
    assert read(state=spelling).state is ReturnState.REQUESTED
    assert read(state=spelling, label_status="delivered").state is ReturnState.RECEIVED
    assert spelling in STATES


@pytest.mark.parametrize("word", ["quarantined", "canceled", "", None, 7])
def test_a_state_that_we_do_not_know_is_unknown(word: object) -> None:
    assert read(state=word, label_status="delivered").state is ReturnState.UNKNOWN


@pytest.mark.parametrize(
    ("told", "state", "resolution"),
    [
        ({"outcomes_processed_at": {"refund_processed": PHP}}, ReturnState.REFUNDED, Resolution.REFUND),
        ({"refunds": [{"gateway": "paypal", "amount": "45.90"}]}, ReturnState.REFUNDED, Resolution.REFUND),
        (
            {"outcome": "exchange", "exchanges": [{"exchange_order_name": "#1001-X"}]},
            ReturnState.EXCHANGED,
            Resolution.EXCHANGE,
        ),
        (
            {"outcome": "gift_card", "outcomes_processed_at": {"gift_card_processed": PHP}},
            ReturnState.STORE_CREDITED,
            Resolution.STORE_CREDIT,
        ),
        ({"was_processed": True, "label_status": "delivered"}, ReturnState.RECEIVED, Resolution.REFUND),
        ({"was_processed": False, "label_status": "delivered"}, ReturnState.UNKNOWN, Resolution.REFUND),
        ({"was_processed": True, "label_status": "in_transit"}, ReturnState.UNKNOWN, Resolution.REFUND),
        ({"outcome": "exchange", "exchanges": [{}]}, ReturnState.UNKNOWN, Resolution.EXCHANGE),
    ],
)
def test_a_closed_return_is_paid_only_where_that_is_on_record(
    told: dict[str, Any], state: ReturnState, resolution: Resolution
) -> None:
    found = read(state="closed", **told)
    assert (found.state, found.resolution) == (state, resolution)


def test_money_that_left_before_the_return_was_closed_is_not_told_as_paid() -> None:
    found = read(label_status="delivered", outcomes_processed_at={"refund_processed": PHP})
    assert found.state is ReturnState.RECEIVED
    assert found.refund is not None
    assert found.refund.issued is None


def test_a_refund_has_its_amount_its_way_and_the_shops_own_day() -> None:
    found = read(
        state="closed", refunds=[{"gateway": "paypal"}], outcomes_processed_at={"refund_processed": PHP}
    ).refund
    assert found is not None
    assert found.amount == Money(minor=4590, currency=Currency("EUR"))
    assert (found.means, found.issued, found.expected_by) == ("paypal", date(2026, 11, 20), None)


@pytest.mark.parametrize("gateways", [["a_new_gateway"], ["paypal", "gift_card"], []])
def test_a_way_that_is_not_sure_is_not_told(gateways: list[str]) -> None:
    told = {"refund_processed": PHP}
    found = read(state="closed", refunds=[{"gateway": each} for each in gateways], outcomes_processed_at=told).refund
    assert found is not None
    assert found.means is None


@pytest.mark.parametrize(
    ("told", "currency", "minor"),
    [
        ("45.9", "eur", 4590),
        ("1200", "JPY", 1200),
        ("1200.00", "JPY", 1200),
        ("1.250", "KWD", 1250),
        ("0.1", "EUR", 10),
        (45.9, "EUR", 4590),
    ],
)
def test_amounts_are_whole_minor_units_of_their_currency(told: object, currency: str, minor: int) -> None:
    found = read(state="closed", refund=told, currency=currency, refunds=[{"gateway": "paypal"}]).refund
    assert found is not None
    assert found.amount == Money(minor=minor, currency=Currency(currency.upper()))


@pytest.mark.parametrize("told", ["45.901", "much", "NaN", "Infinity", None, "0.00", "-3.00"])
def test_an_amount_that_is_none_is_not_told(told: object) -> None:
    found = read(state="closed", refund=told, refunds=[{"gateway": "paypal"}]).refund
    assert found is not None
    assert found.amount is None


@pytest.mark.parametrize("word", ["default", "exchange+refund", None])
def test_an_outcome_that_tells_nothing_is_read_from_what_stands_beside_it(word: str | None) -> None:
    assert read(outcome=word).resolution is Resolution.REFUND
    assert read(outcome=word, exchanges=[{"variant_id": 9}]).resolution is Resolution.EXCHANGE
    assert read(outcome=word, refund="0.00", gift_card="9.00").resolution is Resolution.STORE_CREDIT


def test_without_any_outcome_the_state_is_not_told_either() -> None:
    """Its sentence would speak of a refund that nobody promised."""
    assert read(outcome="default", refund="0.00").state is ReturnState.UNKNOWN
    assert read(outcome="default", refund="0.00", state="cancelled").state is ReturnState.CANCELLED


@pytest.mark.parametrize("told", ["N/A", "n/a", "pending", "", None])
def test_what_stands_there_before_a_label_exists_is_no_tracking_number(told: str | None) -> None:
    assert read(tracking_number=told).tracking_number is None
    assert read(tracking_number=told, labels=[{"tracking_number": "8R9"}]).tracking_number == "8R9"


@pytest.mark.parametrize("told", ["javascript:alert(1)", "http://labels.example/a.pdf", "label", 7])
def test_a_label_has_a_safe_address_or_none(told: object) -> None:
    assert read(label_url=told).label_url is None
    assert read(label_url="https://labels.example/a.pdf").label_url == "https://labels.example/a.pdf"


def test_pieces_of_one_line_are_counted() -> None:
    pieces = [{"provider_line_item_id": 11, "exchange_variant": 9}, {"provider_line_item_id": "11"}, {"sku": "x"}]
    found = read(line_items=[*pieces, {"provider_line_item_id": 12, "exchange_variant": {"variant_id": 77}}, "odd"])
    assert [(each.line, each.quantity) for each in found.lines] == [("11", 2), ("12", 1)]
    assert [each.exchange_for for each in found.lines] == ["9", "77"]


@pytest.mark.parametrize(
    ("told", "plain"), [(8101, "8101"), ("8101", "8101"), ("gid://shopify/Order/8101", "8101"), (None, ""), (True, "")]
)
def test_ids_are_text_whatever_type_they_had(told: object, plain: str) -> None:
    assert read_id(told) == plain


@pytest.mark.parametrize(
    "told",
    [
        "2026-11-19T23:30:00Z",
        "2026-11-20T00:30:00+01:00",
        "2026-11-19 23:30:00",
        PHP,
        {"date": "2026-11-20 00:30:00.000000", "timezone_type": 1, "timezone": "+01:00"},
        {"date": "2026-11-19 18:30:00.000000", "timezone_type": 3, "timezone": "America/New_York"},
    ],
)
def test_moments_come_in_many_forms(told: object) -> None:
    assert read_moment(told) == datetime(2026, 11, 19, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "told",
    ["", "soon", None, 1, {}, {"date": "2026-11-19", "timezone": "Mars/Olympus"}, {"date": "x", "timezone": "../etc"}],
)
def test_a_moment_that_cannot_be_read_is_none(told: object) -> None:
    assert read_moment(told) is None


def test_a_return_without_its_creation_cannot_be_read() -> None:
    with pytest.raises(VendorUnreadable):
        read(created_at=None)
