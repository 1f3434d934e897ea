"""Small pieces of Shopify's shapes: ids, money, connections with cursors."""

import base64
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from graphql import GraphQLError

from domain.money import Money

Node = dict[str, Any]
Resolver = Callable[..., Any]


def gid(kind: str, id_: str) -> str:
    return f"gid://shopify/{kind}/{id_}"


def decimal(money: Money) -> str:
    """Two decimals, as all currencies of the demo shop have."""
    sign = "-" if money.minor < 0 else ""
    return f"{sign}{abs(money.minor) // 100}.{abs(money.minor) % 100:02}"


def bag(money: Money) -> Node:
    amount = {"amount": decimal(money), "currencyCode": str(money.currency)}
    return {"presentmentMoney": amount, "shopMoney": amount}


def moment(value: datetime | date | None) -> str | None:
    """ISO 8601 in UTC; a day becomes its noon, since Shopify knows no days."""
    if value is None:
        return None
    at = value if isinstance(value, datetime) else datetime.combine(value, time(12), tzinfo=UTC)
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def connect(nodes: Sequence[Node]) -> Resolver:
    """A connection over the nodes: ``first`` is needed, at most 250, and cursors are opaque."""

    def resolve(_info: Any, first: int | None = None, after: str | None = None, **rest: Any) -> Node:
        return page(nodes, first=first, after=after, reverse=bool(rest.get("reverse")))

    return resolve


def page(nodes: Sequence[Node], *, first: int | None, after: str | None, reverse: bool = False) -> Node:
    if first is None:
        raise refuse("you must provide one of first or last", "BAD_REQUEST")
    if first > 250:
        raise refuse("first cannot exceed 250", "ARGUMENT_LITERALS_INCOMPATIBLE")
    ordered = list(reversed(nodes)) if reverse else list(nodes)
    begin = _read_cursor(after) if after else 0
    kept = ordered[begin : begin + first]
    end = begin + len(kept)
    return {
        "nodes": kept,
        "edges": [{"cursor": _write_cursor(begin + place + 1), "node": each} for place, each in enumerate(kept)],
        "pageInfo": {
            "hasNextPage": end < len(ordered),
            "hasPreviousPage": begin > 0,
            "startCursor": _write_cursor(begin + 1) if kept else None,
            "endCursor": _write_cursor(end) if kept else None,
        },
    }


def listed(nodes: Sequence[Node]) -> Resolver:
    """A plain list that takes ``first``, as fulfilments and refunds are."""

    def resolve(_info: Any, first: int | None = None, **_: Any) -> list[Node]:
        return list(nodes if first is None else nodes[:first])

    return resolve


def refuse(message: str, code: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": code})


def _write_cursor(place: int) -> str:
    return base64.urlsafe_b64encode(f'{{"last_id":{place}}}'.encode()).decode()


def _read_cursor(cursor: str) -> int:
    try:
        return int(base64.urlsafe_b64decode(cursor.encode()).decode().split(":")[1].rstrip("}"))
    except (ValueError, IndexError):
        raise refuse("Invalid cursor for current pagination sort.", "BAD_REQUEST") from None
