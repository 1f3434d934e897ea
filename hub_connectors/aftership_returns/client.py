"""The calls to AfterShip Returns that are made, with their paths and paging."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, ValidationError

from domain.errors import VendorRefused, VendorUnreadable
from hub_connectors.aftership import AfterShip, is_absent
from hub_connectors.aftership_returns.wire import WireLink, WireReturn, WireReturns

Wire = TypeVar("Wire", bound=BaseModel)

PAGE_SIZE = 50
LAST_PAGE = 200
"""Both as documented for GET /returns: what lies behind is not served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When returns were made; None is the vendor's own bound: a year ago, and now."""

    since: datetime | None = None
    until: datetime | None = None


class ReturnsClient:
    def __init__(self, api: AfterShip, version: str) -> None:
        self._api = api
        self._path = f"/returns/{version}/returns"

    async def list_page(self, window: Window, page: int = 1, *, limit: int = PAGE_SIZE) -> WireReturns:
        """One page of the returns made in the window; in which order is documented nowhere."""
        query = {"page": str(page), "limit": str(limit)}
        if window.since:
            query["created_at_min"] = _moment(window.since)
        if window.until:
            query["created_at_max"] = _moment(window.until)
        return _read(WireReturns, await self._api.ask("returns.list", self._path, query=query))

    async def find_return(self, return_id: str) -> WireReturn | None:
        try:
            data = await self._api.ask("returns.get", f"{self._path}/{quote(return_id, safe='')}")
        except VendorRefused as refused:
            if is_absent(refused):
                return None
            raise
        return _read(WireReturn, data)

    async def make_link(self, order_number: str, *, postal_code: str = "", email: str = "") -> str:
        """The returns page with the order filled in; each call makes a new address, and none harms another."""
        known = {"customer_email": email, "postal_code": postal_code}
        body = {"order_number": order_number, **{name: value for name, value in known.items() if value}}
        return _read(WireLink, await self._api.make("returns.link", f"{self._path}/link", body)).url


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(kind: type[Wire], data: dict[str, Any]) -> Wire:
    """The problem names fields, never what was in them."""
    try:
        return kind.model_validate(data)
    except ValidationError as wrong:
        fields = ", ".join(sorted({".".join(map(str, each["loc"])) for each in wrong.errors()})[:5])
        raise VendorUnreadable(f"aftership_returns: cannot read {fields}") from None
