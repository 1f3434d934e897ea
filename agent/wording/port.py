"""Wording as a port: blocks that are already said in phrases come in, and may come out in better words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from agent.model.allowance import Allowance
from agent.wording.check import Evidence
from domain.languages import Language
from domain.replies import Reply, SaidBlock

Show = Callable[[str], None]
"""Takes the words of a draft so far, for the shopper to see while the rest is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One block in phrases; ``firm`` when its words may not be touched: a refusal, a proposal, a sign-in."""

    block: SaidBlock
    firm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSay:
    """A reply in phrases, in the order said. ``spoken`` is the shopper's own language when we have no phrases in it."""

    language: Language
    parts: tuple[Part, ...]
    evidence: Evidence
    asked: str = ""
    spoken: str = ""
    tone: str = ""

    @property
    def plainly(self) -> Reply:
        """By phrases alone."""
        return Reply(language=self.language.value, blocks=tuple(part.block for part in self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """``engine`` names whose words they are; ``problem`` tells why a model's words were not taken."""

    reply: Reply
    engine: str
    problem: str = ""


class Wording(Protocol):
    async def word(self, to_say: ToSay, allowance: Allowance | None, show: Show) -> Worded:
        """Never raises; without leave to ask a model, or when it fails, the phrases stand."""
        ...
