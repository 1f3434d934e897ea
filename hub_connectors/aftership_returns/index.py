"""The index of returns by order: what webhooks and lists told, and how far the lists have been read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.ids import MerchantId, OrderId
from hub_connectors.aftership_returns.tables import reading, returns
from hub_connectors.aftership_returns.wire import WireReturn


def orders_of(seen: Iterable[WireReturn]) -> dict[str, str]:
    """Order by return; a return without the shop's own order id belongs to nobody here."""
    return {each.id: each.order.external_id for each in seen if each.order and each.order.external_id}


def note_returns(connection: Connection, merchant: MerchantId, orders: Mapping[str, str]) -> None:
    """A return never changes its order, so that old news and repeated news change nothing."""
    rows = [
        {"merchant_id": merchant, "return_id": return_id[:80], "order_id": order_id[:80]}
        for return_id, order_id in orders.items()
    ]
    if rows:
        connection.execute(_note(connection.dialect.name), rows)


def forget_return(connection: Connection, merchant: MerchantId, return_id: str) -> None:
    connection.execute(delete(returns).where(returns.c.merchant_id == merchant, returns.c.return_id == return_id))


def list_return_ids(connection: Connection, merchant: MerchantId, order: OrderId) -> tuple[str, ...]:
    rows = connection.execute(
        select(returns.c.return_id).where(returns.c.merchant_id == merchant, returns.c.order_id == order)
    )
    return tuple(rows.scalars())


def find_read_to(connection: Connection, merchant: MerchantId, account: str) -> datetime | None:
    """None when nothing was listed yet."""
    found: datetime | None = connection.execute(
        select(reading.c.read_to).where(reading.c.merchant_id == merchant, reading.c.account == account)
    ).scalar()
    return found


def note_read_to(connection: Connection, merchant: MerchantId, account: str, read_to: datetime) -> None:
    """Another account's row goes: with other credentials everything is listed anew."""
    connection.execute(delete(reading).where(reading.c.merchant_id == merchant))
    row = {"merchant_id": merchant, "account": account, "read_to": read_to}
    connection.execute(_read(connection.dialect.name), row)


@cache
def _note(dialect: str) -> Any:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return make(returns).on_conflict_do_nothing()


@cache
def _read(dialect: str) -> Any:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return make(reading).on_conflict_do_nothing()
