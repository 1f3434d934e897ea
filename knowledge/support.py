"""How well what was found supports an answer, from 0 to 1: fused ranks cannot tell, this can.

A logistic curve over evidence on fixed scales, fitted by ``evals/retrieval_fit.py`` on the demo store's articles. There
is a curve for shops that wrote down asked questions, for shops that did not, and for questions in another language than
the articles; each also without cosines, for embedding models other than the bundled one.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

import numpy as np

from domain.ids import ArticleId
from domain.languages import Language
from knowledge.concepts import BESIDE
from knowledge.embeddings import WordVectors
from knowledge.ranking import FEATURES, Question, Ranked
from knowledge.shelf import Shelf
from knowledge.words import neutral

SUPPORTED = 0.5
_FIFTH = 4
_MANY_CONCEPTS = 4
_MANY_LACKING = 3
_MANY_BESIDE = 2
_TINY = 1e-6


class Curve(TypedDict):
    """Weights by name of the evidence, and the intercept."""

    weights: dict[str, float]
    intercept: float


def support(shelf: Shelf, question: Question, ranked: list[Ranked], *, language: Language, embedding: str) -> float:
    if not ranked:
        return 0.0
    curve = _curves()[curve_name(shelf, language, embedding)]
    found = evidence(shelf, question, ranked)
    level = curve["intercept"] + sum(weight * found[name] for name, weight in curve["weights"].items())
    return float(1 / (1 + np.exp(-level)))


def curve_name(shelf: Shelf, language: Language, embedding: str) -> str:
    if language is not shelf.language:
        kind = "across"
    else:
        kind = "asked" if shelf.asked.count >= len(shelf.articles) else "bare"
    return kind if embedding == WordVectors.name else f"{kind}_elsewhere"


def evidence(shelf: Shelf, question: Question, ranked: list[Ranked]) -> dict[str, float]:
    """The features of the best article, the best of each feature among the first, the lead, and the cover of words."""
    best = ranked[0]
    found = {name: float(value) for name, value in zip(FEATURES, best.features, strict=True)}
    highest = np.max([each.features for each in ranked], axis=0)
    found |= {f"most_{name}": float(value) for name, value in zip(FEATURES, highest, strict=True)}
    found["lead"] = best.score - ranked[min(_FIFTH, len(ranked) - 1)].score
    article = best.place.article
    return found | _topics(shelf, question, article) | _cover(shelf, question, article)


def _topics(shelf: Shelf, question: Question, article: ArticleId) -> dict[str, float]:
    """The concepts that the question names, those the article lacks, and side topics that it never mentions."""
    there = shelf.concepts_of(article)
    held = dict(zip(question.concepts, np.isin(shelf.number_concepts(question.concepts), there), strict=True))
    own = [has for name, has in held.items() if not name.startswith(BESIDE)]
    beside = [has for name, has in held.items() if name.startswith(BESIDE)]
    return {
        "concepts": min(len(own), _MANY_CONCEPTS) / _MANY_CONCEPTS,
        "agreed": min(sum(own), _MANY_CONCEPTS) / _MANY_CONCEPTS,
        "lacking": min(len(own) - sum(own), _MANY_LACKING) / _MANY_LACKING,
        "beside": min(len(beside) - sum(beside), _MANY_BESIDE) / _MANY_BESIDE,
    }


def _cover(shelf: Shelf, question: Question, article: ArticleId) -> dict[str, float]:
    """How much of the question the article has: its words by rarity, the rarest one missing, near words, and the gap.

    Words that fit any question, such as what was bought, count only where the article has them.
    """
    there = shelf.words_of(article)
    numbers = np.array(shelf.number(question.stems))
    held = np.isin(numbers, there)
    counted = held | ~np.array([word in neutral(question.language) for word in question.words], bool)
    counted = counted if counted.any() else ~counted
    words = [word for word, counts in zip(question.words, counted, strict=True) if counts]
    rarity, held = shelf.body.rarities(numbers[counted]) / shelf.body.rarity(-1), held[counted]
    near = np.clip(WordVectors().embed_words(words) @ WordVectors().embed_words(shelf.spoken(there)).T, 0, 1)
    nearest = np.where(held, 1, near.max(axis=1, initial=0))
    return {
        "cover": float(rarity[held].sum() / max(rarity.sum(), _TINY)),
        "missing": float(rarity[~held].max(initial=0)),
        "near": float(nearest.mean()),
        "gap": float((rarity * (1 - nearest)).max(initial=0)),
        "wide": float((rarity * (1 - nearest)).sum() / max(rarity.sum(), _TINY)),
    }


@lru_cache(maxsize=1)
def _curves() -> dict[str, Curve]:
    curves: dict[str, Curve] = json.loads((Path(__file__).parent / "calibration.json").read_text(encoding="utf-8"))
    return curves
