"""Reads AfterShip's lists from where the last reading ended, so that the index knows every return of the past year.

A shop's first reading may take longer than one turn; what was read is kept, and until the end is reached nobody is told
that an order has no return.
"""

import asyncio
import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic

from sqlalchemy.engine import Connection

from domain.errors import VendorRefused, VendorUnavailable
from hub_connectors.aftership import Credentials
from hub_connectors.aftership_returns.client import LAST_PAGE, PAGE_SIZE, ReturnsClient, Window
from hub_connectors.aftership_returns.index import find_read_to, note_read_to, note_returns, orders_of
from hub_connectors.aftership_returns.mapping import read_moment
from hub_connectors.aftership_returns.wire import WireReturn, WireReturns
from hub_connectors.offering import Opening

_OVERLAP = timedelta(minutes=5)
_YEAR = timedelta(days=365)
_SHORTEST = timedelta(hours=1)
_TOO_MANY = LAST_PAGE * PAGE_SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long a list counts as read, how long a turn reads on, and how many returns are read in one go."""

    fresh_seconds: float = 3.0
    patience_seconds: float = 4.0
    many: int = 10 * PAGE_SIZE


class Listing:
    """One merchant's; ``catch_up`` may be called as often as wanted, a turn's calls share one request."""

    def __init__(
        self, client: ReturnsClient, credentials: Credentials, opening: Opening, *, pace: Pace | None = None
    ) -> None:
        self._pace = pace or Pace()
        self._client = client
        self._rows = opening.database.merchant(opening.merchant)
        self._merchant = opening.merchant
        self._clock = opening.clock
        self._account = hashlib.sha256(credentials.api_key.get_secret_value().encode()).hexdigest()[:32]
        self._lock = asyncio.Lock()
        self._fresh_until = 0.0
        self._noted: frozenset[str] = frozenset()

    async def catch_up(self) -> None:
        """Raises VendorUnavailable while a first reading goes on, and whatever the client raises."""
        async with self._lock:
            if monotonic() < self._fresh_until:
                return
            since, end = monotonic(), False
            while not end:
                if monotonic() - since > self._pace.patience_seconds:
                    raise VendorUnavailable("this shop's returns are still being read", retry_after=2.0)
                end = await self._advance()
            self._fresh_until = monotonic() + self._pace.fresh_seconds

    async def _advance(self) -> bool:
        """Reads one window, the next one; True when it reached the present."""
        read_to = await self._rows.look_up(lambda c: find_read_to(c, self._merchant, self._account))
        window = Window(since=read_to - _OVERLAP if read_to else None)
        first = await self._client.list_page(window)
        if first.pagination.total > self._pace.many:
            window, first = await self._narrow(window, first)
        seen = await self._read_pages(window, first)
        made = [at for each in seen if (at := read_moment(each.created_at))]
        newest = window.until or max([*made, *([read_to] if read_to else [])], default=None)
        await self._note(seen, newest if newest != read_to else None)
        return window.until is None

    async def _narrow(self, window: Window, first: WireReturns) -> tuple[Window, WireReturns]:
        """A beginning of the window that takes about ten pages; a crowded one is halved until it can be listed."""
        now = self._clock.now()
        begin = window.since or now - _YEAR
        span = (now - begin) * (self._pace.many / first.pagination.total)
        while True:
            span = max(span, _SHORTEST)
            part = replace(window, until=begin + span if begin + span < now else None)
            page = await self._client.list_page(part)
            if page.pagination.total <= _TOO_MANY:
                return part, page
            if span == _SHORTEST:
                raise VendorRefused("more returns in an hour than AfterShip lists")
            span /= 2

    async def _read_pages(self, window: Window, first: WireReturns) -> list[WireReturn]:
        seen, page, answered = list(first.returns), 1, first
        while answered.pagination.has_next_page and page < LAST_PAGE:
            page += 1
            answered = await self._client.list_page(window, page)
            seen += answered.returns
        return seen

    async def _note(self, seen: list[WireReturn], read_to: datetime | None) -> None:
        """Writes only when something is new: the overlap brings the same few returns again and again."""
        orders = orders_of(seen)
        if read_to is None and orders.keys() <= self._noted:
            return

        def write(connection: Connection) -> None:
            note_returns(connection, self._merchant, orders)
            if read_to:
                note_read_to(connection, self._merchant, self._account, read_to)

        await self._rows.write(write)
        self._noted = frozenset(orders)
