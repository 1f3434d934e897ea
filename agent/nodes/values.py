"""What travels between the nodes of one turn; only ``conversation`` outlives it."""

from dataclasses import dataclass, field
from typing import TypedDict

from agent.state import ConversationState
from domain.blocks import Block
from domain.commands import Command, Slot
from domain.intents import Intent
from domain.replies import Reply

MAX_STEPS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One run of a skill: ``opens`` starts it afresh with ``text``; ``confirmed`` carries out what is pending."""

    skill: str
    intent: Intent
    text: str = ""
    opens: bool = False
    changed: frozenset[Slot] = field(default_factory=frozenset)
    choice: str | None = None
    agreed: bool | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Blocks with the skill that said them, so that an option leads back to its skill; ``firm`` words stay ours."""

    skill: str
    blocks: tuple[Block, ...]
    firm: bool = False


class GraphState(TypedDict, total=False):
    conversation: ConversationState
    texts: tuple[str, ...]
    commands: tuple[Command, ...]
    step: Step | None
    blocks: tuple[Said, ...]
    reply: Reply | None
    plainly: Reply | None
