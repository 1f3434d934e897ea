"""Each demo customer shows the story they are there for, on the day the shop was made and after a refresh."""

from datetime import date, datetime, timedelta

import pytest

from domain.claims import ClaimReason, ClaimState, Piece
from domain.connections import Connections
from domain.incidents import IncidentChoice, IncidentReason, IncidentState
from domain.money import Money
from domain.orders import Line, Order, OrderState
from domain.parcels import ParcelState
from domain.policy import Decision, Reason, Verdict, decide
from domain.policy.decide import Situation
from domain.returns import Resolution, ReturnState
from hub_connectors.sandbox.adapter import SandboxStore
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS, GIFT_BUYER, DemoStory, find_demo
from hub_connectors.sandbox.policy import POLICY
from tests.hub_connectors.sandbox.conftest import ANCHOR

REFUND, EXCHANGE, CREDIT = Resolution.REFUND, Resolution.EXCHANGE, Resolution.STORE_CREDIT


async def orders_of(ports: Connections, story: DemoStory) -> dict[str, Order]:
    page = await ports.orders.list_orders(find_demo(story).customer.id)
    return {order.number: order for order in page.items}


async def judge(store: SandboxStore, order: Order, line: Line, story: DemoStory) -> Decision:
    ports = store.connections()
    situation = Situation(
        order=order,
        line=line,
        returns=await ports.returns.list_returns(order.id),
        asked_by_recipient=order.customer != find_demo(story).customer.id,
        today=store.calendar.today(),
        zone=store.calendar.zone,
    )
    return decide(situation, POLICY, await ports.returns.check_line(order, line))


def ways(decision: Decision) -> set[Resolution]:
    return {offer.resolution for offer in decision.offers}


def test_ten_of_them_each_with_something_to_try():
    assert [each.story for each in DEMO_CUSTOMERS] == list(DemoStory)
    assert all(each.try_en and each.try_fr for each in DEMO_CUSTOMERS)
    assert len({each.email for each in DEMO_CUSTOMERS}) == 10


@pytest.mark.parametrize("demo", DEMO_CUSTOMERS, ids=lambda demo: demo.story.value)
async def test_each_is_a_customer_of_the_shop(ports, demo):
    assert await ports.customers.find_by_email(demo.email.upper()) == demo.customer
    assert (await ports.orders.list_orders(demo.customer.id)).items


async def test_one_blue_jacket_inside_the_window(still, ports):
    orders = await orders_of(ports, DemoStory.INSIDE_WINDOW)
    assert len(orders) == 2
    blue = [
        (order, line)
        for order in orders.values()
        for line in order.lines
        if line.category == "jackets" and line.variant_title("fr").startswith("Bleu")
    ]
    [(order, jacket)] = blue
    decision = await judge(still, order, jacket, DemoStory.INSIDE_WINDOW)
    assert (jacket.title("fr"), jacket.variant_title("fr")) == ("Veste Alba", "Bleu, M")
    assert (jacket.title("en"), jacket.variant_title("en")) == ("Alba jacket", "Blue, M")
    assert decision.receipt.counted_from == ANCHOR - timedelta(days=9)
    assert (decision.verdict, decision.deadline) == (Verdict.ELIGIBLE, ANCHOR + timedelta(days=21))
    assert decision.offer(REFUND).fee == POLICY.fees[0].amount


async def test_two_blue_jackets_to_choose_between(ports):
    orders = await orders_of(ports, DemoStory.TWO_ALIKE)
    blue = [line for order in orders.values() for line in order.lines if "Bleu" in line.variant_title("fr")]
    assert len(blue) == 2
    assert {line.category for line in blue} == {"jackets"}


async def test_the_refund_ended_yesterday(still, ports):
    order = (await orders_of(ports, DemoStory.WINDOW_PASSED))["MA-731592"]
    decision = await judge(still, order, order.lines[0], DemoStory.WINDOW_PASSED)
    assert order.total.currency == "USD"
    assert decision.receipt.counted_from + timedelta(days=30) == ANCHOR - timedelta(days=1)
    assert (decision.reason, ways(decision)) == (Reason.CREDIT_OR_EXCHANGE, {EXCHANGE, CREDIT})


async def test_a_final_sale_line_beside_an_ordinary_one(still, ports):
    order = (await orders_of(ports, DemoStory.FINAL_SALE))["MA-645038"]
    dress, cardigan = order.lines
    assert (await judge(still, order, dress, DemoStory.FINAL_SALE)).reason is Reason.FINAL_SALE
    decision = await judge(still, order, cardigan, DemoStory.FINAL_SALE)
    assert decision.offer(REFUND).fee == Money(minor=650, currency="GBP")


async def test_a_parcel_on_its_way(ports):
    order = (await orders_of(ports, DemoStory.IN_TRANSIT))["MA-902174"]
    [parcel] = await ports.tracking.list_parcels(order.id)
    assert (order.state, order.total.currency) == (OrderState.SHIPPED, "GBP")
    assert (parcel.state, parcel.expected) == (ParcelState.IN_TRANSIT, ANCHOR + timedelta(days=1))


async def test_a_failed_delivery_waits_for_a_choice(ports):
    [incident] = await ports.incidents.list_incidents(find_demo(DemoStory.FAILED_DELIVERY).customer.id)
    assert (incident.state, incident.reason) == (IncidentState.AWAITING_SHOPPER, IncidentReason.ACCESS_CODE_MISSING)
    assert IncidentChoice.REDELIVER in incident.choices
    assert incident.days and min(incident.days) > ANCHOR
    [parcel] = await ports.tracking.list_parcels(incident.order)
    assert parcel.state is ParcelState.FAILED_ATTEMPT


async def test_a_claim_waits_for_the_shoppers_statement(ports):
    [claim] = await ports.claims.list_claims(find_demo(DemoStory.LOST_PARCEL).customer.id)
    assert (claim.state, claim.reason) == (ClaimState.AWAITING_SHOPPER, ClaimReason.NOT_DELIVERED)
    assert claim.missing == (Piece.NON_RECEIPT_STATEMENT,)
    [parcel] = await ports.tracking.list_parcels(claim.order)
    assert parcel.state is ParcelState.LOST


async def test_one_refund_due_and_one_made(ports):
    orders = await orders_of(ports, DemoStory.REFUNDS)
    found = [each for order in orders.values() for each in await ports.returns.list_returns(order.id)]
    due, made = sorted(found, key=lambda each: each.created, reverse=True)
    assert (due.state, made.state) == (ReturnState.RECEIVED, ReturnState.REFUNDED)
    assert due.refund.issued is None
    assert due.refund.expected_by > ANCHOR
    assert made.refund.issued == ANCHOR - timedelta(days=41)


async def test_the_recipient_of_a_gift(still, ports):
    orders = await orders_of(ports, DemoStory.GIFT_RECIPIENT)
    gift = orders["MA-683019"]
    decision = await judge(still, gift, gift.lines[0], DemoStory.GIFT_RECIPIENT)
    assert gift.gift and gift.customer == GIFT_BUYER.id
    assert (decision.reason, ways(decision)) == (Reason.GIFT_RECIPIENT, {EXCHANGE, CREDIT})
    assert decision.deadline == ANCHOR + timedelta(days=19)
    assert "MA-683019" in {order.number for order in (await ports.orders.list_orders(GIFT_BUYER.id)).items}


async def test_a_part_that_came_and_a_day_that_nobody_knows(still, ports):
    orders = await orders_of(ports, DemoStory.PARTLY_DELIVERED)
    part, silent = orders["MA-275391"], orders["MA-861207"]
    here, there = part.lines
    assert part.state is OrderState.PARTLY_DELIVERED
    assert (await judge(still, part, here, DemoStory.PARTLY_DELIVERED)).verdict is Verdict.ELIGIBLE
    assert (await judge(still, part, there, DemoStory.PARTLY_DELIVERED)).reason is Reason.NOT_DELIVERED
    decision = await judge(still, silent, silent.lines[0], DemoStory.PARTLY_DELIVERED)
    assert (decision.verdict, decision.reason) == (Verdict.UNKNOWN, Reason.DELIVERY_UNKNOWN)


async def test_a_refresh_tells_the_stories_anew_around_the_new_day(store):
    await store.controls.advance(days=25)
    ports = store.connections()
    order = (await orders_of(ports, DemoStory.INSIDE_WINDOW))["MA-104233"]
    assert (await judge(store, order, order.lines[0], DemoStory.INSIDE_WINDOW)).offer(REFUND) is None
    day = await store.controls.refresh_demo()
    assert day == ANCHOR + timedelta(days=25)
    order = (await orders_of(ports, DemoStory.INSIDE_WINDOW))["MA-104233"]
    decision = await judge(store, order, order.lines[0], DemoStory.INSIDE_WINDOW)
    assert decision.offer(REFUND).until == day + timedelta(days=21)


@pytest.mark.parametrize("start", [date(2027, 3, 27), date(2027, 10, 31), date(2028, 2, 29), date(2027, 12, 25)])
async def test_the_stories_hold_on_any_day(store, start):
    """Over a change of clocks, on a leap day, at a weekend."""
    await store.controls.advance(days=(start - ANCHOR).days)
    await store.controls.refresh_demo()
    ports = store.connections()
    for story in (DemoStory.INSIDE_WINDOW, DemoStory.WINDOW_PASSED, DemoStory.GIFT_RECIPIENT):
        order = next(iter((await orders_of(ports, story)).values()))
        assert (await judge(store, order, order.lines[0], story)).verdict is Verdict.ELIGIBLE
    [incident] = await ports.incidents.list_incidents(find_demo(DemoStory.FAILED_DELIVERY).customer.id)
    assert incident.state is IncidentState.AWAITING_SHOPPER
    [claim] = await ports.claims.list_claims(find_demo(DemoStory.LOST_PARCEL).customer.id)
    assert claim.state is ClaimState.AWAITING_SHOPPER
    moving = (await orders_of(ports, DemoStory.IN_TRANSIT))["MA-902174"]
    [parcel] = await ports.tracking.list_parcels(moving.id)
    assert parcel.state is ParcelState.IN_TRANSIT
    assert isinstance(store.calendar.now(), datetime)
