"""What went wrong with a delivery, what may be chosen, and the choice, recorded after a yes."""

from datetime import timedelta

from domain.blocks import Phrase
from domain.clock import ShopCalendar
from domain.errors import Conflict, VendorUnreadable
from domain.incidents import Incident, IncidentState
from domain.links import HubPage
from domain.orders import Order
from domain.outcomes import Answered, Asked, Missing, Outcome, Proposal
from domain.skills import OwnWrites, SkillPorts, SkillRequest
from skills.incidents import present
from skills.incidents.choosing import choose_way
from skills.incidents.goods import find_trouble, tell_rule
from skills.incidents.unreported import look_at_parcels
from skills.owned import (
    Meant,
    ask_identity,
    find_meant,
    pick_cases,
    read_choice,
    remember,
    wants_other,
)
from skills.topics import RETURNED, quote

OPEN = {IncidentState.AWAITING_SHOPPER, IncidentState.AWAITING_CARRIER}
REMEMBERED = timedelta(days=60)


class Incidents:
    """Serves DELIVERY_INCIDENT; holds no state of its own."""

    async def run(self, request: SkillRequest, ports: SkillPorts) -> Outcome:
        if ports.own is None:
            return ask_identity(Phrase(key="incidents-identity"), request)
        orders = await ports.own.list_orders()
        meant = await find_meant(request, ports.own, ports.mentions, orders=orders)
        incidents = await ports.own.list_incidents()
        if trouble := find_trouble(request):
            return await tell_rule(trouble, meant, orders, request=request, ports=ports)
        fitting = _find_incidents(_list_current(incidents, meant, ports.calendar), meant, request)
        if len(fitting) > 1:
            return Asked(missing=Missing.INCIDENT, blocks=(present.which_incident(fitting, orders, request.language),))
        if fitting:
            return await _show(fitting[0], orders, request, ports)
        return await look_at_parcels(meant, orders, request, ports)

    async def commit(self, proposal: Proposal, request: SkillRequest, writes: OwnWrites) -> Outcome:
        try:
            incident = await writes.carry_out(proposal.write)
        except Conflict as settled:
            return Answered(blocks=present.settled_already(settled, request.memory.get("incident", "")), stays=True)
        if not isinstance(incident, Incident) or incident.chosen is None:
            raise VendorUnreadable("the incident does not show the choice that was recorded")
        memory = remember(incident=incident.id, order=incident.order)
        return Answered(blocks=present.recorded(incident, incident.chosen), memory=memory, stays=True)


def _list_current(incidents: tuple[Incident, ...], meant: Meant, calendar: ShopCalendar) -> tuple[Incident, ...]:
    """Those in which something still happens; a parcel sent back long ago counts only when its order is named."""
    since, named = calendar.today() - REMEMBERED, {order.id for order in meant.orders}
    return tuple(
        each
        for each in incidents
        if each.state in OPEN
        or (each.state is IncidentState.RETURNING and (each.order in named or each.happened.date() >= since))
    )


def _find_incidents(incidents: tuple[Incident, ...], meant: Meant, request: SkillRequest) -> tuple[Incident, ...]:
    """The incidents that may be meant: picked, on what was named, shown before, or all; the shopper's turn first."""
    chosen = read_choice(request, "incident")
    if picked := tuple(each for each in incidents if each.id == chosen):
        return picked
    if meant.unknown:
        return ()
    shown = next((each for each in incidents if each.id == request.memory.get("incident")), None)
    if shown and not meant.orders and not wants_other(request):
        return (shown,)
    left_out = shown if wants_other(request) else None
    return pick_cases(
        incidents, meant, is_open=lambda each: each.state is IncidentState.AWAITING_SHOPPER, left_out=left_out
    )


async def _show(incident: Incident, orders: tuple[Order, ...], request: SkillRequest, ports: SkillPorts) -> Outcome:
    order = next((order for order in orders if order.id == incident.order), None)
    told = present.what_happened(incident, order, request.language)
    if incident.state is IncidentState.AWAITING_SHOPPER:
        return choose_way(incident, told, request, ports)
    quoted = (
        await quote(ports.knowledge, RETURNED, request.language) if incident.state is IncidentState.RETURNING else ()
    )
    url = ports.links.hub(HubPage.INCIDENT, incident.id)
    blocks = (*told, *present.whose_turn(incident), *quoted, present.open_page(url), present.or_person())
    return Answered(blocks=blocks, memory=remember(incident=incident.id, order=incident.order), stays=True)
