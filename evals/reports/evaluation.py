"""Plays what was asked for on the real agent and gathers it into one report."""

import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from agent.model.calls import Model
from domain.errors import SettingsInvalid
from evals.cassettes import Recorder, Replayer, with_model
from evals.reports.gathering import WatchedStage, keep_result, keep_run
from evals.reports.kept import Case, Report, keep_call
from evals.reports.routed import route_file
from evals.reports.versions import list_prompts, read_versions
from evals.scenarios.player import play as play_scenario
from evals.scenarios.script import Scenario
from evals.simulation.casting import cast
from evals.simulation.goals import Task
from evals.simulation.playing import play as play_shopper
from evals.simulation.restoring import reset_shop
from evals.simulation.voices import ModelVoice, ScriptedVoice, Voice
from evals.stage import make_template, open_stage
from runtime.settings import Settings

_NOWHERE = "http://127.0.0.1:9/v1"
"""Turns the model on for a replay; nobody listens there, and nobody is asked."""
_PATIENT_SECONDS = 60.0
"""A turn that is recorded runs out of no time: what it leaves unasked would be missing from the recordings."""


class EngineName(StrEnum):
    EMBEDDED = "embedded"
    MODEL = "model"


class VoiceName(StrEnum):
    SCRIPTED = "scripted"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to evaluate; ``template`` is a seeded store to copy, None makes one; ``settings`` overrule what is set."""

    engine: EngineName = EngineName.EMBEDDED
    name: str = ""
    runs: int = 0
    seed: int = 0
    scenarios: tuple[Scenario, ...] = ()
    tasks: tuple[Task, ...] = ()
    voice: VoiceName = VoiceName.SCRIPTED
    routing: tuple[Path, ...] = ()
    record: Path | None = None
    replay: Path | None = None
    template: Path | None = None
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def steps(self) -> int:
        return len(self.scenarios) + len(self.tasks) * self.runs


Tape = Recorder | Replayer | None


async def evaluate(wanted: Wanted, *, tick: Callable[[Case], None] = lambda _: None) -> Report:
    """Raises SettingsInvalid when the engine is not configured or a recording is missing."""
    async with _open(wanted) as (stage, tape):
        versions = {**await read_versions(stage, engine=wanted.engine.value), **_about_shoppers(wanted)}
        voice = _voice(wanted, stage)
        report = Report(made=f"{datetime.now(UTC):%d %B %Y, %H:%M} UTC", name=wanted.name, runs=wanted.runs)
        async for case in _play_all(wanted, stage, voice):
            _refuse_missing(tape, case)
            report.cases.append(case)
            tick(case)
        if isinstance(voice, ModelVoice):
            report.shopper_calls = [keep_call(asdict(call)) for call in voice.account]
    report.versions = {**versions, **list_prompts(report.cases)}
    report.routed = [route_file(path) for path in wanted.routing]
    return report


async def _play_all(wanted: Wanted, stage: WatchedStage, voice: Voice) -> AsyncIterator[Case]:
    for scenario in wanted.scenarios:
        stage.watch()
        yield keep_result(await play_scenario(scenario, stage), stage.seen)
    for task in wanted.tasks:
        for run in range(1, wanted.runs + 1):
            stage.watch()
            await reset_shop(stage)
            persona = await cast(task, run, stage, seed=wanted.seed)
            yield keep_run(await play_shopper(persona, stage, voice=voice))


@asynccontextmanager
async def _open(wanted: Wanted) -> AsyncIterator[tuple[WatchedStage, Tape]]:
    """A store of its own, never the configured one."""
    settings = {"database_url": None, **_engine_settings(wanted), **wanted.settings}
    with tempfile.TemporaryDirectory() as scratch:
        if wanted.template is None:
            await make_template(Path(scratch))
        async with open_stage(Path(scratch), template=wanted.template, **settings) as opened:
            install, tape = opened.install, _tape(wanted, opened.install.tools.model, opened.install.settings)
            yield WatchedStage(with_model(install, tape) if tape else install), tape


def _engine_settings(wanted: Wanted) -> dict[str, Any]:
    if wanted.engine is EngineName.EMBEDDED:
        return {"openai_api_key": None, "openai_base_url": None}
    known = Settings()
    if wanted.replay:
        return {"openai_api_key": None, "openai_base_url": _NOWHERE, "model_turn_seconds": _PATIENT_SECONDS}
    if not (known.openai_api_key or known.openai_base_url or wanted.settings.get("openai_base_url")):
        raise SettingsInvalid("the model engine needs OPENAI_API_KEY or OPENAI_BASE_URL")
    return {"model_turn_seconds": _PATIENT_SECONDS} if wanted.record else {}


def _tape(wanted: Wanted, model: Model | None, settings: Settings) -> Tape:
    if not (wanted.record or wanted.replay):
        return None
    if model is None:
        raise SettingsInvalid("only the model engine is recorded and replayed")
    if wanted.replay:
        return Replayer(wanted.replay)
    assert wanted.record
    keys = [settings.openai_api_key, settings.model_reserve_api_key]
    return Recorder(model, wanted.record, secrets=[key for key in keys if key])


def _voice(wanted: Wanted, stage: WatchedStage) -> Voice:
    if wanted.voice is VoiceName.SCRIPTED:
        return ScriptedVoice()
    model = stage.install.tools.model
    if model is None:
        raise SettingsInvalid("shoppers speak through the model engine's endpoint; set --engine model")
    return ModelVoice(model)


def _refuse_missing(tape: Tape, case: Case) -> None:
    if isinstance(tape, Replayer) and tape.missing:
        raise SettingsInvalid(f"no recording for {case.id}: {tape.missing[0]}; record again with --record")


def _about_shoppers(wanted: Wanted) -> dict[str, str]:
    if not wanted.runs:
        return {}
    return {"shoppers": f"{wanted.voice.value}, seed {wanted.seed}, {wanted.runs} runs of {len(wanted.tasks)} tasks"}
