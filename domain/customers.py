"""The shopper as the shop knows them."""

from dataclasses import dataclass
from typing import Protocol

from domain.ids import CustomerId
from domain.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A customer on record; ``email`` and ``phone`` (E.164) are the only addresses a code is ever sent to."""

    id: CustomerId
    name: str
    email: str
    phone: str | None
    language: Language
    country: str


class Customers(Protocol):
    """Looks customers up; raises VendorProblem when the shop cannot answer."""

    async def find_by_email(self, email: str) -> Customer | None:
        """The customer of this exact address, compared without case; None when there is none."""
        ...

    async def find_by_phone(self, phone: str) -> Customer | None:
        """The customer of this number (E.164); None when nobody or more than one customer has it."""
        ...

    async def find_by_order_number(self, number: str) -> Customer | None:
        """The customer who placed this order; used only to send that customer a code."""
        ...

    async def get_customer(self, customer: CustomerId) -> Customer:
        """Raises VendorRefused when the customer does not exist."""
        ...
