"""Understanding as a port: words in, commands out; the embedded engine and a model answer alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

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
class Heard:
    """One message with all the context that understanding may use.

    ``language`` is the conversation's so far, None at its start; ``asked`` the slot the agent just asked for;
    ``yes_or_no`` whether its last question can be answered so; ``open_intents`` the skills in progress, latest first;
    ``slots`` what is known.
    """

    text: str
    language: Language | None = None
    asked: Slot | None = None
    yes_or_no: bool = False
    options: tuple[VisibleOption, ...] = ()
    open_intents: tuple[Intent, ...] = ()
    slots: Mapping[Slot, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """Commands in the order said; ``confidence`` of the first intent, 0 to 1; ``engine`` names who understood."""

    language: Language
    commands: tuple[Command, ...]
    confidence: float
    engine: str
    scores: tuple[tuple[str, float], ...] = ()


class Understanding(Protocol):
    async def understand(self, heard: Heard) -> Understood:
        """Never raises for any text; what cannot be understood is ``Unclear``."""
        ...
