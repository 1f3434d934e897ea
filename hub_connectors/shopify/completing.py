"""Reading whole orders: a list shows only the first lines of each, and what does not fit is asked for afterwards."""

import asyncio

from domain.errors import VendorUnreadable
from hub_connectors.shopify import queries, wire
from hub_connectors.shopify.client import ShopifyClient, read

_MOST_PAGES = 25
_AT_ONCE = 2
"""Questions are charged in full before they are answered: more at a time would only throttle each other."""


async def complete_all(client: ShopifyClient, orders: list[wire.Order]) -> list[wire.Order]:
    """The same orders in the same order, each with everything that is needed to speak of it."""
    turns = asyncio.Semaphore(_AT_ONCE)

    async def complete(order: wire.Order) -> wire.Order:
        async with turns:
            return await _complete(client, order)

    return list(await asyncio.gather(*(complete(each) for each in orders)))


async def find_whole(client: ShopifyClient, gid: str) -> wire.Order | None:
    found = (await client.ask("order", queries.ORDER, id=gid)).get("order")
    if found is None:
        return None
    order = read(wire.Order, found)
    return await _fill(client, order)


async def _complete(client: ShopifyClient, order: wire.Order) -> wire.Order:
    """Pieces that left an order ask for its returns too, which tell those still on their way from those back."""
    if _lacks(order):
        return await find_whole(client, order.id) or order
    if all(line.current_quantity == line.quantity for line in order.line_items.nodes):
        return order
    found = (await client.ask("order.returned", queries.RETURNED, id=order.id)).get("order") or {}
    returns = read(wire.Nodes[wire.Return], found.get("returns") or {})
    return order.model_copy(update={"returns": returns})


def _lacks(order: wire.Order) -> bool:
    return (
        order.line_items.page_info.has_next_page
        or _lacks_fulfillments(order)
        or any(each.fulfillment_line_items.page_info.has_next_page for each in order.fulfillments)
    )


def _lacks_fulfillments(order: wire.Order) -> bool:
    return order.fulfillments_count is not None and order.fulfillments_count.count > len(order.fulfillments)


async def _fill(client: ShopifyClient, order: wire.Order) -> wire.Order:
    lines = await _rest_of_lines(client, order)
    fulfillments = order.fulfillments
    if _lacks_fulfillments(order):
        found = (await client.ask("order.fulfillments", queries.FULFILLMENTS, id=order.id)).get("order") or {}
        known = {each.id: each for each in fulfillments}
        everything = [read(wire.Fulfillment, each) for each in found.get("fulfillments") or []]
        fulfillments = [known.get(each.id) or _unread(each) for each in everything]
    fulfillments = list(await asyncio.gather(*(_rest_of_fulfilled(client, each) for each in fulfillments)))
    return order.model_copy(update={"line_items": wire.Nodes[wire.LineItem](nodes=lines), "fulfillments": fulfillments})


def _unread(fulfillment: wire.Fulfillment) -> wire.Fulfillment:
    page = wire.Nodes[wire.FulfilledLine](page_info=wire.PageInfo(has_next_page=True))
    return fulfillment.model_copy(update={"fulfillment_line_items": page})


async def _rest_of_lines(client: ShopifyClient, order: wire.Order) -> list[wire.LineItem]:
    lines, page = list(order.line_items.nodes), order.line_items.page_info
    for _ in range(_MOST_PAGES):
        if not page.has_next_page:
            return lines
        found = await client.ask("order.lines", queries.MORE_LINES, id=order.id, after=page.end_cursor)
        more = read(wire.Nodes[wire.LineItem], (found.get("order") or {}).get("lineItems") or {})
        lines, page = lines + more.nodes, more.page_info
    raise VendorUnreadable("an order of shopify has no end")


async def _rest_of_fulfilled(client: ShopifyClient, fulfillment: wire.Fulfillment) -> wire.Fulfillment:
    lines, page = list(fulfillment.fulfillment_line_items.nodes), fulfillment.fulfillment_line_items.page_info
    for _ in range(_MOST_PAGES):
        if not page.has_next_page:
            whole = wire.Nodes[wire.FulfilledLine](nodes=lines)
            return fulfillment.model_copy(update={"fulfillment_line_items": whole})
        found = await client.ask("order.fulfilled", queries.FULFILLED_LINES, id=fulfillment.id, after=page.end_cursor)
        inside = (found.get("fulfillment") or {}).get("fulfillmentLineItems") or {}
        more = read(wire.Nodes[wire.FulfilledLine], inside)
        lines, page = lines + more.nodes, more.page_info
    raise VendorUnreadable("a fulfilment of shopify has no end")
