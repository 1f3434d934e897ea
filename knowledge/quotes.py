"""The one to three sentences of a passage that answer a question best, verbatim and side by side."""

import numpy as np

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


def quote(text: str, question: Question, shelf: Shelf, passage: int) -> str:
    """A piece of ``text`` as it stands there; ``passage`` is its number on the shelf."""
    sentences = split_sentences(text)
    if not sentences:
        return text.strip()
    scores = _score(sentences, question, shelf, shelf.passage_rows(passage))
    first, last = _span(sentences, scores)
    end = sentences[last].start + len(sentences[last].text)
    return text[sentences[first].start : end].strip()


def _score(sentences: list[Sentence], question: Question, shelf: Shelf, rows: Vectors) -> Scores:
    """Shared rare words, shared concepts and nearness of meaning."""
    scores = np.zeros(len(sentences), np.float32)
    if len(rows) == len(sentences) + 1:
        scores += np.maximum(rows[1:] @ question.vector, 0)
    numbers = shelf.number(question.stems)
    rarity = {word: shelf.body.rarity(n) for word, n in zip(question.stems, numbers, strict=True)}
    wanted = sum(rarity.values()) or 1.0
    for place, sentence in enumerate(sentences):
        said = set(stems(sentence.text, shelf.language))
        above = set(stems(sentence.heading, shelf.language)) - said
        scores[place] += sum(rarity[word] for word in rarity.keys() & said) / wanted
        scores[place] += 0.5 * sum(rarity[word] for word in rarity.keys() & above) / wanted
        marks = set(concepts(f"{sentence.heading} . {sentence.text}", shelf.language))
        scores[place] += 0.4 * len(marks & set(question.concepts)) / max(len(question.concepts), 1)
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
