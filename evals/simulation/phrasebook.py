"""What simulated shoppers can say, per language, read from YAML; unknown keys are refused."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

FOLDER = Path(__file__).parent / "words"
QUESTIONS = Path(__file__).parents[1] / "questions"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Opening(_Strict):
    """Ways to ask: whole sentences, a few words, and the statement where one is given."""

    plain: list[str]
    short: list[str]
    statement: list[str] = Field(default_factory=list)


class Question(_Strict):
    """A question on the shop's rules with the articles that answer it; none for one that nothing answers."""

    text: str
    gold: tuple[str, ...] = ()


class Around(_Strict):
    """What a mood puts before and after a request."""

    before: list[str]
    after: list[str]


class Phrasebook(_Strict):
    """One language; ``goals`` by the id of the goal, ``moods`` by their name."""

    goals: dict[str, Opening]
    moods: dict[str, Around]
    detours: list[str]
    back: list[str]
    email: list[str]
    number: list[str]
    yes: list[str]
    no: list[str]
    leave: list[str]
    thanks: list[str]
    address: list[str] = Field(default_factory=list)
    questions: list[Question] = Field(default_factory=list)


@cache
def read_phrasebook(language: str) -> Phrasebook:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return Phrasebook.model_validate(loaded)


@cache
def list_languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def read_unanswerable(language: str) -> tuple[Question, ...]:
    """Questions that no article answers: the retrieval's own measuring sets, those written blind too."""
    rows: list[dict[str, Any]] = []
    for name in (f"unanswerable.{language}.jsonl", f"unanswerable_blind.{language}.jsonl"):
        lines = (QUESTIONS / name).read_text(encoding="utf-8").splitlines()
        rows += [json.loads(line) for line in lines if line.strip()]
    return tuple(Question(text=row["question"]) for row in rows)
