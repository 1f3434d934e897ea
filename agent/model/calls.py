"""What is asked of a model and what came of it; prompts, answers and the account of each call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Purpose(StrEnum):
    """What a call is for; the name of its prompt files and of its JSON schema."""

    UNDERSTAND = "understand"
    WORD = "word"
    SUMMARISE = "summarise"
    READ_POLICY = "read_policy"
    NAME_GAPS = "name_gaps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """``system`` is the same for every shopper, so that a provider's cache hits; ``data`` is what varies, as JSON.

    ``repair`` is an answer that could not be used and why; ``longest`` bounds the answer in tokens.
    """

    purpose: Purpose
    version: str
    system: str
    data: str
    schema: Mapping[str, Any] | None = None
    repair: tuple[str, str] | None = None
    longest: int = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens, as the endpoint counted them; ``cached`` is the part of ``prompt`` that its cache already held."""

    prompt: int = 0
    cached: int = 0
    completion: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCall:
    """One try, for the trace and the account; ``micros`` are millionths of the currency that prices are set in."""

    purpose: Purpose
    prompt: str
    endpoint: str
    model: str
    usage: Usage
    micros: int
    took_ms: float
    problem: str = ""


Hear = Callable[[str], bool]
"""Takes the next piece of a streamed answer; False stops the stream, since no more is wanted."""


class Model(Protocol):
    """What a turn asks; raises ``ModelProblem`` when no answer came in time. Every try is noted in ``account``."""

    async def ask(self, prompt: Prompt, *, seconds: float, account: list[ModelCall], hear: Hear | None = None) -> str:
        """The whole answer; with ``hear`` it is streamed piece by piece while it comes."""
        ...

    async def warm(self) -> None:
        """Loads what the first call would otherwise wait for."""
        ...

    async def close(self) -> None:
        """Lets go of its connections."""
        ...
