"""The connector against one stand-in that each test finds as new, with an empty index."""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.returns import Returns
from hub_connectors.aftership import AfterShip
from hub_connectors.aftership_returns.adapter import AfterShipReturns
from hub_connectors.aftership_returns.client import ReturnsClient
from hub_connectors.aftership_returns.listing import Listing, Pace
from hub_connectors.aftership_returns.settings import ReturnsSettings
from hub_connectors.offering import Opening
from runtime.database import Database
from runtime.http import VendorCall
from tests.hub_connectors.aftership_opening import connect, make_opening
from tests.hub_connectors.aftership_returns.telling import ORDERS
from tests.standins.aftership_returns import AfterShipReturnsStandIn

Connect = Callable[..., Any]
Prepare = Callable[..., Opening]


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("aftership") / "empty.db"
    database = Database(f"sqlite:///{path}")
    database.create_tables()
    database.close()
    return path


@pytest.fixture
def store(empty_store: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "store.db"
    shutil.copy(empty_store, path)
    database = Database(f"sqlite:///{path}")
    yield database
    database.close()


@pytest.fixture(scope="session")
async def running_returns() -> AsyncIterator[AfterShipReturnsStandIn]:
    async with AfterShipReturnsStandIn() as started:
        yield started


@pytest.fixture(scope="session")
async def returns_client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


@pytest.fixture
def stand_in(running_returns: AfterShipReturnsStandIn) -> AfterShipReturnsStandIn:
    """Orders without a return yet."""
    running_returns.renew()
    running_returns.backstage.orders |= {order.id: order for order in ORDERS}
    return running_returns


@pytest.fixture
def calls() -> list[VendorCall]:
    return []


@pytest.fixture
def prepare(
    stand_in: AfterShipReturnsStandIn, store: Database, calls: list[VendorCall], returns_client: httpx.AsyncClient
) -> Prepare:
    """What the connector is opened with; keywords replace settings, and what the shop gives."""

    def make(*, clock: Any = None, find_customer: Any = None, **changed: Any) -> Opening:
        return make_opening(
            "aftership_returns",
            stand_in.settings(**changed),
            database=store,
            client=returns_client,
            calls=calls,
            clock=clock,
            find_customer=find_customer,
        )

    return make


@pytest.fixture
def opened(prepare: Prepare) -> Connect:
    return lambda **changed: connect("aftership_returns", prepare(**changed))


@pytest.fixture
def paced(prepare: Prepare) -> Callable[..., Returns]:
    """The port with a list that is read at another pace."""

    def make(**pace: Any) -> Returns:
        opening = prepare()
        settings = opening.settings
        assert isinstance(settings, ReturnsSettings)
        client = ReturnsClient(AfterShip("aftership_returns", settings, opening), settings.version)
        return AfterShipReturns(client, Listing(client, settings, opening, pace=Pace(**pace)), opening)

    return make
