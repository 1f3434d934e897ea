"""Trains the intent classifier from every example file and saves its arrays; the only user of scikit-learn.

Run as `python -m agent.understanding.embedded.training`; `--held-out` also prints what examples left out of training
would score.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from rich.console import Console
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from agent.understanding.embedded.classifier import LinearModel, reported_label, softmax
from agent.understanding.embedded.examples import Example, read_examples, trained_file
from agent.understanding.embedded.features import FeatureSpace, Floats, SentenceVectors
from agent.understanding.embedded.variation import vary

_INVERSE_PENALTY = 5.0
_TOLERANCE = 1e-3
# Fitted by --held-out; a constant, because fitting it takes five trainings and it hardly moves.
_TEMPERATURE = 1.0
_FOLDS = 5
_SEED = 7


def feature_matrix(space: FeatureSpace, texts: Sequence[str]) -> csr_matrix:
    described = [space.describe(text) for text in texts]
    starts = np.cumsum([0, *(len(positions) for positions, _, _ in described)])
    terms = csr_matrix(
        (
            np.concatenate([values for _, values, _ in described]),
            np.concatenate([positions for positions, _, _ in described]),
            starts,
        ),
        shape=(len(texts), space.term_count),
    )
    return hstack([terms, csr_matrix(np.stack([vector for _, _, vector in described]))], format="csr")


def _example_weights(examples: Sequence[Example]) -> Floats:
    """Between counting every example alike and every intent alike, within each language."""
    counts = Counter((example.language, example.intent) for example in examples)
    weights = np.array([counts[example.language, example.intent] ** -0.5 for example in examples])
    return np.asarray(weights / weights.mean(), dtype=np.float32)


def fit(examples: Sequence[Example], sentences: SentenceVectors) -> LinearModel:
    """A model of the examples and their variations, not calibrated yet."""
    varied = [*examples, *vary(examples)]
    space = FeatureSpace.learn([example.text for example in varied], sentences)
    regression = LogisticRegression(C=_INVERSE_PENALTY, tol=_TOLERANCE, max_iter=200)
    regression.fit(
        feature_matrix(space, [example.text for example in varied]),
        [example.intent for example in varied],
        sample_weight=_example_weights(varied),
    )
    weights = regression.coef_.T.astype(np.float32)
    return LinearModel(
        intents=tuple(regression.classes_),
        space=space,
        term_weights=np.ascontiguousarray(weights[: space.term_count]),
        sentence_weights=np.ascontiguousarray(weights[space.term_count :]),
        bias=regression.intercept_.astype(np.float32),
        temperature=1.0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """What models that had not seen an example (nor its variations) made of it: heights per intent, in order."""

    intents: tuple[str, ...]
    heights: Floats
    truth: tuple[str, ...]
    languages: tuple[str, ...]

    def temperature(self) -> float:
        """What the heights are divided by so that the probabilities are as likely as possible."""
        places = [self.intents.index(intent) for intent in self.truth]
        rows = np.arange(len(places))

        def surprise(temperature: float) -> float:
            return float(-np.log(softmax(self.heights / temperature)[rows, places] + 1e-9).mean())

        return float(minimize_scalar(surprise, bounds=(0.3, 3.0), method="bounded").x)

    def accuracy(self) -> dict[str, float]:
        """Share of reported labels that are right, per language."""
        guesses = [reported_label(self.intents[place]) for place in self.heights.argmax(axis=1)]
        right = np.array([guess == reported_label(true) for guess, true in zip(guesses, self.truth, strict=True)])
        languages = np.array(self.languages)
        return {language: float(right[languages == language].mean()) for language in sorted(set(self.languages))}


def hold_out(examples: Sequence[Example], sentences: SentenceVectors) -> HeldOut:
    """Every example judged by a model fitted without it."""
    truth = [example.intent for example in examples]
    strata = [f"{example.language} {example.intent}" for example in examples]
    intents = tuple(sorted(set(truth)))
    heights = np.zeros((len(examples), len(intents)), dtype=np.float32)
    for kept, left_out in StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(truth, strata):
        model = fit([examples[place] for place in kept], sentences)
        for place in left_out:
            heights[place] = model.heights(examples[place].text)
    return HeldOut(
        intents=intents,
        heights=heights,
        truth=tuple(truth),
        languages=tuple(example.language for example in examples),
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--held-out", action="store_true", help="also measure on examples left out of training")
    wanted = arguments.parse_args()
    console = Console()
    started = time.monotonic()
    sentences = SentenceVectors()
    examples = read_examples()
    model = replace(fit(examples, sentences), temperature=_TEMPERATURE)
    model.save(trained_file())
    console.print(
        f"Trained on {len(examples)} examples in {time.monotonic() - started:.0f} s, "
        f"{model.space.term_count} terms: {trained_file().name}"
    )
    if wanted.held_out:
        held_out = hold_out(examples, sentences)
        console.print(f"Best temperature {held_out.temperature():.2f} (used: {_TEMPERATURE})")
        for language, share in held_out.accuracy().items():
            console.print(f"{language}: {share:.1%} of left-out examples get their reported label")


if __name__ == "__main__":
    main()
