"""The local index of Loop's returns: Loop has no way to ask for one shopper's, so that they are kept by order here."""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, String, Table, Text

from runtime.tables import Instant, merchant_column, metadata

returns = Table(
    "loop_returns",
    metadata,
    merchant_column(),
    Column("return_id", String(80), nullable=False),
    Column("order_id", String(80), nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("fetched_at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("merchant_id", "return_id"),
    Index("ix_loop_returns_order", "merchant_id", "order_id"),
)

orders = Table(
    "loop_orders",
    metadata,
    merchant_column(),
    Column("order_id", String(80), nullable=False),
    Column("looked_at", Instant, nullable=True),
    Column("visited_at", Instant, nullable=True),
    PrimaryKeyConstraint("merchant_id", "order_id"),
)

syncs = Table(
    "loop_syncs",
    metadata,
    merchant_column(),
    Column("since", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    PrimaryKeyConstraint("merchant_id"),
)
