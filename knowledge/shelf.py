"""The derived index of one merchant's articles in one language: fields, concepts and vectors, held in arrays.

Built from what the database holds; nothing here is the truth. A finished shelf is not changed: the next revision gets a
shelf of its own, which takes over the articles that stayed the same, while searches end on the old one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from domain.ids import ArticleId
from domain.languages import Language
from knowledge.chroma import Collection
from knowledge.concepts import concepts
from knowledge.embeddings import Compact, Vectors
from knowledge.lexical import Field, Tokens, Vocabulary
from knowledge.spelling import Spelling
from knowledge.words import letters, split_words, stem, telling_words

Half = NDArray[np.float16]
Places = NDArray[np.int32]


@dataclass(slots=True)
class PassageSource:
    """A passage as the index needs it; the first vector is of the whole, the others of its sentences."""

    headings: Sequence[str]
    text: str
    vectors: Half


@dataclass(slots=True)
class ArticleSource:
    """An article as the index needs it."""

    id: ArticleId
    checksum: str
    title: str
    asked_as: Sequence[str]
    asked_vectors: Half
    passages: Sequence[PassageSource]


@dataclass(slots=True)
class _Entry:
    """An article in token numbers; texts are let go of."""

    checksum: str
    title_concepts: Tokens
    bodies: list[Tokens]
    concepts: list[Tokens]
    questions: list[Tokens]
    letters: Tokens
    vectors: list[Compact]
    asked_vectors: Compact


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: its article and its number there."""

    article: ArticleId
    ordinal: int


class Shelf:
    """Fields over passages (words, concepts), over asked questions, and over articles (letters, title concepts)."""

    def __init__(self, language: Language, collection: Collection, before: "Shelf | None" = None) -> None:
        self.language = language
        self.collection = collection
        self.revision = -1
        self._entries: dict[ArticleId, _Entry] = dict(before._entries) if before else {}
        self._words: Vocabulary = before._words if before else Vocabulary()
        self._marks: Vocabulary = before._marks if before else Vocabulary()
        self._pieces: Vocabulary = before._pieces if before else Vocabulary()
        self._seen: set[str] = before._seen if before else set()
        self._spoken: list[str] = before._spoken if before else []

    def let_go(self, kept: Iterable[tuple[ArticleId, str]]) -> list[ArticleId]:
        """Forgets articles that are no longer kept in this version; returns those to read."""
        wanted = dict(kept)
        self._entries = {each: entry for each, entry in self._entries.items() if wanted.get(each) == entry.checksum}
        return [article for article in wanted if article not in self._entries]

    def take(self, sources: Iterable[ArticleSource]) -> None:
        """Adds articles that were read; they are found once the shelf is finished."""
        for source in sources:
            self._entries[source.id] = self._enter(source)

    def finish(self, revision: int) -> None:
        """Derives all arrays and brings the collection up to date."""
        self._assemble()
        self._fill_collection()
        self.revision = revision

    def _enter(self, source: ArticleSource) -> _Entry:
        language, title = self.language, source.title
        bodies, marks = [], []
        asked = " . ".join(source.asked_as)
        for passage in source.passages:
            above = " . ".join([title, title, *passage.headings])
            bodies.append(self._learn(f"{above} . {passage.text}"))
            marks.append(self._marks.learn(concepts(f"{above} . {passage.text} . {asked}", language)))
            self._seen.update(split_words(f"{above} {passage.text}"))
        self._seen.update(word for question in source.asked_as for word in split_words(question))
        told = telling_words(" ".join([title, *source.asked_as]), language)
        return _Entry(
            checksum=source.checksum,
            title_concepts=self._marks.learn(concepts(title, language)),
            bodies=bodies,
            concepts=marks,
            questions=[self._learn(question) for question in source.asked_as],
            letters=self._pieces.learn(letters(told)),
            vectors=[Compact.of(passage.vectors) for passage in source.passages],
            asked_vectors=Compact.of(source.asked_vectors),
        )

    def _learn(self, text: str) -> Tokens:
        """The stems of a text as numbers; each stem remembers the first word that it was made of."""
        words = telling_words(text, self.language)
        numbers = self._words.learn([stem(word, self.language) for word in words])
        for word, number in zip(words, numbers, strict=True):
            if number == len(self._spoken):
                self._spoken.append(word)
        return numbers

    def _assemble(self) -> None:
        entries = list(self._entries.values())
        self.articles = list(self._entries)
        self.places = [
            Place(article, ordinal) for article, entry in self._entries.items() for ordinal in range(len(entry.bodies))
        ]
        self.article_of = _owners(len(entry.bodies) for entry in entries)
        self.asker_of = _owners(len(entry.questions) for entry in entries)
        self.body = Field([body for entry in entries for body in entry.bodies], len(self._words))
        self.asked = Field([question for entry in entries for question in entry.questions], len(self._words))
        self.about = Field([marks for entry in entries for marks in entry.concepts], len(self._marks))
        self.title = Field([entry.title_concepts for entry in entries], len(self._marks))
        self.letters = Field([entry.letters for entry in entries], len(self._pieces))
        self.spelling = Spelling(self._seen)
        self._stack_vectors(entries)

    def _stack_vectors(self, entries: list[_Entry]) -> None:
        """All vectors of passages in one block, of questions in another; entries keep views of them."""
        blocks = [rows for entry in entries for rows in entry.vectors]
        self.starts = np.concatenate([[0], np.cumsum([len(rows) for rows in blocks])]).astype(np.int32)
        self.vectors = Compact.join(blocks)
        self.asked_vectors = Compact.join([entry.asked_vectors for entry in entries])
        passage = question = 0
        for entry in entries:
            bounds = self.starts[passage : passage + len(entry.vectors) + 1].tolist()
            entry.vectors = [self.vectors.part(start, stop) for start, stop in pairwise(bounds)]
            entry.asked_vectors = self.asked_vectors.part(question, question + len(entry.questions))
            passage, question = passage + len(entry.vectors), question + len(entry.questions)

    def _fill_collection(self) -> None:
        """Keys hold the checksum, so that a changed text never keeps its old vector."""
        self.passage_at: dict[str, int] = {}
        self.question_at: dict[str, int] = {}
        for number, place in enumerate(self.places):
            self.passage_at[f"{self._entries[place.article].checksum[:24]}.{place.ordinal}"] = number
        number = 0
        for entry in self._entries.values():
            for ordinal in range(len(entry.questions)):
                self.question_at[f"{entry.checksum[:24]}.q{ordinal}"] = number
                number += 1
        rows = {key: self.vectors.part(self.starts[at], self.starts[at] + 1) for key, at in self.passage_at.items()}
        rows |= {key: self.asked_vectors.part(at, at + 1) for key, at in self.question_at.items()}
        rows = {key: row for key, row in rows.items() if row.scales.any()}
        missing = sorted(self.collection.keep_only(rows))
        if missing:
            self.collection.add(missing, Compact.join([rows[key] for key in missing]).exact(slice(None)))

    def number(self, words: Sequence[str]) -> list[int]:
        """Token numbers of stems; -1 for a word that no article uses."""
        return _find(self._words, words)

    def number_concepts(self, marks: Sequence[str]) -> list[int]:
        return _find(self._marks, marks)

    def number_letters(self, pieces: Sequence[str]) -> list[int]:
        return _find(self._pieces, pieces)

    def words_of(self, article: ArticleId) -> Tokens:
        """The numbers of all words of an article and of the questions that it answers, each once."""
        entry = self._entries[article]
        return np.unique(np.concatenate([*entry.bodies, *entry.questions]))

    def concepts_of(self, article: ArticleId) -> Tokens:
        """The numbers of all concepts of an article and of the questions that it answers, each mention once more."""
        return np.concatenate(self._entries[article].concepts)

    def spoken(self, numbers: Iterable[int]) -> list[str]:
        """Words as they are written, for token numbers."""
        return [self._spoken[number] for number in numbers]

    def passage_rows(self, passage: int) -> Vectors:
        """The vectors of one passage: the whole, then its sentences."""
        return self.vectors.exact(slice(self.starts[passage], self.starts[passage + 1]))


def _find(vocabulary: Vocabulary, words: Sequence[str]) -> list[int]:
    return [-1 if (number := vocabulary.find(word)) is None else number for word in words]


def _owners(counts: Iterable[int]) -> Places:
    """For each part, the number of the article that it belongs to."""
    sizes = list(counts)
    return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
