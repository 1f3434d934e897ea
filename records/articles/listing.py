"""Articles a page at a time, for a person who looks for one."""

from sqlalchemy import func, select, tuple_
from sqlalchemy.engine import Connection

from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from records.articles.queries import ArticleLine
from records.articles.tables import articles

PAGE = 50
_COLUMNS = tuple(articles.c[name] for name in ArticleLine.__dataclass_fields__)


def list_page(
    connection: Connection,
    merchant: MerchantId,
    *,
    language: Language | None = None,
    words: str = "",
    after: str = "",
) -> tuple[tuple[ArticleLine, ...], str]:
    """One page by id and language, and the cursor of the next; the cursor is empty on the last page."""
    statement = select(*_COLUMNS).where(articles.c.merchant_id == merchant)
    if language is not None:
        statement = statement.where(articles.c.language == language.value)
    if words:
        statement = statement.where(
            func.lower(articles.c.title).contains(words.lower(), autoescape=True)
            | articles.c.id.contains(words.lower(), autoescape=True)
        )
    if after:
        spoken, _, article = after.partition("/")
        statement = statement.where(tuple_(articles.c.language, articles.c.id) > (spoken, article))
    rows = connection.execute(statement.order_by(articles.c.language, articles.c.id).limit(PAGE + 1)).all()
    shown = tuple(_line(row) for row in rows[:PAGE])
    last = shown[-1] if len(rows) > PAGE else None
    return shown, f"{last.language.value}/{last.id}" if last else ""


def count_articles(connection: Connection, merchant: MerchantId) -> dict[Language, int]:
    rows = connection.execute(
        select(articles.c.language, func.count().label("there"))
        .where(articles.c.merchant_id == merchant)
        .group_by(articles.c.language)
        .order_by(articles.c.language)
    )
    return {Language(row.language): row.there for row in rows}


def _line(row: object) -> ArticleLine:
    values = {name: getattr(row, name) for name in ArticleLine.__dataclass_fields__}
    return ArticleLine(**values | {"language": Language(values["language"]), "id": ArticleId(values["id"])})
