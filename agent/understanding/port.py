"""Understanding as a port: words in, commands out; the embedded engine and a model answer alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from agent.model.allowance import Allowance
from domain.commands import Command, Slot
from domain.intents import Intent
from domain.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibleOption:
    """A choice the shopper sees, with its label in their language and other words for it."""

    id: str
    label: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Something said before in the conversation."""

    by_shopper: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message with all the context that understanding may use.

    ``language`` is the conversation's so far, None at its start; ``asked`` the slot the agent just asked for;
    ``yes_or_no`` whether its last question can be answered so; ``open_intents`` the skills in progress, latest first;
    ``slots`` what is known; ``write_pending`` whether its last question was whether to go ahead with a write;
    ``earlier`` the last things said, for an engine that reads them.
    """

    text: str
    language: Language | None = None
    asked: Slot | None = None
    yes_or_no: bool = False
    options: tuple[VisibleOption, ...] = ()
    open_intents: tuple[Intent, ...] = ()
    slots: Mapping[Slot, str] = field(default_factory=dict)
    write_pending: bool = False
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """Commands in the order said; ``confidence`` of the first intent, 0 to 1; ``engine`` names who understood.

    ``spoken`` is the BCP 47 tag of a language that we have no phrases for, when the shopper writes in one;
    ``settled`` tells that no model was needed since nothing was left to think about: a code, an option, yes or no;
    ``plain`` that the message is small talk or an asked value and nothing beside it;
    ``problem`` why a model's answer was passed over.
    """

    language: Language
    commands: tuple[Command, ...]
    confidence: float
    engine: str
    scores: tuple[tuple[str, float], ...] = ()
    spoken: str = ""
    settled: bool = False
    plain: bool = False
    problem: str = ""


class Understanding(Protocol):
    async def understand(self, heard: Heard, allowance: Allowance | None = None) -> Understood:
        """Never raises for any text; what cannot be understood is ``Unclear``."""
        ...
