"""One turn: what its nodes may reach, and what it leaves to be committed together when it is over."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.engine import Connection

from agent.links import TurnLinks
from agent.model.allowance import Allowance, Limits
from agent.model.calls import Model
from agent.trace import Trace
from agent.understanding.port import Understanding
from agent.wording.port import Show, Wording
from domain.blocks import Block
from domain.clock import Clock, ShopCalendar
from domain.connections import Connections
from domain.customers import Customer
from domain.ids import CustomerId, MessageId, TurnId
from domain.knowledge import Knowledge
from domain.mentions import Mentions
from domain.outcomes import HandedOver, HandoverReason
from domain.policy import Receipt, ReturnPolicy
from records.conversations import Conversation
from records.merchants import Merchant
from runtime.crypto import Keys
from runtime.database import Scope
from runtime.phrases import Phrases

if TYPE_CHECKING:
    from agent.own import OwnAccount

PROOF_LIFE = timedelta(minutes=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """Everything of one merchant that a turn works with; built once and shared by its turns.

    ``sandbox_only``: no vendor is connected, so that even a preview may write.
    """

    merchant: Merchant
    connections: Connections
    knowledge: Knowledge
    calendar: ShopCalendar
    policy: ReturnPolicy | None
    has_content: bool
    sandbox_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolbox:
    """What all merchants share."""

    clock: Clock
    keys: Keys
    phrases: Phrases
    understanding: Understanding
    wording: Wording
    mentions: Mentions
    base_url: str
    model: Model | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """A message of the shopper: words or a picked option."""

    id: MessageId
    text: str = ""
    choice: str | None = None


@dataclass(slots=True, kw_only=True)
class Effects:
    """What the turn wants committed; each write runs in the turn's one transaction."""

    writes: list[Callable[[Connection], None]] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    handover: HandedOver | None = None


@dataclass(slots=True, kw_only=True)
class Turn:
    """The context of the graph for one turn; nothing in it is saved.

    ``allowance`` is None without a model; ``settled`` when nothing in the messages needed one; ``show`` takes drafts.
    """

    id: TurnId
    shop: Shop
    tools: Toolbox
    records: Scope
    conversation: Conversation
    messages: tuple[Inbound, ...]
    links: TurnLinks
    customer: Customer | None
    trace: Trace = field(default_factory=Trace)
    effects: Effects = field(default_factory=Effects)
    evidence: list[Block] = field(default_factory=list)
    steps: int = 0
    ran: list[str] = field(default_factory=list)
    allowance: Allowance | None = None
    settled: bool = False
    show: Show = field(default=lambda _: None)
    signing_in: bool = False
    handover_reason: HandoverReason | None = None
    proved: CustomerId | None = None
    own: "OwnAccount | None" = None

    @property
    def purpose(self) -> str:
        """What a one-time code of this conversation is bound to."""
        return f"conversation:{self.conversation.id}"

    @property
    def may_write(self) -> bool:
        """A preview changes nothing in a real shop, and opens no door to a shopper's pages there."""
        return self.shop.sandbox_only or not self.conversation.is_preview
