"""My orders: what waits for the shopper first, then the orders, newest first."""

from dataclasses import dataclass

from fastapi import Request, Response

from domain.claims import Claim, ClaimState
from domain.errors import VendorProblem
from domain.incidents import Incident, IncidentState
from domain.orders import Order, OrderState
from web.pages.hub.account import Account, open_account
from web.pages.hub.routing import router
from web.pages.showing import show

ORDER_TONES = {
    OrderState.PLACED: "waiting",
    OrderState.SHIPPED: "waiting",
    OrderState.PARTLY_DELIVERED: "waiting",
    OrderState.DELIVERED: "good",
    OrderState.CANCELLED: "neutral",
    OrderState.UNKNOWN: "neutral",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """What is open with a carrier; ``unread`` when it could not be looked up, which does not hide the orders."""

    incidents: tuple[Incident, ...] = ()
    claims: tuple[Claim, ...] = ()
    unread: bool = False

    @property
    def waiting(self) -> bool:
        return any(each.state is IncidentState.AWAITING_SHOPPER for each in self.incidents) or any(
            each.state is ClaimState.AWAITING_SHOPPER for each in self.claims
        )


@router.get("")
async def home(request: Request, merchant: str) -> Response:
    account = await open_account(request, merchant)
    page = await account.list_orders(request.query_params.get("older"))
    cases = await _list_cases(account)
    numbers = {order.id: order.number for order in page.items}
    return show(
        request,
        "hub/home.html",
        account.say,
        shop=account.shop.merchant,
        home=account.home,
        orders=[describe(order, account) for order in page.items],
        older=page.cursor,
        cases=cases,
        numbers=numbers,
    )


async def _list_cases(account: Account) -> Cases:
    try:
        return Cases(incidents=await account.list_incidents(), claims=await account.list_claims())
    except VendorProblem:
        return Cases(unread=True)


def describe(order: Order, account: Account) -> dict[str, object]:
    """An order as a row of the list."""
    say = account.say
    state = order.state.value.replace("_", "-")
    return {
        "id": order.id,
        "number": order.number,
        "placed": order.placed_at.astimezone(say.zone).date(),
        "pill": say(f"hub-order-{state}"),
        "tone": ORDER_TONES[order.state],
        "titles": tuple(line.title(say.language.value) for line in order.lines),
        "pictures": [line.image for line in order.lines[:3]],
        "more": max(0, len(order.lines) - 3),
    }
