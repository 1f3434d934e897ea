"""Shopify's own returns and refunds as the Returns port: read only, and with a portal only where the shop has one."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from domain.errors import VendorRefused, VendorUnreadable
from domain.ids import LineId, OrderId
from domain.orders import Line, Order
from domain.returns import Authority, PortalVisit, ProviderAnswer, Return
from hub_connectors.shopify import queries, wire
from hub_connectors.shopify.client import ShopifyClient, read
from hub_connectors.shopify.givebacks import map_givebacks
from hub_connectors.shopify.mapping import make_gid, read_gid
from hub_connectors.shopify.settings import is_safe_address

NO_PORTAL = "no_returns_portal"
_FRESH_SECONDS = 2.0
_KEPT = 64
_MOST_PAGES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Returnable:
    """Pieces that may come back by line; not ``whole`` when there is more than was read."""

    counted: Mapping[LineId, int]
    whole: bool


class ShopifyReturns:
    """``self_serve``: the merchant lets shoppers ask for returns on the order status page."""

    def __init__(self, client: ShopifyClient, zone: Callable[[], ZoneInfo], *, self_serve: bool) -> None:
        self._client = client
        self._zone = zone
        self._self_serve = self_serve
        self._returnable: OrderedDict[OrderId, tuple[float, _Returnable]] = OrderedDict()

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        gid = make_gid("Order", order)
        found = (await self._client.ask("returns", queries.RETURNS, id=gid)).get("order") if gid else None
        return map_givebacks(order, read(wire.Givebacks, found), self._zone()) if found else ()

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        """Shopify lists what was sent and is not back; it knows nothing here of windows or exclusions."""
        returnable = await self._list_returnable(order.id)
        left = returnable.counted.get(line.id, 0)
        if not left and not returnable.whole:
            return ProviderAnswer(authority=Authority.NONE, eligible=None)
        return ProviderAnswer(
            authority=Authority.ADVISORY, eligible=left > 0, code="RETURNABLE" if left else "NOT_RETURNABLE"
        )

    async def portal_url(self, visit: PortalVisit) -> str:
        """The order status page, for the buyer; raises VendorRefused where that page takes no returns."""
        gid = make_gid("Order", visit.order.id)
        if gid is None or not self._self_serve or visit.by_recipient:
            # The page shows prices, so who was given the order does not get it.
            raise VendorRefused("this shop has no returns portal for them", vendor_code=NO_PORTAL)
        found = (await self._client.ask("status_page", queries.STATUS_PAGE, id=gid)).get("order") or {}
        owner = read_gid(str((found.get("customer") or {}).get("id") or ""))
        if owner != visit.order.customer:
            raise VendorRefused("the order is another customer's", vendor_code=NO_PORTAL)
        address = str(found.get("statusPageUrl") or "")
        if not is_safe_address(address) or urlsplit(address).username:
            raise VendorUnreadable("shopify gave no address of the order's page")
        return address

    async def _list_returnable(self, order: OrderId) -> _Returnable:
        """One question for all lines of an order: a turn asks for each of them."""
        kept = self._returnable.get(order)
        if kept is not None and monotonic() - kept[0] <= _FRESH_SECONDS:
            return kept[1]
        found = await self._read_returnable(order)
        self._returnable[order] = monotonic(), found
        self._returnable.move_to_end(order)
        while len(self._returnable) > _KEPT:
            self._returnable.popitem(last=False)
        return found

    async def _read_returnable(self, order: OrderId) -> _Returnable:
        gid = make_gid("Order", order)
        counted: dict[LineId, int] = {}
        after: str | None = None
        whole = True
        for _ in range(_MOST_PAGES):
            if gid is None:
                break
            found = await self._client.ask("returnable", queries.RETURNABLE, id=gid, after=after)
            page = read(wire.Nodes[wire.ReturnableLines], found.get("returnableFulfillments") or {})
            for each in page.nodes:
                whole = whole and not each.returnable_fulfillment_line_items.page_info.has_next_page
                for part in each.returnable_fulfillment_line_items.nodes:
                    line = LineId(read_gid(part.fulfillment_line_item.line_item.id))
                    counted[line] = counted.get(line, 0) + part.quantity
            if not page.page_info.has_next_page:
                return _Returnable(counted=counted, whole=whole)
            after = page.page_info.end_cursor
        return _Returnable(counted=counted, whole=False)
