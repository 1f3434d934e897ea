"""A signed-in customer's own records: each read is checked in code, and what is somebody else's is not there."""

from typing import Any

from fastapi import Request, Response

from agent.turn import Shop
from domain.claims import Claim
from domain.errors import NotAllowed
from domain.ids import CustomerId, MerchantId, OrderId
from domain.incidents import Incident
from domain.orders import Order
from domain.pages import Page
from domain.parcels import Parcel
from domain.returns import Return
from web.pages.border import HubClosed, SignInFirst, install_of, speak
from web.pages.hub.sessions import hub_path, signed_in
from web.pages.showing import show
from web.pages.speaking import Speaker


class Account:
    """One customer at one shop. Reads raise VendorProblem, and NotAllowed when the record is not theirs."""

    def __init__(self, shop: Shop, customer: CustomerId, say: Speaker) -> None:
        self.shop = shop
        self.customer = customer
        self.say = say
        self._ports = shop.connections

    @property
    def home(self) -> str:
        return hub_path(self.shop.merchant.id)

    def show(self, request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
        known = {"shop": self.shop.merchant, "home": self.home}
        return show(request, template, self.say, status=status, **known, **values)

    async def list_orders(self, cursor: str | None = None) -> Page[Order]:
        if self._ports.orders is None:
            return Page(items=())
        page = await self._ports.orders.list_orders(self.customer, cursor=cursor)
        return page.where(lambda order: order.owned_by(self.customer))

    async def get_order(self, order: str) -> Order:
        found = await self._find_order(order)
        if found is None:
            raise NotAllowed("no such order")
        return found

    async def list_parcels(self, order: Order) -> tuple[Parcel, ...]:
        return await self._ports.tracking.list_parcels(order.id) if self._ports.tracking else ()

    async def list_returns(self, order: Order) -> tuple[Return, ...]:
        return await self._ports.returns.list_returns(order.id) if self._ports.returns else ()

    async def get_return(self, wanted: str) -> tuple[Return, Order]:
        """Providers list returns by order, so the customer's orders are gone through, newest first."""
        cursor: str | None = None
        while True:
            page = await self.list_orders(cursor)
            for order in page.items:
                for made in await self.list_returns(order):
                    if made.id == wanted:
                        return made, order
            if page.cursor is None:
                raise NotAllowed("no such return")
            cursor = page.cursor

    async def list_claims(self) -> tuple[Claim, ...]:
        found = await self._ports.claims.list_claims(self.customer) if self._ports.claims else ()
        return tuple(claim for claim in found if claim.customer == self.customer)

    async def get_claim(self, wanted: str) -> tuple[Claim, Order | None]:
        for claim in await self.list_claims():
            if claim.id == wanted:
                return claim, await self._find_order(claim.order)
        raise NotAllowed("no such claim")

    async def list_incidents(self) -> tuple[Incident, ...]:
        found = await self._ports.incidents.list_incidents(self.customer) if self._ports.incidents else ()
        return tuple(incident for incident in found if incident.customer == self.customer)

    async def get_incident(self, wanted: str) -> tuple[Incident, Order | None]:
        for incident in await self.list_incidents():
            if incident.id == wanted:
                return incident, await self._find_order(incident.order)
        raise NotAllowed("no such incident")

    async def _find_order(self, order: str) -> Order | None:
        if self._ports.orders is None:
            return None
        found = await self._ports.orders.find_order(OrderId(order))
        return found if found and found.owned_by(self.customer) else None


async def open_hub(request: Request, merchant: str) -> tuple[Shop, Speaker]:
    """The shop whose hub it is; raises NotAllowed for none, HubClosed when the merchant has switched it off."""
    shop = await install_of(request).shops.get_shop(MerchantId(merchant))
    if not shop.merchant.hub_on:
        raise HubClosed("the hub is switched off")
    return shop, speak(request, shop)


async def open_account(request: Request, merchant: str) -> Account:
    """Raises SignInFirst when nobody is signed in."""
    shop, say = await open_hub(request, merchant)
    customer = await signed_in(request, shop.merchant.id)
    if customer is None:
        raise SignInFirst(f"{hub_path(shop.merchant.id)}/sign-in", request.url.path)
    return Account(shop, customer, say)
