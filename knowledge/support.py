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

from domain.languages import Language
from knowledge.embeddings import WordVectors
from knowledge.lexical import Tokens
from knowledge.ranking import FEATURES, Question, Ranked
from knowledge.shelf import Shelf

SUPPORTED = 0.5
_FIFTH = 4
_MANY_CONCEPTS = 4


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
    found["concepts"] = min(len(question.concepts), _MANY_CONCEPTS) / _MANY_CONCEPTS
    return found | _cover(shelf, question, shelf.words_of(best.place.article))


def _cover(shelf: Shelf, question: Question, there: Tokens) -> dict[str, float]:
    """How much of the question the article has: its words by rarity, the rarest one missing, and near words."""
    numbers = shelf.number(question.stems)
    rarity = shelf.body.rarities(numbers)
    held = np.isin(numbers, there)
    missing = rarity[~held]
    wanted = WordVectors().embed_words(list(dict.fromkeys(question.words)))
    near = np.clip(wanted @ WordVectors().embed_words(shelf.spoken(there)).T, 0, 1).max(axis=1)
    return {
        "cover": float(rarity[held].sum() / max(rarity.sum(), 1e-6)),
        "missing": float(missing.max(initial=0) / shelf.body.rarity(-1)),
        "near": float(near.mean()),
    }


@lru_cache(maxsize=1)
def _curves() -> dict[str, Curve]:
    curves: dict[str, Curve] = json.loads((Path(__file__).parent / "calibration.json").read_text(encoding="utf-8"))
    return curves
