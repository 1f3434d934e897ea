"""What a skill's step came to; decisions first, words later."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from domain.blocks import Block
from domain.ids import ClaimId, IncidentId
from domain.incidents import ChosenWay
from domain.policy.decision import Receipt


class Missing(StrEnum):
    """What a skill waits for; on IDENTITY the guard signs the shopper in and runs the skill again."""

    IDENTITY = "identity"
    ORDER = "order"
    LINES = "lines"
    RESOLUTION = "resolution"
    VARIANT = "variant"
    INCIDENT = "incident"
    CHOICE = "choice"
    DAY = "day"
    ADDRESS = "address"
    CLAIM = "claim"
    STATEMENT = "statement"
    TOPIC = "topic"


class HandoverReason(StrEnum):
    """Why a person takes over."""

    ASKED = "asked"
    NOT_UNDERSTOOD = "not_understood"
    IDENTITY_FAILED = "identity_failed"
    NOT_POSSIBLE_HERE = "not_possible_here"
    VENDOR_FAILING = "vendor_failing"
    PROVIDER_DISAGREES = "provider_disagrees"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseIncidentWay:
    incident: IncidentId
    way: ChosenWay
    kind: Literal["choose_incident_way"] = "choose_incident_way"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddClaimStatement:
    claim: ClaimId
    text: str
    kind: Literal["add_claim_statement"] = "add_claim_statement"


Write = ChooseIncidentWay | AddClaimStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A write that the shopper sees read back and must confirm; ``made`` is the shop's day it was shown."""

    id: str
    write: Write
    made: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the person who takes over gets: nothing in it has to be asked again.

    ``summary_by`` is the engine that wrote the summary, ``embedded`` or ``model``, for the person to see.
    """

    summary: str
    facts: Mapping[str, str]
    tries: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    summary_by: str = "embedded"


Memory = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Said what was asked; ``stays`` keeps the skill open for a follow-up (another line, "and why?")."""

    blocks: tuple[Block, ...]
    memory: Memory = field(default_factory=dict)
    stays: bool = False
    receipts: tuple[Receipt, ...] = ()
    kind: Literal["answered"] = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Needs something first; ``blocks`` hold the question, except for IDENTITY, where the guard asks."""

    missing: Missing
    blocks: tuple[Block, ...]
    memory: Memory = field(default_factory=dict)
    kind: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Reads a write back and waits for a yes."""

    proposal: Proposal
    blocks: tuple[Block, ...]
    memory: Memory = field(default_factory=dict)
    kind: Literal["proposed"] = "proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A rule says no; names the rule, the date and what is still possible."""

    rule: str
    receipt: Receipt
    blocks: tuple[Block, ...]
    memory: Memory = field(default_factory=dict)
    kind: Literal["refused"] = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    reason: HandoverReason
    brief: Brief
    blocks: tuple[Block, ...]
    kind: Literal["handed_over"] = "handed_over"


Outcome = Answered | Asked | Proposed | Refused | HandedOver
