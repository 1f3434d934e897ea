"""Orders, customers, products and parcels of a Shopify shop, as our ports. What was found is compared again here."""

from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from domain import catalogue, customers
from domain.errors import VendorRefused, VendorUnreadable
from domain.ids import CustomerId, OrderId, ProductId
from domain.orders import Order
from domain.pages import Page
from domain.parcels import Parcel
from hub_connectors.shopify import queries, wire
from hub_connectors.shopify.client import ShopifyClient, quote_term, read
from hub_connectors.shopify.completing import complete_all, find_whole
from hub_connectors.shopify.mapping import Words, make_gid, map_customer, map_order, map_product
from hub_connectors.shopify.parcels import map_parcels

_PAGE = 50
_MOST_VARIANTS = 2048
"""As many as Shopify lets a product have."""


class ShopifyOrders:
    """``listed`` hears of each list that came to its end: orders older than 60 days may be hidden from the token."""

    def __init__(self, client: ShopifyClient, words: Words, listed: Callable[[], Awaitable[None]]) -> None:
        self._client = client
        self._words = words
        self._listed = listed

    async def list_orders(self, customer: CustomerId, *, cursor: str | None = None) -> Page[Order]:
        gid = make_gid("Customer", customer)
        if gid is None:
            return Page(items=())
        found: list[Order] = []
        while True:
            page = await self._read_page(gid, cursor)
            found += await self._map(page.nodes, gid)
            cursor = page.page_info.end_cursor if page.page_info.has_next_page else None
            if cursor is None or len(found) >= _PAGE:
                break
        if cursor is None:
            await self._listed()
        return Page(items=tuple(found), cursor=cursor)

    async def find_order(self, order: OrderId) -> Order | None:
        gid = make_gid("Order", order)
        found = await find_whole(self._client, gid) if gid else None
        return map_order(found, self._words) if found else None

    async def _read_page(self, gid: str, cursor: str | None) -> wire.Nodes[wire.Order]:
        found = (await self._client.ask("orders", queries.ORDERS, customer=gid, after=cursor)).get("customer")
        return read(wire.Nodes[wire.Order], found["orders"]) if found else wire.Nodes[wire.Order]()

    async def _map(self, orders: list[wire.Order], gid: str) -> list[Order]:
        own = [each for each in orders if each.customer is not None and each.customer.id == gid]
        return [map_order(each, self._words) for each in await complete_all(self._client, own)]


class ShopifyCustomers:
    def __init__(self, client: ShopifyClient, words: Words) -> None:
        self._client = client
        self._words = words

    async def find_by_email(self, email: str) -> customers.Customer | None:
        wanted = email.strip()
        found = await self._known_by(emailAddress=wanted) if wanted else None
        return found if found and found.email.casefold() == wanted.casefold() else None

    async def find_by_phone(self, phone: str) -> customers.Customer | None:
        wanted = _digits(phone)
        found = await self._known_by(phoneNumber=phone.strip()) if wanted else None
        return found if found and _digits(found.phone or "") == wanted else None

    async def find_by_order_number(self, number: str) -> customers.Customer | None:
        """Search finds neighbours too (``1001-A`` for ``1001``): the name is compared, with and without its hash."""
        wanted = _plain(number)
        if not wanted:
            return None
        found = await self._client.ask("order.named", queries.ORDER_NAMED, search=f"name:{quote_term(wanted)}")
        orders = read(wire.Nodes[wire.NamedOrder], found.get("orders") or {}).nodes
        owners = {each.customer.id if each.customer else None for each in orders if _plain(each.name) == wanted}
        owner = owners.pop() if len(owners) == 1 else None
        return await self._find(owner) if owner else None

    async def get_customer(self, customer: CustomerId) -> customers.Customer:
        gid = make_gid("Customer", customer)
        found = await self._find(gid) if gid else None
        if found is None:
            raise VendorRefused("no such customer")
        return found

    async def _find(self, gid: str) -> customers.Customer | None:
        return self._map((await self._client.ask("customer", queries.CUSTOMER, id=gid)).get("customer"))

    async def _known_by(self, **identifier: str) -> customers.Customer | None:
        found = await self._client.ask("customer.known_by", queries.CUSTOMER_KNOWN_BY, identifier=identifier)
        return self._map(found.get("customerByIdentifier"))

    def _map(self, found: object) -> customers.Customer | None:
        return map_customer(read(wire.Customer, found), self._words) if found else None


class ShopifyCatalogue:
    def __init__(self, client: ShopifyClient, words: Words) -> None:
        self._client = client
        self._words = words

    async def find_product(self, product: ProductId) -> catalogue.Product | None:
        gid = make_gid("Product", product)
        if gid is None:
            return None
        found = await self._client.ask("product", queries.PRODUCT, id=gid, after=None)
        if not found.get("product"):
            return None
        first = read(wire.Product, found["product"])
        variants, page = list(first.variants.nodes), first.variants.page_info
        while page.has_next_page and len(variants) < _MOST_VARIANTS:
            more = await self._client.ask("product", queries.PRODUCT, id=gid, after=page.end_cursor)
            rest = read(wire.Product, more["product"]).variants
            variants, page = variants + rest.nodes, rest.page_info
        whole = first.model_copy(update={"variants": wire.Nodes[wire.Variant](nodes=variants)})
        return map_product(whole, _currency(found), self._words)


class ShopifyTracking:
    def __init__(self, client: ShopifyClient, zone: Callable[[], ZoneInfo]) -> None:
        self._client = client
        self._zone = zone

    async def list_parcels(self, order: OrderId) -> tuple[Parcel, ...]:
        gid = make_gid("Order", order)
        found = (await self._client.ask("parcels", queries.PARCELS, id=gid)).get("order") if gid else None
        if not found:
            return ()
        fulfillments = [read(wire.Fulfillment, each) for each in found.get("fulfillments") or []]
        return map_parcels(order, fulfillments, self._zone())


def _currency(found: dict[str, object]) -> str:
    shop = found.get("shop")
    code = shop.get("currencyCode") if isinstance(shop, dict) else None
    if not isinstance(code, str):
        raise VendorUnreadable("shopify did not name the shop's currency")
    return code


def _plain(number: str) -> str:
    return number.strip().lstrip("#").strip().casefold()


def _digits(phone: str) -> str:
    return "".join(each for each in phone if each.isdigit())
