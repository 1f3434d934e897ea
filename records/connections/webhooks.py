"""Webhooks that came: each event once, whatever the vendor repeats."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from records.connections.tables import webhooks


def note_webhook(
    connection: Connection, merchant: MerchantId, connector: str, *, event: str, topic: str, now: datetime
) -> bool:
    """False when this event came before."""
    row = {
        "merchant_id": merchant,
        "connector": connector,
        "event_id": event[:120],
        "topic": topic[:80],
        "received_at": now,
    }
    return connection.execute(_note(connection.dialect.name), row).one_or_none() is not None


@cache
def _note(dialect: str) -> Any:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return make(webhooks).on_conflict_do_nothing().returning(webhooks.c.event_id)
