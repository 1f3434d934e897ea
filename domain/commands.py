"""What the shopper's words come down to: the closed union that understanding returns, in the order said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from domain.intents import Intent


class Slot(StrEnum):
    """A piece that a shopper can give; values are plain strings in one normal form each."""

    EMAIL = "email"
    PHONE = "phone"
    CODE = "code"
    ORDER_NUMBER = "order_id"
    RETURN_NUMBER = "return_id"
    TRACKING_NUMBER = "tracking_number"
    POSTCODE = "postcode"
    ADDRESS = "address"
    NAME = "name"
    DATE = "purchase_date"
    AMOUNT = "amount"
    ITEM = "item"
    WANTED = "wanted"
    REASON = "reason"
    RESOLUTION = "resolution"
    QUANTITY = "quantity"
    STATEMENT = "statement"


class ChitchatKind(StrEnum):
    """Small talk that has its own answer."""

    GREETING = "greeting"
    THANKS = "thanks"
    BYE = "bye"
    BOT = "are_you_a_bot"
    WHY = "why"
    WHAT_CAN_YOU_DO = "what_can_you_do"
    APOLOGY = "apology"
    ACKNOWLEDGE = "acknowledge"
    COMPLAINT = "complaint"
    EMPTY = "empty"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Wants something; ``details`` are the slots said in the same breath, ``text`` the words that asked."""

    intent: Intent
    details: Mapping[Slot, str] = field(default_factory=dict)
    text: str = ""
    kind: Literal["ask"] = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Give:
    """Gives a value, asked for or not."""

    slot: Slot
    value: str
    kind: Literal["give"] = "give"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """Replaces a value given before; an empty value means "not that one" and asks again."""

    slot: Slot
    value: str
    kind: Literal["correct"] = "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """Picks a visible option by its id."""

    option: str
    kind: Literal["choose"] = "choose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    kind: Literal["confirm"] = "confirm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deny:
    kind: Literal["deny"] = "deny"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Drops what is open: "forget it"."""

    kind: Literal["cancel"] = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """Goes back to an interrupted skill; ``intent`` None means the latest one."""

    intent: Intent | None = None
    kind: Literal["resume"] = "resume"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantPerson:
    kind: Literal["want_person"] = "want_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chitchat:
    about: ChitchatKind
    kind: Literal["chitchat"] = "chitchat"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfScope:
    """Recognised as something this agent does not do; ``intent`` tells which, so that the answer can say who does."""

    intent: Intent
    text: str = ""
    kind: Literal["out_of_scope"] = "out_of_scope"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Not understood; ``candidates`` are the likeliest intents, best first."""

    candidates: tuple[Intent, ...] = ()
    text: str = ""
    kind: Literal["unclear"] = "unclear"


Command = (
    Ask | Give | Correct | Choose | Confirm | Deny | Cancel | Resume | WantPerson | Chitchat | OutOfScope | Unclear
)
