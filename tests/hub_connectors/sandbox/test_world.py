"""The made-up shop: large enough, varied enough, and the same bytes each time."""

import random
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import phonenumbers

from domain.claims import ClaimReason, ClaimState
from domain.incidents import IncidentReason, IncidentState
from domain.orders import OrderState
from domain.parcels import Contract, ParcelState
from domain.returns import Resolution, ReturnState
from hub_connectors.sandbox.adapter import MERCHANT
from hub_connectors.sandbox.as_of import claim_as_of, incident_as_of, order_as_of, parcel_as_of, return_as_of
from hub_connectors.sandbox.calendar import ZONE
from hub_connectors.sandbox.seeding.demo_stories import RESERVED, make_demo
from hub_connectors.sandbox.seeding.people import make_people
from hub_connectors.sandbox.seeding.world import make_world
from hub_connectors.sandbox.stories import Told
from runtime.codec import to_json
from tests.hub_connectors.sandbox.conftest import ANCHOR, NOON

WEEK = [datetime.combine(ANCHOR + timedelta(days=day), time(hour), UTC) for day in range(7) for hour in (8, 10, 17)]


def _text(world):
    return [to_json(each) for part in (world.orders, world.returns, world.incidents, world.claims) for each in part]


def test_the_same_seed_gives_the_same_bytes(world):
    again = make_world(str(MERCHANT), ANCHOR, reserved=RESERVED)
    assert _text(world) == _text(again)
    assert [to_json(each) for each in world.customers] == [to_json(each) for each in again.customers]
    assert _text(make_demo(ANCHOR)) == _text(make_demo(ANCHOR))


def test_another_merchants_shop_is_another_one(world):
    others = {each.customer.id for each in make_people(random.Random("another-shop"), 200)}
    assert not {each.id for each in world.customers} & others


def test_customers(world):
    assert len(world.customers) >= 2000
    assert {each.language.value for each in world.customers} == {"en", "fr", "es", "de", "it", "nl"}
    assert len({each.email.lower() for each in world.customers}) == len(world.customers)
    endings = ("example.com", "example.org", "example.net", ".example")
    assert all(each.email.endswith(endings) for each in world.customers)
    phones = [each.phone for each in world.customers if each.phone]
    assert len(set(phones)) == len(phones) > 1000
    assert all(phonenumbers.parse(phone) for phone in phones)


def test_orders_reach_400_days_back_and_60_ahead(world):
    past = [order for order in world.orders if order.placed_at <= NOON]
    assert len(past) >= 6000
    assert min(order.placed_at for order in past) < NOON - timedelta(days=395)
    assert max(order.placed_at for order in world.orders) > NOON + timedelta(days=55)
    assert len({order.number for order in world.orders}) == len(world.orders)


def test_numbers_cannot_be_counted(world):
    numbers = [int(order.number.removeprefix("MA-")) for order in world.orders]
    rising = sum(one < other for one, other in pairwise(numbers))
    assert 0.45 < rising / len(numbers) < 0.55


def test_the_awkward_tail_is_there(world):
    orders = world.orders
    lines = [line for order in orders for line in order.lines]
    parcels = [parcel for order in orders for parcel in order.parcels]
    assert {order.currency for order in orders} == {"EUR", "GBP", "USD"}
    assert {order.country for order in orders} == {"FR", "BE", "LU", "DE", "ES", "IT", "NL", "GB", "US", "CH"}
    assert sum(order.gift for order in orders) > 300
    assert sum(order.recipient is not None for order in orders) > 100
    assert sum(line.final_sale for line in lines) > 200
    assert sum(line.paid < line.full_price and not line.final_sale for line in lines) > 500
    assert sum(len(order.parcels) > 1 for order in orders) > 300
    assert {parcel.told for parcel in parcels} == set(Told)
    assert {parcel.contract for parcel in parcels} == set(Contract)
    assert {parcel.carrier for parcel in parcels} == {
        "Colissimo",
        "Chronopost",
        "Mondial Relay",
        "DPD",
        "GLS",
        "UPS",
        "DHL",
        "Royal Mail",
        "USPS",
    }
    assert max(Counter(order.customer for order in orders).values()) > 50


def test_every_state_is_met_within_a_week(world):
    returns = {each.order: [] for each in world.returns}
    for each in world.returns:
        returns[each.order].append(each)
    met = set()
    for now in WEEK:
        live = [order for order in world.orders if order.placed_at <= now]
        met |= {order_as_of(order, returns.get(order.id, ()), now).state for order in live[-900:]}
        met |= {shown.state for o in live[-900:] for p in o.parcels if (shown := parcel_as_of(o, p, now))}
        met |= {shown.state for each in world.returns if (shown := return_as_of(each, now, ZONE))}
        met |= {shown.state for each in world.incidents if (shown := incident_as_of(each, now, ZONE))}
        met |= {shown.state for each in world.claims if (shown := claim_as_of(each, now, ZONE))}
    for vocabulary in (OrderState, ParcelState, ReturnState, IncidentState, ClaimState):
        assert [state for state in vocabulary if state not in met] == []


def test_every_reason_and_way_is_met(world):
    assert {each.reason for each in world.incidents} == set(IncidentReason)
    assert {each.reason for each in world.claims} == set(ClaimReason)
    assert {each.resolution for each in world.returns} == set(Resolution)
    assert any(each.distance_m is None for each in world.incidents)
    assert all(each.choices and each.days for each in world.incidents)


def test_stories_hold_together(world):
    orders = {order.id: order for order in world.orders}
    people = {each.id for each in world.customers}
    for order in world.orders:
        assert order.customer in people
        assert order.recipient is None or order.recipient in people - {order.customer}
        for parcel in order.parcels:
            moments = [event.at for event in parcel.events]
            assert moments == sorted(moments)
            assert moments[0] > order.placed_at
            assert parcel.arrives is None or parcel.arrives >= moments[-1]
    for each in [*world.incidents, *world.claims]:
        assert each.customer == orders[each.order].customer
        assert each.parcel in {parcel.id for parcel in orders[each.order].parcels}
    for each in [*world.returns, *world.incidents, *world.claims]:
        moments = [at for at, _ in each.steps]
        assert moments == sorted(moments)
    for each in world.returns:
        pieces = {line.id: line.quantity for line in orders[each.order].lines}
        assert all(1 <= part.quantity <= pieces[part.line] for part in each.lines)


def test_demo_numbers_belong_to_demo_customers_alone(world, demo_world):
    used = {order.number for order in demo_world.orders} | {each.number for each in demo_world.returns}
    used |= {each.number for each in demo_world.claims}
    assert used <= RESERVED
    taken = {order.number for order in world.orders} | {each.number for each in [*world.returns, *world.claims]}
    assert not taken & RESERVED
