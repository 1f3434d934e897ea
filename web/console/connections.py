"""Connections: which vendor serves what, the form that connects one, its last calls and webhooks, and disconnecting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.engine import Connection

from domain.errors import AppError, CredentialsRejected, NotAllowed, SettingsInvalid, VendorProblem
from domain.team import May
from hub_connectors.offering import Offering
from hub_connectors.registry import SANDBOX, VENDORS, find_offering
from records.connections import Connected, LastWebhook, disconnect, find_last_webhook, list_connected, save_connected
from runtime.http import VendorCall
from web.console.access import Visit, enter, enter_form
from web.console.routing import router
from web.console.vendor_forms import Field, list_fields, read_settings, show_settings

_PORTS = ("orders", "customers", "catalogue", "returns", "tracking", "claims", "incidents")
_CALLS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorRow:
    """One vendor in the list; ``at`` is when it was connected, None when it is not."""

    name: str
    title: str
    serves: tuple[str, ...]
    at: datetime | None
    problem: str


@router.get("/connections")
async def list_vendors(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    connected = {each.connector: each for each in await _connected(visit)}
    calls = visit.install.shops.last_calls(visit.merchant)
    rows = [_row(offering, connected.get(name), calls) for name, offering in VENDORS.items()]
    return visit.show(
        "console/connections.html",
        page="connections",
        rows=rows,
        providers=[(port, _provider(visit, port, connected)) for port in _PORTS],
        notice=request.query_params.get("done", ""),
    )


@router.get("/connections/{name}")
async def show_vendor(request: Request, merchant: str, name: str) -> Response:
    visit = await enter(request, merchant, May.CONNECT)
    return await _show(visit, _find(name))


@router.post("/connections/{name}")
async def connect(request: Request, merchant: str, name: str) -> Response:
    """Asks the vendor one harmless thing with the new credentials; nothing is kept unless it answers."""
    visit, form = await enter_form(request, merchant, May.CONNECT)
    offering = _find(name)
    kept = await _kept(visit, name)
    given = read_settings(offering.settings, form, kept)
    try:
        connector = visit.install.shops.open_connector(visit.shop.merchant, name, given)
        await connector.check()
    except (SettingsInvalid, CredentialsRejected, VendorProblem) as problem:
        return await _show(visit, offering, given=given, problem=_kind_of(problem), status=422)
    await _save(visit, name, given)
    return RedirectResponse(f"{visit.home}/connections?done=connected", status_code=303)


@router.post("/connections/{name}/disconnect")
async def let_go(request: Request, merchant: str, name: str) -> Response:
    """Its credentials are forgotten; what was learned from it stays until it ages out."""
    visit, _ = await enter_form(request, merchant, May.CONNECT)
    offering = _find(name)

    def forget(connection: Connection) -> None:
        if disconnect(connection, visit.merchant, offering.name):
            visit.noted(connection, "disconnected", offering.name)

    await visit.records.write(forget)
    visit.install.shops.forget(visit.merchant)
    return RedirectResponse(f"{visit.home}/connections?done=disconnected", status_code=303)


async def name_providers(visit: Visit) -> dict[str, str]:
    """Who serves each port, by title; empty where nobody does."""
    connected = {each.connector: each for each in await _connected(visit)}
    return {port: _provider(visit, port, connected) for port in _PORTS}


def _find(name: str) -> Offering:
    """Raises NotAllowed for a vendor that does not exist: its page is not there."""
    try:
        return find_offering(name)
    except SettingsInvalid as unknown:
        raise NotAllowed("no such vendor") from unknown


async def _show(visit: Visit, offering: Offering, *, given: str = "", problem: str = "", status: int = 200) -> Response:
    kept = await _kept(visit, offering.name)
    last: LastWebhook | None = await visit.records.read(lambda c: find_last_webhook(c, visit.merchant, offering.name))
    calls = [each for each in visit.install.shops.last_calls(visit.merchant) if _is_from(each, offering.name)]
    fields: list[Field] = list_fields(offering.settings, show_settings(offering.settings, given or kept))
    return visit.show(
        "console/connection.html",
        page="connections",
        status=status,
        offering=offering,
        fields=fields,
        connected=bool(kept),
        problem=problem,
        calls=calls[:_CALLS],
        webhook=f"{visit.install.settings.base_url}/webhooks/{offering.name}/{visit.merchant}",
        last=last,
    )


async def _connected(visit: Visit) -> tuple[Connected, ...]:
    return await visit.records.read(lambda c: list_connected(c, visit.merchant))


async def _kept(visit: Visit, name: str) -> str:
    """The settings as they are kept, opened to fill in what the form leaves out; empty when not connected."""
    found = next((each for each in await _connected(visit) if each.connector == name), None)
    return visit.install.seal.reveal(found.sealed) if found else ""


async def _save(visit: Visit, name: str, settings: str) -> None:
    now = visit.install.clock.now()
    sealed = visit.install.seal.close(settings)

    def save(connection: Connection) -> None:
        rank = list(VENDORS).index(name)
        save_connected(connection, visit.merchant, Connected(connector=name, sealed=sealed, rank=rank, at=now))
        visit.noted(connection, "connected", name)

    await visit.records.write(save)
    visit.install.shops.forget(visit.merchant)


def _kind_of(problem: AppError) -> str:
    """Three things a merchant can do: mend what was typed, get new credentials, or wait."""
    if isinstance(problem, SettingsInvalid):
        return "fix"
    return "reconnect" if isinstance(problem, CredentialsRejected) else "later"


def _row(offering: Offering, connected: Connected | None, calls: tuple[VendorCall, ...]) -> VendorRow:
    last = next((each for each in calls if _is_from(each, offering.name)), None)
    return VendorRow(
        name=offering.name,
        title=offering.title,
        serves=tuple(port for port in _PORTS if port in offering.serves),
        at=connected.at if connected else None,
        problem=last.problem if connected and last else "",
    )


def _provider(visit: Visit, port: str, connected: dict[str, Any]) -> str:
    """Who serves a port: the first connected vendor that does, else the demo shop, else nobody."""
    if getattr(visit.shop.connections, port) is None:
        return ""
    serving = [VENDORS[name].title for name in VENDORS if name in connected and port in VENDORS[name].serves]
    if serving:
        return serving[0]
    return visit.shop.merchant.name if visit.shop.merchant.connector == SANDBOX else ""


def _is_from(call: VendorCall, name: str) -> bool:
    return call.vendor.replace(" ", "_").lower() == name
