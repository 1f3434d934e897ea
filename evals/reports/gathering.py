"""Played conversations become cases of a report: what was said, what the trace tells, what missed."""

import re
from typing import Any

from evals.reports.kept import Case, KeptTurn, Kind, keep_call
from evals.scenarios.player import Result
from evals.simulation.playing import Run
from evals.stage import Played, Stage

_DOOR = re.compile(r"/r/[\w-]{16,}")
_LONGEST = 4_000


class WatchedStage(Stage):
    """A stage that keeps the traces of the turns played on it."""

    seen: list[Played]

    def watch(self) -> None:
        """Forgets the turns before."""
        self.seen = []

    async def _played(self, *args: Any) -> Played:
        played = await super()._played(*args)
        self.seen.append(played)
        return played


def keep_run(run: Run) -> Case:
    """One simulated shopper; ``about`` tells how they wrote."""
    persona = run.persona
    manner = ["signed in" if persona.signed_in else "not signed in"]
    manner += [f"{persona.typos:.0%} of words mistyped"] if persona.typos else []
    manner += ["asks something else in between"] if persona.detour else []
    return Case(
        id=persona.id,
        kind=Kind.SHOPPER,
        skill=persona.task.goal.skill,
        task=persona.task.id,
        about=", ".join(manner),
        asked=persona.task.goal.intent.value,
        missed=run.missed,
        harm=run.harm,
        turns=[keep_turn(each.said, each.answered, each.trace) for each in run.exchanged],
    )


def keep_result(result: Result, seen: list[Played]) -> Case:
    """One scenario; its transcript holds what was said and, for each turn that ran, the answer."""
    traces = [played.trace for played in seen]
    turns: list[KeptTurn] = []
    said: list[str] = []
    for line in result.transcript:
        if line.startswith("> "):
            said.append(line[2:])
        else:
            trace = traces[len(turns)] if len(turns) < len(traces) else {}
            turns.append(keep_turn("\n".join(said), line, trace))
            said = []
    scenario = result.scenario
    return Case(
        id=scenario.id,
        kind=Kind.SCENARIO,
        skill=scenario.id.split("-")[0],
        task=scenario.id,
        about=scenario.about,
        missed=result.missed,
        turns=turns,
    )


def keep_turn(said: str, answered: str, trace: dict[str, Any]) -> KeptTurn:
    """Links are shortened: their tokens differ in each run."""
    steps = trace.get("steps", [])
    understood = [step["detail"] for step in steps if step["name"] == "understood"]
    commands = [command for each in understood for command in each["commands"]]
    return KeptTurn(
        said=said[:_LONGEST],
        answered=_DOOR.sub("/r/…", answered)[:_LONGEST],
        ms=trace.get("ms", 0),
        intents=[_intent(command) for command in commands],
        outcomes=[f"{s['detail']['skill']} {s['detail']['kind']}" for s in steps if s["name"] == "outcome"],
        engines=[_engine(step["detail"]) for step in steps if step["name"] in {"understood", "word"}],
        calls=[keep_call(call) for call in trace.get("model", [])],
    )


def _intent(command: dict[str, Any]) -> str:
    kinds = {"want_person": "human_handoff", "chitchat": "chitchat", "unclear": "unclear"}
    return str(command.get("intent") or kinds.get(command["kind"], command["kind"]))


def _engine(detail: dict[str, Any]) -> str:
    problem = detail.get("problem", "")
    return f"{detail.get('engine', '')}: {problem}" if problem else str(detail.get("engine", ""))
