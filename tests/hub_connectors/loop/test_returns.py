"""The Returns port: from the index, from details when the index may not answer, never somebody else's."""

import json
from datetime import timedelta
from typing import Any

import pytest

from domain.errors import CredentialsRejected, VendorRefused, VendorUnavailable, VendorUnreadable
from domain.ids import OrderId
from domain.returns import Authority, PortalVisit, ProviderAnswer, Resolution, Return, ReturnState
from hub_connectors.loop.adapter import LoopConnector
from runtime.clocks import StillClock
from runtime.http import VendorCall
from tests.hub_connectors.loop.telling import ALICE, NOW, Hands, line, made, order, returns_of
from tests.standins.loop import Fault
from tests.standins.loop.backstage import label_event

ONE, TWO = OrderId("8101"), OrderId("8102")
DETAILS = "/return/details"


async def listed(connector: LoopConnector, of: OrderId = ONE) -> tuple[Return, ...]:
    found: tuple[Return, ...] = await returns_of(connector).list_returns(of)
    return found


@pytest.mark.parametrize(
    ("state", "resolution", "shown"),
    [
        (ReturnState.REQUESTED, Resolution.REFUND, ReturnState.REQUESTED),
        (ReturnState.APPROVED, Resolution.EXCHANGE, ReturnState.APPROVED),
        (ReturnState.IN_TRANSIT, Resolution.REFUND, ReturnState.IN_TRANSIT),
        (ReturnState.RECEIVED, Resolution.STORE_CREDIT, ReturnState.RECEIVED),
        (ReturnState.REFUNDED, Resolution.REFUND, ReturnState.REFUNDED),
        (ReturnState.EXCHANGED, Resolution.EXCHANGE, ReturnState.EXCHANGED),
        (ReturnState.STORE_CREDITED, Resolution.STORE_CREDIT, ReturnState.STORE_CREDITED),
        (ReturnState.EXPIRED, Resolution.REFUND, ReturnState.EXPIRED),
        (ReturnState.CANCELLED, Resolution.REFUND, ReturnState.CANCELLED),
        (ReturnState.UNKNOWN, Resolution.REFUND, ReturnState.UNKNOWN),
        (ReturnState.REJECTED, Resolution.REFUND, ReturnState.UNKNOWN),
    ],
)
async def test_a_return_of_every_state_is_told(
    hands: Hands, state: ReturnState, resolution: Resolution, shown: ReturnState
) -> None:
    hands.stand_in.backstage.add_return(made(state, resolution))
    (found,) = await listed(hands.connect())
    assert (found.state, found.resolution, found.order, found.number) == (shown, resolution, ONE, "441")
    assert [(each.line, each.quantity) for each in found.lines] == [("11", 2)]
    assert found.created == NOW - timedelta(days=5)
    assert (found.tracking_number is None) == (state in {ReturnState.REQUESTED, ReturnState.APPROVED})


async def test_an_order_without_a_return_is_asked_about_once(hands: Hands) -> None:
    connector = hands.connect()
    assert await listed(connector) == ()
    assert await listed(connector) == ()
    assert len(hands.calls(DETAILS)) == 1


async def test_what_is_fresh_is_not_asked_again_and_what_is_old_is(hands: Hands, clock: StillClock) -> None:
    hands.stand_in.backstage.add_return(made(ReturnState.APPROVED))
    connector = hands.connect()
    await listed(connector)
    hands.stand_in.backstage.change(441, label_status="in_transit", updated_at="2026-11-20T12:05:00Z")
    clock.moment = NOW + timedelta(minutes=9)
    assert (await listed(connector))[0].state is ReturnState.APPROVED
    clock.moment = NOW + timedelta(minutes=11)
    assert (await listed(connector))[0].state is ReturnState.IN_TRANSIT
    assert len(hands.calls(DETAILS)) == 2


async def test_after_a_visit_of_the_portal_the_order_is_asked_about_sooner(hands: Hands, clock: StillClock) -> None:
    connector = hands.connect()
    await listed(connector)
    await returns_of(connector).portal_url(PortalVisit(order=order(), lines=(), resolution=None))
    hands.stand_in.backstage.add_return(made(ReturnState.APPROVED))
    clock.moment = NOW + timedelta(minutes=2)
    assert len(await listed(connector)) == 1


async def test_of_several_returns_each_on_its_way_is_refreshed(hands: Hands, clock: StillClock) -> None:
    """Details of an order tell of one return only."""
    first = made(ReturnState.APPROVED, number=1, days=4)
    hands.stand_in.backstage.add_return(first)
    connector = hands.connect()
    await listed(connector)
    hands.stand_in.backstage.add_return(made(ReturnState.APPROVED, number=2, days=1))
    clock.moment = NOW + timedelta(minutes=11)
    await listed(connector)
    clock.moment = NOW + timedelta(minutes=22)
    hands.stand_in.backstage.change(441, label_status="delivered", updated_at="2026-11-20T12:20:00Z")
    assert [(each.id, each.state) for each in await listed(connector)] == [
        ("442", ReturnState.APPROVED),
        ("441", ReturnState.RECEIVED),
    ]


async def test_a_return_that_loop_no_longer_has_is_gone(hands: Hands, clock: StillClock) -> None:
    hands.stand_in.backstage.add_return(made(ReturnState.APPROVED))
    connector = hands.connect()
    await listed(connector)
    hands.stand_in.backstage.returns.clear()
    clock.moment = NOW + timedelta(minutes=11)
    assert await listed(connector) == ()


async def test_somebody_elses_return_is_never_told(hands: Hands) -> None:
    hands.stand_in.backstage.add_return(made(ReturnState.APPROVED, of=2))
    body = json.dumps(hands.stand_in.backstage.returns["441"])
    hands.stand_in.fail(Fault(body=body, path=DETAILS))
    with pytest.raises(VendorUnreadable):
        await listed(hands.connect())


async def test_while_loop_is_away_what_was_confirmed_lately_is_told(hands: Hands, clock: StillClock) -> None:
    hands.stand_in.backstage.add_return(made(ReturnState.APPROVED))
    connector = hands.connect()
    await listed(connector)
    clock.moment = NOW + timedelta(minutes=30)
    hands.stand_in.fail(*[Fault(status=503)] * 3)
    assert len(await listed(connector)) == 1
    clock.moment = NOW + timedelta(minutes=90)
    hands.stand_in.fail(*[Fault(status=503)] * 3)
    with pytest.raises(VendorUnavailable):
        await listed(connector)


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (Fault(body="<html>maintenance</html>", content_type="text/html"), VendorUnreadable),
        (Fault(body="[]"), VendorUnreadable),
        (Fault(body='{"id": null}'), VendorUnreadable),
        (Fault(body='{"errors": {"code": "UNEXPECTED_ERROR", "message": "x"}}'), VendorUnavailable),
        (Fault(body='{"errors": {"code": "UNPROCESSABLE_RETURN", "message": "x"}}'), VendorRefused),
        (Fault(body='{"error": {"code": "NOT_AUTHORIZED", "message": "x"}}'), CredentialsRejected),
        (Fault(body='{"errors": "Unauthorized."}', status=401), CredentialsRejected),
    ],
)
async def test_an_answer_that_is_none_is_an_error_of_ours(hands: Hands, fault: Fault, problem: type[Exception]) -> None:
    hands.stand_in.fail(*[fault] * 3)
    with pytest.raises(problem):
        await listed(hands.connect())


async def test_a_cut_answer_is_asked_for_again(hands: Hands) -> None:
    hands.stand_in.backstage.add_return(made(ReturnState.APPROVED))
    hands.stand_in.fail(Fault(body='{"id": 4', cut=True))
    assert len(await listed(hands.connect())) == 1


async def test_a_limit_without_a_time_to_wait_is_tried_again_and_then_told(hands: Hands) -> None:
    hands.stand_in.backstage.limit = 0
    with pytest.raises(VendorUnavailable) as told:
        await listed(hands.connect())
    assert told.value.retry_after is None


@pytest.mark.parametrize(("wrong", "scope"), [("nobody", "returns"), ("orders-only", "returns")])
async def test_a_refused_key_names_the_scope_to_check_and_never_the_key(hands: Hands, wrong: str, scope: str) -> None:
    hands.stand_in.backstage.keys["orders-only"] = frozenset({"orders"})
    calls: list[VendorCall] = []
    with pytest.raises(CredentialsRejected) as told:
        await listed(hands.connect(api_key=wrong, observe=calls.append))
    assert f'the scope "{scope}"' in str(told.value)
    assert wrong not in f"{told.value!r} {told.value.fields} {calls}"
    assert told.value.__cause__ is None


async def test_every_call_is_seen(hands: Hands) -> None:
    calls: list[VendorCall] = []
    await listed(hands.connect(observe=calls.append))
    assert [(each.vendor, each.name, each.status) for each in calls] == [("loop", "returns.details", 200)]


async def test_advice_is_advice_and_asked_once_for_an_order(hands: Hands) -> None:
    backstage = hands.stand_in.backstage
    backstage.refused_lines.add("12")
    returns = returns_of(hands.connect())
    first, second = order().lines
    assert await returns.check_line(order(), first) == ProviderAnswer(authority=Authority.ADVISORY, eligible=True)
    refused = await returns.check_line(order(), second)
    assert (refused.authority, refused.eligible, refused.code) == (Authority.ADVISORY, False, "OUTSIDE_POLICY")
    assert len(hands.calls("/return-eligibility")) == 1


async def test_a_line_that_loop_does_not_name_is_not_known(hands: Hands) -> None:
    hands.stand_in.backstage.unnamed_lines.add("11")
    answer = await returns_of(hands.connect()).check_line(order(), order().lines[0])
    assert (answer.authority, answer.eligible) == (Authority.ADVISORY, None)


@pytest.mark.parametrize("status", [402, 403, 404, 405])
async def test_a_plan_without_advice_leaves_the_policy_alone(hands: Hands, status: int) -> None:
    hands.stand_in.fail(Fault(status=status, path="/return-eligibility"))
    answer = await returns_of(hands.connect()).check_line(order(), order().lines[0])
    assert answer == ProviderAnswer(authority=Authority.NONE, eligible=None)


async def test_an_order_that_loop_does_not_know_has_no_advice(hands: Hands) -> None:
    other = order(9, lines=(line("91"),))
    answer = await returns_of(hands.connect()).check_line(other, other.lines[0])
    assert answer.authority is Authority.NONE


async def test_advice_may_be_switched_off(hands: Hands) -> None:
    answer = await returns_of(hands.connect(eligibility=False)).check_line(order(), order().lines[0])
    assert answer.authority is Authority.NONE
    assert hands.calls() == []


async def test_failed_advice_is_asked_for_again(hands: Hands) -> None:
    returns = returns_of(hands.connect())
    hands.stand_in.fail(*[Fault(status=500, path="/return-eligibility")] * 3)
    with pytest.raises(VendorUnavailable):
        await returns.check_line(order(), order().lines[0])
    assert (await returns.check_line(order(), order().lines[0])).eligible


async def test_advice_needs_its_own_scope(hands: Hands) -> None:
    hands.stand_in.backstage.keys["returns-only"] = frozenset({"returns"})
    with pytest.raises(CredentialsRejected, match='the scope "orders"'):
        await returns_of(hands.connect(api_key="returns-only")).check_line(order(), order().lines[0])


@pytest.mark.parametrize(("mode", "secret"), [("zip", "75 011"), ("email", ALICE.email), ("phone", ALICE.phone)])
async def test_the_portal_opens_with_what_the_shop_asks_for(hands: Hands, mode: str, secret: str) -> None:
    hands.stand_in.backstage.look_up = mode
    visit = PortalVisit(order=order(), lines=(), resolution=Resolution.REFUND)
    url = await returns_of(hands.connect(look_up=mode)).portal_url(visit)
    assert url.startswith(f"{hands.stand_in.root_url}/#/link/")
    assert hands.stand_in.seen[-1].body == {"name": "#1001", "zip": secret}


async def test_the_recipient_of_a_gift_opens_it_as_one(hands: Hands) -> None:
    visit = PortalVisit(order=order(), lines=(), resolution=None, by_recipient=True)
    await returns_of(hands.connect()).portal_url(visit)
    assert hands.stand_in.seen[-1].body["gift"] is True


async def test_an_order_that_cannot_be_opened_leads_to_the_portals_door_or_nowhere(hands: Hands) -> None:
    hands.stand_in.backstage.look_up = "email"
    visit = PortalVisit(order=order(), lines=(), resolution=None)
    with pytest.raises(VendorRefused) as told:
        await returns_of(hands.connect()).portal_url(visit)
    assert "75 011" not in f"{told.value!r}{told.value.fields}"
    portal = "https://shop.loopreturns.example"
    assert await returns_of(hands.connect(portal=portal)).portal_url(visit) == portal


async def test_making_a_link_is_never_tried_twice(hands: Hands) -> None:
    hands.stand_in.fail(Fault(status=503, path="/order/link"))
    with pytest.raises(VendorUnavailable):
        await returns_of(hands.connect()).portal_url(PortalVisit(order=order(), lines=(), resolution=None))
    assert len(hands.calls("/order/link")) == 1


@pytest.mark.parametrize("answer", [{"url": "javascript:alert(1)"}, {"url": None}, {}, []])
async def test_a_link_that_is_none_is_not_handed_out(hands: Hands, answer: Any) -> None:
    hands.stand_in.fail(Fault(body=json.dumps(answer), path="/order/link"))
    with pytest.raises(VendorUnreadable):
        await returns_of(hands.connect()).portal_url(PortalVisit(order=order(), lines=(), resolution=None))


async def test_a_label_event_for_an_unknown_return_makes_the_order_be_asked_about(
    hands: Hands, clock: StillClock
) -> None:
    connector = hands.connect()
    assert await listed(connector) == ()
    body = hands.stand_in.backstage.add_return(made(ReturnState.APPROVED))
    raw, signature = hands.stand_in.backstage.make_event("label.created", label_event(body, "new", NOW))
    hands.deliver(connector, raw, signature)
    assert len(await listed(connector)) == 1


async def test_a_good_connection_is_proved_without_a_trace(hands: Hands) -> None:
    await hands.connect().check()
    assert {each.path.rsplit("/", 1)[-1] for each in hands.stand_in.seen} == {"list", "link"}
    assert hands.stand_in.backstage.visits == {}


@pytest.mark.parametrize(("has", "lacks"), [("orders", "returns"), ("returns", "orders")])
async def test_the_check_names_the_scope_that_is_missing(hands: Hands, has: str, lacks: str) -> None:
    hands.stand_in.backstage.keys["half"] = frozenset({has})
    with pytest.raises(CredentialsRejected, match=f'the scope "{lacks}"'):
        await hands.connect(api_key="half").check()
