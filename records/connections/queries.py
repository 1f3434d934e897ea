"""Connecting, listing and disconnecting; credentials go in and out sealed, nothing here opens them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from records.connections.tables import connections


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """``sealed`` are the connector's settings; where two serve the same port, the lower ``rank`` does."""

    connector: str
    sealed: str
    rank: int
    at: datetime


def save_connected(connection: Connection, merchant: MerchantId, connected: Connected) -> None:
    """Replaces what was connected under this name."""
    disconnect(connection, merchant, connected.connector)
    connection.execute(
        insert(connections).values(
            merchant_id=merchant,
            connector=connected.connector,
            sealed=connected.sealed,
            rank=connected.rank,
            connected_at=connected.at,
        )
    )


def disconnect(connection: Connection, merchant: MerchantId, connector: str) -> bool:
    """True when it was connected."""
    gone = connection.execute(
        delete(connections).where(connections.c.merchant_id == merchant, connections.c.connector == connector)
    )
    return bool(gone.rowcount)


def list_connected(connection: Connection, merchant: MerchantId) -> tuple[Connected, ...]:
    """In the order of their ranks."""
    rows = connection.execute(
        select(connections)
        .where(connections.c.merchant_id == merchant)
        .order_by(connections.c.rank, connections.c.connector)
    )
    return tuple(
        Connected(connector=row.connector, sealed=row.sealed, rank=row.rank, at=row.connected_at) for row in rows
    )


def find_connected(connection: Connection, merchant: MerchantId, connector: str) -> Connected | None:
    return next((each for each in list_connected(connection, merchant) if each.connector == connector), None)


def list_sealed(connection: Connection) -> tuple[tuple[MerchantId, str, str], ...]:
    """Every merchant's, as (merchant, connector, sealed); for rotating keys, by the system."""
    rows = connection.execute(select(connections.c.merchant_id, connections.c.connector, connections.c.sealed))
    return tuple((MerchantId(row.merchant_id), row.connector, row.sealed) for row in rows)


def reseal(connection: Connection, merchant: MerchantId, connector: str, sealed: str) -> None:
    connection.execute(
        update(connections)
        .where(connections.c.merchant_id == merchant, connections.c.connector == connector)
        .values(sealed=sealed)
    )
