"""Events are numbered within their conversation, without gaps."""

from sqlalchemy import Column, Integer, String, Table, Text

from runtime.tables import Instant, merchant_column, metadata

events = Table(
    "events",
    metadata,
    Column("conversation_id", String(40), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    merchant_column(),
    Column("kind", String(20), nullable=False),
    Column("turn_id", String(40), nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", Text, nullable=False),
)
