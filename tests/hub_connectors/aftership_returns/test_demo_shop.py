"""The demo shop told by AfterShip: whoever asks gets the same returns and parcels as from the demo shop itself."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.connections import Connections
from domain.parcels import Parcel, TrackingEvent
from domain.returns import PortalVisit, Return, ReturnState
from hub_connectors.sandbox.adapter import MERCHANT
from hub_connectors.sandbox.seed import write_world
from hub_connectors.sandbox.seeding.demo_stories import make_demo
from runtime.clocks import StillClock
from runtime.database import Database
from tests.hub_connectors.aftership_opening import connect, make_opening
from tests.standins.aftership_returns import AfterShipReturnsStandIn
from tests.standins.aftership_tracking import AfterShipTrackingStandIn
from tests.standins.world import World, read_world

DAY = date(2026, 11, 24)
NOON = StillClock(datetime(2026, 11, 24, 11, 0, tzinfo=UTC))


@dataclass(frozen=True, kw_only=True)
class Told:
    """The world, and what the two connectors say of it."""

    world: World
    ports: Connections
    returns: AfterShipReturnsStandIn


@pytest.fixture(scope="module")
async def told(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Told]:
    database = Database(f"sqlite:///{Path(tmp_path_factory.mktemp('demo')) / 'store.db'}")
    database.create_tables()
    database.run_now(lambda c: write_world(c, MERCHANT, make_demo(DAY)), MERCHANT)
    world = await read_world(database, MERCHANT, clock=NOON)
    async with (
        AfterShipReturnsStandIn(world) as returns,
        AfterShipTrackingStandIn(world) as tracking,
        httpx.AsyncClient() as client,
    ):
        tracking.backstage.keeps = timedelta(days=1000)

        def open_it(name: str, settings: dict[str, Any]) -> Connections:
            opening = make_opening(name, settings, database=database, client=client, clock=NOON)
            ports: Connections = connect(name, opening).connections()
            return ports

        ports = replace(
            open_it("aftership_returns", returns.settings()),
            tracking=open_it("aftership_tracking", tracking.settings()).tracking,
        )
        yield Told(world=world, ports=ports, returns=returns)
    database.close()


def parcel_told(parcel: Parcel) -> tuple[object, ...]:
    events = [(event.at, event.state, event.code, event.place) for event in parcel.events]
    return parcel.id, parcel.carrier, parcel.tracking_number, parcel.state, parcel.expected, parcel.delivered, events


def return_told(made: Return) -> tuple[object, ...]:
    refund = made.refund
    money = (refund.amount, refund.issued) if refund and made.state in {"refunded", "received"} else None
    return made.id, made.number, made.state, made.resolution, made.lines, made.reason, money


async def test_every_parcel_is_the_same(told: Told) -> None:
    assert told.ports.tracking
    count = 0
    for order in told.world.orders:
        heard = await told.ports.tracking.list_parcels(order.id)
        meant = [_as_heard(each) for each in told.world.parcels[order.id]]
        assert sorted(map(parcel_told, heard), key=str) == sorted(map(parcel_told, meant), key=str), order.number
        count += len(heard)
    assert count > 10


def _as_heard(parcel: Parcel) -> Parcel:
    """A carrier that scanned the delivery has told when it was, even where the shop was not told a day."""
    scans = [event for event in parcel.events if event.state == "delivered" and isinstance(event, TrackingEvent)]
    if parcel.state != "delivered" or parcel.delivered or not scans:
        return parcel
    return replace(parcel, delivered=scans[-1].at)


async def test_every_return_is_the_same(told: Told) -> None:
    assert told.ports.returns
    count = 0
    for order in told.world.orders:
        heard = await told.ports.returns.list_returns(order.id)
        meant = [_as_aftership_knows(each) for each in told.world.returns[order.id]]
        assert list(map(return_told, heard)) == list(map(return_told, meant)), order.number
        count += len(heard)
    assert count


def _as_aftership_knows(made: Return) -> Return:
    """There is no cancelled return."""
    return replace(made, state=ReturnState.EXPIRED) if made.state is ReturnState.CANCELLED else made


async def test_a_return_is_made_on_the_page_that_the_link_opens(told: Told) -> None:
    order = next(each for each in told.world.orders if not told.world.returns[each.id])
    returns = told.ports.returns
    assert returns
    url = await returns.portal_url(PortalVisit(order=order, lines=(), resolution=None))
    async with httpx.AsyncClient() as shopper:
        page = await shopper.get(url)
        assert order.number in page.text and len(re.findall("checkbox", page.text)) == len(order.lines)
        done = await shopper.post(url, data={"line": order.lines[0].id, "resolution": "exchange"})
        assert done.status_code == 200
        assert (await shopper.post(url, data={"line": order.lines[0].id})).status_code == 422
    (made,) = [each for each in told.returns.backstage.returns.values() if each["order"]["external_id"] == order.id]
    assert made["approval_status"] == "submitted" and made["outcomes"] == ["exchange"]


async def test_a_recipients_link_shows_nothing_of_the_order(told: Told) -> None:
    order = told.world.orders[0]
    returns = told.ports.returns
    assert returns
    url = await returns.portal_url(PortalVisit(order=order, lines=(), resolution=None, by_recipient=True))
    async with httpx.AsyncClient() as shopper:
        assert order.number not in (await shopper.get(url)).text
