"""The guard on every statement: rows of a merchant are only reached with that merchant's filter.

A connection is either a merchant's or the system's. On a merchant's connection, each table with ``merchant_id`` must be
filtered by exactly that merchant (directly, or joined on ``merchant_id`` to a table that is), and inserted rows must
carry it. A statement that does not is refused before it reaches the database.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.engine import Connection
from sqlalchemy.sql import Delete, Insert, Select, Update, operators, visitors
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, ColumnClause

from domain.errors import NotAllowed

COLUMN = "merchant_id"
SYSTEM = "*"


class FilterMissing(NotAllowed):
    """A developer wrote a statement that could reach another merchant's rows."""

    code = "merchant_filter_missing"


def check(connection: Connection, statement: Any, many: Sequence[Any], single: Mapping[str, Any]) -> None:
    """Raises FilterMissing unless the statement stays within the connection's merchant."""
    merchant = connection.get_execution_options().get("merchant")
    if merchant == SYSTEM or not isinstance(statement, Select | Update | Delete | Insert):
        return
    rows = [*many, single] if single else list(many)
    if isinstance(statement, Insert):
        _check_insert(statement, merchant, rows)
        return
    owned = {table for table in _tables(statement) if COLUMN in table.c}
    if missing := owned - _filtered(statement, merchant, rows):
        raise FilterMissing(f"{', '.join(sorted(t.name for t in missing))}: no filter on {COLUMN}")


def _tables(statement: Any) -> Iterable[Table]:
    return [each for each in visitors.iterate(statement) if isinstance(each, Table)]


def _check_insert(statement: Insert, merchant: str | None, rows: list[Any]) -> None:
    table = statement.table
    if not isinstance(table, Table) or COLUMN not in table.c:
        return
    fixed = statement.compile().params.get(COLUMN) if not rows else None
    values = [row.get(COLUMN) for row in rows] if rows else [fixed]
    if merchant is None or any(value != merchant for value in values):
        raise FilterMissing(f"{table.name}: a row of another merchant")


def _filtered(statement: Any, merchant: str | None, rows: list[Any]) -> set[Table]:
    """Tables filtered by the merchant's id, spread over equalities between two merchant columns."""
    safe: set[Table] = set()
    joined: list[tuple[Table, Table]] = []
    for each in visitors.iterate(statement):
        if not isinstance(each, BinaryExpression) or each.operator is not operators.eq:
            continue
        left, right = each.left, each.right
        if not _is_merchant_column(left):
            continue
        if isinstance(right, BindParameter):
            given = [row[right.key] for row in rows if right.key in row] or [right.value]
            if merchant is not None and all(value == merchant for value in given):
                safe.add(left.table)
        elif _is_merchant_column(right):
            joined.append((left.table, right.table))
    for _ in joined:
        for one, other in joined:
            if one in safe or other in safe:
                safe |= {one, other}
    return safe


def _is_merchant_column(element: Any) -> bool:
    return isinstance(element, ColumnClause) and element.name == COLUMN and isinstance(element.table, Table)
