"""The shop's parcels, as the Tracking port."""

from datetime import datetime

from domain.ids import OrderId
from domain.parcels import Parcel
from hub_connectors.sandbox.access import Access
from hub_connectors.sandbox.as_of import parcel_as_of
from hub_connectors.sandbox.faults import Port
from hub_connectors.sandbox.rows import Shelf


class SandboxTracking:
    def __init__(self, access: Access) -> None:
        self._access = access

    async def list_parcels(self, order: OrderId) -> tuple[Parcel, ...]:
        def errand(shelf: Shelf, now: datetime) -> tuple[Parcel, ...]:
            story = shelf.find_order(order)
            if story is None:
                return ()
            sent = sorted(story.parcels, key=lambda parcel: parcel.events[0].at)
            shown = (parcel_as_of(story, parcel, now) for parcel in sent)
            return tuple(parcel for parcel in shown if parcel)

        return await self._access.read(Port.TRACKING, errand)
