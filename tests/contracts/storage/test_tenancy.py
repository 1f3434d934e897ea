"""No statement reaches another merchant's rows: what could is refused before the database sees it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import (
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    not_,
    or_,
    outerjoin,
    select,
    text,
    union_all,
    update,
)

from runtime.database import Database
from runtime.inbox import inbox, lanes
from runtime.outbox import outbox
from runtime.tenancy import FilterMissing
from tests.contracts.storage.conversing import ALICE, NOW, OTHER_SHOP, SHOP, do, opened, say

MINE = inbox.c.merchant_id == SHOP
OTHER = inbox.alias("other_messages")
LANE = {"conversation_id": "cnv_new", "lease_until": NOW, "owner": "", "fence": 0}

SOUND: dict[str, Any] = {
    "filtered": select(inbox).where(MINE),
    "filtered the other way round": select(inbox).where(literal(SHOP) == inbox.c.merchant_id),
    "filtered, with alternatives": select(func.count()).select_from(inbox).where(MINE, or_(inbox.c.id == "a", True)),
    "joined on the merchant": select(inbox.c.id).join(lanes, lanes.c.merchant_id == inbox.c.merchant_id).where(MINE),
    "outer join on the merchant": select(inbox.c.id)
    .outerjoin(lanes, and_(lanes.c.merchant_id == inbox.c.merchant_id, lanes.c.fence > 0))
    .where(MINE),
    "joined with itself": select(OTHER.c.id).join(inbox, OTHER.c.merchant_id == inbox.c.merchant_id).where(MINE),
    "filtered inside too": select(lanes.c.owner).where(
        lanes.c.merchant_id == SHOP, exists(select(outbox.c.id).where(outbox.c.merchant_id == SHOP))
    ),
    "both halves filtered": union_all(
        select(inbox.c.id).where(MINE), select(lanes.c.owner).where(lanes.c.merchant_id == SHOP)
    ),
    "over a filtered query": select(select(inbox.c.id).where(MINE).subquery().c.id),
    "update": update(inbox).where(MINE).values(problem=""),
    "delete": delete(inbox).where(MINE),
    "insert": insert(lanes).values(merchant_id=SHOP, **LANE),
}

REFUSED: dict[str, Any] = {
    "no filter": select(inbox),
    "another merchant": select(inbox).where(inbox.c.merchant_id == OTHER_SHOP),
    "a filter that need not hold": select(inbox).where(or_(MINE, inbox.c.id == "a")),
    "everybody else": select(inbox).where(not_(MINE)),
    "a pattern": select(inbox).where(inbox.c.merchant_id.like("%")),
    "only in the order": select(literal(1)).order_by(inbox.c.id),
    "one of two tables": select(inbox.c.id).join(lanes, lanes.c.conversation_id == inbox.c.conversation_id).where(MINE),
    "a join that need not hold": select(inbox.c.id)
    .join(lanes, or_(lanes.c.merchant_id == inbox.c.merchant_id, lanes.c.fence > 0))
    .where(MINE),
    "only the right side of an outer join": select(inbox.c.id).select_from(
        outerjoin(inbox, lanes, and_(lanes.c.merchant_id == SHOP, lanes.c.merchant_id == inbox.c.merchant_id))
    ),
    "its own twin": select(OTHER.c.id).join(inbox, OTHER.c.id == inbox.c.id).where(MINE),
    "a subquery": select(inbox.c.id).where(MINE, inbox.c.id.in_(select(outbox.c.id))),
    "a subquery on the same table": select(inbox.c.id).where(MINE, inbox.c.id.in_(select(inbox.c.id))),
    "a subquery among the columns": select(select(func.count()).select_from(outbox).scalar_subquery()).where(MINE),
    "a subquery as table": select(select(inbox).subquery().c.id),
    "a named subquery": select(select(inbox).cte().c.id),
    "one half of a union": union_all(select(inbox.c.id).where(MINE), select(lanes.c.owner)),
    "update": update(inbox).values(problem=""),
    "update beside another table": update(inbox).where(MINE, inbox.c.id == outbox.c.id).values(problem=""),
    "update from a subquery": update(inbox).where(MINE).values(problem=select(outbox.c.body).scalar_subquery()),
    "update that gives a row away": update(inbox).where(MINE).values(merchant_id=OTHER_SHOP),
    "delete": delete(inbox),
    "insert for another": insert(lanes).values(merchant_id=OTHER_SHOP, **LANE),
    "insert for nobody": insert(lanes).values(**LANE),
    "insert from a query": insert(lanes).from_select(["merchant_id"], select(inbox.c.merchant_id).where(MINE)),
    "plain text": text("SELECT * FROM inbox"),
}


def _run(database: Database, statement: Any, *parameters: Any, merchant: str = SHOP) -> None:
    """Runs it as one merchant and keeps nothing."""
    database.run_now(lambda connection: connection.execute(statement, *parameters), merchant)


@pytest.mark.parametrize("statement", SOUND.values(), ids=SOUND)
def test_a_statement_that_stays_within_its_merchant_runs(database: Database, statement: Any) -> None:
    _run(database, statement)


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_a_statement_that_could_reach_others_is_refused(database: Database, statement: Any) -> None:
    with pytest.raises(FilterMissing):
        _run(database, statement)


@pytest.mark.parametrize("rows", [[SHOP, SHOP], [SHOP, OTHER_SHOP]], ids=["own", "one of another"])
def test_every_row_of_many_is_looked_at(database: Database, rows: list[str]) -> None:
    given = [LANE | {"merchant_id": shop, "conversation_id": f"cnv_{number}"} for number, shop in enumerate(rows)]
    statement = insert(lanes)
    if OTHER_SHOP in rows:
        with pytest.raises(FilterMissing):
            _run(database, statement, given)
    else:
        _run(database, statement, given)


def test_a_filter_by_parameter_is_looked_at_in_every_row(database: Database) -> None:
    statement = update(inbox).where(inbox.c.merchant_id == bindparam("shop")).values(problem=bindparam("why"))
    _run(database, statement, [{"shop": SHOP, "why": "a"}, {"shop": SHOP, "why": "b"}])
    with pytest.raises(FilterMissing):
        _run(database, statement, [{"shop": SHOP, "why": "a"}, {"shop": OTHER_SHOP, "why": "b"}])


def test_a_refused_statement_changes_nothing(database: Database) -> None:
    opened(database)
    say(database, "1")
    with pytest.raises(FilterMissing):
        _run(database, delete(inbox))
    count: Callable[..., int] = lambda c: c.execute(select(func.count()).select_from(inbox)).scalar_one()  # noqa: E731
    assert do(database, count) == 1


def test_the_system_reaches_everything(database: Database) -> None:
    opened(database)
    assert do(database, lambda c: c.execute(select(lanes.c.conversation_id)).scalars().all()) == [ALICE]


def test_a_connection_that_is_nobodys_reaches_no_merchants_rows(database: Database) -> None:
    with database.engine.connect() as connection, pytest.raises(FilterMissing):
        connection.execute(select(inbox))


def test_on_postgresql_even_an_unchecked_statement_sees_its_merchants_rows_only(database: Database) -> None:
    """Row-level security is the second net; SQLite has the first one alone."""
    opened(database)
    statement = "SELECT conversation_id FROM lanes"
    unchecked = {
        shop: database.run_now(lambda c: c.exec_driver_sql(statement).scalars().all(), shop)
        for shop in (SHOP, OTHER_SHOP)
    }
    assert unchecked[SHOP] == [ALICE]
    assert unchecked[OTHER_SHOP] == ([ALICE] if database.sqlite else [])
