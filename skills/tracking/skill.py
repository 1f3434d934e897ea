"""Where is my order: finds the order meant, reads its parcels, and says where they are. It changes nothing."""

from domain.blocks import Block, Phrase
from domain.commands import Slot
from domain.links import HubPage
from domain.orders import Order, OrderState
from domain.outcomes import Answered, Asked, Missing, Outcome
from domain.parcels import Parcel, ParcelState
from domain.skills import SkillPorts, SkillRequest
from skills.cases import find_cases
from skills.journeys import Seen, find_topic, see
from skills.owned import (
    Meant,
    ask_identity,
    find_meant,
    last_day,
    list_awaited,
    read_choice,
    remember,
    wants_other,
)
from skills.reading import ReadsOnly
from skills.shipments import present_order
from skills.topics import quote
from skills.tracking import present


class Tracking(ReadsOnly):
    """Serves ORDER_TRACKING; memory: ``order`` and ``parcel``, the ones shown last."""

    async def run(self, request: SkillRequest, ports: SkillPorts) -> Outcome:
        if ports.own is None:
            return ask_identity(Phrase(key="tracking-identity"), request)
        orders = await ports.own.list_orders()
        if not orders:
            return Answered(blocks=present.no_orders())
        meant = await find_meant(request, ports.own, ports.mentions, orders=orders)
        if meant.unknown or (meant.unmatched and len(orders) > 1):
            return Asked(missing=Missing.ORDER, blocks=present.not_found(meant, orders, request, ports.calendar))
        fitting = _list_fitting(meant, orders, request, ports)
        if len(fitting) > 1:
            return Asked(
                missing=Missing.ORDER,
                blocks=(present.which_order(fitting, request, ports.calendar),),
                memory=remember(order=request.memory.get("order")),
            )
        return await _answer(fitting[0], meant, orders, request=request, ports=ports)


def _list_fitting(
    meant: Meant, orders: tuple[Order, ...], request: SkillRequest, ports: SkillPorts
) -> tuple[Order, ...]:
    """The order to show, or those to choose from: what was said, else the one shown, else the one to expect."""
    moving = list_awaited(meant.orders, ports.calendar)
    if len(moving) == 1:
        return moving
    if meant.orders and (meant.fresh or meant.slot is not Slot.ITEM):
        return meant.orders
    shown = tuple(order for order in orders if order.id == request.memory.get("order"))
    if shown and wants_other(request):
        others = tuple(order for order in orders if order not in shown)
        return list_awaited(others, ports.calendar) or others or shown
    latest = max(orders, key=lambda order: last_day(order, ports.calendar))
    return shown or (list_awaited(orders, ports.calendar) or (latest,))[:1]


async def _answer(
    order: Order, meant: Meant, orders: tuple[Order, ...], *, request: SkillRequest, ports: SkillPorts
) -> Answered:
    own = ports.own
    assert own is not None
    parcels = _list_sent(order, await own.list_parcels(order.id))
    seen = tuple(see(order, parcel, language=request.language, calendar=ports.calendar) for parcel in parcels)
    one = _find_shown(seen, meant, request)
    shown = (one,) if one else seen
    cases = await find_cases(own, {each.parcel.id for each in shown})
    topic = next((topic for each in shown if (topic := find_topic(each))), None)
    blocks: tuple[Block, ...] = (
        *(present.only_order(order) if wants_other(request) and len(orders) == 1 else ()),
        *present_order(
            order,
            seen,
            one=one,
            url=ports.links.hub(HubPage.PARCEL, order.id),
            language=request.language,
            calendar=ports.calendar,
        ),
        *cases.blocks,
        *(await quote(ports.knowledge, topic, request.language) if topic else ()),
        *present.next_steps(
            shown,
            cases,
            others=tuple(each for each in list_awaited(orders, ports.calendar) if each.id != order.id),
            language=request.language,
            calendar=ports.calendar,
        ),
    )
    return Answered(blocks=blocks, memory=remember(order=order.id, parcel=one.parcel.id if one else None), stays=True)


def _list_sent(order: Order, parcels: tuple[Parcel, ...]) -> tuple[Parcel, ...]:
    """Labels printed for an order that was then cancelled lead nowhere."""
    if order.state is not OrderState.CANCELLED:
        return parcels
    return tuple(parcel for parcel in parcels if parcel.state is not ParcelState.LABEL_CREATED)


def _find_shown(seen: tuple[Seen, ...], meant: Meant, request: SkillRequest) -> Seen | None:
    """The one parcel to show step by step: the only one, or the one named by number, choice or what is inside."""
    if len(seen) == 1:
        return seen[0]
    chosen = read_choice(request, "parcel") or (meant.parcel.id if meant.parcel else "")
    if not chosen and not meant.orders and not wants_other(request):
        chosen = request.memory.get("parcel", "")
    named = tuple(each for each in seen if each.parcel.id == chosen)
    if not named and meant.line:
        named = tuple(each for each in seen if meant.line.id in each.parcel.lines)
    return named[0] if len(named) == 1 else None
