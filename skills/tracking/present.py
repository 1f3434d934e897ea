"""The questions and next steps of tracking; what is said of orders and parcels is in ``skills.shipments``."""

from domain.blocks import Block, Choices, Option, Phrase, PhraseValue
from domain.clock import ShopCalendar
from domain.languages import Language
from domain.orders import Order
from domain.parcels import ParcelState
from domain.skills import SkillRequest
from skills.cases import Cases
from skills.journeys import UNDER_WAY, Seen, shorten
from skills.owned import Meant, last_day, order_option

SHOWN = 4
PERSON = Option(id="person", label=Phrase(key="tracking-option-person"))
INCIDENT = Option(id="ask:delivery_incident", label=Phrase(key="tracking-option-incident"))
CLAIM = Option(id="ask:claim_or_investigation", label=Phrase(key="tracking-option-claim"))
TROUBLED = {ParcelState.LOST, ParcelState.RETURNED_TO_SENDER, ParcelState.EXCEPTION, ParcelState.FAILED_ATTEMPT}


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
