"""Bytes on the wire and the time between them: events, their pace, and connections that end badly."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.types import Receive, Scope, Send

from tests.standins.openai.faults import Fault, Kind

_TOGETHER = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One server-sent event; ``token`` when it carries a piece of the answer."""

    body: Mapping[str, Any]
    name: str = ""
    token: bool = False

    def write(self) -> bytes:
        named = f"event: {self.name}\n" if self.name else ""
        return f"{named}data: {json.dumps(self.body, separators=(',', ':'))}\n\n".encode()


class Streamed:
    """An ASGI response of server-sent events, at the fault's pace and with its ending.

    ``ending`` closes a stream that goes well, ``trouble`` one that the fault STREAM_ERROR ends. Without a pace several
    events share one write, as they do behind any real network.
    """

    def __init__(
        self,
        events: Iterable[Event],
        *,
        fault: Fault,
        headers: Mapping[str, str],
        ending: bytes = b"",
        trouble: bytes = b"",
    ) -> None:
        self.events = iter(events)
        self.fault = fault
        self.headers = headers
        self.ending = ending
        self.trouble = trouble

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send(_start(200, {**self.headers, "content-type": "text/event-stream; charset=utf-8"}))
        gone = asyncio.ensure_future(_leaves(receive))
        try:
            async for piece in self._pieces():
                if gone.done():
                    return
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            if self.fault.kind is not Kind.CUT:
                await send({"type": "http.response.body", "body": self.ending})
            # A cut returns with the body unfinished: the server closes the connection in the middle of it.
        finally:
            gone.cancel()

    async def _pieces(self) -> AsyncIterator[bytes]:
        waits = self.fault.first_token > 0 or self.fault.per_token > 0
        waiting: list[bytes] = []
        for written, pause in self._paced():
            if pause > 0:
                await asyncio.sleep(pause)
            waiting.append(written)
            if waits or len(waiting) >= _TOGETHER:
                yield b"".join(waiting)
                waiting.clear()
                await asyncio.sleep(0)
        if waiting:
            yield b"".join(waiting)

    def _paced(self) -> Iterator[tuple[bytes, float]]:
        """Each event with the pause before it; the fault may end the list early."""
        tokens = 0
        struck = self.fault.kind not in _STRIKING
        for event in self.events:
            if not struck and (tokens >= self.fault.after if event.token else tokens > 0):
                struck = True
                if self.fault.kind is Kind.MALFORMED:
                    yield _MALFORMED, 0.0
                else:
                    self.ending = self.trouble if self.fault.kind is Kind.STREAM_ERROR else b""
                    return
            pause = 0.0
            if event.token:
                pause = self.fault.per_token if tokens else self.fault.first_token
                tokens += 1
            yield event.write(), pause


_STRIKING = {Kind.CUT, Kind.MALFORMED, Kind.STREAM_ERROR}
_MALFORMED = b'data: {"id":"chatcmpl-\n\n'


class Broken:
    """A plain response whose connection ends before its body does: half of it after a cut, none after a hang-up."""

    def __init__(self, body: bytes, *, headers: Mapping[str, str]) -> None:
        self.body = body
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        length = str(2 * len(self.body) + 64)
        await send(_start(200, {**self.headers, "content-type": "application/json", "content-length": length}))
        await send({"type": "http.response.body", "body": self.body, "more_body": True})


class Silent:
    """Never answers; ends when the client leaves."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _leaves(receive)


def _start(status: int, headers: Mapping[str, str]) -> dict[str, Any]:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http.response.start", "status": status, "headers": raw}


async def _leaves(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
