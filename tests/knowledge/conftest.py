"""A shop's articles in an empty store, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from knowledge.adding import Added, keep, prepare, withdraw
from knowledge.chroma import VectorFolder
from knowledge.drafts import Draft, Section
from knowledge.embeddings import WordVectors
from knowledge.library import Library
from runtime.database import Database
from runtime.migrations import migrate
from web.tables import metadata

TODAY = date(2026, 3, 2)
SHOP = MerchantId("shop")


def draft(name: str, title: str, body: str, language: Language = Language.EN, asked: tuple[str, ...] = ()) -> Draft:
    return Draft(
        id=ArticleId(name),
        title=title,
        sections=(Section((), body),),
        source=f"{name}.md",
        language=language,
        asked_as=asked,
        updated=TODAY,
    )


@dataclass
class Shelves:
    """Adds and removes articles, and opens libraries on them; each library may stand for a process of its own."""

    database: Database
    folder: Path
    opened: list[VectorFolder] = field(default_factory=list)

    def add(self, *drafts: Draft, merchant: MerchantId = SHOP) -> list[Added]:
        rows = prepare(drafts, embedder=WordVectors(), language=Language.EN, today=TODAY)
        return self.database.run_now(partial(keep, merchant=merchant, rows=rows), merchant)

    def remove(self, name: str, *, merchant: MerchantId = SHOP) -> int:
        return self.database.run_now(lambda db: withdraw(db, merchant, ArticleId(name), None), merchant)

    def library(self, *, merchant: MerchantId = SHOP, default: Language = Language.EN) -> Library:
        vectors = VectorFolder(self.folder)
        self.opened.append(vectors)
        return Library(self.database, merchant, vectors=vectors, default_language=default)


@pytest.fixture(scope="session")
def postgres_migrated(postgres_url: str) -> str:
    database = Database(postgres_url)
    migrate(database)
    database.close()
    return postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def shelves(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shelves]:
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'store.db'}")
        database.create_tables()
    else:
        database = Database(request.getfixturevalue("postgres_migrated"))
        names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
        with database.engine.begin() as connection:
            connection.execute(text(f"TRUNCATE {names}"))
    shelves = Shelves(database, tmp_path / "vectors")
    yield shelves
    for vectors in shelves.opened:
        vectors.close()
    database.close()
