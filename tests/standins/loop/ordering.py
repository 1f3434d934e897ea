"""Loop's endpoints around an order: the deep link, the advice on its lines, and subscriptions to events."""

import json
from typing import Any
from zlib import crc32

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.standins.loop.backstage import Backstage, Subscription

_NO_LINK = {"errors": ["The order could not be found with the details given."]}


async def make_link(request: Request) -> Response:
    """Which of name and secret was wrong is never said."""
    backstage: Backstage = request.app.state.backstage
    body = await read_body(request)
    name, given = body.get("name"), body.get("zip")
    if not isinstance(name, str) or not isinstance(given, str):
        missing = [key for key in ("name", "zip") if not isinstance(body.get(key), str)]
        return JSONResponse({"errors": [f"The {key} field is required." for key in missing]}, 400)
    order = backstage.find_order(name)
    if order is None or _plain(backstage.secret_of(order)) != _plain(given) or not given.strip():
        return JSONResponse(_NO_LINK, 400)
    token = backstage.open_visit(order, gift=bool(body.get("gift")))
    return JSONResponse({"url": f"{request.url.scheme}://{request.url.netloc}/#/link/{token}"})


def _plain(text: str) -> str:
    return "".join(text.split()).lower()


async def show_eligibility(request: Request) -> Response:
    """Advice on each line; a line that did not come from the shop has no external id."""
    backstage: Backstage = request.app.state.backstage
    if not backstage.has_eligibility:
        return JSONResponse({"message": "Not Found"}, 404)
    order = backstage.find_order(str((await read_body(request)).get("order_name")))
    if order is None:
        return JSONResponse({"errors": {"message": "Order not found.", "code": "ORDER_NOT_FOUND"}})
    items = [
        {
            "id": crc32(line.id.encode()),
            "external_id": None if line.id in backstage.unnamed_lines else line.id,
            "eligible": backstage.may_return(line),
            **({} if backstage.may_return(line) else {"ineligibility_code": "OUTSIDE_POLICY"}),
            "something_new": None,
        }
        for line in order.lines
    ]
    told = {"order_id": crc32(order.id.encode()), "as_of": backstage.stamp(), "advisory": True, "items": items}
    return JSONResponse({"return_eligibility": told})


async def subscriptions(request: Request) -> Response:
    backstage: Backstage = request.app.state.backstage
    if request.method == "GET":
        return JSONResponse({"webhooks": [_shown(each) for each in backstage.subscriptions]})
    body = await read_body(request)
    if not isinstance(body.get("url"), str) or not isinstance(body.get("trigger"), str):
        return JSONResponse({"message": "The given data was invalid.", "errors": {"url": ["Required."]}}, 422)
    made = Subscription(
        id=len(backstage.subscriptions) + 1,
        topic=str(body.get("topic", "")),
        trigger=body["trigger"],
        url=body["url"],
        status=str(body.get("status", "inactive")),
    )
    backstage.subscriptions.append(made)
    return JSONResponse(_shown(made), 201)


def _shown(each: Subscription) -> dict[str, Any]:
    return {"id": each.id, "topic": each.topic, "trigger": each.trigger, "url": each.url, "status": each.status}


async def read_body(request: Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.body())
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
