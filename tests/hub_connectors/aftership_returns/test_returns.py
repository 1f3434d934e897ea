"""The Returns port over real HTTP: listing by way of the index, the portal, and what goes wrong."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from time import perf_counter
from typing import Any

import pytest

from domain.customers import Customer
from domain.errors import VendorRefused, VendorUnavailable, VendorUnreadable
from domain.ids import CustomerId, OrderId
from domain.returns import Authority, PortalVisit, ReturnState
from hub_connectors.registry import find_offering
from runtime.http import VendorCall
from tests.hub_connectors.aftership_returns.telling import FIRST, NORA, NOW, SECOND, THIRD, a_return
from tests.standins.aftership import KEY, Fault
from tests.standins.aftership_returns import AfterShipReturnsStandIn


def asked(stand_in: AfterShipReturnsStandIn) -> list[str]:
    return [f"{each.method} {each.path.removeprefix('/returns/2026-07')}" for each in stand_in.seen]


async def test_an_order_has_its_own_returns_newest_first(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.add_return(a_return("old", days_ago=30, state=ReturnState.REJECTED))
    stand_in.backstage.add_return(a_return("new", days_ago=1))
    stand_in.backstage.add_return(a_return("other", order=SECOND))
    port = opened().connections().returns
    assert [each.id for each in await port.list_returns(FIRST.id)] == ["new", "old"]
    assert [each.id for each in await port.list_returns(SECOND.id)] == ["other"]
    assert await port.list_returns(THIRD.id) == ()


async def test_many_orders_of_a_turn_share_one_list(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    """Overhead: one list for the turn, and one call for each return that there is."""
    stand_in.backstage.add_return(a_return())
    port = opened().connections().returns
    await asyncio.gather(
        *(port.list_returns(OrderId(str(number))) for number in range(30)), port.list_returns(FIRST.id)
    )
    assert asked(stand_in) == ["GET /returns", "GET /returns/r1"]


async def test_a_return_is_read_anew_each_time(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.add_return(a_return(state=ReturnState.REQUESTED))
    port = opened().connections().returns
    assert (await port.list_returns(FIRST.id))[0].state is ReturnState.REQUESTED
    stand_in.backstage.change("r1", approval_status="approved", shipping_status="in_transit")
    assert (await port.list_returns(FIRST.id))[0].state is ReturnState.IN_TRANSIT
    stand_in.backstage.change("r1", approval_status="something_else")
    assert (await port.list_returns(FIRST.id))[0].state is ReturnState.UNKNOWN


async def test_a_later_list_begins_where_the_last_one_ended(paced: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.add_return(a_return("first", days_ago=2))
    assert await paced(fresh_seconds=0).list_returns(FIRST.id)
    stand_in.backstage.add_return(a_return("second", days_ago=1))
    again = paced(fresh_seconds=0)
    assert [each.id for each in await again.list_returns(FIRST.id)] == ["second", "first"]
    assert await again.list_returns(THIRD.id) == ()
    since = [each.query.get("created_at_min") for each in stand_in.seen if each.path.endswith("/returns")]
    shown = [(NOW - timedelta(days=days, minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ") for days in (2, 1)]
    assert since == [None, *shown]


async def test_other_credentials_are_listed_from_the_beginning(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.gate.keys.add("another_key")
    stand_in.backstage.add_return(a_return("first", days_ago=2))
    await opened().connections().returns.list_returns(FIRST.id)
    await opened(api_key="another_key").connections().returns.list_returns(FIRST.id)
    assert ["created_at_min" in each.query for each in stand_in.seen if each.path.endswith("/returns")] == [
        False,
        False,
    ]


async def test_a_long_list_is_paged_and_every_order_found(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    for number in range(120):
        stand_in.backstage.add_return(a_return(f"r{number}", order=SECOND, days_ago=number))
    stand_in.backstage.add_return(a_return("zz-last"))
    assert len(await opened().connections().returns.list_returns(FIRST.id)) == 1
    pages = [each.query["page"] for each in stand_in.seen if each.path.endswith("/returns")]
    assert pages == ["1", "2", "3"]


async def test_a_great_many_are_read_in_windows(paced: Any, stand_in: AfterShipReturnsStandIn) -> None:
    """With many returns no window is too long, and the latest is found too."""
    for number in range(300):
        stand_in.backstage.add_return(a_return(f"r{number:03}", order=SECOND, days_ago=364 * number / 300))
    stand_in.backstage.add_return(a_return("latest", days_ago=0.01))
    assert len(await paced(many=60).list_returns(FIRST.id)) == 1
    lists = [each.query for each in stand_in.seen if each.path.endswith("/returns")]
    assert 10 < len(lists) < 40
    assert "created_at_max" not in lists[-1]


async def test_while_a_first_reading_goes_on_no_order_is_called_empty(
    paced: Any, stand_in: AfterShipReturnsStandIn
) -> None:
    for number in range(300):
        stand_in.backstage.add_return(a_return(f"r{number:03}", order=SECOND, days_ago=360 - number))
    port = paced(many=60, patience_seconds=0.05)
    refusals = 0
    while True:
        try:
            found = await port.list_returns(THIRD.id)
            break
        except VendorUnavailable as still:
            refusals, waited = refusals + 1, still.retry_after
    assert found == () and refusals >= 1 and waited == 2.0


async def test_returns_are_only_the_orders_own_whatever_the_index_says(
    opened: Any, stand_in: AfterShipReturnsStandIn
) -> None:
    stand_in.backstage.add_return(a_return())
    port = opened().connections().returns
    assert await port.list_returns(FIRST.id)
    stand_in.backstage.returns["r1"]["order"]["external_id"] = SECOND.id
    assert await port.list_returns(FIRST.id) == ()
    del stand_in.backstage.returns["r1"]
    assert await port.list_returns(FIRST.id) == ()
    assert await port.list_returns(FIRST.id) == ()
    assert asked(stand_in).count("GET /returns/r1") == 3


async def test_what_nobody_may_see_is_not_read(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.add_return(a_return())
    (found,) = await opened().connections().returns.list_returns(FIRST.id)
    assert "internal" not in repr(found) and "GIFT-SECRET" not in repr(found)


async def test_no_word_on_a_line_and_no_call_for_it(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    answer = await opened().connections().returns.check_line(FIRST, None)
    assert (answer.authority, answer.eligible) == (Authority.NONE, None)
    assert stand_in.seen == []


async def test_the_portal_opens_with_the_order_filled_in(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    port = opened().connections().returns
    url = await port.portal_url(PortalVisit(order=FIRST, lines=(), resolution=None))
    assert url.startswith(f"{stand_in.root_url}/page/")
    assert stand_in.seen[-1].body == {"order_number": "1001", "postal_code": "75011"}


async def test_the_buyers_address_is_filled_in_where_the_shop_knows_it(
    opened: Any, stand_in: AfterShipReturnsStandIn
) -> None:
    visit = PortalVisit(order=FIRST, lines=(), resolution=None)

    async def find(customer: CustomerId) -> Customer:
        assert customer == FIRST.customer
        return NORA

    async def fail(customer: CustomerId) -> Customer:
        raise VendorUnavailable("the shop sleeps")

    await opened(find_customer=find).connections().returns.portal_url(visit)
    assert stand_in.seen[-1].body["customer_email"] == NORA.email
    await opened(find_customer=fail).connections().returns.portal_url(visit)
    assert "customer_email" not in stand_in.seen[-1].body
    gift = replace(visit, by_recipient=True)
    await opened(find_customer=find).connections().returns.portal_url(gift)
    assert stand_in.seen[-1].body == {"order_number": "1001"}


async def test_the_recipient_of_a_gift_is_not_let_in_by_the_link(
    opened: Any, stand_in: AfterShipReturnsStandIn
) -> None:
    port = opened().connections().returns
    await port.portal_url(PortalVisit(order=FIRST, lines=(), resolution=None, by_recipient=True))
    assert stand_in.seen[-1].body == {"order_number": "1001"}


async def test_a_link_that_is_no_address_is_not_handed_on(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.fail(Fault(body='{"meta":{"code":20100},"data":{"url":"javascript:alert(1)"}}', status=201))
    with pytest.raises(VendorUnreadable):
        await opened().connections().returns.portal_url(PortalVisit(order=FIRST, lines=(), resolution=None))


async def test_an_order_without_a_number_is_refused_with_its_code(
    opened: Any, stand_in: AfterShipReturnsStandIn
) -> None:
    port = opened().connections().returns
    with pytest.raises(VendorRefused) as refused:
        await port.portal_url(PortalVisit(order=replace(FIRST, number="#"), lines=(), resolution=None))
    assert refused.value.fields["meta_code"] == 42200 and refused.value.fields["trace"]


HTML = "<html>Bad gateway</html>"


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (Fault(body=HTML, content_type="text/html"), VendorUnreadable),
        (Fault(body=HTML, content_type="text/html", status=404), VendorUnreadable),
        (Fault(body="[]"), VendorUnreadable),
        (Fault(body='{"meta":{"code":20000},"data":null}'), VendorUnreadable),
        (Fault(body='{"meta":{"code":20000},"data":{"returns":[{"id":null}]}}'), VendorUnreadable),
        (Fault(body='{"meta":{"code":42200},"data":null}'), VendorRefused),
        (Fault(body='{"meta":{"code":50000},"data":null}'), VendorUnavailable),
        (Fault(body='{"meta":{"code":40400},"data":null}', status=404), VendorRefused),
    ],
)
async def test_a_broken_answer_is_a_problem_and_never_an_empty_list(
    opened: Any, stand_in: AfterShipReturnsStandIn, fault: Fault, problem: type[Exception]
) -> None:
    stand_in.fail(fault)
    with pytest.raises(problem) as raised:
        await opened().connections().returns.list_returns(FIRST.id)
    assert KEY not in repr(raised.value)


@pytest.mark.parametrize(
    "fault", [Fault(status=503, body=HTML), Fault(cut=True), Fault(status=429, body="{}"), Fault(status=500)]
)
async def test_a_passing_fault_is_survived(opened: Any, stand_in: AfterShipReturnsStandIn, fault: Fault) -> None:
    stand_in.backstage.add_return(a_return())
    stand_in.fail(fault)
    assert await opened().connections().returns.list_returns(FIRST.id)


async def test_a_limit_is_waited_for_as_its_header_says(
    opened: Any, stand_in: AfterShipReturnsStandIn, calls: list[VendorCall]
) -> None:
    stand_in.fail(Fault(status=429, body="{}", headers={"ratelimit-reset": "1"}))
    since = perf_counter()
    await opened().check()
    assert 0.9 < perf_counter() - since < 2.5
    assert [(each.status, each.problem) for each in calls] == [(429, "vendor_unavailable"), (200, "")]


async def test_a_limit_too_long_to_wait_for_is_told(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.fail(Fault(status=429, body="{}", headers={"retry-after": "30"}))
    with pytest.raises(VendorUnavailable) as limited:
        await opened().check()
    assert limited.value.retry_after == 30.0


async def test_an_unknown_version_is_a_refusal(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.gate.versions.remove("2025-01")
    with pytest.raises(VendorRefused):
        await opened(version="2025-01").check()
    await opened(version="2024-07").check()


def test_it_is_offered_for_returns_alone() -> None:
    assert find_offering("aftership_returns").serves == {"returns"}
