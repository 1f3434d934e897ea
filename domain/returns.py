"""Returns as the returns provider keeps them, and the provider's word on what may come back."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.ids import LineId, OrderId, ReturnId, VariantId
from domain.money import Money
from domain.orders import Line, Order


class Resolution(StrEnum):
    """What the shopper gets for a return."""

    REFUND = "refund"
    EXCHANGE = "exchange"
    STORE_CREDIT = "store_credit"


class ReturnState(StrEnum):
    """How far a return has come; UNKNOWN is a vendor word that we do not know."""

    REQUESTED = "requested"
    APPROVED = "approved"
    IN_TRANSIT = "in_transit"
    RECEIVED = "received"
    REFUNDED = "refunded"
    REJECTED = "rejected"
    EXPIRED = "expired"
    EXCHANGED = "exchanged"
    STORE_CREDITED = "store_credited"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"

    @property
    def open(self) -> bool:
        return self in {self.REQUESTED, self.APPROVED, self.IN_TRANSIT, self.RECEIVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money that left, or is due; each field is None when the provider does not say."""

    amount: Money | None
    means: str | None
    issued: date | None
    expected_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedLine:
    """Which line, how many pieces, and the wanted variant when it is an exchange."""

    line: LineId
    quantity: int
    exchange_for: VariantId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One return; ``number`` is the RMA that the shopper sees; ``reason`` is why it was rejected, if it was."""

    id: ReturnId
    number: str
    order: OrderId
    state: ReturnState
    resolution: Resolution
    lines: tuple[ReturnedLine, ...]
    created: datetime
    updated: datetime
    refund: Refund | None
    send_by: date | None
    label_url: str | None
    tracking_number: str | None
    reason: str | None = None


class Authority(StrEnum):
    """How far the provider's answer on eligibility may be trusted: an advisory one alone never refuses."""

    BINDING = "binding"
    ADVISORY = "advisory"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderAnswer:
    """The returns provider on one line: ``eligible`` None means it does not know; ``code`` is its own word."""

    authority: Authority
    eligible: bool | None
    code: str = ""
    resolutions: frozenset[Resolution] = frozenset()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalVisit:
    """What a deep link into the returns portal opens with.

    ``by_recipient``: somebody opens it who got the order as a gift, and is shown neither prices nor a refund.
    """

    order: Order
    lines: tuple[ReturnedLine, ...]
    resolution: Resolution | None
    by_recipient: bool = False


class Returns(Protocol):
    """Reads returns and opens the provider's portal; the return itself is made there, never here."""

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        """Newest first; raises VendorProblem."""
        ...

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        """What the provider says of this line; raises VendorProblem when it cannot be asked."""
        ...

    async def portal_url(self, visit: PortalVisit) -> str:
        """The address of the portal with the order and lines chosen; never shown raw, our short link leads to it."""
        ...
