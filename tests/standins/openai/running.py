"""Starting and stopping the stand-in: in the test's own loop, in a thread, or as a process."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from types import TracebackType

import uvicorn

from tests.standins.openai.app import make_app
from tests.standins.openai.asked import Brain
from tests.standins.openai.backstage import KEY, Backstage, Seen
from tests.standins.openai.brains import make_brain
from tests.standins.openai.faults import Fault

_HOST = "127.0.0.1"


class _Server(uvicorn.Server):
    """Leaves the signals to the test runner."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class StandIn:
    """The stand-in with its controls, as a context manager; ``async with`` shares the loop, ``with`` has a thread.

    ``brain`` is a brain or a name known to ``brains.make_brain``. ``base_url`` ends in /v1, ready for the SDK and for
    OPENAI_BASE_URL; ``root_url`` is where ``/control`` lives; ``key`` is one that is accepted.
    """

    def __init__(self, brain: Brain | str = "scripted", *, port: int = 0) -> None:
        self._first = brain
        self.backstage = Backstage(brain=make_brain(brain) if isinstance(brain, str) else brain)
        self.key = KEY
        self._port = port
        self._socket: socket.socket | None = None
        self._server: _Server | None = None
        self._task: asyncio.Task[None] | None = None
        self._thread: threading.Thread | None = None

    @property
    def root_url(self) -> str:
        return f"http://{_HOST}:{self._port}"

    @property
    def base_url(self) -> str:
        return f"{self.root_url}/v1"

    @property
    def seen(self) -> list[Seen]:
        """Requests so far, oldest first."""
        return list(self.backstage.seen)

    def fail(self, *faults: Fault) -> None:
        """Schedules faults."""
        self.backstage.schedule.add(*faults)

    def pace(self, *, delay: float = 0.0, first_token: float = 0.0, per_token: float = 0.0) -> None:
        """Makes every request slow, in seconds."""
        self.backstage.pace = Fault(delay=delay, first_token=first_token, per_token=per_token)

    def think_with(self, brain: Brain | str) -> None:
        self.backstage.brain = make_brain(brain) if isinstance(brain, str) else brain

    def reset(self) -> None:
        """Faults, pace, cache and memory gone."""
        self.backstage.reset()

    def restore(self) -> None:
        """As it was when started, keys and limits too; a brain given as an object keeps what it remembers."""
        self.backstage.restore(make_brain(self._first) if isinstance(self._first, str) else self._first)

    def bind(self) -> None:
        """Takes the port, after which ``base_url`` is final and calls wait in line; starting does it too."""
        if self._socket is not None:
            return
        # The protocol must be named: asyncio turns Nagle off only for sockets that say TCP, and 40 ms hang on it.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((_HOST, self._port))
        self._socket.listen(512)
        self._port = self._socket.getsockname()[1]

    def _prepare(self) -> tuple[_Server, socket.socket]:
        self.bind()
        assert self._socket is not None
        config = uvicorn.Config(
            make_app(self.backstage),
            log_level="critical",
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        self._server = _Server(config)
        return self._server, self._socket

    async def __aenter__(self) -> "StandIn":
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

    def __enter__(self) -> "StandIn":
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
