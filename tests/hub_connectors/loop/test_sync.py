"""The sync: every state that the list leaves out, every page, windows that Loop takes, and going on after a failure."""

from datetime import timedelta

import pytest

from domain.errors import CredentialsRejected, VendorUnavailable, VendorUnreadable
from domain.ids import OrderId
from domain.returns import ReturnState
from hub_connectors.loop.client import WIDEST, LoopClient, Window
from hub_connectors.loop.index import find_known, find_synced, forget_index
from hub_connectors.loop.settings import LoopSettings
from runtime.clocks import StillClock
from tests.hub_connectors.loop.telling import NOW, OTHER_SHOP, SHOP, Hands, made, order, returns_of
from tests.standins.loop import Fault
from tests.standins.loop.backstage import Backstage

ONE = OrderId("8101")
LIST = "/return/list"


def fill(backstage: Backstage, count: int, *, days: float = 3) -> None:
    """As many returns of as many orders."""
    for number in range(1, count + 1):
        backstage.add_order(order(number))
        backstage.add_return(made(ReturnState.REFUNDED, number=number, of=number, days=days))


def known(hands: Hands, of: OrderId = ONE) -> list[str | None]:
    found = hands.database.run_now(lambda c: find_known(c, SHOP, of), SHOP, writes=False)
    return [each.body.state for each in found.returns]


async def test_every_state_of_the_list_reaches_the_index(hands_on_either: Hands) -> None:
    hands = hands_on_either
    told = (ReturnState.APPROVED, ReturnState.REFUNDED, ReturnState.CANCELLED, ReturnState.EXPIRED)
    for number, state in enumerate((*told, ReturnState.REQUESTED), start=1):
        hands.stand_in.backstage.add_return(made(state, number=number))
    await hands.connect().sync(NOW)
    assert sorted(filter(None, known(hands))) == ["cancelled", "closed", "expired", "open", "review"]


async def test_after_a_sync_an_order_with_returns_needs_no_call(hands: Hands) -> None:
    fill(hands.stand_in.backstage, 1)
    connector = hands.connect()
    await connector.sync(NOW)
    assert len(await returns_of(connector).list_returns(ONE)) == 1
    assert hands.calls("/details") == []


async def test_every_page_is_read_with_the_same_window(hands: Hands) -> None:
    fill(hands.stand_in.backstage, 7)
    connection = LoopClient(LoopSettings.model_validate(hands.stand_in.settings()), client=hands.client)
    window, found, cursor = Window(since=NOW - timedelta(days=30), until=NOW), [], None
    while True:
        page = await connection.list_page(window, cursor, size=3)
        found += [each.id for each in page.returns]
        cursor = page.cursor
        if cursor is None:
            break
    assert sorted(found) == [f"44{number}" for number in range(1, 8)]
    assert len(hands.stand_in.seen) == 3
    assert {each.query["from"] for each in hands.stand_in.seen} == {"2026-10-21T12:00:00Z"}


def test_a_window_wider_than_loop_takes_is_not_asked_for() -> None:
    with pytest.raises(ValueError, match="120 days"):
        Window(since=NOW - WIDEST - timedelta(seconds=1), until=NOW).query()


async def test_a_long_history_is_read_in_windows_and_then_only_what_is_new(hands: Hands) -> None:
    fill(hands.stand_in.backstage, 2, days=150)
    connector = hands.connect(history_days=200)
    first = await connector.sync(NOW)
    assert (first.calls, first.changed) == (3 * 7, 2)
    again = await connector.sync(NOW + timedelta(minutes=5))
    assert (again.calls, again.changed) == (3, 0)
    assert hands.stand_in.seen[-1].query["from"] == "2026-11-20T11:50:00Z"


async def test_a_sync_that_fails_goes_on_where_it_was(hands: Hands) -> None:
    connector = hands.connect(history_days=60)
    hands.stand_in.backstage.limit = 4
    with pytest.raises(VendorUnavailable):
        await connector.sync(NOW)
    done = hands.database.run_now(lambda c: find_synced(c, SHOP), SHOP, writes=False)
    assert done == (NOW - timedelta(days=60), NOW - timedelta(days=30))
    hands.stand_in.backstage.limit = 300
    hands.stand_in.backstage.asked.clear()
    assert (await connector.sync(NOW)).calls == 6
    done = hands.database.run_now(lambda c: find_synced(c, SHOP), SHOP, writes=False)
    assert done == (NOW - timedelta(days=60), NOW)


async def test_one_row_that_cannot_be_read_hides_no_other(hands: Hands) -> None:
    fill(hands.stand_in.backstage, 1)
    hands.stand_in.backstage.returns["broken"] = {
        **hands.stand_in.backstage.returns["441"],
        "id": None,
        "line_items": "gone",
    }
    await hands.connect().sync(NOW)
    assert known(hands) == ["closed"]


@pytest.mark.parametrize("body", ["[]", '{"returns": null}', '"x"', "{}"])
async def test_a_list_of_another_shape_is_not_taken_for_an_empty_one(hands: Hands, body: str) -> None:
    hands.stand_in.fail(Fault(body=body, path=LIST))
    with pytest.raises(VendorUnreadable):
        await hands.connect().sync(NOW)
    assert hands.database.run_now(lambda c: find_synced(c, SHOP), SHOP, writes=False) is None


async def test_a_list_that_never_ends_is_left(hands: Hands) -> None:
    page = '{"returns": [], "nextPageUrl": "https://elsewhere.example/list?cursor=again", "previousPageUrl": null}'
    hands.stand_in.fail(*[Fault(body=page, path=LIST)] * 4)
    with pytest.raises(VendorUnreadable):
        await hands.connect().sync(NOW)
    assert len(hands.stand_in.seen) == 2


async def test_a_sync_without_the_scope_says_so(hands: Hands) -> None:
    with pytest.raises(CredentialsRejected, match='the scope "returns"'):
        await hands.connect(api_key="nobody").sync(NOW)


async def test_an_older_answer_does_not_undo_newer_news(hands_on_either: Hands) -> None:
    hands = hands_on_either
    backstage = hands.stand_in.backstage
    body = backstage.add_return(made(ReturnState.APPROVED))
    newer = {**body, "state": "closed", "updated_at": "2026-11-20T11:59:00Z"}
    connector = hands.connect()
    hands.deliver(connector, *backstage.make_event("return.closed", newer))
    assert (await connector.sync(NOW)).changed == 0
    assert known(hands) == ["closed"]


async def test_shops_keep_their_own_index(hands_on_either: Hands) -> None:
    hands = hands_on_either
    fill(hands.stand_in.backstage, 1)
    await hands.connect().sync(NOW)
    await hands.connect(merchant=OTHER_SHOP).sync(NOW)
    hands.database.run_now(lambda c: forget_index(c, OTHER_SHOP), OTHER_SHOP)
    assert known(hands) == ["closed"]
    assert hands.database.run_now(lambda c: find_synced(c, OTHER_SHOP), OTHER_SHOP, writes=False) is None


async def test_a_return_that_went_where_the_list_does_not_reach_is_still_followed(
    hands: Hands, clock: StillClock
) -> None:
    hands.stand_in.backstage.add_return(made(ReturnState.APPROVED))
    connector = hands.connect()
    await connector.sync(NOW)
    hands.stand_in.backstage.change(441, state="quarantined", updated_at="2026-11-20T12:05:00Z")
    clock.moment = NOW + timedelta(minutes=15)
    await connector.sync(clock.moment)
    (found,) = await returns_of(connector).list_returns(ONE)
    assert found.state is ReturnState.UNKNOWN
