"""Scores passages for a question: features on fixed scales, one weighted sum, one calibrated support.

Each feature lies between 0 and 1 whatever the size of the shop, so the same weights serve every shop. Weights and
calibration were fitted by ``evals/retrieval.py`` on the demo store's own articles and questions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.languages import Language
from knowledge.concepts import concepts
from knowledge.embeddings import Embedder, Vectors, WordVectors, unit
from knowledge.lexical import Scores
from knowledge.shelf import Place, Shelf
from knowledge.words import letters, stem, telling_words

FEATURES = ("words", "asked", "letters", "whole", "sentence", "question", "about", "title")
WEIGHTS = np.array([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.4, 0.4], np.float32)
_POOL = 40
_NEAREST = 32
_LONGEST_QUESTION = 80
_SHORTEST_WORD = 3
_LONGEST_TEXT = 2000
_RARE = 4.0


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart for one shelf: words are mended to the shelf's spelling."""

    language: Language
    words: tuple[str, ...]
    stems: tuple[str, ...]
    concepts: tuple[str, ...]
    pieces: tuple[str, ...]
    vector: Vectors


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score and its features in the order of FEATURES."""

    place: Place
    passage: int
    score: float
    features: NDArray[np.float32]


def take_apart(text: str, language: Language, shelf: Shelf, embedder: Embedder) -> Question:
    """``language`` is the question's; the shelf may be of another, then only concepts and vectors speak."""
    words = [shelf.spelling.mend(word) for word in telling_words(text, language)[:_LONGEST_QUESTION]]
    words = [word for word in words if _may_match(word, shelf)] or words
    roots = tuple(stem(word, shelf.language) for word in words)
    return Question(
        language=language,
        words=tuple(words),
        stems=roots,
        concepts=tuple(dict.fromkeys(concepts(text[:_LONGEST_TEXT], language))),
        pieces=tuple(letters(words)),
        vector=_vector(text[:_LONGEST_TEXT], words, roots, shelf, embedder),
    )


def _vector(text: str, words: Sequence[str], roots: Sequence[str], shelf: Shelf, embedder: Embedder) -> Vectors:
    """The question's vector, drawn towards its rare words when vectors of words may be added up."""
    whole: Vectors = embedder.embed([text])[0]
    if not isinstance(embedder, WordVectors) or not words:
        return whole
    rarity = np.minimum(shelf.body.rarities(shelf.number(roots)), _RARE)
    rare = rarity @ embedder.embed_words(words)
    drawn: Vectors = unit((whole + 0.5 * unit(rare[None])[0])[None])[0]
    return drawn


def _may_match(word: str, shelf: Shelf) -> bool:
    """Numbers and one or two letters that no article holds say nothing about what is sought."""
    short = len(word) < _SHORTEST_WORD or word.isdigit()
    return not short or shelf.number([stem(word, shelf.language)])[0] >= 0


def rank(shelf: Shelf, question: Question) -> list[Ranked]:
    """The best passage of each article, best first."""
    if not shelf.places:
        return []
    lexical = _match(shelf, question)
    pool = _pool(shelf, question, lexical)
    article = shelf.article_of[pool]
    asked, nearest = _questions(shelf, question, lexical.asked, np.unique(article))
    whole, sentence = _meaning(shelf, question.vector, pool)
    columns = [
        lexical.words[pool],
        asked[article],
        lexical.pieces[article],
        whole,
        sentence,
        nearest[article],
        lexical.about[pool],
        lexical.title[article],
    ]
    features = np.stack(columns, axis=1)
    scores = features @ WEIGHTS
    found: dict[int, Ranked] = {}
    for at in np.argsort(-scores, kind="stable"):
        passage = int(pool[at])
        if int(article[at]) not in found:
            found[int(article[at])] = Ranked(shelf.places[passage], passage, float(scores[at]), features[at])
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Lexical:
    """Shares of a perfect match: words and concepts per passage, asked per question, the others per article."""

    words: Scores
    about: Scores
    asked: Scores
    pieces: Scores
    title: Scores


def _match(shelf: Shelf, question: Question) -> _Lexical:
    stems, concepts = shelf.number(question.stems), shelf.number_concepts(question.concepts)
    return _Lexical(
        words=shelf.body.score(stems),
        about=shelf.about.score(concepts),
        asked=shelf.asked.score(stems),
        pieces=shelf.letters.score(shelf.number_letters(question.pieces)),
        title=shelf.title.score(concepts),
    )


def _pool(shelf: Shelf, question: Question, lexical: _Lexical) -> NDArray[np.intp]:
    """Passages worth scoring: the best by words and concepts, by asked question, by letters, and by vector."""
    passages = [_top(lexical.words + 0.4 * lexical.about, _POOL)]
    articles: list[NDArray[np.integer[Any]]] = [
        shelf.asker_of[_top(lexical.asked, _POOL)],
        _top(lexical.pieces, _POOL // 2),
    ]
    if question.vector.any():
        near = shelf.collection.nearest(question.vector, _NEAREST)
        passages.append(np.array([shelf.passage_at[key] for key in near if key in shelf.passage_at], np.intp))
        asked = [shelf.question_at[key] for key in near if key in shelf.question_at]
        articles.append(shelf.asker_of[np.array(asked, np.intp)])
    chosen = np.unique(np.concatenate([each.astype(np.intp) for each in articles]))
    starts = np.searchsorted(shelf.article_of, chosen)
    stops = np.searchsorted(shelf.article_of, chosen, side="right")
    return np.unique(np.concatenate([*passages, _spans(starts, stops)]))


def _top(scores: Scores, count: int) -> NDArray[np.intp]:
    best = np.argpartition(-scores, count)[:count] if len(scores) > count else np.arange(len(scores))
    return best[scores[best] > 0]


def _questions(shelf: Shelf, question: Question, asked: Scores, articles: NDArray[np.int32]) -> tuple[Scores, Scores]:
    """Per article, its asked question that is nearest by words and by meaning."""
    words = np.zeros(len(shelf.articles), np.float32)
    meaning = np.zeros(len(shelf.articles), np.float32)
    if len(asked):
        np.maximum.at(words, shelf.asker_of, asked)
        starts = np.searchsorted(shelf.asker_of, articles)
        stops = np.searchsorted(shelf.asker_of, articles, side="right")
        rows = _spans(starts, stops)
        near = shelf.asked_vectors.dot(rows, question.vector)
        np.maximum.at(meaning, shelf.asker_of[rows], near)
    return words, meaning


def _meaning(shelf: Shelf, vector: Vectors, pool: NDArray[np.intp]) -> tuple[Scores, Scores]:
    """Per passage of the pool, the cosine of the whole and of its nearest sentence."""
    starts, stops = shelf.starts[pool], shelf.starts[pool + 1]
    rows = _spans(starts, stops)
    cosines = shelf.vectors.dot(rows, vector)
    offsets = np.concatenate([[0], np.cumsum(stops - starts)[:-1]])
    whole = cosines[offsets]
    masked = cosines.copy()
    masked[offsets] = np.where(stops - starts > 1, -1.0, masked[offsets])
    return np.maximum(whole, 0), np.maximum(np.maximum.reduceat(masked, offsets), 0)


def _spans(starts: NDArray[np.integer], stops: NDArray[np.integer]) -> NDArray[np.intp]:
    """All numbers of the given spans, one span after the other."""
    sizes = stops - starts
    if not sizes.sum():
        return np.zeros(0, np.intp)
    jumps: NDArray[np.intp] = np.repeat(starts - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes).astype(np.intp)
    jumps += np.arange(len(jumps))
    return jumps
