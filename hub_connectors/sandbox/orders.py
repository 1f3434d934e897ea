"""The shop's orders, as the Orders port."""

from datetime import UTC, datetime

from domain.ids import CustomerId, OrderId
from domain.orders import Order
from domain.pages import Page
from hub_connectors.sandbox.access import Access
from hub_connectors.sandbox.as_of import order_as_of
from hub_connectors.sandbox.faults import Port
from hub_connectors.sandbox.rows import Place, Shelf
from hub_connectors.sandbox.stories import OrderStory

_PAGE = 50


class SandboxOrders:
    def __init__(self, access: Access) -> None:
        self._access = access

    async def list_orders(self, customer: CustomerId, *, cursor: str | None = None) -> Page[Order]:
        after = _read_cursor(cursor)

        def errand(shelf: Shelf, now: datetime) -> Page[Order]:
            found = shelf.list_orders(customer, until=now, after=after, limit=_PAGE + 1)
            page = found[:_PAGE]
            more = _write_cursor(page[-1]) if len(found) > _PAGE else None
            return Page(items=tuple(show_orders(shelf, page, now)), cursor=more)

        return await self._access.read(Port.ORDERS, errand)

    async def find_order(self, order: OrderId) -> Order | None:
        def errand(shelf: Shelf, now: datetime) -> Order | None:
            return find_shown(shelf, order, now)

        return await self._access.read(Port.ORDERS, errand)


def show_orders(shelf: Shelf, stories: list[OrderStory], now: datetime) -> list[Order]:
    """The orders as they stand now, with what came back of each."""
    returns = shelf.list_returns([story.id for story in stories]) if stories else []
    return [order_as_of(story, [each for each in returns if each.order == story.id], now) for story in stories]


def find_shown(shelf: Shelf, order: OrderId, now: datetime) -> Order | None:
    story = shelf.find_order(order)
    if story is None or story.placed_at > now:
        return None
    return show_orders(shelf, [story], now)[0]


def _write_cursor(story: OrderStory) -> str:
    return f"{round(story.placed_at.timestamp() * 1_000_000)}.{story.id}"


def _read_cursor(cursor: str | None) -> Place | None:
    if cursor is None:
        return None
    micros, order = cursor.split(".", 1)
    return datetime.fromtimestamp(int(micros) / 1_000_000, UTC), order
