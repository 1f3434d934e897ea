"""What the shop's rules come to for one line, reckoned from its records by hand: apart from the code that decides.

The figures stand here a second time on purpose; the days are counted here a second time, too.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.returns import ReturnedLine, ReturnState
from hub_connectors.sandbox.assortment import find_variant
from hub_connectors.sandbox.stories import LineStory, OrderStory, ParcelStory, ReturnStory, Told

_SHOP = ZoneInfo("Europe/Paris")
_DOORS = {"US": ZoneInfo("America/New_York"), "GB": ZoneInfo("Europe/London")}
_SERVED = {"FR", "BE", "LU", "DE", "ES", "IT", "NL", "GB", "US"}
_BACK = {"received", "refunded", "exchanged", "store_credited"}
_COMING = {"requested", "approved", "in_transit"}
_OPEN = _COMING | {"received"}
_REFUND, _EXCHANGE, _CREDIT, _GIFT = 30, 45, 60, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """``day`` is the one that the reason speaks of; None where it names no day."""

    verdict: str
    reason: str
    day: date | None = None


def reckon(
    order: OrderStory, line: LineStory, returns: list[ReturnStory], now: datetime, *, recipient: bool
) -> Reckoned:
    """The decision on all of a line's pieces, asked by the buyer or by the recipient of a gift."""
    arrived = [parcel for parcel in _parcels_of(order, line) if parcel.arrives and parcel.arrives <= now]
    pieces = _pieces(line, arrived, now)
    if order.cancelled_at and order.cancelled_at <= now:
        return Reckoned(verdict="refused", reason="cancelled")
    if not pieces:
        return Reckoned(verdict="refused", reason="not_delivered")
    states = [(state, part.quantity) for state, each in _states(returns, now) for part in each if part.line == line.id]
    if pieces <= sum(quantity for state, quantity in states if state in _BACK | _COMING):
        coming = any(state in _OPEN for state, _ in states)
        return Reckoned(verdict="refused", reason="return_open" if coming else "already_returned")
    return _excluded(order, line) or _by_day(order, line, arrived, now, recipient)


def _parcels_of(order: OrderStory, line: LineStory) -> list[ParcelStory]:
    return [parcel for parcel in order.parcels if any(part.line == line.id for part in parcel.parts)]


def _pieces(line: LineStory, arrived: list[ParcelStory], now: datetime) -> int:
    if line.mailed and line.mailed <= now:
        return line.quantity
    return sum(part.quantity for parcel in arrived for part in parcel.parts if part.line == line.id)


def _states(returns: list[ReturnStory], now: datetime) -> list[tuple[str, tuple[ReturnedLine, ...]]]:
    found = []
    for each in returns:
        begun: list[ReturnState] = [state for at, state in each.steps if at <= now]
        if begun:
            found.append((begun[-1].value, each.lines))
    return found


def _excluded(order: OrderStory, line: LineStory) -> Reckoned | None:
    product, _ = find_variant(line.variant)
    if order.country not in _SERVED:
        return Reckoned(verdict="refused", reason="region_excluded")
    if line.final_sale:
        return Reckoned(verdict="refused", reason="final_sale")
    if product.category in {"gift_cards", "bath_body"}:
        return Reckoned(verdict="refused", reason="excluded_category")
    if product.tags & {"pierced", "personalised", "hygiene"}:
        return Reckoned(verdict="refused", reason="excluded_tag")
    return None


def _by_day(order: OrderStory, line: LineStory, arrived: list[ParcelStory], now: datetime, recipient: bool) -> Reckoned:
    came = _day_it_came(order, line, arrived)
    strict = "provider_strict" in find_variant(line.variant)[0].tags
    if came is None and strict:
        return Reckoned(verdict="refused", reason="provider_refused")
    if came is None:
        return Reckoned(verdict="unknown", reason="delivery_unknown")
    today = now.astimezone(_SHOP).date()
    age = (today - came).days
    gift = order.gift
    if age > (_GIFT if gift else _CREDIT):
        return Reckoned(verdict="refused", reason="window_passed", day=came + timedelta(days=_CREDIT))
    if strict:
        return Reckoned(verdict="unknown", reason="provider_refused")
    if gift:
        reason = "gift_recipient" if recipient else "within_window"
        return Reckoned(verdict="eligible", reason=reason, day=came + timedelta(days=_GIFT))
    if age <= _REFUND:
        return Reckoned(verdict="eligible", reason="within_window", day=came + timedelta(days=_REFUND))
    last = _EXCHANGE if age <= _EXCHANGE else _CREDIT
    return Reckoned(verdict="eligible", reason="credit_or_exchange", day=came + timedelta(days=last))


def _day_it_came(order: OrderStory, line: LineStory, arrived: list[ParcelStory]) -> date | None:
    """The shop's day of the last parcel's arrival, or the day the carrier wrote down at the door."""
    if line.mailed and not arrived:
        return line.mailed.astimezone(_SHOP).date()
    if any(parcel.told is Told.NOTHING for parcel in arrived):
        return None
    last, told = max((parcel.arrives, parcel.told is Told.DAY) for parcel in arrived if parcel.arrives)
    return last.astimezone(_DOORS.get(order.country, _SHOP) if told else _SHOP).date()
