"""The connector against its stand-in over real HTTP; the stand-in tells a part of the demo shop's stories."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.engine import Connection

from domain.clock import Clock
from domain.ids import CustomerId, MerchantId
from domain.languages import Language
from hub_connectors.offering import Opening
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.seed import seed_shop
from hub_connectors.shopify.adapter import ShopifyShop, open_shopify
from hub_connectors.shopify.settings import ShopifySettings
from runtime.clocks import RealCalendar, StillClock
from runtime.database import Database
from runtime.http import VendorCall
from tests.standins.shopify import ShopifyStandIn
from tests.standins.world import World, read_world

MERCHANT = MerchantId("maison-alder")
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
Opened = Callable[..., ShopifyShop]


@pytest.fixture(scope="session")
def demo_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('shopify') / 'shop.db'}")
    database.create_tables()
    database.run_now(lambda connection: seed_shop(connection, MERCHANT, date(2026, 11, 24)), MERCHANT)
    yield database
    database.close()


@pytest.fixture(scope="session")
async def world(demo_shop: Database) -> World:
    """Every eightieth customer, and those of the newest orders and returns, each with all their orders."""
    orders, returns = tables.orders, tables.returns
    ours = orders.c.merchant_id == MERCHANT, orders.c.placed_at <= NOON
    recent = select(orders.c.customer_id).where(*ours).order_by(orders.c.placed_at.desc())
    here = (returns.c.order_id == orders.c.id) & (returns.c.merchant_id == MERCHANT)
    with_returns = recent.join(returns, here).where(returns.c.merchant_id == MERCHANT)
    names = select(tables.customers.c.id).where(tables.customers.c.merchant_id == MERCHANT)

    def choose(connection: Connection) -> list[CustomerId]:
        everybody = connection.execute(names.order_by(tables.customers.c.id)).scalars().all()
        lately = [connection.execute(each.limit(12)).scalars() for each in (recent, with_returns)]
        return [CustomerId(each) for each in dict.fromkeys([*everybody[::80], *lately[0], *lately[1]])]

    chosen = demo_shop.run_now(choose, MERCHANT, False)
    return await read_world(demo_shop, MERCHANT, clock=StillClock(NOON), customers=chosen)


@pytest.fixture(scope="session")
async def running(world: World) -> AsyncIterator[ShopifyStandIn]:
    async with ShopifyStandIn(world) as started:
        yield started


@pytest.fixture
def stand_in(running: ShopifyStandIn) -> ShopifyStandIn:
    running.restore()
    return running


@pytest.fixture(scope="session")
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


@pytest.fixture
def calls() -> list[VendorCall]:
    return []


@pytest.fixture
def opened(stand_in: ShopifyStandIn, http: httpx.AsyncClient, demo_shop: Database, calls: list[VendorCall]) -> Opened:
    """Opens a connection with what a merchant would fill in; ``clock`` is the shop's noon when not given."""

    def open_with(*, clock: Clock | None = None, language: Language = Language.EN, **settings: Any) -> ShopifyShop:
        chosen = clock or StillClock(NOON)
        return open_shopify(
            Opening(
                merchant=MERCHANT,
                settings=ShopifySettings.model_validate(stand_in.settings(**settings)),
                database=demo_shop,
                clock=chosen,
                calendar=RealCalendar(chosen, ZoneInfo("Europe/Paris")),
                language=language,
                client=http,
                observe=calls.append,
            )
        )

    return open_with


@pytest.fixture
def shop(opened: Opened) -> ShopifyShop:
    return opened()
