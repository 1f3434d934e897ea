"""Runs a claimed turn and commits all of it at once: state, events, receipts, links, trace and the inbox rows."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from sqlalchemy.engine import Connection

from agent.accounting import keep_account, spending_day, write_trace
from agent.episode import sum_up
from agent.graph import run_graph
from agent.links import TurnLinks
from agent.model.allowance import Allowance, Spent
from agent.nodes.guard import recognise
from agent.nodes.reply import say
from agent.saver import Sheet, read_state
from agent.turn import Effects, Inbound, Shop, Toolbox, Turn
from domain.blocks import Phrase
from domain.errors import AppError, Conflict, CredentialsRejected, VendorProblem
from domain.identity import Proof
from domain.ids import ConversationId, MerchantId, TurnId
from domain.languages import find_language
from domain.outcomes import Brief, HandedOver, HandoverReason
from domain.replies import Reply
from records.cases import CaseKind, open_case
from records.conversations import Conversation, Owner, change_owner, get_conversation, save_state
from records.episodes import note_turn
from records.events import EventKind, append_events
from records.identity import find_proof
from records.receipts import keep_receipts
from records.spending import find_spent
from records.traces import keep_trace
from runtime import inbox
from runtime.codec import from_json, to_json
from runtime.database import Database
from runtime.ids import new_id
from runtime.inbox import Claimed

log = structlog.get_logger(__name__)

VENDOR_TRIES = 3
FindShop = Callable[[MerchantId], Awaitable[Shop]]
Announce = Callable[[str], None]
ShowDraft = Callable[[str, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A turn to run: its messages, and the conversation and proof as they stood when the lane was claimed."""

    claimed: Claimed
    conversation: Conversation
    proof: Proof | None


def take_turn(
    connection: Connection, conversation: ConversationId, *, owner: str, now: datetime, lease: timedelta
) -> Taken | None:
    """Claims the lane and reads what its turn starts from, in one transaction of the system."""
    claimed = inbox.claim(connection, conversation, owner=owner, now=now, lease=lease)
    if claimed is None:
        return None
    return Taken(
        claimed=claimed,
        conversation=get_conversation(connection, claimed.merchant, conversation),
        proof=find_proof(connection, claimed.merchant, conversation, now),
    )


class TurnRunner:
    """Stateless between turns; ``announce`` tells listeners of new events, ``show`` of words still being written."""

    def __init__(
        self, *, database: Database, tools: Toolbox, find_shop: FindShop, announce: Announce, show: ShowDraft
    ) -> None:
        self._database = database
        self._show = show
        self._tools = tools
        self._find_shop = find_shop
        self._announce = announce

    async def run(self, taken: Taken) -> None:
        """One turn, from claim to commit; never raises for what a message can cause."""
        claimed = taken.claimed
        if taken.conversation.owner is Owner.PERSON:
            records = self._database.merchant(claimed.merchant)
            await records.write(lambda c: inbox.finish(c, claimed, self._tools.clock.now()))
            return
        turn: Turn | None = None
        try:
            turn = await self._open(taken)
            await self._answer(turn, claimed)
        except Conflict:
            log.info("turn_discarded", conversation=claimed.conversation)
            await self._put_back(claimed, turn, "the conversation changed meanwhile")
        except (VendorProblem, CredentialsRejected) as problem:
            log.warning("vendor_failing", conversation=claimed.conversation, problem=problem.code)
            await self._vendor_failing(claimed, turn, problem)
        except Exception as error:  # the graph's border: nothing a shopper writes may stop the worker
            log.exception("turn_failed", conversation=claimed.conversation)
            await self._put_back(claimed, turn, type(error).__name__)

    async def _open(self, taken: Taken) -> Turn:
        claimed, conversation, proof = taken.claimed, taken.conversation, taken.proof
        shop = await self._find_shop(claimed.merchant)
        records = self._database.merchant(claimed.merchant)
        turn = Turn(
            id=TurnId(new_id("trn")),
            shop=shop,
            tools=self._tools,
            records=records,
            conversation=conversation,
            messages=tuple(_inbound(each) for each in claimed.messages),
            links=TurnLinks(
                merchant=claimed.merchant,
                customer=proof.customer if proof else None,
                language=conversation.language,
                keys=self._tools.keys,
                clock=self._tools.clock,
                base_url=self._tools.base_url,
            ),
            customer=None,
            allowance=await self._allow(conversation, shop),
        )
        turn.show = lambda text: self._show(conversation.id, json.dumps({"id": turn.id, "text": text}))
        if proof:
            turn.proved = proof.customer
        return turn

    async def _allow(self, conversation: Conversation, shop: Shop) -> Allowance | None:
        """What the turn may spend on a model, after what was spent before; None without a model."""
        model = self._tools.model
        if model is None:
            return None
        merchant, today = conversation.merchant, spending_day(self._tools.clock.now(), shop)
        own, day = await self._database.merchant(merchant).look_up(
            lambda c: find_spent(c, merchant, conversation.id, today)
        )
        return Allowance(model=model, limits=self._tools.limits, spent=Spent(conversation=own, day=day))

    async def _answer(self, turn: Turn, claimed: Claimed) -> None:
        if turn.proved:
            await recognise(turn, turn.proved)
        sheet = Sheet(turn.conversation.state)
        reply = await run_graph(turn, sheet)
        now = self._tools.clock.now()
        await turn.records.write(lambda c: _commit(c, turn, claimed, sheet, reply, now))
        self._announce(claimed.conversation)

    async def _vendor_failing(self, claimed: Claimed, turn: Turn | None, problem: AppError) -> None:
        """The shopper is told once and the turn tried again; after the third try a person takes over."""
        tries = max(message.failures for message in claimed.messages) + 1
        if turn is None or tries < VENDOR_TRIES:
            reply = self._say(turn, "shop-unreachable-retrying") if turn and tries == 1 else None
            await self._put_back(claimed, turn, problem.code, reply=reply)
            return
        turn.effects = Effects(
            handover=HandedOver(
                reason=HandoverReason.VENDOR_FAILING,
                brief=Brief(summary=" / ".join(each.text for each in turn.messages), facts={"problem": problem.code}),
                blocks=(),
            )
        )
        reply = self._say(turn, "shop-unreachable-person")
        now = self._tools.clock.now()
        sheet = Sheet(turn.conversation.state)
        await turn.records.write(lambda c: _commit(c, turn, claimed, sheet, reply, now))
        self._announce(claimed.conversation)

    async def _put_back(self, claimed: Claimed, turn: Turn | None, problem: str, reply: Reply | None = None) -> None:
        """Without a turn, since the shop itself could not be opened, nothing can be said; a person sees the case."""
        now = self._tools.clock.now()
        gave_up = self._say(turn, "message-parked") if turn else None

        def put_back(connection: Connection) -> None:
            parked = inbox.put_back(connection, claimed, problem=problem, now=now)
            said = gave_up if parked else reply
            if parked and not (turn and turn.conversation.is_preview):
                _open_parked_case(connection, claimed, problem, now)
            if said:
                entry = (EventKind.REPLY, to_json(said))
                told = turn.id if turn else ""
                append_events(connection, claimed.merchant, claimed.conversation, [entry], turn=told, now=now)
            if turn:
                keep_account(connection, turn, now)

        try:
            await self._database.merchant(claimed.merchant).write(put_back)
        except Conflict:
            log.info("lane_lost", conversation=claimed.conversation)
        self._announce(claimed.conversation)

    def _say(self, turn: Turn, key: str) -> Reply:
        state = read_state(turn.conversation.state)
        language = state.language or find_language(turn.conversation.language)
        return say((Phrase(key=key),), replace(state, language=language), turn)


def _inbound(message: inbox.Waiting) -> Inbound:
    inbound: Inbound = from_json(Inbound, message.body)
    return replace(inbound, id=message.id)


def _commit(
    connection: Connection, turn: Turn, claimed: Claimed, sheet: Sheet, reply: Reply | None, now: datetime
) -> None:
    """Everything or nothing; raises Conflict when the lease was lost or a person took over while we were thinking."""
    merchant, conversation = claimed.merchant, claimed.conversation
    language = read_state(sheet.saved).language
    save_state(
        connection,
        turn.conversation,
        state=sheet.saved,
        language=(language or turn.shop.merchant.language).value,
        now=now,
    )
    entries = [(EventKind.REPLY, to_json(reply))] if reply else []
    if turn.effects.handover:
        _hand_over(connection, turn, turn.effects.handover, now)
        entries.append((EventKind.OWNERSHIP, json.dumps({"owner": Owner.PERSON.value})))
    if entries:
        append_events(connection, merchant, conversation, entries, turn=turn.id, now=now)
    for write in turn.effects.writes:
        write(connection)
    if turn.may_write:
        turn.links.keep(connection)
    keep_receipts(connection, merchant, conversation, turn.effects.receipts, turn=turn.id, now=now)
    keep_trace(connection, merchant, conversation, turn=turn.id, body=write_trace(turn), now=now)
    keep_account(connection, turn, now)
    spoken = (language or turn.shop.merchant.language).value
    if not turn.conversation.is_preview:
        note_turn(connection, merchant, conversation, turn.conversation.episode, sum_up(turn, spoken), now)
    inbox.finish(connection, claimed, now)


def _hand_over(connection: Connection, turn: Turn, handover: HandedOver, now: datetime) -> None:
    merchant, conversation = turn.conversation.merchant, turn.conversation.id
    change_owner(connection, merchant, conversation, Owner.PERSON, now)
    if turn.conversation.is_preview:
        return
    open_case(
        connection,
        merchant,
        conversation,
        kind=CaseKind.HANDOVER,
        reason=handover.reason.value,
        body=to_json(handover.brief),
        now=now,
    )


def _open_parked_case(connection: Connection, claimed: Claimed, problem: str, now: datetime) -> None:
    open_case(
        connection,
        claimed.merchant,
        claimed.conversation,
        kind=CaseKind.PARKED_MESSAGE,
        reason="parked",
        body=json.dumps({"problem": problem, "messages": [each.id for each in claimed.messages]}),
        now=now,
    )
