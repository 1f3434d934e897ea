"""The search over orders: filters joined by OR, quoted phrases with escapes, and neighbours nobody asked for."""

import re
from collections.abc import Sequence

from tests.standins.shopify.shelves import Node

_TERM = re.compile(r'(?P<field>[a-z_]+):(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>\S+))')
_FIELDS = {"name", "email", "customer_id"}
"""There is no ``phone`` and no ``order_number`` on orders: such a filter finds nothing."""


def find_orders(query: str, orders: Sequence[Node]) -> list[Node]:
    """What fits any of the terms, after a near match that search also returns."""
    terms = [
        (each["field"], _unescape(each["quoted"]) if each["quoted"] is not None else each["bare"])
        for each in _TERM.finditer(query)
    ]
    found = [order for order in orders if any(_fits(order, field, value) for field, value in terms if field in _FIELDS)]
    near = next((order for order in orders if order not in found), None)
    return [near, *found] if near is not None and terms and terms[0][0] in _FIELDS else found


def _fits(order: Node, field: str, value: str) -> bool:
    if field == "name":
        return str(order["name"]).casefold().lstrip("#") == value.casefold().lstrip("#")
    if field == "email":
        return value.casefold() in str(order["email"]).casefold()
    return str(order["_customer"]).endswith(f"/{value}")


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
