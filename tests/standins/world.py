"""The demo shop as plain values, so that every vendor's stand-in can tell the same stories.

Ids and numbers stay as the shop has them. What one moment shows is frozen here: nothing moves on by itself.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from domain.catalogue import Product
from domain.clock import Clock
from domain.connections import Connections
from domain.customers import Customer
from domain.ids import CustomerId, MerchantId, OrderId, ProductId
from domain.orders import Order, Orders
from domain.parcels import Parcel
from domain.returns import Return
from hub_connectors.registry import open_sandbox
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.assortment import assortment
from runtime.clocks import SystemClock
from runtime.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """``now`` is the moment it shows. Orders are newest first; every order has an entry in ``parcels`` and ``returns``,
    empty when there are none. A gift stands once in ``orders``, although two customers own it.
    """

    now: datetime
    customers: tuple[Customer, ...]
    products: Mapping[ProductId, Product]
    orders: tuple[Order, ...]
    parcels: Mapping[OrderId, tuple[Parcel, ...]]
    returns: Mapping[OrderId, tuple[Return, ...]]

    def customer(self, customer: CustomerId) -> Customer:
        return next(each for each in self.customers if each.id == customer)

    def order(self, number: str) -> Order:
        return next(each for each in self.orders if each.number == number)

    def orders_of(self, customer: CustomerId) -> tuple[Order, ...]:
        return tuple(each for each in self.orders if each.owned_by(customer))


async def read_world(
    database: Database,
    merchant: MerchantId,
    *,
    clock: Clock | None = None,
    customers: Collection[CustomerId] | None = None,
) -> World:
    """Reads a seeded demo shop through its ports; ``customers`` chooses whose orders, all when not given.

    Those who bought or received a chosen customer's gift are customers of this world too.
    """
    store = open_sandbox(database, merchant, clock or SystemClock())
    ports = store.connections()
    assert ports.orders and ports.customers and ports.tracking and ports.returns
    chosen = _all_customers(database, merchant) if customers is None else customers
    found = {order.id: order for each in chosen for order in await _all_orders(ports.orders, each)}
    orders = tuple(sorted(found.values(), key=lambda order: (order.placed_at, order.id), reverse=True))
    return World(
        now=store.calendar.now(),
        customers=await _read_customers(ports, chosen, orders),
        products=dict(assortment()),
        orders=orders,
        parcels={order.id: await ports.tracking.list_parcels(order.id) for order in orders},
        returns={order.id: await ports.returns.list_returns(order.id) for order in orders},
    )


def _all_customers(database: Database, merchant: MerchantId) -> list[CustomerId]:
    """No port lists customers, since no skill may; a stand-in for the shop itself must."""
    query = select(tables.customers.c.id).where(tables.customers.c.merchant_id == merchant)
    return database.run_now(lambda c: [CustomerId(id_) for id_ in c.execute(query).scalars()], merchant, False)


async def _all_orders(orders: Orders, customer: CustomerId) -> list[Order]:
    page = await orders.list_orders(customer)
    found = list(page.items)
    while page.cursor is not None:
        page = await orders.list_orders(customer, cursor=page.cursor)
        found.extend(page.items)
    return found


async def _read_customers(
    ports: Connections, chosen: Collection[CustomerId], orders: tuple[Order, ...]
) -> tuple[Customer, ...]:
    assert ports.customers
    owners = {owner for order in orders for owner in (order.customer, order.recipient_customer) if owner}
    return tuple([await ports.customers.get_customer(each) for each in sorted({*chosen, *owners})])
