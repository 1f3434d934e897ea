"""Every row of the table that settles where the policy and the returns provider disagree."""

from datetime import date, timedelta

import pytest

from domain.money import Currency, Money
from domain.policy import Reason, Verdict
from domain.policy.disagreement import RULINGS, rule_on
from domain.returns import Authority
from tests.domain.situations import CREDIT, EXCHANGE, REFUND, answer, judge, line, order, ways

FIRST = date(2026, 6, 1)


def days_later(days: int) -> date:
    return FIRST + timedelta(days=days)


_CASES = {
    Verdict.ELIGIBLE: {"today": days_later(5)},
    Verdict.REFUSED: {"today": days_later(200)},
    Verdict.UNKNOWN: {"today": days_later(5), "line": line(delivered=None)},
}
_EXPECTED = {
    (Verdict.ELIGIBLE, Authority.BINDING, True): (Verdict.ELIGIBLE, Reason.WITHIN_WINDOW, True, None),
    (Verdict.ELIGIBLE, Authority.BINDING, False): (
        Verdict.UNKNOWN,
        Reason.PROVIDER_REFUSED,
        False,
        "provider_stricter_than_policy",
    ),
    (Verdict.ELIGIBLE, Authority.ADVISORY, True): (Verdict.ELIGIBLE, Reason.WITHIN_WINDOW, True, None),
    (Verdict.ELIGIBLE, Authority.ADVISORY, False): (
        Verdict.ELIGIBLE,
        Reason.WITHIN_WINDOW,
        True,
        "provider_doubts_policy",
    ),
    (Verdict.REFUSED, Authority.BINDING, True): (
        Verdict.REFUSED,
        Reason.WINDOW_PASSED,
        False,
        "policy_stricter_than_provider",
    ),
    (Verdict.REFUSED, Authority.BINDING, False): (Verdict.REFUSED, Reason.WINDOW_PASSED, False, None),
    (Verdict.REFUSED, Authority.ADVISORY, True): (
        Verdict.REFUSED,
        Reason.WINDOW_PASSED,
        False,
        "policy_stricter_than_provider",
    ),
    (Verdict.REFUSED, Authority.ADVISORY, False): (Verdict.REFUSED, Reason.WINDOW_PASSED, False, None),
    (Verdict.UNKNOWN, Authority.BINDING, True): (Verdict.ELIGIBLE, Reason.WITHIN_WINDOW, True, None),
    (Verdict.UNKNOWN, Authority.BINDING, False): (Verdict.REFUSED, Reason.PROVIDER_REFUSED, False, None),
    (Verdict.UNKNOWN, Authority.ADVISORY, True): (Verdict.UNKNOWN, Reason.DELIVERY_UNKNOWN, True, None),
    (Verdict.UNKNOWN, Authority.ADVISORY, False): (Verdict.UNKNOWN, Reason.DELIVERY_UNKNOWN, False, None),
}


class TestTheProvidersWord:
    def test_the_table_is_whole(self):
        every = {(v, a, e) for v in Verdict for a in (Authority.BINDING, Authority.ADVISORY) for e in (True, False)}
        assert set(RULINGS) == set(_EXPECTED) == every

    @pytest.mark.parametrize("row", _EXPECTED, ids=lambda row: "-".join(str(part) for part in row))
    def test_each_row(self, row):
        verdict, authority, eligible = row
        provider = answer(authority, eligible, *((REFUND, EXCHANGE, CREDIT) if eligible else ()))
        decision = judge(provider=provider, **_CASES[verdict])
        got = (decision.verdict, decision.reason, decision.portal, decision.receipt.disagreement)
        assert got == _EXPECTED[row]
        assert bool(decision.offers) is (decision.verdict is Verdict.ELIGIBLE)
        assert decision.receipt.rules[-1].rule == "provider"
        assert decision.receipt.rules[-1].passed is eligible

    @pytest.mark.parametrize("verdict", Verdict)
    @pytest.mark.parametrize(
        "provider", [answer(Authority.NONE, None), answer(Authority.BINDING, None), answer(Authority.ADVISORY, None)]
    )
    def test_without_an_answer_the_policy_stands_alone(self, verdict, provider):
        decision = judge(provider=provider, **_CASES[verdict])
        assert decision.verdict is verdict
        assert decision.portal is (verdict is Verdict.ELIGIBLE)
        assert rule_on(verdict, provider.authority, provider.eligible).note is None

    def test_a_silent_provider_leaves_no_line_on_the_receipt(self):
        assert "provider" not in {result.rule for result in judge().receipt.rules}

    def test_offers_of_the_provider_carry_its_day_and_the_policys_fee(self):
        decision = judge(line=line(delivered=None), provider=answer(Authority.BINDING, True, REFUND, EXCHANGE))
        assert decision.deadline == date(2026, 7, 9)
        assert decision.offer(REFUND).until == date(2026, 7, 9)
        assert decision.offer(REFUND).fee == Money(minor=490, currency=Currency("EUR"))

    def test_an_eligible_word_without_ways_offers_none(self):
        decision = judge(line=line(delivered=None), provider=answer(Authority.BINDING, True))
        assert (decision.verdict, decision.offers, decision.portal) == (Verdict.ELIGIBLE, (), True)


class TestTheProvidersWays:
    """A binding yes that names ways to return narrows what the policy offers; it never widens it."""

    def test_a_way_that_the_provider_leaves_out_is_not_offered(self):
        decision = judge(provider=answer(Authority.BINDING, True, REFUND, EXCHANGE))
        assert ways(decision) == {REFUND, EXCHANGE}
        assert (decision.reason, decision.deadline) == (Reason.WITHIN_WINDOW, days_later(30))
        assert decision.receipt.disagreement == "provider_offers_fewer_ways"

    def test_the_days_stay_those_of_the_policy(self):
        decision = judge(provider=answer(Authority.BINDING, True, EXCHANGE))
        assert decision.offer(EXCHANGE).until == days_later(45)

    @pytest.mark.parametrize(
        ("named", "reason", "rule", "last"),
        [
            ({EXCHANGE}, Reason.EXCHANGE_ONLY, "exchange_window", 45),
            ({CREDIT}, Reason.CREDIT_OR_EXCHANGE, "store_credit_window", 60),
            ({CREDIT, EXCHANGE}, Reason.CREDIT_OR_EXCHANGE, "exchange_window", 45),
        ],
    )
    def test_without_a_refund_the_reason_speaks_of_what_is_left(self, named, reason, rule, last):
        decision = judge(provider=answer(Authority.BINDING, True, *named))
        assert (decision.verdict, ways(decision)) == (Verdict.ELIGIBLE, named)
        assert (decision.reason, decision.rule, decision.deadline) == (reason, rule, days_later(last))
        assert (decision.receipt.reason, decision.receipt.rule) == (reason, rule)
        assert decision.portal

    def test_nothing_is_added_that_the_policy_does_not_offer(self):
        decision = judge(days_later(40), provider=answer(Authority.BINDING, True, REFUND, EXCHANGE))
        assert ways(decision) == {EXCHANGE}

    def test_no_way_in_common_is_for_a_person(self):
        decision = judge(days_later(40), provider=answer(Authority.BINDING, True, REFUND))
        assert (decision.verdict, decision.reason) == (Verdict.UNKNOWN, Reason.PROVIDER_REFUSED)
        assert (decision.offers, decision.portal) == ((), False)
        assert decision.receipt.disagreement == "provider_offers_nothing_possible"

    @pytest.mark.parametrize(
        "provider",
        [
            answer(Authority.BINDING, True),
            answer(Authority.ADVISORY, True, EXCHANGE),
            answer(Authority.BINDING, None, EXCHANGE),
            answer(Authority.NONE, True, EXCHANGE),
            answer(Authority.BINDING, True, REFUND, EXCHANGE, CREDIT),
        ],
        ids=["names-none", "advisory", "does-not-know", "no-provider", "names-all"],
    )
    def test_all_else_leaves_the_policys_ways(self, provider):
        decision = judge(provider=provider)
        assert ways(decision) == {REFUND, EXCHANGE, CREDIT}
        assert decision.receipt.disagreement is None

    def test_the_recipient_of_a_gift_keeps_what_both_offer(self):
        gift = order(gift=True)
        decision = judge(
            order=gift, asked_by_recipient=True, provider=answer(Authority.BINDING, True, REFUND, EXCHANGE)
        )
        assert (decision.reason, ways(decision)) == (Reason.GIFT_RECIPIENT, {EXCHANGE})
