"""What the ports promise: the right customer's records, as they stand now, and nothing of the future."""

from dataclasses import replace

import pytest

from domain.errors import VendorRefused
from domain.ids import CustomerId, OrderId, ProductId
from domain.money import Currency, Money
from domain.returns import Authority, Resolution
from hub_connectors.sandbox.assortment import assortment
from hub_connectors.sandbox.demo import DemoStory, find_demo
from tests.hub_connectors.sandbox.conftest import NOON

CAMILLE = find_demo(DemoStory.INSIDE_WINDOW).customer


@pytest.fixture(scope="session")
def busiest(world):
    counts = {}
    for order in world.orders:
        counts[order.customer] = counts.get(order.customer, 0) + (order.placed_at <= NOON)
    return max(counts, key=counts.get)


async def test_orders_come_newest_first_in_pages(ports, busiest, world):
    page = await ports.orders.list_orders(busiest)
    assert len(page.items) == 50
    seen = list(page.items)
    while page.cursor:
        page = await ports.orders.list_orders(busiest, cursor=page.cursor)
        seen += page.items
    assert [order.placed_at for order in seen] == sorted((order.placed_at for order in seen), reverse=True)
    theirs = {each.id for each in world.orders if busiest in {each.customer, each.recipient} and each.placed_at <= NOON}
    assert {order.id for order in seen} == theirs
    assert len(seen) == len(theirs)


async def test_everyone_owns_what_they_are_shown(ports, world):
    for customer in world.customers[::40]:
        page = await ports.orders.list_orders(customer.id)
        assert all(order.owned_by(customer.id) for order in page.items)
        for each in await ports.claims.list_claims(customer.id):
            assert each.customer == customer.id
        for each in await ports.incidents.list_incidents(customer.id):
            assert each.customer == customer.id


async def test_a_gift_is_among_the_orders_of_its_recipient(ports, world):
    gift = next(order for order in reversed(world.orders) if order.recipient and order.placed_at <= NOON)
    for customer in (gift.customer, gift.recipient):
        assert gift.id in {order.id for order in (await ports.orders.list_orders(customer)).items}


async def test_an_order_of_tomorrow_does_not_exist_yet(ports, world):
    future = next(order for order in world.orders if order.placed_at > NOON)
    assert await ports.orders.find_order(future.id) is None
    assert await ports.customers.find_by_order_number(future.number) is None
    assert future.id not in {order.id for order in (await ports.orders.list_orders(future.customer)).items}


async def test_nothing_that_is_shown_lies_in_the_future(ports, world):
    for story in [order for order in world.orders if order.placed_at <= NOON][-300:]:
        order = await ports.orders.find_order(story.id)
        assert all(line.delivered_quantity <= line.quantity for line in order.lines)
        for parcel in await ports.tracking.list_parcels(story.id):
            assert all(event.at <= NOON for event in parcel.events)
        for each in await ports.returns.list_returns(story.id):
            assert each.updated <= NOON


async def test_customers_are_found_by_address_phone_and_order_number(ports):
    assert await ports.customers.find_by_email("  Camille.Laurent@EXAMPLE.com ") == CAMILLE
    assert await ports.customers.find_by_email("nobody@example.com") is None
    assert await ports.customers.find_by_phone(CAMILLE.phone) == CAMILLE
    assert await ports.customers.find_by_phone("+33600000000") is None
    assert await ports.customers.find_by_order_number("ma-104233") == CAMILLE
    assert await ports.customers.find_by_order_number("MA-000000") is None
    assert await ports.customers.get_customer(CAMILLE.id) == CAMILLE
    with pytest.raises(VendorRefused):
        await ports.customers.get_customer(CustomerId("cus_nobody"))


async def test_what_does_not_exist_is_empty(ports):
    nothing = OrderId("ord_nothing")
    assert await ports.orders.find_order(nothing) is None
    assert await ports.tracking.list_parcels(nothing) == ()
    assert await ports.returns.list_returns(nothing) == ()
    assert await ports.catalogue.find_product(ProductId("nothing")) is None
    assert (await ports.orders.list_orders(CustomerId("cus_nobody"))).items == ()


async def test_money_and_time_are_kept_exactly(ports):
    [order, _] = (await ports.orders.list_orders(CAMILLE.id)).items
    assert order.total == Money(minor=sum(line.paid.minor for line in order.lines), currency=Currency("EUR"))
    assert order.placed_at.utcoffset().total_seconds() == 0
    assert (await ports.catalogue.find_product(order.lines[0].product)).titles == dict(order.lines[0].titles)


async def test_a_line_may_be_refused_by_the_providers_own_rule(ports):
    [order, _] = (await ports.orders.list_orders(CAMILLE.id)).items
    line = order.lines[0]
    answer = await ports.returns.check_line(order, line)
    assert (answer.authority, answer.eligible, answer.code) == (Authority.BINDING, True, "ELIGIBLE")
    assert answer.resolutions == frozenset(Resolution)
    for changed, code in {
        "PRODUCT_FINAL_SALE": replace(line, final_sale=True),
        "COLLECTION_NOT_RETURNABLE": replace(line, category="bath_body"),
        "TAG_NOT_RETURNABLE": replace(line, tags=frozenset({"pierced"})),
        "MANUAL_REVIEW_REQUIRED": replace(line, tags=frozenset({"provider_strict"})),
        "NOT_FULFILLED": replace(line, delivered=None, delivered_quantity=0),
    }.items():
        answer = await ports.returns.check_line(order, code)
        assert (answer.eligible, answer.code) == (False, changed)
    abroad = await ports.returns.check_line(replace(order, country="CH"), line)
    assert (abroad.eligible, abroad.code) == (False, "DESTINATION_NOT_SUPPORTED")
    unknown = await ports.returns.check_line(order, replace(line, delivered=None))
    assert (unknown.eligible, unknown.code) == (None, "DELIVERY_DATE_MISSING")


async def test_some_products_are_stricter_at_the_provider_than_in_the_policy(ports, world):
    strict = {product.id for product in assortment().values() if "provider_strict" in product.tags}
    sold = {line.variant for order in world.orders for line in order.lines}
    assert any(variant.id in sold for id_ in strict for variant in assortment()[id_].variants)


async def test_the_provider_can_be_made_to_advise_only(store):
    ports = store.connections()
    store.controls.faults.advisory = True
    [order, _] = (await ports.orders.list_orders(CAMILLE.id)).items
    assert (await ports.returns.check_line(order, order.lines[0])).authority is Authority.ADVISORY


async def test_a_tracking_number_opens_its_parcel(still, ports):
    [order, _] = (await ports.orders.list_orders(CAMILLE.id)).items
    [parcel] = await ports.tracking.list_parcels(order.id)
    assert await still.find_parcel(parcel.tracking_number) == parcel
    assert await still.find_parcel("nothing") is None


async def test_the_shop_is_made_once(store, world):
    before = await store.connections().orders.list_orders(CAMILLE.id)
    assert (await store.seed()).isoformat() == "2026-11-24"
    assert await store.connections().orders.list_orders(CAMILLE.id) == before
