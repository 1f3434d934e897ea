"""Returns and refunds: how they begin, travel and end."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.ids import ReturnId
from domain.money import Money
from domain.policy.model import Fee
from domain.returns import Resolution, ReturnedLine, ReturnState
from hub_connectors.sandbox.policy import POLICY
from hub_connectors.sandbox.seeding.days import moment, shop_day, some_hours, working_day
from hub_connectors.sandbox.stories import OrderStory, ReturnStory

SEND_WITHIN = timedelta(days=14)
MEANS = ("card", "card", "card", "paypal", "gift_card")
_REJECTIONS = ("worn", "tags_removed", "incomplete", "not_our_product")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A return to make a story of; without ``steps`` chance decides what becomes of it."""

    order: OrderStory
    lines: tuple[ReturnedLine, ...]
    resolution: Resolution
    id: ReturnId
    number: str
    at: datetime
    steps: tuple[tuple[datetime, ReturnState], ...] = ()


_OUTCOMES = {
    ReturnState.REFUNDED: 76,
    ReturnState.REJECTED: 7,
    ReturnState.EXPIRED: 9,
    ReturnState.CANCELLED: 6,
    ReturnState.UNKNOWN: 2,
}
_SETTLED = {
    Resolution.REFUND: ReturnState.REFUNDED,
    Resolution.EXCHANGE: ReturnState.EXCHANGED,
    Resolution.STORE_CREDIT: ReturnState.STORE_CREDITED,
}


def make_return(request: Request, chance: random.Random) -> ReturnStory:
    outcome = chance.choices(tuple(_OUTCOMES), tuple(_OUTCOMES.values()))[0]
    steps = request.steps or tuple(_steps(request, outcome, chance))
    received = next((at for at, state in steps if state is ReturnState.RECEIVED), None)
    return ReturnStory(
        id=request.id,
        number=request.number,
        order=request.order.id,
        resolution=request.resolution,
        lines=request.lines,
        steps=steps,
        amount=refund_amount(request.order, request.lines) if request.resolution is Resolution.REFUND else None,
        means=chance.choice(MEANS),
        expected_by=working_day(shop_day(received), 10) if received else None,
        send_by=shop_day(request.at) + SEND_WITHIN,
        tracking_number=f"8R{chance.randrange(10**11):011d}",
        reason=chance.choice(_REJECTIONS) if steps[-1][1] is ReturnState.REJECTED else None,
    )


def _steps(request: Request, outcome: ReturnState, chance: random.Random) -> list[tuple[datetime, ReturnState]]:
    """The portal approves at once, except that now and then a person looks first."""
    at = request.at
    steps = [(at, ReturnState.APPROVED)]
    if chance.random() < 0.25:
        steps = [(at, ReturnState.REQUESTED), (at + some_hours(2, 90, chance), ReturnState.APPROVED)]
    if outcome is ReturnState.UNKNOWN:
        return [*steps, (steps[-1][0] + timedelta(days=3), ReturnState.UNKNOWN)]
    if outcome is ReturnState.CANCELLED:
        return [*steps, (steps[-1][0] + some_hours(5, 144, chance), ReturnState.CANCELLED)]
    if outcome is ReturnState.EXPIRED:
        return [*steps, (moment(shop_day(at) + SEND_WITHIN + timedelta(days=1), 0), ReturnState.EXPIRED)]
    sent = steps[-1][0] + some_hours(10, 216, chance)
    received = moment(working_day(shop_day(sent), chance.randint(2, 6)), chance.randint(500, 900))
    inspected = moment(working_day(shop_day(received), chance.randint(1, 5)), chance.randint(600, 1050))
    end = ReturnState.REJECTED if outcome is ReturnState.REJECTED else _SETTLED[request.resolution]
    return [*steps, (sent, ReturnState.IN_TRANSIT), (received, ReturnState.RECEIVED), (inspected, end)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalRequest:
    """A return that the portal approves at once; ``key`` tells two of one moment apart, ``free`` waives the fee."""

    order: OrderStory
    lines: tuple[ReturnedLine, ...]
    resolution: Resolution
    at: datetime
    key: str
    free: bool


def make_portal_return(request: PortalRequest) -> ReturnStory:
    """Sent two days later, then received, inspected and settled."""
    at, order = request.at, request.order
    sent = at + timedelta(days=2)
    received = moment(working_day(shop_day(sent), 3), 620)
    inspected = moment(working_day(shop_day(received), 2), 700)
    money = request.resolution is Resolution.REFUND
    chance = random.Random(f"{order.id}:{at.isoformat()}:{request.key}")
    return ReturnStory(
        id=ReturnId(f"ret_{chance.getrandbits(64):016x}"),
        number=f"RMA-{chance.randint(1_000_000, 9_999_999)}",
        order=order.id,
        resolution=request.resolution,
        lines=request.lines,
        steps=(
            (at, ReturnState.APPROVED),
            (sent, ReturnState.IN_TRANSIT),
            (received, ReturnState.RECEIVED),
            (inspected, _SETTLED[request.resolution]),
        ),
        amount=refund_amount(order, request.lines, free=request.free) if money else None,
        means="card",
        expected_by=working_day(shop_day(received), 10),
        send_by=shop_day(at) + SEND_WITHIN,
        tracking_number=f"8R{chance.randrange(10**11):011d}",
    )


def refund_amount(order: OrderStory, lines: tuple[ReturnedLine, ...], *, free: bool = False) -> Money:
    """What was paid for the pieces, less the fee of the country unless the return is free."""
    paid = {line.id: (line.paid, line.quantity) for line in order.lines}
    gross = sum(paid[part.line][0] * part.quantity // paid[part.line][1] for part in lines)
    fee: Fee | None = next((each for each in POLICY.fees if order.country in each.countries), None)
    less = fee.amount.minor if fee and not free and fee.amount.currency == order.currency else 0
    return Money(minor=max(0, gross - less), currency=order.currency)
