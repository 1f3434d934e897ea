"""Which return belongs to which order: AfterShip lists returns by day, by e-mail or by name, never by order id.

Only ids are kept; a return itself is read from AfterShip whenever it is asked for.
"""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, String, Table

from runtime.tables import Instant, merchant_column, metadata

returns = Table(
    "aftership_returns",
    metadata,
    merchant_column(),
    Column("return_id", String(80), nullable=False),
    Column("order_id", String(80), nullable=False),
    PrimaryKeyConstraint("merchant_id", "return_id"),
    Index("ix_aftership_returns_order", "merchant_id", "order_id"),
)

reading = Table(
    "aftership_returns_read",
    metadata,
    merchant_column(),
    Column("account", String(32), nullable=False),
    Column("read_to", Instant, nullable=False),
    PrimaryKeyConstraint("merchant_id", "account"),
)
"""Every return of this account made until ``read_to`` is in the index."""
