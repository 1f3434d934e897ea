"""What this shop's token cannot read, and what that means for shoppers."""

from enum import StrEnum

REQUIRED = ("read_orders", "read_customers", "read_products", "read_returns")
_OLD_ORDERS = "read_all_orders"


class Limitation(StrEnum):
    """For readiness and diagnosis; nothing here stops the rest from working."""

    OLD_ORDERS_HIDDEN = "orders_older_than_60_days_hidden"


def find_missing(scopes: frozenset[str]) -> tuple[str, ...]:
    """The scopes without which orders cannot be read whole; one that writes reads too."""
    return tuple(each for each in REQUIRED if not {each, each.replace("read_", "write_", 1)} & scopes)


def find_limitations(scopes: frozenset[str]) -> frozenset[Limitation]:
    return frozenset() if _OLD_ORDERS in scopes else frozenset({Limitation.OLD_ORDERS_HIDDEN})
