"""Misbehaviour on demand: failing and slow calls, and a provider that only advises. Kept in memory, per process."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from domain.errors import AppError, CredentialsRejected, VendorRefused, VendorUnavailable, VendorUnreadable


class Port(StrEnum):
    """The ports that can be made to fail."""

    ORDERS = "orders"
    CUSTOMERS = "customers"
    CATALOGUE = "catalogue"
    RETURNS = "returns"
    TRACKING = "tracking"
    CLAIMS = "claims"
    INCIDENTS = "incidents"


class Failure(StrEnum):
    """What a failing call raises."""

    UNAVAILABLE = "unavailable"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    CREDENTIALS = "credentials"


_RAISES: dict[Failure, Callable[[], AppError]] = {
    Failure.UNAVAILABLE: lambda: VendorUnavailable("the demo shop was told to be unavailable", retry_after=2.0),
    Failure.REFUSED: lambda: VendorRefused("the demo shop was told to refuse"),
    Failure.UNREADABLE: lambda: VendorUnreadable("the demo shop was told to answer nonsense"),
    Failure.CREDENTIALS: lambda: CredentialsRejected("the demo shop was told to reject the credentials"),
}


@dataclass(slots=True)
class Faults:
    """``failing`` counts down the calls that will fail per port; ``delay_ms`` slows every call."""

    failing: dict[Port, tuple[int, Failure]] = field(default_factory=dict)
    delay_ms: int = 0
    advisory: bool = False

    def fail_next(self, port: Port, calls: int, failure: Failure = Failure.UNAVAILABLE) -> None:
        self.failing[port] = (calls, failure)

    def clear(self) -> None:
        self.failing.clear()
        self.delay_ms = 0
        self.advisory = False

    async def pass_through(self, port: Port) -> None:
        """Waits, then raises when this call is to fail."""
        if self.delay_ms:
            await asyncio.sleep(self.delay_ms / 1000)
        calls, failure = self.failing.get(port, (0, Failure.UNAVAILABLE))
        if calls <= 0:
            return
        self.failing[port] = (calls - 1, failure)
        raise _RAISES[failure]()
