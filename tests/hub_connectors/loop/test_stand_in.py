"""The stand-in keeps Loop's documented rules, and its portal carries a return through to the index."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.ids import OrderId
from domain.returns import PortalVisit, Resolution, ReturnState
from tests.hub_connectors.loop.telling import ALICE, NOW, Hands, made, order, returns_of
from tests.standins.loop import Fault, LoopStandIn
from tests.standins.running import Running

LIST = "/warehouse/return/list"
DETAILS = "/warehouse/return/details"
LINK = "/order/link"
UNAUTHORISED = {"error": {"code": "401", "http_code": "GEN-UNAUTHORIZED", "message": "Unauthorized."}}


class Receiver(Running):
    """Keeps what is posted to it."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[tuple[bytes, str]] = []

    def make_app(self) -> Starlette:
        async def take(request: Request) -> Response:
            self.got.append((await request.body(), request.headers["x-loop-signature"]))
            return Response("ok")

        return Starlette(routes=[Route("/hook", take, methods=["POST"])])


@pytest.fixture(scope="module")
async def receiver() -> AsyncIterator[Receiver]:
    async with Receiver() as started:
        yield started


async def get(hands: Hands, path: str, *, key: str | None = None, **query: str) -> httpx.Response:
    headers = {"x-authorization": key or hands.stand_in.key}
    return await hands.client.get(hands.stand_in.api_url + path, params=query, headers=headers)


async def post(hands: Hands, path: str, body: Any) -> httpx.Response:
    headers = {"x-authorization": hands.stand_in.key}
    return await hands.client.post(hands.stand_in.api_url + path, json=body, headers=headers)


@pytest.mark.parametrize(
    "headers", [{}, {"authorization": "Bearer loop-key-for-tests"}, {"x-authorization": "Bearer loop-key-for-tests"}]
)
async def test_only_the_bare_key_in_its_own_header_is_taken(hands: Hands, headers: dict[str, str]) -> None:
    answer = await hands.client.get(hands.stand_in.api_url + LIST, headers=headers)
    assert (answer.status_code, answer.json()) == (401, UNAUTHORISED)


async def test_a_missing_scope_is_401(hands: Hands) -> None:
    hands.stand_in.backstage.keys["half"] = frozenset({"orders"})
    assert (await get(hands, LIST, key="half")).status_code == 401


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({}, {"442"}),
        ({"to": "2026-11-01"}, {"442"}),
        ({"from": "2026-11-16 00:00:00"}, {"441"}),
        ({"from": "2026-11-16T00:00:00Z", "to": "2026-11-20T12:00:00Z"}, {"441", "442"}),
        ({"from": "2026-11-01", "to": "2026-11-21", "state": "review"}, {"443"}),
        ({"from": "2026-11-17", "to": "2026-11-21", "filter": "updated_at"}, {"441", "442"}),
    ],
)
async def test_the_list_has_its_windows(hands: Hands, query: dict[str, str], ids: set[str]) -> None:
    backstage = hands.stand_in.backstage
    backstage.add_return(made(ReturnState.APPROVED, number=1, created=NOW - timedelta(days=4)))
    backstage.add_return(made(ReturnState.APPROVED, number=2, created=NOW - timedelta(hours=1)))
    backstage.add_return(made(ReturnState.REQUESTED, number=3))
    answer = await get(hands, LIST, **query)
    assert {str(each["id"]) for each in answer.json()} == ids


@pytest.mark.parametrize(
    "query",
    [
        {"from": "2026-01-01", "to": "2026-11-01"},
        {"from": "yesterday"},
        {"state": "needs review"},
        {"filter": "closed_at"},
        {"paginate": "true", "pageSize": "751"},
        {"paginate": "true", "cursor": "made-up"},
    ],
    ids=str,
)
async def test_a_wrong_list_is_422(hands: Hands, query: dict[str, str]) -> None:
    answer = await get(hands, LIST, **query)
    assert answer.status_code == 422
    assert set(answer.json()) == {"message", "errors"}


async def test_nothing_found_is_an_error_under_200(hands: Hands) -> None:
    answer = await get(hands, DETAILS, order_id="1")
    assert (answer.status_code, set(answer.json())) == (200, {"error"})


async def test_ids_come_in_two_types_and_unknown_keys_come_along(hands: Hands) -> None:
    first = hands.stand_in.backstage.add_return(made(ReturnState.APPROVED, number=1))
    second = hands.stand_in.backstage.add_return(made(ReturnState.APPROVED, number=2))
    assert (first["id"], second["id"]) == (441, "442")
    assert "a_field_of_tomorrow" in first
    assert first["tracking_number"] == "N/A"


@pytest.mark.parametrize("body", [{"name": "#1001", "zip": "75012"}, {"name": "#9999", "zip": "75011"}])
async def test_a_link_does_not_tell_which_part_was_wrong(hands: Hands, body: dict[str, str]) -> None:
    answer = await post(hands, LINK, body)
    assert answer.status_code == 400
    assert answer.json() == {"errors": ["The order could not be found with the details given."]}


async def test_a_link_needs_name_and_zip(hands: Hands) -> None:
    assert (await post(hands, LINK, {"name": "#1001"})).json() == {"errors": ["The zip field is required."]}


async def test_the_limit_is_the_keys_own(hands: Hands) -> None:
    hands.stand_in.backstage.limit = 2
    hands.stand_in.backstage.keys["other"] = frozenset({"returns"})
    answers = [(await get(hands, LIST)).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert "retry-after" not in (await get(hands, LIST)).headers
    assert (await get(hands, LIST, key="other")).status_code == 200


async def test_faults_meet_one_request_each(hands: Hands) -> None:
    hands.stand_in.fail(Fault(status=500), Fault(body="<html>", content_type="text/html"))
    answers = [await get(hands, LIST) for _ in range(3)]
    assert [each.status_code for each in answers] == [500, 200, 200]
    assert answers[1].text == "<html>"


async def test_a_return_made_in_the_portal_reaches_the_shopper(hands: Hands, receiver: Receiver) -> None:
    """The whole way: link, page, choice, event, index."""
    connector = hands.connect()
    assert await returns_of(connector).list_returns(OrderId("8101")) == ()
    hands.stand_in.subscribe(f"{receiver.root_url}/hook")
    url = await returns_of(connector).portal_url(PortalVisit(order=order(), lines=(), resolution=None))
    token = url.rsplit("/", 1)[-1]
    assert "location.hash" in (await hands.client.get(url)).text
    page = f"{hands.stand_in.root_url}/portal/{token}"
    assert "Linen shirt" in (await hands.client.get(page)).text
    assert 'role="alert"' in (await hands.client.post(f"{page}/finish", data={})).text
    done = await hands.client.post(f"{page}/finish", data={"line": "11", "resolution": "store_credit"})
    assert "is made" in done.text
    assert (await hands.client.get(page)).status_code == 404
    raw, signature = receiver.got[-1]
    assert json.loads(raw)["customer"] == ALICE.email
    hands.deliver(connector, raw, signature)
    (found,) = await returns_of(connector).list_returns(OrderId("8101"))
    assert (found.state, found.resolution) == (ReturnState.APPROVED, Resolution.STORE_CREDIT)
    assert [(each.line, each.quantity) for each in found.lines] == [("11", 2)]


async def test_the_recipient_of_a_gift_is_offered_no_refund(hands: Hands) -> None:
    answer = await post(hands, LINK, {"name": "#1001", "zip": "75011", "gift": True})
    token = answer.json()["url"].rsplit("/", 1)[-1]
    page = (await hands.client.get(f"{hands.stand_in.root_url}/portal/{token}")).text
    assert "Store credit" in page
    assert "A refund" not in page


async def test_a_subscription_may_be_made_over_the_api(hands: Hands) -> None:
    body = {"topic": "return", "trigger": "return.created", "url": "http://127.0.0.1:9/hook", "status": "active"}
    assert (await post(hands, "/webhooks", body)).status_code == 201
    assert [each["trigger"] for each in (await get(hands, "/webhooks")).json()["webhooks"]] == ["return.created"]
    assert await hands.stand_in.backstage.send("return.created", {}) == [0]


def test_the_shops_own_numbers_may_be_kept() -> None:
    alone = LoopStandIn(shop_numbers=True)
    alone.backstage.add_order(order())
    body = alone.backstage.add_return(made(ReturnState.APPROVED, number=1))
    assert body["id"] == "441"
