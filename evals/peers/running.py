"""Holds conversation with a set-up, and counts what each turn cost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Any

from openai import AsyncOpenAI

from evals.peers.brain import PeerBrain
from evals.peers.judging import judge
from evals.peers.recording import Recording, busy
from evals.peers.session import Session
from evals.peers.setups.ours import open_ours
from evals.peers.setups.peer import Answering, PeerSession, open_tools
from evals.peers.tasks import Task
from evals.stage import Stage, open_stage
from tests.standins.openai import StandIn
from tests.standins.openai.brains import make_brain

OURS = "ours"
PEERS = ("agents-triage", "supervisor", "agents-single")
LATENCY = 0.05
_PACKAGES = ("agents", "langgraph_supervisor", "langchain_openai")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """``own_ms`` is the turn's time less the time in which a call was with the model."""

    said: str
    answered: str
    calls: int
    prompt: int
    cached: int
    completion: int
    own_ms: float
    steps: tuple[dict[str, Any], ...]


@dataclass(slots=True, kw_only=True)
class Held:
    """One conversation; ``missed`` is empty when it came out right."""

    setup: str
    task: Task
    turns: list[Turn] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def total(self, name: str) -> int:
        return sum(getattr(turn, name) for turn in self.turns)


class Ground:
    """The stage, and the model that all set-ups share."""

    def __init__(self, stage: Stage, model: StandIn, latency: float) -> None:
        self.stage = stage
        self._model = model
        self._recordings = {name: Recording(make_brain("competent"), latency) for name in (OURS, *PEERS)}

    async def hold(self, setup: str, task: Task) -> Held:
        """The shop is as on its first day; nothing is left over from other conversations but the model's cache."""
        recording = self._recordings[setup]
        if setup != OURS:
            recording.brain = PeerBrain(task)
        self._model.think_with(recording)
        await self._put_back()
        session = await self._open(setup, task)
        held = Held(setup=setup, task=task)
        for said in task.turns:
            held.turns.append(await _take(said, session, recording))
        held.missed = await judge(task, [turn.answered for turn in held.turns], await session.reached(), self.stage)
        return held

    async def warm(self, setups: tuple[str, ...], task: Task) -> None:
        """Imports, connections and indexes are there before anything is timed; the model's cache is empty again."""
        for setup in setups:
            await self.hold(setup, task)
            self._recordings[setup].forget()

    async def _put_back(self) -> None:
        controls = (await self.stage.store()).controls
        await controls.reset_clock()
        await controls.refresh_demo()
        controls.faults.clear()

    async def _open(self, setup: str, task: Task) -> Session:
        if setup == OURS:
            return await open_ours(self.stage, task.customer)
        return await open_peer(setup, self.stage, self._model, task.customer)


async def open_peer(setup: str, stage: Stage, model: StandIn, email: str) -> Session:
    """Imports the frameworks only now: they come with the extra ``peers``."""
    tools, name = await open_tools(stage, email), stage.install.settings.model
    answering: Answering
    if setup == "supervisor":
        from evals.peers.setups.supervisor import build_supervisor

        answering = build_supervisor(tools, base_url=model.base_url, key=model.key, model=name)
    else:
        from evals.peers.setups.agents_sdk import build_single, build_triage

        client = AsyncOpenAI(base_url=model.base_url, api_key=model.key)
        answering = (build_single if setup == "agents-single" else build_triage)(tools, client, name)
    return PeerSession(tools, await stage.store(), answering)


async def _take(said: str, session: Session, recording: Recording) -> Turn:
    before, began = len(recording.calls), perf_counter()
    answered = await session.say(said)
    took = perf_counter() - began
    calls = recording.calls[before:]
    return Turn(
        said=said,
        answered=answered,
        calls=len(calls),
        prompt=sum(each.prompt for each in calls),
        cached=sum(each.cached for each in calls),
        completion=sum(each.completion for each in calls),
        own_ms=(took - busy(calls)) * 1000,
        steps=tuple(each.show() for each in calls),
    )


def installed() -> bool:
    """Whether the extra ``peers`` is there."""
    return all(find_spec(name) for name in _PACKAGES)


@asynccontextmanager
async def open_ground(folder: Path, template: Path, latency: float = LATENCY) -> AsyncIterator[Ground]:
    """A store of its own, copied from a seeded one, and a model beside it."""
    async with StandIn() as model:
        settings = {"openai_base_url": model.base_url, "openai_api_key": model.key}
        async with open_stage(folder, template=template, **settings) as stage:
            yield Ground(stage, model, latency)
