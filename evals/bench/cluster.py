"""A PostgreSQL server of one's own for a benchmark or a test run, in a temporary folder and gone afterwards.

``initdb`` refuses to run as root, so for root it runs as somebody else.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

_SETTINGS = {"max_connections": "200", "listen_addresses": "127.0.0.1", "log_min_messages": "fatal"}
_CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_SHOPKEEPER = "shopkeeper"
_STAND_INS = ("postgres", "nobody")


class PostgresMissing(RuntimeError):
    """PostgreSQL's own programs are needed and were not found, or did not work."""


def find_binaries() -> Path:
    """The folder of the newest installed version."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[4]))
    if places:
        return places[-1].parent
    found = shutil.which("initdb")
    if found is None:
        raise PostgresMissing("PostgreSQL is needed (on Debian: apt-get install postgresql)")
    return Path(found).resolve().parent


class Cluster:
    """A server on a loopback port; ``durable`` as PostgreSQL is by default, otherwise fast and forgetful."""

    def __init__(self, folder: Path, *, durable: bool) -> None:
        self._folder = folder
        self._binaries = find_binaries()
        self._before, self._user = _as_ordinary_user()
        self._settings = _SETTINGS if durable else {**_SETTINGS, **_CARELESS}
        self.port = free_port()

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
            connection.execute(f"CREATE ROLE {_SHOPKEEPER} LOGIN")

    def stop(self) -> None:
        data = str(self._folder / "cluster")
        self._run("pg_ctl", "--pgdata", data, "--mode=immediate", "--wait", "stop", check=False)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+psycopg://aftercare@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        command = [*self._before, str(self._binaries / program), *arguments]
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self._folder)}
        done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs
            command, cwd=self._folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        if check and done.returncode != 0:
            raise PostgresMissing(f"{program}: {done.stderr.decode(errors='replace')[-500:]}")


@contextmanager
def cluster(*, durable: bool) -> Iterator[Cluster]:
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
        connection.execute(f'CREATE DATABASE "{name}" OWNER {_SHOPKEEPER}')
    return make_url(url).set(username=_SHOPKEEPER, database=name).render_as_string(hide_password=False)


def drop_database(url: str, name: str) -> None:
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg", "postgresql")


def _as_ordinary_user() -> tuple[list[str], str | None]:
    """What to put before a command so that it does not run as root, and who that is."""
    if os.getuid() != 0:
        return [], None
    known = {entry.pw_name for entry in pwd.getpwall()}
    name = next(each for each in _STAND_INS if each in known)
    return ["setpriv", f"--reuid={name}", f"--regid={pwd.getpwnam(name).pw_gid}", "--clear-groups", "--"], name
