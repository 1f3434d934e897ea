"""The tester: one order, each line decided as the agent would, with the receipt and the days round the deadline."""

from dataclasses import dataclass

from fastapi import Request, Response

from domain.errors import VendorProblem
from domain.orders import Line, Order
from domain.policy import Decision, decide
from domain.policy.boundary import Boundary, find_boundaries
from domain.policy.rules import Situation
from domain.returns import Authority, ProviderAnswer
from domain.team import May
from web.console.access import Visit, enter
from web.console.routing import router

_PAGES = 4
_SILENT = ProviderAnswer(authority=Authority.NONE, eligible=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A line with what was decided, and the days round the end of each window."""

    line: Line
    decision: Decision
    boundaries: tuple[Boundary, ...]


@router.get("/policy/test")
async def test_policy(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant, May.PREVIEW)
    number = request.query_params.get("order", "").strip()[:60]
    order: Order | None = None
    tested: tuple[Tested, ...] = ()
    trouble = ""
    if number:
        try:
            order = await _find_order(visit, number)
            tested = await _test(visit, order) if order else ()
        except VendorProblem:
            trouble = "vendor"
    if order:
        await visit.records.write(lambda c: visit.noted(c, "read", f"order {order.number}", "policy tester"))
    return visit.show(
        "console/policy-test.html",
        page="policy",
        tab="test",
        number=number,
        order=order,
        tested=tested,
        trouble=trouble,
        today=visit.shop.calendar.today(),
        has_orders=visit.shop.connections.orders is not None,
        language_code=visit.say.language.value,
    )


async def _find_order(visit: Visit, number: str) -> Order | None:
    """By the number that the shopper sees; a vendor without look-up by number finds nothing."""
    ports = visit.shop.connections
    if ports.customers is None or ports.orders is None:
        return None
    customer = await ports.customers.find_by_order_number(number)
    cursor = None
    for _ in range(_PAGES if customer else 0):
        assert customer is not None
        page = await ports.orders.list_orders(customer.id, cursor=cursor)
        wanted = number.lstrip("#").casefold()
        found = next((each for each in page.items if each.number.lstrip("#").casefold() == wanted), None)
        if found or page.cursor is None:
            return found
        cursor = page.cursor
    return None


async def _test(visit: Visit, order: Order) -> tuple[Tested, ...]:
    shop = visit.shop
    provider = shop.connections.returns
    returns = await provider.list_returns(order.id) if provider else ()
    tested = []
    for line in order.lines:
        situation = Situation(
            order=order,
            line=line,
            returns=returns,
            asked_by_recipient=False,
            today=shop.calendar.today(),
            zone=shop.calendar.zone,
        )
        answer = await provider.check_line(order, line) if provider else _SILENT
        decision = decide(situation, shop.policy, answer)
        boundaries = find_boundaries(situation, shop.policy)
        tested.append(Tested(line=line, decision=decision, boundaries=boundaries))
    return tuple(tested)
