"""Who is speaking, and how sure we are."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from domain.ids import CustomerId


class Level(IntEnum):
    """ANONYMOUS < CLAIMED (an address or order number was given) < VERIFIED (possession shown)."""

    ANONYMOUS = 0
    CLAIMED = 1
    VERIFIED = 2


class ProofMeans(StrEnum):
    """How possession was shown."""

    ONE_TIME_CODE = "one_time_code"
    HUB_SESSION = "hub_session"
    MERCHANT_SIGNED = "merchant_signed"
    DEMO = "demo"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That this conversation speaks for this customer until ``expires``; read again from the database at each use."""

    customer: CustomerId
    means: ProofMeans
    expires: datetime


class CodeResult(StrEnum):
    """What became of a code that was typed."""

    ACCEPTED = "accepted"
    WRONG = "wrong"
    EXPIRED = "expired"
    SPENT = "spent"
