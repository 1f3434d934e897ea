"""The decision on each chosen line, with everything that the words about it need. It decides nothing by itself."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.clock import local_day
from domain.customers import Customer
from domain.ids import OrderId
from domain.knowledge import Passage
from domain.mentions import OwnedLine
from domain.orders import Order
from domain.policy import CountsFrom, Decision, Reason, ReturnPolicy, Verdict, Window, decide
from domain.policy.decide import Situation
from domain.returns import Authority, ProviderAnswer, Resolution, Return
from domain.skills import OwnRecords, SkillPorts, SkillRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A line with its decision; ``window`` is the rule that set the deadline, ``counted_from`` its first day,
    ``refund_closed`` the last day for a refund when that has passed, ``days_to_come`` the days that a delivery will
    open, ``standing`` the return that is in the way, ``clause`` the passage that says so.
    """

    owned: OwnedLine
    decision: Decision
    window: Window | None
    counted_from: date | None
    refund_closed: date | None
    days_to_come: int | None
    standing: Return | None
    clause: Passage | None
    for_recipient: bool
    zone: ZoneInfo

    @property
    def unknown(self) -> bool:
        return self.decision.verdict is Verdict.UNKNOWN

    @property
    def eligible(self) -> bool:
        return self.decision.verdict is Verdict.ELIGIBLE

    def offers(self, resolution: Resolution) -> bool:
        return self.decision.offer(resolution) is not None

    def made_on(self, standing: Return) -> date:
        return standing.created.astimezone(self.zone).date()


async def decide_lines(
    lines: tuple[OwnedLine, ...], *, request: SkillRequest, own: OwnRecords, ports: SkillPorts
) -> tuple[Decided, ...]:
    orders = {each.order.id: each.order for each in lines}
    returns = dict(zip(orders, await asyncio.gather(*(own.list_returns(order) for order in orders)), strict=True))
    return tuple([await _decide(each, returns[each.order.id], request=request, own=own, ports=ports) for each in lines])


async def _decide(
    owned: OwnedLine, returns: tuple[Return, ...], *, request: SkillRequest, own: OwnRecords, ports: SkillPorts
) -> Decided:
    zone = ports.calendar.zone
    recipient = is_recipient(owned.order, request.customer)
    situation = Situation(
        order=owned.order,
        line=owned.line,
        returns=returns,
        asked_by_recipient=recipient,
        today=ports.calendar.today(),
        zone=zone,
    )
    decision = decide(situation, ports.policy, await own.check_line(owned.order, owned.line))
    window = _window(decision.rule, ports.policy)
    start = owned.line.delivered if window is None or window.counts_from is CountsFrom.DELIVERY else None
    return Decided(
        owned=owned,
        decision=decision,
        window=window,
        counted_from=local_day(start or owned.order.placed_at, zone) if window else None,
        refund_closed=_refund_closed(decision, ports.policy, owned, ports),
        days_to_come=_days_to_come(situation, decision, ports.policy),
        standing=_standing(decision, returns),
        clause=await _clause(decision.rule, window, request, ports),
        for_recipient=recipient,
        zone=zone,
    )


def is_recipient(order: Order, customer: Customer | None) -> bool:
    """Whether they got the order as a gift from somebody else: they are told no prices."""
    return customer is not None and order.recipient_customer == customer.id and order.customer != customer.id


def _window(rule: str, policy: ReturnPolicy | None) -> Window | None:
    return next((window for window in policy.windows if window.id == rule), None) if policy else None


def _refund_closed(decision: Decision, policy: ReturnPolicy | None, owned: OwnedLine, ports: SkillPorts) -> date | None:
    """The last day for a refund, when a window for refunds was looked at and had passed."""
    passed = {result.rule for result in decision.receipt.rules if result.passed is False}
    for window in policy.windows if policy else ():
        if window.resolution is Resolution.REFUND and window.id in passed:
            start = owned.line.delivered if window.counts_from is CountsFrom.DELIVERY else owned.order.placed_at
            day = local_day(start, ports.calendar.zone)
            return day + timedelta(days=window.days) if day else None
    return None


def _days_to_come(situation: Situation, decision: Decision, policy: ReturnPolicy | None) -> int | None:
    """How many days a delivery will open: what the rules would say if it came today; None when nothing plain."""
    if decision.reason is not Reason.NOT_DELIVERED:
        return None
    line = situation.line
    arrived = replace(line, delivered=situation.today, delivered_quantity=line.quantity)
    silent = ProviderAnswer(authority=Authority.NONE, eligible=None)
    window = _window(decide(replace(situation, line=arrived), policy, silent).rule, policy)
    return window.days if window and window.counts_from is CountsFrom.DELIVERY else None


def _standing(decision: Decision, returns: tuple[Return, ...]) -> Return | None:
    if decision.reason not in {Reason.RETURN_OPEN, Reason.ALREADY_RETURNED}:
        return None
    own = [each for each in returns if any(part.line == decision.line for part in each.lines)]
    opened = decision.reason is Reason.RETURN_OPEN
    return next((each for each in own if each.state.open == opened), None)


async def _clause(rule: str, window: Window | None, request: SkillRequest, ports: SkillPorts) -> Passage | None:
    """The passage that the rule rests on; of several, the one that names the window's days."""
    article = ports.policy.article_for(rule) if ports.policy else None
    passages = await ports.knowledge.find_article(article, language=request.language) if article else ()
    days = str(window.days) if window else ""
    return next((each for each in passages if days and days in each.text), passages[0] if passages else None)


def one_order(decided: tuple[Decided, ...]) -> OrderId | None:
    orders = {each.owned.order.id for each in decided}
    return orders.pop() if len(orders) == 1 else None
