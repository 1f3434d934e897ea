"""The demo shop as a vendor: the ports of one merchant, its portal and its controls."""

from datetime import date

from domain.connections import Connections
from domain.ids import MerchantId
from domain.parcels import Parcel
from hub_connectors.sandbox.access import Access
from hub_connectors.sandbox.calendar import SandboxCalendar
from hub_connectors.sandbox.catalogue import SandboxCatalogue
from hub_connectors.sandbox.claims import SandboxClaims
from hub_connectors.sandbox.controls import Controls
from hub_connectors.sandbox.customers import SandboxCustomers
from hub_connectors.sandbox.faults import Faults
from hub_connectors.sandbox.incidents import SandboxIncidents
from hub_connectors.sandbox.orders import SandboxOrders
from hub_connectors.sandbox.portal import Portal
from hub_connectors.sandbox.returns import SandboxReturns
from hub_connectors.sandbox.seed import seed_shop
from hub_connectors.sandbox.tracking import SandboxTracking, find_parcel
from runtime.database import Database

MERCHANT = MerchantId("maison-alder")


class SandboxStore:
    """One merchant's demo shop; seed it once before the first read."""

    def __init__(self, database: Database, merchant: MerchantId, calendar: SandboxCalendar) -> None:
        self._access = Access(database, merchant, calendar, Faults())
        self.calendar = calendar
        self.portal = Portal(self._access)
        self.controls = Controls(self._access)

    async def seed(self, anchor: date | None = None) -> date:
        """Makes the shop around the anchor (today when not given) unless it stands; the anchor that holds."""
        day = anchor or self.calendar.today()
        return await self._access.change(lambda shelf, _: seed_shop(shelf.connection, shelf.merchant, day))

    async def find_parcel(self, tracking_number: str) -> Parcel | None:
        """For the page that stands in for the carriers' own tracking pages."""
        return await find_parcel(self._access, tracking_number)

    def connections(self) -> Connections:
        return Connections(
            orders=SandboxOrders(self._access),
            customers=SandboxCustomers(self._access),
            catalogue=SandboxCatalogue(self._access),
            returns=SandboxReturns(self._access, self.portal),
            tracking=SandboxTracking(self._access),
            claims=SandboxClaims(self._access),
            incidents=SandboxIncidents(self._access),
        )
