"""A merchant's articles, searched: the database is asked for the revision first, the derived index answers."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import ParamSpec, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.engine import Connection

from domain.ids import ArticleId, MerchantId
from domain.knowledge import Findings, Hit, Passage
from domain.languages import Language
from knowledge.adding import passage_texts
from knowledge.chroma import VectorFolder
from knowledge.embeddings import Embedder, WordVectors, unpack
from knowledge.quotes import quote
from knowledge.ranking import Question, Ranked, rank, take_apart
from knowledge.shelf import ArticleSource, PassageSource, Shelf
from knowledge.support import SUPPORTED, support
from records.articles import queries
from runtime.database import Database

P = ParamSpec("P")
T = TypeVar("T")

_READ_AT_ONCE = 400


class Library:
    """Implements ``domain.knowledge.Knowledge`` for one merchant; safe to share between turns."""

    def __init__(
        self,
        database: Database,
        merchant: MerchantId,
        *,
        vectors: VectorFolder,
        embedder: Embedder | None = None,
        default_language: Language = Language.EN,
    ) -> None:
        self._database = database
        self._scope = database.merchant(merchant)
        self._merchant = merchant
        self._vectors = vectors
        self._embedder = embedder or WordVectors()
        self._default = default_language
        self._shelves: dict[Language, Shelf] = {}
        self._languages: tuple[int, frozenset[Language]] = (-1, frozenset())
        self._updating = Lock()

    async def search(self, question: str, *, language: Language, limit: int = 3) -> Findings:
        return await self._off_loop(self._read, lambda db: self._search(db, question, language, limit))

    async def find_article(self, article: ArticleId, *, language: Language) -> tuple[Passage, ...]:
        return await self._scope.read(lambda db: self._find_article(db, article, language))

    def _find_article(self, db: Connection, article: ArticleId, language: Language) -> tuple[Passage, ...]:
        for each in self._preferred(language):
            if found := queries.read_passages(db, self._merchant, each, article):
                return found
        return ()

    def _preferred(self, language: Language) -> list[Language]:
        return list(dict.fromkeys((language, self._default, *Language)))

    async def _off_loop(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        call = partial(work, *given, **named)
        return await asyncio.get_running_loop().run_in_executor(self._vectors.threads, call)

    def look(self, question: str, language: Language) -> "Looked | None":
        """Blocks; what the index finds, before passages are read. None when there is no article or no question."""
        return self._read(lambda db: self._look(db, question, language))

    def _search(self, db: Connection, question: str, language: Language, limit: int) -> Findings:
        looked = self._look(db, question, language)
        if looked is None:
            return Findings(hits=(), supported=False)
        wanted = [(each.place.article, each.place.ordinal) for each in looked.ranked[:limit]]
        found = queries.read_these(db, self._merchant, looked.shelf.language, wanted)
        return _findings(looked, found, limit)

    def _look(self, db: Connection, question: str, language: Language) -> "Looked | None":
        shelf = self._shelf(db, language) if question.strip() else None
        if shelf is None:
            return None
        asked = take_apart(question, language, shelf, self._embedder)
        ranked = rank(shelf, asked)
        level = support(shelf, asked, ranked, language=language, embedding=self._embedder.name)
        return Looked(shelf, asked, ranked, level)

    def _shelf(self, db: Connection, language: Language) -> Shelf | None:
        """The shelf in the language, or else in the shop's own, no older than the revision that ``db`` sees."""
        revision = queries.read_revision(db, self._merchant)
        with self._updating:
            if self._languages[0] < revision:
                self._languages = (revision, queries.list_languages(db, self._merchant))
            chosen = next((each for each in self._preferred(language) if each in self._languages[1]), None)
            if chosen is None:
                return None
            shelf = self._shelves.get(chosen)
            if shelf is None or shelf.revision < revision:
                shelf = self._shelves[chosen] = self._build(db, chosen, shelf)
            return shelf

    def _build(self, db: Connection, language: Language, before: Shelf | None) -> Shelf:
        collection = self._vectors.collection(self._merchant, language, self._embedder.name)
        shelf = Shelf(language, collection, before)
        shelf.finish(self._fill(db, shelf))
        return shelf

    def _fill(self, db: Connection, shelf: Shelf) -> int:
        """Reads what has changed in one transaction; returns the revision that it belongs to."""
        lines = queries.list_articles(db, self._merchant, shelf.language)
        missing = shelf.let_go((line.id, line.checksum) for line in lines)
        for start in range(0, len(missing), _READ_AT_ONCE):
            batch = missing[start : start + _READ_AT_ONCE]
            shelf.take(self._sources(db, shelf.language, batch))
        return queries.read_revision(db, self._merchant)

    def _sources(self, db: Connection, language: Language, batch: Sequence[ArticleId]) -> Iterator[ArticleSource]:
        rows = queries.stream_articles(db, self._merchant, language, batch)
        titles = {row.id: row.title for row in rows}
        passages: dict[str, list[PassageSource]] = defaultdict(list)
        for row in queries.stream_passages(db, self._merchant, language, batch):
            texts = partial(passage_texts, titles[row.article], row.text)
            vectors = self._vectors_of(row.vectors, row.embedding, texts)
            passages[row.article].append(PassageSource(row.headings, row.text, vectors))
        for row in rows:
            asked = self._vectors_of(row.asked_vectors, row.embedding, partial(list, row.asked_as))
            yield ArticleSource(ArticleId(row.id), row.checksum, row.title, row.asked_as, asked, passages[row.id])

    def _vectors_of(self, kept: bytes, embedding: str, texts: Callable[[], list[str]]) -> NDArray[np.float16]:
        """As kept; made anew in memory when another embedding model was in use at the time."""
        if embedding == self._embedder.name:
            return unpack(kept)
        return self._embedder.embed(texts()).astype(np.float16)

    def _read(self, work: Callable[[Connection], T]) -> T:
        return self._database.run_now(work, self._merchant, writes=False)


@dataclass(frozen=True, slots=True)
class Looked:
    """What the index found, before the passages are read from the database."""

    shelf: Shelf
    question: Question
    ranked: list[Ranked]
    support: float


def _findings(looked: Looked, found: dict[tuple[ArticleId, int], Passage], limit: int) -> Findings:
    """A passage that was withdrawn meanwhile is left out."""
    hits = []
    for each in looked.ranked[:limit]:
        passage = found.get((each.place.article, each.place.ordinal))
        if passage is not None:
            words = quote(passage.text, looked.question, looked.shelf, each.passage)
            hits.append(Hit(passage=passage, score=each.score, support=looked.support, quote=words))
    return Findings(hits=tuple(hits), supported=bool(hits) and looked.support >= SUPPORTED)
