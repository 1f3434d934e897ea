"""Keeps what vendors cannot be asked for by order in an index of ours: a look at each vendor every few minutes."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from datetime import datetime
from typing import Protocol, runtime_checkable

import structlog

from domain.clock import Clock
from domain.errors import AppError
from domain.ids import MerchantId
from hub_connectors.registry import VENDORS
from records.connections import list_connected
from records.merchants import list_merchants
from runtime.database import Database
from web.shops import Shops

log = structlog.get_logger(__name__)

_PAUSE_SECONDS = 300.0


@runtime_checkable
class Synced(Protocol):
    """A connector with an index; a sync that fails goes on where it was."""

    def sync(self, now: datetime) -> Awaitable[object]: ...


class VendorSync:
    """One round after the other for as long as the install runs; several processes may do so at once."""

    def __init__(self, *, database: Database, shops: Shops, clock: Clock) -> None:
        self._database = database
        self._shops = shops
        self._clock = clock
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(self._work(), name="vendor sync")

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def sync_all(self) -> int:
        """Every merchant's vendors in turn; returns how many answered. One that fails is tried again next time."""
        answered = 0
        for merchant in await self._database.system().read(list_merchants):
            for connected in await self._list(merchant):
                answered += await self._sync(merchant, connected)
        return answered

    async def _list(self, merchant: MerchantId) -> list[str]:
        found = await self._database.merchant(merchant).read(lambda c: list_connected(c, merchant))
        return [each.connector for each in found if each.connector in VENDORS]

    async def _sync(self, merchant: MerchantId, connector: str) -> bool:
        try:
            vendor = await self._shops.get_vendor(merchant, connector)
            if not isinstance(vendor, Synced):
                return False
            await vendor.sync(self._clock.now())
        except AppError as problem:
            log.warning("vendor_sync_failed", merchant=merchant, connector=connector, problem=problem.code)
            return False
        return True

    async def _work(self) -> None:
        """The worker's border: whatever goes wrong in one round, the next round comes."""
        while True:
            try:
                await self.sync_all()
            except Exception:
                log.exception("vendor_sync_round_failed")
            await asyncio.sleep(_PAUSE_SECONDS)
