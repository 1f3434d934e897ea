"""The controls: failing and slow calls, the moved clock, a parcel brought or lost."""

import time
from datetime import timedelta

import pytest

from domain.errors import CredentialsRejected, VendorRefused, VendorUnavailable, VendorUnreadable
from domain.ids import ClaimId, IncidentId, ParcelId, ProductId
from domain.incidents import ChosenWay, IncidentChoice
from domain.orders import OrderState
from domain.parcels import ParcelState
from domain.returns import PortalVisit
from hub_connectors.sandbox.adapter import MERCHANT, SandboxStore
from hub_connectors.sandbox.calendar import SandboxCalendar
from hub_connectors.sandbox.demo import DemoStory, find_demo
from hub_connectors.sandbox.faults import Failure, Port
from runtime.clocks import StillClock
from tests.hub_connectors.sandbox.conftest import ANCHOR, NOON

CAMILLE = find_demo(DemoStory.INSIDE_WINDOW).customer
OLIVER = find_demo(DemoStory.IN_TRANSIT).customer


@pytest.mark.parametrize(
    ("failure", "raised"),
    [
        (Failure.UNAVAILABLE, VendorUnavailable),
        (Failure.REFUSED, VendorRefused),
        (Failure.UNREADABLE, VendorUnreadable),
        (Failure.CREDENTIALS, CredentialsRejected),
    ],
)
async def test_the_next_calls_fail_and_then_no_more(store, failure, raised):
    ports = store.connections()
    store.controls.faults.fail_next(Port.ORDERS, 2, failure)
    for _ in range(2):
        with pytest.raises(raised):
            await ports.orders.list_orders(CAMILLE.id)
    assert (await ports.orders.list_orders(CAMILLE.id)).items


async def test_each_port_fails_for_itself(store):
    ports = store.connections()
    [order, _] = (await ports.orders.list_orders(CAMILLE.id)).items
    way = ChosenWay(choice=IncidentChoice.REDELIVER)
    calls = {
        Port.ORDERS: [lambda: ports.orders.list_orders(CAMILLE.id), lambda: ports.orders.find_order(order.id)],
        Port.CUSTOMERS: [
            lambda: ports.customers.find_by_email("x@example.com"),
            lambda: ports.customers.find_by_phone("+33600000000"),
            lambda: ports.customers.find_by_order_number("MA-104233"),
            lambda: ports.customers.get_customer(CAMILLE.id),
        ],
        Port.CATALOGUE: [lambda: ports.catalogue.find_product(ProductId("alba-jacket"))],
        Port.RETURNS: [
            lambda: ports.returns.list_returns(order.id),
            lambda: ports.returns.check_line(order, order.lines[0]),
            lambda: ports.returns.portal_url(PortalVisit(order=order, lines=(), resolution=None)),
        ],
        Port.TRACKING: [lambda: ports.tracking.list_parcels(order.id)],
        Port.CLAIMS: [
            lambda: ports.claims.list_claims(CAMILLE.id),
            lambda: ports.claims.record_statement(ClaimId("c"), text="x", key="k"),
        ],
        Port.INCIDENTS: [
            lambda: ports.incidents.list_incidents(CAMILLE.id),
            lambda: ports.incidents.record_choice(IncidentId("i"), way=way, key="k"),
        ],
    }
    assert set(calls) == set(Port)
    for port, ways in calls.items():
        for call in ways:
            store.controls.faults.fail_next(port, 1)
            with pytest.raises(VendorUnavailable):
                await call()
    store.controls.faults.fail_next(Port.ORDERS, 5)
    store.controls.faults.clear()
    assert await ports.orders.find_order(order.id)


async def test_calls_can_be_slowed(store):
    store.controls.faults.delay_ms = 60
    started = time.monotonic()
    await store.connections().orders.list_orders(CAMILLE.id)
    assert time.monotonic() - started >= 0.06


async def test_the_clock_moves_for_every_process(store):
    database = store._access.database
    other = SandboxStore(database, MERCHANT, SandboxCalendar(StillClock(NOON)))
    assert await store.controls.advance(days=3) == ANCHOR + timedelta(days=3)
    assert await store.controls.advance(days=2) == ANCHOR + timedelta(days=5)
    await other.connections().orders.list_orders(CAMILLE.id)
    assert other.calendar.today() == ANCHOR + timedelta(days=5)
    await store.controls.reset_clock()
    assert store.calendar.today() == ANCHOR


async def test_lives_go_on_as_the_clock_moves(store):
    ports = store.connections()
    [moving, _] = (await ports.orders.list_orders(OLIVER.id)).items
    assert moving.state is OrderState.SHIPPED
    await store.controls.advance(days=2)
    assert (await ports.orders.find_order(moving.id)).state is OrderState.DELIVERED
    [parcel] = await ports.tracking.list_parcels(moving.id)
    assert parcel.state is ParcelState.DELIVERED


async def test_new_orders_appear(store, world):
    ports = store.connections()
    future = [order for order in world.orders if order.placed_at > NOON + timedelta(days=29)]
    await store.controls.advance(days=30)
    found = [await ports.orders.find_order(order.id) for order in future[:5]]
    assert all(found)


async def test_a_parcel_is_brought_now(store):
    ports = store.connections()
    [moving, _] = (await ports.orders.list_orders(OLIVER.id)).items
    [parcel] = await ports.tracking.list_parcels(moving.id)
    await store.controls.deliver_parcel(parcel.id)
    [brought] = await ports.tracking.list_parcels(moving.id)
    assert (brought.state, brought.delivered) == (ParcelState.DELIVERED, NOON)
    assert (await ports.orders.find_order(moving.id)).state is OrderState.DELIVERED


async def test_a_parcel_is_lost_now_and_stays_lost(store):
    ports = store.connections()
    [moving, _] = (await ports.orders.list_orders(OLIVER.id)).items
    [parcel] = await ports.tracking.list_parcels(moving.id)
    await store.controls.lose_parcel(parcel.id)
    await store.controls.advance(days=10)
    [lost] = await ports.tracking.list_parcels(moving.id)
    assert (lost.state, lost.delivered) == (ParcelState.LOST, None)
    with pytest.raises(VendorRefused):
        await store.controls.lose_parcel(ParcelId("nothing"))
