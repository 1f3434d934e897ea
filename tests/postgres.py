"""The suite's own PostgreSQL: one cluster for all workers of a run, a database for each of them; nothing is durable."""

import fcntl
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from evals.bench.cluster import Cluster, cluster, create_database, drop_database

__all__ = ["create_database", "drop_database"]


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of the run's one cluster; the first worker to come starts it, the last to leave stops it."""
    if worker_id == "master":
        with cluster(durable=False) as server:
            yield server.url()
        return
    shared = tmp_path_factory.getbasetemp().parent / "postgres"
    with _locked(shared):
        users = _read(shared / "users")
        if not users:
            _start_for_all(shared)
        (shared / "users").write_text(str(users + 1))
    try:
        yield (shared / "url").read_text()
    finally:
        with _locked(shared):
            users = _read(shared / "users") - 1
            (shared / "users").write_text(str(users))
            if not users:
                _stop_for_all(shared)


@pytest.fixture(scope="session")
def postgres_url(postgres_server: str) -> Iterator[str]:
    """An empty database of this worker's own."""
    name = f"worker_{secrets.token_hex(4)}"
    yield create_database(postgres_server, name)
    drop_database(postgres_server, name)


def _start_for_all(shared: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="aftercare-pg-"))
    folder.chmod(0o755)
    server = Cluster(folder, durable=False)
    server.start()
    (shared / "url").write_text(server.url())
    (shared / "folder").write_text(str(folder))


def _stop_for_all(shared: Path) -> None:
    folder = Path((shared / "folder").read_text())
    Cluster(folder, durable=False).stop()
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _read(path: Path) -> int:
    return int(path.read_text()) if path.exists() else 0
