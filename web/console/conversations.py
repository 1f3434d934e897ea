"""Conversations: the list with its filters, a transcript with each turn's trace, and taking one over."""

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.engine import Connection

from domain.errors import Conflict, NotAllowed, VendorProblem
from domain.ids import ConversationId, TurnId
from domain.replies import Reply, SaidText, Words
from domain.team import May
from records.conversations import Conversation, Owner, change_owner, find_conversation
from records.episodes.figures import Listed, list_wanted
from records.events import Event, EventKind, append_events, list_events
from records.receipts import list_receipts
from records.traces import list_traces
from runtime.codec import from_json, to_json
from web.console.access import Visit, enter, enter_form
from web.console.routing import router
from web.console.traces import ShownTrace, name_skill, read_trace
from web.console.wanted import CHANNELS, FIGURES, ago, link, make_chips, read_wanted

_PAGE = 50
_LONGEST_ANSWER = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the list; ``notes`` are states beside it, as words and tone."""

    listed: Listed
    href: str
    skill: str
    channel: str
    when: str
    exact: str
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One event as the page shows it; ``trace`` stands beside the agent's replies."""

    kind: str
    when: str
    text: str = ""
    reply: Reply | None = None
    trace: ShownTrace | None = None


@router.get("/conversations")
async def list_conversations(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    query = dict(request.query_params)
    wanted = read_wanted(query, visit.say.zone)
    searched = replace(wanted, customers=await _find_customers(visit, wanted.words)) if wanted.words else wanted
    now, after = visit.install.clock.now(), _read_cursor(query.get("after", ""))
    found = await visit.records.read(
        lambda c: list_wanted(c, visit.merchant, searched, now, after=after, limit=_PAGE + 1)
    )
    return visit.show(
        "console/conversations.html",
        page="conversations",
        wanted=wanted,
        meaning=visit.say(FIGURES[wanted.figure][1]) if wanted.figure in FIGURES else "",
        groups=make_chips(visit, wanted),
        rows=[_row(visit, each, now) for each in found[:_PAGE]],
        here=link(visit.home, wanted),
        plain=link(visit.home, replace(wanted, words="")),
        more=_next(link(visit.home, wanted), found) if len(found) > _PAGE else "",
    )


async def _find_customers(visit: Visit, words: str) -> tuple[str, ...]:
    """Whom an address or an order number belongs to; nobody when the shop cannot say."""
    customers = visit.shop.connections.customers
    if customers is None or " " in words:
        return ()
    try:
        found = await (
            customers.find_by_email(words) if "@" in words else customers.find_by_order_number(words.upper())
        )
    except VendorProblem:
        return ()
    return (found.id,) if found else ()


def _row(visit: Visit, listed: Listed, now: datetime) -> Row:
    episode, say = listed.episode, visit.say
    notes = []
    if listed.owner == Owner.PERSON.value:
        notes.append((say("owner-person"), "waiting"))
    elif episode.handed_over:
        notes.append((say("figure-handed-over"), "neutral"))
    if episode.gaps:
        notes.append((say("figure-gap"), "problem"))
    if episode.failures:
        notes.append((say("figure-failed"), "problem"))
    if episode.thanked or (episode.rating or 0) >= 4:
        notes.append((say("figure-confirmed"), "good"))
    return Row(
        listed=listed,
        href=f"{visit.home}/conversations/{episode.conversation_id}",
        skill=name_skill(episode.skill, say) if episode.skill else "",
        channel=say(CHANNELS[episode.channel]) if episode.channel in CHANNELS else episode.channel,
        when=ago(episode.started_at, now, say),
        exact=_exact(episode.started_at, visit),
        notes=tuple(notes),
    )


def _exact(at: datetime, visit: Visit) -> str:
    return visit.say.value(at.astimezone(visit.say.zone))


def _next(here: str, found: tuple[Listed, ...]) -> str:
    last = found[_PAGE - 1].episode
    micros = (last.started_at - datetime.fromtimestamp(0, last.started_at.tzinfo)) // timedelta(microseconds=1)
    return f"{here}{'&' if '?' in here else '?'}after={micros}.{last.conversation_id}"


def _read_cursor(text: str) -> tuple[datetime, str] | None:
    micros, _, conversation = text.partition(".")
    if not (micros.isascii() and micros.isdigit() and len(micros) < 18 and conversation):
        return None
    return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=int(micros)), conversation


@router.get("/conversations/{conversation}")
async def show_conversation(request: Request, merchant: str, conversation: str) -> Response:
    """The transcript; that it was read is on record."""
    visit = await enter(request, merchant)
    id_ = ConversationId(conversation)

    def read(connection: Connection) -> tuple[Conversation, tuple[Moment, ...]] | None:
        found = find_conversation(connection, visit.merchant, id_)
        if found is None:
            return None
        visit.noted(connection, "read", f"conversation {id_}")
        return found, _read_moments(connection, visit, id_)

    shown = await visit.records.write(read)
    if shown is None:
        raise NotAllowed("no such conversation")
    found, moments = shown
    return visit.show(
        "console/conversation.html",
        page="conversations",
        conversation=found,
        channel=visit.say(CHANNELS[found.channel]) if found.channel in CHANNELS else found.channel,
        person=found.owner is Owner.PERSON,
        moments=moments,
    )


def _read_moments(connection: Connection, visit: Visit, conversation: ConversationId) -> tuple[Moment, ...]:
    receipts = defaultdict(list)
    for kept in list_receipts(connection, visit.merchant, conversation):
        receipts[kept.turn].append(kept.receipt)
    traces = {
        each.turn: read_trace(each.body, receipts[each.turn], visit.say)
        for each in list_traces(connection, visit.merchant, conversation)
    }
    return tuple(
        _moment(each, traces.get(TurnId(each.turn)), visit)
        for each in list_events(connection, visit.merchant, conversation)
    )


def _moment(event: Event, trace: ShownTrace | None, visit: Visit) -> Moment:
    when = _exact(event.at, visit)
    if event.kind is EventKind.REPLY:
        reply: Reply = from_json(Reply, event.body)
        return Moment(kind="reply", when=when, reply=reply, trace=trace if reply.author == "agent" else None)
    body = json.loads(event.body)
    if event.kind is EventKind.MESSAGE:
        return Moment(kind="message", when=when, text=str(body.get("text") or body.get("choice") or ""))
    if event.kind is EventKind.OWNERSHIP:
        joined = body.get("owner") == Owner.PERSON.value
        return Moment(kind="note", when=when, text=visit.say("transcript-person" if joined else "transcript-agent"))
    return Moment(kind="note", when=when, text=visit.say("transcript-error"))


@router.post("/conversations/{conversation}/owner")
async def change_hands(request: Request, merchant: str, conversation: str) -> Response:
    """Take over, or give back, which begins a new episode; the shopper sees either."""
    visit, form = await enter_form(request, merchant, May.ANSWER)
    id_, owner = ConversationId(conversation), Owner.AGENT if form.one("owner") == "agent" else Owner.PERSON
    now = visit.install.clock.now()

    def change(connection: Connection) -> None:
        if find_conversation(connection, visit.merchant, id_) is None:
            raise NotAllowed("no such conversation")
        if change_owner(connection, visit.merchant, id_, owner, now):
            entry = (EventKind.OWNERSHIP, json.dumps({"owner": owner.value}))
            append_events(connection, visit.merchant, id_, [entry], turn="", now=now)
            visit.noted(connection, "took over" if owner is Owner.PERSON else "gave back", f"conversation {id_}")

    await visit.records.write(change)
    visit.install.bell.ring(id_)
    return RedirectResponse(f"{visit.home}/conversations/{id_}#end", status_code=303)


@router.post("/conversations/{conversation}/answer")
async def answer_as_person(request: Request, merchant: str, conversation: str) -> Response:
    """Only in a conversation that a person has; raises Conflict when the agent has it again."""
    visit, form = await enter_form(request, merchant, May.ANSWER)
    id_, text, now = ConversationId(conversation), form.one("text").strip()[:_LONGEST_ANSWER], visit.install.clock.now()

    def answer(connection: Connection) -> None:
        found = find_conversation(connection, visit.merchant, id_)
        if found is None:
            raise NotAllowed("no such conversation")
        if found.owner is not Owner.PERSON:
            raise Conflict("the agent answers in this conversation")
        said = SaidText(words=Words(text=text, short=text))
        reply = Reply(language=found.language, blocks=(said,), author="person", author_name=visit.teammate.name)
        append_events(connection, visit.merchant, id_, [(EventKind.REPLY, to_json(reply))], turn="", now=now)
        visit.noted(connection, "answered", f"conversation {id_}")

    if text:
        await visit.records.write(answer)
        visit.install.bell.ring(id_)
    return RedirectResponse(f"{visit.home}/conversations/{id_}#end", status_code=303)
