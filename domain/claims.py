"""Carrier claims (investigations) as the shopper sees them; the desk that advances them stands elsewhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from domain.ids import ClaimId, CustomerId, OrderId, ParcelId
from domain.money import Money


class ClaimReason(StrEnum):
    """Why the claim was opened; UNKNOWN is a carrier word that we do not know."""

    NOT_DELIVERED = "not_delivered"
    MARKED_DELIVERED = "marked_delivered"
    DAMAGED = "damaged"
    MISSING_CONTENT = "missing_content"
    LATE = "late"
    UNKNOWN = "unknown"


class ClaimState(StrEnum):
    """How far a claim has come."""

    DRAFT = "draft"
    AWAITING_SHOPPER = "awaiting_shopper"
    SUBMITTED = "submitted"
    INVESTIGATING = "investigating"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PAID = "paid"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Piece(StrEnum):
    """A paper or picture that a carrier asks for."""

    PHOTO_PARCEL = "photo_parcel"
    PHOTO_CONTENT = "photo_content"
    NON_RECEIPT_STATEMENT = "non_receipt_statement"
    INVOICE = "invoice"
    ID_COPY = "id_copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim; ``missing`` is what the shopper still owes, ``answer_due`` the carrier's day when it is known."""

    id: ClaimId
    number: str
    customer: CustomerId
    order: OrderId
    parcel: ParcelId
    carrier: str
    reason: ClaimReason
    state: ClaimState
    opened: date
    answer_due: date | None
    missing: tuple[Piece, ...]
    provided: tuple[Piece, ...]
    amount: Money | None
    compensation: Money | None


class Claims(Protocol):
    """Reads a shopper's claims and records a missing piece; raises VendorProblem."""

    async def list_claims(self, customer: CustomerId) -> tuple[Claim, ...]:
        """Newest first, drafts left out."""
        ...

    async def record_statement(self, claim: ClaimId, *, text: str, key: str) -> Claim:
        """Adds the shopper's statement of non-receipt; the same ``key`` twice is one; raises Conflict when closed."""
        ...
