"""Which order lines are meant: one that fits is taken, two that fit are asked about, never guessed between."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from domain.clock import local_day
from domain.ids import LineId
from domain.mentions import OwnedLine
from domain.orders import Order, OrderState
from domain.outcomes import Memory
from domain.skills import SkillPorts, SkillRequest
from skills.returns.wishes import Wish, find_order, parts_of, read_wish

LINE = "line:"
ORDER = "order:"
MOST_OPTIONS = 6
_TOO_CLOSE = 0.1
_USUAL_DAYS = 60
_GRACE_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The lines that are meant."""

    lines: tuple[OwnedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """What may be meant; ``prompt`` is the key of the question, ``heard`` what could not be found."""

    prompt: str
    lines: tuple[OwnedLine, ...] = ()
    orders: tuple[Order, ...] = ()
    heard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every line of the customer, newest first, with what the conversation has settled so far."""

    lines: tuple[OwnedLine, ...]
    orders: tuple[Order, ...]
    taken: tuple[OwnedLine, ...]
    offered: tuple[OwnedLine, ...]
    may_return: Callable[[OwnedLine], bool]

    def within(self, order: Order) -> tuple[OwnedLine, ...]:
        return tuple(each for each in self.lines if each.order.id == order.id)

    def likely(self, lines: tuple[OwnedLine, ...]) -> tuple[OwnedLine, ...]:
        """Those that look as if they could come back; all when none does."""
        return tuple(filter(self.may_return, lines)) or lines


def choose(request: SkillRequest, orders: tuple[Order, ...], ports: SkillPorts) -> Chosen | Unsure:
    wish = read_wish(request)
    shelf = _shelf(request.memory, orders, ports)
    if not shelf.lines:
        return Unsure(prompt="returns-no-orders")
    picked = _picked(request, shelf)
    if picked:
        return Chosen(lines=picked)
    again = _again(wish, shelf, ports)
    if again:
        return again
    order = find_order(wish.order, orders) if wish.order else None
    if wish.order and order is None and not (wish.fresh_item and not wish.fresh_order):
        return Unsure(prompt="returns-order-not-found", lines=shelf.likely(shelf.lines), heard=wish.order)
    if wish.item and (wish.fresh_item or not wish.everything):
        named = _named(wish, order, shelf, ports)
        if named:
            return named
    return _scoped(wish, order, shelf)


def _shelf(memory: Memory, orders: tuple[Order, ...], ports: SkillPorts) -> Shelf:
    lines = tuple(OwnedLine(order=order, line=line) for order in orders for line in order.lines)
    windows = ports.policy.windows if ports.policy else ()
    days = max([window.days for window in windows], default=_USUAL_DAYS) + _GRACE_DAYS
    today, zone = ports.calendar.today(), ports.calendar.zone

    def may_return(owned: OwnedLine) -> bool:
        line = owned.line
        left = line.delivered_quantity > line.returned_quantity
        return left and owned.order.state is not OrderState.CANCELLED and _recent(local_day(line.delivered, zone))

    def _recent(day: date | None) -> bool:
        return day is None or (today - day).days <= days

    return Shelf(
        lines=lines,
        orders=orders,
        taken=_remembered(memory.get("lines", ""), lines),
        offered=_remembered(memory.get("offered", ""), lines),
        may_return=may_return,
    )


def remember(lines: Iterable[OwnedLine]) -> str:
    return ",".join(each.line.id for each in lines)


def _remembered(ids: str, lines: tuple[OwnedLine, ...]) -> tuple[OwnedLine, ...]:
    wanted = set(ids.split(",")) if ids else set()
    return tuple(each for each in lines if each.line.id in wanted)


def _picked(request: SkillRequest, shelf: Shelf) -> tuple[OwnedLine, ...]:
    choice = request.choice or ""
    if choice.startswith(LINE):
        wanted = LineId(choice.removeprefix(LINE))
        return tuple(each for each in shelf.lines if each.line.id == wanted)
    if choice.startswith(ORDER):
        return shelf.likely(tuple(each for each in shelf.lines if each.order.id == choice.removeprefix(ORDER)))
    return ()


def _again(wish: Wish, shelf: Shelf, ports: SkillPorts) -> Chosen | Unsure | None:
    """A follow-up on lines that were chosen before: the same ones, or the others."""
    if not shelf.taken or wish.fresh_order or wish.fresh_item:
        return None
    if not (wish.other or wish.not_order or wish.not_item or wish.everything):
        return Chosen(lines=shelf.taken)
    if wish.everything:
        orders = {each.order.id for each in shelf.taken}
        return Chosen(lines=shelf.likely(tuple(each for each in shelf.lines if each.order.id in orders)))
    return _others(wish, shelf, ports)


def _others(wish: Wish, shelf: Shelf, ports: SkillPorts) -> Chosen | Unsure:
    """All but what was chosen: first among what was offered, then in the same order, then everywhere.

    Of another order it is still the thing named before, where that order has one.
    """
    taken = {each.line.id for each in shelf.taken}
    orders = {each.order.id for each in shelf.taken}

    def left(lines: Iterable[OwnedLine]) -> tuple[OwnedLine, ...]:
        return tuple(each for each in lines if each.line.id not in taken)

    if wish.not_order:
        pools = [tuple(each for each in shelf.lines if each.order.id not in orders)]
    else:
        pools = [shelf.offered, tuple(each for each in shelf.lines if each.order.id in orders), shelf.lines]
    rest = next((found for pool in pools if (found := left(pool))), ())
    if not rest:
        return Unsure(prompt="returns-no-other", lines=shelf.taken)
    same = _match(wish, rest, ports) if wish.not_order and wish.item and not wish.not_item else None
    return same or _one_or_ask(shelf.likely(rest))


def _named(wish: Wish, order: Order | None, shelf: Shelf, ports: SkillPorts) -> Chosen | Unsure | None:
    """By what the shopper calls it; a name said earlier does not hold against an order named now, nor the reverse."""
    pool = shelf.within(order) if order else shelf.lines
    if wish.fresh_item and shelf.offered and not wish.fresh_order:
        found = _match(wish, shelf.offered, ports)
        if found:
            return found
    found = _match(wish, pool, ports)
    if not found and order and not wish.fresh_order:
        found = _match(wish, shelf.lines, ports)
    if found:
        return found
    if not wish.fresh_item and (wish.fresh_order or wish.everything):
        return None
    if wish.everything or wish.both:
        return None
    return Unsure(prompt="returns-item-not-found", lines=shelf.likely(pool), heard=wish.item)


def _match(wish: Wish, pool: tuple[OwnedLine, ...], ports: SkillPorts) -> Chosen | Unsure | None:
    parts = tuple(parts_of(wish.item))
    if len(parts) > 1:
        each = [_close(part, pool, ports) for part in parts]
        if all(len(found) == 1 for found in each):
            return Chosen(lines=tuple({found[0].line.id: found[0] for found in each}.values()))
    close = _close(wish.item, pool, ports)
    if not close:
        return None
    if len(close) == 1 or wish.both or wish.everything:
        return Chosen(lines=close)
    return Unsure(prompt="returns-which-of-these", lines=close)


def _close(mention: str, pool: tuple[OwnedLine, ...], ports: SkillPorts) -> tuple[OwnedLine, ...]:
    matches = ports.mentions.match(mention, pool)
    best = matches[0].score if matches else 0
    return tuple(match.owned for match in matches if best - match.score <= _TOO_CLOSE)


def _scoped(wish: Wish, order: Order | None, shelf: Shelf) -> Chosen | Unsure:
    """Nothing was named: what the order, or the whole account, leaves possible."""
    likely = shelf.likely(shelf.within(order) if order else shelf.lines)
    if wish.everything:
        orders = tuple(dict.fromkeys(each.order.id for each in likely))
        if len(orders) == 1:
            return Chosen(lines=likely)
        whole = tuple(each for each in shelf.orders if each.id in set(orders))
        return Unsure(prompt="returns-which-order", orders=whole)
    return _one_or_ask(likely, "returns-which-line-of-order" if order else "returns-which-line")


def _one_or_ask(lines: tuple[OwnedLine, ...], prompt: str = "returns-which-line") -> Chosen | Unsure:
    return Chosen(lines=lines) if len(lines) == 1 else Unsure(prompt=prompt, lines=lines)
