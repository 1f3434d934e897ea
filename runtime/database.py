"""Units of work on SQLite or PostgreSQL: a plain function over a connection, run in one transaction off the event loop.

SQLite has one writer thread (WAL, ``synchronous=FULL``) and a few readers; PostgreSQL a pool of threads. Functions in
``records/`` are synchronous and take the connection, so that several of them commit together or not at all. Statements
of every turn are built once, in their module: putting one together takes longer than the database takes to answer it.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from domain.errors import StorageFull
from domain.ids import MerchantId
from runtime import tenancy
from runtime.tables import metadata

T = TypeVar("T")
Work = Callable[[Connection], T]

_READERS = 4
_POSTGRES_THREADS = 16


class Scope:
    """The database as one merchant, or the system, may use it."""

    def __init__(self, database: "Database", merchant: str) -> None:
        self._database = database
        self._merchant = merchant

    async def read(self, work: Work[T]) -> T:
        """Runs ``work`` in a transaction that is rolled back."""
        return await self._database.run(work, self._merchant, writes=False)

    async def look_up(self, work: Work[T]) -> T:
        """Reads a few rows by key: on SQLite at once, since a change of thread would cost more than the rows."""
        if self._database.sqlite:
            return self._database.run_now(work, self._merchant, writes=False)
        return await self.read(work)

    async def write(self, work: Work[T]) -> T:
        """Runs ``work`` in a transaction that commits, or not at all when it raises."""
        return await self._database.run(work, self._merchant, writes=True)


class Database:
    """One database, opened by URL: ``sqlite:////path/file.db`` or ``postgresql+psycopg://...``."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _open(self.url)
        if self.sqlite:
            self._writers = ThreadPoolExecutor(1, "db-write")
            self._readers = ThreadPoolExecutor(_READERS, "db-read")
        else:
            self._writers = self._readers = ThreadPoolExecutor(_POSTGRES_THREADS, "db")

    def merchant(self, merchant: MerchantId) -> Scope:
        return Scope(self, merchant)

    def system(self) -> Scope:
        """Across merchants; for inbox claims, sign-in, webhooks and commands only."""
        return Scope(self, tenancy.SYSTEM)

    async def run(self, work: Work[T], merchant: str, *, writes: bool) -> T:
        loop = asyncio.get_running_loop()
        pool = self._writers if writes else self._readers
        return await loop.run_in_executor(pool, self.run_now, work, merchant, writes)

    def run_now(self, work: Work[T], merchant: str, writes: bool = True) -> T:
        """The same without an event loop, for commands and threads."""
        try:
            with self.engine.connect() as bare:
                connection = bare.execution_options(merchant=merchant, writes=writes)
                with connection.begin() as transaction:
                    result = work(connection)
                    if not writes:
                        transaction.rollback()
                    return result
        except OperationalError as error:
            if "disk is full" in str(error.orig) or "No space left" in str(error.orig):
                raise StorageFull("the disk is full") from error
            raise

    def create_tables(self) -> None:
        """For tests and scratch stores; an installed shop is migrated instead."""
        metadata.create_all(self.engine)

    def close(self) -> None:
        self._writers.shutdown()
        self._readers.shutdown()
        self.engine.dispose()


def _open(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            url,
            poolclass=QueuePool,
            pool_size=_READERS + 2,
            connect_args={"check_same_thread": False, "timeout": 30, "isolation_level": None},
        )
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        engine = create_engine(url, pool_size=_POSTGRES_THREADS, max_overflow=4, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_postgres)
    event.listen(engine, "before_execute", _guard)
    return engine


def _configure_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-32000",
        "temp_store=MEMORY",
        "journal_size_limit=67108864",
    ):
        with suppress(sqlite3.OperationalError):
            connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgres(connection: Connection) -> None:
    """Names the merchant for row-level security, the second net under the guard; unnamed is nobody's."""
    merchant = connection.get_execution_options().get("merchant", "")
    connection.exec_driver_sql("SELECT set_config('aftercare.merchant', %s, true)", (merchant,))


def _guard(connection: Connection, statement: Any, many: Any, single: Any, _options: Any) -> None:
    tenancy.check(connection, statement, many or (), single or {})
