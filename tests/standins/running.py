"""Serving any ASGI app on a loopback port: in the test's own loop, in a thread, or as a process.

A stand-in names its app and its controls; when it starts and stops is the same for all of them, and stands here.
"""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

import uvicorn

HOST = "127.0.0.1"


class _Server(uvicorn.Server):
    """Leaves the signals to the test runner."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Running:
    """An app as a context manager; ``async with`` shares the loop, ``with`` has a thread, ``run`` has the process.

    To be inherited: a stand-in implements ``make_app``, and its tests reach it at ``root_url``.
    """

    def __init__(self, *, port: int = 0) -> None:
        self._port = port
        self._socket: socket.socket | None = None
        self._server: _Server | None = None
        self._task: asyncio.Task[None] | None = None
        self._thread: threading.Thread | None = None

    def make_app(self) -> Any:
        """The ASGI app to serve; asked once, at the start."""
        raise NotImplementedError

    @property
    def root_url(self) -> str:
        return f"http://{HOST}:{self._port}"

    def bind(self) -> None:
        """Takes the port, after which ``root_url`` is final and calls wait in line; starting does it too."""
        if self._socket is not None:
            return
        # The protocol must be named: asyncio turns Nagle off only for sockets that say TCP, and 40 ms hang on it.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((HOST, self._port))
        self._socket.listen(512)
        self._port = self._socket.getsockname()[1]

    def _prepare(self) -> tuple[_Server, socket.socket]:
        self.bind()
        assert self._socket is not None
        config = uvicorn.Config(
            self.make_app(),
            log_level="critical",
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        self._server = _Server(config)
        return self._server, self._socket

    async def __aenter__(self) -> Self:
        server, listening = self._prepare()
        self._task = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:
            if self._task.done():
                self._task.result()
            await asyncio.sleep(0.005)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        assert self._task is not None
        self._server.should_exit = True
        await self._task
        self._close()

    def __enter__(self) -> Self:
        server, listening = self._prepare()
        self._thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        self._thread.start()
        while not server.started:
            self._thread.join(0.005)
            if not self._thread.is_alive():
                raise RuntimeError("the stand-in did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        assert self._thread is not None
        self._server.should_exit = True
        self._thread.join(5)
        self._close()

    def _close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def run(self) -> None:
        """Serves in this thread until interrupted."""
        server, listening = self._prepare()
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            server.should_exit = True
        finally:
            self._close()
