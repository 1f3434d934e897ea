"""Something arrived, and it is damaged, defective, wrong or incomplete: the shop's rule for it, and the ways on."""

from domain.blocks import Block, Phrase
from domain.commands import Slot
from domain.orders import Order, OrderState
from domain.outcomes import Answered
from domain.parcels import ParcelState
from domain.skills import SkillPorts, SkillRequest
from skills.incidents import present
from skills.journeys import Seen, parcel_card, say_when, see
from skills.owned import Meant, remember, said_now
from skills.topics import DAMAGED, MISSING_ITEM, WRONG_ITEM, Topic, quote

TROUBLES: dict[str, Topic] = {
    "damaged": DAMAGED,
    "defective": DAMAGED,
    "wrong_item": WRONG_ITEM,
    "missing_item": MISSING_ITEM,
}
ARRIVED = {ParcelState.DELIVERED, ParcelState.LOST, ParcelState.RETURNED_TO_SENDER}


def find_trouble(request: SkillRequest) -> str:
    """What is wrong with the goods, said now or in the step before; empty when the delivery itself went wrong."""
    reason = said_now(request, Slot.REASON) or request.memory.get("trouble", "")
    return reason if reason in TROUBLES else ""


async def tell_rule(
    trouble: str, meant: Meant, orders: tuple[Order, ...], *, request: SkillRequest, ports: SkillPorts
) -> Answered:
    """Never asks which thing it is: the rule is the same, and the returns skill finds the line."""
    order = _find_order(trouble, meant, orders)
    coming = await _list_coming(order, meant, request, ports) if order and trouble == "missing_item" else ()
    quoted = await quote(ports.knowledge, TROUBLES[trouble], request.language)
    key = f"incidents-goods-{trouble.replace('_', '-')}" if quoted else "incidents-goods-no-rule"
    blocks: tuple[Block, ...] = (
        *(present.not_found(meant) if meant.unknown else ()),
        *(present.bought_card(order, meant.line, request.language) if order and not coming else ()),
        *(Phrase(key="incidents-rest-on-way", values={"number": each.order.number}) for each in coming[:1]),
        *(parcel_card(each, decision=next(iter(say_when(each)), None)) for each in coming),
        Phrase(key=key),
        *quoted,
        present.after_arrival(coming=bool(coming)),
    )
    return Answered(blocks=blocks, memory=remember(trouble=trouble, order=order.id if order else None), stays=True)


def _find_order(trouble: str, meant: Meant, orders: tuple[Order, ...]) -> Order | None:
    """The one named; for a missing thing also the only one that came in part."""
    if len(meant.orders) == 1:
        return meant.orders[0]
    partly = tuple(order for order in orders if order.state is OrderState.PARTLY_DELIVERED)
    return partly[0] if trouble == "missing_item" and not meant.fresh and len(partly) == 1 else None


async def _list_coming(order: Order, meant: Meant, request: SkillRequest, ports: SkillPorts) -> tuple[Seen, ...]:
    """Parcels of the order that have not come yet and may hold the missing thing."""
    assert ports.own is not None
    parcels = await ports.own.list_parcels(order.id)
    return tuple(
        see(order, parcel, language=request.language, calendar=ports.calendar)
        for parcel in parcels
        if parcel.state not in ARRIVED and (meant.line is None or meant.line.id in parcel.lines)
    )
