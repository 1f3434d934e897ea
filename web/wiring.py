"""Where everything is joined: settings become a database, connectors, knowledge and the running agent."""

import asyncio
import gc
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

from sqlalchemy.engine import Connection

from agent.dispatcher import Dispatcher
from agent.runner import TurnRunner
from agent.turn import Shop, Toolbox
from agent.understanding.embedded.mentions import LineMentions
from domain.clock import Clock
from domain.errors import NotAllowed
from domain.ids import MerchantId
from domain.policy import ReturnPolicy
from hub_connectors.registry import Connector, open_connector
from knowledge.chroma import VectorFolder
from knowledge.library import Library
from records.articles.queries import list_languages
from records.identity import SEND_CODE
from records.merchants import Merchant, find_by_widget_key, find_merchant, list_merchants
from records.policies import find_policy
from runtime.bell import Bell, PostgresBell
from runtime.clocks import SystemClock
from runtime.courier import Courier
from runtime.crypto import Keys
from runtime.database import Database
from runtime.phrases import Phrases, load_phrases
from runtime.settings import Settings
from web.codes import CodeSender
from web.engines import open_engines
from web.throttle import Throttle

_FRESH_SECONDS = 2.0


class Shops:
    """Builds each merchant's shop from its row and keeps it for a moment; switches take effect within two seconds."""

    def __init__(self, *, database: Database, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._kept: dict[MerchantId, tuple[float, Shop]] = {}
        self.vectors = VectorFolder(settings.data / "index")
        self._libraries: dict[MerchantId, Library] = {}
        self._connectors: dict[MerchantId, Connector] = {}

    async def get_shop(self, merchant: MerchantId) -> Shop:
        """Raises NotAllowed for a merchant that does not exist."""
        kept = self._kept.get(merchant)
        if kept and monotonic() - kept[0] < _FRESH_SECONDS:
            return kept[1]
        shop = await self._build(merchant)
        self._kept[merchant] = monotonic(), shop
        return shop

    async def find_by_key(self, widget_key: str) -> Shop | None:
        merchant = await self._database.system().read(lambda c: find_by_widget_key(c, widget_key))
        return await self.get_shop(merchant.id) if merchant else None

    async def warm(self) -> None:
        """Opens the index before the first shopper asks; the libraries behind it are slow to import."""
        for merchant in await self._database.system().read(list_merchants):
            shop = await self.get_shop(merchant)
            await shop.knowledge.search(shop.merchant.name, language=shop.merchant.language)

    def forget(self, merchant: MerchantId) -> None:
        """After a change of settings."""
        self._kept.pop(merchant, None)

    async def _build(self, merchant: MerchantId) -> Shop:
        row = await self._database.merchant(merchant).read(lambda c: find_merchant(c, merchant))
        if row is None:
            raise NotAllowed("no such merchant")
        connector = self._connector(row)
        today = connector.calendar.today()

        def read(connection: Connection) -> tuple[ReturnPolicy | None, bool]:
            return find_policy(connection, merchant, today), bool(list_languages(connection, merchant))

        policy, has_content = await self._database.merchant(merchant).read(read)
        return Shop(
            merchant=row,
            connections=connector.connections(),
            knowledge=self._library(row),
            calendar=connector.calendar,
            policy=policy,
            has_content=has_content,
        )

    async def get_connector(self, merchant: MerchantId) -> Connector:
        """The merchant's connector itself, for the sandbox's own pages and controls."""
        await self.get_shop(merchant)
        return self._connectors[merchant]

    def _connector(self, merchant: Merchant) -> Connector:
        if merchant.id not in self._connectors:
            self._connectors[merchant.id] = open_connector(
                merchant.connector, database=self._database, merchant=merchant.id, clock=self._clock
            )
        return self._connectors[merchant.id]

    def _library(self, merchant: Merchant) -> Library:
        if merchant.id not in self._libraries:
            self._libraries[merchant.id] = Library(
                self._database,
                merchant.id,
                vectors=self.vectors,
                default_language=merchant.language,
            )
        return self._libraries[merchant.id]


@dataclass(slots=True, kw_only=True)
class Install:
    """A running install: what routes reach through ``request.app.state.install``."""

    settings: Settings
    database: Database
    keys: Keys
    clock: Clock
    phrases: Phrases
    shops: Shops
    bell: Bell
    tools: Toolbox
    runner: TurnRunner
    dispatcher: Dispatcher
    courier: Courier
    throttle: Throttle = field(default_factory=Throttle)
    warming: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.warming = asyncio.create_task(self._warm_up(), name="warm up")
        await self.bell.start()
        await self.dispatcher.start()
        await self.courier.start()

    async def _warm_up(self) -> None:
        """What start-up made stays for good: the garbage collector need not walk it again and again."""
        await self.shops.warm()
        gc.collect()
        gc.freeze()

    async def stop(self) -> None:
        if self.warming:
            self.warming.cancel()
        await self.dispatcher.stop()
        await self.courier.stop()
        await self.bell.stop()
        self.close()

    def close(self) -> None:
        """Lets go of the database and the index; for commands, which never start the loops."""
        self.shops.vectors.close()
        self.database.close()


def open_install(settings: Settings, *, clock: Clock | None = None) -> Install:
    """Joins everything; nothing runs before ``start``."""
    clock = clock or SystemClock()
    database = Database(settings.database)
    keys = Keys.open(settings.data)
    shops = Shops(database=database, settings=settings, clock=clock)
    bell = Bell() if database.sqlite else PostgresBell(database.url)
    phrases = load_phrases()
    engines = open_engines(settings)
    tools = Toolbox(
        clock=clock,
        keys=keys,
        phrases=phrases,
        understanding=engines.understanding,
        wording=engines.wording,
        model=engines.model,
        limits=engines.limits,
        mentions=LineMentions(),
        base_url=settings.base_url,
    )
    runner = TurnRunner(database=database, tools=tools, find_shop=shops.get_shop, announce=bell.ring, show=bell.show)
    sender = CodeSender(database=database, shops=shops.get_shop, keys=keys, clock=clock, phrases=phrases)
    return Install(
        settings=settings,
        database=database,
        keys=keys,
        clock=clock,
        phrases=phrases,
        shops=shops,
        bell=bell,
        tools=tools,
        runner=runner,
        dispatcher=Dispatcher(
            database=database,
            runner=runner,
            clock=clock,
            slots=settings.turn_slots,
            lease=timedelta(seconds=settings.lease_seconds),
        ),
        courier=Courier(database=database, clock=clock, deliverers={SEND_CODE: sender.send}),
    )
