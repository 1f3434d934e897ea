"""The eligibility of one order line: a pure function of facts, policy, the provider's answer and the shop's day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.clock import local_day
from domain.orders import OrderState
from domain.policy.decision import Decision, Offer, Reason, Receipt, RuleResult, Verdict
from domain.policy.disagreement import Ruling, rule_on
from domain.policy.model import ExclusionKind, ReturnPolicy, Window
from domain.policy.rules import Situation, exclusions_of, fee_for, pieces_left, touching, window_ends
from domain.returns import Authority, ProviderAnswer, Resolution

__all__ = ["Situation", "decide"]

_SETTLED = {Reason.CANCELLED, Reason.ALREADY_RETURNED, Reason.RETURN_OPEN, Reason.NOT_DELIVERED}
_EXCLUSION_REASON = {
    ExclusionKind.CATEGORY: Reason.EXCLUDED_CATEGORY,
    ExclusionKind.TAG: Reason.EXCLUDED_TAG,
    ExclusionKind.FINAL_SALE: Reason.FINAL_SALE,
}
_EVERYTHING = frozenset(Resolution)
_NOTHING_POSSIBLE = {
    Verdict.ELIGIBLE: Ruling(
        verdict=Verdict.UNKNOWN, reason=Reason.PROVIDER_REFUSED, note="provider_offers_nothing_possible"
    ),
    Verdict.UNKNOWN: Ruling(note="provider_offers_nothing_possible"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """What the rules said; ``possible`` are the resolutions that no rule forbids to this person, ``running`` the
    windows that are open to them.
    """

    verdict: Verdict
    reason: Reason
    rule: str
    offers: tuple[Offer, ...] = ()
    deadline: date | None = None
    eligible_if: str | None = None
    possible: frozenset[Resolution] = frozenset()
    running: tuple[tuple[Window, date], ...] = ()


def decide(situation: Situation, policy: ReturnPolicy | None, provider: ProviderAnswer) -> Decision:
    """Applies the rules in a fixed order, then the provider's answer; every step is on the receipt."""
    rules: list[RuleResult] = []
    finding = _before_policy(situation, rules) or _by_policy(situation, policy, rules)
    finding, note = _narrowed(finding, situation, policy, provider)
    asked = finding.reason not in _SETTLED
    ruling = rule_on(finding.verdict, provider.authority if asked else Authority.NONE, provider.eligible)
    offers = finding.offers or _provider_offers(situation, policy, provider, finding.possible)
    if Verdict.ELIGIBLE in {ruling.verdict, finding.verdict} and provider.resolutions and not offers:
        ruling = _NOTHING_POSSIBLE[finding.verdict]
    verdict, reason = ruling.verdict or finding.verdict, ruling.reason or finding.reason
    if asked and provider.authority is not Authority.NONE:
        rules.append(RuleResult(rule="provider", fact=provider.code or "answer", passed=provider.eligible))
    deadline = finding.deadline if finding.verdict is verdict else provider.until
    rule = finding.rule if ruling.reason is None else "provider"
    return Decision(
        line=situation.line.id,
        verdict=verdict,
        reason=reason,
        quantity=pieces_left(situation, doubtful=True),
        offers=offers if verdict is Verdict.ELIGIBLE else (),
        deadline=deadline,
        rule=rule,
        portal=ruling.portal,
        receipt=Receipt(
            line=situation.line.id,
            verdict=verdict,
            reason=reason,
            rule=rule,
            deadline=deadline,
            policy_version=policy.version if policy else None,
            policy_source=policy.source if policy else None,
            today=situation.today,
            counted_from=local_day(situation.line.delivered, situation.zone),
            rules=tuple(rules),
            provider=provider if asked else None,
            disagreement=ruling.note or note,
            eligible_if=finding.eligible_if,
        ),
    )


def _before_policy(situation: Situation, rules: list[RuleResult]) -> _Finding | None:
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
    return _nothing_left(situation, rules)


def _nothing_left(situation: Situation, rules: list[RuleResult]) -> _Finding | None:
    """No piece left is a no; no piece left but for a return that we cannot read is not known."""
    surely, maybe = pieces_left(situation, doubtful=True), pieces_left(situation, doubtful=False)
    passed = None if maybe > surely == 0 else surely > 0
    rules.append(RuleResult(rule="pieces_left", fact=f"{surely} left", passed=passed))
    if surely > 0:
        return None
    if maybe > 0:
        return _Finding(verdict=Verdict.UNKNOWN, reason=Reason.RETURN_OPEN, rule="pieces_left")
    on_the_way = any(each.state.open for each in touching(situation))
    reason = Reason.RETURN_OPEN if on_the_way else Reason.ALREADY_RETURNED
    return _Finding(verdict=Verdict.REFUSED, reason=reason, rule="pieces_left")


def _by_policy(situation: Situation, policy: ReturnPolicy | None, rules: list[RuleResult]) -> _Finding:
    possible = _EVERYTHING
    if situation.asked_by_recipient and not (policy and policy.gift_recipient_refund):
        rules.append(RuleResult(rule="gift_recipient", fact="asked by the recipient of a gift", passed=True))
        possible -= {Resolution.REFUND}
    if policy is None:
        rules.append(RuleResult(rule="policy", fact="no policy", passed=None))
        return _Finding(verdict=Verdict.UNKNOWN, reason=Reason.NO_POLICY, rule="policy", possible=possible)
    outside = _outside_regions(situation, policy, rules)
    if outside:
        return outside
    excluded = exclusions_of(situation.line, policy, rules)
    for exclusion in excluded:
        possible &= exclusion.still
    if excluded and not possible:
        final = next((each for each in excluded if not each.still), excluded[-1])
        return _Finding(verdict=Verdict.REFUSED, reason=_EXCLUSION_REASON[final.matches], rule=final.id)
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


def _by_windows(
    situation: Situation, policy: ReturnPolicy, possible: frozenset[Resolution], rules: list[RuleResult]
) -> _Finding:
    """Each window gives an offer until its last day; the reason names what the shopper most wants to know."""
    known: list[tuple[Window, date]] = []
    for window, end in window_ends(situation, policy, possible):
        if end is None:
            rules.append(RuleResult(rule="delivery_date", fact="delivery date unknown", passed=None))
            return _Finding(
                verdict=Verdict.UNKNOWN,
                reason=Reason.DELIVERY_UNKNOWN,
                rule="delivery_date",
                eligible_if="delivery_date_known",
                possible=possible,
            )
        rules.append(RuleResult(rule=window.id, fact=f"until {end.isoformat()}", passed=situation.today <= end))
        known.append((window, end))
    if not known:
        rule = "gift_recipient" if situation.asked_by_recipient else "window"
        return _Finding(verdict=Verdict.REFUSED, reason=Reason.WINDOW_PASSED, rule=rule)
    running = [(window, end) for window, end in known if situation.today <= end]
    if running:
        return _eligible(situation, policy, running)
    window, last = max(known, key=lambda each: each[1])
    return _Finding(
        verdict=Verdict.REFUSED,
        reason=Reason.WINDOW_PASSED,
        rule=window.id,
        deadline=last,
        eligible_if=f"asked by {last.isoformat()}",
    )


def _eligible(situation: Situation, policy: ReturnPolicy, running: Sequence[tuple[Window, date]]) -> _Finding:
    """The deadline is the refund's; without one it is the day until which every way offered stays open."""
    longest: dict[Resolution, tuple[Window, date]] = {}
    for window, end in running:
        if window.resolution not in longest or end > longest[window.resolution][1]:
            longest[window.resolution] = window, end
    if Resolution.REFUND in longest:
        reason, lead = Reason.WITHIN_WINDOW, longest[Resolution.REFUND]
    else:
        lead = min(longest.values(), key=lambda each: each[1])
        reason = _without_refund(situation, set(longest))
    offers = tuple(
        Offer(resolution=resolution, until=end, fee=fee_for(situation, policy, resolution))
        for resolution, (_, end) in longest.items()
    )
    return _Finding(
        verdict=Verdict.ELIGIBLE,
        reason=reason,
        rule=lead[0].id,
        offers=offers,
        deadline=lead[1],
        running=tuple(running),
    )


def _narrowed(
    finding: _Finding, situation: Situation, policy: ReturnPolicy | None, provider: ProviderAnswer
) -> tuple[_Finding, str | None]:
    """The policy's offers less those that a binding yes leaves out, with a note when there are any such.

    An answer that names no resolution did not speak of them, so nothing is left out.
    """
    binding_yes = provider.authority is Authority.BINDING and provider.eligible and provider.resolutions
    if policy is None or not finding.running or not binding_yes:
        return finding, None
    kept = [each for each in finding.running if each[0].resolution in provider.resolutions]
    if len(kept) == len(finding.running):
        return finding, None
    return _eligible(situation, policy, kept) if kept else replace(finding, offers=()), "provider_offers_fewer_ways"


def _without_refund(situation: Situation, offered: set[Resolution]) -> Reason:
    if situation.asked_by_recipient:
        return Reason.GIFT_RECIPIENT
    return Reason.EXCHANGE_ONLY if offered == {Resolution.EXCHANGE} else Reason.CREDIT_OR_EXCHANGE


def _provider_offers(
    situation: Situation, policy: ReturnPolicy | None, provider: ProviderAnswer, possible: frozenset[Resolution]
) -> tuple[Offer, ...]:
    """What the provider offers where the policy could not tell, less what a rule forbids to this person."""
    return tuple(
        Offer(resolution=resolution, until=provider.until, fee=fee_for(situation, policy, resolution))
        for resolution in sorted(provider.resolutions & possible, key=str)
    )
