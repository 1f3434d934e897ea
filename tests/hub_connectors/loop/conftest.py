"""The connector against its stand-in over real HTTP, with an index of its own for each test."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from runtime.clocks import StillClock
from runtime.database import Database
from tests.contracts.storage.conftest import database as either_database
from tests.contracts.storage.conftest import postgres_with_tables, sqlite_template
from tests.hub_connectors.loop.telling import ALICE, NOW, Hands, order
from tests.standins.loop import LoopStandIn
from tests.standins.loop.backstage import Backstage

__all__ = ["either_database", "postgres_with_tables", "sqlite_template"]


@pytest.fixture(scope="session")
async def loop_running() -> AsyncIterator[LoopStandIn]:
    async with LoopStandIn() as started:
        yield started


@pytest.fixture(scope="session")
async def loop_client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


@pytest.fixture
def clock() -> StillClock:
    return StillClock(NOW)


@pytest.fixture
def stand_in(loop_running: LoopStandIn, clock: StillClock) -> LoopStandIn:
    """Empty but for two orders; the running app sees the new backstage."""
    fresh = Backstage(clock=clock)
    fresh.customers[ALICE.id] = ALICE
    for number in (1, 2):
        fresh.add_order(order(number))
    loop_running.put(fresh)
    return loop_running


@pytest.fixture
def store(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "store.db"
    shutil.copy(sqlite_template, path)
    opened = Database(f"sqlite:///{path}")
    yield opened
    opened.close()


@pytest.fixture
def hands(stand_in: LoopStandIn, store: Database, clock: StillClock, loop_client: httpx.AsyncClient) -> Hands:
    return Hands(stand_in, store, clock, loop_client)


@pytest.fixture
def hands_on_either(
    stand_in: LoopStandIn, either_database: Database, clock: StillClock, loop_client: httpx.AsyncClient
) -> Hands:
    """The same on SQLite and on PostgreSQL."""
    return Hands(stand_in, either_database, clock, loop_client)
