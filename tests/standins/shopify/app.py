"""The Admin API over HTTP: the token's door, the versions, one path for all questions, and faults on demand."""

import asyncio
import json
import re
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from tests.standins.shopify.accounts import Accounts
from tests.standins.shopify.backstage import CLIENT_ID, Backstage, Fault, Seen
from tests.standins.shopify.graph import answer, throttled

VERSIONS = {"2026-01", "2026-04", "2026-07", "2026-10"}
_NAME = re.compile(r"(?:query|mutation)\s+(\w+)")


def make_app(backstage: Backstage, accounts: Accounts) -> Starlette:
    async def grant(request: Request) -> Response:
        if broken := await _misbehave(backstage):
            return broken
        asked = await request.json()
        if asked.get("client_id") != CLIENT_ID or asked.get("client_secret") != backstage.secret:
            return JSONResponse({"error": "invalid_client"}, 401)
        if asked.get("grant_type") != "client_credentials":
            return JSONResponse({"error": "unsupported_grant_type"}, 400)
        scope = ",".join(sorted(backstage.shop.scopes))
        token = backstage.grant()
        return JSONResponse({"access_token": token, "scope": scope, "expires_in": backstage.token_seconds})

    async def graph(request: Request) -> Response:
        raw = await request.body()
        body = _read(raw)
        _note(backstage, request, body)
        if request.path_params["version"] not in VERSIONS:
            return JSONResponse({"errors": "Not Found"}, 404)
        if request.headers.get("x-shopify-access-token") not in backstage.tokens:
            told = "[API] Invalid API key or access token (unrecognized login or wrong password)"
            return JSONResponse({"errors": told}, 401)
        if "application/json" not in request.headers.get("content-type", "") or body is None:
            return JSONResponse({"errors": {"query": "Required parameter missing or invalid"}}, 400)
        if broken := await _misbehave(backstage):
            return broken
        limited, shown = answer(backstage.shop, backstage.bucket, body, strange=backstage.strange)
        status = backstage.status_when_limited if limited else 200
        return JSONResponse(shown, status, headers={"retry-after": "1"} if status == 429 else None)

    return Starlette(
        routes=[
            Route("/admin/oauth/access_token", grant, methods=["POST"]),
            Route("/admin/api/{version}/graphql.json", graph, methods=["POST"]),
            *accounts.routes(),
        ]
    )


async def _misbehave(backstage: Backstage) -> Response | None:
    await asyncio.sleep(backstage.delay)
    fault = backstage.faults.popleft() if backstage.faults else None
    if fault is Fault.SLOW:
        await asyncio.sleep(30)
    return _spoil(backstage, fault) if fault else None


def _spoil(backstage: Backstage, fault: Fault) -> Response:
    shown: dict[Fault, Response] = {
        Fault.SLOW: Response(status_code=504),
        Fault.BROKEN: JSONResponse({"errors": "Internal Server Error"}, 502),
        Fault.HTML: HTMLResponse("<!doctype html><title>Something went wrong</title>"),
        Fault.CUT: Response(b'{"data": {"customer": {"orders": {"nod', media_type="application/json"),
        Fault.NO_OBJECT: JSONResponse([]),
        Fault.NO_DATA: JSONResponse({"data": None}),
        Fault.WRONG_SHAPE: JSONResponse({"data": {"order": {"id": "gid://shopify/Order/1", "name": 7}}}),
        Fault.INSIDE: JSONResponse(
            {"errors": [{"message": "Internal error", "extensions": {"code": "INTERNAL_SERVER_ERROR"}}]}
        ),
        Fault.LIMITED: JSONResponse({"errors": "Exceeded"}, 429, headers={"retry-after": "0.2"}),
        Fault.LIMITED_SILENT: JSONResponse({"errors": "Exceeded"}, 429),
        Fault.THROTTLED: JSONResponse(throttled(backstage.bucket, 10)),
    }
    return shown[fault]


def _read(raw: bytes) -> dict[str, Any] | None:
    try:
        body = json.loads(raw)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def _note(backstage: Backstage, request: Request, body: dict[str, Any] | None) -> None:
    found = _NAME.search(str((body or {}).get("query") or ""))
    backstage.seen.append(
        Seen(
            path=request.url.path,
            operation=found.group(1) if found else "",
            variables=(body or {}).get("variables") or {},
            headers=dict(request.headers),
        )
    )
