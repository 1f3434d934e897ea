"""AfterShip Returns as the Returns port of one merchant."""

import asyncio
from collections.abc import Mapping

from sqlalchemy.engine import Connection

from domain.connections import Connections
from domain.errors import VendorProblem, VendorUnreadable
from domain.ids import OrderId
from domain.orders import Line, Order
from domain.returns import Authority, PortalVisit, ProviderAnswer, Return
from hub_connectors.aftership import AfterShip
from hub_connectors.aftership_returns import webhooks
from hub_connectors.aftership_returns.client import ReturnsClient, Window
from hub_connectors.aftership_returns.index import forget_return, list_return_ids
from hub_connectors.aftership_returns.listing import Listing
from hub_connectors.aftership_returns.mapping import is_web, map_return
from hub_connectors.aftership_returns.settings import ReturnsSettings
from hub_connectors.aftership_returns.wire import WireReturn
from hub_connectors.offering import Delivered, Opening

_NO_WORD = ProviderAnswer(authority=Authority.NONE, eligible=None)


class AfterShipReturns:
    """Implements ``domain.returns.Returns``."""

    def __init__(self, client: ReturnsClient, listing: Listing, opening: Opening) -> None:
        self._client = client
        self._listing = listing
        self._merchant = opening.merchant
        self._rows = opening.database.merchant(opening.merchant)
        self._zone = opening.calendar.zone
        self._find_customer = opening.find_customer

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        await self._listing.catch_up()
        ids = await self._rows.look_up(lambda c: list_return_ids(c, self._merchant, order))
        found = await asyncio.gather(*(self._find(each) for each in ids))
        own = [wire for wire in found if wire and wire.order and wire.order.external_id == order]
        returns = [map_return(wire, order, self._zone) for wire in own]
        return tuple(sorted(returns, key=lambda each: (each.created, each.id), reverse=True))

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        """AfterShip has no call for it: the shop's own policy decides, and the returns page has the last word."""
        return _NO_WORD

    async def portal_url(self, visit: PortalVisit) -> str:
        """Lines and resolution cannot be handed over. A gift's recipient gets a page that is not opened yet."""
        number = visit.order.number.removeprefix("#")
        if visit.by_recipient:
            url = await self._client.make_link(number)
        else:
            email = await self._email(visit.order)
            url = await self._client.make_link(number, postal_code=visit.order.postcode, email=email)
        if not is_web(url):
            raise VendorUnreadable("aftership_returns: the link is no address")
        return url

    async def _email(self, order: Order) -> str:
        """The page asks for it beside the number; empty when the shop cannot be asked, and the shopper types it."""
        if self._find_customer is None:
            return ""
        try:
            return (await self._find_customer(order.customer)).email
        except VendorProblem:
            return ""

    async def _find(self, return_id: str) -> WireReturn | None:
        """None when it is gone, which is remembered."""
        found = await self._client.find_return(return_id)
        if found is None:
            await self._rows.write(lambda c: forget_return(c, self._merchant, return_id))
        return found


class ReturnsConnector:
    """Implements ``hub_connectors.offering.Connector``."""

    def __init__(self, settings: ReturnsSettings, opening: Opening) -> None:
        self._settings = settings
        self._merchant = opening.merchant
        self._client = ReturnsClient(AfterShip("aftership_returns", settings, opening), settings.version)
        self._returns = AfterShipReturns(self._client, Listing(self._client, settings, opening), opening)

    def connections(self) -> Connections:
        return Connections(returns=self._returns)

    async def check(self) -> None:
        await self._client.list_page(Window(), limit=1)

    def read_webhook(self, raw: bytes, headers: Mapping[str, str]) -> Delivered:
        return webhooks.read_webhook(raw, headers, self._settings)

    def apply_webhook(self, connection: Connection, delivered: Delivered) -> None:
        webhooks.apply_webhook(connection, self._merchant, delivered)


def open_returns(opening: Opening) -> ReturnsConnector:
    settings = opening.settings
    if not isinstance(settings, ReturnsSettings):
        raise TypeError("not the settings of AfterShip Returns")
    return ReturnsConnector(settings, opening)
