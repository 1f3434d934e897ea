"""Fills the database with the made-up shop, once per merchant, and tells from which day it counts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Table, delete, insert, select
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.seeding.demo_stories import RESERVED, make_demo
from hub_connectors.sandbox.seeding.world import World, make_world
from runtime.codec import to_json

EDITION = 2
"""Raised whenever the assortment or the stories change shape: a shop of an older edition is made anew."""

_ALL = (
    tables.customers,
    tables.orders,
    tables.parcels,
    tables.returns,
    tables.incidents,
    tables.claims,
    tables.writes,
    tables.visits,
)


def seed_shop(connection: Connection, merchant: MerchantId, anchor: date) -> date:
    """Makes the shop unless it stands already; the anchor day it was made for."""
    table = tables.shops
    if connection.dialect.name == "postgresql":
        # Two processes that start together would both find no shop and both make it.
        connection.exec_driver_sql("LOCK TABLE sandbox_shops IN SHARE ROW EXCLUSIVE MODE")
    found = connection.execute(
        select(table.c.anchor, table.c.edition).where(table.c.merchant_id == merchant)
    ).one_or_none()
    if found and found.edition == EDITION:
        kept: date = found.anchor
        return kept
    clear_shop(connection, merchant)
    write_world(connection, merchant, make_world(str(merchant), anchor, reserved=RESERVED))
    write_world(connection, merchant, make_demo(anchor))
    connection.execute(insert(table).values(merchant_id=merchant, edition=EDITION, anchor=anchor, offset_seconds=0))
    return anchor


def clear_shop(connection: Connection, merchant: MerchantId) -> None:
    for table in (*_ALL, tables.shops):
        connection.execute(delete(table).where(table.c.merchant_id == merchant))


def write_world(connection: Connection, merchant: MerchantId, world: World) -> None:
    for table, rows in _rows(world):
        for row in rows:
            row["merchant_id"] = merchant
        if rows:
            connection.execute(insert(table), rows)


def _rows(world: World) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    yield (
        tables.customers,
        [{"id": each.id, "email": each.email.lower(), "body": to_json(each)} for each in world.customers],
    )
    yield (
        tables.orders,
        [
            {
                "id": each.id,
                "number": each.number,
                "customer_id": each.customer,
                "recipient_id": each.recipient,
                "placed_at": each.placed_at,
                "body": to_json(each),
            }
            for each in world.orders
        ],
    )
    yield (
        tables.parcels,
        [
            {"id": parcel.id, "order_id": order.id, "tracking_number": parcel.tracking_number}
            for order in world.orders
            for parcel in order.parcels
        ],
    )
    yield (
        tables.returns,
        [{"id": each.id, "order_id": each.order, "body": to_json(each)} for each in world.returns],
    )
    for table, stories in ((tables.incidents, world.incidents), (tables.claims, world.claims)):
        yield (
            table,
            [
                {"id": each.id, "customer_id": each.customer, "order_id": each.order, "body": to_json(each)}
                for each in stories
            ],
        )
