"""One shop behind the Admin API: everything of a world as nodes, and what a token may see of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from domain.customers import Customer
from domain.ids import LineId, OrderId
from domain.orders import Order, OrderState
from tests.standins.shopify.givebacks import make_refund, make_return
from tests.standins.shopify.searching import find_orders
from tests.standins.shopify.shelves import Node, connect, gid, listed, page, refuse
from tests.standins.shopify.stories import (
    display_status,
    head_of,
    make_fulfillment,
    make_line,
    make_mailed,
    make_product,
    split,
)
from tests.standins.world import World

SHOP = "maison-alder.myshopify.com"
SCOPES = frozenset({"read_orders", "read_all_orders", "read_customers", "read_products", "read_returns"})
_RECENT = timedelta(days=60)


class Shop:
    """Built once from a world; ``scopes`` may be changed while it runs, and so may the nodes."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.scopes = SCOPES
        self.subscriptions: list[Node] = []
        self.products = {each["id"]: each for each in map(make_product, world.products.values())}
        self.customers = {each["id"]: each for each in map(self._make_customer, world.customers)}
        self.orders: dict[str, Node] = {}
        for order in reversed(world.orders):
            node = self._make_order(order)
            self.orders[node["id"]] = node

    def order(self, order: OrderId) -> Node:
        return self.orders[gid("Order", order)]

    def _guarded(self, scope: str, value: Any) -> Callable[..., Any]:
        """Access is checked where a field is read, as Shopify does."""

        def resolve(info: Any, **given: Any) -> Any:
            self.need(scope, info.field_name)
            return value(info, **given) if callable(value) else value

        return resolve

    def need(self, scope: str, field: str) -> None:
        if scope not in self.scopes:
            raise refuse(f"Access denied for {field} field. Required access: `{scope}` access scope.", "ACCESS_DENIED")

    def visible(self, order: Node) -> bool:
        """Without a further scope a token sees the last 60 days."""
        return "read_all_orders" in self.scopes or order["_placed"] > self.world.now - _RECENT

    def list_orders(self) -> list[Node]:
        return [each for each in self.orders.values() if self.visible(each)]

    def _make_customer(self, customer: Customer) -> Node:
        own = gid("Customer", customer.id)

        def orders(_info: Any, first: int | None = None, after: str | None = None, **rest: Any) -> Node:
            self.need("read_orders", "orders")
            found = [each for each in self.list_orders() if each["_customer"] == own]
            return page(found, first=first, after=after, reverse=bool(rest.get("reverse")))

        first, _, last = customer.name.partition(" ")
        return {
            "id": own,
            "displayName": customer.name,
            "firstName": first,
            "lastName": last,
            "locale": customer.language.value,
            "verifiedEmail": True,
            "email": customer.email,
            "phone": customer.phone,
            "defaultEmailAddress": {"emailAddress": customer.email, "validFormat": True} if customer.email else None,
            "defaultPhoneNumber": {"phoneNumber": customer.phone} if customer.phone else None,
            "defaultAddress": {"id": gid("MailingAddress", customer.id), "countryCodeV2": customer.country},
            "orders": orders,
        }

    def _make_order(self, order: Order) -> Node:
        parcels = self.world.parcels[order.id]
        shares = split(order, parcels)
        unfulfilled = {line.id: line.quantity - sum(share.get(line.id, 0) for share in shares) for line in order.lines}
        mailed = [
            line
            for line in order.lines
            if unfulfilled[line.id] and line.delivered_quantity and not _held(line.id, shares)
        ]
        unfulfilled |= {line.id: 0 for line in mailed}
        if order.state is OrderState.CANCELLED:
            unfulfilled = dict.fromkeys(unfulfilled, 0)
        lines = {
            str(line.id): make_line(line, self._product_of(line.product), unfulfilled=unfulfilled[line.id])
            for line in order.lines
        }
        for node in lines.values():
            node["product"] = self._guarded("read_products", node["product"])
        fulfillments = [make_fulfillment(*each, lines) for each in zip(parcels, shares, strict=True)]
        fulfillments += [make_mailed(line, lines[line.id]) for line in mailed]
        return self._join(order, lines, fulfillments, unfulfilled)

    def _product_of(self, product: str) -> Node:
        return self.products[gid("Product", product)]

    def _join(
        self, order: Order, lines: dict[str, Node], fulfillments: list[Node], unfulfilled: dict[LineId, int]
    ) -> Node:
        returns = self.world.returns[order.id]
        returned = {made.id: make_return(made, lines) for made in reversed(returns)}
        refunds = [node for made in returns if (node := make_refund(made, lines, returned[made.id]))]
        owner = self.customers[gid("Customer", order.customer)]
        return {
            **head_of(order),
            "email": owner["email"],
            "displayFulfillmentStatus": display_status(order, unfulfilled),
            "returnStatus": "IN_PROGRESS" if any(made.state.open for made in returns) else "NO_RETURN",
            "statusPageUrl": f"https://{SHOP}/1/orders/{order.id}/authenticate?key=k{abs(hash(order.id)) % 10**9}",
            "customer": self._guarded("read_customers", owner),
            "lineItems": connect(list(lines.values())),
            "fulfillments": listed(fulfillments),
            "fulfillmentsCount": {"count": len(fulfillments)},
            "returns": self._guarded("read_returns", connect(list(returned.values()))),
            "refunds": listed(refunds),
            "_placed": order.placed_at,
            "_customer": owner["id"],
            "_fulfillments": fulfillments,
            "_lines": lines,
        }

    def search(self, query: str) -> list[Node]:
        return find_orders(query, self.list_orders())


def _held(line: str, shares: list[dict[str, int]]) -> bool:
    return any(share.get(line) for share in shares)
