"""A case is opened in the transaction of the turn that gave the conversation away."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, Index, String, Table, Text, insert, select
from sqlalchemy.engine import Connection

from domain.ids import ConversationId, MerchantId
from runtime.ids import new_id
from runtime.tables import Instant, merchant_column, metadata

cases = Table(
    "cases",
    metadata,
    Column("id", String(40), primary_key=True),
    merchant_column(),
    Column("conversation_id", String(40), nullable=False),
    Column("kind", String(30), nullable=False),
    Column("reason", String(40), nullable=False),
    Column("state", String(20), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_cases_merchant_opened", "merchant_id", "state", "opened_at"),
)


class CaseKind(StrEnum):
    """A conversation handed over, a message that could not be processed, or a note for the merchant."""

    HANDOVER = "handover"
    PARKED_MESSAGE = "parked_message"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    id: str
    conversation: ConversationId
    kind: CaseKind
    reason: str
    state: str
    opened: datetime
    body: str


def open_case(
    connection: Connection,
    merchant: MerchantId,
    conversation: ConversationId,
    *,
    kind: CaseKind,
    reason: str,
    body: str,
    now: datetime,
) -> str:
    case = new_id("cas")
    connection.execute(
        insert(cases).values(
            id=case,
            merchant_id=merchant,
            conversation_id=conversation,
            kind=kind.value,
            reason=reason,
            state="new",
            opened_at=now,
            body=body,
        )
    )
    return case


def note_once(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, *, reason: str, body: str, now: datetime
) -> bool:
    """A note for the merchant, unless the same one was written before; False then."""
    same = select(cases.c.id).where(
        cases.c.merchant_id == merchant,
        cases.c.kind == CaseKind.NOTE.value,
        cases.c.reason == reason,
        cases.c.body == body,
    )
    if connection.execute(same.limit(1)).first():
        return False
    open_case(connection, merchant, conversation, kind=CaseKind.NOTE, reason=reason, body=body, now=now)
    return True


def list_cases(connection: Connection, merchant: MerchantId, *, limit: int = 100) -> tuple[Case, ...]:
    """Newest first."""
    rows = connection.execute(
        select(cases).where(cases.c.merchant_id == merchant).order_by(cases.c.opened_at.desc()).limit(limit)
    )
    return tuple(
        Case(
            id=row.id,
            conversation=ConversationId(row.conversation_id),
            kind=CaseKind(row.kind),
            reason=row.reason,
            state=row.state,
            opened=row.opened_at,
            body=row.body,
        )
        for row in rows
    )
