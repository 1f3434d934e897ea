"""Where everything is joined: settings become a database, connectors, knowledge and the running agent."""

import asyncio
import gc
from dataclasses import dataclass, field
from datetime import timedelta

from agent.dispatcher import Dispatcher
from agent.runner import TurnRunner
from agent.turn import Toolbox
from agent.understanding.embedded.mentions import LineMentions
from domain.clock import Clock
from records.identity import SEND_CODE
from runtime.bell import Bell, PostgresBell
from runtime.clocks import SystemClock
from runtime.courier import Courier
from runtime.crypto import Keys
from runtime.database import Database
from runtime.phrases import Phrases, load_phrases
from runtime.sealing import Seal
from runtime.settings import Settings
from web.codes import CodeSender
from web.engines import open_engines
from web.shops import Shops
from web.throttle import Throttle
from web.vendor_sync import VendorSync


@dataclass(slots=True, kw_only=True)
class Install:
    """A running install: what routes reach through ``request.app.state.install``."""

    settings: Settings
    database: Database
    keys: Keys
    seal: Seal
    clock: Clock
    phrases: Phrases
    shops: Shops
    bell: Bell
    tools: Toolbox
    runner: TurnRunner
    dispatcher: Dispatcher
    courier: Courier
    vendor_sync: VendorSync
    throttle: Throttle = field(default_factory=Throttle)
    warming: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self.warming = asyncio.create_task(self._warm_up(), name="warm up")
        await self.bell.start()
        await self.dispatcher.start()
        await self.courier.start()
        await self.vendor_sync.start()

    async def _warm_up(self) -> None:
        """What start-up made stays for good: the garbage collector need not walk it again and again."""
        if self.tools.model:
            await self.tools.model.warm()
        await self.shops.warm()
        gc.collect()
        gc.freeze()

    async def stop(self) -> None:
        if self.warming:
            self.warming.cancel()
        await self.vendor_sync.stop()
        await self.dispatcher.stop()
        await self.courier.stop()
        await self.bell.stop()
        await self.shops.close()
        if self.tools.model:
            await self.tools.model.close()
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
    seal = Seal.open(keys)
    shops = Shops(database=database, settings=settings, clock=clock, seal=seal)
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
        seal=seal,
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
        vendor_sync=VendorSync(database=database, shops=shops, clock=clock),
        courier=Courier(database=database, clock=clock, deliverers={SEND_CODE: sender.send}),
    )
