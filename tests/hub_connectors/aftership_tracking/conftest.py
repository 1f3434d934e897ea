"""The connector against one stand-in that each test finds as new."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from runtime.database import Database
from runtime.http import VendorCall
from tests.hub_connectors.aftership_opening import connect, make_opening
from tests.standins.aftership_tracking import AfterShipTrackingStandIn

Connect = Callable[..., Any]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """Never used: nothing is kept of parcels."""
    database = Database(f"sqlite:///{tmp_path / 'store.db'}")
    yield database
    database.close()


@pytest.fixture(scope="session")
async def running_tracking() -> AsyncIterator[AfterShipTrackingStandIn]:
    async with AfterShipTrackingStandIn() as started:
        yield started


@pytest.fixture(scope="session")
async def tracking_client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


@pytest.fixture
def stand_in(running_tracking: AfterShipTrackingStandIn) -> AfterShipTrackingStandIn:
    running_tracking.renew()
    return running_tracking


@pytest.fixture
def calls() -> list[VendorCall]:
    return []


@pytest.fixture
def opened(
    stand_in: AfterShipTrackingStandIn, store: Database, calls: list[VendorCall], tracking_client: httpx.AsyncClient
) -> Connect:
    """Opens the connector; keywords replace settings."""

    def make(**changed: Any) -> Any:
        settings = stand_in.settings(**changed)
        opening = make_opening("aftership_tracking", settings, database=store, client=tracking_client, calls=calls)
        return connect("aftership_tracking", opening)

    return make
