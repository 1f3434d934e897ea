"""Loop's list of returns and its details, with the rules that the documentation gives them."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zlib import crc32

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.standins.loop.backstage import Backstage

_DAY = timedelta(hours=24)
_WIDEST = timedelta(days=120)
_LARGEST = 750
_STATES = {"open", "closed", "cancelled", "expired", "review"}
_WITHOUT_STATE = {"open", "closed", "expired"}


class Invalid(Exception):
    """A validation error: the field and what is wrong with it."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


async def list_returns(request: Request) -> Response:
    backstage: Backstage = request.app.state.backstage
    try:
        return _list(backstage, dict(request.query_params), str(request.url.replace(query="")))
    except Invalid as wrong:
        body = {"message": "The given data was invalid.", "errors": {wrong.field: [str(wrong)]}}
        return JSONResponse(body, 422)


def _list(backstage: Backstage, query: Mapping[str, str], address: str) -> Response:
    chosen = _choose(backstage, query)
    if query.get("paginate", "false").lower() not in {"true", "1"}:
        return JSONResponse(chosen)
    size = _read_size(query.get("pageSize", "100"))
    start = 0
    if "cursor" in query:
        if query["cursor"] not in backstage.cursors:
            raise Invalid("cursor", "The cursor is invalid.")
        start = backstage.cursors[query["cursor"]]
    following = None
    if start + size < len(chosen):
        cursor = secrets.token_urlsafe(9)
        backstage.cursors[cursor] = start + size
        following = f"{address}?cursor={cursor}&pageSize={size}&paginate=true"
    page = {"returns": chosen[start : start + size], "nextPageUrl": following, "previousPageUrl": None}
    return JSONResponse(page)


def _choose(backstage: Backstage, query: Mapping[str, str]) -> list[dict[str, Any]]:
    """In no order that means anything: none is documented."""
    since, until = _window(query, backstage.clock.now())
    by = query.get("filter", "created_at")
    if by not in {"created_at", "updated_at"}:
        raise Invalid("filter", "The selected filter is invalid.")
    state = query.get("state")
    if state is not None and state not in _STATES:
        raise Invalid("state", "The selected state is invalid.")
    wanted = {state} if state else _WITHOUT_STATE
    rows = [
        body
        for body in backstage.returns.values()
        if body["state"] in wanted and since <= _read_moment(body[by], by) <= until
    ]
    return sorted(rows, key=lambda body: crc32(str(body["id"]).encode()))


def _window(query: Mapping[str, str], now: datetime) -> tuple[datetime, datetime]:
    """Without ``from`` the last day, ``to`` alone is ignored; ``from`` alone reaches a day."""
    since = _read_moment(query["from"], "from") if "from" in query else None
    until = _read_moment(query["to"], "to") if "to" in query else None
    if since is None:
        return now - _DAY, now
    until = until or since + _DAY
    if until - since > _WIDEST:
        raise Invalid("to", "The range may not be greater than 120 days.")
    return since, until


def _read_moment(text: str, field: str) -> datetime:
    """``YYYY-MM-DD HH:MM:SS`` and ISO 8601."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise Invalid(field, f"The {field} is not a valid date.") from wrong
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_size(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= _LARGEST:
        raise Invalid("pageSize", f"The pageSize must be between 1 and {_LARGEST}.")
    return int(text)


async def show_return(request: Request) -> Response:
    """One return of an order, whichever was made last when there are several; none is an error under status 200."""
    backstage: Backstage = request.app.state.backstage
    query = request.query_params
    found = [
        body
        for body in backstage.returns.values()
        if str(body["id"]) == query.get("return_id")
        or str(body["provider_order_id"]) == query.get("order_id")
        or body["order_name"] == query.get("order_name")
    ]
    if not found:
        return JSONResponse({"error": {"message": "No return was found."}})
    body = max(found, key=lambda each: str(each["created_at"]))
    return JSONResponse({**body, "exchange": None, "exchange_order_name": None, "exchange_order_id": None})
