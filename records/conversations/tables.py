"""One row per conversation, its graph state included: versioned, and changed by compare-and-set from both sides."""

from sqlalchemy import Column, Index, Integer, String, Table, Text

from runtime.tables import Instant, merchant_column, metadata

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(40), primary_key=True),
    merchant_column(),
    Column("channel", String(20), nullable=False),
    Column("language", String(2), nullable=False),
    Column("owner", String(10), nullable=False),
    Column("episode", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("last_sequence", Integer, nullable=False),
    Column("token_hash", String(64), nullable=False),
    Column("token_expires", Instant, nullable=False),
    Column("source", String(64), nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_conversations_merchant_updated", "merchant_id", "updated_at"),
)
