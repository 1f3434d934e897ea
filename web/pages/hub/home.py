"""My orders: what waits for the shopper first, then the orders, newest first."""

from dataclasses import dataclass

from fastapi import Request, Response

from domain.claims import Claim, ClaimState
from domain.errors import VendorProblem
from domain.incidents import Incident, IncidentState
from domain.orders import Order, OrderState
from skills.claims.present import TONES as CLAIM_TONES
from skills.incidents.present import TONES as INCIDENT_TONES
from skills.journeys import word
from web.pages.hub.account import Account, open_account
from web.pages.hub.routing import router

ORDER_TONES = {
    OrderState.PLACED: "waiting",
    OrderState.SHIPPED: "waiting",
    OrderState.PARTLY_DELIVERED: "waiting",
    OrderState.DELIVERED: "good",
    OrderState.CANCELLED: "neutral",
    OrderState.UNKNOWN: "neutral",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A delivery problem or a claim as a row; ``waits`` when the next step is the shopper's."""

    path: str
    title: str
    subtitle: str
    pill: str
    tone: str
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """What is open with a carrier; ``unread`` when it could not be looked up, which does not hide the orders."""

    rows: tuple[CaseRow, ...] = ()
    unread: bool = False


@router.get("")
async def home(request: Request, merchant: str) -> Response:
    account = await open_account(request, merchant)
    page = await account.list_orders(request.query_params.get("older"))
    cases = await _list_cases(account)
    return account.show(
        request,
        "hub/home.html",
        orders=[describe(order, account) for order in page.items],
        older=page.cursor,
        cases=cases,
    )


async def _list_cases(account: Account) -> Cases:
    try:
        incidents, claims = await account.list_incidents(), await account.list_claims()
    except VendorProblem:
        return Cases(unread=True)
    rows = [_incident_row(account, each) for each in incidents] + [_claim_row(account, each) for each in claims]
    return Cases(rows=tuple(sorted(rows, key=lambda row: not row.waits)))


def _incident_row(account: Account, incident: Incident) -> CaseRow:
    say = account.say
    return CaseRow(
        path=f"{account.home}/incidents/{incident.id}",
        title=say("hub-incident-line", carrier=incident.carrier),
        subtitle=say.value(incident.happened),
        pill=say(f"incidents-pill-{word(incident.state)}"),
        tone=INCIDENT_TONES[incident.state].value,
        waits=incident.state is IncidentState.AWAITING_SHOPPER,
    )


def _claim_row(account: Account, claim: Claim) -> CaseRow:
    say = account.say
    return CaseRow(
        path=f"{account.home}/claims/{claim.id}",
        title=say("hub-claim-line", number=claim.number),
        subtitle=say(f"claims-reason-{word(claim.reason)}"),
        pill=say(f"claims-pill-{word(claim.state)}"),
        tone=CLAIM_TONES[claim.state].value,
        waits=claim.state is ClaimState.AWAITING_SHOPPER,
    )


def describe(order: Order, account: Account) -> dict[str, object]:
    """An order as a row of the list."""
    say = account.say
    return {
        "id": order.id,
        "number": order.number,
        "placed": order.placed_at.astimezone(say.zone).date(),
        "pill": say(f"hub-order-{word(order.state)}"),
        "tone": ORDER_TONES[order.state],
        "titles": tuple(line.title(say.language.value) for line in order.lines),
        "pictures": [line.image for line in order.lines[:3]],
        "more": max(0, len(order.lines) - 3),
    }
