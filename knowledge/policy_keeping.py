"""Keeps the rules read from content in step with the articles; a merchant's typed policy is never touched."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.engine import Connection

from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from domain.policy import PolicySource, ReturnPolicy
from knowledge.adding import Added, keep, withdraw
from knowledge.policy_reader import Proposal, propose_policy
from records.articles.queries import ArticleRow, list_passages
from records.merchants import find_merchant
from records.policies import add_policy, find_newest
from records.rule_drafts import forget_readings

READ = (Language.EN, Language.FR)


def keep_and_read(db: Connection, merchant: MerchantId, rows: Sequence[ArticleRow]) -> list[Added]:
    """Keeps articles and, when any has changed, the rules that they now state, in the same transaction."""
    added = keep(db, merchant, rows)
    if any(each.changed for each in added):
        refresh_policy(db, merchant)
    return added


def withdraw_and_read(db: Connection, merchant: MerchantId, article: ArticleId, language: Language | None) -> int:
    """Removes an article together with the rules that only it stated, and with the drafts made from it."""
    removed = withdraw(db, merchant, article, language)
    if removed:
        forget_readings(db, merchant, article, language)
        refresh_policy(db, merchant)
    return removed


def read_proposal(db: Connection, merchant: MerchantId, languages: Sequence[Language] = READ) -> Proposal:
    """What the articles in these languages propose, for the countries that the typed policy serves, if there is one."""
    passages = [passage for language in languages for passage in list_passages(db, merchant, language)]
    typed = find_newest(db, merchant, PolicySource.TYPED)
    served = frozenset(country for region in typed.regions for country in region.countries) if typed else frozenset()
    return propose_policy(passages, today=_today(db, merchant), served=served)


def refresh_policy(db: Connection, merchant: MerchantId, languages: Sequence[Language] = READ) -> ReturnPolicy | None:
    """Adds the next version of the rules read from content; None when they are as before.

    Rules without a window decide nothing, so they are kept only to end a version that had some.
    """
    read = read_proposal(db, merchant, languages).policy
    before = find_newest(db, merchant, PolicySource.CONTENT)
    if before is None and not read.windows:
        return None
    if before and replace(read, version=before.version, effective_from=before.effective_from) == before:
        return None
    policy = replace(read, version=before.version + 1 if before else 1)
    add_policy(db, merchant, policy)
    return policy


def _today(db: Connection, merchant: MerchantId) -> date:
    """The shop's day; a shop that is not set up yet has the world's."""
    shop = find_merchant(db, merchant)
    return datetime.now(ZoneInfo(shop.zone) if shop else UTC).date()
