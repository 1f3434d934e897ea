"""One row per article and language: by which reader it was read, in which version, and what was proposed.

An article without a rule has a row too, so that it is not read, and paid for, again.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, String, Table, Text, delete, insert, select
from sqlalchemy.engine import Connection

from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from domain.policy import Exclusion, Fee, Proposer, Region, RuleDraft, Window
from runtime.codec import from_json, to_plain
from runtime.tables import Instant, merchant_column, metadata

readings = Table(
    "rule_readings",
    metadata,
    merchant_column(),
    Column("language", String(8), nullable=False),
    Column("article", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("reader", String(120), nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("merchant_id", "language", "article"),
)

_KINDS: dict[str, type[Any]] = {"window": Window, "exclusion": Exclusion, "fee": Fee, "region": Region}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReading:
    """What one reader proposed from one version of an article."""

    article: ArticleId
    language: Language
    version: int
    reader: str
    drafts: tuple[RuleDraft, ...]


def keep_reading(connection: Connection, merchant: MerchantId, reading: KeptReading, now: datetime) -> None:
    """Takes the place of an earlier reading of the article."""
    forget_readings(connection, merchant, reading.article, reading.language)
    connection.execute(
        insert(readings).values(
            merchant_id=merchant,
            language=reading.language.value,
            article=reading.article,
            version=reading.version,
            reader=reading.reader,
            at=now,
            body=json.dumps([_plain(draft) for draft in reading.drafts], ensure_ascii=False),
        )
    )


def list_readings(connection: Connection, merchant: MerchantId) -> tuple[KeptReading, ...]:
    """By language and article."""
    rows = connection.execute(
        select(readings).where(readings.c.merchant_id == merchant).order_by(readings.c.language, readings.c.article)
    )
    return tuple(
        KeptReading(
            article=ArticleId(row.article),
            language=Language(row.language),
            version=row.version,
            reader=row.reader,
            drafts=tuple(_draft(each, ArticleId(row.article)) for each in json.loads(row.body)),
        )
        for row in rows
    )


def forget_readings(
    connection: Connection, merchant: MerchantId, article: ArticleId, language: Language | None = None
) -> None:
    """In one language, or in all."""
    statement = delete(readings).where(readings.c.merchant_id == merchant, readings.c.article == article)
    if language is not None:
        statement = statement.where(readings.c.language == language.value)
    connection.execute(statement)


def _plain(draft: RuleDraft) -> dict[str, Any]:
    kind = next(name for name, made in _KINDS.items() if isinstance(draft.rule, made))
    return {
        "kind": kind,
        "rule": to_plain(draft.rule),
        "sentence": draft.sentence,
        "proposed_by": draft.proposed_by.value,
    }


def _draft(plain: dict[str, Any], article: ArticleId) -> RuleDraft:
    rule = from_json(_KINDS[plain["kind"]], json.dumps(plain["rule"]))
    return RuleDraft(rule=rule, article=article, sentence=plain["sentence"], proposed_by=Proposer(plain["proposed_by"]))
