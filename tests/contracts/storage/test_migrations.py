"""A migrated database has exactly the tables that the code declares, on both databases."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, inspect, select

from runtime.database import Database
from runtime.inbox import lanes
from runtime.migrations import migrate
from tests.contracts.storage.conversing import NOW, SHOP
from tests.postgres import create_database, drop_database
from web.tables import metadata


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without a table."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'empty.db'}")
        yield database
        database.close()
        return
    server, name = request.getfixturevalue("postgres_server"), f"empty_{secrets.token_hex(4)}"
    database = Database(create_database(server, name))
    yield database
    database.close()
    drop_database(server, name)


def _differences(database: Database) -> list[Any]:
    with database.engine.connect() as bare:
        connection = bare.execution_options(merchant="*", writes=False)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def test_a_migrated_database_has_exactly_the_declared_tables(empty: Database) -> None:
    assert migrate(empty)
    assert _differences(empty) == []


def test_a_current_database_is_left_alone(empty: Database) -> None:
    assert migrate(empty)
    assert not migrate(empty)


def test_constraints_and_indexes_carry_the_declared_names(empty: Database) -> None:
    """Otherwise a later migration finds them on one database and not on the other."""
    migrate(empty)
    inspector = inspect(empty.engine.connect().execution_options(merchant="*", writes=False))
    for table in metadata.sorted_tables:
        found = {each["name"] for each in inspector.get_indexes(table.name) if not each.get("duplicates_constraint")}
        assert found == {index.name for index in table.indexes}, table.name


def test_a_migrated_database_takes_rows(empty: Database) -> None:
    migrate(empty)
    row = {"merchant_id": SHOP, "conversation_id": "cnv_1", "owner": "", "lease_until": NOW, "fence": 0}
    empty.run_now(lambda c: c.execute(insert(lanes).values(**row)), SHOP)
    assert empty.run_now(lambda c: c.execute(select(lanes.c.lease_until)).scalar_one(), "*", writes=False) == NOW
