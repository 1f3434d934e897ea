"""Whose demo shop a public token or tracking number belongs to: the address names no merchant, the row does."""

from sqlalchemy import select
from sqlalchemy.engine import Connection

from domain.ids import MerchantId, OrderId
from hub_connectors.sandbox import tables


def find_visit_merchant(connection: Connection, token: str) -> MerchantId | None:
    found = connection.execute(select(tables.visits.c.merchant_id).where(tables.visits.c.token == token)).scalar()
    return MerchantId(found) if found else None


def find_tracked(connection: Connection, tracking_number: str) -> tuple[MerchantId, OrderId] | None:
    """The shop and order of a tracking number; the first one when two shops have it."""
    parcels = tables.parcels
    query = select(parcels.c.merchant_id, parcels.c.order_id).where(parcels.c.tracking_number == tracking_number)
    row = connection.execute(query.limit(1)).one_or_none()
    return (MerchantId(row.merchant_id), OrderId(row.order_id)) if row else None
