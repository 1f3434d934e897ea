"""From an incident that waits for the shopper to a choice read back: the way, then the day or the address it needs."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from domain.blocks import Block
from domain.clock import local_day
from domain.commands import Slot
from domain.incidents import ChosenWay, Incident, IncidentChoice, IncidentReason
from domain.outcomes import Answered, Asked, ChooseIncidentWay, Missing, Outcome, Proposal, Proposed
from domain.skills import SkillPorts, SkillRequest
from skills.incidents import present
from skills.owned import read_choice, remember, said_now

ABOUT_ADDRESS = {
    IncidentReason.ADDRESS_INCOMPLETE,
    IncidentReason.ADDRESS_WRONG,
    IncidentReason.ACCESS_CODE_MISSING,
}


def choose_way(incident: Incident, told: tuple[Block, ...], request: SkillRequest, ports: SkillPorts) -> Outcome:
    """The next question of this incident, or the choice read back; ``told`` opens the first answer only."""
    opening = told if request.memory.get("incident") != incident.id else ()
    way = _find_way(incident, request)
    if not incident.choices:
        memory = remember(incident=incident.id, order=incident.order)
        return Answered(blocks=(*told, *present.nothing_to_choose()), memory=memory, stays=True)
    if way is None:
        return _ask_way(incident, told, request, ports)
    if way is IncidentChoice.REDELIVER:
        return _choose_day(incident, opening, request, ports)
    if way is IncidentChoice.CORRECT_ADDRESS:
        return _choose_address(incident, opening, request, ports)
    return _propose(incident, ChosenWay(choice=way), opening, ports)


def _find_way(incident: Incident, request: SkillRequest) -> IncidentChoice | None:
    """The way picked, the only one there is, or the one that a day or an address just given speaks of."""
    chosen = read_choice(request, "way")
    if not chosen and request.agreed is False and not _says_more(request):
        return None
    wanted = chosen or request.memory.get("way", "")
    if known := next((each for each in incident.choices if each == wanted), None):
        return known
    if len(incident.choices) == 1:
        return incident.choices[0]
    if IncidentChoice.REDELIVER in incident.choices and _said_day(incident, request):
        return IncidentChoice.REDELIVER
    asked_before = request.memory.get("incident") == incident.id
    if said_now(request, Slot.ADDRESS) and (asked_before or incident.reason in ABOUT_ADDRESS):
        return next((each for each in incident.choices if each is IncidentChoice.CORRECT_ADDRESS), None)
    return None


def _says_more(request: SkillRequest) -> bool:
    """ "No, on Friday": what was read back is corrected in the same breath."""
    return bool(said_now(request, Slot.DATE) or said_now(request, Slot.ADDRESS))


def _ask_way(incident: Incident, told: tuple[Block, ...], request: SkillRequest, ports: SkillPorts) -> Asked:
    memory = remember(incident=incident.id, order=incident.order)
    if request.agreed is False:
        return Asked(missing=Missing.CHOICE, blocks=(present.ways(incident, changed=True),), memory=memory)
    passed = _has_passed(incident, ports)
    blocks = (*told, *present.answer_by(incident, passed=passed), present.ways(incident, changed=False))
    return Asked(missing=Missing.CHOICE, blocks=blocks, memory=memory)


def _has_passed(incident: Incident, ports: SkillPorts) -> bool:
    last = local_day(incident.answer_by, ports.calendar.zone)
    return last is not None and last < ports.calendar.today()


def _choose_day(
    incident: Incident, opening: tuple[Block, ...], request: SkillRequest, ports: SkillPorts
) -> Asked | Proposed:
    """Without any day on offer the carrier sets it; the only one is taken."""
    memory = remember(incident=incident.id, order=incident.order, way=IncidentChoice.REDELIVER)
    days = incident.days
    if not days:
        return _propose(incident, ChosenWay(choice=IncidentChoice.REDELIVER), opening, ports)
    day = _find_day(incident, request)
    if day is None and len(days) == 1 and not said_now(request, Slot.DATE):
        day = days[0]
    if day is None:
        refused = _read_day(said_now(request, Slot.DATE))
        blocks = (*opening, *present.other_day(refused), present.days(incident))
        return Asked(missing=Missing.DAY, blocks=blocks, memory=memory)
    return _propose(incident, ChosenWay(choice=IncidentChoice.REDELIVER, day=day), opening, ports)


def _find_day(incident: Incident, request: SkillRequest) -> date | None:
    """The day picked or said now, else the one read back before, when the carrier offers it."""
    if said := read_choice(request, "day") or said_now(request, Slot.DATE):
        return _offered(incident, said)
    if Slot.DATE in request.changed or request.agreed is False:
        return None
    return _offered(incident, request.memory.get("day", ""))


def _said_day(incident: Incident, request: SkillRequest) -> date | None:
    return _offered(incident, read_choice(request, "day") or said_now(request, Slot.DATE))


def _offered(incident: Incident, said: str) -> date | None:
    day = _read_day(said)
    return day if day in incident.days else None


def _read_day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _choose_address(
    incident: Incident, opening: tuple[Block, ...], request: SkillRequest, ports: SkillPorts
) -> Asked | Proposed:
    memory = remember(incident=incident.id, order=incident.order, way=IncidentChoice.CORRECT_ADDRESS)
    address = _find_address(request)
    if not address:
        asking = present.ask_address(incident, again=request.agreed is False)
        return Asked(missing=Missing.ADDRESS, blocks=(*opening, asking), memory=memory)
    return _propose(incident, ChosenWay(choice=IncidentChoice.CORRECT_ADDRESS, detail=address), opening, ports)


def _find_address(request: SkillRequest) -> str:
    """The address said now, read back before or known from earlier; it is read back in any case."""
    if now := said_now(request, Slot.ADDRESS):
        return now
    if Slot.ADDRESS in request.changed or request.agreed is False:
        return ""
    return request.memory.get("address") or request.slots.get(Slot.ADDRESS, "").strip()


def _propose(incident: Incident, way: ChosenWay, opening: tuple[Block, ...], ports: SkillPorts) -> Proposed:
    """Reads the choice back; the proposal's id is what makes a repeated yes record once."""
    write = ChooseIncidentWay(incident=incident.id, way=way)
    known: Mapping[str, str | None] = {
        "incident": incident.id,
        "order": incident.order,
        "way": way.choice,
        "day": way.day.isoformat() if way.day else None,
        "address": way.detail,
    }
    return Proposed(
        proposal=Proposal(id=f"prp_{uuid4().hex}", write=write, made=ports.calendar.today()),
        blocks=(*opening, *present.read_back(incident, way)),
        memory=remember(**known),
    )
