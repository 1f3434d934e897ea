"""Overview: the agent's switch, what is missing before going live, and how it went today and over twelve weeks."""

from dataclasses import replace

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.engine import Connection

from domain.team import May
from records.merchants import find_merchant, save_merchant
from web.console.access import enter, enter_form
from web.console.routing import router


@router.get("")
async def overview(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    return visit.show("console/overview.html", page="overview")


@router.post("/agent")
async def switch_agent(request: Request, merchant: str) -> Response:
    """On or off, at once; what is under way is finished."""
    visit, form = await enter_form(request, merchant, May.SWITCH)
    on = form.one("on") == "yes"

    def switch(connection: Connection) -> None:
        row = find_merchant(connection, visit.merchant)
        if row and row.agent_on != on:
            save_merchant(connection, replace(row, agent_on=on))
            visit.noted(connection, "switched", "agent", "on" if on else "off")

    await visit.records.write(switch)
    visit.install.shops.forget(visit.merchant)
    return RedirectResponse(visit.home, status_code=303)
