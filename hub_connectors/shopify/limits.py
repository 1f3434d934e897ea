"""What this shop's token cannot read, and what that means for shoppers."""

from enum import StrEnum

REQUIRED = ("read_orders", "read_customers")


class Limitation(StrEnum):
    """For readiness and diagnosis; nothing here stops the rest from working."""

    OLD_ORDERS_HIDDEN = "orders_older_than_60_days_hidden"
    RETURNS_HIDDEN = "returns_hidden"
    PRODUCTS_HIDDEN = "products_hidden"


_NEEDED = {
    "read_all_orders": Limitation.OLD_ORDERS_HIDDEN,
    "read_returns": Limitation.RETURNS_HIDDEN,
    "read_products": Limitation.PRODUCTS_HIDDEN,
}


def find_missing(scopes: frozenset[str]) -> tuple[str, ...]:
    """The scopes without which nothing works; one that writes reads too."""
    return tuple(each for each in REQUIRED if not _has(each, scopes))


def find_limitations(scopes: frozenset[str]) -> frozenset[Limitation]:
    return frozenset(limit for scope, limit in _NEEDED.items() if not _has(scope, scopes))


def _has(scope: str, scopes: frozenset[str]) -> bool:
    return scope in scopes or scope.replace("read_", "write_", 1) in scopes
