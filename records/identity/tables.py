"""Proofs per conversation, challenges with hashed codes, signed-in hub sessions and the doors that links open."""

from sqlalchemy import Column, Index, Integer, String, Table, Text

from runtime.tables import Instant, merchant_column, metadata

proofs = Table(
    "proofs",
    metadata,
    Column("conversation_id", String(40), primary_key=True),
    merchant_column(),
    Column("customer_id", String(60), nullable=False),
    Column("means", String(20), nullable=False),
    Column("expires", Instant, nullable=False),
)

challenges = Table(
    "challenges",
    metadata,
    Column("id", String(40), primary_key=True),
    merchant_column(),
    Column("purpose", String(80), nullable=False),
    Column("address_hash", String(64), nullable=False),
    Column("source", String(64), nullable=False),
    Column("customer_id", String(60), nullable=False),
    Column("code_hash", String(64), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires", Instant, nullable=False),
    Index("ix_challenges_merchant_address", "merchant_id", "address_hash", "created_at"),
    Index("ix_challenges_merchant_source", "merchant_id", "source", "created_at"),
)

sessions = Table(
    "hub_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    merchant_column(),
    Column("customer_id", String(60), nullable=False),
    Column("expires", Instant, nullable=False),
)

doors = Table(
    "doors",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    merchant_column(),
    Column("customer_id", String(60), nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("target", Text, nullable=False),
    Column("expires", Instant, nullable=False),
)
