"""Gives lanes to the runner: at once when this process accepted the message, and by a slow poll for everything else."""

import asyncio
import os
from contextlib import suppress
from datetime import timedelta

import structlog

from agent.runner import TurnRunner, take_turn
from domain.clock import Clock
from domain.ids import ConversationId
from runtime import inbox
from runtime.database import Database

log = structlog.get_logger(__name__)

_POLL_SECONDS = 0.5


class Dispatcher:
    """At most ``slots`` turns at a time in this process, one per conversation."""

    def __init__(self, *, database: Database, runner: TurnRunner, clock: Clock, slots: int, lease: timedelta) -> None:
        self._database = database
        self._runner = runner
        self._clock = clock
        self._lease = lease
        self._slots = asyncio.Semaphore(slots)
        self._owner = f"{os.uname().nodename}:{os.getpid()}"
        self._tasks: dict[ConversationId, asyncio.Task[None]] = {}
        self._again: set[ConversationId] = set()
        self._poller: asyncio.Task[None] | None = None
        self._recovery: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """On SQLite nobody else can be at work: what the last process left is taken up before anything else runs."""
        if self._database.sqlite:
            await self._database.system().write(lambda c: inbox.abandon_leases(c, self._clock.now()))
            await self._recover()
        self._poller = asyncio.create_task(self._poll(), name="inbox poll")

    async def stop(self) -> None:
        """Lets running turns finish."""
        if self._poller:
            self._poller.cancel()
            with suppress(asyncio.CancelledError):
                await self._poller
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=10)

    def wake(self, conversation: ConversationId) -> None:
        """Something may be due in this lane; never blocks. A lane that is busy is looked at again when it is free."""
        if conversation in self._tasks:
            self._again.add(conversation)
            return
        task = asyncio.create_task(self.run_lane(conversation))
        self._tasks[conversation] = task
        task.add_done_callback(lambda _: self._freed(conversation))

    def _freed(self, conversation: ConversationId) -> None:
        self._tasks.pop(conversation, None)
        if conversation in self._again:
            self._again.discard(conversation)
            self.wake(conversation)

    async def run_lane(self, conversation: ConversationId) -> None:
        """One turn of a lane, when it is free and something in it is due."""
        async with self._slots:
            now = self._clock.now()
            taken = await self._database.system().write(
                lambda c: take_turn(c, conversation, owner=self._owner, now=now, lease=self._lease)
            )
            if taken:
                await self._runner.run(taken)

    async def _recover(self) -> None:
        """Lanes whose process died, one at a time: the message that killed it takes no other down with it again."""
        for conversation in await self._database.system().read(lambda c: inbox.list_crashed(c, self._clock.now())):
            await self.run_lane(conversation)

    async def _poll(self) -> None:
        """The worker's border: whatever goes wrong in one round, the next round comes."""
        while True:
            try:
                if not self._database.sqlite and (self._recovery is None or self._recovery.done()):
                    self._recovery = asyncio.create_task(self._recover(), name="inbox recovery")
                due = await self._database.system().read(lambda c: inbox.list_due(c, self._clock.now()))
                for conversation in due:
                    self.wake(conversation)
            except Exception:
                log.exception("inbox_poll_failed")
            await asyncio.sleep(_POLL_SECONDS)
