"""The eligibility of one order line: a pure function of facts, policy, the provider's answer and the shop's day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.clock import local_day
from domain.money import Money
from domain.orders import Line, Order, OrderState
from domain.policy.decision import Decision, Offer, Reason, Receipt, RuleResult, Verdict
from domain.policy.disagreement import rule_on
from domain.policy.model import CountsFrom, Exclusion, ExclusionKind, ReturnPolicy, Window
from domain.returns import Authority, ProviderAnswer, Resolution, Return, ReturnState

_GIVEN_BACK = {ReturnState.RECEIVED, ReturnState.REFUNDED, ReturnState.EXCHANGED, ReturnState.STORE_CREDITED}
_SETTLED = {Reason.CANCELLED, Reason.ALREADY_RETURNED, Reason.RETURN_OPEN, Reason.NOT_DELIVERED}
_EXCLUSION_REASON = {
    ExclusionKind.CATEGORY: Reason.EXCLUDED_CATEGORY,
    ExclusionKind.TAG: Reason.EXCLUDED_TAG,
    ExclusionKind.FINAL_SALE: Reason.FINAL_SALE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The facts: the line in its order, the returns that touch the order, who asks, and the shop's day and zone."""

    order: Order
    line: Line
    returns: tuple[Return, ...]
    asked_by_recipient: bool
    today: date
    zone: ZoneInfo


@dataclass(slots=True, kw_only=True)
class _Finding:
    """What the rules said so far; ``rules`` collects every rule looked at, for the receipt."""

    verdict: Verdict
    reason: Reason
    rule: str
    offers: tuple[Offer, ...] = ()
    deadline: date | None = None
    eligible_if: str | None = None
    rules: list[RuleResult] = field(default_factory=list)


def decide(situation: Situation, policy: ReturnPolicy | None, provider: ProviderAnswer) -> Decision:
    """Applies the rules in a fixed order, then the provider's answer; every step is on the receipt."""
    rules: list[RuleResult] = []
    quantity = _quantity_left(situation)
    finding = _before_policy(situation, quantity, rules) or _by_policy(situation, policy, rules)
    asked = finding.reason not in _SETTLED
    ruling = rule_on(finding.verdict, provider.authority if asked else Authority.NONE, provider.eligible)
    verdict, reason = ruling.verdict or finding.verdict, ruling.reason or finding.reason
    offers = finding.offers
    if verdict is Verdict.ELIGIBLE and not offers:
        offers = _provider_offers(provider)
    if asked and provider.authority is not Authority.NONE:
        rules.append(RuleResult(rule="provider", fact=provider.code or "answer", passed=provider.eligible))
    return Decision(
        line=situation.line.id,
        verdict=verdict,
        reason=reason,
        quantity=quantity,
        offers=offers if verdict is Verdict.ELIGIBLE else (),
        deadline=finding.deadline if finding.verdict is verdict else provider.until,
        rule=finding.rule if ruling.reason is None else "provider",
        portal=ruling.portal,
        receipt=Receipt(
            line=situation.line.id,
            policy_version=policy.version if policy else None,
            policy_source=policy.source if policy else None,
            today=situation.today,
            counted_from=local_day(situation.line.delivered, situation.zone),
            rules=tuple(rules),
            provider=provider if asked else None,
            disagreement=ruling.note,
            eligible_if=finding.eligible_if,
        ),
    )


def _moved(situation: Situation, states: set[ReturnState]) -> int:
    return sum(
        part.quantity
        for each in situation.returns
        if each.state in states
        for part in each.lines
        if part.line == situation.line.id
    )


def _quantity_left(situation: Situation) -> int:
    """Pieces delivered and neither given back nor on an open return."""
    line = situation.line
    back = max(_moved(situation, _GIVEN_BACK), line.returned_quantity)
    opened = _moved(situation, {ReturnState.REQUESTED, ReturnState.APPROVED, ReturnState.IN_TRANSIT})
    return max(0, line.delivered_quantity - back - opened)


def _before_policy(situation: Situation, quantity: int, rules: list[RuleResult]) -> _Finding | None:
    """What settles the matter whatever the policy says."""
    order, line = situation.order, situation.line
    cancelled = order.state is OrderState.CANCELLED
    rules.append(RuleResult(rule="not_cancelled", fact=order.state.value, passed=not cancelled))
    if cancelled:
        return _Finding(verdict=Verdict.REFUSED, reason=Reason.CANCELLED, rule="not_cancelled")
    delivered = line.delivered_quantity > 0
    rules.append(
        RuleResult(rule="delivered", fact=f"{line.delivered_quantity} of {line.quantity} delivered", passed=delivered)
    )
    if not delivered:
        return _Finding(verdict=Verdict.REFUSED, reason=Reason.NOT_DELIVERED, rule="delivered", eligible_if="delivered")
    rules.append(RuleResult(rule="pieces_left", fact=f"{quantity} left", passed=quantity > 0))
    if quantity == 0:
        on_the_way = any(each.state.open for each in situation.returns if _touches(each, line))
        reason = Reason.RETURN_OPEN if on_the_way else Reason.ALREADY_RETURNED
        return _Finding(verdict=Verdict.REFUSED, reason=reason, rule="pieces_left")
    return None


def _touches(each: Return, line: Line) -> bool:
    return any(part.line == line.id for part in each.lines)


def _by_policy(situation: Situation, policy: ReturnPolicy | None, rules: list[RuleResult]) -> _Finding:
    if policy is None:
        rules.append(RuleResult(rule="policy", fact="no policy", passed=None))
        return _Finding(verdict=Verdict.UNKNOWN, reason=Reason.NO_POLICY, rule="policy")
    outside = _outside_regions(situation, policy, rules)
    if outside:
        return outside
    exclusion = _exclusion(situation.line, policy, rules)
    if exclusion and not exclusion.still:
        return _Finding(verdict=Verdict.REFUSED, reason=_EXCLUSION_REASON[exclusion.matches], rule=exclusion.id)
    possible = exclusion.still if exclusion else frozenset(Resolution)
    if situation.asked_by_recipient and not policy.gift_recipient_refund:
        rules.append(RuleResult(rule="gift_recipient", fact="asked by the recipient of a gift", passed=True))
        possible -= {Resolution.REFUND}
    return _by_windows(situation, policy, possible, rules)


def _outside_regions(situation: Situation, policy: ReturnPolicy, rules: list[RuleResult]) -> _Finding | None:
    if not policy.regions:
        return None
    country = situation.order.country
    region = next((each for each in policy.regions if country in each.countries), None)
    rules.append(RuleResult(rule=region.id if region else "region", fact=country, passed=region is not None))
    if region:
        return None
    return _Finding(verdict=Verdict.REFUSED, reason=Reason.REGION_EXCLUDED, rule="region")


def _exclusion(line: Line, policy: ReturnPolicy, rules: list[RuleResult]) -> Exclusion | None:
    for exclusion in policy.exclusions:
        hit = {
            ExclusionKind.CATEGORY: line.category == exclusion.value,
            ExclusionKind.TAG: exclusion.value in line.tags,
            ExclusionKind.FINAL_SALE: line.final_sale,
        }[exclusion.matches]
        rules.append(RuleResult(rule=exclusion.id, fact=exclusion.value or exclusion.matches.value, passed=not hit))
        if hit:
            return exclusion
    return None


def _by_windows(
    situation: Situation, policy: ReturnPolicy, possible: frozenset[Resolution], rules: list[RuleResult]
) -> _Finding:
    """Each window gives an offer until its last day; the reason names what the shopper most wants to know."""
    ends = list(_ends(situation, policy, possible))
    if any(end is None for _, end in ends):
        rules.append(RuleResult(rule="delivery_date", fact="delivery date unknown", passed=None))
        return _Finding(
            verdict=Verdict.UNKNOWN,
            reason=Reason.DELIVERY_UNKNOWN,
            rule="delivery_date",
            eligible_if="delivery_date_known",
        )
    offers: dict[Resolution, Offer] = {}
    last: tuple[Window, date] | None = None
    for window, end in ends:
        assert end is not None
        open_now = situation.today <= end
        rules.append(RuleResult(rule=window.id, fact=f"until {end.isoformat()}", passed=open_now))
        if open_now:
            offers[window.resolution] = Offer(
                resolution=window.resolution, until=end, fee=_fee(situation, policy, window.resolution)
            )
        if last is None or end > last[1]:
            last = window, end
    if not offers:
        return _Finding(
            verdict=Verdict.REFUSED,
            reason=Reason.WINDOW_PASSED,
            rule=last[0].id if last else "window",
            deadline=last[1] if last else None,
            eligible_if=f"asked by {last[1].isoformat()}" if last else None,
        )
    return _eligible(situation, tuple(offers.values()), ends)


def _eligible(situation: Situation, offers: tuple[Offer, ...], ends: list[tuple[Window, date | None]]) -> _Finding:
    resolutions = {offer.resolution for offer in offers}
    if Resolution.REFUND in resolutions:
        reason, lead = Reason.WITHIN_WINDOW, Resolution.REFUND
    elif situation.asked_by_recipient:
        reason, lead = Reason.GIFT_RECIPIENT, max(resolutions, key=str)
    elif resolutions == {Resolution.EXCHANGE}:
        reason, lead = Reason.EXCHANGE_ONLY, Resolution.EXCHANGE
    else:
        reason, lead = Reason.CREDIT_OR_EXCHANGE, max(resolutions, key=str)
    deadline = next(offer.until for offer in offers if offer.resolution is lead)
    rule = next(window.id for window, _ in reversed(ends) if window.resolution is lead)
    return _Finding(verdict=Verdict.ELIGIBLE, reason=reason, rule=rule, offers=offers, deadline=deadline)


def _ends(
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


def _fee(situation: Situation, policy: ReturnPolicy, resolution: Resolution) -> Money | None:
    country = situation.order.country
    fee = next((f for f in policy.fees if country in f.countries and resolution in f.resolutions), None)
    return fee.amount if fee else None


def _provider_offers(provider: ProviderAnswer) -> tuple[Offer, ...]:
    return tuple(
        Offer(resolution=resolution, until=provider.until, fee=None)
        for resolution in sorted(provider.resolutions, key=str)
    )
