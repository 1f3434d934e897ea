"""What a vendor folder offers to the registry, and what it is given when a merchant's connection is opened."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import httpx
from pydantic import BaseModel
from sqlalchemy.engine import Connection

from domain.clock import Clock, ShopCalendar
from domain.connections import Connections
from domain.customers import Customer
from domain.ids import CustomerId, MerchantId
from domain.languages import Language
from runtime.database import Database
from runtime.http import Observe


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One merchant's connection about to be opened; ``settings`` is an instance of the offering's own settings.

    ``find_customer`` asks the shop's own customer records, whichever vendor serves them, for a vendor that has shoppers
    prove themselves by e-mail or phone; it raises VendorProblem.
    """

    merchant: MerchantId
    settings: BaseModel
    database: Database
    clock: Clock
    calendar: ShopCalendar
    language: Language
    client: httpx.AsyncClient
    observe: Observe | None = None
    find_customer: Callable[[CustomerId], Awaitable[Customer]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A webhook whose signature held: ``event`` is the vendor's own id of it, the same one however often repeated."""

    event: str
    topic: str
    body: Any


class Connector(Protocol):
    """A vendor as one merchant has it."""

    def connections(self) -> Connections:
        """The ports that this vendor serves; None where it does not."""
        ...

    async def check(self) -> None:
        """One harmless call with these credentials; raises CredentialsRejected or VendorProblem."""
        ...

    def read_webhook(self, raw: bytes, headers: Mapping[str, str]) -> Delivered:
        """Verifies over the raw body; header names are lower case. Raises SignatureInvalid or PayloadUnrecognised."""
        ...

    def apply_webhook(self, connection: Connection, delivered: Delivered) -> None:
        """What the event changes in our own tables, in the transaction that notes it; older news change nothing."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """``serves`` are fields of ``Connections``; ``settings`` is what the merchant fills in, secrets as SecretStr."""

    name: str
    title: str
    serves: frozenset[str]
    settings: type[BaseModel]
    open: Callable[[Opening], Connector]
