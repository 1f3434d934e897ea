"""Whether the index may answer for an order, and asking Loop when it may not.

Changes reach the index by webhooks and by the sync; details are asked when an order was never looked at, when neither
has confirmed it lately, and when a return on its way was last told of some time ago. Details tell of one return, and
what an order with several gets is not documented, so that each known one is asked for by itself.
"""

import asyncio
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from domain.clock import Clock
from domain.errors import VendorUnavailable, VendorUnreadable
from domain.ids import MerchantId, OrderId
from hub_connectors.loop.client import LoopClient
from hub_connectors.loop.index import Kept, Known, find_known, forget_return, keep_returns, note_looked
from hub_connectors.loop.wire import LoopReturn
from runtime.database import Database

FRESH = timedelta(minutes=10)
FRESH_AFTER_VISIT = timedelta(minutes=1)
VISIT_COUNTS = timedelta(hours=2)
STILL_GOOD = timedelta(hours=1)
_TOGETHER = 6
_SETTLED = frozenset({"closed", "cancelled", "expired"})


class Looking:
    """Answers for orders from the index; at most a few of Loop's answers are waited for at once."""

    def __init__(self, database: Database, merchant: MerchantId, *, client: LoopClient, clock: Clock) -> None:
        self._records = database.merchant(merchant)
        self._merchant = merchant
        self._client = client
        self._clock = clock
        self._together = asyncio.Semaphore(_TOGETHER)

    async def list_returns(self, order: OrderId) -> tuple[LoopReturn, ...]:
        """Raises VendorProblem; while Loop is away, what was confirmed within the hour is told as it stands."""
        known = await self._find(order)
        now = self._clock.now()
        fresh = _fresh_for(known, now)
        if _confirmed(known) + fresh < now:
            try:
                async with self._together:
                    await self._refresh(order, known)
            except VendorUnavailable:
                if _confirmed(known) + STILL_GOOD < now:
                    raise
            known = await self._find(order)
        return tuple(each.body for each in known.returns)

    async def _find(self, order: OrderId) -> Known:
        return await self._records.look_up(lambda c: find_known(c, self._merchant, order))

    async def _refresh(self, order: OrderId, known: Known) -> None:
        """The order's return, and those on their way that were not it."""
        now = self._clock.now()
        found = await self._client.find_return(order=order)
        told = [_of_order(found, order)] if found else []
        others = [
            each.body.id for each in known.returns if _moves(each) and all(each.body.id != one.id for one in told)
        ]
        gone: list[str] = []
        for return_id in others:
            again = await self._client.find_return(return_id=return_id)
            if again is None:
                gone.append(return_id)
            else:
                told.append(_of_order(again, order))

        def keep(connection: Connection) -> None:
            for return_id in gone:
                forget_return(connection, self._merchant, return_id)
            keep_returns(connection, self._merchant, told, now)
            note_looked(connection, self._merchant, order, now)

        await self._records.write(keep)


def _of_order(found: LoopReturn, order: OrderId) -> LoopReturn:
    """Raises VendorUnreadable for a return of another order: somebody else's is never told."""
    if found.provider_order_id and found.provider_order_id != order:
        raise VendorUnreadable("loop sent the return of another order")
    return found if found.provider_order_id else found.model_copy(update={"provider_order_id": str(order)})


def _moves(kept: Kept) -> bool:
    return (kept.body.state or "").lower() not in _SETTLED


def _confirmed(known: Known) -> datetime:
    """Since when nothing is known to be missing: the order's own look or the sync, and each return on its way.

    The sync cannot see a return that went into a state that Loop's list does not offer, so that what moves is asked
    for by itself.
    """
    seen = [each for each in (known.looked, known.synced if known.returns or known.looked else None) if each]
    order = max(seen, default=_LONG_AGO)
    return min([order, *(each.fetched for each in known.returns if _moves(each))])


def _fresh_for(known: Known, now: datetime) -> timedelta:
    """Who has just been to the portal may have made a return there."""
    visited = known.visited is not None and known.visited + VISIT_COUNTS > now
    return FRESH_AFTER_VISIT if visited else FRESH


_LONG_AGO = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
