"""The hub's own addresses, for blocks that are shown inside it: no door is needed where one already stands."""

from domain.ids import ClaimId, IncidentId, MerchantId, OrderId, ReturnId
from domain.links import HubPage
from domain.returns import Resolution, ReturnedLine
from web.pages.hub.sessions import hub_path

_PLACES = {
    HubPage.ORDER: "orders",
    HubPage.RETURN: "returns",
    HubPage.PARCEL: "parcels",
    HubPage.CLAIM: "claims",
    HubPage.INCIDENT: "incidents",
}


class HubLinks:
    """Implements ``domain.links.Links``."""

    def __init__(self, merchant: MerchantId) -> None:
        self._home = hub_path(merchant)

    def portal(
        self, order: OrderId, *, lines: tuple[ReturnedLine, ...] = (), resolution: Resolution | None = None
    ) -> str:
        """The order's page, where the portal is opened from."""
        return self.hub(HubPage.ORDER, order)

    def hub(self, page: HubPage, target: OrderId | ReturnId | ClaimId | IncidentId | None = None) -> str:
        place = _PLACES.get(page)
        return f"{self._home}/{place}/{target}" if place and target else self._home
