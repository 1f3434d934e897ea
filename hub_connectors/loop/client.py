"""Loop's HTTP API: paths, the key's header, pages, and errors that hide under status 200.

300 requests a minute per key are allowed; more get 429, and no Retry-After is documented.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import structlog
from pydantic import ValidationError

from domain.errors import CredentialsRejected, VendorRefused, VendorUnavailable, VendorUnreadable
from hub_connectors.loop.refusals import BROKEN, NOT_FOUND, UNAUTHORISED, find_refusal
from hub_connectors.loop.settings import LoopSettings
from hub_connectors.loop.wire import LoopEligibility, LoopReturn
from runtime.http import Answer, Asking, Observe, VendorHttp

log = structlog.get_logger()

WIDEST = timedelta(days=120)
PAGE = 250
_ABSENT = frozenset({402, 403, 404, 405})
_REFUSING = frozenset({400, 404, 422})


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a list asks for: changes from ``since`` until ``until``; without ``state`` open, closed and expired ones."""

    since: datetime
    until: datetime
    state: str | None = None

    def query(self) -> dict[str, str]:
        """Raises ValueError for more than the 120 days that Loop takes."""
        if self.until - self.since > WIDEST:
            raise ValueError("a window of the list is at most 120 days wide")
        query = {"from": _stamp(self.since), "to": _stamp(self.until), "filter": "updated_at"}
        return query | ({"state": self.state} if self.state else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """``cursor`` leads to the next page, None on the last one."""

    returns: tuple[LoopReturn, ...]
    cursor: str | None


class LoopClient:
    """One shop's API key at work."""

    def __init__(self, settings: LoopSettings, *, client: httpx.AsyncClient, observe: Observe | None = None) -> None:
        key = settings.api_key.get_secret_value()
        self._http = VendorHttp(
            vendor="loop",
            base_url=settings.base_url,
            client=client,
            sign=lambda _asking, _raw: {"x-authorization": key},
            observe=observe,
        )

    async def list_page(self, window: Window, cursor: str | None = None, *, size: int = PAGE) -> ListPage:
        """One page of the list; later pages send the same window again beside their cursor."""
        query = window.query() | {"paginate": "true", "pageSize": str(size)}
        if cursor:
            query["cursor"] = cursor
        asking = Asking(name="returns.list", method="GET", path="/warehouse/return/list", query=query)
        body = (await self._ask(asking, scope="returns")).body
        _check_answer(body)
        if not isinstance(body, Mapping) or not isinstance(body.get("returns"), list):
            raise VendorUnreadable("loop sent a list of another shape")
        return ListPage(returns=_read_list(body["returns"]), cursor=_cursor(body.get("nextPageUrl")))

    async def find_return(self, *, order: str | None = None, return_id: str | None = None) -> LoopReturn | None:
        """The one return that details tells of, None when Loop knows none: that comes with status 200."""
        query = {"order_id": order} if order is not None else {"return_id": return_id}
        asking = Asking(
            name="returns.details",
            method="GET",
            path="/warehouse/return/details",
            query=query,
            accepts=frozenset({404}),
        )
        answer = await self._ask(asking, scope="returns")
        refusal = find_refusal(answer.body)
        if refusal and (refusal.code in NOT_FOUND or not refusal.code or answer.status == 404):
            return None
        _check_answer(answer.body)
        try:
            found = LoopReturn.model_validate(answer.body)
        except ValidationError:
            found = None
        if found is None or not found.id:
            raise VendorUnreadable("loop sent a return that cannot be read")
        return found

    async def find_eligibility(self, order_name: str) -> LoopEligibility | None:
        """Loop's advice on every line of an order; None when the plan has no such advice, or no such order."""
        asking = Asking(
            name="returns.eligibility",
            method="POST",
            path="/orders/return-eligibility",
            body={"order_name": order_name},
            accepts=_ABSENT | {400, 422},
        )
        answer = await self._ask(asking, scope="orders")
        refusal = find_refusal(answer.body)
        if answer.status >= 400 or (refusal and refusal.code in NOT_FOUND):
            return None
        _check_answer(answer.body)
        body = answer.body.get("return_eligibility", answer.body) if isinstance(answer.body, Mapping) else None
        try:
            return LoopEligibility.model_validate(body)
        except ValidationError:
            raise VendorUnreadable("loop sent an eligibility that cannot be read") from None

    async def make_link(self, order_name: str, secret: str, *, gift: bool) -> str:
        """The portal's address with the order open; raises VendorRefused when order and secret do not go together."""
        body: dict[str, Any] = {"name": order_name, "zip": secret}
        if gift:
            body["gift"] = True
        asking = Asking(
            name="returns.link", method="POST", path="/order/link", body=body, write=True, accepts=_REFUSING
        )
        answer = await self._ask(asking, scope="orders")
        if answer.status >= 400:
            raise VendorRefused("loop made no link for this order", status=answer.status)
        _check_answer(answer.body)
        url = answer.body.get("url") if isinstance(answer.body, Mapping) else None
        if not isinstance(url, str):
            raise VendorUnreadable("loop sent no link")
        return url

    async def check(self, now: datetime) -> None:
        """Reads one return of the last hour, and asks for a link to no order: each needs its own scope."""
        await self.list_page(Window(since=now - timedelta(hours=1), until=now), size=1)
        asking = Asking(
            name="check.orders",
            method="POST",
            path="/order/link",
            body={"name": "connection-check", "zip": "0"},
            accepts=_REFUSING,
        )
        await self._ask(asking, scope="orders")

    async def _ask(self, asking: Asking, *, scope: str) -> Answer:
        """A key without the scope gets 401, the same as a wrong key."""
        try:
            answer = await self._http.ask(asking)
        except CredentialsRejected as wrong:
            raise _rejected(scope, **wrong.fields) from None
        refusal = find_refusal(answer.body) if answer.status not in asking.accepts else None
        if refusal and refusal.code in UNAUTHORISED:
            raise _rejected(scope, status=answer.status)
        return answer


def _rejected(scope: str, **fields: object) -> CredentialsRejected:
    return CredentialsRejected(
        f"Loop refused the API key. Check in Loop Admin, under Returns Management, Tools & integrations, Developer "
        f'Tools, that the key exists and has the scope "{scope}".',
        scope=scope,
        **fields,
    )


def _check_answer(body: Any) -> None:
    """Raises for an error that came where an answer was due."""
    refusal = find_refusal(body)
    if refusal and refusal.code in BROKEN:
        raise VendorUnavailable("loop reported a failure of its own", reported=refusal.code)
    if refusal:
        raise VendorRefused("loop refused", reported=refusal.code)


def _read_list(rows: list[Any]) -> tuple[LoopReturn, ...]:
    """One row that cannot be read hides no other; it is asked for by itself when its order is looked at."""
    read = []
    for row in rows:
        try:
            read.append(LoopReturn.model_validate(row))
        except ValidationError:
            log.warning("loop_return_unreadable")
    return tuple(each for each in read if each.id)


def _cursor(address: Any) -> str | None:
    """The cursor out of ``nextPageUrl``; the address itself is never followed."""
    if not isinstance(address, str) or not address:
        return None
    found = parse_qs(urlsplit(address).query).get("cursor")
    return found[0] if found else None


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
