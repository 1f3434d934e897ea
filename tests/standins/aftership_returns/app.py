"""The stand-in as an ASGI app: lists, single returns, links, and what a merchant does with a return."""

import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.standins.aftership import envelope, refuse, stamp
from tests.standins.aftership_returns.backstage import Backstage
from tests.standins.aftership_returns.page import choose, submit

_OK, _CREATED, _ACCEPTED = 20000, 20100, 20200
_MOVES = {
    "approve": ("approved", {"submitted"}, _ACCEPTED, 202),
    "reject": ("rejected", {"approved", "expired"}, _OK, 200),
    "resolve": ("done", {"approved", "expired"}, _OK, 200),
}


def make_app(backstage: Backstage) -> Starlette:
    guard, path = backstage.gate.guard, "/returns/{version}/returns"
    routes = [
        Route(path, guard(_list), methods=["GET"]),
        Route(path, guard(_create), methods=["POST"]),
        Route(f"{path}/link", guard(_link), methods=["POST"]),
        Route(f"{path}/rma/{{rma}}", guard(_show)),
        Route(f"{path}/{{id}}", guard(_show)),
        Route(f"{path}/{{id}}/{{move}}", guard(_move), methods=["POST"]),
        Route("/page/{token}", choose, methods=["GET"]),
        Route("/page/{token}", submit, methods=["POST"]),
    ]
    app = Starlette(routes=routes)
    app.state.backstage = backstage
    return app


def _backstage(request: Request) -> Backstage:
    held: Backstage = request.app.state.backstage
    return held


async def _list(request: Request) -> Response:
    """Sorted by id, since no order is promised; the name is searched, so that near matches come too."""
    held, query = _backstage(request), request.query_params
    page, limit = int(query.get("page", "1")), int(query.get("limit", "10"))
    wrong = [name for name, value, most in (("page", page, 200), ("limit", limit, 50)) if not 1 <= value <= most]
    if wrong:
        return _invalid(*wrong)
    since, until = query.get("created_at_min", ""), query.get("created_at_max", stamp(held.moment()))
    found = [
        body
        for _, body in sorted(held.returns.items())
        if held.is_served(body)
        and since[:19] <= body["created_at"][:19] <= until[:19]
        and query.get("order_name", "") in body["order"]["order_name"]
        and query.get("customer_email", body["contact_email"]) == body["contact_email"]
        and query.get("approval_status", body["approval_status"]) == body["approval_status"]
    ]
    shown = found[(page - 1) * limit : page * limit]
    paging = {"total": len(found), "page": page, "limit": limit, "has_next_page": page * limit < len(found)}
    return envelope({"returns": shown, "pagination": paging}, code=_OK)


async def _show(request: Request) -> Response:
    found = _find(request)
    return envelope(found, code=_OK) if found else refuse(404, 40400, "NotFound")


def _find(request: Request) -> dict[str, Any] | None:
    held = _backstage(request)
    if "rma" in request.path_params:
        rma = request.path_params["rma"]
        return next((each for each in held.returns.values() if each["rma_number"] == rma), None)
    return held.returns.get(request.path_params["id"])


async def _link(request: Request) -> Response:
    """The order need not exist: the page asks again."""
    told = json.loads(await request.body() or b"{}")
    if not isinstance(told.get("order_number"), str) or not told["order_number"]:
        return _invalid("order_number")
    token = _backstage(request).open_visit(told["order_number"], told.get("postal_code", ""))
    return envelope({"url": f"{request.base_url}page/{token}"}, code=_CREATED, status=201)


async def _create(request: Request) -> Response:
    """Refuses what AfterShip refuses; what it would accept is made on the page here."""
    told = json.loads(await request.body() or b"{}")
    items = told.get("return_items") or []
    wrong = [f"return_items.{at}.resolution" for at, each in enumerate(items) if each.get("resolution") != "refund"]
    missing = [name for name in ("order", "return_items", "refund_destination") if not told.get(name)]
    return _invalid(*missing, *wrong) if missing or wrong else refuse(429, 42900, "TooManyRequests")


async def _move(request: Request) -> Response:
    found, move = _find(request), request.path_params["move"]
    if not found or move not in _MOVES:
        return refuse(404, 40400, "NotFound")
    target, allowed, code, status = _MOVES[move]
    if found["approval_status"] not in allowed:
        return refuse(409, 40900, "Conflict")
    reason = json.loads(await request.body() or b"{}").get("reject_reason", "")
    if move == "reject" and not 1 <= len(reason) <= 1000:
        return _invalid("reject_reason")
    found |= {"approval_status": target} | ({"reject_reason": reason} if reason else {})
    return envelope(found, code=code, status=status)


def _invalid(*paths: str) -> Response:
    errors = [{"path": each, "info": "is not right"} for each in paths]
    return refuse(422, 42200, "UnprocessableEntity", errors=errors)
