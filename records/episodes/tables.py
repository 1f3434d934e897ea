"""One row per episode: a conversation that a person gave back to the agent starts another."""

from sqlalchemy import Boolean, Column, Index, Integer, PrimaryKeyConstraint, String, Table

from runtime.tables import Instant, merchant_column, metadata

episodes = Table(
    "episodes",
    metadata,
    merchant_column(),
    Column("conversation_id", String(40), nullable=False),
    Column("episode", Integer, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("language", String(8), nullable=False),
    Column("customer_id", String(60), nullable=True),
    Column("skill", String(30), nullable=False),
    Column("skills", String(200), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("gaps", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("last_outcome", String(20), nullable=False),
    Column("thanked", Boolean, nullable=False),
    Column("handed_over", Boolean, nullable=False),
    Column("handover_reason", String(40), nullable=False),
    Column("rating", Integer, nullable=True),
    Column("summary", String(200), nullable=False),
    PrimaryKeyConstraint("merchant_id", "conversation_id", "episode"),
    Index("ix_episodes_started", "merchant_id", "started_at"),
    Index("ix_episodes_last", "merchant_id", "last_at"),
    Index("ix_episodes_customer", "merchant_id", "customer_id", "started_at"),
)
