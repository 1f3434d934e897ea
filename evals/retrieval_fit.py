"""Fits the support curves of `knowledge/support.py` on the demo store and writes `knowledge/calibration.json`.

Answered questions are `questions/policy*.jsonl`, others `questions/unanswerable*.jsonl`. Each curve is set so that a
small share of answered questions falls below one half, counted on folds that the curve was not fitted on; the share of
unanswerable questions that fall below is printed. A fold leaves out whole articles and whole runs of questions, in both
languages, so that no curve is judged by a paraphrase of what it has seen. Run as `python -m evals.retrieval_fit`.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from domain.languages import Language
from evals.retrieval import QUESTIONS, ROOT, read_help_centre, read_rows, scratch_library, without_questions
from knowledge.library import Library
from knowledge.support import Curve, evidence

_WRONGLY = {"asked": 0.05, "bare": 0.03, "across": 0.1}
_STRENGTH = 0.01
_FOLDS = (8, 10, 12)
_RUNS = 20
_WORDS = ("words", "asked", "letters", "about", "title", "cover", "missing", "near", "gap", "wide")
_TOPICS = ("concepts", "agreed", "lacking", "beside")
_LEXICAL = (*_WORDS, *_TOPICS)
_BARE_LEXICAL = ("most_words", "cover", "near", "concepts")
_ACROSS_LEXICAL = ("words", "letters", "about", "title", "most_about", *_TOPICS)
_CURVES = {
    "asked": ("asked", (*_LEXICAL, "whole", "sentence", "question", "lead")),
    "asked_elsewhere": ("asked", _LEXICAL),
    "bare": ("bare", (*_BARE_LEXICAL, "most_sentence", "lead")),
    "bare_elsewhere": ("bare", _BARE_LEXICAL),
    "across": ("across", (*_ACROSS_LEXICAL, "sentence", "lead")),
    "across_elsewhere": ("across", _ACROSS_LEXICAL),
}
_FILES = ("policy", "unanswerable", "policy_blind", "unanswerable_blind")


@dataclass(frozen=True, slots=True)
class Case:
    """The evidence for a question, whether the articles answer it, and what is left out together with it."""

    evidence: dict[str, float]
    answered: bool
    group: str


def cases(library: Library, language: Language) -> Iterator[Case]:
    for name in _FILES:
        rows = [row for _, row in read_rows(QUESTIONS / f"{name}.{language.value}.jsonl")]
        for place, row in enumerate(rows):
            looked = library.look(row.question, language)
            if looked is not None and looked.ranked:
                group = min(row.gold, default=f"{name} {place * _RUNS // len(rows)}")
                yield Case(evidence(looked.shelf, looked.question, looked.ranked), bool(row.gold), group)


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
    rows = np.array([[case.evidence[name] for name in names] for case in found])
    answered = np.array([case.answered for case in found])
    groups = np.array([case.group for case in found])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=_STRENGTH, max_iter=5000, class_weight="balanced"))
    levels = np.mean(
        [
            cross_val_predict(model, rows, answered, groups=groups, cv=GroupKFold(folds), method="decision_function")
            for folds in _FOLDS
        ],
        axis=0,
    )
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
