"""Fits the support curves of `knowledge/support.py` on the demo store and writes `knowledge/calibration.json`.

Answered questions are `questions/policy.*.jsonl`, others `questions/unanswerable.*.jsonl`. Each curve is set so that
a small share of answered questions falls below one half, counted on folds that the curve was not fitted on; the share
of unanswerable questions that fall below is printed. Run as `python -m evals.retrieval_fit`.
"""

import json
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from domain.languages import Language
from evals.retrieval import QUESTIONS, ROOT, read_help_centre, read_rows, scratch_library, without_questions
from knowledge.library import Library
from knowledge.support import Curve, evidence

_WRONGLY = {"asked": 0.05, "bare": 0.04, "across": 0.1}
_STRENGTH = 0.01
_FOLDS = 10
_ROUNDS = 3
_LEXICAL = ("words", "asked", "letters", "about", "title", "cover", "missing", "near", "concepts")
_ALL = (*_LEXICAL, "whole", "sentence", "question", "lead")
_BARE_LEXICAL = ("most_words", "cover", "near", "concepts")
_BARE = (*_BARE_LEXICAL, "most_sentence", "lead")
_ACROSS_LEXICAL = ("words", "letters", "about", "title", "concepts", "most_about")
_CURVES = {
    "asked": ("asked", _ALL),
    "asked_elsewhere": ("asked", _LEXICAL),
    "bare": ("bare", _BARE),
    "bare_elsewhere": ("bare", _BARE_LEXICAL),
    "across": ("across", (*_ACROSS_LEXICAL, "sentence", "lead")),
    "across_elsewhere": ("across", _ACROSS_LEXICAL),
}

Case = tuple[dict[str, float], bool]


def cases(library: Library, language: Language) -> Iterator[Case]:
    """The evidence for each question, and whether the articles answer it."""
    for name in ("policy", "unanswerable"):
        for _, row in read_rows(QUESTIONS / f"{name}.{language.value}.jsonl"):
            looked = library.look(row.question, language)
            if looked is not None:
                yield evidence(looked.shelf, looked.question, looked.ranked), bool(row.gold)


def gather() -> dict[str, list[Case]]:
    gathered: dict[str, list[Case]] = {"asked": [], "bare": [], "across": []}
    for language, other in ((Language.EN, Language.FR), (Language.FR, Language.EN)):
        drafts = read_help_centre(language)
        with scratch_library(drafts, language) as library:
            gathered["asked"] += cases(library, language)
            gathered["across"] += cases(library, other)
        with scratch_library(without_questions(drafts), language) as library:
            gathered["bare"] += cases(library, language)
    return gathered


def fit(found: Sequence[Case], names: Sequence[str], wrongly: float) -> tuple[Curve, float]:
    """The curve, and the share of unanswerable questions below one half on folds left out."""
    rows = np.array([[case[name] for name in names] for case, _ in found])
    answered = np.array([known for _, known in found])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=_STRENGTH, max_iter=5000, class_weight="balanced"))
    levels = np.mean([_left_out(model, rows, answered, chance) for chance in range(_ROUNDS)], axis=0)
    border = float(np.quantile(levels[answered], wrongly))
    model.fit(rows, answered)
    scaler, line = model[0], model[1]
    weights = line.coef_[0] / scaler.scale_
    intercept = float(line.intercept_[0] - weights @ scaler.mean_ - border)
    curve = Curve(
        weights={name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
        intercept=round(intercept, 4),
    )
    return curve, float(np.mean(levels[~answered] < border))


def _left_out(
    model: object, rows: NDArray[np.float64], answered: NDArray[np.bool_], chance: int
) -> NDArray[np.float64]:
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=chance)
    levels: NDArray[np.float64] = cross_val_predict(model, rows, answered, cv=folds, method="decision_function")
    return levels


def main() -> None:
    console = Console()
    gathered = gather()
    curves = {}
    for name, (kind, names) in _CURVES.items():
        curves[name], abstains = fit(gathered[kind], names, _WRONGLY[kind])
        console.print(f"{name:16} abstains on {abstains:.1%} of unanswerable questions, {_WRONGLY[kind]:.0%} wrongly")
    text = json.dumps(curves, indent=2, sort_keys=True) + "\n"
    (ROOT / "knowledge" / "calibration.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
