"""The inbox's two tables: what was accepted, and who works on which conversation's queue."""

from enum import StrEnum

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text, UniqueConstraint

from runtime.tables import Instant, merchant_column, metadata


class InboxState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    PARKED = "parked"


inbox = Table(
    "inbox",
    metadata,
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("id", String(40), nullable=False, unique=True),
    merchant_column(),
    Column("conversation_id", String(40), nullable=False),
    Column("vendor_id", String(200), nullable=False),
    Column("state", String(10), nullable=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("crashes", Integer, nullable=False, default=0),
    Column("not_before", Instant, nullable=False),
    Column("accepted_at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    Column("problem", String(200), nullable=False, default=""),
    UniqueConstraint("conversation_id", "vendor_id"),
    Index("ix_inbox_pending", "conversation_id", "state"),
    Index("ix_inbox_state_not_before", "state", "not_before"),
)

lanes = Table(
    "lanes",
    metadata,
    Column("conversation_id", String(40), primary_key=True),
    merchant_column(),
    Column("owner", String(60), nullable=False, default=""),
    Column("lease_until", Instant, nullable=False),
    Column("fence", Integer, nullable=False, default=0),
)
