"""A preview under way: opened on a marked channel, answered by the real agent, and read back turn by turn."""

import asyncio
import json
from dataclasses import dataclass, field, replace
from uuid import uuid4

from sqlalchemy.engine import Connection

from agent.saver import read_state
from channels.plain import render_text
from channels.segments import Segments, count_segments
from channels.webchat import accept_message, open_chat, parse_message
from domain.errors import NotAllowed
from domain.ids import ConversationId
from domain.languages import Language
from domain.replies import Reply, SaidCard, SaidChoices, SaidQuote, Source
from records.conversations import PREVIEW, Conversation, Owner, get_conversation
from records.events import Event, EventKind
from records.events.queries import list_events
from records.receipts import list_receipts
from records.traces import list_traces
from runtime.codec import from_json
from web.codes import rehearse_code
from web.console.access import Visit
from web.console.traces import ShownTrace, read_trace
from web.greeting import greet

_PATIENCE = 200
_PAUSE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What the shopper said: words, or an option by its label."""

    text: str
    choice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReply:
    """One reply as the chat draws it and as text for the channels without blocks."""

    reply: Reply
    text: str
    sms: Segments
    choices: SaidChoices | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTurn:
    """What was said, what was answered and how it came to that; the first one is the greeting."""

    said: tuple[Spoken, ...] = ()
    replies: tuple[ShownReply, ...] = ()
    trace: ShownTrace | None = None
    steps: tuple[dict[str, object], ...] = field(default=(), repr=False)
    handed_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedCode:
    """A sign-in that waits: for an address, or for the ``code`` that would have gone to ``address``."""

    address: str = ""
    code: str | None = None


async def open_preview(visit: Visit, language: Language, *, customer: str) -> ConversationId:
    install, now = visit.install, visit.install.clock.now()
    greeting = greet(visit.shop, install.phrases, language)
    source = install.keys.hash("source", visit.teammate.id)

    def work(connection: Connection) -> ConversationId:
        opened = open_chat(
            connection,
            visit.merchant,
            language=language,
            greeting=greeting,
            source=source,
            keys=install.keys,
            now=now,
            channel=PREVIEW,
        )
        visit.noted(connection, "previewed as", customer or "a stranger", opened.conversation)
        return opened.conversation

    return await visit.records.write(work)


async def get_preview(visit: Visit, conversation: str) -> Conversation:
    """Raises NotAllowed for a shopper's own conversation as for one that does not exist."""
    found = await visit.records.look_up(lambda c: get_conversation(c, visit.merchant, ConversationId(conversation)))
    if not found.is_preview:
        raise NotAllowed("this conversation is a shopper's")
    return found


async def say_as_shopper(visit: Visit, conversation: Conversation, *, text: str, choice: str, label: str) -> None:
    """Waits for the reply, twenty seconds at most; what takes longer is there after a reload."""
    body = {"choice": choice, "label": label} if choice else {"text": text}
    said = parse_message({"client_message_id": uuid4().hex, **body})
    install = visit.install
    await visit.records.write(lambda c: accept_message(c, conversation, said, install.clock.now()))
    await install.dispatcher.run_lane(conversation.id)
    for _ in range(_PATIENCE):
        events = await visit.records.look_up(lambda c: list_events(c, visit.merchant, conversation.id))
        if not is_waiting(events, conversation):
            return
        await asyncio.sleep(_PAUSE)


def is_waiting(events: tuple[Event, ...], conversation: Conversation) -> bool:
    """The last word is the shopper's, and the agent still owns the conversation."""
    return bool(events) and events[-1].kind is EventKind.MESSAGE and conversation.owner is Owner.AGENT


async def read_turns(visit: Visit, conversation: Conversation) -> tuple[ShownTurn, ...]:
    """In the order they came; messages that one turn answered together stand together."""
    merchant, identity = visit.merchant, conversation.id
    events, traces, receipts = await visit.records.look_up(
        lambda c: (
            list_events(c, merchant, identity),
            list_traces(c, merchant, identity),
            list_receipts(c, merchant, identity),
        )
    )
    bodies = {each.turn: each.body for each in traces}
    turns: list[ShownTurn] = []
    for event in events:
        if event.kind is EventKind.MESSAGE and (not turns or turns[-1].replies):
            turns.append(ShownTurn())
        last = turns.pop() if turns else ShownTurn()
        kept = tuple(each.receipt for each in receipts if each.turn == event.turn)
        if event.turn in bodies and last.trace is None:
            body = bodies[event.turn]  # type: ignore[index]
            steps = tuple(json.loads(body).get("steps", ()))
            last = replace(last, trace=read_trace(body, kept, visit.say), steps=steps)
        turns.append(_add(last, event))
    return tuple(turns)


def _add(turn: ShownTurn, event: Event) -> ShownTurn:
    if event.kind is EventKind.MESSAGE:
        said = json.loads(event.body)
        spoken = Spoken(text=said.get("text") or said.get("label") or "", choice=said.get("choice") or "")
        return replace(turn, said=(*turn.said, spoken))
    if event.kind is EventKind.REPLY:
        return replace(turn, replies=(*turn.replies, _show(from_json(Reply, event.body))))
    return replace(turn, handed_over=turn.handed_over or event.kind is EventKind.OWNERSHIP)


def _show(reply: Reply) -> ShownReply:
    text = render_text(reply)
    sources = [each for block in reply.blocks if isinstance(block, SaidQuote) for each in block.sources]
    sources += [block.why.source for block in reply.blocks if isinstance(block, SaidCard) and block.why]
    choices = [block for block in reply.blocks if isinstance(block, SaidChoices)]
    return ShownReply(
        reply=reply,
        text=text,
        sms=count_segments(text),
        choices=choices[-1] if choices else None,
        sources=tuple({each.article: each for each in sources}.values()),
    )


async def find_asked_code(visit: Visit, conversation: Conversation) -> AskedCode | None:
    """None unless a sign-in is under way; the code is shown here and goes to nobody."""
    sign_in = read_state(conversation.state).sign_in
    if sign_in is None or conversation.owner is Owner.PERSON:
        return None
    if sign_in.challenge is None:
        return AskedCode()
    install = visit.install
    code = await rehearse_code(
        install.database, visit.shop, install.keys, challenge=sign_in.challenge, address=sign_in.sent_to
    )
    return AskedCode(address=sign_in.sent_to, code=code)
