"""Orders and their lines, as a shopper would recognise them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.ids import CustomerId, LineId, OrderId, ProductId, VariantId
from domain.money import Money
from domain.pages import Page


class OrderState(StrEnum):
    """How far an order has come; UNKNOWN is a vendor word that we do not know and never guess."""

    PLACED = "placed"
    SHIPPED = "shipped"
    PARTLY_DELIVERED = "partly_delivered"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One product of an order.

    ``delivered`` is an instant or the carrier's local day, None when not delivered or not known;
    ``delivered_quantity`` tells the two apart. ``paid`` is what was paid for the whole line after discounts.
    ``titles`` and ``variant_titles`` hold names per language code; a product without variants has none of the latter.
    """

    id: LineId
    product: ProductId
    variant: VariantId
    titles: Mapping[str, str]
    variant_titles: Mapping[str, str]
    category: str
    tags: frozenset[str]
    image: str
    quantity: int
    paid: Money
    full_price: Money
    final_sale: bool
    delivered: datetime | date | None
    delivered_quantity: int
    returned_quantity: int

    def title(self, language: str) -> str:
        return self.titles.get(language) or self.titles["en"]

    def variant_title(self, language: str) -> str:
        """Such as ``Blue, M``; empty when there is nothing to tell apart."""
        return self.variant_titles.get(language) or self.variant_titles.get("en", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order; ``number`` is what the shopper sees (``MA-104233``).

    ``customer`` bought it; on a gift ``recipient_customer`` is who got it, when the shop knows them. Both own it, and
    only the buyer is told prices.
    """

    id: OrderId
    number: str
    customer: CustomerId
    placed_at: datetime
    state: OrderState
    lines: tuple[Line, ...]
    total: Money
    gift: bool
    recipient_customer: CustomerId | None
    country: str
    postcode: str
    note: str = ""

    def owned_by(self, customer: CustomerId) -> bool:
        return customer in {self.customer, self.recipient_customer}

    def line(self, line: LineId) -> Line | None:
        return next((each for each in self.lines if each.id == line), None)


class Orders(Protocol):
    """Reads orders of one shop; raises VendorProblem. Whoever calls it answers for ownership: skills never hold it."""

    async def list_orders(self, customer: CustomerId, *, cursor: str | None = None) -> Page[Order]:
        """Newest first, 50 a page."""
        ...

    async def find_order(self, order: OrderId) -> Order | None: ...
