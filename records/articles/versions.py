"""What an article said before: each version that was replaced or removed, and the draft that nobody published yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from records.articles.tables import article_versions, articles, passages

DRAFT = 0
_TEXT = ("title", "topic", "asked_as", "body", "source", "updated")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """An article as a person reads and edits it; ``at`` is when it stopped being the published one, or was drafted."""

    id: ArticleId
    language: Language
    version: int
    title: str
    topic: str
    asked_as: tuple[str, ...]
    body: str
    source: str
    updated: date
    checked: date | None = None
    at: datetime | None = None


def find_text(
    connection: Connection, merchant: MerchantId, language: Language, article: ArticleId
) -> ArticleText | None:
    """The published article."""
    table = articles
    columns = [table.c[name] for name in (*_TEXT, "id", "version", "checked")]
    row = connection.execute(
        select(*columns).where(
            table.c.merchant_id == merchant, table.c.language == language.value, table.c.id == article
        )
    ).one_or_none()
    if row is None:
        return None
    body = row.body if row.body is not None else _body_of_passages(connection, merchant, language, article)
    return _text({**row._mapping, "body": body}, language)


def find_version(
    connection: Connection, merchant: MerchantId, language: Language, article: ArticleId, version: int
) -> ArticleText | None:
    """An earlier version, or the draft."""
    found = _versions(connection, merchant, language, article, article_versions.c.version == version)
    return found[0] if found else None


def list_versions(
    connection: Connection, merchant: MerchantId, language: Language, article: ArticleId
) -> tuple[ArticleText, ...]:
    """Earlier versions, newest first; the draft is none of them."""
    return _versions(connection, merchant, language, article, article_versions.c.version != DRAFT)


def last_numbers(
    connection: Connection, merchant: MerchantId, language: Language, ids: Sequence[ArticleId]
) -> dict[ArticleId, int]:
    """The highest version that each of these articles ever lost: one that comes back goes on from there."""
    table = article_versions
    rows = connection.execute(
        select(table.c.article, func.max(table.c.version).label("last"))
        .where(table.c.merchant_id == merchant, table.c.language == language.value, table.c.article.in_(ids))
        .group_by(table.c.article)
    )
    return {ArticleId(row.article): row.last for row in rows}


def set_aside(
    connection: Connection, merchant: MerchantId, language: Language, ids: Sequence[ArticleId], now: datetime
) -> None:
    """Keeps the published versions of these articles, which are about to be replaced or removed."""
    names = ("id", "version", *_TEXT)
    rows = connection.execute(
        select(*(articles.c[name] for name in names)).where(
            articles.c.merchant_id == merchant, articles.c.language == language.value, articles.c.id.in_(ids)
        )
    ).all()
    kept = []
    for row in rows:
        values = dict(row._mapping) | {"merchant_id": merchant, "language": language.value, "at": now}
        values["article"] = values.pop("id")
        if row.body is None:
            values["body"] = _body_of_passages(connection, merchant, language, row.id)
        kept.append(values)
    if kept:
        connection.execute(insert(article_versions), kept)


def list_drafts(connection: Connection, merchant: MerchantId, *, limit: int = 50) -> tuple[ArticleText, ...]:
    """What is written and not published, newest first."""
    table = article_versions
    rows = connection.execute(
        select(*(table.c[name] for name in (*_TEXT, "version", "at", "language")), table.c.article.label("id"))
        .where(table.c.merchant_id == merchant, table.c.version == DRAFT)
        .order_by(table.c.at.desc())
        .limit(limit)
    )
    return tuple(_text(dict(row._mapping), Language(row.language)) for row in rows)


def save_draft(connection: Connection, merchant: MerchantId, text: ArticleText, now: datetime) -> None:
    """One draft per article; the newest takes the place of the one before."""
    drop_draft(connection, merchant, text.language, text.id)
    values: dict[str, Any] = {name: getattr(text, name) for name in _TEXT}
    values |= {"merchant_id": merchant, "language": text.language.value, "article": text.id, "version": DRAFT}
    connection.execute(insert(article_versions), [values | {"asked_as": list(text.asked_as), "at": now}])


def drop_draft(connection: Connection, merchant: MerchantId, language: Language, article: ArticleId) -> None:
    table = article_versions
    connection.execute(
        delete(table).where(
            table.c.merchant_id == merchant,
            table.c.language == language.value,
            table.c.article == article,
            table.c.version == DRAFT,
        )
    )


def mark_checked(
    connection: Connection, merchant: MerchantId, language: Language, article: ArticleId, day: date
) -> bool:
    """Somebody read it and found it still true; False when there is no such article."""
    statement = update(articles).where(
        articles.c.merchant_id == merchant, articles.c.language == language.value, articles.c.id == article
    )
    return connection.execute(statement.values(checked=day)).rowcount > 0


def _versions(
    connection: Connection, merchant: MerchantId, language: Language, article: ArticleId, condition: Any
) -> tuple[ArticleText, ...]:
    table = article_versions
    rows = connection.execute(
        select(*(table.c[name] for name in (*_TEXT, "version", "at")), table.c.article.label("id"))
        .where(
            table.c.merchant_id == merchant,
            table.c.language == language.value,
            table.c.article == article,
            condition,
        )
        .order_by(table.c.version.desc())
    )
    return tuple(_text(dict(row._mapping), language) for row in rows)


def _body_of_passages(connection: Connection, merchant: MerchantId, language: Language, article: ArticleId) -> str:
    """For articles that were kept before their text was: headings are lines there already, or stand above."""
    rows = connection.execute(
        select(passages.c.headings, passages.c.text)
        .where(passages.c.merchant_id == merchant, passages.c.language == language.value, passages.c.article == article)
        .order_by(passages.c.ordinal)
    )
    return "\n\n".join("\n\n".join([*(f"## {each}" for each in row.headings[-1:]), row.text]) for row in rows)


def _text(values: dict[str, Any], language: Language) -> ArticleText:
    return ArticleText(**{**values, "asked_as": tuple(values["asked_as"]), "language": language})
