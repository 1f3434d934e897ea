"""What is true of a story at a moment; everything after that moment is invisible."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from domain.claims import Claim, ClaimState
from domain.clock import local_day
from domain.ids import LineId
from domain.incidents import Incident, IncidentState
from domain.money import Money
from domain.orders import Line, Order, OrderState
from domain.parcels import Parcel, ParcelState
from domain.returns import Refund, Resolution, Return, ReturnState
from hub_connectors.sandbox.assortment import find_variant
from hub_connectors.sandbox.paths import label_path, picture_path, tracking_path
from hub_connectors.sandbox.stories import (
    ClaimStory,
    IncidentStory,
    LineStory,
    OrderStory,
    ParcelStory,
    ReturnStory,
    Told,
)

State = TypeVar("State")

_GIVEN_BACK = {ReturnState.RECEIVED, ReturnState.REFUNDED, ReturnState.EXCHANGED, ReturnState.STORE_CREDITED}
_LABELLED = {ReturnState.APPROVED, ReturnState.IN_TRANSIT, ReturnState.RECEIVED}
_COMPENSATED = {ClaimState.ACCEPTED, ClaimState.PAID, ClaimState.CLOSED}
_LOCAL_ZONES = {"US": ZoneInfo("America/New_York"), "GB": ZoneInfo("Europe/London")}


def reached(steps: Sequence[tuple[datetime, State]], now: datetime) -> tuple[datetime, State] | None:
    """The latest step that has begun, None when the story has not."""
    return next((step for step in reversed(steps) if step[0] <= now), None)


def order_as_of(story: OrderStory, returns: Iterable[ReturnStory], now: datetime) -> Order:
    given_back = _given_back(returns, now)
    lines = tuple(_line(story, line, given_back.get(line.id, 0), now) for line in story.lines)
    total = Money(minor=sum(line.paid for line in story.lines) + story.shipping, currency=story.currency)
    return Order(
        id=story.id,
        number=story.number,
        customer=story.customer,
        placed_at=story.placed_at,
        state=_order_state(story, lines, now),
        lines=lines,
        total=total,
        gift=story.gift,
        recipient_customer=story.recipient,
        country=story.country,
        postcode=story.postcode,
        note=story.note,
    )


def _given_back(returns: Iterable[ReturnStory], now: datetime) -> dict[LineId, int]:
    counts: dict[LineId, int] = {}
    for each in returns:
        step = reached(each.steps, now)
        if step and step[1] in _GIVEN_BACK:
            for part in each.lines:
                counts[part.line] = counts.get(part.line, 0) + part.quantity
    return counts


def _line(story: OrderStory, line: LineStory, given_back: int, now: datetime) -> Line:
    product, variant = find_variant(line.variant)
    arrived = [
        (parcel, part.quantity)
        for parcel in story.parcels
        for part in parcel.parts
        if part.line == line.id and parcel.arrives is not None and parcel.arrives <= now
    ]
    mailed = line.mailed is not None and line.mailed <= now
    return Line(
        id=line.id,
        product=product.id,
        variant=variant.id,
        titles=product.titles,
        variant_titles=variant.titles,
        category=product.category,
        tags=product.tags,
        image=picture_path(product.id, variant.options["colour"]),
        quantity=line.quantity,
        paid=Money(minor=line.paid, currency=story.currency),
        full_price=Money(minor=line.full_price, currency=story.currency),
        final_sale=line.final_sale,
        delivered=line.mailed if mailed else _latest([parcel for parcel, _ in arrived], story.country),
        delivered_quantity=line.quantity if mailed else sum(quantity for _, quantity in arrived),
        returned_quantity=given_back,
    )


def _latest(arrived: list[ParcelStory], country: str) -> datetime | date | None:
    """When the last piece came: the windows of a line sent in several parcels count from there."""
    if not arrived or any(parcel.told is Told.NOTHING for parcel in arrived):
        return None
    return _told_delivery(max(arrived, key=lambda parcel: parcel.arrives or parcel.events[0].at), country)


def _told_delivery(parcel: ParcelStory, country: str) -> datetime | date | None:
    if parcel.arrives is None or parcel.told is Told.NOTHING:
        return None
    if parcel.told is Told.DAY:
        return parcel.arrives.astimezone(_LOCAL_ZONES.get(country, ZoneInfo("Europe/Paris"))).date()
    return parcel.arrives


def _order_state(story: OrderStory, lines: tuple[Line, ...], now: datetime) -> OrderState:
    if story.cancelled_at is not None and story.cancelled_at <= now:
        return OrderState.CANCELLED
    if story.odd:
        return OrderState.UNKNOWN
    delivered = sum(line.delivered_quantity for line in lines)
    if delivered >= sum(line.quantity for line in lines):
        return OrderState.DELIVERED
    if delivered:
        return OrderState.PARTLY_DELIVERED
    sent = any(event.at <= now for parcel in story.parcels for event in parcel.events[1:2])
    return OrderState.SHIPPED if sent else OrderState.PLACED


def parcel_as_of(order: OrderStory, story: ParcelStory, now: datetime) -> Parcel | None:
    """None until the label exists."""
    events = tuple(event for event in story.events if event.at <= now)
    if not events:
        return None
    arrived = story.arrives is not None and story.arrives <= now
    return Parcel(
        id=story.id,
        order=order.id,
        carrier=story.carrier,
        tracking_number=story.tracking_number,
        tracking_url=tracking_path(story.tracking_number),
        state=ParcelState.DELIVERED if arrived else events[-1].state,
        lines=tuple(part.line for part in story.parts),
        events=events,
        expected=story.expected,
        delivered=_told_delivery(story, order.country) if arrived else None,
        measures=story.measures,
        contract=story.contract,
        label_url=label_path(story.tracking_number),
        depot=story.depot,
        destination=story.destination,
    )


def return_as_of(story: ReturnStory, now: datetime, zone: ZoneInfo) -> Return | None:
    step = reached(story.steps, now)
    if step is None:
        return None
    state = step[1]
    sent = any(at <= now and each is ReturnState.IN_TRANSIT for at, each in story.steps)
    return Return(
        id=story.id,
        number=story.number,
        order=story.order,
        state=state,
        resolution=story.resolution,
        lines=story.lines,
        created=story.steps[0][0],
        updated=step[0],
        refund=_refund(story, step, zone),
        send_by=story.send_by,
        label_url=label_path(story.number) if state in _LABELLED else None,
        tracking_number=story.tracking_number if sent else None,
        reason=story.reason if state is ReturnState.REJECTED else None,
    )


def _refund(story: ReturnStory, step: tuple[datetime, ReturnState], zone: ZoneInfo) -> Refund | None:
    at, state = step
    if story.resolution is not Resolution.REFUND or state not in {ReturnState.RECEIVED, ReturnState.REFUNDED}:
        return None
    issued = local_day(at, zone) if state is ReturnState.REFUNDED else None
    return Refund(amount=story.amount, means=story.means, issued=issued, expected_by=story.expected_by)


def incident_as_of(story: IncidentStory, now: datetime, zone: ZoneInfo) -> Incident | None:
    step = reached(story.steps, now)
    if step is None:
        return None
    today = now.astimezone(zone).date()
    waiting = step[1] is IncidentState.AWAITING_SHOPPER
    chosen = story.chosen_at is not None and story.chosen_at <= now
    return Incident(
        id=story.id,
        customer=story.customer,
        order=story.order,
        parcel=story.parcel,
        carrier=story.carrier,
        code=story.code,
        reason=story.reason,
        driver_note=story.driver_note,
        happened=story.happened,
        distance_m=story.distance_m,
        state=step[1],
        choices=story.choices if waiting else (),
        days=tuple(day for day in story.days if day > today) if waiting else (),
        answer_by=story.answer_by,
        chosen=story.chosen if chosen else None,
    )


def claim_as_of(story: ClaimStory, now: datetime, zone: ZoneInfo) -> Claim | None:
    step = reached(story.steps, now)
    if step is None:
        return None
    state = step[1]
    provided = tuple(piece for at, piece in story.provided if at <= now)
    missing = tuple(piece for piece in story.needed if piece not in provided)
    return Claim(
        id=story.id,
        number=story.number,
        customer=story.customer,
        order=story.order,
        parcel=story.parcel,
        carrier=story.carrier,
        reason=story.reason,
        state=state,
        opened=story.steps[0][0].astimezone(zone).date(),
        answer_due=story.answer_due if state is not ClaimState.AWAITING_SHOPPER else None,
        missing=missing if state in {ClaimState.DRAFT, ClaimState.AWAITING_SHOPPER} else (),
        provided=provided,
        amount=story.amount,
        compensation=story.compensation if state in _COMPENSATED else None,
    )
