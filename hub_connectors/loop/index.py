"""The index of returns by order, as rows: what is older than what stands there changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from domain.ids import MerchantId, OrderId
from hub_connectors.loop.mapping import read_moment
from hub_connectors.loop.tables import orders, returns, syncs
from hub_connectors.loop.wire import LoopLabelEvent, LoopReturn
from runtime.locks import hold

_NEVER = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_LABEL = ("label_status", "label_updated_at", "label_url", "labels", "tracking_number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A return as it was last told; ``fetched`` is when, long ago when it has to be asked for again."""

    body: LoopReturn
    fetched: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one order; ``looked`` when Loop was asked about it, ``synced`` until when all changes are in."""

    returns: tuple[Kept, ...]
    looked: datetime | None
    visited: datetime | None
    synced: datetime | None


_FIND_RETURNS = select(returns.c.body, returns.c.fetched_at).where(
    returns.c.merchant_id == bindparam("merchant"), returns.c.order_id == bindparam("order")
)
_FIND_ORDER = select(orders.c.looked_at, orders.c.visited_at).where(
    orders.c.merchant_id == bindparam("merchant"), orders.c.order_id == bindparam("order")
)
_FIND_SYNC = select(syncs.c.since, syncs.c.until).where(syncs.c.merchant_id == bindparam("merchant"))


def find_known(connection: Connection, merchant: MerchantId, order: OrderId) -> Known:
    asked = {"merchant": merchant, "order": order}
    kept = connection.execute(_FIND_RETURNS, asked).all()
    seen = connection.execute(_FIND_ORDER, asked).one_or_none()
    synced = find_synced(connection, merchant)
    return Known(
        returns=tuple(Kept(body=LoopReturn.model_validate_json(row.body), fetched=row.fetched_at) for row in kept),
        looked=seen.looked_at if seen else None,
        visited=seen.visited_at if seen else None,
        synced=synced[1] if synced else None,
    )


def keep_returns(
    connection: Connection, merchant: MerchantId, told: Iterable[LoopReturn], now: datetime, *, asked: bool = True
) -> int:
    """Keeps what is at least as new as the row; a label keeps its own newest news. How many rows changed.

    ``asked``: Loop answered this just now. Of two events of the same second nobody knows which is the later one, so
    that a second one is kept and its return asked for at the next look.
    """
    hold(connection, _lock(merchant))
    newest = _newest(told)
    mine = (returns.c.merchant_id == merchant, returns.c.return_id.in_(newest))
    query = select(returns.c.return_id, returns.c.order_id, returns.c.updated_at, returns.c.body).where(*mine)
    rows = {row.return_id: row for row in connection.execute(query)} if newest else {}
    fresh = [_row(merchant, body, now) for return_id, body in newest.items() if return_id not in rows]
    if fresh:
        connection.execute(insert(returns), fresh)
    same, changed = [], 0
    for return_id, row in rows.items():
        values = _changes(newest[return_id], row, now, asked)
        if values is None:
            same.append(return_id)
        elif values:
            mine = (returns.c.merchant_id == merchant, returns.c.return_id == return_id)
            connection.execute(update(returns).where(*mine).values(**values))
            changed += 1
    if same:
        mine = (returns.c.merchant_id == merchant, returns.c.return_id.in_(same))
        connection.execute(update(returns).where(*mine).values(fetched_at=now))
    return len(fresh) + changed


def _newest(told: Iterable[LoopReturn]) -> dict[str, LoopReturn]:
    """Pages may overlap while returns change: of each return what is newest."""
    newest: dict[str, LoopReturn] = {}
    for each in told:
        if each.id not in newest or _updated(each) >= _updated(newest[each.id]):
            newest[each.id] = each
    return newest


def _row(merchant: MerchantId, body: LoopReturn, now: datetime) -> dict[str, Any]:
    return {
        "merchant_id": merchant,
        "return_id": body.id,
        "order_id": body.provider_order_id,
        "updated_at": _updated(body),
        "fetched_at": now,
        "body": _dump(body),
    }


def _changes(told: LoopReturn, row: Any, now: datetime, asked: bool) -> dict[str, Any] | None:
    """The row's new values; None when nothing but the moment is new, empty when the row is newer."""
    updated = _updated(told)
    if updated < row.updated_at:
        return {}
    body = _dump(_with_newest_label(told, LoopReturn.model_validate_json(row.body)))
    if body == row.body and updated == row.updated_at:
        return None
    doubtful = not asked and updated == row.updated_at
    return {
        "order_id": told.provider_order_id or row.order_id,
        "updated_at": updated,
        "fetched_at": _NEVER if doubtful else now,
        "body": body,
    }


def _updated(body: LoopReturn) -> datetime:
    return read_moment(body.updated_at) or read_moment(body.created_at) or _NEVER


def _with_newest_label(told: LoopReturn, kept: LoopReturn) -> LoopReturn:
    """A label moves without the return changing, so that an equally new return may carry an older label."""
    known, fresh = read_moment(kept.label_updated_at), read_moment(told.label_updated_at)
    if known is None or (fresh is not None and fresh >= known):
        return told
    return told.model_copy(update={key: getattr(kept, key) for key in _LABEL})


def keep_label(connection: Connection, merchant: MerchantId, event: LoopLabelEvent) -> None:
    """What a label event adds to its return; one that is not known yet is asked for at the next look."""
    hold(connection, _lock(merchant))
    mine = (returns.c.merchant_id == merchant, returns.c.return_id == event.id)
    body = connection.execute(select(returns.c.body).where(*mine)).scalar()
    if body is None:
        if event.provider_order_id:
            note_looked(connection, merchant, OrderId(event.provider_order_id), None)
        return
    kept = LoopReturn.model_validate_json(body)
    known, fresh = read_moment(kept.label_updated_at), read_moment(event.label_updated_at)
    if fresh is None or (known is not None and fresh < known):
        return
    told = {"label_status": event.label_status, "label_updated_at": event.label_updated_at}
    if event.tracking_number:
        told["tracking_number"] = event.tracking_number
    connection.execute(update(returns).where(*mine).values(body=_dump(kept.model_copy(update=told))))


def make_stale(connection: Connection, merchant: MerchantId, return_id: str) -> None:
    """The next look asks Loop for this return again."""
    mine = (returns.c.merchant_id == merchant, returns.c.return_id == return_id)
    connection.execute(update(returns).where(*mine).values(fetched_at=_NEVER))


def forget_return(connection: Connection, merchant: MerchantId, return_id: str) -> None:
    connection.execute(delete(returns).where(returns.c.merchant_id == merchant, returns.c.return_id == return_id))


def note_looked(connection: Connection, merchant: MerchantId, order: OrderId, at: datetime | None) -> None:
    """Loop was asked about this order; None when it has to be asked again."""
    _note(connection, merchant, order, {"looked_at": at})


def note_visited(connection: Connection, merchant: MerchantId, order: OrderId, at: datetime) -> None:
    """The portal was opened for this order: a return may follow at any moment."""
    _note(connection, merchant, order, {"visited_at": at})


def _note(connection: Connection, merchant: MerchantId, order: OrderId, values: dict[str, Any]) -> None:
    hold(connection, _lock(merchant))
    mine = (orders.c.merchant_id == merchant, orders.c.order_id == order)
    if not connection.execute(update(orders).where(*mine).values(**values)).rowcount:
        connection.execute(insert(orders).values(merchant_id=merchant, order_id=order, **values))


def find_synced(connection: Connection, merchant: MerchantId) -> tuple[datetime, datetime] | None:
    """From when until when every change is in the index."""
    row = connection.execute(_FIND_SYNC, {"merchant": merchant}).one_or_none()
    return (row.since, row.until) if row else None


def save_synced(connection: Connection, merchant: MerchantId, since: datetime, until: datetime) -> None:
    hold(connection, _lock(merchant))
    connection.execute(delete(syncs).where(syncs.c.merchant_id == merchant))
    connection.execute(insert(syncs).values(merchant_id=merchant, since=since, until=until))


def forget_index(connection: Connection, merchant: MerchantId) -> None:
    """When the merchant disconnects, or connects another Loop account."""
    for table in (returns, orders, syncs):
        connection.execute(delete(table).where(table.c.merchant_id == merchant))


def _dump(body: LoopReturn) -> str:
    return body.model_dump_json(exclude_none=True)


def _lock(merchant: MerchantId) -> str:
    return f"loop:{merchant}"
