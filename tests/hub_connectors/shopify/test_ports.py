"""The ports over real HTTP: the demo shop's stories come back as they are, and only to whom they belong."""

from dataclasses import replace
from datetime import datetime

import pytest

from domain.errors import VendorRefused
from domain.ids import CustomerId, OrderId, ProductId
from domain.orders import Order, OrderState
from domain.parcels import ParcelState
from domain.returns import Authority, PortalVisit, Resolution, ReturnState
from hub_connectors.shopify.adapter import ShopifyShop
from tests.hub_connectors.shopify.conftest import Opened
from tests.standins.shopify import ShopifyStandIn
from tests.standins.shopify.shelves import connect
from tests.standins.world import World

NOT_KEPT = {ParcelState.LOST: ParcelState.EXCEPTION, ParcelState.RETURNED_TO_SENDER: ParcelState.EXCEPTION}
"""Shopify has no word for either."""
FORGOTTEN = {ReturnState.EXPIRED: ReturnState.CANCELLED, ReturnState.IN_TRANSIT: ReturnState.APPROVED}
FACTS = ("id", "number", "customer", "placed_at", "state", "total", "gift", "country", "postcode")
PIECES = (
    "id",
    "product",
    "variant",
    "quantity",
    "paid",
    "full_price",
    "final_sale",
    "delivered_quantity",
    "returned_quantity",
)


def bought(world: World) -> list[Order]:
    """Who was given an order does not find it: Shopify does not know them."""
    return [order for order in world.orders if order.customer in {each.id for each in world.customers}]


async def test_every_order_comes_back_as_it_is(shop: ShopifyShop, world: World, stand_in: ShopifyStandIn) -> None:
    stand_in.backstage.bucket.shrink(size=1e9, rate=1e9)
    orders = shop.connections().orders
    assert orders
    found: list[Order] = []
    for customer in world.customers:
        page = await orders.list_orders(customer.id)
        found += page.items
        while page.cursor:
            page = await orders.list_orders(customer.id, cursor=page.cursor)
            found += page.items
    by_id = {order.id: order for order in found}
    assert len(by_id) == len(found) == len(bought(world)) > 60
    for told in bought(world):
        seen = by_id[told.id]
        assert [getattr(seen, name) for name in FACTS] == [getattr(told, name) for name in FACTS]
        for line, wanted in zip(seen.lines, told.lines, strict=True):
            assert [getattr(line, name) for name in PIECES] == [getattr(wanted, name) for name in PIECES]
            if isinstance(wanted.delivered, datetime) or wanted.delivered is None:
                assert line.delivered == wanted.delivered
    assert {order.state for order in found} >= {OrderState.UNKNOWN, OrderState.CANCELLED, OrderState.DELIVERED}


async def test_lists_are_newest_first(shop: ShopifyShop, world: World) -> None:
    orders = shop.connections().orders
    most = max(world.customers, key=lambda each: len(world.orders_of(each.id)))
    assert orders
    placed = [order.placed_at for order in (await orders.list_orders(most.id)).items]
    assert placed == sorted(placed, reverse=True)


async def test_parcels_come_back_as_they_are(shop: ShopifyShop, world: World, stand_in: ShopifyStandIn) -> None:
    stand_in.backstage.bucket.shrink(size=1e9, rate=1e9)
    tracking = shop.connections().tracking
    assert tracking
    for order in bought(world)[:120]:
        for parcel, wanted in zip(await tracking.list_parcels(order.id), world.parcels[order.id], strict=True):
            assert parcel.state is NOT_KEPT.get(wanted.state, wanted.state)
            assert (parcel.carrier, parcel.tracking_number) == (wanted.carrier, wanted.tracking_number)
            assert parcel.expected == wanted.expected
            assert [each.at for each in parcel.events] == [each.at for each in wanted.events]
            assert parcel.measures is None
            assert parcel.contract is None


async def test_returns_come_back_as_they_are(shop: ShopifyShop, world: World, stand_in: ShopifyStandIn) -> None:
    stand_in.backstage.bucket.shrink(size=1e9, rate=1e9)
    returns = shop.connections().returns
    assert returns
    seen = set()
    for order in bought(world):
        if not world.returns[order.id]:
            continue
        for made, wanted in zip(await returns.list_returns(order.id), world.returns[order.id], strict=True):
            assert made.state is FORGOTTEN.get(wanted.state, wanted.state)
            assert (made.number, made.lines, made.label_url) == (wanted.number, wanted.lines, wanted.label_url)
            if wanted.refund and made.refund:
                assert (made.refund.amount, made.refund.issued) == (wanted.refund.amount, wanted.refund.issued)
            seen.add(wanted.state)
    assert {ReturnState.REFUNDED, ReturnState.APPROVED, ReturnState.EXCHANGED} <= seen


async def test_an_order_may_be_absent(shop: ShopifyShop, world: World) -> None:
    ports = shop.connections()
    assert ports.orders and ports.tracking and ports.returns and ports.catalogue
    assert await ports.orders.find_order(OrderId("ord_none")) is None
    assert await ports.orders.find_order(OrderId("1' OR '2")) is None
    assert (await ports.orders.list_orders(CustomerId("nobody"))).items == ()
    assert (await ports.orders.list_orders(CustomerId("a:b c"))).items == ()
    assert await ports.tracking.list_parcels(OrderId("ord_none")) == ()
    assert await ports.returns.list_returns(OrderId("ord_none")) == ()
    assert await ports.catalogue.find_product(ProductId("none")) is None


async def test_a_listed_order_is_the_one_that_is_found(shop: ShopifyShop, world: World) -> None:
    orders = shop.connections().orders
    assert orders
    order = bought(world)[0]
    listed = next(each for each in (await orders.list_orders(order.customer)).items if each.id == order.id)
    assert await orders.find_order(order.id) == listed


async def test_another_customers_order_in_the_list_is_left_out(
    shop: ShopifyShop, world: World, stand_in: ShopifyStandIn
) -> None:
    mine, other = world.customers[0], next(o for o in bought(world) if o.customer != world.customers[0].id)
    node = stand_in.backstage.shop.customers[f"gid://shopify/Customer/{mine.id}"]
    kept = node["orders"]
    node["orders"] = connect([stand_in.backstage.shop.order(other.id)])
    try:
        orders = shop.connections().orders
        assert orders
        assert (await orders.list_orders(mine.id)).items == ()
    finally:
        node["orders"] = kept


async def test_long_lists_and_long_orders_are_read_to_their_end(
    shop: ShopifyShop, world: World, stand_in: ShopifyStandIn
) -> None:
    """64 orders of one customer, the newest with 95 lines in 9 parcels."""
    stand_in.backstage.bucket.shrink(size=1e9, rate=1e9)
    backstage, customer = stand_in.backstage.shop, world.customers[0]
    seed = next(order for order in bought(world) if order.state is OrderState.DELIVERED and len(order.lines) == 1)
    owner = backstage.customers[f"gid://shopify/Customer/{customer.id}"]
    plain = backstage.order(seed.id)
    nodes = [{**plain, "id": f"gid://shopify/Order/{place}", "customer": owner} for place in range(64)]
    line = next(iter(plain["_lines"].values()))
    lines = [
        {**line, "id": f"gid://shopify/LineItem/{place}", "quantity": 1, "currentQuantity": 1} for place in range(95)
    ]
    sent = plain["_fulfillments"][0]
    shares = [lines[place::9] for place in range(9)]
    parts = [[{"id": f"f{each['id']}", "quantity": 1, "lineItem": each} for each in share] for share in shares]
    parcels = [
        {**sent, "id": f"gid://shopify/Fulfillment/{place}", "fulfillmentLineItems": connect(part)}
        for place, part in enumerate(parts)
    ]
    nodes[-1] |= {
        "lineItems": connect(lines),
        "fulfillments": lambda _info, first=None: parcels[:first],
        "fulfillmentsCount": {"count": 9},
        "_fulfillments": parcels,
        "_placed": seed.placed_at,
    }
    kept, owner["orders"] = owner["orders"], connect(nodes)
    backstage.orders |= {node["id"]: node for node in nodes}
    try:
        orders = shop.connections().orders
        assert orders
        first = await orders.list_orders(customer.id)
        assert len(first.items) == 50
        assert first.cursor
        rest = await orders.list_orders(customer.id, cursor=first.cursor)
        assert (len(rest.items), rest.cursor) == (14, None)
        newest = first.items[0]
        assert (newest.id, len(newest.lines), newest.state) == ("63", 95, OrderState.DELIVERED)
        assert all(each.delivered_quantity == 1 for each in newest.lines)
    finally:
        owner["orders"] = kept
        for node in nodes:
            backstage.orders.pop(node["id"])


async def test_customers_are_found_by_what_is_exactly_theirs(shop: ShopifyShop, world: World) -> None:
    customers = shop.connections().customers
    assert customers
    one = next(each for each in world.customers if each.phone)
    assert await customers.find_by_email(f" {one.email.upper()} ") == one
    assert await customers.find_by_email(one.email[1:]) is None
    assert await customers.find_by_email("") is None
    assert await customers.find_by_phone(one.phone or "") == one
    assert await customers.find_by_phone("+33100000000") is None
    assert await customers.get_customer(one.id) == one
    with pytest.raises(VendorRefused):
        await customers.get_customer(CustomerId("nobody"))


async def test_a_near_match_of_the_search_is_nobody(shop: ShopifyShop, world: World, stand_in: ShopifyStandIn) -> None:
    customers = shop.connections().customers
    assert customers
    order = bought(world)[3]
    owner = await customers.find_by_order_number(f"#{order.number.lower()}")
    assert owner and owner.id == order.customer
    assert await customers.find_by_order_number("MA-000000") is None
    assert await customers.find_by_order_number(order.number[:-1]) is None
    assert await customers.find_by_order_number(" # ") is None


@pytest.mark.parametrize(
    "typed", ['x" OR name:"{number}', "x OR name:{number}", 'x\\" OR name:"{number}', '{number}" OR email:"a', "*"]
)
async def test_words_of_a_shopper_never_become_a_filter(
    shop: ShopifyShop, world: World, stand_in: ShopifyStandIn, typed: str
) -> None:
    customers = shop.connections().customers
    assert customers
    number = bought(world)[3].number
    assert await customers.find_by_order_number(typed.format(number=number)) is None
    found = stand_in.backstage.shop.search(str(stand_in.backstage.seen[-1].variables["search"]))
    assert number not in {each["name"] for each in found[1:]}


async def test_products_have_all_their_variants(shop: ShopifyShop, world: World) -> None:
    catalogue = shop.connections().catalogue
    assert catalogue
    wanted = max(world.products.values(), key=lambda each: len(each.variants))
    found = await catalogue.find_product(wanted.id)
    assert found
    assert [(each.id, each.price) for each in found.variants] == [(each.id, each.price) for each in wanted.variants]
    assert [each.stock for each in found.variants] == [each.stock for each in wanted.variants]
    assert found.variants[0].options["size"] == wanted.variants[0].options["size"]


async def test_shopify_says_what_was_sent_and_nothing_of_windows(shop: ShopifyShop, world: World) -> None:
    returns = shop.connections().returns
    assert returns
    there = next(
        order for order in bought(world) if order.state is OrderState.DELIVERED and not world.returns[order.id]
    )
    waiting = next(order for order in bought(world) if order.state is OrderState.PLACED and not world.parcels[order.id])
    yes = await returns.check_line(there, there.lines[0])
    no = await returns.check_line(waiting, waiting.lines[0])
    assert (yes.authority, yes.eligible, yes.until, yes.resolutions) == (Authority.ADVISORY, True, None, frozenset())
    assert (no.authority, no.eligible) == (Authority.ADVISORY, False)


async def test_lines_of_an_order_are_checked_with_one_question(
    shop: ShopifyShop, world: World, stand_in: ShopifyStandIn
) -> None:
    returns = shop.connections().returns
    assert returns
    order = next(order for order in bought(world) if len(order.lines) > 2)
    for line in order.lines:
        await returns.check_line(order, line)
    assert [each.operation for each in stand_in.backstage.seen] == ["Returnable"]


async def test_there_is_a_portal_only_where_the_merchant_says_so(opened: Opened, world: World) -> None:
    order = bought(world)[0]
    visit = PortalVisit(order=order, lines=(), resolution=Resolution.REFUND)
    without, having = opened().connections().returns, opened(self_serve_returns=True).connections().returns
    assert without and having
    with pytest.raises(VendorRefused) as refused:
        await without.portal_url(visit)
    assert refused.value.fields["vendor_code"] == "no_returns_portal"
    assert (await having.portal_url(visit)).startswith("https://maison-alder.myshopify.com/")
    with pytest.raises(VendorRefused):
        await having.portal_url(replace(visit, by_recipient=True))
    with pytest.raises(VendorRefused):
        await having.portal_url(replace(visit, order=replace(order, customer=CustomerId("other"))))
