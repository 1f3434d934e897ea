"""Carries outbox rows to whoever delivers their kind, one after the other, and never loses one on the way."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

import structlog

from domain.clock import Clock
from domain.errors import AppError
from runtime import outbox
from runtime.database import Database
from runtime.outbox import Outgoing

log = structlog.get_logger(__name__)

Deliver = Callable[[Outgoing], Awaitable[None]]
_POLL_SECONDS = 0.25


class Courier:
    """``deliverers`` by kind; each must be safe to call again for the same key, and looks up what is uncertain."""

    def __init__(self, *, database: Database, clock: Clock, deliverers: Mapping[str, Deliver]) -> None:
        self._database = database
        self._clock = clock
        self._deliverers = deliverers
        self._task: asyncio.Task[None] | None = None
        self._nudge = asyncio.Event()

    async def start(self) -> None:
        self._task = asyncio.create_task(self._work(), name="courier")

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def wake(self) -> None:
        self._nudge.set()

    async def deliver_due(self) -> int:
        """One round; returns how many rows it took."""
        now = self._clock.now()
        if not await self._database.system().look_up(lambda c: outbox.has_due(c, now)):
            return 0
        rows = await self._database.system().write(lambda c: outbox.take(c, now))
        for outgoing in rows:
            await self._deliver(outgoing)
        return len(rows)

    async def _deliver(self, outgoing: Outgoing) -> None:
        try:
            await self._deliverers[outgoing.kind](outgoing)
        except Exception as error:  # the worker's border: one bad row may not hold up the others
            expected = isinstance(error, AppError)
            problem = error.code if isinstance(error, AppError) else type(error).__name__
            log.warning("delivery_failed", kind=outgoing.kind, problem=problem, exc_info=not expected)
            now = self._clock.now()
            await self._database.system().write(lambda c: outbox.postpone(c, outgoing, problem=problem, now=now))
        else:
            await self._database.system().write(lambda c: outbox.settle(c, outgoing))

    async def _work(self) -> None:
        """The worker's border: a round that fails is logged and the next one comes."""
        while True:
            try:
                busy = await self.deliver_due()
            except Exception:
                log.exception("courier_round_failed")
                busy = 0
            if not busy:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._nudge.wait(), _POLL_SECONDS)
                self._nudge.clear()
