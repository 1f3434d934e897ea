"""Each merchant's shop as its turns see it: row, connected vendors, knowledge and policy, kept for a moment."""

from collections import deque
from functools import partial
from time import monotonic
from zoneinfo import ZoneInfo

import httpx
from sqlalchemy.engine import Connection

from agent.turn import Shop
from domain.clock import Clock, ShopCalendar
from domain.customers import Customer
from domain.errors import NotAllowed, SettingsInvalid, VendorRefused
from domain.ids import CustomerId, MerchantId
from domain.policy import ReturnPolicy
from hub_connectors.offering import Connector, Opening
from hub_connectors.registry import SANDBOX, find_offering, join, open_sandbox, open_vendor
from hub_connectors.sandbox.adapter import SandboxStore
from knowledge.chroma import VectorFolder
from knowledge.library import Library
from records.articles.queries import list_languages
from records.connections import Connected, list_connected
from records.merchants import Merchant, find_by_widget_key, find_merchant, list_merchants
from records.policies import find_policy
from runtime.clocks import RealCalendar
from runtime.database import Database
from runtime.http import VendorCall
from runtime.sealing import Seal
from runtime.settings import Settings

_FRESH_SECONDS = 2.0
_LAST_CALLS = 200


class Shops:
    """Builds each merchant's shop and keeps it for a moment; switches take effect within two seconds."""

    def __init__(self, *, database: Database, settings: Settings, clock: Clock, seal: Seal) -> None:
        self._database = database
        self._clock = clock
        self._seal = seal
        self._client = httpx.AsyncClient(limits=httpx.Limits(max_connections=100, max_keepalive_connections=20))
        self._kept: dict[MerchantId, tuple[float, Shop]] = {}
        self.vectors = VectorFolder(settings.data / "index")
        self._libraries: dict[MerchantId, Library] = {}
        self._sandboxes: dict[MerchantId, SandboxStore] = {}
        self._vendors: dict[tuple[MerchantId, str], tuple[str, Connector]] = {}
        self._calls: dict[MerchantId, deque[VendorCall]] = {}

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

    async def get_sandbox(self, merchant: MerchantId) -> SandboxStore:
        """The demo shop itself, for its own pages and controls; raises NotAllowed for a shop that has none."""
        await self.get_shop(merchant)
        if merchant not in self._sandboxes:
            raise NotAllowed("this shop is no demo shop")
        return self._sandboxes[merchant]

    async def get_vendor(self, merchant: MerchantId, connector: str) -> Connector:
        """What the merchant connected under this name; raises NotAllowed when nothing."""
        await self.get_shop(merchant)
        if (merchant, connector) not in self._vendors:
            raise NotAllowed("not connected")
        return self._vendors[merchant, connector][1]

    def last_calls(self, merchant: MerchantId) -> tuple[VendorCall, ...]:
        """What vendors were asked lately by this process, newest first."""
        return tuple(reversed(self._calls.get(merchant, ())))

    def open_connector(self, merchant: Merchant, connector: str, settings: str) -> Connector:
        """A connection with these settings (JSON text), kept nowhere; raises SettingsInvalid when they do not fit."""
        offering = find_offering(connector)
        try:
            parsed = offering.settings.model_validate_json(settings)
        except ValueError as wrong:
            raise SettingsInvalid(f"the settings of {connector} do not fit") from wrong
        calls = self._calls.setdefault(merchant.id, deque(maxlen=_LAST_CALLS))
        opening = Opening(
            merchant=merchant.id,
            settings=parsed,
            database=self._database,
            clock=self._clock,
            calendar=self._calendar(merchant),
            language=merchant.language,
            client=self._client,
            observe=calls.append,
            find_customer=partial(self._find_customer, merchant.id),
        )
        return open_vendor(connector, opening)

    async def close(self) -> None:
        await self._client.aclose()

    async def _find_customer(self, merchant: MerchantId, customer: CustomerId) -> Customer:
        ports = (await self.get_shop(merchant)).connections
        if ports.customers is None:
            raise VendorRefused("no vendor of this shop knows its customers")
        return await ports.customers.get_customer(customer)

    async def _build(self, merchant: MerchantId) -> Shop:
        def read(connection: Connection) -> tuple[Merchant | None, tuple[Connected, ...], bool]:
            found = find_merchant(connection, merchant), list_connected(connection, merchant)
            return *found, bool(list_languages(connection, merchant))

        row, connected, has_content = await self._database.merchant(merchant).read(read)
        if row is None:
            raise NotAllowed("no such merchant")
        calendar = self._calendar(row)
        today = calendar.today()
        policy: ReturnPolicy | None = await self._database.merchant(merchant).read(
            lambda c: find_policy(c, merchant, today)
        )
        self._let_go(merchant, {each.connector for each in connected})
        offered = [self._vendor(row, each).connections() for each in connected]
        if row.connector == SANDBOX:
            offered.append(self._sandbox(row).connections())
        return Shop(
            merchant=row,
            connections=join(offered),
            knowledge=self._library(row),
            calendar=calendar,
            policy=policy,
            has_content=has_content,
            sandbox_only=row.connector == SANDBOX and not connected,
        )

    def _calendar(self, merchant: Merchant) -> ShopCalendar:
        """The demo shop's day may be moved; a real shop's may not."""
        if merchant.connector == SANDBOX:
            return self._sandbox(merchant).calendar
        return RealCalendar(self._clock, ZoneInfo(merchant.zone))

    def _sandbox(self, merchant: Merchant) -> SandboxStore:
        if merchant.id not in self._sandboxes:
            self._sandboxes[merchant.id] = open_sandbox(self._database, merchant.id, self._clock)
        return self._sandboxes[merchant.id]

    def _vendor(self, merchant: Merchant, connected: Connected) -> Connector:
        """Opened once, and again when its credentials change."""
        key = merchant.id, connected.connector
        kept = self._vendors.get(key)
        if kept is None or kept[0] != connected.sealed:
            opened = self.open_connector(merchant, connected.connector, self._seal.reveal(connected.sealed))
            kept = self._vendors[key] = connected.sealed, opened
        return kept[1]

    def _let_go(self, merchant: MerchantId, connected: set[str]) -> None:
        """What is no longer connected is not asked, and takes no webhook."""
        for key in [key for key in self._vendors if key[0] == merchant and key[1] not in connected]:
            del self._vendors[key]

    def _library(self, merchant: Merchant) -> Library:
        if merchant.id not in self._libraries:
            self._libraries[merchant.id] = Library(
                self._database, merchant.id, vectors=self.vectors, default_language=merchant.language
            )
        return self._libraries[merchant.id]
