"""The shop's returns provider, as the Returns port: its list, its word on a line, and the way into its portal."""

from datetime import datetime

from domain.ids import OrderId
from domain.orders import Line, Order
from domain.policy import Reason, Verdict, decide
from domain.policy.decide import Situation
from domain.returns import Authority, PortalVisit, ProviderAnswer, Return
from hub_connectors.sandbox.access import Access
from hub_connectors.sandbox.as_of import return_as_of
from hub_connectors.sandbox.calendar import ZONE
from hub_connectors.sandbox.faults import Port
from hub_connectors.sandbox.paths import portal_path
from hub_connectors.sandbox.policy import POLICY
from hub_connectors.sandbox.portal import STRICT, Portal
from hub_connectors.sandbox.rows import Shelf

_NO_ANSWER = ProviderAnswer(authority=Authority.NONE, eligible=None)

_CODES = {
    Reason.WITHIN_WINDOW: "ELIGIBLE",
    Reason.EXCHANGE_ONLY: "ELIGIBLE_EXCHANGE_ONLY",
    Reason.CREDIT_OR_EXCHANGE: "ELIGIBLE_NO_REFUND",
    Reason.GIFT_RECIPIENT: "ELIGIBLE_NO_REFUND",
    Reason.WINDOW_PASSED: "RETURN_WINDOW_EXPIRED",
    Reason.FINAL_SALE: "PRODUCT_FINAL_SALE",
    Reason.EXCLUDED_CATEGORY: "COLLECTION_NOT_RETURNABLE",
    Reason.EXCLUDED_TAG: "TAG_NOT_RETURNABLE",
    Reason.REGION_EXCLUDED: "DESTINATION_NOT_SUPPORTED",
    Reason.NOT_DELIVERED: "NOT_FULFILLED",
    Reason.DELIVERY_UNKNOWN: "DELIVERY_DATE_MISSING",
    Reason.ALREADY_RETURNED: "ALREADY_RETURNED",
    Reason.RETURN_OPEN: "RETURN_IN_PROGRESS",
    Reason.CANCELLED: "ORDER_CANCELLED",
}


class SandboxReturns:
    def __init__(self, access: Access, portal: Portal) -> None:
        self._access = access
        self._portal = portal

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        return await self._access.read(Port.RETURNS, lambda shelf, now: list_shown(shelf, order, now))

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        returns = await self._access.read(Port.RETURNS, lambda shelf, now: list_shown(shelf, order.id, now))
        authority = Authority.ADVISORY if self._access.faults.advisory else Authority.BINDING
        if STRICT in line.tags:
            return ProviderAnswer(authority=authority, eligible=False, code="MANUAL_REVIEW_REQUIRED")
        situation = Situation(
            order=order,
            line=line,
            returns=returns,
            asked_by_recipient=False,
            today=self._access.calendar.today(),
            zone=self._access.calendar.zone,
        )
        decision = decide(situation, POLICY, _NO_ANSWER)
        return ProviderAnswer(
            authority=authority,
            eligible=None if decision.verdict is Verdict.UNKNOWN else decision.verdict is Verdict.ELIGIBLE,
            code=_CODES[decision.reason],
            resolutions=frozenset(offer.resolution for offer in decision.offers),
            until=max((offer.until for offer in decision.offers if offer.until), default=None),
        )

    async def portal_url(self, visit: PortalVisit) -> str:
        await self._access.faults.pass_through(Port.RETURNS)
        return portal_path(await self._portal.open_visit(visit))


def list_shown(shelf: Shelf, order: OrderId, now: datetime) -> tuple[Return, ...]:
    """The returns of an order that exist by now, newest first."""
    shown = [return_as_of(story, now, ZONE) for story in shelf.list_returns([order])]
    return tuple(sorted((each for each in shown if each), key=lambda each: each.created, reverse=True))
