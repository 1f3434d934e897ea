"""What the person who takes over is given, so that nothing is asked twice: facts, tries, and a summary to read first.

The summary is the model's where there is one and its lines stand on what was said; otherwise it is put together from
what the conversation holds. ``summary_by`` tells the person which.
"""

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from agent.earlier import read_earlier
from agent.model.calls import Purpose
from agent.model.prompts import load_system
from agent.model.summaries import ToSummarise, summarise
from agent.state import ConversationState
from agent.turn import Turn
from agent.understanding.port import Earlier
from domain.blocks import Phrase, PhraseValue
from domain.commands import Slot
from domain.errors import ModelProblem
from domain.intents import Intent
from domain.outcomes import Brief, HandoverReason

EMBEDDED, MODEL = "embedded", "model"
_SECRET = {Slot.CODE}
_WHO = {"customer", "customer_id", "email", "verified", Slot.PHONE.value, Slot.ADDRESS.value, Slot.NAME.value}
_EARLIER = 14
_LONGEST_QUOTE = 200


def handover_memory(conversation: ConversationState, turn: Turn) -> dict[str, str]:
    """``facts.<name>`` and ``try.<n>``, as the hand-over skill expects them."""
    memory: dict[str, str] = {}
    if turn.customer:
        memory["facts.customer"] = turn.customer.name
        memory["facts.email"] = turn.customer.email
        memory["facts.verified"] = "yes"
    earlier = {slot: value for each in conversation.stack for slot, value in each.slots.items()}
    for slot, value in {**earlier, **conversation.slots}.items():
        if slot not in _SECRET:
            memory[f"facts.{slot.value}"] = value
    for position, tried in enumerate(conversation.tries, start=1):
        memory[f"try.{position}"] = tried
    return memory


async def summarised(brief: Brief, reason: HandoverReason, conversation: ConversationState, turn: Turn) -> Brief:
    """The brief with a summary in the merchant's language, whatever language the shopper writes."""
    since = perf_counter()
    told = await _gather(brief, reason, conversation, turn)
    summary, engine, problem = "\n".join(_plainly(told, conversation, turn)), EMBEDDED, ""
    if turn.allowance and _worth_a_call(told):
        try:
            summary = await summarise(told, turn.allowance, load_system(Purpose.SUMMARISE))
            engine = MODEL
        except ModelProblem as failed:
            problem = failed.detail or failed.code
    turn.trace.add("summary", since=since, engine=engine, problem=problem)
    return replace(brief, summary=summary or brief.summary, summary_by=engine)


async def _gather(brief: Brief, reason: HandoverReason, conversation: ConversationState, turn: Turn) -> ToSummarise:
    """Who the shopper is stays out: the person sees it beside the summary, and a model need not know."""
    said = [*await read_earlier(turn, _EARLIER), *_said_now(turn)]
    intents = dict.fromkeys(each.intent for each in conversation.stack if each.intent is not Intent.HUMAN_HANDOFF)
    return ToSummarise(
        language=turn.shop.merchant.language,
        reason=reason.value.replace("_", " "),
        topics=[_topic(intent, turn) for intent in intents],
        facts={name: value for name, value in brief.facts.items() if name not in _WHO},
        tried=[_tried(each, turn) for each in brief.tries],
        said=said,
    )


def _said_now(turn: Turn) -> Iterator[Earlier]:
    yield from (Earlier(by_shopper=True, text=each.text) for each in turn.messages if each.text)


def _worth_a_call(told: ToSummarise) -> bool:
    """A single message needs no summary: it is one."""
    return sum(each.by_shopper for each in told.said) > 1


def _plainly(told: ToSummarise, conversation: ConversationState, turn: Turn) -> Iterator[str]:
    """What is wanted in the words that asked for it, what was tried, and the last message."""
    opened = {each.intent: each.text for each in conversation.stack if each.text}
    quoted = set()
    for intent, words in opened.items():
        if intent is not Intent.HUMAN_HANDOFF:
            quoted.add(_quote(words))
            yield _say(turn, "brief-wants", topic=_topic(intent, turn), words=_quote(words))
    mine = [_quote(each.text) for each in told.said if each.by_shopper and each.text.strip()]
    if not quoted and len(mine) > 1:
        quoted.add(mine[0])
        yield _say(turn, "brief-began", words=mine[0])
    for tried in told.tried:
        yield _say(turn, "brief-tried", tried=tried)
    if mine and mine[-1] not in quoted:
        yield _say(turn, "brief-last", words=mine[-1])


def _quote(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else f"{plain[: _LONGEST_QUOTE - 1].rstrip()}…"


def _tried(tried: str, turn: Turn) -> str:
    """``return_or_exchange: refund_window`` in words; any other text as it is."""
    name, colon, rule = tried.partition(": ")
    intent = next((each for each in Intent if each.value == name), None)
    if not colon or intent is None:
        return tried
    return _say(turn, "brief-refused", topic=_topic(intent, turn), rule=rule.replace("_", " "))


def _topic(intent: Intent, turn: Turn) -> str:
    key = f"option-{intent.value.replace('_', '-')}"
    language = turn.shop.merchant.language
    return _say(turn, key) if turn.tools.phrases.has(key, language) else intent.value.replace("_", " ")


def _say(turn: Turn, key: str, **values: PhraseValue) -> str:
    calendar = turn.shop.calendar
    said = turn.tools.phrases.say(
        Phrase(key=key, values=values),
        language=turn.shop.merchant.language,
        zone=calendar.zone,
        today=calendar.today(),
    )
    return said.text
