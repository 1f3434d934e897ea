"""Every row of the table that settles where the policy and the returns provider disagree."""

from datetime import date, timedelta

import pytest

from domain.money import Currency, Money
from domain.policy import Reason, Verdict
from domain.policy.disagreement import RULINGS, rule_on
from domain.returns import Authority
from tests.domain.situations import EXCHANGE, REFUND, answer, judge, line

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
        provider = answer(authority, eligible, *((REFUND, EXCHANGE) if eligible else ()))
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
