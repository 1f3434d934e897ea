"""Which intent a message carries, with calibrated probabilities, from arrays trained beforehand.

Plain numpy at inference; it never trains and never imports scikit-learn.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.understanding.embedded.examples import trained_file
from agent.understanding.embedded.features import FeatureSpace, Floats, SentenceVectors, Vocabulary
from domain.intents import Intent

TRAINING_COMMAND = "python -m agent.understanding.embedded.training"
_TERM_SEPARATOR = "\n"


class ClassifierNotTrained(RuntimeError):
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

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial.npz")
        np.savez(
            partial,
            intents=np.array(self.intents),
            words=_packed(self.space.words),
            word_rarity=self.space.words.rarity,
            characters=_packed(self.space.characters),
            character_rarity=self.space.characters.rarity,
            term_weights=self.term_weights.astype(np.float16),
            sentence_weights=self.sentence_weights,
            bias=self.bias,
            temperature=np.array(self.temperature),
        )
        partial.replace(path)

    @classmethod
    def read(cls, path: Path) -> "LinearModel":
        with np.load(path, allow_pickle=False) as arrays:
            space = FeatureSpace(
                words=_unpacked(arrays["words"], arrays["word_rarity"]),
                characters=_unpacked(arrays["characters"], arrays["character_rarity"]),
                sentences=SentenceVectors(),
            )
            return cls(
                intents=tuple(str(intent) for intent in arrays["intents"]),
                space=space,
                term_weights=arrays["term_weights"].astype(np.float32),
                sentence_weights=arrays["sentence_weights"],
                bias=arrays["bias"],
                temperature=float(arrays["temperature"]),
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
    """The embedded engine's answer to: what is this message about?"""

    def __init__(self, model: LinearModel) -> None:
        self._model = model

    @classmethod
    def load(cls) -> "IntentClassifier":
        """Read the arrays trained from the examples on disk; raises ClassifierNotTrained when there are none."""
        path = trained_file()
        if not path.exists():
            raise ClassifierNotTrained(path)
        return cls(LinearModel.read(path))

    def scores(self, text: str, language: str) -> tuple[IntentScore, ...]:
        """Every intent with its probability, best first.

        One model serves all languages, since shoppers mix them and short messages betray none; `language` is part
        of the interface so that a model per language can take its place.
        """
        del language
        probabilities = self._model.probabilities(text)
        return _best_first(dict(zip(self._model.intents, probabilities.tolist(), strict=True)))
