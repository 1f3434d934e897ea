"""The pages of an install without the agent: the demo customers' shop, and a second shop beside it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
from fastapi import FastAPI
from starlette.exceptions import HTTPException

import web.tables  # noqa: F401 - every table is known before one is made
from channels.mailbox import list_letters
from domain.ids import CustomerId, MerchantId
from domain.languages import Language
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.adapter import SandboxStore
from hub_connectors.sandbox.rows import Shelf
from hub_connectors.sandbox.seed import write_world
from hub_connectors.sandbox.seeding.demo_stories import make_demo
from records.identity import Door, open_door
from records.merchants import Merchant, add_merchant, save_merchant
from runtime.clocks import StillClock
from runtime.database import Database
from runtime.settings import Mode, Settings
from web.border import Border
from web.pages import ROUTERS
from web.pages.border import answer_elsewhere
from web.seed import DEMO
from web.wiring import Install, open_install

ANCHOR = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
OTHER = MerchantId("other-shop")
BASE = "http://127.0.0.1:8000"
SAME = {"sec-fetch-site": "same-origin"}


def make_shop(merchant: MerchantId, name: str) -> Merchant:
    return Merchant(
        id=merchant,
        name=name,
        widget_key=f"wk_{merchant}",
        zone="Europe/Paris",
        language=Language.FR,
        origins=("*",),
        connector="sandbox",
    )


def seed(path: Path) -> None:
    database = Database(f"sqlite:///{path}")
    database.create_tables()
    for merchant, name in ((DEMO, "Maison Alder"), (OTHER, "Other Shop")):
        shop, world = make_shop(merchant, name), make_demo(ANCHOR)
        database.run_now(lambda c, shop=shop: add_merchant(c, shop), merchant)
        database.run_now(lambda c, m=merchant, w=world: write_world(c, m, w), merchant)
    database.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """An install that was never started, and a visitor's browser without a screen."""

    install: Install
    clock: StillClock

    @property
    def database(self) -> Database:
        return self.install.database

    @asynccontextmanager
    async def browser(self, language: str = "en") -> AsyncIterator[httpx.AsyncClient]:
        app = FastAPI()
        app.state.install = self.install
        for router in ROUTERS:
            app.include_router(router)
        app.add_exception_handler(HTTPException, answer_elsewhere)
        app.add_middleware(Border)
        headers = {"accept-language": language}
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=headers) as client:
            yield client

    async def codes(self, merchant: MerchantId = DEMO) -> list[str]:
        """Sends what is due, then the codes that lie in the mailbox, newest first."""
        await self.install.courier.deliver_due()
        letters = await self.database.merchant(merchant).read(lambda c: list_letters(c, merchant))
        return [letter.code for letter in letters]

    async def sign_in(self, client: httpx.AsyncClient, address: str, merchant: MerchantId = DEMO) -> httpx.Response:
        await client.post(f"/hub/{merchant}/sign-in", data={"address": address}, headers=SAME)
        code = (await self.codes(merchant))[0]
        return await client.post(f"/hub/{merchant}/code", data={"code": code}, headers=SAME)

    async def find_order(self, number: str, merchant: MerchantId = DEMO) -> str:
        def errand(shelf: Shelf) -> str:
            order = shelf.find_order_by_number(number)
            assert order is not None
            return order.id

        return await self.database.merchant(merchant).read(lambda c: errand(Shelf(c, merchant)))

    async def open_door(self, purpose: str, target: str, customer: str, *, token: str, lasts: timedelta) -> None:
        door = Door(
            merchant=DEMO,
            customer=CustomerId(customer),
            purpose=purpose,
            target=target,
            expires=self.clock.now() + lasts,
        )
        token_hash = self.install.keys.hash("door", token)
        await self.database.merchant(DEMO).write(lambda c: open_door(c, door, token_hash))

    async def store(self) -> SandboxStore:
        store = await self.install.shops.get_sandbox(DEMO)
        assert isinstance(store, SandboxStore)
        return store

    async def save(self, merchant: Merchant) -> None:
        await self.database.merchant(merchant.id).write(lambda c: save_merchant(c, merchant))
        self.install.shops.forget(merchant.id)

    async def count_returns(self) -> int:
        query = tables.returns.select().where(tables.returns.c.merchant_id == DEMO)
        return len(await self.database.merchant(DEMO).read(lambda c: c.execute(query).all()))


def open_stage(folder: Path, *, mode: Mode = Mode.DEMO) -> Stage:
    clock = StillClock(NOON)
    return Stage(install=open_install(Settings(data=folder, mode=mode), clock=clock), clock=clock)


def hidden_fields(page: str) -> dict[str, str]:
    """What a page's hidden fields would send."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
