"""A merchant connects vendors in the console, and the shopper's next reply uses them: decisions as before, links that
lead to the vendor's own portal, and the demo shop's portal again when they are let go."""

import asyncio
import json
import re
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy import select

from domain.ids import ConversationId
from records.audit import list_audit
from records.connections.tables import connections, webhooks
from tests.seeded import Served
from tests.standins.aftership_returns import AfterShipReturnsStandIn
from tests.standins.loop import LoopStandIn
from tests.standins.loop.backstage import return_event
from tests.standins.world import World, read_world
from tests.web.chatting import Chat, open_chat
from tests.web.console.team import COORDINATOR, HOME, Desk, own, sign_in
from web.seed import DEMO
from web.speaking_as import speak_as

CAMILLE, JONAS = "camille.laurent@example.com", "jonas.becker@example.com"
HOOK = f"/webhooks/loop/{DEMO}"


@pytest.fixture(scope="module")
def world(served: Served) -> World:
    """What the demo shop knows of Camille, and of Jonas, who has sent things back; as it is on the server's day."""
    install = served.install

    async def read() -> World:
        ports = (await install.shops.get_shop(DEMO)).connections
        assert ports.customers
        found = [await ports.customers.find_by_email(each) for each in (CAMILLE, JONAS)]
        chosen = [each.id for each in found if each]
        return await read_world(install.database, DEMO, clock=install.clock, customers=chosen)

    return asyncio.run(read())


@pytest.fixture(scope="module")
def loop(served: Served, world: World) -> Iterator[LoopStandIn]:
    with LoopStandIn(world, clock=served.install.clock, shop_numbers=True) as running:
        yield running


@pytest.fixture(scope="module")
def aftership(world: World) -> Iterator[AfterShipReturnsStandIn]:
    with AfterShipReturnsStandIn(world) as running:
        yield running


@pytest.fixture(scope="module")
def desk(served: Served) -> Desk:
    return sign_in(served.url)


@pytest.fixture(autouse=True)
def _nothing_connected(desk: Desk) -> Iterator[None]:
    yield
    for name in ("loop", "aftership_returns"):
        desk.post(f"/connections/{name}/disconnect")


def _connect_loop(desk: Desk, loop: LoopStandIn, status: int = 200, **changed: str) -> str:
    fields = {**loop.settings(), "look_up": "zip", "eligibility": "yes", "history_days": "120"}
    return desk.post("/connections/loop", status, **{**fields, **changed})


def _ask(served: Served) -> tuple[str, list[str]]:
    """What Camille is told of her blue jacket, and the short links that come with it."""
    with httpx.Client(base_url=served.url, timeout=30) as client:
        chat = open_chat(client)
        _become_camille(served, chat)
        replies = chat.say("I want to return the blue jacket")
    cards = [block for each in replies for block in each["body"]["blocks"] if block["kind"] == "card"]
    links = [action["url"] for card in cards for action in card["actions"]]
    said = [{name: value for name, value in card.items() if name != "actions"} for card in cards]
    return json.dumps(said, sort_keys=True), links


def _become_camille(served: Served, chat: Chat) -> None:
    asyncio.run(speak_as(served.install, ConversationId(chat.id), CAMILLE, actor="test"))


def _follow(served: Served, link: str) -> str:
    path = re.sub(r"^https?://[^/]+", "", link)
    answer = httpx.get(f"{served.url}{path}")
    assert answer.status_code == 303, answer.text[:300]
    return answer.headers["location"]


def test_the_same_question_is_decided_alike_and_leads_to_the_vendors_portal(
    served: Served, desk: Desk, loop: LoopStandIn, aftership: AfterShipReturnsStandIn
) -> None:
    before, links = _ask(served)
    assert "Alba jacket" in before
    assert links
    assert _follow(served, links[0]).startswith("/sandbox/portal/")

    assert "Connected. The next reply uses it." in _connect_loop(desk, loop)
    with_loop, links = _ask(served)
    assert with_loop == before
    portal = _follow(served, links[0])
    assert portal.startswith(loop.root_url)
    opened = httpx.get(portal.replace("/#/link/", "/portal/"))
    assert "Alba jacket" in opened.text
    desk.post("/connections/loop/disconnect")

    desk.post("/connections/aftership_returns", version="2026-07", **aftership.settings())
    with_aftership, links = _ask(served)
    assert with_aftership == before
    assert _follow(served, links[0]).startswith(aftership.root_url)

    desk.post("/connections/aftership_returns/disconnect")
    again, links = _ask(served)
    assert again == before
    assert _follow(served, links[0]).startswith("/sandbox/portal/")


def test_an_empty_key_is_mended_in_the_form(desk: Desk, loop: LoopStandIn) -> None:
    page = _connect_loop(desk, loop, 422, api_key="")
    assert "Something in the form does not fit" in page
    assert loop.api_url in page, "what was typed stays"
    assert "Not connected" in page


def test_a_wrong_key_needs_new_credentials(desk: Desk, loop: LoopStandIn) -> None:
    page = _connect_loop(desk, loop, 422, api_key="not-the-key")
    assert "does not accept these credentials" in page
    assert "not-the-key" not in page
    assert "Not connected" in page


def test_a_vendor_that_is_down_is_tried_later(desk: Desk, loop: LoopStandIn) -> None:
    page = _connect_loop(desk, loop, 422, base_url="http://127.0.0.1:9/api/v1")
    assert "Nothing was saved; try again in a minute" in page
    assert "Not connected" in page


def test_a_failed_change_keeps_what_was_connected(desk: Desk, loop: LoopStandIn) -> None:
    _connect_loop(desk, loop)
    _connect_loop(desk, loop, 422, api_key="not-the-key")
    page = desk.get("/connections/loop")
    assert "Not connected" not in page
    assert "Connected. The next reply uses it." in _connect_loop(desk, loop, api_key="", webhook_secret="")


def test_secrets_are_neither_shown_nor_kept_in_the_clear(served: Served, desk: Desk, loop: LoopStandIn) -> None:
    _connect_loop(desk, loop)
    for path in ("/connections", "/connections/loop"):
        page = desk.get(path)
        assert loop.key not in page
        assert loop.secret not in page
    kept = select(connections).where(connections.c.merchant_id == DEMO)
    assert len(served.install.database.run_now(lambda c: c.execute(kept).all(), DEMO)) == 1
    for file in sorted(served.install.settings.data.rglob("*")):
        held = file.read_bytes() if file.is_file() else b""
        assert loop.key.encode() not in held, file
        assert loop.secret.encode() not in held, file


def test_connecting_and_letting_go_are_on_record(served: Served, desk: Desk, loop: LoopStandIn) -> None:
    _connect_loop(desk, loop)
    desk.post("/connections/loop/disconnect")
    noted = served.install.database.run_now(lambda c: list_audit(c, DEMO), DEMO)
    assert {("connected", "loop"), ("disconnected", "loop")} <= {(each.verb, each.subject) for each in noted}


def test_only_who_may_connect_does(served: Served, loop: LoopStandIn) -> None:
    desk = sign_in(served.url, COORDINATOR)
    assert desk.client.get(f"{HOME}/connections").status_code == 200
    assert desk.client.get(f"{HOME}/connections/loop").status_code == 403
    sent = {"mark": "0", **loop.settings()}
    answer = desk.client.post(f"{HOME}/connections/loop", data=sent, headers=own(desk.client))
    assert answer.status_code == 403
    assert "role" in answer.text


def _deliver(served: Served, raw: bytes, signature: str, path: str = HOOK) -> httpx.Response:
    return httpx.post(f"{served.url}{path}", content=raw, headers={"x-loop-signature": signature})


def _event(loop: LoopStandIn) -> tuple[bytes, str]:
    """That a return changed."""
    made = next(iter(loop.backstage.returns.values()))
    return loop.backstage.make_event("return.updated", return_event(made))


def test_an_event_counts_once(served: Served, desk: Desk, loop: LoopStandIn) -> None:
    _connect_loop(desk, loop)
    raw, signature = _event(loop)
    answers = [_deliver(served, raw, signature) for _ in range(2)]
    assert [each.status_code for each in answers] == [200, 200]
    assert [each.json()["duplicate"] for each in answers] == [False, True]
    rows = served.install.database.run_now(
        lambda c: c.execute(select(webhooks).where(webhooks.c.merchant_id == DEMO)).all(), DEMO
    )
    assert len(rows) == 1
    assert "return" in desk.get("/connections/loop")


def test_a_forged_event_is_refused(served: Served, desk: Desk, loop: LoopStandIn) -> None:
    _connect_loop(desk, loop)
    raw, signature = _event(loop)
    assert _deliver(served, raw.replace(b'"id"', b'"di"'), signature).status_code == 401
    assert _deliver(served, raw, "").status_code == 401
    assert _deliver(served, *loop.backstage.make_event("return.updated", {"id": 1}, secret="guess")).status_code == 401


def test_nobody_else_takes_its_events(served: Served, desk: Desk, loop: LoopStandIn) -> None:
    _connect_loop(desk, loop)
    raw, signature = _event(loop)
    assert _deliver(served, raw, signature, "/webhooks/loop/another-shop").status_code == 404
    assert _deliver(served, raw, signature, f"/webhooks/shopify/{DEMO}").status_code == 404
    assert _deliver(served, raw, signature, f"/webhooks/unheard-of/{DEMO}").status_code == 404


def test_after_letting_go_its_events_are_not_taken(served: Served, desk: Desk, loop: LoopStandIn) -> None:
    _connect_loop(desk, loop)
    raw, signature = _event(loop)
    desk.post("/connections/loop/disconnect")
    assert _deliver(served, raw, signature).status_code == 404
