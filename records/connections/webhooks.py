"""Webhooks that came: each event once, whatever the vendor repeats."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from records.connections.tables import webhooks


@dataclass(frozen=True, slots=True, kw_only=True)
class LastWebhook:
    topic: str
    at: datetime


def find_last_webhook(connection: Connection, merchant: MerchantId, connector: str) -> LastWebhook | None:
    row = connection.execute(
        select(webhooks.c.topic, webhooks.c.received_at)
        .where(webhooks.c.merchant_id == merchant, webhooks.c.connector == connector)
        .order_by(webhooks.c.received_at.desc())
        .limit(1)
    ).one_or_none()
    return LastWebhook(topic=row.topic, at=row.received_at) if row else None


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
