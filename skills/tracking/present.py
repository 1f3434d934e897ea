"""Orders and parcels as blocks for tracking; what several skills say of one parcel is in ``skills.journeys``."""

from dataclasses import dataclass

from domain.blocks import Block, Card, Choices, Link, Option, Phrase, PhraseValue, Row
from domain.claims import Claim
from domain.clock import ShopCalendar, local_day
from domain.incidents import Incident
from domain.languages import Language
from domain.orders import Line, Order, OrderState
from domain.parcels import ParcelState
from domain.skills import SkillRequest
from skills.journeys import UNDER_WAY, Seen, parcel_card, say_state, say_when, shorten, timeline, word
from skills.owned import Meant, last_day, order_option

SHOWN = 4
PERSON = Option(id="person", label=Phrase(key="tracking-option-person"))
INCIDENT = Option(id="ask:delivery_incident", label=Phrase(key="tracking-option-incident"))
CLAIM = Option(id="ask:claim_or_investigation", label=Phrase(key="tracking-option-claim"))
TROUBLED = {ParcelState.LOST, ParcelState.RETURNED_TO_SENDER, ParcelState.EXCEPTION, ParcelState.FAILED_ATTEMPT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """What is open on the parcels shown; ``unread`` when it could not be looked up."""

    incidents: tuple[Incident, ...] = ()
    claims: tuple[Claim, ...] = ()
    unread: bool = False

    @property
    def blocks(self) -> tuple[Phrase, ...]:
        if self.unread:
            return (Phrase(key="tracking-cases-unread"),)
        return (
            *(Phrase(key="tracking-incident-open", values={"at": each.happened}) for each in self.incidents),
            *(Phrase(key="tracking-claim-open", values={"number": each.number}) for each in self.claims),
        )


def no_orders() -> tuple[Block, ...]:
    return (Phrase(key="tracking-no-orders"), Choices(prompt=Phrase(key="tracking-more"), options=(PERSON,)))


def only_order(order: Order) -> tuple[Phrase, ...]:
    return (Phrase(key="tracking-only-order", values={"number": order.number}),)


def not_found(
    meant: Meant, orders: tuple[Order, ...], request: SkillRequest, calendar: ShopCalendar
) -> tuple[Block, ...]:
    said = Phrase(key="tracking-not-found", values={"said": shorten(meant.words)})
    return (said, which_order(orders, request, calendar))


def which_order(orders: tuple[Order, ...], request: SkillRequest, calendar: ShopCalendar) -> Choices:
    latest = sorted(orders, key=lambda order: last_day(order, calendar), reverse=True)[:SHOWN]
    options = tuple(order_option(order, request.language, calendar) for order in latest)
    return Choices(prompt=Phrase(key="tracking-which-order"), options=options)


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


def one_parcel(seen: Seen, all_seen: tuple[Seen, ...], *, url: str) -> tuple[Block, ...]:
    """Where it stands, when it comes, what else the order holds, the parcel at a glance, and its latest scans."""
    steps = timeline(seen.parcel, url)
    link = () if steps else (Link(label=Phrase(key="tracking-open-parcel"), url=url),)
    values: dict[str, PhraseValue] = {"number": seen.order.number, "count": len(all_seen) - 1}
    more = (Phrase(key="tracking-siblings", values=values),) if len(all_seen) > 1 else ()
    return (
        say_state(seen),
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


def next_steps(
    seen: tuple[Seen, ...], cases: Cases, *, others: tuple[Order, ...], language: Language, calendar: ShopCalendar
) -> tuple[Choices, ...]:
    """What is open first, then a parcel step by step, then another order on its way; a person where trouble is."""
    moving = tuple(each for each in seen if each.parcel.state in UNDER_WAY)
    troubled = any(each.parcel.state in TROUBLED or each.late_days for each in seen)
    options = (
        *((INCIDENT,) if cases.incidents else ()),
        *((CLAIM,) if cases.claims else ()),
        *((_parcel_option(each) for each in moving) if len(seen) > 1 and len(moving) > 1 else ()),
        *(order_option(order, language, calendar) for order in others[:SHOWN]),
        *((PERSON,) if troubled else ()),
    )
    return (Choices(prompt=Phrase(key="tracking-more"), options=options),) if options else ()


def _parcel_option(seen: Seen) -> Option:
    inside = tuple(line.title(seen.language) for line in seen.lines)
    values: dict[str, PhraseValue] = {"items": inside, "carrier": seen.parcel.carrier}
    key = "tracking-option-parcel" if inside else "tracking-option-parcel-unnamed"
    words = (title for line in seen.lines for title in line.titles.values())
    return Option(
        id=f"parcel:{seen.parcel.id}",
        label=Phrase(key=key, values=values),
        hints=tuple(dict.fromkeys((seen.parcel.tracking_number, *words))),
    )
