"""Locks by name within a transaction, for rules that count rows before they add one."""

import hashlib

from sqlalchemy import func, select
from sqlalchemy.engine import Connection


def hold(connection: Connection, *names: str) -> None:
    """Transactions that hold the same name wait for each other; SQLite, with its one writer, needs nothing."""
    if connection.dialect.name == "sqlite":
        return
    for number in sorted({_number(name) for name in names}):
        connection.execute(select(func.pg_advisory_xact_lock(number)))


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
