"""The one to three sentences of a passage that answer a question best, verbatim and side by side."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from domain.languages import Language
from knowledge.concepts import concepts
from knowledge.embeddings import Vectors
from knowledge.lexical import Scores
from knowledge.ranking import Question
from knowledge.sentences import Sentence, split_sentences
from knowledge.shelf import Shelf
from knowledge.words import stems

_LONGEST = 3
_ENOUGH = 0.75
_SHORT_WORDS = 8
_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with the stems and concepts of itself, and the stems of the heading above it."""

    sentence: Sentence
    stems: frozenset[str]
    above: frozenset[str]
    concepts: frozenset[str]


def quote(text: str, question: Question, shelf: Shelf, passage: int) -> str:
    """A piece of ``text`` as it stands there; ``passage`` is its number on the shelf."""
    said = _read(text, shelf.language)
    if not said:
        return text.strip()
    scores = _score(said, question, shelf, shelf.passage_rows(passage))
    first, last = _span([each.sentence for each in said], scores)
    end = said[last].sentence.start + len(said[last].sentence.text)
    return text[said[first].sentence.start : end].strip()


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str, language: Language) -> tuple[_Said, ...]:
    """Passages that were quoted before are quoted again: a shop has few favourites."""
    found = []
    for sentence in split_sentences(text):
        own = frozenset(stems(sentence.text, language))
        above = frozenset(stems(sentence.heading, language)) - own
        marks = frozenset(concepts(f"{sentence.heading} . {sentence.text}", language))
        found.append(_Said(sentence, own, above, marks))
    return tuple(found)


def _score(said: tuple[_Said, ...], question: Question, shelf: Shelf, rows: Vectors) -> Scores:
    """Shared rare words, shared concepts and nearness of meaning."""
    scores = np.zeros(len(said), np.float32)
    if len(rows) == len(said) + 1:
        scores += np.maximum(rows[1:] @ question.vector, 0)
    rarities = shelf.body.rarities(shelf.number(question.stems)).tolist()
    rarity = dict(zip(question.stems, rarities, strict=True))
    wanted = sum(rarity.values()) or 1.0
    for place, each in enumerate(said):
        shared = sum(rarity[word] for word in rarity.keys() & each.stems)
        shared += 0.5 * sum(rarity[word] for word in rarity.keys() & each.above)
        marks = len(each.concepts.intersection(question.concepts)) / max(len(question.concepts), 1)
        scores[place] += shared / wanted + 0.4 * marks
    return scores


def _span(sentences: list[Sentence], scores: Scores) -> tuple[int, int]:
    """From the best sentence outwards to neighbours that are nearly as good and under the same heading."""
    best = int(np.argmax(scores))
    first = last = best
    while last - first + 1 < _LONGEST:
        sides = [side for side in (first - 1, last + 1) if _joins(sentences, side, best)]
        side = max(sides, key=lambda each: scores[each], default=None)
        if side is None:
            break
        needed = _ENOUGH * scores[best]
        lonely = first == last and len(sentences[best].text.split()) < _SHORT_WORDS
        if scores[side] < needed and not (lonely and side == last + 1):
            break
        first, last = min(first, side), max(last, side)
    return first, last


def _joins(sentences: list[Sentence], side: int, best: int) -> bool:
    return 0 <= side < len(sentences) and sentences[side].heading == sentences[best].heading
