"""One seeded demo store per test worker, copied for whoever wants to change it, and a real server on top of it."""

import asyncio
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from evals.stage import known_day, make_template
from runtime.settings import Settings
from web.app import build_app
from web.wiring import Install, open_install


@dataclass(frozen=True)
class Served:
    """A running install; ``url`` without a slash at its end."""

    url: str
    install: Install


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated and seeded data folder; never opened by a test, only copied."""
    folder = tmp_path_factory.mktemp("template")
    asyncio.run(make_template(folder))
    return folder


@pytest.fixture(scope="module")
def served(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The whole application over HTTP, on a store of this module's own."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(template, folder, dirs_exist_ok=True)
    port = _free_port()
    install = open_install(Settings(data=folder, port=port), clock=known_day())
    server = uvicorn.Server(uvicorn.Config(build_app(install), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive() and time.monotonic() < deadline, "the server did not start"
        time.sleep(0.02)
    yield Served(url=f"http://127.0.0.1:{port}", install=install)
    server.should_exit = True
    thread.join(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
