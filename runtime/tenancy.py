"""The guard on every statement: rows of a merchant are only reached with that merchant's filter.

A connection is either a merchant's or the system's. On a merchant's connection, every ``SELECT``, ``UPDATE`` and
``DELETE``, nested ones too, must filter each table with ``merchant_id`` by exactly that merchant: among the conditions
that hold for every row, directly or by equality with the ``merchant_id`` of a table that is filtered. Rows that are
inserted must carry it. A statement that does not is refused before it reaches the database, and so is plain text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Table
from sqlalchemy.engine import Connection
from sqlalchemy.sql import Delete, Insert, Select, TextClause, Update, operators
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, BooleanClauseList, ColumnClause, Grouping
from sqlalchemy.sql.selectable import Alias, Join

from domain.errors import NotAllowed

COLUMN = "merchant_id"
SYSTEM = "*"

_Source = Table | Alias


class FilterMissing(NotAllowed):
    """A developer wrote a statement that could reach another merchant's rows."""

    code = "merchant_filter_missing"


@dataclass(slots=True)
class _Scope:
    """One ``SELECT``, ``UPDATE`` or ``DELETE`` without what is nested in it.

    ``conditions`` hold for every row, each with the sources that it can narrow: an outer join narrows its right side.
    """

    sources: set[_Source] = field(default_factory=set)
    conditions: list[tuple[Any, _Source | None]] = field(default_factory=list)
    nested: list[Any] = field(default_factory=list)


_read: WeakKeyDictionary[Any, tuple[_Scope, ...]] = WeakKeyDictionary()
"""Statements that are built once are read once; what they filter by is compared at every call."""


def check(connection: Connection, statement: Any, many: Sequence[Any], single: Mapping[str, Any]) -> None:
    """Raises FilterMissing unless the statement stays within the connection's merchant."""
    merchant = connection.get_execution_options().get("merchant")
    if merchant == SYSTEM:
        return
    if isinstance(statement, TextClause) and merchant is not None:
        raise FilterMissing("plain text cannot be checked")
    rows = [*many, single] if single else list(many)
    if isinstance(statement, Insert):
        _check_insert(statement, merchant, rows)
    if isinstance(statement, Update):
        _check_moved(statement, merchant)
    for scope in _scopes(statement):
        if missing := scope.sources - _filtered(scope, merchant, rows):
            names = sorted({each.name for each in missing})
            raise FilterMissing(f"{', '.join(names)}: no filter on {COLUMN}")


def _check_insert(statement: Insert, merchant: str | None, rows: list[Any]) -> None:
    table = statement.table
    if not isinstance(table, Table) or COLUMN not in table.c:
        return
    fixed = _given(statement, table)
    values = [row.get(COLUMN, fixed) for row in rows] if rows else [fixed]
    if merchant is None or any(value != merchant for value in values):
        raise FilterMissing(f"{table.name}: a row of another merchant")


def _check_moved(statement: Update, merchant: str | None) -> None:
    table = statement.table
    if isinstance(table, Table) and COLUMN in table.c and _given(statement, table) not in {None, merchant}:
        raise FilterMissing(f"{table.name}: a row may not change its merchant")


def _given(statement: Insert | Update, table: Table) -> Any:
    """The literal that ``values(merchant_id=...)`` gives, None without one; an expression fits nobody."""
    for column, value in (statement._values or {}).items():
        if column in {COLUMN, table.c[COLUMN]}:
            return value.effective_value if isinstance(value, BindParameter) else "?"
    return None


def _scopes(statement: Any) -> tuple[_Scope, ...]:
    """The statement and all that is nested in it."""
    known = _read.get(statement)
    if known is None:
        waiting, scopes = [statement], []
        while waiting:
            scopes.append(_read_scope(waiting.pop()))
            waiting += scopes[-1].nested
        known = _read[statement] = tuple(scopes)
    return known


def _read_scope(statement: Any) -> _Scope:
    """Walks one statement down to what is nested in it."""
    scope = _Scope()
    for condition in getattr(statement, "_where_criteria", ()):
        scope.conditions += [(each, None) for each in _conjuncts(condition)]
    for target, onclause, _left, flags in getattr(statement, "_setup_joins", ()):
        _add_join(scope, target, onclause, outer=flags["isouter"], full=flags["full"])
    insert = isinstance(statement, Insert)
    waiting = list(statement.get_children())
    while waiting:
        element = waiting.pop()
        if isinstance(element, Select | Update | Delete | Insert):
            scope.nested.append(element)
            continue
        if isinstance(element, Join):
            _add_join(scope, element.right, element.onclause, outer=element.isouter, full=element.full)
        source = element.table if isinstance(element, ColumnClause) else element
        if isinstance(source, Table) or (isinstance(source, Alias) and isinstance(source.element, Table)):
            if COLUMN in source.c and not insert:
                scope.sources.add(source)
            continue
        waiting += element.get_children()
    return scope


def _add_join(scope: _Scope, right: Any, onclause: Any, *, outer: bool, full: bool) -> None:
    if onclause is None or full or (outer and not isinstance(right, Table | Alias)):
        return
    scope.conditions += [(each, right if outer else None) for each in _conjuncts(onclause)]


def _conjuncts(condition: Any) -> Iterator[Any]:
    if isinstance(condition, Grouping):
        yield from _conjuncts(condition.element)
    elif isinstance(condition, BooleanClauseList) and condition.operator is operators.and_:
        for each in condition.clauses:
            yield from _conjuncts(each)
    else:
        yield condition


def _filtered(scope: _Scope, merchant: str | None, rows: list[Any]) -> set[_Source]:
    """Sources filtered by the merchant's id, spread over equalities between two merchant columns."""
    safe: set[_Source] = set()
    joined: list[tuple[_Source, _Source, _Source | None]] = []
    for condition, narrows in scope.conditions:
        if not isinstance(condition, BinaryExpression) or condition.operator is not operators.eq:
            continue
        left, right = condition.left, condition.right
        if isinstance(left, BindParameter):
            left, right = right, left
        if not _is_merchant_column(left):
            continue
        if isinstance(right, BindParameter):
            if _is_merchant(right, merchant, rows) and narrows in {None, left.table}:
                safe.add(left.table)
        elif _is_merchant_column(right):
            joined += [(left.table, right.table, narrows), (right.table, left.table, narrows)]
    for _ in joined:
        safe |= {other for one, other, narrows in joined if one in safe and narrows in {None, other}}
    return safe


def _is_merchant(bound: BindParameter[Any], merchant: str | None, rows: list[Any]) -> bool:
    given = [row[bound.key] for row in rows if bound.key in row] or [bound.effective_value]
    return merchant is not None and all(value == merchant for value in given)


def _is_merchant_column(element: Any) -> bool:
    return isinstance(element, ColumnClause) and element.name == COLUMN and isinstance(element.table, Table | Alias)
