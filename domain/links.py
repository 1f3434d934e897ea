"""The only builder of addresses that reach a shopper: short, signed, expiring, single-purpose."""

from enum import StrEnum
from typing import Protocol

from domain.ids import ClaimId, IncidentId, OrderId, ReturnId
from domain.returns import Resolution, ReturnedLine


class HubPage(StrEnum):
    """The shopper's own pages that a link can open."""

    HOME = "home"
    ORDER = "order"
    RETURN = "return"
    PARCEL = "parcel"
    CLAIM = "claim"
    INCIDENT = "incident"


class Links(Protocol):
    """Makes links for the customer of this turn; each passes through the hub's door, which knows the customer."""

    def portal(
        self, order: OrderId, *, lines: tuple[ReturnedLine, ...] = (), resolution: Resolution | None = None
    ) -> str:
        """Opens the returns portal with the order and lines chosen."""
        ...

    def hub(self, page: HubPage, target: OrderId | ReturnId | ClaimId | IncidentId | None = None) -> str:
        """Opens one of the shopper's own pages."""
        ...
