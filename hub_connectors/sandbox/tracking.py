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


async def find_parcel(access: Access, tracking_number: str) -> Parcel | None:
    """What the carrier's own tracking page shows for this number; it asks nobody who they are, as carriers do not."""

    def errand(shelf: Shelf, now: datetime) -> Parcel | None:
        order = shelf.find_order_of_parcel(tracking_number=tracking_number)
        story = shelf.find_order(order) if order else None
        if story is None:
            return None
        parcel = next(each for each in story.parcels if each.tracking_number == tracking_number)
        return parcel_as_of(story, parcel, now)

    return await access.look(errand)
