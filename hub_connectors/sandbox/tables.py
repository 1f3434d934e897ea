"""Where the demo shop keeps its records: keys to find a story by, and the story itself as JSON text."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String, Table, Text

from runtime.tables import Instant, metadata


def _merchant() -> Column[str]:
    return Column("merchant_id", String(64), primary_key=True)


def _body() -> Column[str]:
    return Column("body", Text, nullable=False)


shops = Table(
    "sandbox_shops",
    metadata,
    _merchant(),
    Column("edition", Integer, nullable=False),
    Column("anchor", Date, nullable=False),
    Column("offset_seconds", BigInteger, nullable=False),
)

customers = Table(
    "sandbox_customers",
    metadata,
    _merchant(),
    Column("id", String(40), primary_key=True),
    Column("email", String(200), nullable=False),
    _body(),
)
Index("ix_sandbox_customers_email", customers.c.merchant_id, customers.c.email)

orders = Table(
    "sandbox_orders",
    metadata,
    _merchant(),
    Column("id", String(40), primary_key=True),
    Column("number", String(20), nullable=False),
    Column("customer_id", String(40), nullable=False),
    Column("recipient_id", String(40)),
    Column("placed_at", Instant, nullable=False),
    _body(),
)
Index("ix_sandbox_orders_number", orders.c.merchant_id, orders.c.number, unique=True)
Index("ix_sandbox_orders_customer", orders.c.merchant_id, orders.c.customer_id, orders.c.placed_at)
Index("ix_sandbox_orders_recipient", orders.c.merchant_id, orders.c.recipient_id, orders.c.placed_at)

parcels = Table(
    "sandbox_parcels",
    metadata,
    _merchant(),
    Column("id", String(40), primary_key=True),
    Column("order_id", String(40), nullable=False),
    Column("tracking_number", String(40), nullable=False),
)
Index("ix_sandbox_parcels_order", parcels.c.merchant_id, parcels.c.order_id)
Index("ix_sandbox_parcels_tracking", parcels.c.merchant_id, parcels.c.tracking_number)

returns = Table(
    "sandbox_returns",
    metadata,
    _merchant(),
    Column("id", String(40), primary_key=True),
    Column("order_id", String(40), nullable=False),
    _body(),
)
Index("ix_sandbox_returns_order", returns.c.merchant_id, returns.c.order_id)

incidents = Table(
    "sandbox_incidents",
    metadata,
    _merchant(),
    Column("id", String(40), primary_key=True),
    Column("customer_id", String(40), nullable=False),
    Column("order_id", String(40), nullable=False),
    _body(),
)
Index("ix_sandbox_incidents_customer", incidents.c.merchant_id, incidents.c.customer_id)

claims = Table(
    "sandbox_claims",
    metadata,
    _merchant(),
    Column("id", String(40), primary_key=True),
    Column("customer_id", String(40), nullable=False),
    Column("order_id", String(40), nullable=False),
    _body(),
)
Index("ix_sandbox_claims_customer", claims.c.merchant_id, claims.c.customer_id)

writes = Table(
    "sandbox_writes",
    metadata,
    _merchant(),
    Column("key", String(120), primary_key=True),
    Column("subject", String(40), nullable=False),
)

visits = Table(
    "sandbox_visits",
    metadata,
    _merchant(),
    Column("token", String(64), primary_key=True),
    Column("order_id", String(40), nullable=False),
    Column("expires", Instant, nullable=False),
    _body(),
)
