"""One seeded shop per session for reading, and a copy of it for each test that plays with it."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from domain.connections import Connections
from hub_connectors.sandbox.adapter import MERCHANT, SandboxStore
from hub_connectors.sandbox.calendar import SandboxCalendar
from hub_connectors.sandbox.seed import seed_shop
from hub_connectors.sandbox.seeding.demo_stories import RESERVED, make_demo
from hub_connectors.sandbox.seeding.world import World, make_world
from runtime.clocks import StillClock
from runtime.database import Database

ANCHOR = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def world() -> World:
    """The generated stories, without a database."""
    return make_world(str(MERCHANT), ANCHOR, reserved=RESERVED)


@pytest.fixture(scope="session")
def demo_world() -> World:
    return make_demo(ANCHOR)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sandbox") / "seeded.db"
    database = Database(f"sqlite:///{path}")
    database.create_tables()
    database.run_now(lambda connection: seed_shop(connection, MERCHANT, ANCHOR), MERCHANT)
    database.close()
    return path


def open_store(path: Path, moment: datetime = NOON) -> tuple[Database, SandboxStore]:
    database = Database(f"sqlite:///{path}")
    return database, SandboxStore(database, MERCHANT, SandboxCalendar(StillClock(moment)))


@pytest.fixture(scope="session")
def still(seeded: Path) -> Iterator[SandboxStore]:
    """The shop at noon of the anchor day, to be read only."""
    database, store = open_store(seeded)
    yield store
    database.close()


@pytest.fixture(scope="session")
def ports(still: SandboxStore) -> Connections:
    return still.connections()


@pytest.fixture
def store(seeded: Path, tmp_path: Path) -> Iterator[SandboxStore]:
    """A copy of the shop to play with."""
    path = tmp_path / "played.db"
    shutil.copy(seeded, path)
    database, store = open_store(path)
    yield store
    database.close()
