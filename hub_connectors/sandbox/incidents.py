"""Failed deliveries of the shop's parcels, as the Incidents port."""

from dataclasses import replace
from datetime import datetime

from domain.errors import Conflict, VendorRefused
from domain.ids import CustomerId, IncidentId
from domain.incidents import ChosenWay, Incident, IncidentChoice, IncidentState
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.access import Access, once
from hub_connectors.sandbox.as_of import incident_as_of
from hub_connectors.sandbox.faults import Port
from hub_connectors.sandbox.rows import Shelf
from hub_connectors.sandbox.seeding.doors import follow_choice
from hub_connectors.sandbox.stories import IncidentStory


class SandboxIncidents:
    def __init__(self, access: Access) -> None:
        self._access = access

    async def list_incidents(self, customer: CustomerId) -> tuple[Incident, ...]:
        def errand(shelf: Shelf, now: datetime) -> tuple[Incident, ...]:
            shown = (self._show(story, now) for story in shelf.list_incidents(customer))
            known = [incident for incident in shown if incident]
            return tuple(sorted(known, key=lambda incident: incident.happened, reverse=True))

        return await self._access.read(Port.INCIDENTS, errand)

    async def record_choice(self, incident: IncidentId, *, way: ChosenWay, key: str) -> Incident:
        def errand(shelf: Shelf, now: datetime) -> Incident:
            story = shelf.find_incident(incident, lock=True)
            shown = self._show(story, now) if story else None
            if story is None or shown is None:
                raise VendorRefused("no such incident")
            if shelf.write_of(key) is None:
                _check(shown, way)
            if not once(shelf, key, incident):
                return shown
            story = self._follow(shelf, story, way, now)
            changed = self._show(story, now)
            assert changed is not None
            return changed

        return await self._access.write(Port.INCIDENTS, errand)

    def _show(self, story: IncidentStory, now: datetime) -> Incident | None:
        return incident_as_of(story, now, self._access.calendar.zone)

    def _follow(self, shelf: Shelf, story: IncidentStory, way: ChosenWay, now: datetime) -> IncidentStory:
        """The choice changes what the parcel does next."""
        order = shelf.find_order(story.order, lock=True)
        if order is None:
            raise VendorRefused("the order of this incident is gone")
        parcel = next(each for each in order.parcels if each.id == story.parcel)
        story, moved = follow_choice(story, parcel, way, now)
        parcels = tuple(moved if each.id == moved.id else each for each in order.parcels)
        shelf.rewrite(tables.orders, replace(order, parcels=parcels))
        shelf.rewrite(tables.incidents, story)
        return story


def _check(incident: Incident, way: ChosenWay) -> None:
    """Raises Conflict when the incident waits for nobody any more, VendorRefused when the choice is not on offer."""
    if incident.state is not IncidentState.AWAITING_SHOPPER:
        raise Conflict("the incident no longer waits for a choice")
    if way.choice not in incident.choices:
        raise VendorRefused("this choice is not offered")
    if way.choice is IncidentChoice.REDELIVER and way.day not in incident.days:
        raise VendorRefused("this day is not offered")
