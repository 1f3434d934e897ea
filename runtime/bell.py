"""Rings when a conversation has something new, so that open streams need not ask all the time.

In one process it is memory; with several on PostgreSQL each ring also travels by NOTIFY, which carries ids only.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
import structlog
from sqlalchemy.engine import URL

log = structlog.get_logger(__name__)

NEWS, TYPING, DRAFT = "news", "typing", "draft"
_CHANNEL = "aftercare"
_RECONNECT_SECONDS = 2.0


class Ring:
    """One listener's ear: collects signals until it looks; ``draft`` is the last one heard, as JSON text."""

    def __init__(self) -> None:
        self._heard: set[str] = set()
        self._event = asyncio.Event()
        self.draft = ""

    def hear(self, signal: str) -> None:
        self._heard.add(signal)
        self._event.set()

    async def wait(self, seconds: float) -> frozenset[str]:
        """The signals since the last look; empty when none came in time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._event.wait()
        heard, self._heard = frozenset(self._heard), set()
        self._event.clear()
        return heard


class Bell:
    """Listeners by conversation."""

    def __init__(self) -> None:
        self._rings: dict[str, set[Ring]] = defaultdict(set)

    @contextmanager
    def listen(self, conversation: str) -> Iterator[Ring]:
        ring = Ring()
        self._rings[conversation].add(ring)
        try:
            yield ring
        finally:
            self._rings[conversation].discard(ring)
            if not self._rings[conversation]:
                del self._rings[conversation]

    def ring(self, conversation: str, signal: str = NEWS) -> None:
        """Never blocks."""
        for each in self._rings.get(conversation, ()):
            each.hear(signal)

    def show(self, conversation: str, draft: str) -> None:
        """Words that are still being written, to whoever listens in this process; they are kept nowhere."""
        for each in self._rings.get(conversation, ()):
            each.draft = draft
            each.hear(DRAFT)

    async def start(self) -> None:
        """Nothing to do in one process."""

    async def stop(self) -> None:
        """Nothing to do in one process."""


class PostgresBell(Bell):
    """The same across processes; a lost connection is opened again, and the streams' own slow look fills the gap."""

    def __init__(self, url: URL) -> None:
        super().__init__()
        self._url = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._out: asyncio.Queue[str] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    def ring(self, conversation: str, signal: str = NEWS) -> None:
        super().ring(conversation, signal)
        self._out.put_nowait(f"{conversation} {signal}")

    async def start(self) -> None:
        self._tasks = [asyncio.create_task(self._speak()), asyncio.create_task(self._hear())]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _speak(self) -> None:
        while True:
            with suppress(psycopg.OperationalError):
                async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
                    while True:
                        await connection.execute("SELECT pg_notify(%s, %s)", (_CHANNEL, await self._out.get()))
            await asyncio.sleep(_RECONNECT_SECONDS)

    async def _hear(self) -> None:
        while True:
            with suppress(psycopg.OperationalError):
                async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
                    await connection.execute(f"LISTEN {_CHANNEL}")
                    async for notice in connection.notifies():
                        conversation, _, signal = notice.payload.partition(" ")
                        super().ring(conversation, signal or NEWS)
            log.warning("bell_disconnected")
            await asyncio.sleep(_RECONNECT_SECONDS)
