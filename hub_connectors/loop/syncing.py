"""Bringing the index up to date with the list: what changed since the last time, a little overlapping."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.errors import VendorUnreadable
from domain.ids import MerchantId
from hub_connectors.loop.client import LoopClient, Window
from hub_connectors.loop.index import find_synced, keep_returns, save_synced
from runtime.database import Database

OVERLAP = timedelta(minutes=10)
STEP = timedelta(days=30)
# Without a state the list leaves cancelled returns and those in review out.
ASKED_FOR = (None, "cancelled", "review")
_MOST_PAGES = 1000
_FREE_CALLS = 30
_SPACING = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What one sync did; ``until`` is how far the index is complete now."""

    until: datetime
    calls: int
    changed: int


class Syncing:
    """Windows of at most 30 days, oldest first, each noted when it is in: a sync that fails goes on where it was.

    A long sync leaves a third of Loop's 300 calls a minute to shoppers.
    """

    def __init__(self, database: Database, merchant: MerchantId, *, client: LoopClient, history: timedelta) -> None:
        self._records = database.merchant(merchant)
        self._merchant = merchant
        self._client = client
        self._history = history

    async def sync(self, now: datetime) -> Synced:
        """Raises VendorProblem and CredentialsRejected; what was done until then is kept."""
        done = await self._records.look_up(lambda c: find_synced(c, self._merchant))
        first, start = (done[0], done[1] - OVERLAP) if done else (now - self._history, now - self._history)
        calls = changed = 0
        for since, until in _steps(start, now):
            for state in ASKED_FOR:
                asked, kept = await self._read(Window(since=since, until=until, state=state), now, calls)
                calls, changed = calls + asked, changed + kept
            await self._note(first, until)
        return Synced(until=now, calls=calls, changed=changed)

    async def _note(self, first: datetime, until: datetime) -> None:
        await self._records.write(lambda c: save_synced(c, self._merchant, first, until))

    async def _read(self, window: Window, now: datetime, calls: int) -> tuple[int, int]:
        """Every page of a window: how many calls, and how many returns changed."""
        cursor, seen, changed = None, set[str](), 0
        for asked in range(1, _MOST_PAGES + 1):
            if calls + asked > _FREE_CALLS:
                await asyncio.sleep(_SPACING)
            page = await self._client.list_page(window, cursor)
            rows = [each for each in page.returns if each.provider_order_id]
            if rows:
                changed += await self._records.write(lambda c, rows=rows: keep_returns(c, self._merchant, rows, now))  # type: ignore[misc]
            cursor = page.cursor
            if cursor is None:
                return asked, changed
            if cursor in seen:
                break
            seen.add(cursor)
        raise VendorUnreadable("loop's list does not end")


def _steps(start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    while start < end:
        until = min(start + STEP, end)
        yield start, until
        start = until
