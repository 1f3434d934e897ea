"""An order with its lines, parcels and returns; a parcel with every scan; a return with its steps."""

from dataclasses import replace

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from domain.blocks import Block, Card, Phrase, Step, Timeline
from domain.errors import NotAllowed
from domain.orders import Line, Order
from domain.parcels import Parcel, ParcelState, Scan
from domain.replies import SaidBlock
from domain.returns import PortalVisit, Return
from skills.journeys import Seen, parcel_card, say_state, say_when, see, shorten, word
from skills.returns.status import tell
from web.pages.border import check_form
from web.pages.hub.account import Account, open_account
from web.pages.hub.home import describe
from web.pages.hub.links import HubLinks
from web.pages.hub.routing import router


@router.get("/orders/{order_id}")
async def order_page(request: Request, merchant: str, order_id: str) -> Response:
    account = await open_account(request, merchant)
    order = await account.get_order(order_id)
    parcels, returns = await account.list_parcels(order), await account.list_returns(order)
    return account.show(
        request,
        "hub/order.html",
        order=order,
        row=describe(order, account),
        prices=_sees_prices(account, order),
        parcels=[account.say.blocks(_parcel_glance(account, order, parcel)) for parcel in parcels],
        returns=[account.say.blocks(_return_glance(account, order, made)) for made in returns],
        may_return=account.shop.connections.returns is not None and any(_is_left(line) for line in order.lines),
    )


@router.post("/orders/{order_id}/return")
async def start_return(request: Request, merchant: str, order_id: str) -> Response:
    """On to the returns provider's portal with this order."""
    check_form(request)
    account = await open_account(request, merchant)
    order = await account.get_order(order_id)
    returns = account.shop.connections.returns
    if returns is None:
        raise NotAllowed("this shop has no returns portal")
    return RedirectResponse(await returns.portal_url(make_visit(account, order)), status_code=303)


@router.get("/parcels/{order_id}")
async def parcels_page(request: Request, merchant: str, order_id: str) -> Response:
    account = await open_account(request, merchant)
    order = await account.get_order(order_id)
    parcels = await account.list_parcels(order)
    shown = [_parcel_whole(account, order, parcel) for parcel in parcels]
    return account.show(request, "hub/parcels.html", order=order, parcels=shown)


@router.get("/returns/{return_id}")
async def return_page(request: Request, merchant: str, return_id: str) -> Response:
    account = await open_account(request, merchant)
    made, order = await account.get_return(return_id)
    blocks = account.say.blocks(_without_actions(_tell(account, order, made)))
    return account.show(request, "hub/return.html", order=order, made=made, blocks=blocks)


def make_visit(account: Account, order: Order) -> PortalVisit:
    return PortalVisit(order=order, lines=(), resolution=None, by_recipient=not _sees_prices(account, order))


def _sees_prices(account: Account, order: Order) -> bool:
    """Who was given a gift is never told what it cost."""
    return order.customer == account.customer


def _is_left(line: Line) -> bool:
    return line.delivered_quantity > line.returned_quantity


def _seen(account: Account, order: Order, parcel: Parcel) -> Seen:
    return see(order, parcel, language=account.say.language, calendar=account.shop.calendar)


def _parcel_glance(account: Account, order: Order, parcel: Parcel) -> tuple[Block, ...]:
    seen = _seen(account, order, parcel)
    return (parcel_card(seen, decision=next(iter(say_when(seen)), None)),)


def _parcel_whole(account: Account, order: Order, parcel: Parcel) -> tuple[SaidBlock, ...]:
    seen = _seen(account, order, parcel)
    steps = tuple(_scan(event) for event in reversed(parcel.events))
    return account.say.blocks((say_state(seen), *say_when(seen), parcel_card(seen), Timeline(steps=steps)))


def _scan(event: Scan) -> Step:
    if event.state is ParcelState.UNKNOWN and event.code:
        label = Phrase(key="tracking-step-unknown", values={"code": shorten(event.code)})
    else:
        label = Phrase(key=f"tracking-pill-{word(event.state)}")
    return Step(label=label, at=event.at, place=event.place)


def _tell(account: Account, order: Order, made: Return) -> tuple[Block, ...]:
    lines = tuple(line for part in made.lines if (line := order.line(part.line)))
    return tell(
        made,
        lines=lines,
        language=account.say.language,
        links=HubLinks(account.shop.merchant.id),
        zone=account.say.zone,
        prices=_sees_prices(account, order),
    )


def _return_glance(account: Account, order: Order, made: Return) -> tuple[Block, ...]:
    return tuple(block for block in _tell(account, order, made) if isinstance(block, Card))


def _without_actions(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """On its own page a return does not link to itself."""
    return tuple(replace(block, actions=()) if isinstance(block, Card) else block for block in blocks)
