"""How the ports reach the shop's records: misbehaviour first, then one transaction at the shop's present moment."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.engine import Connection

from domain.errors import Conflict
from domain.ids import MerchantId
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.calendar import SandboxCalendar
from hub_connectors.sandbox.faults import Faults, Port
from hub_connectors.sandbox.rows import Shelf
from runtime.database import Database

T = TypeVar("T")
Errand = Callable[[Shelf, datetime], T]
_FRESH = 1.0


class Access:
    """One merchant's demo shop: its records, its calendar and its faults."""

    def __init__(self, database: Database, merchant: MerchantId, calendar: SandboxCalendar, faults: Faults) -> None:
        self.database = database
        self.merchant = merchant
        self.calendar = calendar
        self.faults = faults
        self._offset_read = -_FRESH

    async def read(self, port: Port, errand: Errand[T]) -> T:
        await self.faults.pass_through(port)
        return await self.look(errand)

    async def write(self, port: Port, errand: Errand[T]) -> T:
        await self.faults.pass_through(port)
        return await self.change(errand)

    async def look(self, errand: Errand[T]) -> T:
        """Reads past the faults: for the portal and the controls, which are no vendor calls."""
        return await self.database.merchant(self.merchant).look_up(lambda connection: self._run(connection, errand))

    async def change(self, errand: Errand[T]) -> T:
        return await self.database.merchant(self.merchant).write(lambda connection: self._run(connection, errand))

    def _run(self, connection: Connection, errand: Errand[T]) -> T:
        """The offset is read again every second, so that a clock moved by one process is moved for all."""
        if time.monotonic() - self._offset_read > _FRESH:
            self.calendar.offset = self._read_offset(connection)
            self._offset_read = time.monotonic()
        return errand(Shelf(connection, self.merchant), self.calendar.now())

    def _read_offset(self, connection: Connection) -> timedelta:
        query = select(tables.shops.c.offset_seconds).where(tables.shops.c.merchant_id == self.merchant)
        return timedelta(seconds=connection.execute(query).scalar() or 0)


def once(shelf: Shelf, key: str, subject: str) -> bool:
    """True when the write with this key still has to be done; raises Conflict when the key named another subject."""
    done = shelf.write_of(key)
    if done is None:
        shelf.note_write(key, subject)
        return True
    if done != subject:
        raise Conflict("this key was used for something else")
    return False
