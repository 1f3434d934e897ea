"""The returns portal: what a visit offers, what it refuses, and that the shop knows of a submitted return at once."""

import pytest

from domain.errors import NotAllowed, VendorRefused
from domain.ids import VariantId
from domain.money import Money
from domain.policy import Reason
from domain.returns import PortalVisit, Resolution, ReturnedLine, ReturnState
from hub_connectors.sandbox.demo import DemoStory, find_demo
from hub_connectors.sandbox.portal import VISIT_LASTS, ReturnReason, Submission


async def find_order(store, story, number):
    page = await store.connections().orders.list_orders(find_demo(story).customer.id)
    return next(order for order in page.items if order.number == number)


async def enter(store, order, **chosen):
    visit = PortalVisit(**{"order": order, "lines": (), "resolution": None, **chosen})
    url = await store.connections().returns.portal_url(visit)
    assert url.startswith("/sandbox/portal/")
    assert order.id not in url and order.number not in url
    return url.rsplit("/", 1)[1]


def whole(line, *, exchange_for=None):
    return ReturnedLine(line=line.id, quantity=1, exchange_for=exchange_for)


def refund(line, reason=ReturnReason.TOO_SMALL):
    return Submission(lines=(whole(line),), resolution=Resolution.REFUND, reason=reason)


@pytest.fixture
async def camilles(store):
    return await find_order(store, DemoStory.INSIDE_WINDOW, "MA-104233")


async def test_a_visit_opens_with_what_was_chosen(store, camilles):
    jacket = camilles.lines[0]
    token = await enter(store, camilles, lines=(whole(jacket),), resolution=Resolution.EXCHANGE)
    visit = await store.portal.find_visit(token)
    assert (visit.order.number, visit.resolution, visit.chosen) == (
        "MA-104233",
        Resolution.EXCHANGE,
        (whole(jacket),),
    )
    assert visit.reasons == tuple(ReturnReason)
    assert visit.prices
    offered = visit.lines[0]
    assert {offer.resolution for offer in offered.offers} == set(Resolution)
    assert offered.exchanges and all(each.difference == Money(minor=0, currency="EUR") for each in offered.exchanges)
    assert jacket.variant not in {each.variant for each in offered.exchanges}
    assert offered.exchanges[0].titles["fr"] != offered.exchanges[0].titles["en"]


async def test_sizes_that_cost_more_say_so(store):
    order = await find_order(store, DemoStory.PARTLY_DELIVERED, "MA-275391")
    visit = await store.portal.find_visit(await enter(store, order))
    differences = {each.difference.minor > 0 for each in visit.lines[0].exchanges}
    assert True in differences


async def test_a_submitted_return_is_known_everywhere(store, camilles):
    ports = store.connections()
    jacket = camilles.lines[0]
    token = await enter(store, camilles)
    made = await store.portal.submit(token, refund(jacket), key="click-1")
    assert made.state is ReturnState.APPROVED
    assert made.number.startswith("RMA-")
    assert (made.send_by - store.calendar.today()).days == 14
    assert made.label_url == f"/sandbox/labels/{made.number}.svg"
    assert await ports.returns.list_returns(camilles.id) == (made,)
    answer = await ports.returns.check_line(camilles, jacket)
    assert (answer.eligible, answer.code) == (False, "RETURN_IN_PROGRESS")
    visit = await store.portal.find_visit(token)
    assert visit.submitted == (made,)
    assert visit.lines[0].refusal is Reason.RETURN_OPEN


async def test_the_same_click_twice_is_one_return(store, camilles):
    token = await enter(store, camilles)
    made = await store.portal.submit(token, refund(camilles.lines[0]), key="click-1")
    assert await store.portal.submit(token, refund(camilles.lines[0]), key="click-1") == made
    with pytest.raises(VendorRefused):
        await store.portal.submit(token, refund(camilles.lines[0]), key="click-2")
    other = await store.portal.submit(token, refund(camilles.lines[1]), key="click-3")
    assert len(await store.connections().returns.list_returns(camilles.id)) == 2
    assert other.id != made.id


async def test_the_return_goes_on_by_itself(store, camilles):
    ports = store.connections()
    await store.portal.submit(await enter(store, camilles), refund(camilles.lines[0]), key="k")
    seen = []
    for _ in range(14):
        await store.controls.advance(days=1)
        [current] = await ports.returns.list_returns(camilles.id)
        seen.append(current.state)
    assert list(dict.fromkeys(seen)) == [
        ReturnState.APPROVED,
        ReturnState.IN_TRANSIT,
        ReturnState.RECEIVED,
        ReturnState.REFUNDED,
    ]
    assert current.refund.amount == Money(minor=camilles.lines[0].paid.minor - 490, currency="EUR")
    assert (await ports.orders.find_order(camilles.id)).lines[0].returned_quantity == 1


async def test_a_damaged_item_comes_back_free(store, camilles):
    ports = store.connections()
    token = await enter(store, camilles)
    await store.portal.submit(token, refund(camilles.lines[0], ReturnReason.DAMAGED), key="k")
    await store.controls.advance(days=14)
    [current] = await ports.returns.list_returns(camilles.id)
    assert current.refund.amount == camilles.lines[0].paid


async def test_an_exchange_needs_a_variant_in_stock(store, camilles):
    jacket = camilles.lines[0]
    token = await enter(store, camilles)
    wanted = (await store.portal.find_visit(token)).lines[0].exchanges[0].variant

    def exchange(variant):
        lines = (whole(jacket, exchange_for=variant),)
        return Submission(lines=lines, resolution=Resolution.EXCHANGE, reason=ReturnReason.TOO_SMALL)

    for wrong in (None, jacket.variant, VariantId("nothing")):
        with pytest.raises(VendorRefused):
            await store.portal.submit(token, exchange(wrong), key=f"wrong-{wrong}")
    made = await store.portal.submit(token, exchange(wanted), key="right")
    assert made.lines[0].exchange_for == wanted


async def test_what_may_not_come_back_is_refused_with_its_reason(store):
    order = await find_order(store, DemoStory.FINAL_SALE, "MA-645038")
    token = await enter(store, order)
    visit = await store.portal.find_visit(token)
    assert [line.refusal for line in visit.lines] == [Reason.FINAL_SALE, None]
    with pytest.raises(VendorRefused):
        await store.portal.submit(token, refund(order.lines[0]), key="k")


@pytest.mark.parametrize("quantity", [0, 2, -1])
async def test_no_more_pieces_than_there_are(store, camilles, quantity):
    token = await enter(store, camilles)
    lines = (ReturnedLine(line=camilles.lines[0].id, quantity=quantity),)
    submission = Submission(lines=lines, resolution=Resolution.REFUND, reason=ReturnReason.QUALITY)
    with pytest.raises(VendorRefused):
        await store.portal.submit(token, submission, key="k")


async def test_nothing_and_twice_the_same_are_refused(store, camilles):
    token = await enter(store, camilles)
    for lines in ((), (whole(camilles.lines[0]),) * 2):
        submission = Submission(lines=lines, resolution=Resolution.REFUND, reason=ReturnReason.QUALITY)
        with pytest.raises(VendorRefused):
            await store.portal.submit(token, submission, key="k")


async def test_the_recipient_of_a_gift_sees_no_price_and_no_refund(store):
    order = await find_order(store, DemoStory.GIFT_RECIPIENT, "MA-683019")
    token = await enter(store, order, by_recipient=True)
    shown = await store.portal.find_visit(token)
    assert not shown.prices
    assert Resolution.REFUND not in {offer.resolution for offer in shown.lines[0].offers}
    with pytest.raises(VendorRefused):
        await store.portal.submit(token, refund(order.lines[0]), key="k")


async def test_a_token_dies_after_two_hours(store, camilles):
    token = await enter(store, camilles)
    store.calendar.offset += VISIT_LASTS
    assert await store.portal.find_visit(token) is None
    with pytest.raises(NotAllowed):
        await store.portal.submit(token, refund(camilles.lines[0]), key="k")
    assert await store.portal.find_visit("guessed") is None
