"""The suite's own PostgreSQL: one cluster for all workers of a run, a database for each of them.

``initdb`` refuses to run as root, so a root suite runs it as somebody else. Nothing here is durable: fsync is off.
"""

import fcntl
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "listen_addresses": "127.0.0.1",
    "log_min_messages": "fatal",
}
_SHOPKEEPER = "shopkeeper"
_STAND_INS = ("postgres", "nobody")


class PostgresMissing(RuntimeError):
    """The storage contracts run on both databases, so PostgreSQL's own programs must be there."""


def find_binaries() -> Path:
    """The folder of the newest installed version."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[4]))
    if places:
        return places[-1].parent
    found = shutil.which("initdb")
    if found is None:
        raise PostgresMissing("install PostgreSQL (on Debian: apt-get install postgresql) to run the storage contracts")
    return Path(found).resolve().parent


def _as_ordinary_user() -> tuple[list[str], str | None]:
    """What to put before a command so that it does not run as root, and who that is."""
    if os.getuid() != 0:
        return [], None
    known = {entry.pw_name for entry in pwd.getpwall()}
    name = next(each for each in _STAND_INS if each in known)
    return ["setpriv", f"--reuid={name}", f"--regid={pwd.getpwnam(name).pw_gid}", "--clear-groups", "--"], name


class Cluster:
    """A server on a loopback port with its data in a temporary folder."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self._folder = folder
        self._binaries = find_binaries()
        self._before, self._user = _as_ordinary_user()
        self._settings = {**_SETTINGS, **({"fsync": "on", "synchronous_commit": "on"} if durable else {})}
        self.port = _free_port()

    def start(self) -> None:
        if self._user:
            shutil.chown(self._folder, self._user)
        data = self._folder / "cluster"
        self._run("initdb", "--pgdata", str(data), "--username=aftercare", "--auth=trust", "--no-sync", "-E", "UTF8")
        settings = {**self._settings, "port": str(self.port), "unix_socket_directories": str(self._folder)}
        with (data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
        log = str(self._folder / "log")
        self._run("pg_ctl", "--pgdata", str(data), "--log", log, "--wait", "--timeout=60", "start")
        with psycopg.connect(_plain(self.url()), autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {_SHOPKEEPER} LOGIN")  # type: ignore[arg-type]

    def stop(self) -> None:
        data = str(self._folder / "cluster")
        self._run("pg_ctl", "--pgdata", data, "--mode=immediate", "--wait", "stop", check=False)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+psycopg://aftercare@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        command = [*self._before, str(self._binaries / program), *arguments]
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self._folder)}
        done = subprocess.run(
            command, cwd=self._folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        if check and done.returncode != 0:
            raise PostgresMissing(f"{program}: {done.stderr.decode(errors='replace')[-500:]}")


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """A cluster for one purpose; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="aftercare-pg-"))
    folder.chmod(0o755)
    server = Cluster(folder, durable=durable)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def create_database(url: str, name: str) -> str:
    """Makes an empty database and returns its address as an ordinary role, which row-level security binds."""
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" OWNER {_SHOPKEEPER}')  # type: ignore[arg-type]
    return make_url(url).set(username=_SHOPKEEPER, database=name).render_as_string(hide_password=False)


def drop_database(url: str, name: str) -> None:
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of the run's one cluster; the first worker to come starts it, the last to leave stops it."""
    if worker_id == "master":
        with cluster() as server:
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
    server = Cluster(folder)
    server.start()
    (shared / "url").write_text(server.url())
    (shared / "folder").write_text(str(folder))


def _stop_for_all(shared: Path) -> None:
    folder = Path((shared / "folder").read_text())
    Cluster(folder).stop()
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _read(path: Path) -> int:
    return int(path.read_text()) if path.exists() else 0


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg", "postgresql")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
