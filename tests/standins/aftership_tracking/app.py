"""The stand-in as an ASGI app: dated versions with cursors, and v4 with page numbers."""

import json
import secrets
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.standins.aftership import Gate, envelope, refuse
from tests.standins.aftership_tracking.backstage import Backstage

_OK = 200


def make_app(backstage: Backstage) -> Starlette:
    guard, old = backstage.gate.guard, _old_gate(backstage.gate).guard
    routes = [
        Route("/tracking/{version}/trackings", guard(_list), methods=["GET"]),
        Route("/tracking/{version}/trackings", guard(_create), methods=["POST"]),
        Route("/tracking/{version}/trackings/{id}", guard(_show)),
        Route("/tracking/{version}/couriers", guard(_couriers)),
        Route("/v4/trackings", old(_search)),
    ]
    app = Starlette(routes=routes)
    app.state.backstage = backstage
    return app


def _old_gate(gate: Gate) -> Gate:
    """v4 takes the key under its former name."""
    return Gate(
        keys=gate.keys,
        key_header="aftership-api-key",
        limit=gate.limit,
        unix_reset=True,
        unauthorised=401,
        faults=gate.faults,
        seen=gate.seen,
    )


def _backstage(request: Request) -> Backstage:
    held: Backstage = request.app.state.backstage
    return held


async def _list(request: Request) -> Response:
    """The order's id is searched, so that near matches come too."""
    held, query = _backstage(request), request.query_params
    limit = int(query.get("limit", "100"))
    if not 1 <= limit <= 200:
        return refuse(400, 4008, "BadRequest")
    begin = held.cursors.get(query["cursor"]) if "cursor" in query else 0
    if begin is None:
        return refuse(400, 4008, "BadRequest")
    found = _match(held, query.get("order_id", ""), ("order_id",))
    more = begin + limit < len(found)
    cursor = _cursor(held, begin + limit) if more else ""
    paging = {"total": len(found), "next_cursor": cursor, "has_next_page": more}
    return envelope({"pagination": paging, "trackings": found[begin : begin + limit]}, code=_OK)


async def _search(request: Request) -> Response:
    held, query = _backstage(request), request.query_params
    limit, page = int(query.get("limit", "100")), int(query.get("page", "1"))
    found = _match(held, query.get("keyword", ""), ("order_id", "tracking_number", "order_number"))
    shown = [_as_before(each) for each in found[(page - 1) * limit : page * limit]]
    return envelope({"page": page, "limit": limit, "count": len(found), "trackings": shown}, code=_OK)


def _match(held: Backstage, words: str, fields: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        body
        for body in held.trackings.values()
        if held.is_served(body) and any(words in (body.get(name) or "") for name in fields)
    ]


def _as_before(body: dict[str, Any]) -> dict[str, Any]:
    """v4 knows no latest estimate."""
    estimate = body.get("latest_estimated_delivery") or {}
    return {**body, "latest_estimated_delivery": None, "expected_delivery": estimate.get("datetime")}


def _cursor(held: Backstage, begin: int) -> str:
    token = secrets.token_urlsafe(8)
    held.cursors[token] = begin
    return token


async def _show(request: Request) -> Response:
    held = _backstage(request)
    found = held.trackings.get(request.path_params["id"])
    return envelope(found, code=_OK) if found and held.is_served(found) else refuse(404, 4004, "NotFound")


async def _create(request: Request) -> Response:
    """Refuses what is there already; nothing new is made here."""
    number = json.loads(await request.body() or b"{}").get("tracking_number")
    if not number:
        return refuse(400, 4009, "BadRequest")
    there = any(each["tracking_number"] == number for each in _backstage(request).trackings.values())
    return refuse(400, 4003 if there else 4012, "BadRequest")


async def _couriers(request: Request) -> Response:
    held, wanted = _backstage(request), request.query_params.get("slug", "")
    slugs = wanted.split(",") if wanted else list(held.couriers)
    found = [{"slug": slug, "name": held.couriers[slug], "phone": "-"} for slug in slugs if slug in held.couriers]
    return envelope({"total": len(found), "couriers": found}, code=_OK)
