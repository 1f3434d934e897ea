"""Rules read from content: as typed on the demo articles, kept in step, and named when they decide."""

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from domain.policy import PolicySource, ReturnPolicy
from hub_connectors.sandbox.content import CONTENT
from hub_connectors.sandbox.policy import POLICY
from knowledge.adding import prepare
from knowledge.commands import app
from knowledge.drafts import Draft, Section
from knowledge.embeddings import WordVectors
from knowledge.policy_comparison import compare
from knowledge.policy_keeping import keep_and_read, read_proposal, refresh_policy, withdraw_and_read
from knowledge.readers import read_path
from records.articles.queries import ArticleRow
from records.policies import add_policy, find_newest, find_policy
from runtime.database import Database
from runtime.migrations import migrate
from runtime.settings import Settings
from tests.skills.reading import said
from tests.skills.returning import ReturningOwn, bought, give_back

SHOP = MerchantId("atelier-brun")
LATER = datetime.now(UTC).date() + timedelta(days=2)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(Settings(data=tmp_path).database)
    migrate(database)
    yield database
    database.close()


def article(text: str, name: str = "returns", language: Language = Language.EN) -> list[ArticleRow]:
    draft = Draft(id=ArticleId(name), title="Returns", sections=(Section((), text),), source="test", language=language)
    return prepare([draft], embedder=WordVectors(), language=language, today=date(2026, 3, 2))


def demo(language: Language) -> list[ArticleRow]:
    drafts = [draft for path in sorted((CONTENT / language.value).glob("*.md")) for draft in read_path(path)]
    return prepare(drafts, embedder=WordVectors(), language=language, today=date(2026, 3, 2))


def add(database: Database, rows: list[ArticleRow]) -> None:
    database.run_now(lambda c: keep_and_read(c, SHOP, rows), SHOP)


def policy(database: Database) -> ReturnPolicy | None:
    return database.run_now(lambda c: find_policy(c, SHOP, LATER), SHOP, writes=False)


@pytest.mark.parametrize("language", [Language.EN, Language.FR])
def test_the_demo_articles_of_one_language_state_the_typed_policy(database: Database, language: Language) -> None:
    add(database, demo(language))
    database.run_now(lambda c: add_policy(c, SHOP, POLICY), SHOP)
    read = database.run_now(lambda c: read_proposal(c, SHOP, (language,)), SHOP, writes=False).policy
    disagreeing = [each for each in compare(read, POLICY) if not each.agrees and each.typed not in POLICY.regions]
    assert disagreeing == []
    assert set(read.windows) == set(POLICY.windows) and set(read.exclusions) == set(POLICY.exclusions)


def test_two_fees_in_one_currency_are_compared_each(database: Database) -> None:
    add(database, article("The return fee is EUR 5.00 from France. The return fee is EUR 9.00 from Germany."))
    read = database.run_now(lambda c: read_proposal(c, SHOP), SHOP, writes=False).policy
    assert sorted(each.read.amount.minor for each in compare(read, POLICY) if each.read) == [500, 900]


def test_both_languages_together_contradict_nothing(database: Database) -> None:
    add(database, demo(Language.EN) + demo(Language.FR))
    assert database.run_now(lambda c: read_proposal(c, SHOP), SHOP, writes=False).conflicts == ()


def test_changed_articles_bring_the_next_version_and_unchanged_ones_none(database: Database) -> None:
    add(database, article("You have 30 days from delivery to return an item for a refund."))
    first = policy(database)
    assert first and (first.version, first.source, first.windows[0].days) == (1, PolicySource.CONTENT, 30)
    add(database, article("You have 30 days from delivery to return an item for a refund."))
    assert policy(database) == first
    add(database, article("You have 40 days from delivery to return an item for a refund."))
    second = policy(database)
    assert second and (second.version, second.windows[0].days) == (2, 40)
    assert database.run_now(lambda c: refresh_policy(c, SHOP), SHOP) is None


def test_articles_that_fail_to_be_kept_leave_the_rules_as_they_were(database: Database) -> None:
    add(database, article("You have 30 days from delivery to return an item for a refund."))

    def fail(connection) -> None:
        keep_and_read(connection, SHOP, article("You have 90 days from delivery to return an item for a refund."))
        raise RuntimeError("the power is cut")

    with pytest.raises(RuntimeError):
        database.run_now(fail, SHOP)
    kept = policy(database)
    assert kept and kept.windows[0].days == 30


def test_a_withdrawn_article_takes_its_rules_along(database: Database) -> None:
    add(database, article("You have 30 days from delivery to return an item for a refund."))
    database.run_now(lambda c: withdraw_and_read(c, SHOP, ArticleId("returns"), None), SHOP)
    assert policy(database) is None


def test_articles_without_a_window_make_no_policy(database: Database) -> None:
    add(database, article("Gift cards can't be returned. We refund within 14 days of receiving your parcel back."))
    assert policy(database) is None


def test_a_typed_policy_comes_first(database: Database) -> None:
    add(database, article("You have 90 days from delivery to return an item for a refund."))
    database.run_now(lambda c: add_policy(c, SHOP, POLICY), SHOP)
    assert policy(database) == POLICY


async def test_a_shop_without_a_typed_policy_decides_by_what_it_wrote_and_says_so(database: Database) -> None:
    add(database, article("You have 30 days from delivery to return an item for a refund."))
    read = policy(database)
    assert read and read.source is PolicySource.CONTENT
    outcome = await give_back(ReturningOwn((bought(),)), policy=read)
    assert "until Friday 4 December" in said(outcome)
    assert "I read this from the shop's help pages" in said(outcome)


def test_the_command_shows_sentences_marks_disagreement_and_keeps_once(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("AFTERCARE_DATA", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "400")
    runner = CliRunner()
    agreed = runner.invoke(app, ["policy", "--lang", "en"])
    assert agreed.exit_code == 0, agreed.output
    assert "You have 30 days from delivery to return an item for a refund." in agreed.output
    changed = tmp_path / "changed.jsonl"
    text = "You have 35 days from delivery to return an item for a refund."
    row = {"pid": "return-window", "title": "Return window", "text": text, "lang": "en"}
    changed.write_text(json.dumps(row), encoding="utf-8")
    assert runner.invoke(app, ["add", str(changed)]).exit_code == 0
    shown = runner.invoke(app, ["policy", "--lang", "en"])
    assert "DISAGREES: 30 days from delivery" in shown.output
    kept = runner.invoke(app, ["policy", "--lang", "en", "--keep"])
    assert "Kept as version" in kept.output
    assert "Nothing has changed." in runner.invoke(app, ["policy", "--lang", "en", "--keep"]).output


def test_the_demo_shop_keeps_its_typed_policy(template: Path, tmp_path: Path) -> None:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    database = Database(Settings(data=tmp_path).database)
    shop = MerchantId("maison-alder")
    found = database.run_now(lambda c: find_newest(c, shop, PolicySource.TYPED), shop, writes=False)
    database.close()
    assert found == POLICY
