"""The outbox: what must leave is a row in the turn's own transaction; it is marked before it is sent, and looked up at
the channel before it is ever sent again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Column, Index, Integer, String, Table, Text, UniqueConstraint, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from runtime.ids import new_id
from runtime.tables import Instant, merchant_column, metadata

MAX_TRIES = 8
_LEASE = timedelta(seconds=60)


class OutboxState(StrEnum):
    """SENDING is written before the channel is called: found again later, it means "not certain", and is looked up."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


outbox = Table(
    "outbox",
    metadata,
    Column("id", String(40), primary_key=True),
    merchant_column(),
    Column("key", String(120), nullable=False),
    Column("kind", String(30), nullable=False),
    Column("state", String(10), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Instant, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    Column("problem", String(200), nullable=False),
    UniqueConstraint("merchant_id", "key"),
    Index("ix_outbox_state_due", "state", "due"),
)

_IS_DUE = outbox.c.state.in_((OutboxState.WAITING.value, OutboxState.SENDING.value)), outbox.c.due <= bindparam("now")
_ANY_DUE = select(outbox.c.id).where(*_IS_DUE).limit(1)
_DUE = (
    select(outbox)
    .where(*_IS_DUE)
    .order_by(outbox.c.created_at)
    .limit(bindparam("size"))
    .with_for_update(skip_locked=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """``kind`` names who delivers it; ``key`` makes it one, however often written; ``uncertain`` after a crash."""

    id: str
    merchant: MerchantId
    key: str
    kind: str
    body: str
    tries: int
    uncertain: bool


def post(connection: Connection, *, merchant: MerchantId, key: str, kind: str, body: str, now: datetime) -> None:
    """Writes a row unless one with this key is there already."""
    values = {
        "id": new_id("out"),
        "merchant_id": merchant,
        "key": key,
        "kind": kind,
        "state": OutboxState.WAITING.value,
        "tries": 0,
        "due": now,
        "created_at": now,
        "body": body,
        "problem": "",
    }
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    connection.execute(dialect.insert(outbox).values(**values).on_conflict_do_nothing())


def has_due(connection: Connection, now: datetime) -> bool:
    return connection.execute(_ANY_DUE, {"now": now}).first() is not None


def take(connection: Connection, now: datetime, limit: int = 20) -> tuple[Outgoing, ...]:
    """Marks what is due as being sent and hands it over, oldest first; a stale mark comes back as uncertain."""
    rows = connection.execute(_DUE, {"now": now, "size": limit}).all()
    if rows:
        connection.execute(
            update(outbox)
            .where(outbox.c.id.in_([row.id for row in rows]))
            .values(state=OutboxState.SENDING.value, tries=outbox.c.tries + 1, due=now + _LEASE)
        )
    return tuple(
        Outgoing(
            id=row.id,
            merchant=row.merchant_id,
            key=row.key,
            kind=row.kind,
            body=row.body,
            tries=row.tries + 1,
            uncertain=row.state == OutboxState.SENDING.value,
        )
        for row in rows
    )


def settle(connection: Connection, outgoing: Outgoing) -> None:
    connection.execute(update(outbox).where(outbox.c.id == outgoing.id).values(state=OutboxState.SENT.value))


def postpone(connection: Connection, outgoing: Outgoing, *, problem: str, now: datetime) -> bool:
    """Tries again later, twice as late each time; after the last try it has failed: then False."""
    again = outgoing.tries < MAX_TRIES
    state = OutboxState.WAITING if again else OutboxState.FAILED
    connection.execute(
        update(outbox)
        .where(outbox.c.id == outgoing.id)
        .values(state=state.value, due=now + timedelta(seconds=2**outgoing.tries), problem=problem[:200])
    )
    return again
