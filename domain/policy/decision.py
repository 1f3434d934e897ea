"""A decision on one order line, and the receipt that proves it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.ids import LineId
from domain.money import Money
from domain.policy.model import PolicySource
from domain.returns import ProviderAnswer, Resolution


class Verdict(StrEnum):
    """UNKNOWN is an honest answer: a person or the portal decides, the agent does not guess."""

    ELIGIBLE = "eligible"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """The one reason the shopper hears; also the stem of the phrase that says it."""

    WITHIN_WINDOW = "within_window"
    EXCHANGE_ONLY = "exchange_only"
    CREDIT_OR_EXCHANGE = "credit_or_exchange"
    WINDOW_PASSED = "window_passed"
    FINAL_SALE = "final_sale"
    EXCLUDED_CATEGORY = "excluded_category"
    EXCLUDED_TAG = "excluded_tag"
    REGION_EXCLUDED = "region_excluded"
    GIFT_RECIPIENT = "gift_recipient"
    NOT_DELIVERED = "not_delivered"
    DELIVERY_UNKNOWN = "delivery_unknown"
    ALREADY_RETURNED = "already_returned"
    RETURN_OPEN = "return_open"
    CANCELLED = "cancelled"
    PROVIDER_REFUSED = "provider_refused"
    NO_POLICY = "no_policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One way to return: until which local day, inclusive, and at what fee."""

    resolution: Resolution
    until: date | None
    fee: Money | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """One rule applied: the fact it looked at and what came out, in stable words for the receipt."""

    rule: str
    fact: str
    passed: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The outcome and everything needed to re-do it by hand; ``eligible_if`` says what would make it eligible."""

    line: LineId
    verdict: Verdict
    reason: Reason
    rule: str
    deadline: date | None
    policy_version: int | None
    policy_source: PolicySource | None
    today: date
    counted_from: date | None
    rules: tuple[RuleResult, ...]
    provider: ProviderAnswer | None
    disagreement: str | None
    eligible_if: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The verdict on a line; ``quantity`` is how many pieces it covers, ``deadline`` the day the reason speaks of,
    ``portal`` whether the way into the returns portal is shown.
    """

    line: LineId
    verdict: Verdict
    reason: Reason
    quantity: int
    offers: tuple[Offer, ...]
    deadline: date | None
    rule: str
    portal: bool
    receipt: Receipt

    def offer(self, resolution: Resolution) -> Offer | None:
        return next((offer for offer in self.offers if offer.resolution is resolution), None)
