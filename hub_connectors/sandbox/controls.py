"""What a person may do to the demo shop: fail or slow calls, move its clock, bring or lose a parcel."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select, update

from domain.errors import VendorRefused
from domain.ids import OrderId, ParcelId
from domain.parcels import ParcelState, TrackingEvent
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.access import Access
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS, GIFT_BUYER
from hub_connectors.sandbox.faults import Faults
from hub_connectors.sandbox.rows import Shelf
from hub_connectors.sandbox.seed import write_world
from hub_connectors.sandbox.seeding.carriers import CARRIERS
from hub_connectors.sandbox.seeding.demo_stories import make_demo
from hub_connectors.sandbox.stories import OrderStory, ParcelStory


class Controls:
    """``faults`` are this process's own; everything else is kept in the database and holds for every process."""

    def __init__(self, access: Access) -> None:
        self._access = access

    @property
    def faults(self) -> Faults:
        return self._access.faults

    async def advance(self, *, days: int = 0, hours: int = 0) -> date:
        """Moves the shop's clock forward, or back with a negative number; the shop's new day."""

        def errand(shelf: Shelf, _: datetime) -> timedelta:
            offset = self._access.calendar.offset + timedelta(days=days, hours=hours)
            _keep_offset(shelf, offset)
            return offset

        self._access.calendar.offset = await self._access.change(errand)
        return self._access.calendar.today()

    async def reset_clock(self) -> None:
        """Back to the real day."""
        await self._access.change(lambda shelf, _: _keep_offset(shelf, timedelta()))
        self._access.calendar.offset = timedelta()

    async def deliver_parcel(self, parcel: ParcelId) -> None:
        """Hands the parcel over now, whatever was to become of it."""
        await self._change_parcel(parcel, ParcelState.DELIVERED)

    async def lose_parcel(self, parcel: ParcelId) -> None:
        """The carrier says now that it has no trace of the parcel."""
        await self._change_parcel(parcel, ParcelState.LOST)

    async def refresh_demo(self) -> date:
        """Makes the demo customers' orders anew around the shop's day and forgets what was played; that day."""

        def errand(shelf: Shelf, now: datetime) -> date:
            day = now.astimezone(self._access.calendar.zone).date()
            _forget_demo(shelf)
            write_world(shelf.connection, shelf.merchant, make_demo(day))
            return day

        return await self._access.change(errand)

    async def _change_parcel(self, parcel: ParcelId, state: ParcelState) -> None:
        def errand(shelf: Shelf, now: datetime) -> None:
            order_id = shelf.find_order_of_parcel(id=parcel)
            order = shelf.find_order(order_id, lock=True) if order_id else None
            if order is None:
                raise VendorRefused("no such parcel")
            shelf.rewrite(tables.orders, _end_parcel(order, parcel, state, now))

        await self._access.change(errand)


def _keep_offset(shelf: Shelf, offset: timedelta) -> None:
    table = tables.shops
    seconds = round(offset.total_seconds())
    shelf.connection.execute(update(table).where(table.c.merchant_id == shelf.merchant).values(offset_seconds=seconds))


def _end_parcel(order: OrderStory, parcel: ParcelId, state: ParcelState, now: datetime) -> OrderStory:
    return replace(
        order, parcels=tuple(_end(each, state, now) if each.id == parcel else each for each in order.parcels)
    )


def _end(parcel: ParcelStory, state: ParcelState, now: datetime) -> ParcelStory:
    """The scans up to now, then the last one; a label that was still to come is made now."""
    past = tuple(event for event in parcel.events if event.at <= now)
    if not past:
        past = tuple(replace(event, at=now - timedelta(minutes=1)) for event in parcel.events[:1])
    place = parcel.destination.name if parcel.destination and state is ParcelState.DELIVERED else ""
    event = TrackingEvent(at=now, state=state, code=CARRIERS[parcel.carrier].codes[state], place=place)
    return replace(parcel, events=(*past, event), arrives=now if state is ParcelState.DELIVERED else None)


def _forget_demo(shelf: Shelf) -> None:
    people = [each.customer.id for each in DEMO_CUSTOMERS] + [GIFT_BUYER.id]
    orders = tables.orders
    query = select(orders.c.id).where(orders.c.merchant_id == shelf.merchant, orders.c.customer_id.in_(people))
    mine = [OrderId(each) for each in shelf.connection.execute(query).scalars()]
    _forget_keys(shelf, mine)
    for table in (tables.parcels, tables.returns, tables.incidents, tables.claims, tables.visits):
        shelf.connection.execute(delete(table).where(table.c.merchant_id == shelf.merchant, table.c.order_id.in_(mine)))
    for table, key in ((orders, orders.c.customer_id), (tables.customers, tables.customers.c.id)):
        shelf.connection.execute(delete(table).where(table.c.merchant_id == shelf.merchant, key.in_(people)))


def _forget_keys(shelf: Shelf, mine: list[OrderId]) -> None:
    """The keys of writes to what is about to be made anew: the same click may come again."""
    writes = tables.writes
    for table in (tables.returns, tables.incidents, tables.claims):
        subjects = select(table.c.id).where(table.c.merchant_id == shelf.merchant, table.c.order_id.in_(mine))
        shelf.connection.execute(
            delete(writes).where(writes.c.merchant_id == shelf.merchant, writes.c.subject.in_(subjects))
        )
