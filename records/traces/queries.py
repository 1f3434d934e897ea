"""A trace is JSON text; its steps are the agent's to shape."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Index, String, Table, Text, insert, select
from sqlalchemy.engine import Connection

from domain.ids import ConversationId, MerchantId, TurnId
from runtime.tables import Instant, merchant_column, metadata

traces = Table(
    "traces",
    metadata,
    Column("turn_id", String(40), primary_key=True),
    merchant_column(),
    Column("conversation_id", String(40), nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_traces_conversation", "merchant_id", "conversation_id", "at"),
)
_KEEP = insert(traces)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTrace:
    turn: TurnId
    at: datetime
    body: str


def keep_trace(
    connection: Connection,
    merchant: MerchantId,
    conversation: ConversationId,
    *,
    turn: TurnId,
    body: str,
    now: datetime,
) -> None:
    row = {"turn_id": turn, "merchant_id": merchant, "conversation_id": conversation, "at": now, "body": body}
    connection.execute(_KEEP, row)


def list_traces(connection: Connection, merchant: MerchantId, conversation: ConversationId) -> tuple[KeptTrace, ...]:
    rows = connection.execute(
        select(traces)
        .where(traces.c.merchant_id == merchant, traces.c.conversation_id == conversation)
        .order_by(traces.c.at)
    )
    return tuple(KeptTrace(turn=TurnId(row.turn_id), at=row.at, body=row.body) for row in rows)
