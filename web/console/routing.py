"""The one router of the console, on which each page puts its routes, and the way to it for who names no shop."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from domain.errors import NotAllowed
from records.merchants import list_merchants
from web.pages.border import PageRoute, install_of

router = APIRouter(prefix="/console/{merchant}", route_class=PageRoute, include_in_schema=False)
entrance = APIRouter(route_class=PageRoute, include_in_schema=False)


@entrance.get("/console")
async def enter_only_shop(request: Request) -> Response:
    """With one shop there is nothing to choose; with several, who signs in knows their shop's address."""
    merchants = await install_of(request).database.system().read(list_merchants)
    if len(merchants) != 1:
        raise NotAllowed("name the shop in the address")
    return RedirectResponse(f"/console/{merchants[0]}", status_code=303)
