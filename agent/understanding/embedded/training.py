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

from agent.understanding.embedded.classifier import LinearModel, reported_label, save_models, softmax
from agent.understanding.embedded.examples import Example, read_examples, trained_file
from agent.understanding.embedded.features import FeatureSpace, Floats, SentenceVectors
from agent.understanding.embedded.variation import vary

_INVERSE_PENALTY = 5.0
_TOLERANCE = 1e-4
# --held-out finds 0.8 to 0.9, but examples resemble each other more than messages do: 1 is right for strangers' words.
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
    """Between counting every example alike and counting every intent alike."""
    counts = Counter(example.intent for example in examples)
    weights = np.array([counts[example.intent] ** -0.5 for example in examples])
    return np.asarray(weights / weights.mean(), dtype=np.float32)


def fit(examples: Sequence[Example], sentences: SentenceVectors) -> LinearModel:
    """A model of the examples of one language and their variations, not calibrated yet."""
    varied = [*examples, *vary(examples)]
    space = FeatureSpace.learn([example.text for example in varied], sentences)
    regression = LogisticRegression(C=_INVERSE_PENALTY, tol=_TOLERANCE, max_iter=300)
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
    """What models that had seen neither an example nor its variations made of it: heights per intent."""

    intents: tuple[str, ...]
    heights: Floats
    truth: tuple[str, ...]

    def temperature(self) -> float:
        """What the heights are divided by so that the probabilities are as likely as possible."""
        places = [self.intents.index(intent) for intent in self.truth]
        rows = np.arange(len(places))

        def surprise(temperature: float) -> float:
            return float(-np.log(softmax(self.heights / temperature)[rows, places] + 1e-9).mean())

        return float(minimize_scalar(surprise, bounds=(0.3, 3.0), method="bounded").x)

    def accuracy(self) -> float:
        """Share of reported labels that are right."""
        guesses = [reported_label(self.intents[place]) for place in self.heights.argmax(axis=1)]
        return float(np.mean([guess == reported_label(true) for guess, true in zip(guesses, self.truth, strict=True)]))


def hold_out(examples: Sequence[Example], sentences: SentenceVectors) -> HeldOut:
    """Every example judged by a model fitted without it."""
    truth = [example.intent for example in examples]
    intents = tuple(sorted(set(truth)))
    heights = np.zeros((len(examples), len(intents)), dtype=np.float32)
    for kept, left_out in StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(truth, truth):
        model = fit([examples[place] for place in kept], sentences)
        for place in left_out:
            heights[place] = model.heights(examples[place].text)
    return HeldOut(intents=intents, heights=heights, truth=tuple(truth))


def train(examples: Sequence[Example], sentences: SentenceVectors) -> dict[str, LinearModel]:
    """One model per language that has examples."""
    languages = sorted({example.language for example in examples})
    return {
        language: replace(fit(_of(language, examples), sentences), temperature=_TEMPERATURE) for language in languages
    }


def _of(language: str, examples: Sequence[Example]) -> list[Example]:
    return [example for example in examples if example.language == language]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--held-out", action="store_true", help="also measure on examples left out of training")
    wanted = arguments.parse_args()
    console = Console(highlight=False)
    started = time.monotonic()
    sentences = SentenceVectors()
    examples = read_examples()
    models = train(examples, sentences)
    save_models(models, trained_file())
    took = time.monotonic() - started
    console.print(f"Trained {', '.join(models)} on {len(examples)} examples in {took:.0f} s: {trained_file().name}")
    if wanted.held_out:
        for language in models:
            held_out = hold_out(_of(language, examples), sentences)
            console.print(
                f"{language}: {held_out.accuracy():.1%} of left-out examples get their reported label; "
                f"best temperature {held_out.temperature():.2f} (used: {_TEMPERATURE})"
            )


if __name__ == "__main__":
    main()
