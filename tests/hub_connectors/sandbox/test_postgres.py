"""The same shop on PostgreSQL: made once though two processes start together, read, written and played with."""

import asyncio
from collections.abc import Iterator

import pytest

from domain.claims import ClaimState
from domain.incidents import ChosenWay, IncidentChoice, IncidentState
from hub_connectors.sandbox.adapter import MERCHANT, SandboxStore
from hub_connectors.sandbox.calendar import SandboxCalendar
from hub_connectors.sandbox.demo import DemoStory, find_demo
from runtime.clocks import StillClock
from runtime.database import Database
from tests.hub_connectors.sandbox.conftest import ANCHOR, NOON
from tests.postgres import create_database, drop_database


@pytest.fixture
def database(postgres_server: str) -> Iterator[Database]:
    opened = Database(create_database(postgres_server, "sandbox_shop"))
    opened.create_tables()
    yield opened
    opened.close()
    drop_database(postgres_server, "sandbox_shop")


async def test_the_shop_lives_on_postgresql(database):
    stores = [SandboxStore(database, MERCHANT, SandboxCalendar(StillClock(NOON))) for _ in range(2)]
    assert await asyncio.gather(*(store.seed() for store in stores)) == [ANCHOR, ANCHOR]
    store, ports = stores[0], stores[0].connections()
    page = await ports.orders.list_orders(find_demo(DemoStory.INSIDE_WINDOW).customer.id)
    assert [order.number for order in page.items] == ["MA-104233", "MA-387120"]
    [incident] = await ports.incidents.list_incidents(find_demo(DemoStory.FAILED_DELIVERY).customer.id)
    way = ChosenWay(choice=IncidentChoice.REDELIVER, day=incident.days[0])
    both = [each.connections().incidents.record_choice(incident.id, way=way, key="turn:1") for each in stores]
    kept, again = await asyncio.gather(*both)
    assert kept == again
    assert kept.state is IncidentState.AWAITING_CARRIER
    [claim] = await ports.claims.list_claims(find_demo(DemoStory.LOST_PARCEL).customer.id)
    sent = await ports.claims.record_statement(claim.id, text="Je n'ai rien reçu.", key="turn:2")
    assert sent.state is ClaimState.SUBMITTED
    await store.controls.refresh_demo()
    [fresh] = await ports.incidents.list_incidents(find_demo(DemoStory.FAILED_DELIVERY).customer.id)
    assert fresh == incident
