"""What an article said before is kept, and its text comes back as it was written."""

from datetime import date
from pathlib import Path

import pytest

from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from hub_connectors.sandbox.content import CONTENT
from knowledge.adding import keep, prepare, withdraw
from knowledge.drafts import Draft, Section, compose
from knowledge.embeddings import WordVectors
from knowledge.readers import read_path
from knowledge.readers.markdown import read_sections
from records.articles.versions import find_text, find_version, list_versions
from runtime.database import Database
from web.tables import metadata

SHOP = MerchantId("shop")
HOURS = ArticleId("hours")


def _write(database: Database, text: str) -> int:
    draft = Draft(id=HOURS, title="Hours", sections=(Section((), text),), source="hours.md")
    rows = prepare([draft], embedder=WordVectors(), language=Language.EN, today=date(2026, 11, 24))
    return database.run_now(lambda c: keep(c, SHOP, rows), SHOP)[0].version


@pytest.fixture
def database(tmp_path: Path) -> Database:
    made = Database(f"sqlite:///{tmp_path / 'v.db'}")
    metadata.create_all(made.engine)
    return made


def test_a_replaced_text_can_be_read_again(database: Database) -> None:
    assert (_write(database, "We open at nine."), _write(database, "We open at ten.")) == (1, 2)
    now = database.run_now(lambda c: find_text(c, SHOP, Language.EN, HOURS), SHOP, writes=False)
    before = database.run_now(lambda c: find_version(c, SHOP, Language.EN, HOURS, 1), SHOP, writes=False)
    assert now and before
    assert (now.body, before.body) == ("We open at ten.", "We open at nine.")


def test_an_article_that_comes_back_goes_on_counting(database: Database) -> None:
    _write(database, "We open at nine.")
    database.run_now(lambda c: withdraw(c, SHOP, HOURS, None), SHOP)
    assert _write(database, "We open at nine.") == 2
    earlier = database.run_now(lambda c: list_versions(c, SHOP, Language.EN, HOURS), SHOP, writes=False)
    assert [each.version for each in earlier] == [1]


@pytest.mark.parametrize("path", sorted(CONTENT.glob("*/*.md")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_text_reads_back_into_the_same_sections(path: Path) -> None:
    sections = read_path(path)[0].sections
    assert tuple(read_sections(compose(sections))[1]) == sections
