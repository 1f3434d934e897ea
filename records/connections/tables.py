"""A row per merchant and connector, and one per webhook that came, so that each counts once."""

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from runtime.tables import Instant, merchant_column, metadata

connections = Table(
    "connections",
    metadata,
    merchant_column(),
    Column("connector", String(40), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("connected_at", Instant, nullable=False),
    PrimaryKeyConstraint("merchant_id", "connector"),
)

webhooks = Table(
    "webhooks",
    metadata,
    merchant_column(),
    Column("connector", String(40), nullable=False),
    Column("event_id", String(120), nullable=False),
    Column("topic", String(80), nullable=False),
    Column("received_at", Instant, nullable=False),
    PrimaryKeyConstraint("merchant_id", "connector", "event_id"),
    Index("ix_webhooks_received", "merchant_id", "connector", "received_at"),
)
