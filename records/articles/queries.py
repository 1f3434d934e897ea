"""Statements on articles and passages; each takes the connection, so that several commit together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.ids import ArticleId, MerchantId, PassageId
from domain.knowledge import Citation, Passage
from domain.languages import Language
from records.articles.tables import articles, knowledge_revisions, passages

_AT_ONCE = 500
_QUOTED = tuple(passages.c[name] for name in ("id", "article", "language", "ordinal", "headings", "text"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """A passage to keep; ``vectors`` are float16 rows: the passage as a whole, then each of its sentences."""

    headings: tuple[str, ...]
    text: str
    vectors: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article to keep with its passages; ``checksum`` covers all that a reader of the article would notice, ``body``
    is the text as it may be edited, in Markdown.
    """

    id: ArticleId
    language: Language
    title: str
    topic: str
    updated: date
    source: str
    checksum: str
    asked_as: tuple[str, ...]
    asked_vectors: bytes
    embedding: str
    passages: tuple[PassageRow, ...]
    version: int = 1
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article as a list shows it."""

    id: ArticleId
    language: Language
    title: str
    topic: str
    version: int
    updated: date
    source: str
    checksum: str
    embedding: str
    checked: date | None = None


def read_revision(connection: Connection, merchant: MerchantId) -> int:
    """Zero until the first article is added."""
    found = connection.execute(
        select(knowledge_revisions.c.revision).where(knowledge_revisions.c.merchant_id == merchant)
    ).scalar()
    return int(found or 0)


def raise_revision(connection: Connection, merchant: MerchantId) -> int:
    """The next revision; the row stays locked until the transaction ends, so that two writers take turns."""
    dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
    table = knowledge_revisions
    statement = dialect.insert(table).on_conflict_do_update(
        index_elements=[table.c.merchant_id], set_={"revision": table.c.revision + 1}
    )
    connection.execute(statement, [{"merchant_id": merchant, "revision": 1}])
    return read_revision(connection, merchant)


def list_articles(
    connection: Connection, merchant: MerchantId, language: Language | None = None
) -> tuple[ArticleLine, ...]:
    """All articles, by language and id."""
    columns = [articles.c[name] for name in ArticleLine.__dataclass_fields__]
    statement = select(*columns).where(articles.c.merchant_id == merchant)
    if language is not None:
        statement = statement.where(articles.c.language == language.value)
    rows = connection.execute(statement.order_by(articles.c.language, articles.c.id))
    return tuple(ArticleLine(**{**row._mapping, "language": Language(row.language)}) for row in rows)


def list_languages(connection: Connection, merchant: MerchantId) -> frozenset[Language]:
    """The languages in which there is at least one article."""
    rows = connection.execute(select(articles.c.language).where(articles.c.merchant_id == merchant).distinct())
    return frozenset(Language(row.language) for row in rows)


def put_articles(connection: Connection, merchant: MerchantId, rows: Sequence[ArticleRow]) -> None:
    """Adds articles, or replaces each with all its passages; ``version`` is the caller's to raise."""
    for language in {row.language for row in rows}:
        ids = [row.id for row in rows if row.language is language]
        for start in range(0, len(ids), _AT_ONCE):
            remove_articles(connection, merchant, language, ids[start : start + _AT_ONCE])
    for start in range(0, len(rows), _AT_ONCE):
        batch = rows[start : start + _AT_ONCE]
        connection.execute(articles.insert(), [_article_values(merchant, row) for row in batch])
        kept = [values for row in batch for values in _passage_values(merchant, row)]
        if kept:
            connection.execute(passages.insert(), kept)


def remove_articles(connection: Connection, merchant: MerchantId, language: Language, ids: Sequence[ArticleId]) -> int:
    """Removes articles with their passages; returns how many there were."""
    connection.execute(
        delete(passages).where(
            passages.c.merchant_id == merchant,
            passages.c.language == language.value,
            passages.c.article.in_(ids),
        )
    )
    statement = delete(articles).where(
        articles.c.merchant_id == merchant, articles.c.language == language.value, articles.c.id.in_(ids)
    )
    return connection.execute(statement).rowcount


def _article_values(merchant: MerchantId, article: ArticleRow) -> dict[str, Any]:
    values = {name: getattr(article, name) for name in ArticleRow.__dataclass_fields__ if name != "passages"}
    return values | {
        "merchant_id": merchant,
        "language": article.language.value,
        "asked_as": list(article.asked_as),
    }


def _passage_values(merchant: MerchantId, article: ArticleRow) -> Iterator[dict[str, Any]]:
    for ordinal, passage in enumerate(article.passages):
        yield {
            "merchant_id": merchant,
            "id": f"{article.id}/{article.language.value}/{article.version}/{ordinal}",
            "article": article.id,
            "language": article.language.value,
            "ordinal": ordinal,
            "headings": list(passage.headings),
            "text": passage.text,
            "vectors": passage.vectors,
            "embedding": article.embedding,
        }


def read_passages(
    connection: Connection, merchant: MerchantId, language: Language, article: ArticleId
) -> tuple[Passage, ...]:
    """The passages of one article in order."""
    return _select(
        connection,
        merchant,
        passages.c.language == language.value,
        passages.c.article == article,
    )


def list_passages(connection: Connection, merchant: MerchantId, language: Language) -> tuple[Passage, ...]:
    """The passages of every article in this language, in order."""
    return _select(connection, merchant, passages.c.language == language.value)


def read_these(
    connection: Connection, merchant: MerchantId, language: Language, wanted: Sequence[tuple[ArticleId, int]]
) -> dict[tuple[ArticleId, int], Passage]:
    """The passages of these articles and ordinals that still exist."""
    ids = {article for article, _ in wanted}
    found = _select(connection, merchant, passages.c.language == language.value, passages.c.article.in_(ids))
    places: dict[tuple[ArticleId, int], Passage] = {}
    for each in found:
        places[each.citation.article, int(each.id.rsplit("/", 1)[1])] = each
    return {key: places[key] for key in wanted if key in places}


def stream_articles(
    connection: Connection, merchant: MerchantId, language: Language, ids: Sequence[ArticleId]
) -> Sequence[Any]:
    """What an index needs of these articles."""
    table = articles
    return connection.execute(
        select(table.c.id, table.c.title, table.c.checksum, table.c.asked_as, table.c.asked_vectors, table.c.embedding)
        .where(table.c.merchant_id == merchant, table.c.language == language.value, table.c.id.in_(ids))
        .order_by(table.c.id)
    ).all()


def stream_passages(
    connection: Connection, merchant: MerchantId, language: Language, ids: Sequence[ArticleId]
) -> Sequence[Any]:
    """What an index needs of the passages of these articles."""
    table = passages
    return connection.execute(
        select(table.c.article, table.c.ordinal, table.c.headings, table.c.text, table.c.vectors, table.c.embedding)
        .where(table.c.merchant_id == merchant, table.c.language == language.value, table.c.article.in_(ids))
        .order_by(table.c.article, table.c.ordinal)
    ).all()


def _select(connection: Connection, merchant: MerchantId, *conditions: Any) -> tuple[Passage, ...]:
    rows = connection.execute(
        select(*_QUOTED, articles.c.title, articles.c.version, articles.c.updated)
        .join(
            articles,
            (articles.c.merchant_id == passages.c.merchant_id)
            & (articles.c.language == passages.c.language)
            & (articles.c.id == passages.c.article),
        )
        .where(passages.c.merchant_id == merchant, articles.c.merchant_id == merchant, *conditions)
        .order_by(passages.c.article, passages.c.ordinal)
    )
    return tuple(_passage(row) for row in rows)


def _passage(row: Any) -> Passage:
    citation = Citation(
        article=ArticleId(row.article),
        title=row.title,
        headings=tuple(row.headings),
        version=row.version,
        updated=row.updated,
    )
    return Passage(id=PassageId(row.id), text=row.text, language=Language(row.language), citation=citation)
