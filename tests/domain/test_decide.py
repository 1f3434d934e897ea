"""What may come back and what not, at every boundary of time, quantity, rule and the provider's word."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.money import Currency, Money
from domain.orders import OrderState
from domain.policy import Exclusion, ExclusionKind, Reason, Verdict
from domain.returns import Authority, ReturnState
from tests.domain.situations import (
    CREDIT,
    DELIVERED,
    EXCHANGE,
    FROM_ORDER,
    FULL,
    REFUND,
    answer,
    judge,
    line,
    order,
    policy,
    returned,
    ways,
    window,
)

FIRST = date(2026, 6, 1)


def days_later(days: int) -> date:
    return FIRST + timedelta(days=days)


@pytest.mark.parametrize(
    ("day", "offered", "reason", "deadline"),
    [
        (0, {REFUND, EXCHANGE, CREDIT}, Reason.WITHIN_WINDOW, 30),
        (29, {REFUND, EXCHANGE, CREDIT}, Reason.WITHIN_WINDOW, 30),
        (30, {REFUND, EXCHANGE, CREDIT}, Reason.WITHIN_WINDOW, 30),
        (31, {EXCHANGE, CREDIT}, Reason.CREDIT_OR_EXCHANGE, 45),
        (45, {EXCHANGE, CREDIT}, Reason.CREDIT_OR_EXCHANGE, 45),
        (46, {CREDIT}, Reason.CREDIT_OR_EXCHANGE, 60),
        (60, {CREDIT}, Reason.CREDIT_OR_EXCHANGE, 60),
        (61, set(), Reason.WINDOW_PASSED, 60),
    ],
)
def test_each_window_ends_with_its_last_day(day, offered, reason, deadline):
    decision = judge(days_later(day))
    assert ways(decision) == offered
    assert decision.verdict is (Verdict.ELIGIBLE if offered else Verdict.REFUSED)
    assert (decision.reason, decision.deadline) == (reason, days_later(deadline))


def test_a_day_said_of_two_ways_holds_for_both():
    """Exchange ends before store credit: the day that is named is one on which either is still possible."""
    decision = judge(days_later(40))
    assert decision.rule == "exchange_window"
    assert all(offer.until >= decision.deadline for offer in decision.offers)


@pytest.mark.parametrize(
    ("delivered", "counted_from"),
    [
        (datetime(2026, 6, 1, 21, 59, 59, tzinfo=UTC), date(2026, 6, 1)),
        (datetime(2026, 6, 1, 22, 0, 0, tzinfo=UTC), date(2026, 6, 2)),
        (datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC), date(2026, 12, 1)),
        (datetime(2026, 12, 1, 23, 0, 0, tzinfo=UTC), date(2026, 12, 2)),
    ],
)
def test_an_instant_counts_from_the_shops_own_day(delivered, counted_from):
    decision = judge(counted_from, line=line(delivered=delivered))
    assert decision.receipt.counted_from == counted_from
    assert decision.deadline == counted_from + timedelta(days=30)


def test_a_vendors_local_day_is_taken_as_it_stands():
    decision = judge(days_later(30), line=line(delivered=FIRST))
    assert (decision.reason, decision.deadline) == (Reason.WITHIN_WINDOW, days_later(30))
    assert judge(days_later(31), line=line(delivered=FIRST)).reason is Reason.CREDIT_OR_EXCHANGE


@pytest.mark.parametrize(
    ("delivered", "last"),
    [
        (datetime(2026, 3, 20, 22, 30, tzinfo=UTC), date(2026, 4, 19)),
        (datetime(2026, 3, 20, 23, 30, tzinfo=UTC), date(2026, 4, 20)),
        (datetime(2026, 10, 10, 21, 30, tzinfo=UTC), date(2026, 11, 9)),
        (datetime(2026, 10, 10, 22, 30, tzinfo=UTC), date(2026, 11, 10)),
    ],
)
def test_a_change_of_clocks_neither_gives_nor_takes_a_day(delivered, last):
    assert judge(last, line=line(delivered=delivered)).offer(REFUND).until == last
    assert judge(last + timedelta(days=1), line=line(delivered=delivered)).offer(REFUND) is None


def test_a_window_may_cross_a_leap_day():
    assert judge(date(2028, 2, 10), line=line(delivered=date(2028, 2, 1))).deadline == date(2028, 3, 2)


def test_a_window_may_count_from_the_order():
    assert judge(date(2026, 6, 27), by=FROM_ORDER).deadline == date(2026, 6, 27)
    passed = judge(date(2026, 6, 28), by=FROM_ORDER)
    assert (passed.reason, passed.deadline) == (Reason.WINDOW_PASSED, date(2026, 6, 27))
    assert judge(date(2026, 6, 27), by=FROM_ORDER, line=line(delivered=None)).verdict is Verdict.ELIGIBLE


def test_an_unknown_delivery_day_is_not_guessed():
    decision = judge(line=line(delivered=None))
    assert (decision.verdict, decision.reason) == (Verdict.UNKNOWN, Reason.DELIVERY_UNKNOWN)
    assert not decision.portal
    assert decision.receipt.eligible_if == "delivery_date_known"


@pytest.mark.parametrize(
    ("later_first", "rule"), [(True, "long"), (False, "long")], ids=["long one first", "long one last"]
)
def test_of_two_windows_for_one_way_the_longer_holds(later_first, rule):
    pair = [window(REFUND, 40, id="long"), window(REFUND, 20, id="short")]
    decision = judge(days_later(10), by=policy(windows=tuple(pair if later_first else pair[::-1])))
    assert (decision.rule, decision.deadline) == (rule, days_later(40))
    assert decision.offer(REFUND).until == days_later(40)


class TestWhatSettlesItBeforeAnyRule:
    def test_cancelled(self):
        decision = judge(order=order(state=OrderState.CANCELLED))
        assert (decision.verdict, decision.reason, decision.rule) == (
            Verdict.REFUSED,
            Reason.CANCELLED,
            "not_cancelled",
        )

    def test_not_delivered(self):
        decision = judge(line=line(delivered=None, delivered_quantity=0))
        assert (decision.verdict, decision.reason) == (Verdict.REFUSED, Reason.NOT_DELIVERED)

    def test_the_part_that_came_may_go_back(self):
        decision = judge(order=order(state=OrderState.PARTLY_DELIVERED), line=line(quantity=3, delivered_quantity=2))
        assert (decision.verdict, decision.quantity) == (Verdict.ELIGIBLE, 2)

    @pytest.mark.parametrize(
        "state", [ReturnState.REQUESTED, ReturnState.APPROVED, ReturnState.IN_TRANSIT, ReturnState.RECEIVED]
    )
    def test_an_open_return(self, state):
        decision = judge(returns=(returned(state),))
        assert (decision.verdict, decision.reason, decision.quantity) == (Verdict.REFUSED, Reason.RETURN_OPEN, 0)

    @pytest.mark.parametrize("state", [ReturnState.REFUNDED, ReturnState.EXCHANGED, ReturnState.STORE_CREDITED])
    def test_a_finished_return(self, state):
        assert judge(returns=(returned(state),)).reason is Reason.ALREADY_RETURNED

    @pytest.mark.parametrize("state", [ReturnState.REJECTED, ReturnState.EXPIRED, ReturnState.CANCELLED])
    def test_a_return_that_came_to_nothing_is_in_nobodys_way(self, state):
        assert judge(returns=(returned(state),)).verdict is Verdict.ELIGIBLE

    def test_a_return_whose_state_nobody_can_read_is_not_known(self):
        decision = judge(returns=(returned(ReturnState.UNKNOWN),), provider=answer(Authority.BINDING, True, REFUND))
        assert (decision.verdict, decision.reason, decision.quantity) == (Verdict.UNKNOWN, Reason.RETURN_OPEN, 0)

    def test_an_unreadable_return_of_one_piece_leaves_the_other(self):
        decision = judge(line=line(quantity=2, delivered_quantity=2), returns=(returned(ReturnState.UNKNOWN),))
        assert (decision.verdict, decision.quantity) == (Verdict.ELIGIBLE, 1)

    def test_a_return_of_another_line_is_in_nobodys_way(self):
        assert judge(returns=(returned(ReturnState.APPROVED, of="l2"),)).quantity == 1

    def test_what_the_order_says_came_back_counts_without_a_return(self):
        assert judge(line=line(returned_quantity=1)).reason is Reason.ALREADY_RETURNED

    def test_a_piece_in_both_records_counts_once(self):
        pair = line(quantity=3, delivered_quantity=3, returned_quantity=1)
        assert judge(line=pair, returns=(returned(ReturnState.REFUNDED),)).quantity == 2

    def test_given_back_and_on_the_way_count_together(self):
        pair = line(quantity=3, delivered_quantity=3)
        both = (returned(ReturnState.REFUNDED), returned(ReturnState.IN_TRANSIT))
        assert judge(line=pair, returns=both).quantity == 1
        assert judge(line=line(quantity=2, delivered_quantity=2), returns=both).reason is Reason.RETURN_OPEN

    def test_the_provider_is_not_asked(self):
        decision = judge(order=order(state=OrderState.CANCELLED), provider=answer(Authority.BINDING, True, REFUND))
        assert decision.receipt.provider is None
        assert decision.verdict is Verdict.REFUSED


class TestExclusions:
    @pytest.mark.parametrize(
        ("changed", "reason", "rule"),
        [
            ({"final_sale": True}, Reason.FINAL_SALE, "final_sale"),
            ({"category": "gift_cards"}, Reason.EXCLUDED_CATEGORY, "cards"),
            ({"tags": frozenset({"pierced", "new"})}, Reason.EXCLUDED_TAG, "pierced"),
        ],
    )
    def test_nothing_may_come_back(self, changed, reason, rule):
        decision = judge(line=line(**changed))
        assert (decision.verdict, decision.reason, decision.rule) == (Verdict.REFUSED, reason, rule)
        assert decision.offers == ()

    def test_an_exclusion_may_leave_an_exchange(self):
        decision = judge(line=line(tags=frozenset({"sample"})))
        assert (decision.verdict, decision.reason) == (Verdict.ELIGIBLE, Reason.EXCHANGE_ONLY)
        assert (ways(decision), decision.deadline) == ({EXCHANGE}, days_later(45))

    def test_the_strictest_of_two_exclusions_holds(self):
        """Whatever their order in the policy."""
        lenient = Exclusion(id="sale", matches=ExclusionKind.FINAL_SALE, still=frozenset({EXCHANGE}))
        strict = Exclusion(id="cards", matches=ExclusionKind.CATEGORY, value="gift_cards")
        for pair in ((lenient, strict), (strict, lenient)):
            decision = judge(by=policy(exclusions=pair), line=line(final_sale=True, category="gift_cards"))
            assert (decision.verdict, decision.rule) == (Verdict.REFUSED, "cards")

    def test_an_exclusion_that_leaves_a_way_without_a_window_refuses(self):
        only_refund = policy(
            windows=(window(REFUND, 30),),
            exclusions=(Exclusion(id="sale", matches=ExclusionKind.FINAL_SALE, still=frozenset({EXCHANGE})),),
        )
        decision = judge(by=only_refund, line=line(final_sale=True))
        assert (decision.verdict, decision.deadline, decision.rule) == (Verdict.REFUSED, None, "window")

    def test_every_exclusion_is_on_the_receipt(self):
        decision = judge(line=line(final_sale=True))
        looked_at = {result.rule: result.passed for result in decision.receipt.rules}
        assert looked_at["final_sale"] is False
        assert looked_at["pierced"] is True


class TestCountries:
    def test_a_country_outside_is_refused(self):
        decision = judge(order=order(country="CH"))
        assert (decision.verdict, decision.reason, decision.rule) == (Verdict.REFUSED, Reason.REGION_EXCLUDED, "region")

    def test_without_regions_every_country_is_served(self):
        assert judge(by=policy(), order=order(country="CH")).verdict is Verdict.ELIGIBLE

    def test_the_fee_is_the_countrys_and_the_ways(self):
        decision = judge()
        assert decision.offer(REFUND).fee == Money(minor=490, currency=Currency("EUR"))
        assert decision.offer(EXCHANGE).fee is None
        assert judge(order=order(country="GB")).offer(REFUND).fee is None


class TestGifts:
    gift = order(gift=True)

    def test_the_buyer_has_the_longer_windows(self):
        decision = judge(days_later(60), order=self.gift)
        assert (decision.reason, decision.rule) == (Reason.WITHIN_WINDOW, "gift_refund")
        assert judge(days_later(61), order=self.gift).verdict is Verdict.REFUSED

    def test_a_way_without_a_gift_window_keeps_the_ordinary_one(self):
        assert judge(days_later(60), order=self.gift).offer(CREDIT).until == days_later(60)

    def test_gift_windows_are_for_gifts_alone(self):
        assert judge(days_later(50)).offer(REFUND) is None

    def test_the_recipient_has_no_refund(self):
        decision = judge(order=self.gift, asked_by_recipient=True)
        assert (decision.reason, ways(decision)) == (Reason.GIFT_RECIPIENT, {EXCHANGE, CREDIT})

    def test_the_recipient_has_a_refund_where_the_policy_says_so(self):
        generous = policy(gift_recipient_refund=True)
        assert REFUND in ways(judge(by=generous, order=self.gift, asked_by_recipient=True))

    def test_a_policy_of_refunds_alone_has_nothing_for_the_recipient(self):
        decision = judge(by=policy(windows=(window(REFUND, 30),)), order=self.gift, asked_by_recipient=True)
        assert (decision.verdict, decision.rule, decision.deadline) == (Verdict.REFUSED, "gift_recipient", None)

    @pytest.mark.parametrize("by", [FULL, None], ids=["delivery day unknown", "no policy"])
    def test_the_provider_cannot_give_the_recipient_a_refund(self, by):
        decision = judge(
            by=by,
            order=self.gift,
            line=line(delivered=None),
            asked_by_recipient=True,
            provider=answer(Authority.BINDING, True, REFUND, EXCHANGE),
        )
        assert (decision.verdict, ways(decision)) == (Verdict.ELIGIBLE, {EXCHANGE})

    def test_a_provider_that_offers_only_a_refund_leaves_it_unknown(self):
        decision = judge(
            order=self.gift,
            line=line(delivered=None),
            asked_by_recipient=True,
            provider=answer(Authority.BINDING, True, REFUND),
        )
        assert (decision.verdict, decision.portal) == (Verdict.UNKNOWN, False)
        assert decision.receipt.disagreement == "provider_offers_nothing_possible"


def test_exchange_only():
    decision = judge(by=policy(windows=(window(EXCHANGE, 45),)))
    assert (decision.verdict, decision.reason) == (Verdict.ELIGIBLE, Reason.EXCHANGE_ONLY)


def test_no_policy_is_not_known():
    decision = judge(by=None)
    assert (decision.verdict, decision.reason, decision.portal) == (Verdict.UNKNOWN, Reason.NO_POLICY, False)
    assert decision.receipt.policy_version is None


def test_a_policy_without_windows_refuses_and_names_no_day():
    decision = judge(by=policy(windows=()))
    assert (decision.verdict, decision.deadline, decision.receipt.eligible_if) == (Verdict.REFUSED, None, None)


def test_the_receipt_lets_the_decision_be_done_again_by_hand():
    receipt = judge(days_later(31)).receipt
    assert (receipt.policy_version, receipt.today, receipt.counted_from) == (3, days_later(31), FIRST)
    facts = {result.rule: (result.fact, result.passed) for result in receipt.rules}
    assert facts["refund_window"] == ("until 2026-07-01", False)
    assert facts["exchange_window"] == ("until 2026-07-16", True)
    assert facts["served"] == ("FR", True)


def test_a_refusal_says_until_when_it_would_have_been_a_yes():
    assert judge(days_later(61)).receipt.eligible_if == "asked by 2026-07-31"


def test_an_instant_of_delivery_keeps_its_day_whatever_its_time():
    for hour in range(0, 22):
        at = DELIVERED.replace(hour=hour)
        assert judge(line=line(delivered=at)).deadline == days_later(30)
