"""Appending and reading events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, insert, select
from sqlalchemy.engine import Connection, Row

from domain.ids import ConversationId, MerchantId
from records.conversations import next_sequence
from records.events.tables import events

_APPEND = insert(events)
_LIST = (
    select(events)
    .where(
        events.c.merchant_id == bindparam("merchant"),
        events.c.conversation_id == bindparam("conversation"),
        events.c.sequence > bindparam("after"),
    )
    .order_by(events.c.sequence)
    .limit(bindparam("size"))
)

_LATEST = (
    select(events)
    .where(events.c.merchant_id == bindparam("merchant"), events.c.conversation_id == bindparam("conversation"))
    .order_by(events.c.sequence.desc())
    .limit(bindparam("size"))
)


class EventKind(StrEnum):
    """``message`` is the shopper's, ``reply`` the agent's or a person's, ``ownership`` who answers from now on."""

    MESSAGE = "message"
    REPLY = "reply"
    OWNERSHIP = "ownership"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """``body`` is JSON text whose shape follows from ``kind``."""

    sequence: int
    kind: EventKind
    turn: str
    at: datetime
    body: str


def append_events(
    connection: Connection,
    merchant: MerchantId,
    conversation: ConversationId,
    entries: Sequence[tuple[EventKind, str]],
    *,
    turn: str,
    now: datetime,
) -> int:
    """Appends in order and returns the last number."""
    first = next_sequence(connection, merchant, conversation, len(entries))
    connection.execute(
        _APPEND,
        [
            {
                "conversation_id": conversation,
                "sequence": first + offset,
                "merchant_id": merchant,
                "kind": kind.value,
                "turn_id": turn,
                "at": now,
                "body": body,
            }
            for offset, (kind, body) in enumerate(entries)
        ],
    )
    return first + len(entries) - 1


def list_events(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, *, after: int = 0, limit: int = 500
) -> tuple[Event, ...]:
    given = {"merchant": merchant, "conversation": conversation, "after": after, "size": limit}
    return tuple(_event(row) for row in connection.execute(_LIST, given))


def list_latest(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, *, limit: int
) -> tuple[Event, ...]:
    """The last ones, oldest first."""
    rows = connection.execute(_LATEST, {"merchant": merchant, "conversation": conversation, "size": limit}).all()
    return tuple(_event(row) for row in reversed(rows))


def _event(row: Row[tuple[object, ...]]) -> Event:
    return Event(sequence=row.sequence, kind=EventKind(row.kind), turn=row.turn_id, at=row.at, body=row.body)
