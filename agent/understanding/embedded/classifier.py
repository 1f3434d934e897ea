"""Which intent a message carries, with calibrated probabilities, from arrays trained beforehand.

Plain numpy at inference; it never trains and never imports scikit-learn.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agent.understanding.embedded.examples import trained_file
from agent.understanding.embedded.features import FeatureSpace, Floats, SentenceVectors, Vocabulary
from domain.errors import ConfigurationProblem
from domain.intents import Intent

TRAINING_COMMAND = "python -m agent.understanding.embedded.training"
_TERM_SEPARATOR = "\n"
_FAMILIAR = 0.5


class ClassifierNotTrained(ConfigurationProblem):
    """There are no trained arrays for the examples on disk: a developer or the installer runs the training command."""

    def __init__(self, missing: Path) -> None:
        super().__init__(f"No trained intent classifier at {missing}. Run: {TRAINING_COMMAND}")


@dataclass(frozen=True, slots=True)
class IntentScore:
    """An intent and the probability, 0 to 1, that the message carries it."""

    intent: str
    probability: float


def reported_label(intent: str) -> str:
    """The label a report uses: order changes, payment and pre-sales questions count as out of scope.

    The agent keeps them apart only to say who can help instead.
    """
    return Intent(intent).label


def reported_scores(scores: Iterable[IntentScore]) -> tuple[IntentScore, ...]:
    """Scores per reported label, best first; the probabilities of intents with one label are added up."""
    totals: dict[str, float] = {}
    for score in scores:
        label = reported_label(score.intent)
        totals[label] = totals.get(label, 0.0) + score.probability
    return _best_first(totals)


def _best_first(probabilities: dict[str, float]) -> tuple[IntentScore, ...]:
    ordered = sorted(probabilities.items(), key=lambda item: -item[1])
    return tuple(IntentScore(intent, probability) for intent, probability in ordered)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearModel:
    """Weights of a multinomial logistic regression over a feature space, and the temperature that calibrates it.

    term_weights: (terms, intents); sentence_weights: (vector size, intents); bias: (intents,).
    """

    intents: tuple[str, ...]
    space: FeatureSpace
    term_weights: Floats
    sentence_weights: Floats
    bias: Floats
    temperature: float

    def heights(self, text: str) -> Floats:
        """The evidence for each intent, before it becomes a probability."""
        positions, values, sentence = self.space.describe(text)
        evidence = self.bias + values @ self.term_weights[positions] + sentence @ self.sentence_weights
        return np.asarray(evidence, dtype=np.float32)

    def probabilities(self, text: str) -> Floats:
        return softmax(self.heights(text) / self.temperature)


def save_models(models: Mapping[str, LinearModel], path: Path) -> None:
    """All languages in one file of plain arrays; it appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.npz")
    arrays = {
        f"{language}/{name}": array for language, model in models.items() for name, array in _arrays(model).items()
    }
    np.savez(partial, allow_pickle=False, **arrays)
    partial.replace(path)


def read_models(path: Path) -> dict[str, LinearModel]:
    sentences = SentenceVectors()
    with np.load(path, allow_pickle=False) as arrays:
        languages = sorted({name.partition("/")[0] for name in arrays.files})
        return {language: _model(arrays, language, sentences) for language in languages}


def _arrays(model: LinearModel) -> dict[str, NDArray[Any]]:
    return {
        "intents": np.array(model.intents),
        "words": _packed(model.space.words),
        "word_rarity": model.space.words.rarity,
        "characters": _packed(model.space.characters),
        "character_rarity": model.space.characters.rarity,
        "term_weights": model.term_weights.astype(np.float16),
        "sentence_weights": model.sentence_weights,
        "bias": model.bias,
        "temperature": np.array(model.temperature),
    }


def _model(arrays: Mapping[str, NDArray[Any]], language: str, sentences: SentenceVectors) -> LinearModel:
    def read(name: str) -> NDArray[Any]:
        return arrays[f"{language}/{name}"]

    return LinearModel(
        intents=tuple(str(intent) for intent in read("intents")),
        space=FeatureSpace(
            words=_unpacked(read("words"), read("word_rarity")),
            characters=_unpacked(read("characters"), read("character_rarity")),
            sentences=sentences,
        ),
        term_weights=read("term_weights").astype(np.float32),
        sentence_weights=read("sentence_weights"),
        bias=read("bias"),
        temperature=float(read("temperature")),
    )


def softmax(heights: Floats) -> Floats:
    powers = np.exp(heights - heights.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def _packed(vocabulary: Vocabulary) -> NDArray[np.uint8]:
    return np.frombuffer(_TERM_SEPARATOR.join(vocabulary.terms).encode(), dtype=np.uint8)


def _unpacked(packed: NDArray[np.uint8], rarity: Floats) -> Vocabulary:
    terms = packed.tobytes().decode().split(_TERM_SEPARATOR)
    return Vocabulary(terms={term: index for index, term in enumerate(terms)}, rarity=rarity)


class IntentClassifier:
    """The embedded engine's answer to: what is this message about?

    One model per language. A message whose words are mostly strange to its supposed language is judged by the
    language that knows most of them: shoppers switch, and short messages are told apart badly.
    """

    def __init__(self, models: Mapping[str, LinearModel]) -> None:
        self._models = models

    @classmethod
    def load(cls) -> "IntentClassifier":
        """Read the arrays trained from the examples on disk; raises ClassifierNotTrained when there are none."""
        path = trained_file()
        if not path.exists():
            raise ClassifierNotTrained(path)
        return cls(read_models(path))

    def scores(self, text: str, language: str) -> tuple[IntentScore, ...]:
        """Every intent with its probability, best first."""
        model = self._model_for(text, language)
        return _best_first(dict(zip(model.intents, model.probabilities(text).tolist(), strict=True)))

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in an example of any language."""
        return any(word in model.space.words.terms for model in self._models.values())

    def _model_for(self, text: str, language: str) -> LinearModel:
        supposed = self._models.get(language)
        if supposed is not None and supposed.space.familiarity(text) >= _FAMILIAR:
            return supposed
        candidates = [model for model in (supposed, *self._models.values()) if model is not None]
        return max(candidates, key=lambda model: model.space.familiarity(text))
