"""What a merchant's connectors offer together: one port per noun, None where no vendor serves it."""

from dataclasses import dataclass

from domain.catalogue import Catalogue
from domain.claims import Claims
from domain.customers import Customers
from domain.incidents import Incidents
from domain.orders import Orders
from domain.parcels import Tracking
from domain.returns import Returns


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    orders: Orders | None = None
    customers: Customers | None = None
    catalogue: Catalogue | None = None
    returns: Returns | None = None
    tracking: Tracking | None = None
    claims: Claims | None = None
    incidents: Incidents | None = None
