"""An order's parcels together as blocks: one in full, several side by side, or an order of which none is known.

Shared by tracking and incidents; one parcel's own words are in ``skills.journeys``.
"""

from domain.blocks import Block, Card, Link, Phrase, PhraseValue, Row
from domain.clock import ShopCalendar, local_day
from domain.languages import Language
from domain.orders import Line, Order, OrderState
from skills.journeys import Seen, parcel_card, say_state, say_when, timeline, word


def present_order(
    order: Order,
    seen: tuple[Seen, ...],
    *,
    one: Seen | None,
    url: str,
    language: Language,
    calendar: ShopCalendar,
    disputed: bool = False,
) -> tuple[Block, ...]:
    """Where an order is: its own state when no parcel is known, the parcel meant, or all of them."""
    if not seen:
        return unsent_order(order, language=language, calendar=calendar)
    return one_parcel(one, seen, url=url, disputed=disputed) if one else several_parcels(seen, url=url)


def unsent_order(order: Order, *, language: Language, calendar: ShopCalendar) -> tuple[Block, ...]:
    """An order of which no parcel is known, in the words of its own state."""
    values: dict[str, PhraseValue] = {"number": order.number}
    key = f"tracking-order-{word(order.state)}"
    if order.state is OrderState.DELIVERED:
        days = [day for line in order.lines if (day := local_day(line.delivered, calendar.zone))]
        if days:
            values["day"] = max(days)
        else:
            key = "tracking-order-delivered-no-day"
    placed = order.placed_at.astimezone(calendar.zone).date()
    rows = (
        Row(label=Phrase(key="tracking-row-inside"), value=tuple(line.title(language) for line in order.lines)),
        Row(label=Phrase(key="tracking-row-placed"), value=placed),
    )
    return (Phrase(key=key, values=values), _order_card(order, order.lines, language, rows))


def _order_card(order: Order, lines: tuple[Line, ...], language: Language, rows: tuple[Row, ...]) -> Card:
    return Card(
        title=lines[0].title(language) if lines else order.number,
        subtitle=order.number,
        image=lines[0].image if lines else "",
        rows=rows,
    )


def one_parcel(seen: Seen, all_seen: tuple[Seen, ...], *, url: str, disputed: bool = False) -> tuple[Block, ...]:
    """Where it stands, when it comes, what else the order holds, the parcel at a glance, and its latest scans."""
    steps = timeline(seen.parcel, url)
    link = () if steps else (Link(label=Phrase(key="tracking-open-parcel"), url=url),)
    values: dict[str, PhraseValue] = {"number": seen.order.number, "count": len(all_seen) - 1}
    more = (Phrase(key="tracking-siblings", values=values),) if len(all_seen) > 1 else ()
    return (
        say_state(seen, disputed=disputed),
        *say_when(seen),
        *more,
        *_unsent_lines(all_seen),
        parcel_card(seen, actions=link),
        *((steps,) if steps else ()),
    )


def several_parcels(seen: tuple[Seen, ...], *, url: str) -> tuple[Block, ...]:
    """Every parcel with what is inside; what has not left is said too."""
    order = seen[0].order
    cards = tuple(parcel_card(each, decision=next(iter(say_when(each)), None)) for each in seen)
    values: dict[str, PhraseValue] = {"number": order.number, "count": len(seen)}
    link = Link(label=Phrase(key="tracking-open-parcels"), url=url)
    return (Phrase(key="tracking-parcels", values=values), *_unsent_lines(seen), *cards, link)


def _unsent_lines(seen: tuple[Seen, ...]) -> tuple[Phrase, ...]:
    """Lines in no parcel and not delivered; silent when a parcel's content is not known."""
    if not all(each.parcel.lines for each in seen):
        return ()
    sent = {line for each in seen for line in each.parcel.lines}
    unsent = tuple(
        line.title(seen[0].language)
        for line in seen[0].order.lines
        if line.id not in sent and not line.delivered_quantity
    )
    return (Phrase(key="tracking-not-sent-yet", values={"items": unsent}),) if unsent else ()
