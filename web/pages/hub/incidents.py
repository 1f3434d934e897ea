"""A delivery problem: what happened, what may be chosen, and the choice, read back before it is recorded."""

from datetime import date
from hashlib import sha256

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from domain.clock import local_day
from domain.errors import Conflict, NotAllowed
from domain.ids import IncidentId
from domain.incidents import ChosenWay, Incident, IncidentChoice, IncidentState
from skills.incidents import present
from web.pages.border import check_form
from web.pages.forms import Form, read_form
from web.pages.hub.account import Account, open_account
from web.pages.hub.routing import router

_LONGEST = 300
_SHORTEST = 4


@router.get("/incidents/{incident_id}")
async def incident_page(request: Request, merchant: str, incident_id: str) -> Response:
    account = await open_account(request, merchant)
    incident, order = await account.get_incident(incident_id)
    told = present.what_happened(incident, order, account.say.language)
    waiting = incident.state is IncidentState.AWAITING_SHOPPER and bool(incident.choices)
    next_ = present.answer_by(incident, passed=_has_passed(account, incident)) if waiting else ()
    return account.show(
        request,
        "hub/incident.html",
        incident=incident,
        blocks=account.say.blocks((*told, *(next_ or present.whose_turn(incident)))),
        ways=_ways(account, incident) if waiting else [],
        recorded="recorded" in request.query_params,
    )


@router.get("/incidents/{incident_id}/choose")
async def choose_page(request: Request, merchant: str, incident_id: str) -> Response:
    """Asks for the day or the address that the way needs, or reads it back at once."""
    account = await open_account(request, merchant)
    incident, _ = await account.get_incident(incident_id)
    way = _find_way(incident, request.query_params.get("way", ""))
    if way is IncidentChoice.REDELIVER and incident.days:
        return _ask(request, account, incident, way)
    if way is IncidentChoice.CORRECT_ADDRESS:
        return _ask(request, account, incident, way)
    return _read_back(request, account, incident, ChosenWay(choice=way))


@router.post("/incidents/{incident_id}/read-back")
async def read_back(request: Request, merchant: str, incident_id: str) -> Response:
    check_form(request)
    account = await open_account(request, merchant)
    incident, _ = await account.get_incident(incident_id)
    form = await read_form(request)
    chosen = _read_way(incident, form)
    if chosen is None or form.one("change"):
        mistake = "" if form.one("change") else "missing"
        way = _find_way(incident, form.one("way"))
        return _ask(request, account, incident, way, detail=form.one("detail"), mistake=mistake)
    return _read_back(request, account, incident, chosen)


@router.post("/incidents/{incident_id}/choice")
async def record_choice(request: Request, merchant: str, incident_id: str) -> Response:
    """The same choice twice is one; raises Conflict when the incident was closed in between."""
    check_form(request)
    account = await open_account(request, merchant)
    incident, _ = await account.get_incident(incident_id)
    form = await read_form(request)
    done = RedirectResponse(f"{account.home}/incidents/{incident.id}?recorded=1", status_code=303)
    if incident.state is not IncidentState.AWAITING_SHOPPER:
        if incident.chosen and incident.chosen.choice.value == form.one("way"):
            return done
        raise Conflict("the incident no longer waits for a choice")
    chosen = _read_way(incident, form)
    incidents = account.shop.connections.incidents
    if incidents is None or chosen is None:
        raise NotAllowed("there is nothing to record")
    mark = f"{incident.id}\n{chosen.choice}\n{chosen.day}\n{chosen.detail}"
    key = f"hub_{sha256(mark.encode()).hexdigest()[:32]}"
    await incidents.record_choice(IncidentId(incident.id), way=chosen, key=key)
    return done


def _ways(account: Account, incident: Incident) -> list[tuple[str, str]]:
    """The choices as (id, words); asking for a person stands apart."""
    offered = (each for each in present.ways(incident, changed=False).options if each.id.startswith("way:"))
    return [(each.id.removeprefix("way:"), account.say.say(each.label)) for each in offered]


def _find_way(incident: Incident, wanted: str) -> IncidentChoice:
    """Raises NotAllowed for a way that this incident does not offer."""
    for way in incident.choices:
        if way.value == wanted:
            return way
    raise NotAllowed("this way is not offered")


def _read_way(incident: Incident, form: Form) -> ChosenWay | None:
    """What the form says, None when the day or the address is missing; raises NotAllowed for what is not offered."""
    way = _find_way(incident, form.one("way"))
    if way is IncidentChoice.REDELIVER and incident.days:
        day = next((each for each in incident.days if each.isoformat() == form.one("day")), None)
        return ChosenWay(choice=way, day=day) if day else None
    if way is IncidentChoice.CORRECT_ADDRESS:
        detail = form.one("detail")[:_LONGEST]
        return ChosenWay(choice=way, detail=detail) if len(detail) >= _SHORTEST else None
    return ChosenWay(choice=way)


def _has_passed(account: Account, incident: Incident) -> bool:
    last: date | None = local_day(incident.answer_by, account.say.zone)
    return last is not None and last < account.say.today


def _ask(
    request: Request, account: Account, incident: Incident, way: IncidentChoice, *, detail: str = "", mistake: str = ""
) -> Response:
    asks_day = way is IncidentChoice.REDELIVER
    prompt = present.days(incident).prompt if asks_day else present.ask_address(incident, again=False)
    return account.show(
        request,
        "hub/incident-choose.html",
        status=422 if mistake else 200,
        incident=incident,
        way=way.value,
        title=dict(_ways(account, incident))[way.value],
        prompt=account.say.say(prompt),
        days=incident.days if asks_day else (),
        detail=detail,
        mistake=mistake,
    )


def _read_back(request: Request, account: Account, incident: Incident, chosen: ChosenWay) -> Response:
    blocks = account.say.blocks(present.read_back(incident, chosen))
    return account.show(request, "hub/incident-read-back.html", blocks=blocks, incident=incident, chosen=chosen)
