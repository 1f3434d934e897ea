"""The returns page that a deep link opens: the order is filled in, everything else is chosen here."""

from html import escape
from itertools import count

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from domain.ids import LineId, ReturnId
from domain.returns import Resolution, Return, ReturnedLine, ReturnState
from tests.standins.aftership_returns.backstage import Backstage, Visit

_numbers = count(1)


async def choose(request: Request) -> Response:
    held: Backstage = request.app.state.backstage
    visit = held.visits.get(request.path_params["token"])
    order = held.find_order(visit.order_number) if visit else None
    if visit is None or order is None:
        return HTMLResponse("<h1>We cannot find this order</h1>", 404)
    if visit.postal_code != order.postcode:
        return HTMLResponse("<h1>Find your order</h1><form><input name='postal_code'></form>")
    rows = "".join(
        f"<label><input type='checkbox' name='line' value='{escape(line.id)}'>{escape(line.title('en'))}</label>"
        for line in order.lines
    )
    kinds = "".join(f"<option>{kind.value}</option>" for kind in Resolution)
    form = f"<form method='post'>{rows}<select name='resolution'>{kinds}</select><button>Submit</button></form>"
    return HTMLResponse(f"<h1>Return from {escape(order.number)}</h1>{form}")


async def submit(request: Request) -> Response:
    """One return per visit; the merchant has yet to approve it."""
    held: Backstage = request.app.state.backstage
    visit: Visit | None = held.visits.get(request.path_params["token"])
    order = held.find_order(visit.order_number) if visit else None
    async with request.form() as form:
        chosen = [LineId(str(each)) for each in form.getlist("line")]
        resolution = Resolution(str(form.get("resolution", "refund")))
    if visit is None or order is None or visit.postal_code != order.postcode or visit.made or not chosen:
        return HTMLResponse("<h1>This return cannot be submitted</h1>", 422)
    number = f"RMA{next(_numbers):06}"
    made = Return(
        id=ReturnId(f"page-{number}"),
        number=number,
        order=order.id,
        state=ReturnState.REQUESTED,
        resolution=resolution,
        lines=tuple(ReturnedLine(line=line, quantity=1) for line in chosen),
        created=held.moment(),
        updated=held.moment(),
        refund=None,
        send_by=None,
        label_url=None,
        tracking_number=None,
    )
    visit.made = number
    await held.send("return.submitted", held.add_return(made))
    return HTMLResponse(f"<h1>Return {number} is submitted</h1>")
