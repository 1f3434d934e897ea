"""Makes the past of the demo shop, the same for the same day: conversations, their events, traces and receipts, and
what each came to."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection, Row

from agent.wording.embedded import word
from domain.blocks import Prose
from domain.clock import ShopCalendar
from domain.ids import ArticleId, ConversationId, LineId, MerchantId
from domain.knowledge import Citation
from domain.languages import Language
from domain.policy import PolicySource, Receipt
from domain.policy.decision import Reason, RuleResult, Verdict
from domain.replies import Reply, SaidText, Words
from hub_connectors.sandbox.assortment import find_variant
from hub_connectors.sandbox.stories import OrderStory
from hub_connectors.sandbox.tables import orders as sandbox_orders
from records.articles.queries import ArticleRow
from records.conversations import Owner
from records.conversations.tables import conversations
from records.episodes import EpisodeRow, add_episodes
from records.events import EventKind
from records.events.tables import events
from records.receipts.queries import receipts as kept_receipts
from records.traces.queries import traces as kept_traces
from runtime.codec import from_json, to_json
from runtime.phrases import Phrases
from web.demo_team import DEMO_TEAM
from web.past.dialogues import DIALOGUES, WRITTEN, Dialogue, Matter, PastTurn

DAYS = 90
_A_DAY = (7, 13)
_ORDERS_READ = 4000
_NEAR = 80
_NOT_BEFORE = timedelta(days=6)
_ARTICLES = {"return-condition", "refund-delay", "delivery-countries"}
_CARRIERS = ("Colissimo", "Mondial Relay", "DPD", "Chronopost")
_CHANNELS = (*["webchat"] * 14, *["email"] * 4, *["whatsapp"] * 2, "sms")
_LANGUAGES = (Language.FR, Language.FR, Language.FR, Language.EN, Language.EN)
_LATELY = timedelta(days=9)
_ANSWERED_WITHIN = timedelta(days=2)
_CHATTER = ("want_person", "thanks", "unclear")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Played:
    """One conversation with everything that is kept of it."""

    id: ConversationId
    language: Language
    channel: str
    dialogue: Dialogue
    matter: Matter
    order: OrderStory
    times: tuple[datetime, ...]
    rating: int | None


def keep_past(
    connection: Connection,
    merchant: MerchantId,
    *,
    calendar: ShopCalendar,
    now: datetime,
    articles: list[ArticleRow],
    phrases: Phrases,
) -> int:
    """How many conversations were made."""
    found = _read_orders(connection, merchant)
    played = list(_play(calendar, found, now))
    writer = _Writer(calendar, articles, phrases, now)
    rows: dict[Any, list[dict[str, Any]]] = {conversations: [], events: [], kept_traces: [], kept_receipts: []}
    for each in played:
        for table, row in writer.write(each):
            rows[table].append({"merchant_id": merchant, **row})
    for table, many in rows.items():
        connection.execute(insert(table), many)
    add_episodes(connection, merchant, [_sum_up(each) for each in played])
    return len(played)


def _read_orders(connection: Connection, merchant: MerchantId) -> list[Row[Any]]:
    """The latest orders of the shop, oldest first; those of the demo customers stay out of it."""
    o = sandbox_orders.c
    rows = connection.execute(
        select(o.body, o.placed_at)
        .where(o.merchant_id == merchant, o.customer_id.not_like("cus_demo%"))
        .order_by(o.placed_at.desc(), o.id)
        .limit(_ORDERS_READ)
    )
    return list(reversed(rows.all()))


def _play(calendar: ShopCalendar, found: list[Row[Any]], now: datetime) -> Iterator[_Played]:
    dice, first = Random(20_04), calendar.today() - timedelta(days=DAYS)  # noqa: S311 - a demo's dice
    often = [each.weight for each in DIALOGUES]
    lately = [each.weight * each.lately for each in DIALOGUES]
    for offset in range(DAYS + 1):
        day = first + timedelta(days=offset)
        weights = lately if day > calendar.today() - _LATELY else often
        for _ in range(dice.randint(*_A_DAY) - (3 if day.weekday() >= 5 else 0)):
            begun = datetime.combine(day, time(8), tzinfo=calendar.zone) + timedelta(seconds=dice.randrange(13 * 3600))
            played = _one(dice, begun, dice.choices(DIALOGUES, weights)[0], found)
            if played.times[-1] < now - timedelta(minutes=5):
                yield played


def _one(dice: Random, begun: datetime, dialogue: Dialogue, found: list[Row[Any]]) -> _Played:
    last = bisect_right(found, begun - _NOT_BEFORE, key=lambda row: row.placed_at)
    row = dice.choice(found[max(0, last - _NEAR) : last] or found[:1])
    order, language = from_json(OrderStory, row.body), dice.choice(_LANGUAGES)
    product, _ = find_variant(order.lines[0].variant)
    matter = Matter(
        number=order.number,
        item=product.title(language.value),
        carrier=dice.choice(_CARRIERS),
        ordered=order.placed_at.date(),
        at=begun,
    )
    pauses = [timedelta(seconds=dice.randint(20, 240)) for _ in dialogue.turns]
    return _Played(
        id=ConversationId(f"cnv_{_stamped(dice, begun)}"),
        language=language,
        channel=dice.choice(_CHANNELS),
        dialogue=dialogue,
        matter=matter,
        order=order,
        times=tuple(begun + sum(pauses[:index], timedelta()) for index in range(len(pauses))),
        rating=dice.choice(dialogue.ratings) if dialogue.ratings and dice.random() < 0.4 else None,
    )


def _stamped(dice: Random, at: datetime) -> str:
    """An id of the same kind as all others: it begins with its moment."""
    value = (
        int(at.timestamp() * 1000) << 80 | 0x7 << 76 | dice.getrandbits(12) << 64 | 0b10 << 62 | dice.getrandbits(62)
    )
    return UUID(int=value).hex


class _Writer:
    """Puts conversations into rows; the same reply is worded once."""

    def __init__(self, calendar: ShopCalendar, articles: list[ArticleRow], phrases: Phrases, now: datetime) -> None:
        self._calendar = calendar
        self._phrases = phrases
        self._now = now
        self._articles = {(each.id, each.language): each for each in articles if each.id in _ARTICLES}

    def write(self, played: _Played) -> Iterator[tuple[Any, dict[str, Any]]]:
        sequence = 0
        for index, (turn, at) in enumerate(zip(played.dialogue.turns, played.times, strict=True)):
            name = f"trn_{played.id[4:-2]}{index:02x}"
            entries = [(EventKind.MESSAGE, json.dumps({"text": turn.said[played.language], "choice": None}))]
            entries.append((EventKind.REPLY, to_json(self._reply(turn, played, at))))
            if turn.handover:
                entries.append((EventKind.OWNERSHIP, json.dumps({"owner": Owner.PERSON.value})))
            for kind, body in entries:
                sequence += 1
                said = at if kind is EventKind.MESSAGE else at + timedelta(seconds=1)
                row = {"conversation_id": played.id, "sequence": sequence, "kind": kind.value, "at": said}
                yield events, {**row, "turn_id": "" if kind is EventKind.MESSAGE else name, "body": body}
            yield (
                kept_traces,
                {
                    "turn_id": name,
                    "conversation_id": played.id,
                    "at": at + timedelta(seconds=1),
                    "body": json.dumps(_trace(turn, played)),
                },
            )
            if turn.rules is not None:
                body = to_json(_receipt(turn, played, at))
                row = {"turn_id": name, "ordinal": 0, "conversation_id": played.id, "at": at, "body": body}
                yield kept_receipts, row
        for kind, body in self._given_back(played):
            sequence += 1
            row = {"conversation_id": played.id, "sequence": sequence, "kind": kind.value, "turn_id": "", "body": body}
            yield events, {**row, "at": played.times[-1] + timedelta(minutes=18)}
        yield conversations, _conversation(played, sequence, self._now)

    def _given_back(self, played: _Played) -> list[tuple[EventKind, str]]:
        """What a person wrote before the agent had the conversation again."""
        if not _handed_over(played) or _with_person(played, self._now):
            return []
        text = WRITTEN[played.language]
        said = SaidText(words=Words(text=text, short=text))
        reply = Reply(language=played.language.value, blocks=(said,), author="person", author_name=DEMO_TEAM[1].name)
        return [
            (EventKind.REPLY, to_json(reply)),
            (EventKind.OWNERSHIP, json.dumps({"owner": Owner.AGENT.value})),
        ]

    def _reply(self, turn: PastTurn, played: _Played, at: datetime) -> Reply:
        article = self._articles.get((ArticleId(turn.quote), played.language)) if turn.quote else None
        blocks = turn.blocks(replace(played.matter, at=at))
        if article:
            stands = Citation(article=article.id, title=article.title, headings=(), version=1, updated=article.updated)
            text = article.passages[0].text.partition("\n")[0]
            blocks = (Prose(text=text, citations=(stands,)), *blocks)
        day = at.astimezone(self._calendar.zone).date()
        return word(blocks, phrases=self._phrases, language=played.language, zone=self._calendar.zone, today=day)


def _handed_over(played: _Played) -> bool:
    return played.dialogue.turns[-1].handover is not None


def _with_person(played: _Played, now: datetime) -> bool:
    """What a person took is still theirs when it is recent; what is older was given back."""
    return _handed_over(played) and played.times[-1] > now - _ANSWERED_WITHIN


def _conversation(played: _Played, sequence: int, now: datetime) -> dict[str, Any]:
    handed = _with_person(played, now)
    return {
        "id": played.id,
        "channel": played.channel,
        "language": played.language.value,
        "owner": (Owner.PERSON if handed else Owner.AGENT).value,
        "episode": 2 if _handed_over(played) and not handed else 1,
        "version": len(played.times),
        "last_sequence": sequence,
        "token_hash": f"past:{played.id[4:]}",
        "token_expires": played.times[-1],
        "source": "past",
        "state": "",
        "created_at": played.times[0],
        "updated_at": played.times[-1],
    }


def _sum_up(played: _Played) -> EpisodeRow:
    turns = played.dialogue.turns
    handover = next((each.handover for each in turns if each.handover), None)
    return EpisodeRow(
        conversation_id=played.id,
        episode=1,
        channel=played.channel,
        language=played.language.value,
        customer_id=played.order.customer if played.dialogue.known else None,
        skill=played.dialogue.skill,
        skills=played.dialogue.skill,
        started_at=played.times[0],
        last_at=played.times[-1],
        turns=len(turns),
        answers=sum(each.kind in {"answered", "refused"} for each in turns),
        gaps=sum(each.gap for each in turns),
        failures=sum(each.failed for each in turns),
        last_outcome=next((each.kind for each in reversed(turns) if each.kind), ""),
        thanked=any(each.command == "thanks" for each in turns),
        handed_over=handover is not None,
        handover_reason=handover.value if handover else "",
        rating=played.rating,
        summary=turns[0].said[played.language],
    )


def _trace(turn: PastTurn, played: _Played) -> dict[str, Any]:
    """The steps that such a turn takes; times are those of an ordinary one."""
    steps: list[tuple[str, float, Mapping[str, Any]]] = [("understood", 6.0, _understood(turn, played))]
    skill = "handover" if turn.kind == "handed_over" and not turn.failed else played.dialogue.skill
    if turn.kind:
        intent = "human_handoff" if skill == "handover" else turn.command
        steps.append(("route", 0.0, {"skill": skill, "intent": intent, "opens": True}))
    for call in turn.calls:
        failed = call.startswith("!")
        steps.append(("call", 9.0, {"call": call.lstrip("!"), "result": "VendorUnavailable" if failed else "ok"}))
    if turn.quote or turn.gap:
        passages = [{"article": turn.quote, "headings": [], "score": 2.1, "support": 0.86}] if turn.quote else []
        question = turn.said[played.language]
        steps.append(("search", 14.0, {"question": question, "supported": bool(turn.quote), "passages": passages}))
    if turn.kind and not turn.failed:
        detail: dict[str, Any] = {"skill": skill, "kind": turn.kind}
        if turn.handover:
            detail["reason"] = turn.handover.value
        if turn.gap:
            detail["gap"] = turn.said[played.language]
        steps.append(("outcome", 31.0, detail))
    steps += [("word", 12.0, {"engine": "embedded"}), ("check", 8.0, {"passed": True, "problems": []})]
    at = 0.0
    laid: list[dict[str, Any]] = []
    for name, took, given in steps:
        laid.append({"name": name, "at_ms": at, "took_ms": took, "detail": dict(given)})
        at += took
    return {"ms": at, "steps": laid}


def _understood(turn: PastTurn, played: _Played) -> dict[str, Any]:
    if turn.command == "thanks":
        command: dict[str, Any] = {"kind": "chitchat", "about": "thanks"}
    elif turn.command in _CHATTER:
        command = {"kind": turn.command}
    else:
        command = {"kind": "ask", "intent": turn.command, "details": {}, "text": turn.said[played.language]}
    scores = [] if turn.command in _CHATTER else [(turn.command, 0.97), ("policy_question", 0.02)]
    return {"engine": "embedded", "language": played.language.value, "commands": [command], "scores": scores}


def _receipt(turn: PastTurn, played: _Played, at: datetime) -> Receipt:
    delivered = played.matter.delivered if turn.rules else (at - timedelta(days=41)).date()
    deadline = delivered + timedelta(days=30)
    return Receipt(
        line=LineId(str(played.order.lines[0].id)),
        verdict=Verdict.ELIGIBLE if turn.rules else Verdict.REFUSED,
        reason=Reason.WITHIN_WINDOW if turn.rules else Reason.WINDOW_PASSED,
        rule="window",
        deadline=deadline,
        policy_version=1,
        policy_source=PolicySource.TYPED,
        today=at.date(),
        counted_from=delivered,
        rules=(
            RuleResult(rule="delivered", fact="1 of 1 delivered", passed=True),
            RuleResult(rule="window", fact=f"until {deadline.isoformat()}", passed=turn.rules),
        ),
        provider=None,
        disagreement=None,
        eligible_if=None if turn.rules else "inside the window",
    )
