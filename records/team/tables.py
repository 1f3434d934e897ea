"""Teammates with their password's hash, and the sessions they opened."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, UniqueConstraint

from runtime.tables import Instant, merchant_column, metadata

teammates = Table(
    "teammates",
    metadata,
    Column("id", String(40), primary_key=True),
    merchant_column(),
    Column("email", String(254), nullable=False),
    Column("name", String(120), nullable=False),
    Column("role", String(20), nullable=False),
    Column("language", String(8), nullable=False),
    Column("password_hash", String(200), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Instant, nullable=True),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("merchant_id", "email"),
)

team_sessions = Table(
    "team_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    merchant_column(),
    Column("teammate_id", String(40), nullable=False),
    Column("expires", Instant, nullable=False),
    Index("ix_team_sessions_teammate", "merchant_id", "teammate_id"),
)
