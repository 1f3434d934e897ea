"""Blocks to words, in the conversation's language; what the shopper can pick is remembered with its skill."""

from dataclasses import replace
from time import perf_counter
from typing import Any

from langgraph.runtime import Runtime

from agent.nodes.values import GraphState, Said
from agent.state import ConversationState, Offered
from agent.turn import Turn
from agent.wording.embedded import word
from domain.blocks import Block, Choices, Option, Phrase
from domain.commands import Slot
from domain.replies import CodeEntry, Reply
from runtime.phrases import Phrases


async def word_reply(state: GraphState, runtime: Runtime[Turn]) -> dict[str, Any]:
    turn, conversation = runtime.context, state["conversation"]
    said = [each for each in state["blocks"] if each.blocks]
    if not said:
        return {"reply": None}
    since = perf_counter()
    blocks: tuple[Block, ...] = tuple(block for each in said for block in each.blocks)
    turn.evidence.extend(blocks)
    reply = say(blocks, conversation, turn)
    if conversation.asked is Slot.CODE:
        reply = replace(reply, blocks=(*reply.blocks, CodeEntry()))
    turn.trace.add("word", since=since, engine="embedded", blocks=len(blocks))
    offered = _offered(said, conversation, turn)
    if turn.effects.handover:
        offered = ()
    return {"reply": reply, "conversation": replace(conversation, offered=offered, handled=turn.messages[-1].id)}


def say(blocks: tuple[Block, ...], conversation: ConversationState, turn: Turn) -> Reply:
    """Blocks in words for this shop's zone and day."""
    calendar = turn.shop.calendar
    return word(
        blocks,
        phrases=turn.tools.phrases,
        language=conversation.language or turn.shop.merchant.language,
        zone=calendar.zone,
        today=calendar.today(),
    )


def _offered(said: list[Said], conversation: ConversationState, turn: Turn) -> tuple[Offered, ...]:
    return tuple(
        Offered(id=option.id, label=_label(option, conversation, turn), hints=option.hints, skill=each.skill)
        for each in said
        for block in each.blocks
        if isinstance(block, Choices)
        for option in block.options
    )


def _label(option: Option, conversation: ConversationState, turn: Turn) -> str:
    phrases: Phrases = turn.tools.phrases
    label: Phrase = option.label
    calendar = turn.shop.calendar
    language = conversation.language or turn.shop.merchant.language
    return phrases.say(label, language=language, zone=calendar.zone, today=calendar.today()).text
