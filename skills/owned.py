"""Which of the shopper's own orders is meant, from what they said; shared by the skills that start from an order.

It reads nothing but the shopper's own records, so an order of somebody else fits as little as one that does not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from domain.blocks import Option, Phrase
from domain.clock import ShopCalendar, local_day
from domain.commands import Slot
from domain.ids import OrderId, ParcelId
from domain.languages import Language
from domain.mentions import Match, Mentions, OwnedLine
from domain.orders import Line, Order, OrderState
from domain.outcomes import Asked, Memory, Missing
from domain.parcels import Parcel
from domain.skills import OwnRecords, SkillRequest

CLOSE = 0.1
LOOKED_INTO = 20
AWAITED = timedelta(days=120)
SETTLED = {OrderState.DELIVERED, OrderState.CANCELLED}
_SAID = "said."
_NAMING = (Slot.ORDER_NUMBER, Slot.TRACKING_NUMBER, Slot.ITEM)


class OnParcel(Protocol):
    """A claim or an incident, as far as choosing one goes."""

    @property
    def order(self) -> OrderId: ...

    @property
    def parcel(self) -> ParcelId: ...


Case = TypeVar("Case", bound=OnParcel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The orders that fit what was said, with the parcel or line when the words named one.

    ``slot`` and ``words`` tell what was said, None and empty when nothing names an order; ``fresh`` is False when it
    was said to another skill, and then it may have nothing to do with this question.
    """

    orders: tuple[Order, ...] = ()
    parcel: Parcel | None = None
    line: Line | None = None
    slot: Slot | None = None
    words: str = ""
    fresh: bool = False

    @property
    def unknown(self) -> bool:
        """A number was given that is none of theirs."""
        return self.fresh and not self.orders and self.slot is not Slot.ITEM

    @property
    def unmatched(self) -> bool:
        """A thing was named that is in none of their orders, or the word was never meant as a thing."""
        return self.fresh and not self.orders and self.slot is Slot.ITEM


def ask_identity(purpose: Phrase, request: SkillRequest) -> Asked:
    """Asks for identity and keeps what this message said, so that it still counts as said after signing in."""
    said = {f"{_SAID}{slot.value}": request.slots[slot] for slot in request.changed if request.slots.get(slot)}
    return Asked(missing=Missing.IDENTITY, blocks=(purpose,), memory={**request.memory, **said})


def said_now(request: SkillRequest, slot: Slot) -> str:
    """The value when this message gave it, or the one just before signing in; empty otherwise."""
    value = request.slots.get(slot, "").strip()
    fresh = slot in request.changed or request.memory.get(f"{_SAID}{slot.value}") == value
    return value if fresh else ""


def wants_other(request: SkillRequest) -> bool:
    """ "Not that one", without saying which."""
    return any(slot in request.changed and not request.slots.get(slot) for slot in _NAMING)


def read_choice(request: SkillRequest, prefix: str) -> str:
    """The id behind a picked option such as ``order:ord_1``; empty when another kind of option was picked."""
    kind, _, chosen = (request.choice or "").partition(":")
    return chosen if kind == prefix else ""


async def find_meant(request: SkillRequest, own: OwnRecords, mentions: Mentions, *, orders: tuple[Order, ...]) -> Meant:
    """What this message names; else, unless the skill remembers one, what was named before in the conversation."""
    chosen = read_choice(request, "order")
    if picked := tuple(order for order in orders if order.id == chosen):
        return Meant(orders=picked, fresh=True)
    for slot in _NAMING:
        if words := said_now(request, slot):
            return await _fit(request, own, mentions, orders=orders, slot=slot, words=words)
    if wants_other(request) or request.memory.keys() & {"order", "claim", "incident"}:
        return Meant()
    for slot in _NAMING:
        if words := request.slots.get(slot, "").strip():
            stale = await _fit(request, own, mentions, orders=orders, slot=slot, words=words, fresh=False)
            if stale.orders:
                return stale
    return Meant()


async def _fit(
    request: SkillRequest,
    own: OwnRecords,
    mentions: Mentions,
    *,
    orders: tuple[Order, ...],
    slot: Slot,
    words: str,
    fresh: bool = True,
) -> Meant:
    """The orders that one piece of what was said fits."""
    if slot is Slot.TRACKING_NUMBER:
        found = await _find_parcel(own, orders, words)
        fitting = (found[0],) if found else ()
        return Meant(orders=fitting, parcel=found[1] if found else None, slot=slot, words=words, fresh=fresh)
    if slot is Slot.ORDER_NUMBER:
        named = tuple(order for order in orders if same_number(order.number, words))
        lines = _match(mentions, request.slots.get(Slot.ITEM, ""), named)
        line = lines[0].line if len(lines) == 1 else None
        return Meant(orders=named, line=line, slot=slot, words=words, fresh=fresh)
    remembered = tuple(order for order in orders if order.id == request.memory.get("order"))
    matched = _match(mentions, words, remembered) or _match(mentions, words, orders)
    fits = {each.order.id for each in matched}
    return Meant(
        orders=tuple(order for order in orders if order.id in fits),
        line=matched[0].line if len(matched) == 1 else None,
        slot=slot,
        words=words,
        fresh=fresh,
    )


def _match(mentions: Mentions, words: str, orders: tuple[Order, ...]) -> tuple[OwnedLine, ...]:
    """The lines that the words mean, those too close to choose between together."""
    if not words or not orders:
        return ()
    lines = tuple(OwnedLine(order=order, line=line) for order in orders for line in order.lines)
    matches: tuple[Match, ...] = mentions.match(words, lines)
    return tuple(match.owned for match in matches if matches[0].score - match.score <= CLOSE)


async def _find_parcel(own: OwnRecords, orders: tuple[Order, ...], number: str) -> tuple[Order, Parcel] | None:
    sent = (order for order in orders if order.state is not OrderState.CANCELLED)
    for _, order in zip(range(LOOKED_INTO), sent, strict=False):
        for parcel in await own.list_parcels(order.id):
            if plain(parcel.tracking_number) == plain(number):
                return order, parcel
    return None


def plain(number: str) -> str:
    """An order or tracking number without what people leave out or add when they copy it."""
    return "".join(sign for sign in number.casefold() if sign.isalnum())


def same_number(number: str, said: str) -> bool:
    """Whether the order number is the one said; its digits alone will do."""
    digits = "".join(sign for sign in plain(number) if sign.isdigit())
    return plain(said) in {plain(number), digits} and bool(plain(said))


def pick_cases(
    cases: tuple[Case, ...], meant: Meant, *, is_open: Callable[[Case], bool], left_out: Case | None
) -> tuple[Case, ...]:
    """The claims or incidents that may be meant: on what was named, else the open ones, else all."""
    fitting = tuple(each for each in cases if each is not left_out)
    if meant.orders:
        named = {order.id for order in meant.orders}
        on_named = tuple(each for each in fitting if each.order in named)
        if meant.parcel:
            on_named = tuple(each for each in on_named if meant.parcel and each.parcel == meant.parcel.id)
        fitting = on_named if on_named or meant.fresh else fitting
    return tuple(each for each in fitting if is_open(each)) or fitting


def list_awaited(orders: tuple[Order, ...], calendar: ShopCalendar) -> tuple[Order, ...]:
    """The orders that may still come, in the order given; one that went back or got lost months ago is not awaited."""
    since = calendar.today() - AWAITED
    return tuple(
        order
        for order in orders
        if order.state not in SETTLED and order.placed_at.astimezone(calendar.zone).date() >= since
    )


def last_day(order: Order, calendar: ShopCalendar) -> date:
    """The day the order last had news: its latest delivery, else the day it was placed."""
    delivered = [day for line in order.lines if (day := local_day(line.delivered, calendar.zone))]
    return max(delivered, default=order.placed_at.astimezone(calendar.zone).date())


def order_option(order: Order, language: Language, calendar: ShopCalendar) -> Option:
    """An order as a choice: its number, what was bought and when."""
    titles = tuple(line.title(language) for line in order.lines[:3])
    placed = order.placed_at.astimezone(calendar.zone).date()
    words = (title for line in order.lines for title in line.titles.values())
    return Option(
        id=f"order:{order.id}",
        label=Phrase(key="tracking-option-order", values={"number": order.number, "items": titles, "placed": placed}),
        hints=tuple(dict.fromkeys((order.number, *words))),
    )


def remember(**known: str | None) -> Memory:
    """Memory without what is not known."""
    return {name: value for name, value in known.items() if value}
