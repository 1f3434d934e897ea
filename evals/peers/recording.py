"""Counts what a model is asked and says, and how long it took, so that a turn's own time can be told apart from it."""

import asyncio
import json
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from tests.standins.openai.asked import Asked, Brain, Calls, Refusal, Said, Structured, Text, write_json
from tests.standins.openai.counting import PrefixCache, count_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One call: its tokens, when it began and ended (``perf_counter``), and both sides as they were."""

    prompt: int
    cached: int
    completion: int
    began: float
    ended: float
    asked: Asked
    said: Said

    def show(self) -> dict[str, Any]:
        """For the transcript: the new part of the prompt is its last message."""
        last = self.asked.messages[-1]
        return {"tokens": [self.prompt, self.completion], "last": f"{last.role}: {last.text}", "said": write(self.said)}


@dataclass(slots=True)
class Recording:
    """A brain in front of another: waits ``latency`` seconds, as a model would, and keeps what passed."""

    brain: Brain
    latency: float
    calls: list[Recorded] = field(default_factory=list)
    _cache: PrefixCache = field(default_factory=PrefixCache)

    async def answer(self, asked: Asked) -> Said:
        began = perf_counter()
        said, _ = await asyncio.gather(self.brain.answer(asked), asyncio.sleep(self.latency))
        count = self._cache.count(asked)
        self.calls.append(
            Recorded(
                prompt=count.tokens,
                cached=count.cached,
                completion=count_tokens(write(said)),
                began=began,
                ended=perf_counter(),
                asked=asked,
                said=said,
            )
        )
        return said

    def forget(self) -> None:
        """Nothing was asked yet, and nothing is cached."""
        self.calls.clear()
        self._cache.clear()


def write(said: Said) -> str:
    """What the model wrote, as text."""
    match said:
        case Text():
            return said.text
        case Structured():
            return write_json(said.value)
        case Calls():
            return " ".join(f"{call.name} {json.dumps(json.loads(call.arguments))}" for call in said.calls)
        case Refusal():
            return said.reason


def busy(calls: list[Recorded]) -> float:
    """Seconds in which at least one call was with the model: calls side by side count once."""
    total, until = 0.0, 0.0
    for each in sorted(calls, key=lambda call: call.began):
        total += max(0.0, each.ended - max(each.began, until))
        until = max(until, each.ended)
    return total
