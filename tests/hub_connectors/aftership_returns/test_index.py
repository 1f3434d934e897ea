"""The index on both databases: repeated news change nothing, and merchants do not meet."""

from datetime import UTC, datetime

from sqlalchemy.engine import Connection

from domain.ids import MerchantId, OrderId
from hub_connectors.aftership_returns.index import (
    find_read_to,
    forget_return,
    list_return_ids,
    note_read_to,
    note_returns,
)
from runtime.database import Database
from tests.contracts.storage.conftest import database as either
from tests.contracts.storage.conftest import postgres_with_tables, sqlite_template

__all__ = ["either", "postgres_with_tables", "sqlite_template"]

ONE, OTHER, ORDER = MerchantId("one"), MerchantId("other"), OrderId("5001")
EARLY, LATE = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 2, tzinfo=UTC)


def test_the_index_holds_once_what_it_was_told_twice(either: Database) -> None:
    def tell(connection: Connection) -> None:
        note_returns(connection, ONE, {})
        note_returns(connection, ONE, {"r1": ORDER, "r2": "5002"})
        note_returns(connection, ONE, {"r1": ORDER, "r3": ORDER})
        note_read_to(connection, ONE, "a", EARLY)
        note_read_to(connection, ONE, "a", LATE)

    either.run_now(tell, ONE)
    assert set(either.run_now(lambda c: list_return_ids(c, ONE, ORDER), ONE, False)) == {"r1", "r3"}
    assert either.run_now(lambda c: find_read_to(c, ONE, "a"), ONE, False) == LATE
    assert either.run_now(lambda c: list_return_ids(c, OTHER, ORDER), OTHER, False) == ()
    assert either.run_now(lambda c: find_read_to(c, OTHER, "a"), OTHER, False) is None


def test_other_credentials_and_returns_that_are_gone(either: Database) -> None:
    def tell(connection: Connection) -> None:
        note_returns(connection, ONE, {"r1": ORDER})
        note_read_to(connection, ONE, "a", LATE)
        note_read_to(connection, ONE, "b", EARLY)
        forget_return(connection, ONE, "r1")

    either.run_now(tell, ONE)
    assert either.run_now(lambda c: list_return_ids(c, ONE, ORDER), ONE, False) == ()
    assert either.run_now(lambda c: find_read_to(c, ONE, "a"), ONE, False) is None
    assert either.run_now(lambda c: find_read_to(c, ONE, "b"), ONE, False) == EARLY
