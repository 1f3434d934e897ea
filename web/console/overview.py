"""Overview: the agent's switch, what is missing before going live, and how it went today and over twelve weeks."""

from dataclasses import dataclass, replace

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.engine import Connection

from agent.readiness import needs_met
from domain.skills import Need
from domain.team import May
from records import audit
from records.episodes.figures import Figure, Tally, Wanted
from records.merchants import find_merchant, save_merchant
from web.console.access import Visit, enter, enter_form
from web.console.figures import (
    Counted,
    Line,
    Spans,
    count_all,
    find_drop,
    make_bars,
    make_lines,
    make_spans,
    show,
    show_marks,
)
from web.console.routing import router
from web.console.traces import name_skill
from web.console.wanted import CHANNELS, FIGURES, Chip, make_chips, read_wanted

_CHARTS = (Figure.ALL, Figure.DEFLECTED, Figure.HANDED_OVER, Figure.GAP)
COLUMNS = (Figure.ALL, Figure.CONFIRMED, Figure.ASSUMED, Figure.DURABLE, Figure.DEFLECTED, Figure.HANDED_OVER)
_TRIED = ("saved as test", "looked up", "spoke as")


@dataclass(frozen=True, slots=True)
class Step:
    words: str
    done: bool
    fix: str


@router.get("")
async def overview(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    wanted, now = _narrowed(request, visit), visit.install.clock.now()
    spans = make_spans(now.astimezone(visit.say.zone))

    def count(connection: Connection) -> tuple[Counted, bool]:
        tried = audit.was_done(connection, visit.merchant, _TRIED)
        return count_all(connection, visit.merchant, spans, wanted, now), tried

    counted, tried = await visit.records.read(count)
    return visit.show(
        "console/overview.html",
        page="overview",
        steps=_list_steps(visit, tried),
        lines=make_lines(visit, counted, spans, wanted),
        charts=[(visit.say(FIGURES[each][0]), make_bars(visit, each, counted, spans, wanted)) for each in _CHARTS],
        drop=find_drop(visit, counted, spans, wanted),
        tables=_split(visit, counted, spans, wanted),
        filters=_chips(visit, wanted),
    )


def _narrowed(request: Request, visit: Visit) -> Wanted:
    asked = read_wanted(dict(request.query_params), visit.say.zone)
    return Wanted(skill=asked.skill, channel=asked.channel)


def _list_steps(visit: Visit, tried: bool) -> list[Step]:
    """What the agent needs before it goes live; ``fix`` is where what is missing is mended."""
    met = needs_met(visit.shop)
    steps = (
        ("live-agent", {Need.AGENT}, ""),
        ("live-hub", {Need.HUB, Need.SIGN_IN}, "/settings#hub"),
        ("live-returns", {Need.RETURNS}, "/connections"),
        ("live-content", {Need.CONTENT}, "/content"),
        ("live-channel", {Need.CHANNEL}, "/settings#channels"),
    )
    listed = [Step(visit.say(key), needs <= met, f"{visit.home}{fix}") for key, needs, fix in steps]
    return [*listed, Step(visit.say("live-tried"), tried, f"{visit.home}/preview")]


def _split(visit: Visit, counted: Counted, spans: Spans, wanted: Wanted) -> list[tuple[str, list[Line]]]:
    """Twelve weeks by skill and by channel; every number opens its list."""
    span = replace(wanted, since=spans.weeks[0], until=spans.tomorrow)
    skills = [
        (name_skill(name, visit.say), found, replace(span, skill=name))
        for name, found in counted.skills.items()
        if name
    ]
    channels = [
        (visit.say(CHANNELS[name]), found, replace(span, channel=name))
        for name, found in counted.channels.items()
        if name in CHANNELS
    ]
    return [
        (visit.say(key), [_row(visit, *each) for each in sorted(rows, key=lambda each: -each[1][Figure.ALL])])
        for key, rows in (("overview-by-skill", skills), ("overview-by-channel", channels))
    ]


def _row(visit: Visit, name: str, found: Tally, wanted: Wanted) -> Line:
    cells = [show(visit, each, found, wanted) for each in COLUMNS]
    return Line(name=name, means="", cells=(*cells, show_marks(visit, found, wanted)))


def _chips(visit: Visit, wanted: Wanted) -> list[tuple[str, list[Chip]]]:
    """The same chips as the list's, leading back here."""
    return [
        (label, [replace(chip, href=chip.href.replace(f"{visit.home}/conversations", visit.home, 1)) for chip in chips])
        for label, chips in make_chips(visit, wanted)
        if label in {visit.say("filter-skill"), visit.say("filter-channel")}
    ]


@router.post("/agent")
async def switch_agent(request: Request, merchant: str) -> Response:
    """On or off, at once; what is under way is finished."""
    visit, form = await enter_form(request, merchant, May.SWITCH)
    on = form.one("on") == "yes"

    def switch(connection: Connection) -> None:
        row = find_merchant(connection, visit.merchant)
        if row and row.agent_on != on:
            save_merchant(connection, replace(row, agent_on=on))
            visit.noted(connection, "switched", "agent", "on" if on else "off")

    await visit.records.write(switch)
    visit.install.shops.forget(visit.merchant)
    return RedirectResponse(visit.home, status_code=303)
