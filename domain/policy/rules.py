"""What single rules say of a situation: pieces left, exclusions, windows and fees; ``decide`` puts them in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.clock import local_day
from domain.money import Money
from domain.orders import Line, Order
from domain.policy.decision import RuleResult
from domain.policy.model import CountsFrom, Exclusion, ExclusionKind, ReturnPolicy, Window
from domain.returns import Resolution, Return, ReturnState

_GIVEN_BACK = {ReturnState.RECEIVED, ReturnState.REFUNDED, ReturnState.EXCHANGED, ReturnState.STORE_CREDITED}
_PROMISED = {ReturnState.REQUESTED, ReturnState.APPROVED, ReturnState.IN_TRANSIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The facts: the line in its order, the returns that touch the order, who asks, and the shop's day and zone."""

    order: Order
    line: Line
    returns: tuple[Return, ...]
    asked_by_recipient: bool
    today: date
    zone: ZoneInfo


def touching(situation: Situation) -> tuple[Return, ...]:
    """The returns that name the line."""
    line = situation.line.id
    return tuple(each for each in situation.returns if any(part.line == line for part in each.lines))


def pieces_left(situation: Situation, *, doubtful: bool) -> int:
    """Pieces delivered and neither given back nor on an open return.

    ``doubtful`` leaves out, too, what is on a return whose state we cannot read: it may well be on its way.
    """
    line = situation.line
    promised = _PROMISED | ({ReturnState.UNKNOWN} if doubtful else set())
    back = max(_moved(situation, _GIVEN_BACK), line.returned_quantity)
    return max(0, line.delivered_quantity - back - _moved(situation, promised))


def _moved(situation: Situation, states: set[ReturnState]) -> int:
    return sum(
        part.quantity
        for each in situation.returns
        if each.state in states
        for part in each.lines
        if part.line == situation.line.id
    )


def exclusions_of(line: Line, policy: ReturnPolicy, rules: list[RuleResult]) -> list[Exclusion]:
    """Every exclusion that matches the line."""
    found = []
    for exclusion in policy.exclusions:
        hit = {
            ExclusionKind.CATEGORY: line.category == exclusion.value,
            ExclusionKind.TAG: exclusion.value in line.tags,
            ExclusionKind.FINAL_SALE: line.final_sale,
        }[exclusion.matches]
        rules.append(RuleResult(rule=exclusion.id, fact=exclusion.value or exclusion.matches.value, passed=not hit))
        if hit:
            found.append(exclusion)
    return found


def window_ends(
    situation: Situation, policy: ReturnPolicy, possible: frozenset[Resolution]
) -> Iterator[tuple[Window, date | None]]:
    """The last local day of each window that applies; None when the day it counts from is unknown."""
    gift = situation.order.gift
    for_gifts = {window.resolution for window in policy.windows if window.gifts_only} if gift else set()
    for window in policy.windows:
        if window.resolution not in possible or window.gifts_only != (window.resolution in for_gifts):
            continue
        start = situation.line.delivered if window.counts_from is CountsFrom.DELIVERY else situation.order.placed_at
        day = local_day(start, situation.zone)
        yield window, day + timedelta(days=window.days) if day else None


def fee_for(situation: Situation, policy: ReturnPolicy | None, resolution: Resolution) -> Money | None:
    country = situation.order.country
    fees = policy.fees if policy else ()
    fee = next((each for each in fees if country in each.countries and resolution in each.resolutions), None)
    return fee.amount if fee else None
