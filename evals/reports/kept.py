"""The report as it is kept: one JSON document, read again to compare two versions; unknown keys are ignored."""

from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from domain.errors import ContentUnreadable

FORM = 1
FILE = "report.json"


class Kind(StrEnum):
    """A scenario has a script of its own; a shopper is simulated."""

    SCENARIO = "scenario"
    SHOPPER = "shopper"


class KeptCall(BaseModel):
    """One call of a model, as the trace has it; ``micros`` are millionths of the currency of the prices."""

    purpose: str
    prompt: str
    model: str
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    micros: int = 0
    took_ms: float = 0
    problem: str = ""


class KeptTurn(BaseModel):
    """``ms`` is the turn's own time, 0 where no turn ran; ``outcomes`` are skill and kind, as ``returns answered``."""

    said: str
    answered: str = ""
    ms: float = 0
    intents: list[str] = Field(default_factory=list)
    outcomes: list[str] = Field(default_factory=list)
    engines: list[str] = Field(default_factory=list)
    calls: list[KeptCall] = Field(default_factory=list)


class Case(BaseModel):
    """One conversation; ``task`` is what several runs have in common, ``asked`` the intent its first words have."""

    id: str
    kind: Kind
    skill: str
    task: str
    about: str = ""
    asked: str = ""
    missed: list[str] = Field(default_factory=list)
    harm: bool = False
    turns: list[KeptTurn] = Field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not self.missed

    @property
    def seconds(self) -> float:
        return sum(turn.ms for turn in self.turns) / 1000


class RoutedFile(BaseModel):
    """How messages of a labelled file were routed by the embedded understanding; none of its text is kept."""

    name: str
    rows: int
    strict: int
    lenient: int
    counts: list[tuple[str, str, int]]


class Report(BaseModel):
    """``versions`` is what was in force, by name; two reports are compared by it."""

    form: int = FORM
    made: str
    name: str = ""
    runs: int = 0
    versions: dict[str, str] = Field(default_factory=dict)
    cases: list[Case] = Field(default_factory=list)
    routed: list[RoutedFile] = Field(default_factory=list)
    shopper_calls: list[KeptCall] = Field(default_factory=list)

    def of_kind(self, kind: Kind) -> list[Case]:
        return [case for case in self.cases if case.kind is kind]


def write_report(report: Report, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(report.model_dump_json(indent=1) + "\n", encoding="utf-8")


def read_report(place: Path) -> Report:
    """From the folder of an earlier report or its JSON; raises ContentUnreadable."""
    path = place / FILE if place.is_dir() else place
    try:
        return Report.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as problem:
        raise ContentUnreadable(f"{path} is no report of an evaluation") from problem


def keep_call(call: dict[str, Any]) -> KeptCall:
    """From the trace's own form."""
    usage = call.get("usage") or {}
    return KeptCall(
        purpose=str(call["purpose"]),
        prompt=str(call["prompt"]),
        model=str(call["model"]),
        prompt_tokens=usage.get("prompt", 0),
        cached_tokens=usage.get("cached", 0),
        completion_tokens=usage.get("completion", 0),
        micros=call.get("micros", 0),
        took_ms=call.get("took_ms", 0),
        problem=call.get("problem", ""),
    )
