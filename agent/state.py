"""What a conversation remembers between turns: ids and values only, never a client or a shopper's record."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.commands import Slot
from domain.intents import Intent
from domain.languages import Language
from domain.outcomes import Missing, Proposal

ABOUT_ONE_THING = frozenset(
    {
        Slot.ITEM,
        Slot.ORDER_NUMBER,
        Slot.RETURN_NUMBER,
        Slot.TRACKING_NUMBER,
        Slot.WANTED,
        Slot.RESOLUTION,
        Slot.REASON,
        Slot.QUANTITY,
        Slot.STATEMENT,
        Slot.DATE,
    }
)
"""What is said of the matter at hand and of no other; who the shopper is holds for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSkill:
    """A skill in progress; ``text`` are the words that opened it, ``missing`` what it waits for.

    ``slots`` are what was said about its matter, laid aside while another skill stands above it.
    """

    name: str
    intent: Intent
    text: str
    memory: Mapping[str, str] = field(default_factory=dict)
    missing: Missing | None = None
    slots: Mapping[Slot, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """A sign-in in progress: ``challenge`` is None while we wait for an address or order number, then for its code."""

    challenge: str | None = None
    sent_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A write that was read back and waits for a yes."""

    skill: str
    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An option the shopper can see, with the skill it belongs to ("" for the agent's own)."""

    id: str
    label: str
    hints: tuple[str, ...]
    skill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationState:
    """The latest open skill stands last in ``stack``; counters end in a person when they run over.

    ``slots`` hold what is known of the shopper and of the matter of that latest skill, never of another's. ``spoken``
    is the shopper's language (BCP 47) when it is one that we have no phrases in; ``language`` is then the nearest.
    """

    language: Language | None = None
    spoken: str = ""
    slots: Mapping[Slot, str] = field(default_factory=dict)
    stack: tuple[OpenSkill, ...] = ()
    sign_in: SignIn | None = None
    pending: Pending | None = None
    offered: tuple[Offered, ...] = ()
    clarifications: int = 0
    failed_codes: int = 0
    tries: tuple[str, ...] = ()
    handled: str = ""

    @property
    def open(self) -> OpenSkill | None:
        return self.stack[-1] if self.stack else None

    @property
    def general_slots(self) -> dict[Slot, str]:
        """What holds for every skill."""
        return {slot: value for slot, value in self.slots.items() if slot not in ABOUT_ONE_THING}

    def laid_aside(self) -> tuple[OpenSkill, ...]:
        """The stack, its latest skill keeping what was said about its matter: another is about to stand above it."""
        if self.open is None:
            return ()
        own = {slot: value for slot, value in self.slots.items() if slot in ABOUT_ONE_THING}
        return (*self.stack[:-1], replace(self.open, slots=own))

    def brought_up(self, name: str) -> "ConversationState":
        """The open skill of this name on top, with what was said to it and nothing that was said to another."""
        stack = self.laid_aside()
        found = next(each for each in stack if each.name == name)
        order = (*(each for each in stack if each is not found), found)
        return replace(self, stack=order, slots={**self.general_slots, **found.slots})

    @property
    def asked(self) -> Slot | None:
        """The slot that the agent's last question was about."""
        if self.sign_in:
            return Slot.CODE if self.sign_in.challenge else Slot.EMAIL
        missing = self.open.missing if self.open else None
        return _ASKED.get(missing) if missing else None


_ASKED = {
    Missing.ORDER: Slot.ORDER_NUMBER,
    Missing.LINES: Slot.ITEM,
    Missing.RESOLUTION: Slot.RESOLUTION,
    Missing.VARIANT: Slot.WANTED,
    Missing.DAY: Slot.DATE,
    Missing.ADDRESS: Slot.ADDRESS,
    Missing.STATEMENT: Slot.STATEMENT,
}
