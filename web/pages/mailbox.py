"""The demo's mailbox: every mail and SMS that would have left, with its code in large figures."""

from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from channels.mailbox import list_letters
from web.pages.border import PageRoute, demo_only, install_of, speak
from web.pages.showing import show
from web.seed import DEMO

router = APIRouter(prefix="/mailbox", route_class=PageRoute, dependencies=[Depends(demo_only)])


@router.get("")
async def mailbox(request: Request) -> Response:
    return await _show_letters(request, "shop/mailbox.html")


@router.get("/letters")
async def letters(request: Request) -> Response:
    """The list alone, for the page to put in place of what it shows."""
    return await _show_letters(request, "shop/letters.html")


async def _show_letters(request: Request, template: str) -> Response:
    install = install_of(request)
    shop = await install.shops.get_shop(DEMO)
    found = await install.database.merchant(DEMO).read(lambda c: list_letters(c, DEMO))
    shown: dict[str, Any] = {"shop": shop.merchant, "letters": found}
    return show(request, template, speak(request, shop), **shown)
