"""In whose words a simulated shopper speaks: the script's own, or a model's that is told what to say and how.

A model only rewords. Words that lose a number, an address or the thing's name are dropped for the script's.
"""

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Protocol

from agent.model.calls import Model, ModelCall, Prompt, Purpose
from agent.model.prompts import as_data
from domain.errors import ModelProblem
from evals.simulation.casting import Persona

_SECONDS = 20.0
_LONGEST_ANSWER = 200
_MOST_GROWTH, _ALLOWED = 4, 80
_KEPT = re.compile(r"\S*[\d@]\S*")
SYSTEM = """You play a shopper who writes to an online shop's chat. You get one JSON object between <data> and </data>:
language, mood (brief, chatty, angry or confused), and say: what the shopper says, as lines. Write the same message once
more in your own words, as such a person would type it, in that language. Keep every number, code, email address and the
names of products exactly. Ask for nothing else, add no fact, never answer as the shop. Write the message alone."""
VERSION = f"shopper@1:{blake2b(SYSTEM.encode(), digest_size=3).hexdigest()}"


class Voice(Protocol):
    """Puts what a shopper wants to say into words."""

    async def put(self, text: str, persona: Persona) -> str: ...


class ScriptedVoice:
    """Says what the script says."""

    async def put(self, text: str, persona: Persona) -> str:
        return text


@dataclass(slots=True)
class ModelVoice:
    """Speaks through the same endpoints as the agent, on an account of its own."""

    model: Model
    account: list[ModelCall] = field(default_factory=list)
    dropped: int = 0

    async def put(self, text: str, persona: Persona) -> str:
        said = {"language": persona.task.language, "mood": persona.task.mood.value}
        lines = [{"place": "", "keep": False, "text": text}]
        prompt = Prompt(
            purpose=Purpose.WORD,
            version=VERSION,
            system=SYSTEM,
            data=as_data({**said, "persona": persona.seed, "say": lines}),
            longest=_LONGEST_ANSWER,
        )
        try:
            words = (await self.model.ask(prompt, seconds=_SECONDS, account=self.account)).strip()
        except ModelProblem:
            words = ""
        if words and self._keeps(words, text, persona):
            return words
        self.dropped += 1
        return text

    def _keeps(self, words: str, text: str, persona: Persona) -> bool:
        item = persona.things.item
        needed = [each.strip(".,;:!?»“”\"'()") for each in _KEPT.findall(text)]
        needed += [item] if item and item in text else []
        return len(words) <= len(text) * _MOST_GROWTH + _ALLOWED and all(each in words for each in needed)
