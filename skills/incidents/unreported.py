"""The shopper says that a parcel is missing or late, and the carrier reported no incident: what its parcels tell."""

from datetime import timedelta

from domain.blocks import Block, Phrase
from domain.commands import Slot
from domain.links import HubPage
from domain.orders import Order, OrderState
from domain.outcomes import Answered, Asked, Missing, Outcome
from domain.parcels import ParcelState
from domain.skills import SkillPorts, SkillRequest
from skills.cases import find_cases
from skills.incidents import present
from skills.journeys import Seen, find_topic, see
from skills.owned import Meant, last_day, list_awaited, remember, wants_other
from skills.shipments import present_order
from skills.topics import MARKED_DELIVERED, Topic, quote

RECENT = timedelta(days=14)


async def look_at_parcels(meant: Meant, orders: tuple[Order, ...], request: SkillRequest, ports: SkillPorts) -> Outcome:
    if not orders:
        return Answered(blocks=present.no_orders())
    if meant.unknown:
        choices = present.which_order(orders, request, ports.calendar)
        return Asked(missing=Missing.ORDER, blocks=(*present.not_found(meant), choices))
    fitting = _list_fitting(meant, orders, request, ports)
    if len(fitting) > 1:
        return Asked(
            missing=Missing.ORDER,
            blocks=(present.which_order(fitting, request, ports.calendar),),
            memory=remember(order=request.memory.get("order")),
        )
    return await _tell(fitting[0], meant, request, ports)


def _list_fitting(
    meant: Meant, orders: tuple[Order, ...], request: SkillRequest, ports: SkillPorts
) -> tuple[Order, ...]:
    """The order looked at, or those to choose from: what was said, else the one shown, else what may be missing."""
    if meant.orders and (meant.fresh or meant.slot is not Slot.ITEM):
        return meant.orders
    shown = tuple(order for order in orders if order.id == request.memory.get("order"))
    if shown and not wants_other(request):
        return shown
    left = tuple(order for order in orders if order not in shown) or orders
    since = ports.calendar.today() - RECENT
    came = tuple(
        order for order in left if order.state is OrderState.DELIVERED and last_day(order, ports.calendar) >= since
    )
    return (*list_awaited(left, ports.calendar), *came) or left


async def _tell(order: Order, meant: Meant, request: SkillRequest, ports: SkillPorts) -> Answered:
    own = ports.own
    assert own is not None
    parcels = await own.list_parcels(order.id)
    seen = tuple(see(order, parcel, language=request.language, calendar=ports.calendar) for parcel in parcels)
    one = _find_one(seen, meant)
    shown = (one,) if one else seen
    cases = await find_cases(own, {each.parcel.id for each in shown})
    blocks: tuple[Block, ...] = (
        *present_order(
            order,
            seen,
            one=one,
            url=ports.links.hub(HubPage.PARCEL, order.id),
            language=request.language,
            calendar=ports.calendar,
            disputed=True,
        ),
        *cases.blocks,
        *await _quote_rule(shown, request, ports),
        present.missing_next(claims=bool(cases.claims)),
    )
    return Answered(blocks=blocks, memory=remember(order=order.id), stays=True)


def _find_one(seen: tuple[Seen, ...], meant: Meant) -> Seen | None:
    """The parcel meant: the only one, the one named, or the only one that has not come."""
    if meant.parcel:
        return next((each for each in seen if meant.parcel and each.parcel.id == meant.parcel.id), None)
    holding = tuple(each for each in seen if meant.line and meant.line.id in each.parcel.lines)
    awaited = tuple(each for each in seen if each.parcel.state is not ParcelState.DELIVERED)
    return next((group[0] for group in (seen, holding, awaited) if len(group) == 1), None)


async def _quote_rule(shown: tuple[Seen, ...], request: SkillRequest, ports: SkillPorts) -> tuple[Block, ...]:
    """What the shop does in this case; a parcel marked delivered that never came has a rule of its own."""
    delivered = bool(shown) and all(each.parcel.state is ParcelState.DELIVERED for each in shown)
    topics = (find_topic(each) for each in shown)
    topic: Topic | None = MARKED_DELIVERED if delivered else next((topic for topic in topics if topic), None)
    if topic is None:
        return ()
    quoted = await quote(ports.knowledge, topic, request.language)
    if delivered:
        return (Phrase(key="incidents-marked-delivered"), *quoted)
    return quoted
