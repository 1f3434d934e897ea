"""Drafts become articles: split, embedded and kept in one transaction, or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.engine import Connection

from domain.errors import ContentUnreadable
from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from knowledge.drafts import Draft
from knowledge.embeddings import Embedder, Vectors, pack
from knowledge.sentences import split_sentences
from knowledge.splitting import Piece, split_sections
from records.articles import queries
from records.articles.queries import ArticleRow, PassageRow
from runtime.text import clean

_EMBED_AT_ONCE = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of an article; ``version`` is the one it has now."""

    id: ArticleId
    language: Language
    version: int
    changed: bool


def passage_texts(title: str, text: str) -> list[str]:
    """What is embedded of a passage: the whole, then each sentence, all under the article's title."""
    return [f"{title}. {text}", *(f"{title}: {sentence.text}" for sentence in split_sentences(text))]


def prepare(
    drafts: Sequence[Draft],
    *,
    embedder: Embedder,
    language: Language,
    today: date,
    noted: Callable[[int], None] = lambda _: None,
) -> list[ArticleRow]:
    """Splits and embeds; takes the processor's time, so call it off the event loop. ``noted`` hears of each article."""
    rows = []
    for draft in drafts:
        rows.append(_prepare(draft, embedder, draft.language or language, today))
        noted(1)
    return rows


def keep(db: Connection, merchant: MerchantId, rows: Sequence[ArticleRow]) -> list[Added]:
    """Replaces what has changed and raises the revision once; unchanged articles are left alone."""
    known = {(line.language, line.id): line for line in queries.list_articles(db, merchant)}
    changed = [
        row for row in rows if (line := known.get((row.language, row.id))) is None or line.checksum != row.checksum
    ]
    if changed:
        queries.raise_revision(db, merchant)
    versions = {(row.language, row.id): queries.put_article(db, merchant, row) for row in changed}
    return [
        Added(
            id=row.id,
            language=row.language,
            version=versions.get((row.language, row.id)) or known[row.language, row.id].version,
            changed=(row.language, row.id) in versions,
        )
        for row in rows
    ]


def withdraw(db: Connection, merchant: MerchantId, article: ArticleId, language: Language | None) -> int:
    """Removes an article in one language or in all; returns how many were removed."""
    languages = [language] if language else list(Language)
    removed = sum(queries.remove_article(db, merchant, each, article) for each in languages)
    if removed:
        queries.raise_revision(db, merchant)
    return removed


def _prepare(draft: Draft, embedder: Embedder, language: Language, today: date) -> ArticleRow:
    pieces = [Piece(piece.headings, clean(piece.text)) for piece in split_sections(draft.sections)]
    pieces = [piece for piece in pieces if piece.text]
    title = " ".join(clean(draft.title).split())
    if not pieces or not title:
        raise ContentUnreadable(f"{draft.source}: the article {draft.id} has no text")
    asked = tuple(filter(None, (clean(question) for question in draft.asked_as)))
    texts = [passage_texts(title, piece.text) for piece in pieces]
    vectors = embedder.embed([*asked, *(text for group in texts for text in group)])
    return ArticleRow(
        id=draft.id,
        language=language,
        title=title,
        topic=clean(draft.topic)[:100],
        updated=draft.updated or today,
        source=draft.source,
        checksum=draft.checksum(embedder.name),
        asked_as=asked,
        asked_vectors=pack(vectors[: len(asked)]),
        embedding=embedder.name,
        passages=tuple(_passage_rows(pieces, texts, vectors[len(asked) :])),
    )


def _passage_rows(pieces: list[Piece], texts: list[list[str]], vectors: Vectors) -> list[PassageRow]:
    rows = []
    start = 0
    for piece, group in zip(pieces, texts, strict=True):
        stop = start + len(group)
        rows.append(PassageRow(headings=piece.headings, text=piece.text, vectors=pack(vectors[start:stop])))
        start = stop
    return rows
