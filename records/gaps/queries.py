"""One row per question and conversation, written in the transaction of the turn that could not answer it."""

import hashlib
from functools import cache
from typing import Any

from sqlalchemy import Column, Index, PrimaryKeyConstraint, String, Table, Text, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.gaps import Gap
from domain.ids import ConversationId, MerchantId
from domain.languages import Language
from runtime.tables import Instant, merchant_column, metadata

gaps = Table(
    "knowledge_gaps",
    metadata,
    merchant_column(),
    Column("conversation_id", String(40), nullable=False),
    Column("key", String(32), nullable=False),
    Column("language", String(8), nullable=False),
    Column("question", Text, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("merchant_id", "conversation_id", "key"),
    Index("ix_knowledge_gaps_at", "merchant_id", "at"),
)


def keep_gap(connection: Connection, merchant: MerchantId, gap: Gap) -> bool:
    """False when the conversation had the same question already: asked twice, it is one gap."""
    same = " ".join(gap.question.casefold().split())
    row = {
        "merchant_id": merchant,
        "conversation_id": gap.conversation,
        "key": hashlib.blake2b(same.encode(), digest_size=16).hexdigest(),
        "language": gap.language.value,
        "question": gap.question,
        "at": gap.at,
    }
    return connection.execute(_keep(connection.dialect.name), row).one_or_none() is not None


def list_gaps(
    connection: Connection, merchant: MerchantId, language: Language | None = None, *, limit: int = 500
) -> tuple[Gap, ...]:
    """Newest first."""
    statement = select(gaps).where(gaps.c.merchant_id == merchant)
    if language is not None:
        statement = statement.where(gaps.c.language == language.value)
    rows = connection.execute(statement.order_by(gaps.c.at.desc(), gaps.c.key).limit(limit))
    return tuple(
        Gap(
            conversation=ConversationId(row.conversation_id),
            language=Language(row.language),
            question=row.question,
            at=row.at,
        )
        for row in rows
    )


@cache
def _keep(dialect: str) -> Any:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return make(gaps).on_conflict_do_nothing().returning(gaps.c.key)
