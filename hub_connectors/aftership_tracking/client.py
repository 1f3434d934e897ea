"""The calls to AfterShip Tracking that are made: by dated version with cursors, or by v4 with page numbers."""

from collections.abc import Collection, Mapping
from time import monotonic
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from domain.errors import VendorProblem, VendorRefused, VendorUnreadable
from hub_connectors.aftership import AfterShip, is_absent
from hub_connectors.aftership_tracking.settings import LEGACY
from hub_connectors.aftership_tracking.wire import WireCouriers, WireTracking, WireTrackings

Wire = TypeVar("Wire", bound=BaseModel)

_PAGE_SIZE = 50
_MOST_PAGES = 8
"""An order has a handful of parcels: more pages mean that the filter was not heard."""
_DAY_SECONDS = 86_400.0
_SOON_SECONDS = 300.0


class TrackingClient:
    def __init__(self, api: AfterShip, version: str) -> None:
        self._api = api
        self._legacy = version == LEGACY
        self._path = "/v4" if self._legacy else f"/tracking/{version}"
        self._names: dict[str, tuple[float, str]] = {}

    async def list_trackings(self, order_id: str) -> tuple[WireTracking, ...]:
        """Exactly this order's: the filter is a search in v4, and what it finds besides is left out."""
        page = self._list_numbered if self._legacy else self._list_by_cursor
        found = await page(order_id)
        return tuple(each for each in found if each.order_id == order_id)

    async def check(self) -> None:
        await self._list({"limit": "1"})

    async def name_couriers(self, slugs: Collection[str]) -> Mapping[str, str]:
        """Names by slug, kept for a day; a slug without a name is its own, and so are all when AfterShip fails."""
        now = monotonic()
        unknown = sorted(slug for slug in slugs if self._names.get(slug, (0.0, ""))[0] < now)
        if unknown and not self._legacy:
            try:
                data = await self._api.ask(
                    "tracking.couriers", f"{self._path}/couriers", query={"slug": ",".join(unknown)}
                )
                told = {each.slug: each.name for each in _read(WireCouriers, data).couriers}
                until = now + _DAY_SECONDS
            except VendorProblem:
                told, until = {}, now + _SOON_SECONDS
            self._names |= {slug: (until, told.get(slug) or slug) for slug in unknown}
        return {slug: self._names.get(slug, (0.0, slug))[1] for slug in slugs}

    async def _list_by_cursor(self, order_id: str) -> list[WireTracking]:
        query, found = {"order_id": order_id, "limit": str(_PAGE_SIZE)}, list[WireTracking]()
        for _ in range(_MOST_PAGES):
            answered = await self._list(query)
            found += answered.trackings
            paging = answered.pagination
            if not (paging and paging.has_next_page and paging.next_cursor):
                return found
            query = {**query, "cursor": paging.next_cursor}
        raise VendorUnreadable("aftership_tracking: too many parcels for one order")

    async def _list_numbered(self, order_id: str) -> list[WireTracking]:
        found: list[WireTracking] = []
        for page in range(1, _MOST_PAGES + 1):
            query = {"keyword": order_id, "limit": str(_PAGE_SIZE), "page": str(page)}
            answered = await self._list(query)
            found += answered.trackings
            if page * _PAGE_SIZE >= answered.count or not answered.trackings:
                return found
        raise VendorUnreadable("aftership_tracking: too many parcels for one order")

    async def _list(self, query: Mapping[str, str]) -> WireTrackings:
        """Nothing tracked is an empty list, or 4004 where AfterShip says it as an error."""
        try:
            return _read(WireTrackings, await self._api.ask("tracking.list", f"{self._path}/trackings", query=query))
        except VendorRefused as refused:
            if is_absent(refused):
                return WireTrackings()
            raise


def _read(kind: type[Wire], data: dict[str, Any]) -> Wire:
    """The problem names fields, never what was in them."""
    try:
        return kind.model_validate(data)
    except ValidationError as wrong:
        fields = ", ".join(sorted({".".join(map(str, each["loc"])) for each in wrong.errors()})[:5])
        raise VendorUnreadable(f"aftership_tracking: cannot read {fields}") from None
