"""What a skill is: a folder that serves some intents, declares what it needs and touches, and runs on ports alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from domain.catalogue import Catalogue
from domain.claims import Claim
from domain.clock import ShopCalendar
from domain.commands import Slot
from domain.customers import Customer
from domain.ids import OrderId
from domain.incidents import Incident
from domain.intents import Intent
from domain.knowledge import Knowledge
from domain.languages import Language
from domain.links import Links
from domain.mentions import Mentions
from domain.orders import Line, Order
from domain.outcomes import Memory, Outcome, Proposal, Write
from domain.parcels import Parcel
from domain.policy.model import ReturnPolicy
from domain.returns import ProviderAnswer, Return


class Effect(StrEnum):
    """The most a skill may do; the agent enforces it."""

    READS = "reads"
    PROPOSES = "proposes"
    COMMITS = "commits"


class Need(StrEnum):
    """What must be in place for a skill to be Active."""

    AGENT = "agent"
    HUB = "hub"
    SIGN_IN = "sign_in"
    ORDERS = "orders"
    RETURNS = "returns"
    TRACKING = "tracking"
    CLAIMS = "claims"
    INCIDENTS = "incidents"
    CONTENT = "content"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The front matter of ``SKILL.md``; ``topic`` is the question asked of knowledge when the skill is unavailable."""

    name: str
    intents: tuple[Intent, ...]
    effect: Effect
    needs: tuple[Need, ...]
    identified: bool
    when: str
    when_not: str
    topic: Mapping[Language, str]


class OwnRecords(Protocol):
    """The shop's records of one verified customer and nobody else; each call reads the proof again.

    Raises NotAllowed when the proof is gone or a thing belongs to somebody else, VendorProblem when the shop
    cannot answer.
    """

    async def list_orders(self) -> tuple[Order, ...]:
        """Newest first, gifts received included."""
        ...

    async def list_parcels(self, order: OrderId) -> tuple[Parcel, ...]: ...

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]: ...

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer: ...

    async def list_claims(self) -> tuple[Claim, ...]: ...

    async def list_incidents(self) -> tuple[Incident, ...]: ...


class OwnWrites(Protocol):
    """Carries out a confirmed write for the verified customer, once, however often it is called for one proposal."""

    async def carry_out(self, write: Write) -> Claim | Incident: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillPorts:
    """All that a skill can reach; ``own`` is None until the shopper is verified."""

    own: OwnRecords | None
    knowledge: Knowledge
    catalogue: Catalogue | None
    policy: ReturnPolicy | None
    links: Links
    mentions: Mentions
    calendar: ShopCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRequest:
    """One step of a skill.

    ``slots`` is all that was given so far in this conversation; ``changed`` what this message gave or corrected;
    ``choice`` the id of a picked option; ``agreed`` True or False after yes or no to the skill's own question;
    ``memory`` what the skill returned last time. ``text`` is the shopper's own wording.
    """

    intent: Intent
    text: str
    language: Language
    customer: Customer | None
    slots: Mapping[Slot, str] = field(default_factory=dict)
    changed: frozenset[Slot] = frozenset()
    choice: str | None = None
    agreed: bool | None = None
    memory: Memory = field(default_factory=dict)


class Skill(Protocol):
    """Skills hold no state of their own."""

    async def run(self, request: SkillRequest, ports: SkillPorts) -> Outcome: ...

    async def commit(self, proposal: Proposal, request: SkillRequest, writes: OwnWrites) -> Outcome:
        """After the shopper's yes; only a skill whose effect is COMMITS is ever asked."""
        ...
