"""Just enough HTTP to load a server with: keep-alive requests and an event stream, on bare asyncio, so that the load
generator costs little of what it measures."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any


class Broken(ConnectionError):
    """The connection ended or the answer was no HTTP; the server may be gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamEvent:
    id: int
    name: str
    body: Any


class Client:
    """One connection, one request at a time; it connects when needed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: Any = None, *, token: str = "") -> tuple[int, Any]:
        """Raises Broken when no whole answer came; the request may or may not have been carried out."""
        if self._pipe and self._pipe[0].at_eof():  # the server closes what is idle for some seconds
            self.close()
        reader, writer = self._pipe or await _connect(self._port)
        self._pipe = None
        try:
            writer.write(_request(method, path, body, token))
            await writer.drain()
            status, headers = await _read_head(reader)
            raw = await reader.readexactly(int(headers.get("content-length", "0")))
        except (OSError, asyncio.IncompleteReadError, ValueError) as problem:
            writer.close()
            raise Broken(str(problem)) from problem
        self._pipe = reader, writer
        return status, json.loads(raw) if raw and "json" in headers.get("content-type", "") else None

    def close(self) -> None:
        if self._pipe:
            self._pipe[1].close()
            self._pipe = None


async def stream(port: int, path: str, *, token: str, after: int) -> AsyncIterator[StreamEvent]:
    """Events as they come; raises Broken when the server goes away."""
    reader, writer = await _connect(port)
    try:
        writer.write(_request("GET", path, None, token, f"last-event-id: {after}\r\n"))
        await writer.drain()
        status, _ = await _read_head(reader)
        if status != 200:
            raise Broken(f"the stream answered {status}")
        text = ""
        while True:
            size = int(await reader.readuntil(b"\r\n"), 16)
            if not size:
                return
            text += (await reader.readexactly(size + 2))[:-2].decode()
            *frames, text = text.split("\n\n")
            for frame in frames:
                if event := _event(frame):
                    yield event
    except (OSError, asyncio.IncompleteReadError, ValueError) as problem:
        raise Broken(str(problem)) from problem
    finally:
        writer.close()


def _event(frame: str) -> StreamEvent | None:
    fields = dict(line.split(": ", 1) for line in frame.split("\n") if ": " in line and not line.startswith(":"))
    if "data" not in fields:
        return None
    return StreamEvent(id=int(fields.get("id", 0)), name=fields.get("event", ""), body=json.loads(fields["data"]))


async def _connect(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    try:
        return await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    except OSError as problem:
        raise Broken(str(problem)) from problem


def _request(method: str, path: str, body: Any, token: str, more: str = "") -> bytes:
    payload = b"" if body is None else json.dumps(body).encode()
    authorization = f"authorization: Bearer {token}\r\n" if token else ""
    kind = "content-type: application/json\r\n" if payload else ""
    head = f"{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{authorization}{kind}{more}"
    return f"{head}content-length: {len(payload)}\r\n\r\n".encode() + payload


async def _read_head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
    return int(lines[0].split(" ")[1]), {name.lower(): value for name, value in headers.items()}
