"""Where a return and its refund stand: which return is meant, from its number, the order, the thing, or the latest."""

import asyncio
from dataclasses import dataclass

from domain.commands import Slot
from domain.mentions import OwnedLine
from domain.orders import Order
from domain.outcomes import Answered, Asked, Memory, Missing, Outcome
from domain.returns import Return
from domain.skills import OwnRecords, SkillPorts, SkillRequest
from skills.returns import status
from skills.returns.choosing import MOST_OPTIONS
from skills.returns.deciding import is_recipient
from skills.returns.wishes import asks_why, find_order, fold, plain_number

RETURN = "return:"
LOOKED_INTO = 20
_TOO_CLOSE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReturn:
    """A return with the order it belongs to."""

    order: Order
    made: Return

    @property
    def lines(self) -> tuple[OwnedLine, ...]:
        found = (self.order.line(part.line) for part in self.made.lines)
        return tuple(OwnedLine(order=self.order, line=line) for line in found if line)

    def title(self, language: str) -> str:
        """What came back, in few words: the first thing's name."""
        return self.lines[0].line.title(language) if self.lines else self.order.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The returns that fit; ``absent`` is the key of what to say when none does, or when another was named."""

    returns: tuple[OwnReturn, ...]
    absent: str = ""
    heard: str = ""


async def tell_status(request: SkillRequest, ports: SkillPorts, own: OwnRecords) -> Outcome:
    orders = await own.list_orders()
    everything = await _list_returns(orders, own)
    found = _find(request, orders, everything, ports)
    if found.absent and not found.returns:
        return Answered(blocks=status.absent(found.absent, found.heard), memory=_kept(request), stays=True)
    if len(found.returns) == 1 and not found.absent:
        return _tell(found.returns[0], request, ports)
    blocks = status.which(
        tuple((f"{RETURN}{each.made.id}", each.title(request.language), each.made.number) for each in found.returns),
        key=found.absent or "returns-status-which",
        heard=found.heard,
    )
    return Asked(missing=Missing.CHOICE, blocks=blocks, memory=_kept(request))


def _kept(request: SkillRequest) -> Memory:
    return {key: value for key, value in request.memory.items() if key != "return"}


async def _list_returns(orders: tuple[Order, ...], own: OwnRecords) -> tuple[OwnReturn, ...]:
    """Of the latest orders, the return changed last first."""
    recent = orders[:LOOKED_INTO]
    lists = await asyncio.gather(*(own.list_returns(order.id) for order in recent))
    found = [
        OwnReturn(order=order, made=made) for order, own_list in zip(recent, lists, strict=True) for made in own_list
    ]
    return tuple(sorted(found, key=lambda each: each.made.updated, reverse=True))


def _find(
    request: SkillRequest, orders: tuple[Order, ...], everything: tuple[OwnReturn, ...], ports: SkillPorts
) -> Found:
    """What this message names comes first, then what was named before, then what was shown, then the latest."""
    picked = (request.choice or "").removeprefix(RETURN)
    chosen = tuple(each for each in everything if each.made.id == picked)
    if chosen:
        return Found(returns=chosen)
    shown = tuple(each for each in everything if each.made.id == request.memory.get("return"))
    naming = {Slot.RETURN_NUMBER, Slot.ORDER_NUMBER, Slot.ITEM}
    taken_back = any(slot in request.changed and not request.slots.get(slot) for slot in naming)
    if shown and not (naming & request.changed):
        return Found(returns=shown)
    if taken_back or fold(request.slots.get(Slot.ITEM, "")) in {"other", "the other one", "l autre"}:
        everything = tuple(each for each in everything if each not in shown)
    elif named := _named(request, orders, everything, ports):
        return named
    if not everything:
        return Found(returns=(), absent="returns-status-none")
    opened = tuple(each for each in everything if each.made.state.open)
    return Found(returns=opened or everything[:1])


def _named(
    request: SkillRequest, orders: tuple[Order, ...], everything: tuple[OwnReturn, ...], ports: SkillPorts
) -> Found | None:
    number = request.slots.get(Slot.RETURN_NUMBER, "")
    if number:
        return _by_number(number, everything)
    said = request.slots.get(Slot.ORDER_NUMBER, "")
    order = find_order(said, orders) if said else None
    if said and order is None and Slot.ORDER_NUMBER in request.changed:
        return Found(returns=everything[:MOST_OPTIONS], absent="returns-status-order-not-found", heard=said)
    pool = tuple(each for each in everything if order is None or each.order.id == order.id)
    item = request.slots.get(Slot.ITEM, "")
    if item:
        return _by_item(item, pool, orders=orders, order=order, request=request, ports=ports)
    if order is None:
        return None
    if not pool:
        return Found(returns=(), absent="returns-status-none-in-order", heard=order.number)
    return Found(returns=tuple(each for each in pool if each.made.state.open) or pool[:1])


def _by_number(number: str, everything: tuple[OwnReturn, ...]) -> Found:
    """Somebody else's return and one that does not exist are the same to us."""
    typed = plain_number(number)
    fits = tuple(each for each in everything if plain_number(each.made.number) == typed)
    if fits:
        return Found(returns=fits[:1])
    absent = "returns-status-number-not-found" if everything else "returns-status-number-unknown"
    return Found(returns=everything[:MOST_OPTIONS], absent=absent, heard=number)


def _by_item(
    item: str,
    pool: tuple[OwnReturn, ...],
    *,
    orders: tuple[Order, ...],
    order: Order | None,
    request: SkillRequest,
    ports: SkillPorts,
) -> Found | None:
    """By what was returned; when the thing was bought but not returned, that is said of it."""
    within = orders if order is None else (order,)
    owned = tuple(OwnedLine(order=each, line=line) for each in within for line in each.lines)
    bought = _close(item, owned, ports)
    lines = {each.line.id for each in bought}
    fits = tuple(each for each in pool if lines & {part.line for part in each.made.lines})
    if fits:
        return Found(returns=tuple(each for each in fits if each.made.state.open) or fits[:1])
    if bought:
        title = bought[0].line.title(request.language)
        return Found(returns=(), absent="returns-status-none-for", heard=title)
    return None


def _close(item: str, lines: tuple[OwnedLine, ...], ports: SkillPorts) -> tuple[OwnedLine, ...]:
    matches = ports.mentions.match(item, lines)
    return tuple(each.owned for each in matches if matches[0].score - each.score <= _TOO_CLOSE)


def _tell(found: OwnReturn, request: SkillRequest, ports: SkillPorts) -> Outcome:
    prices = not is_recipient(found.order, request.customer)
    memory = {**request.memory, "return": found.made.id}
    if asks_why(request):
        return Answered(blocks=status.why(found.made, ports.calendar.zone), memory=memory, stays=True)
    blocks = status.tell(
        found.made,
        lines=tuple(each.line for each in found.lines),
        language=request.language,
        links=ports.links,
        zone=ports.calendar.zone,
        prices=prices,
    )
    return Answered(blocks=blocks, memory=memory, stays=True)
