"""Doors: short links that know for whom they were made. Opening one signs in to the hub and leads on; looking at it
does not use it up, since mail programs look at links too."""

import json
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from agent.links import PURPOSE
from domain.errors import NotAllowed
from domain.ids import LineId, VariantId
from domain.languages import find_language
from domain.links import HubPage
from domain.returns import PortalVisit, Resolution, ReturnedLine
from records.identity import Door, find_door
from web.pages.border import HubClosed, PageRoute, install_of, show_problem
from web.pages.hub.account import Account
from web.pages.hub.links import HubLinks
from web.pages.hub.sessions import start_session
from web.pages.showing import remember_language
from web.pages.speaking import PAGE_LANGUAGES, choose_language, make_speaker

router = APIRouter(route_class=PageRoute)


@router.get("/r/{token}")
async def open_door(request: Request, token: str) -> Response:
    install = install_of(request)
    token_hash = install.keys.hash(PURPOSE, token)
    door = await install.database.system().read(lambda c: find_door(c, token_hash))
    if door is None:
        return await show_problem(request, "door-unknown", status=404)
    request.scope["path_params"] = {**request.path_params, "merchant": door.merchant}
    if door.expires <= install.clock.now():
        return await show_problem(request, "door-expired", status=410)
    response = RedirectResponse(await _find_way(request, door), status_code=303, headers={"cache-control": "no-store"})
    await start_session(request, response, door.merchant, door.customer)
    spoken = find_language(json.loads(door.target).get("lang"))
    if spoken in PAGE_LANGUAGES:
        remember_language(response, spoken)
    return response


async def _find_way(request: Request, door: Door) -> str:
    """Where the door leads; raises NotAllowed when what it names is not this customer's any more."""
    install = install_of(request)
    shop = await install.shops.get_shop(door.merchant)
    if not shop.merchant.hub_on:
        raise HubClosed("the hub is switched off")
    target: dict[str, Any] = json.loads(door.target)
    if door.purpose != "portal":
        return HubLinks(door.merchant).hub(HubPage(target["page"]), target["target"])
    returns = shop.connections.returns
    if returns is None:
        raise NotAllowed("this shop has no returns portal")
    language = choose_language(request, shop.merchant.language)
    account = Account(shop, door.customer, make_speaker(install.phrases, language, shop.calendar))
    order = await account.get_order(target["order"])
    lines = tuple(
        ReturnedLine(line=LineId(line), quantity=quantity, exchange_for=VariantId(variant) if variant else None)
        for line, quantity, variant in target["lines"]
    )
    resolution = Resolution(target["resolution"]) if target["resolution"] else None
    by_recipient = door.customer != order.customer
    visit = PortalVisit(order=order, lines=lines, resolution=resolution, by_recipient=by_recipient)
    return await returns.portal_url(visit)
