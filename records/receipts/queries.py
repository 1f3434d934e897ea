"""Receipts are written in the turn's transaction and never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Index, Integer, String, Table, Text, insert, select
from sqlalchemy.engine import Connection

from domain.ids import ConversationId, MerchantId, TurnId
from domain.policy import Receipt
from runtime.codec import from_json, to_json
from runtime.tables import Instant, merchant_column, metadata

receipts = Table(
    "receipts",
    metadata,
    Column("turn_id", String(40), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    merchant_column(),
    Column("conversation_id", String(40), nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_receipts_conversation", "merchant_id", "conversation_id"),
)
_KEEP = insert(receipts)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReceipt:
    turn: TurnId
    at: datetime
    receipt: Receipt


def keep_receipts(
    connection: Connection,
    merchant: MerchantId,
    conversation: ConversationId,
    kept: Sequence[Receipt],
    *,
    turn: TurnId,
    now: datetime,
) -> None:
    if kept:
        connection.execute(
            _KEEP,
            [
                {
                    "turn_id": turn,
                    "ordinal": ordinal,
                    "merchant_id": merchant,
                    "conversation_id": conversation,
                    "at": now,
                    "body": to_json(receipt),
                }
                for ordinal, receipt in enumerate(kept)
            ],
        )


def list_receipts(
    connection: Connection, merchant: MerchantId, conversation: ConversationId
) -> tuple[KeptReceipt, ...]:
    rows = connection.execute(
        select(receipts)
        .where(receipts.c.merchant_id == merchant, receipts.c.conversation_id == conversation)
        .order_by(receipts.c.at, receipts.c.ordinal)
    )
    return tuple(KeptReceipt(turn=TurnId(row.turn_id), at=row.at, receipt=from_json(Receipt, row.body)) for row in rows)
