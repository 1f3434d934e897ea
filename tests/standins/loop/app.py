"""The stand-in as an ASGI app: the key and its scopes, the rate limit and the faults before each endpoint."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from time import monotonic

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route

from tests.standins.loop import listing, ordering, portal
from tests.standins.loop.backstage import Backstage, Fault, Seen

Endpoint = Callable[[Request], Awaitable[Response]]

_UNAUTHORISED = {"error": {"code": "401", "http_code": "GEN-UNAUTHORIZED", "message": "Unauthorized."}}


def make_app(backstage: Backstage) -> Starlette:
    api = [
        Route("/warehouse/return/list", _behind("returns", listing.list_returns)),
        Route("/warehouse/return/details", _behind("returns", listing.show_return)),
        Route("/order/link", _behind("orders", ordering.make_link), methods=["POST"]),
        Route("/orders/return-eligibility", _behind("orders", ordering.show_eligibility), methods=["POST"]),
        Route("/webhooks", _behind("developer_tools", ordering.subscriptions), methods=["GET", "POST"]),
    ]
    pages = [
        Route("/", portal.open_fragment),
        Route("/portal/{token}", portal.choose),
        Route("/portal/{token}/finish", portal.finish, methods=["POST"]),
    ]
    app = Starlette(routes=[Mount("/api/v1", routes=api), *pages])
    app.state.backstage = backstage
    return app


def _behind(scope: str, endpoint: Endpoint) -> Endpoint:
    """The endpoint as Loop lets a key reach it, which has to stand in ``X-Authorization`` by itself."""

    async def guarded(request: Request) -> Response:
        backstage: Backstage = request.app.state.backstage
        response = await _answer(backstage, request, scope, endpoint)
        body = await request.body()
        backstage.seen.append(
            Seen(
                method=request.method,
                path=request.url.path,
                query=dict(request.query_params),
                body=json.loads(body) if body else None,
                status=response.status_code,
            )
        )
        return response

    return guarded


async def _answer(backstage: Backstage, request: Request, scope: str, endpoint: Endpoint) -> Response:
    fault = next((each for each in backstage.faults if request.url.path.endswith(each.path)), None)
    if fault:
        backstage.faults.remove(fault)
        await asyncio.sleep(fault.delay)
        if fault.body is not None or fault.status != 200 or fault.cut:
            return _fail(fault)
    key = request.headers.get("x-authorization", "")
    if scope not in backstage.keys.get(key, frozenset()):
        return JSONResponse(_UNAUTHORISED, 401)
    if _limited(backstage, key):
        headers = {"retry-after": backstage.retry_after} if backstage.retry_after else {}
        return JSONResponse({"message": "Too Many Attempts."}, 429, headers)
    return await endpoint(request)


def _limited(backstage: Backstage, key: str) -> bool:
    asked = backstage.asked.setdefault(key, deque())
    while asked and asked[0] < monotonic() - 60:
        asked.popleft()
    if len(asked) >= backstage.limit:
        return True
    asked.append(monotonic())
    return False


def _fail(fault: Fault) -> Response:
    body = fault.body if fault.body is not None else '{"message":"Server Error"}'
    if not fault.cut:
        return Response(body, fault.status, fault.headers, fault.content_type)
    headers = {"content-length": str(len(body.encode()) + 50), **fault.headers}

    async def half() -> AsyncIterator[bytes]:
        yield body.encode()
        raise ConnectionAbortedError("cut on purpose")

    return StreamingResponse(half(), fault.status, headers, fault.content_type)
