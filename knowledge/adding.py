"""Drafts become articles: split, embedded and kept in one transaction, or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy.engine import Connection

from domain.errors import ContentUnreadable
from domain.ids import ArticleId, MerchantId
from domain.languages import Language
from knowledge.drafts import Draft, compose
from knowledge.embeddings import Embedder, Vectors, pack
from knowledge.sentences import split_sentences
from knowledge.splitting import Piece, split_sections
from records.articles import queries, versions
from records.articles.queries import ArticleRow, PassageRow
from runtime.text import clean

_AT_ONCE = 64
_IDS_AT_ONCE = 500
_LONGEST_TOPIC = 100


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
    """Splits and embeds, some articles at a time; call it off the event loop. ``noted`` hears how many are done."""
    rows: list[ArticleRow] = []
    for start in range(0, len(drafts), _AT_ONCE):
        cut = [_cut(draft, draft.language or language) for draft in drafts[start : start + _AT_ONCE]]
        vectors = embedder.embed([text for each in cut for text in each.texts])
        for each in cut:
            rows.append(_row(each, vectors[: len(each.texts)], embedder.name, today))
            vectors = vectors[len(each.texts) :]
        noted(len(cut))
    return rows


def keep(db: Connection, merchant: MerchantId, rows: Sequence[ArticleRow]) -> list[Added]:
    """Replaces what has changed and raises the revision once; unchanged articles are left alone."""
    known = {(line.language, line.id): line for line in queries.list_articles(db, merchant)}
    gone = _numbers_of_gone(db, merchant, [row for row in rows if (row.language, row.id) not in known])
    added: list[Added] = []
    changed: list[ArticleRow] = []
    for row in rows:
        line = known.get((row.language, row.id))
        same = line is not None and line.checksum == row.checksum
        version = line.version + (not same) if line else gone.get((row.language, row.id), 0) + 1
        added.append(Added(id=row.id, language=row.language, version=version, changed=not same))
        if not same:
            changed.append(replace(row, version=version))
    if changed:
        queries.raise_revision(db, merchant)
        _set_aside(db, merchant, [row for row in changed if (row.language, row.id) in known])
        queries.put_articles(db, merchant, changed)
    return added


def _set_aside(db: Connection, merchant: MerchantId, rows: Sequence[ArticleRow]) -> None:
    for language in {row.language for row in rows}:
        ids = [row.id for row in rows if row.language is language]
        for start in range(0, len(ids), _IDS_AT_ONCE):
            versions.set_aside(db, merchant, language, ids[start : start + _IDS_AT_ONCE], datetime.now(UTC))


def _numbers_of_gone(
    db: Connection, merchant: MerchantId, rows: Sequence[ArticleRow]
) -> dict[tuple[Language, ArticleId], int]:
    """The last versions of articles that were removed once and now come back."""
    found: dict[tuple[Language, ArticleId], int] = {}
    for language in {row.language for row in rows}:
        ids = [row.id for row in rows if row.language is language]
        for start in range(0, len(ids), _IDS_AT_ONCE):
            last = versions.last_numbers(db, merchant, language, ids[start : start + _IDS_AT_ONCE])
            found |= {(language, article): number for article, number in last.items()}
    return found


def withdraw(db: Connection, merchant: MerchantId, article: ArticleId, language: Language | None) -> int:
    """Removes an article in one language or in all; returns how many were removed."""
    languages = [language] if language else list(Language)
    for each in languages:
        versions.set_aside(db, merchant, each, [article], datetime.now(UTC))
    removed = sum(queries.remove_articles(db, merchant, each, [article]) for each in languages)
    if removed:
        queries.raise_revision(db, merchant)
    return removed


@dataclass(frozen=True, slots=True)
class _Cut:
    """A draft split into passages, with the texts to embed: the asked questions, then those of each passage."""

    draft: Draft
    language: Language
    title: str
    asked: tuple[str, ...]
    pieces: list[Piece]
    groups: list[list[str]]

    @property
    def texts(self) -> list[str]:
        return [*self.asked, *(text for group in self.groups for text in group)]


def _cut(draft: Draft, language: Language) -> _Cut:
    pieces = [Piece(piece.headings, clean(piece.text)) for piece in split_sections(draft.sections)]
    pieces = [piece for piece in pieces if piece.text]
    title = " ".join(clean(draft.title).split())
    if not pieces or not title:
        raise ContentUnreadable(f"{draft.source}: the article {draft.id} has no text")
    asked = tuple(filter(None, (clean(question) for question in draft.asked_as)))
    return _Cut(draft, language, title, asked, pieces, [passage_texts(title, piece.text) for piece in pieces])


def _row(cut: _Cut, vectors: Vectors, embedding: str, today: date) -> ArticleRow:
    passages = []
    start = len(cut.asked)
    for piece, group in zip(cut.pieces, cut.groups, strict=True):
        kept = pack(vectors[start : start + len(group)])
        passages.append(PassageRow(headings=piece.headings, text=piece.text, vectors=kept))
        start += len(group)
    return ArticleRow(
        id=cut.draft.id,
        language=cut.language,
        title=cut.title,
        topic=clean(cut.draft.topic)[:_LONGEST_TOPIC],
        updated=cut.draft.updated or today,
        source=cut.draft.source,
        checksum=cut.draft.checksum(embedding),
        asked_as=cut.asked,
        asked_vectors=pack(vectors[: len(cut.asked)]),
        embedding=embedding,
        passages=tuple(passages),
        body=compose(cut.draft.sections),
    )
