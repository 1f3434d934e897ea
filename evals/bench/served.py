"""A shop served as its owner would serve it: a process of its own, on a store that can be thrown away."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evals.bench.cluster import cluster, create_database, free_port
from evals.bench.wire import Broken, Client
from runtime.database import Database
from runtime.migrations import migrate
from runtime.settings import read_settings
from web.seed import seed_demo

_ROOT = Path(__file__).resolve().parents[2]
_SERVE = "from web.commands import main; main()"


class NotServing(RuntimeError):
    """The served process did not answer in time, or ended; the message holds the end of its log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A data folder, with the database in it or, by ``database_url``, in PostgreSQL."""

    folder: Path
    database_url: str | None = None

    @property
    def kind(self) -> str:
        return "postgresql" if self.database_url else "sqlite"

    def open(self) -> Database:
        return Database(self.database_url or f"sqlite:///{self.folder / '.aftercare' / 'aftercare.db'}")

    def environment(self) -> dict[str, str]:
        """What the served process is told: the data folder is ``.aftercare`` where it runs."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AFTERCARE_")}
        kept.pop("DATABASE_URL", None)
        kept["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_ROOT), kept.get("PYTHONPATH", ""))))
        return kept | ({"DATABASE_URL": self.database_url} if self.database_url else {})


@contextmanager
def scratch_store(kind: str, template: Path | None = None) -> Iterator[Store]:
    """A demo shop, seeded; on SQLite as a copy of ``template`` when there is one."""
    with tempfile.TemporaryDirectory(prefix="aftercare-bench-") as name:
        folder = Path(name)
        (folder / ".aftercare").mkdir()
        if kind == "sqlite":
            if template:
                shutil.copytree(template / ".aftercare", folder / ".aftercare", dirs_exist_ok=True)
            store = Store(folder=folder)
            _seed(store)
            yield store
            return
        with cluster(durable=True) as server:
            store = Store(folder=folder, database_url=create_database(server.url(), "shop"))
            _seed(store)
            yield store


def _seed(store: Store) -> None:
    read_settings(data=store.folder / ".aftercare")
    database = store.open()
    migrate(database)
    asyncio.run(seed_demo(database))
    database.close()


class Served:
    """``aftercare serve`` on one store; it may be killed and started again."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.port = free_port()
        self._log = store.folder / "served.log"
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self, *, within: float = 90.0) -> float:
        """Returns the seconds until the first request was answered."""
        began = time.perf_counter()
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603, ASYNC220 - our own command, and it returns at once
                [sys.executable, "-c", _SERVE, "serve", "--port", str(self.port)],
                cwd=self.store.folder,
                env=self.store.environment(),
                stdout=log,
                stderr=log,
            )
        client = Client(self.port)
        while time.perf_counter() - began < within:
            if self._process.poll() is not None:
                break
            try:
                if (await client.ask("GET", "/health"))[0] == 200:
                    client.close()
                    return time.perf_counter() - began
            except Broken:
                await asyncio.sleep(0.02)
        raise NotServing(self._log.read_text(errors="replace")[-2000:])

    def kill(self) -> None:
        """As a power cut does: nothing is said, nothing is finished."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def resident_mb(self) -> float:
        """Memory of the serving process that is in use now."""
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def cpu_seconds(self) -> float:
        """Processor time that the serving process has used; unlike times, it does not depend on its neighbours."""
        assert self._process is not None
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
