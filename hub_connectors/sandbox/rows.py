"""Reading and writing the shop's stories; synchronous, inside somebody else's transaction."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Select, Table, and_, bindparam, insert, or_, select, update
from sqlalchemy.engine import Connection

from domain.customers import Customer
from domain.ids import CustomerId, MerchantId, OrderId
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.stories import ClaimStory, IncidentStory, OrderStory, ReturnStory
from runtime.codec import from_json, to_json

Story = TypeVar("Story")
Place = tuple[datetime, str]
"""Where a page of orders ends: the last order's moment and id."""


class Shelf:
    """The records of one merchant's shop on one connection."""

    def __init__(self, connection: Connection, merchant: MerchantId) -> None:
        self.connection = connection
        self.merchant = merchant

    def find_customer(self, customer: CustomerId) -> Customer | None:
        return self._one(Customer, tables.customers, id=customer)

    def find_customer_by_email(self, email: str) -> Customer | None:
        return self._one(Customer, tables.customers, email=email)

    def find_customer_by_phone(self, phone: str) -> Customer | None:
        """Numbers have no column of their own: a shop of this size is read through."""
        like = f'%"{phone}"%'
        found = [each for each in self._many(Customer, _customers_like(), {"like": like}) if each.phone == phone]
        return found[0] if len(found) == 1 else None

    def find_order(self, order: OrderId, *, lock: bool = False) -> OrderStory | None:
        return self._one(OrderStory, tables.orders, lock=lock, id=order)

    def find_order_by_number(self, number: str) -> OrderStory | None:
        return self._one(OrderStory, tables.orders, number=number)

    def list_orders(
        self, customer: CustomerId, *, until: datetime, after: Place | None, limit: int
    ) -> list[OrderStory]:
        """Bought or received by the customer and placed until then, newest first, from ``after`` on."""
        placed, order = after or (until, "")
        return self._many(
            OrderStory,
            _page_of_orders(after=after is not None),
            {"customer": customer, "until": until, "placed": placed, "order": order, "size": limit},
        )

    def list_returns(self, orders: Iterable[OrderId]) -> list[ReturnStory]:
        return self._many(ReturnStory, _returns_of_orders(), {"orders": list(orders)})

    def list_incidents(self, customer: CustomerId) -> list[IncidentStory]:
        return self._many(IncidentStory, _bodies(tables.incidents, "customer_id"), {"customer_id": customer})

    def find_incident(self, incident: str, *, lock: bool = False) -> IncidentStory | None:
        return self._one(IncidentStory, tables.incidents, lock=lock, id=incident)

    def list_claims(self, customer: CustomerId) -> list[ClaimStory]:
        return self._many(ClaimStory, _bodies(tables.claims, "customer_id"), {"customer_id": customer})

    def find_claim(self, claim: str, *, lock: bool = False) -> ClaimStory | None:
        return self._one(ClaimStory, tables.claims, lock=lock, id=claim)

    def find_order_of_parcel(self, **key: str) -> OrderId | None:
        """The order that the parcel with this ``id`` or ``tracking_number`` belongs to."""
        table = tables.parcels
        query = select(table.c.order_id).where(
            table.c.merchant_id == self.merchant, *(table.c[name] == value for name, value in key.items())
        )
        found = self.connection.execute(query).scalar()
        return OrderId(found) if found else None

    def write_of(self, key: str) -> str | None:
        """What the write with this key changed, None when it was never carried out."""
        table = tables.writes
        query = select(table.c.subject).where(table.c.merchant_id == self.merchant, table.c.key == key)
        found: str | None = self.connection.execute(query).scalar()
        return found

    def note_write(self, key: str, subject: str) -> None:
        self.connection.execute(insert(tables.writes).values(merchant_id=self.merchant, key=key, subject=subject))

    def rewrite(self, table: Table, story: OrderStory | IncidentStory | ClaimStory | ReturnStory) -> None:
        self.connection.execute(
            update(table)
            .where(table.c.merchant_id == self.merchant, table.c.id == story.id)
            .values(body=to_json(story))
        )

    def add_return(self, story: ReturnStory) -> None:
        self.connection.execute(
            insert(tables.returns).values(
                merchant_id=self.merchant, id=story.id, order_id=story.order, body=to_json(story)
            )
        )

    def _one(self, kind: type[Story], table: Table, *, lock: bool = False, **keys: str) -> Story | None:
        query = _bodies(table, *keys)
        given = {**keys, "merchant": self.merchant}
        body = self.connection.execute(query.with_for_update() if lock else query, given).scalar()
        story: Story | None = None if body is None else from_json(kind, body)
        return story

    def _many(self, kind: type[Story], query: Select[Any], given: dict[str, Any]) -> list[Story]:
        bodies = self.connection.execute(query, {**given, "merchant": self.merchant}).scalars()
        return [from_json(kind, body) for body in bodies]


# Statements are built once: putting one together takes longer than the database takes to answer it.


@cache
def _bodies(table: Table, *names: str) -> Select[Any]:
    """The stories of a table whose columns of these names have the values given."""
    return select(table.c.body).where(
        table.c.merchant_id == bindparam("merchant"), *(table.c[name] == bindparam(name) for name in names)
    )


@cache
def _page_of_orders(*, after: bool) -> Select[Any]:
    table = tables.orders
    customer: BindParameter[str] = bindparam("customer")
    placed = bindparam("placed", type_=table.c.placed_at.type)
    query = select(table.c.body).where(
        table.c.merchant_id == bindparam("merchant"),
        or_(table.c.customer_id == customer, table.c.recipient_id == customer),
        table.c.placed_at <= bindparam("until", type_=table.c.placed_at.type),
    )
    if after:
        same = and_(table.c.placed_at == placed, table.c.id < bindparam("order"))
        query = query.where(or_(table.c.placed_at < placed, same))
    return query.order_by(table.c.placed_at.desc(), table.c.id.desc()).limit(bindparam("size"))


@cache
def _customers_like() -> Select[Any]:
    table = tables.customers
    return select(table.c.body).where(
        table.c.merchant_id == bindparam("merchant"), table.c.body.like(bindparam("like"))
    )


@cache
def _returns_of_orders() -> Select[Any]:
    table = tables.returns
    return (
        select(table.c.body)
        .where(table.c.merchant_id == bindparam("merchant"), table.c.order_id.in_(bindparam("orders", expanding=True)))
        .order_by(table.c.id)
    )
