"""The page behind a deep link: choose lines, finish, and the return exists and its event is sent."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from domain.ids import ReturnId
from domain.returns import Resolution, Return, ReturnedLine, ReturnState
from tests.standins.loop.backstage import Backstage, Visit, return_event

_PAGES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
_WAYS = ((Resolution.REFUND, "A refund"), (Resolution.STORE_CREDIT, "Store credit"))
_FIRST_ID = 900001


async def open_fragment(request: Request) -> Response:
    """The deep link keeps its token behind a #, which never reaches a server: the page moves on by itself."""
    return _show("opening")


async def choose(request: Request) -> Response:
    return _choose(request, problem="")


def _choose(request: Request, *, problem: str) -> Response:
    token, backstage = request.path_params["token"], _backstage(request)
    visit = backstage.visits.get(token)
    if visit is None or visit.made:
        return _show("closed", 404)
    ways = [(way.value, words) for way, words in _WAYS if not (visit.gift and way is Resolution.REFUND)]
    lines = [line for line in visit.order.lines if backstage.may_return(line)]
    return _show("choose", order=visit.order, token=token, lines=lines, ways=ways, problem=problem)


async def finish(request: Request) -> Response:
    backstage = _backstage(request)
    visit = backstage.visits.get(request.path_params["token"])
    if visit is None or visit.made:
        return _show("closed", 404)
    form = parse_qs((await request.body()).decode())
    lines = [line for line in visit.order.lines if line.id in form.get("line", [])]
    if not lines or not all(backstage.may_return(line) for line in lines):
        return _choose(request, problem="Choose at least one thing that can come back.")
    parts = tuple(ReturnedLine(line=line.id, quantity=line.quantity - line.returned_quantity) for line in lines)
    body = _make(backstage, visit, parts, Resolution(form.get("resolution", ["refund"])[0]))
    visit.made = str(body["id"])
    await backstage.send("return.created", return_event(body))
    return _show("done", order=visit.order, made=body)


def _make(
    backstage: Backstage, visit: Visit, parts: tuple[ReturnedLine, ...], resolution: Resolution
) -> dict[str, Any]:
    number = str(_FIRST_ID + len(backstage.returns))
    now = backstage.clock.now().replace(microsecond=0)
    made = Return(
        id=ReturnId(number),
        number=number,
        order=visit.order.id,
        state=ReturnState.APPROVED,
        resolution=resolution,
        lines=parts,
        created=now,
        updated=now,
        refund=None,
        send_by=None,
        label_url=None,
        tracking_number=None,
    )
    return backstage.add_return(made)


def _backstage(request: Request) -> Backstage:
    found: Backstage = request.app.state.backstage
    return found


def _show(page: str, status: int = 200, **values: Any) -> Response:
    html = _PAGES.get_template("portal.html").render(page=page, **values)
    return HTMLResponse(html, status)
