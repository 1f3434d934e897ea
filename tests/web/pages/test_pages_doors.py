"""Short links: for whom they were made, until when, and where they lead."""

import json
from datetime import timedelta

import httpx
import pytest

from hub_connectors.sandbox.faults import Port
from tests.web.pages.stage import DEMO, Stage

HUB = "/hub/maison-alder"
CAMILLE = "cus_demo_camille"
DAY = timedelta(days=1)


async def test_a_hub_door_signs_in_and_can_be_opened_again(stage: Stage, client: httpx.AsyncClient) -> None:
    order = await stage.find_order("MA-104233")
    await stage.open_door("hub", json.dumps({"page": "order", "target": order}), CAMILLE, token="t1", lasts=DAY)
    for _ in range(2):
        answer = await client.get("/r/t1")
        assert (answer.status_code, answer.headers["location"]) == (303, f"{HUB}/orders/{order}")
    assert "MA-104233" in (await client.get(answer.headers["location"])).text


@pytest.mark.parametrize("page", ["home", "order", "return", "parcel", "claim", "incident"])
async def test_every_page_of_a_link_exists(stage: Stage, client: httpx.AsyncClient, page: str) -> None:
    target = None if page == "home" else "x_1"
    await stage.open_door("hub", json.dumps({"page": page, "target": target}), CAMILLE, token="t2", lasts=DAY)
    where = (await client.get("/r/t2")).headers["location"]
    assert (await client.get(where)).status_code == (200 if page == "home" else 404)


async def test_a_portal_door_opens_the_portal_with_the_line_chosen(stage: Stage, client: httpx.AsyncClient) -> None:
    store = await stage.store()
    orders = store.connections().orders
    assert orders is not None
    order = await orders.find_order(await stage.find_order("MA-104233"))  # type: ignore[arg-type]
    assert order is not None
    target = {"order": order.id, "lines": [[order.lines[0].id, 1, None]], "resolution": "refund"}
    await stage.open_door("portal", json.dumps(target), CAMILLE, token="t3", lasts=DAY)
    where = (await client.get("/r/t3")).headers["location"]
    assert where.startswith("/sandbox/portal/")
    page = await client.get(where)
    assert f'value="{order.lines[0].id}" checked' in page.text
    assert 'value="refund" required checked' in page.text
    assert client.cookies[f"hub_{DEMO}"]


@pytest.mark.parametrize(("customer", "buyer"), [("cus_demo_alice", False), ("cus_demo_antoine", True)])
async def test_only_the_buyer_of_a_gift_sees_prices_behind_a_portal_door(
    stage: Stage, client: httpx.AsyncClient, customer: str, buyer: bool
) -> None:
    order = await stage.find_order("MA-683019")
    target = json.dumps({"order": order, "lines": [], "resolution": "refund"})
    await stage.open_door("portal", target, customer, token="t7", lasts=DAY)
    page = await client.get((await client.get("/r/t7")).headers["location"])
    assert page.status_code == 200
    assert ("€" in page.text) is buyer
    assert ('value="refund"' in page.text) is buyer
    assert 'value="store_credit"' in page.text


async def test_a_door_to_somebody_elses_order_opens_nothing(stage: Stage, client: httpx.AsyncClient) -> None:
    order = await stage.find_order("MA-731592")
    target = json.dumps({"order": order, "lines": [], "resolution": None})
    await stage.open_door("portal", target, CAMILLE, token="t4", lasts=DAY)
    answer = await client.get("/r/t4")
    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


async def test_an_expired_door_says_what_to_do_and_signs_nobody_in(stage: Stage, client: httpx.AsyncClient) -> None:
    target = json.dumps({"page": "home", "target": None})
    await stage.open_door("hub", target, CAMILLE, token="t5", lasts=-timedelta(seconds=1))
    answer = await client.get("/r/t5")
    assert answer.status_code == 410
    assert "This link has expired" in answer.text
    assert f'href="{HUB}"' in answer.text
    assert "set-cookie" not in answer.headers


async def test_an_unknown_door_says_what_to_do(client: httpx.AsyncClient) -> None:
    answer = await client.get("/r/nothing")
    assert answer.status_code == 404
    assert "ask for a new one in the chat" in answer.text


async def test_a_failing_returns_provider_is_told(stage: Stage, client: httpx.AsyncClient) -> None:
    order = await stage.find_order("MA-104233")
    target = json.dumps({"order": order, "lines": [], "resolution": None})
    await stage.open_door("portal", target, CAMILLE, token="t6", lasts=DAY)
    (await stage.store()).controls.faults.fail_next(Port.RETURNS, 1)
    assert (await client.get("/r/t6")).status_code == 503
    assert (await client.get("/r/t6")).status_code == 303
