"""Shopify's words in ours: each table, and each place where a guess would be tempting."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.ids import OrderId
from domain.languages import Language
from domain.money import Currency, Money
from domain.orders import OrderState
from domain.parcels import ParcelState
from domain.returns import Resolution, ReturnState
from hub_connectors.shopify import wire
from hub_connectors.shopify.givebacks import map_givebacks
from hub_connectors.shopify.mapping import Words, make_gid, map_customer, map_order, map_product, read_gid, read_money
from hub_connectors.shopify.parcels import map_parcels
from tests.hub_connectors.shopify.orders import bag, line, order, returned, sent

WORDS = Words(
    language=Language.FR,
    final_sale_tags=frozenset({"final sale"}),
    gift_tags=frozenset({"gift"}),
    categories=(("knit wear", "knitwear"),),
)
PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("12.30", "EUR", 1230),
        ("12.3", "EUR", 1230),
        ("1200", "JPY", 1200),
        ("1200.0", "JPY", 1200),
        ("1.234", "KWD", 1234),
    ],
)
def test_money_is_whole_minor_units_of_its_currency(amount: str, currency: str, minor: int) -> None:
    assert read_money(amount, currency) == Money(minor=minor, currency=Currency(currency))


def test_ids_are_the_shops_own() -> None:
    assert read_gid("gid://shopify/Order/123") == "123"
    assert read_gid("gid://shopify/Order/123?key=x") == "123"
    assert make_gid("Order", "123") == "gid://shopify/Order/123"
    assert make_gid("Order", '1" OR "2') is None


def test_an_order_is_told_whole() -> None:
    found = map_order(order(), WORDS)
    assert (found.id, found.number, found.customer) == ("1001", "#1001", "5")
    assert found.placed_at == datetime(2026, 11, 1, 9, tzinfo=UTC)
    assert found.total == Money(minor=9390, currency=Currency("EUR"))
    assert (found.country, found.postcode, found.state) == ("FR", "75011", OrderState.DELIVERED)
    only = found.lines[0]
    assert (only.category, only.tags, only.final_sale) == ("knitwear", frozenset({"Wool"}), False)
    assert only.delivered == datetime(2026, 11, 5, 10, 30, tzinfo=UTC)
    assert (only.title("fr"), only.title("de"), only.variant_title("fr")) == (
        "Lagune jumper",
        "Lagune jumper",
        "Blue / M",
    )


@pytest.mark.parametrize(
    ("status", "fulfillments", "state"),
    [
        ("UNFULFILLED", [], OrderState.PLACED),
        ("ON_HOLD", [], OrderState.PLACED),
        ("FULFILLED", [sent(displayStatus="IN_TRANSIT", deliveredAt=None)], OrderState.SHIPPED),
        ("FULFILLED", [sent(displayStatus="LABEL_PRINTED", deliveredAt=None)], OrderState.PLACED),
        ("FULFILLED", [sent(displayStatus="MARKED_AS_FULFILLED", deliveredAt=None)], OrderState.SHIPPED),
        ("FULFILLED", [sent()], OrderState.DELIVERED),
        ("FULFILLED", [sent(status="CANCELLED")], OrderState.PLACED),
        ("RESTOCKED", [], OrderState.UNKNOWN),
        ("FULFILLMENT_NOT_REQUIRED", [sent()], OrderState.UNKNOWN),
        ("ON_ITS_WAY_TO_MARS", [sent()], OrderState.UNKNOWN),
    ],
)
def test_the_state_of_an_order(status: str, fulfillments: list[object], state: OrderState) -> None:
    assert map_order(order(displayFulfillmentStatus=status, fulfillments=fulfillments), WORDS).state is state


def test_part_of_it_may_be_there() -> None:
    two = order(
        lineItems={"nodes": [line(1), line(2, unfulfilledQuantity=1)]}, displayFulfillmentStatus="PARTIALLY_FULFILLED"
    )
    assert map_order(two, WORDS).state is OrderState.PARTLY_DELIVERED


def test_a_cancelled_order_keeps_its_lines() -> None:
    gone = order(
        cancelledAt="2026-11-02T00:00:00Z",
        fulfillments=[],
        displayFulfillmentStatus="UNFULFILLED",
        lineItems={"nodes": [line(currentQuantity=0)]},
    )
    found = map_order(gone, WORDS)
    assert found.state is OrderState.CANCELLED
    assert [(each.quantity, each.returned_quantity) for each in found.lines] == [(1, 0)]


def test_a_delivery_without_a_date_has_none() -> None:
    only = map_order(order(fulfillments=[sent(deliveredAt=None)]), WORDS).lines[0]
    assert (only.delivered, only.delivered_quantity) == (None, 1)


def test_the_last_piece_counts_and_one_without_a_date_hides_the_day() -> None:
    both = [sent(), sent(id_=2, deliveredAt="2026-11-09T10:00:00Z")]
    twice = {"nodes": [line(quantity=2, currentQuantity=2)]}
    last = map_order(order(lineItems=twice, fulfillments=both), WORDS).lines[0].delivered
    assert last == datetime(2026, 11, 9, 10, tzinfo=UTC)
    both[0]["deliveredAt"] = None
    assert map_order(order(lineItems=twice, fulfillments=both), WORDS).lines[0].delivered is None


def test_a_gift_card_is_there_once_it_is_sent() -> None:
    card = line(isGiftCard=True, requiresShipping=False)
    mail = sent(displayStatus="FULFILLED", deliveredAt=None, requiresShipping=False)
    only = map_order(order(lineItems={"nodes": [card]}, fulfillments=[mail]), WORDS).lines[0]
    assert (only.category, only.delivered) == ("gift_cards", datetime(2026, 11, 2, 8, tzinfo=UTC))


def test_discounts_come_off_exactly() -> None:
    off = [{"allocatedAmountSet": bag("8.90")}, {"allocatedAmountSet": bag("0.01")}]
    only = map_order(order(lineItems={"nodes": [line(discountAllocations=off)]}), WORDS).lines[0]
    assert (only.full_price.minor, only.paid.minor) == (8900, 8009)


@pytest.mark.parametrize(
    ("current", "returns", "back"),
    [
        (3, [], 0),
        (2, [], 1),
        (2, [returned(processed=1, status="CLOSED")], 1),
        (2, [returned()], 0),
        (3, [returned()], 0),
        (2, [returned(processed=1), returned()], 1),
        (1, [returned(processed=1), returned()], 1),
        (3, [returned(status="REQUESTED")], 0),
        (2, [returned(of=9)], 1),
    ],
)
def test_what_came_back_whichever_way_shopify_counts(current: int, returns: list[object], back: int) -> None:
    """Of three pieces; ``currentQuantity`` may or may not fall when a return is only approved."""
    lines = {"nodes": [line(quantity=3, currentQuantity=current)]}
    found = order(lineItems=lines, fulfillments=[sent(quantity=3)], returns={"nodes": returns})
    assert map_order(found, WORDS).lines[0].returned_quantity == back


def test_what_was_taken_off_before_it_was_sent_is_gone() -> None:
    lines = {
        "nodes": [line(1, quantity=3, currentQuantity=2, originalTotalSet=bag("30.00")), line(2, currentQuantity=0)]
    }
    found = map_order(order(lineItems=lines, fulfillments=[sent(quantity=2)]), WORDS)
    assert [(each.quantity, each.returned_quantity, each.paid.minor) for each in found.lines] == [(2, 0, 2000)]


def test_merchants_say_what_is_final_and_what_is_a_gift() -> None:
    product = {"id": "gid://shopify/Product/7", "productType": "Lamps", "tags": ["Final Sale "]}
    found = map_order(order(tags=["Gift"], lineItems={"nodes": [line(product=product)]}), WORDS)
    assert (found.gift, found.lines[0].final_sale, found.lines[0].category) == (True, True, "lamps")


def test_a_product_that_was_deleted_leaves_its_name() -> None:
    only = map_order(order(lineItems={"nodes": [line(product=None, variant=None)]}), WORDS).lines[0]
    assert (only.product, only.variant, only.title("en")) == ("", "", "Lagune jumper")


PARCELS = {
    "LABEL_PURCHASED": ParcelState.LABEL_CREATED,
    "IN_TRANSIT": ParcelState.IN_TRANSIT,
    "DELAYED": ParcelState.IN_TRANSIT,
    "OUT_FOR_DELIVERY": ParcelState.OUT_FOR_DELIVERY,
    "READY_FOR_PICKUP": ParcelState.AWAITING_PICKUP,
    "PICKED_UP": ParcelState.DELIVERED,
    "ATTEMPTED_DELIVERY": ParcelState.FAILED_ATTEMPT,
    "NOT_DELIVERED": ParcelState.EXCEPTION,
    "FULFILLED": ParcelState.UNKNOWN,
    "MARKED_AS_FULFILLED": ParcelState.UNKNOWN,
    "SUBMITTED": ParcelState.UNKNOWN,
    "TELEPORTED": ParcelState.UNKNOWN,
}


def parcels(*sent_: dict[str, object]) -> tuple[tuple[str, ParcelState, object], ...]:
    read = [wire.Fulfillment.model_validate(each) for each in sent_]
    return tuple((each.id, each.state, each.delivered) for each in map_parcels(OrderId("1001"), read, PARIS))


@pytest.mark.parametrize(("status", "state"), PARCELS.items())
def test_the_state_of_a_parcel(status: str, state: ParcelState) -> None:
    assert parcels(sent(displayStatus=status))[0][1] is state


def test_two_numbers_are_two_parcels_and_nobody_knows_which_arrived() -> None:
    numbers = [{"company": "DPD", "number": each, "url": None} for each in ("A1", "A2")]
    assert parcels(sent(trackingInfo=numbers)) == (("1", ParcelState.UNKNOWN, None), ("1-2", ParcelState.UNKNOWN, None))


def test_what_was_cancelled_or_goes_by_mail_is_no_parcel() -> None:
    assert parcels(sent(status="CANCELLED"), sent(id_=2, requiresShipping=False)) == ()


def test_an_announced_moment_is_the_shops_day() -> None:
    late = wire.Fulfillment.model_validate(sent(estimatedDeliveryAt="2026-11-29T23:30:00Z"))
    assert map_parcels(OrderId("1"), [late], PARIS)[0].expected == date(2026, 11, 30)


def give(refunds: list[object], **made: object) -> tuple[ReturnState, Resolution]:
    plain = {"id": "gid://shopify/Return/3", "name": "#1001-R1", "createdAt": "2026-11-10T09:00:00Z", "status": "OPEN"}
    found = wire.Givebacks.model_validate(
        {"name": "#1001", "returns": {"nodes": [{**plain, **made}]}, "refunds": refunds}
    )
    only = map_givebacks(OrderId("1001"), found, PARIS)[0]
    return only.state, only.resolution


def refund(status: str = "SUCCESS", gateway: str = "shopify_payments", of: str | None = "3") -> dict[str, object]:
    paid = {"kind": "REFUND", "status": status, "gateway": gateway, "processedAt": "2026-11-12T09:00:00Z"}
    return {
        "id": "gid://shopify/Refund/4",
        "createdAt": "2026-11-12T09:00:00Z",
        "processedAt": "2026-11-12T09:00:00Z",
        "totalRefundedSet": bag("89.00"),
        "return": {"id": f"gid://shopify/Return/{of}"} if of else None,
        "transactions": {"nodes": [paid]},
        "refundLineItems": {
            "nodes": [{"quantity": 1, "restockType": "RETURN", "lineItem": {"id": "gid://shopify/LineItem/1"}}]
        },
    }


HERE = returned(processed=1)["returnLineItems"]
SWAP = {"nodes": [{"quantity": 1, "variantId": "gid://shopify/ProductVariant/9"}]}


@pytest.mark.parametrize(
    ("made", "refunds", "state"),
    [
        ({"status": "REQUESTED"}, [], ReturnState.REQUESTED),
        ({"status": "OPEN"}, [], ReturnState.APPROVED),
        ({"status": "CANCELED"}, [], ReturnState.CANCELLED),
        ({"status": "DECLINED"}, [], ReturnState.REJECTED),
        ({"status": "THINKING"}, [], ReturnState.UNKNOWN),
        ({"status": "OPEN", "returnLineItems": HERE}, [], ReturnState.RECEIVED),
        ({"status": "OPEN", "returnLineItems": HERE}, [refund("PENDING")], ReturnState.RECEIVED),
        ({"status": "OPEN", "returnLineItems": HERE}, [refund()], ReturnState.REFUNDED),
        ({"status": "CLOSED"}, [refund()], ReturnState.REFUNDED),
        ({"status": "CLOSED"}, [refund(gateway="shopify_store_credit")], ReturnState.STORE_CREDITED),
        ({"status": "CLOSED", "exchangeLineItems": SWAP}, [], ReturnState.EXCHANGED),
        ({"status": "CLOSED"}, [], ReturnState.UNKNOWN),
        ({"status": "CLOSED"}, [refund("FAILURE")], ReturnState.UNKNOWN),
    ],
)
def test_the_state_of_a_return(made: dict[str, object], refunds: list[object], state: ReturnState) -> None:
    assert give(refunds, **made)[0] is state


def test_a_refund_without_a_return_is_told_too() -> None:
    found = wire.Givebacks.model_validate({"name": "#1001", "refunds": [refund(of=None)]})
    only = map_givebacks(OrderId("1001"), found, PARIS)[0]
    assert (only.id, only.number, only.state) == ("refund-4", "#1001", ReturnState.REFUNDED)
    assert only.refund is not None and only.refund.issued == date(2026, 11, 12)


def test_a_refund_of_what_was_never_sent_is_no_return() -> None:
    unsent = refund(of=None)
    unsent["refundLineItems"] = {
        "nodes": [{"quantity": 1, "restockType": "CANCEL", "lineItem": {"id": "gid://shopify/LineItem/1"}}]
    }
    found = wire.Givebacks.model_validate({"name": "#1001", "refunds": [unsent]})
    assert map_givebacks(OrderId("1001"), found, PARIS) == ()


@pytest.mark.parametrize(
    ("sold", "policy", "counted", "stock"),
    [
        (True, "DENY", 4, 4),
        (False, "DENY", 0, 0),
        (True, "CONTINUE", 4, None),
        (True, "DENY", 0, None),
        (True, "DENY", None, None),
    ],
)
def test_stock_is_told_only_where_it_is_counted(
    sold: bool, policy: str, counted: int | None, stock: int | None
) -> None:
    variant = {
        "id": "gid://shopify/ProductVariant/8",
        "title": "Blue / M",
        "price": "89.00",
        "availableForSale": sold,
        "inventoryPolicy": policy,
        "inventoryQuantity": counted,
        "selectedOptions": [{"name": "Size", "value": "M"}],
    }
    product = {
        "id": "gid://shopify/Product/7",
        "title": "Jumper",
        "productType": "",
        "tags": [],
        "variants": {"nodes": [variant]},
    }
    found = map_product(wire.Product.model_validate(product), "EUR", WORDS).variants[0]
    assert (found.stock, found.options, found.price.minor) == (stock, {"size": "M"}, 8900)


def test_a_customer_may_lack_everything_but_an_id() -> None:
    found = map_customer(wire.Customer.model_validate({"id": "gid://shopify/Customer/5", "locale": "pt-BR"}), WORDS)
    assert (found.id, found.email, found.phone, found.language, found.country) == ("5", "", None, Language.FR, "")
