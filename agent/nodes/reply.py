"""Blocks to words, in the conversation's language; what the shopper can pick is remembered with its skill."""

from dataclasses import replace
from time import perf_counter
from typing import Any

from langgraph.runtime import Runtime

from agent.nodes.values import GraphState, Said
from agent.state import ConversationState, Offered
from agent.turn import Turn
from agent.wording.check import Evidence
from agent.wording.embedded import word
from agent.wording.port import Part, ToSay
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
    to_say = _to_say(said, conversation, turn)
    worded = await turn.tools.wording.word(to_say, None if turn.settled else turn.allowance, turn.show)
    turn.trace.add("word", since=since, engine=worded.engine, blocks=len(to_say.parts), problem=worded.problem)
    reply, plainly = worded.reply, to_say.plainly
    if conversation.asked is Slot.CODE:
        reply, plainly = (replace(each, blocks=(*each.blocks, CodeEntry())) for each in (reply, plainly))
    offered = () if turn.effects.handover else _offered(said, conversation, turn)
    conversation = replace(conversation, offered=offered, handled=turn.messages[-1].id)
    return {"reply": reply, "plainly": plainly, "conversation": conversation}


def _to_say(said: list[Said], conversation: ConversationState, turn: Turn) -> ToSay:
    """The agent's own sentences, such as a sign-in, are firm; so is what a skill says is decided."""
    blocks = [(block, each.firm or not each.skill) for each in said for block in each.blocks]
    turn.evidence.extend(block for block, _ in blocks)
    plain = say(tuple(block for block, _ in blocks), conversation, turn)
    return ToSay(
        language=conversation.language or turn.shop.merchant.language,
        parts=tuple(Part(block=said, firm=firm) for said, (_, firm) in zip(plain.blocks, blocks, strict=True)),
        evidence=Evidence(blocks=tuple(turn.evidence), links=frozenset(turn.links.made)),
        asked=" / ".join(message.text for message in turn.messages),
        spoken=conversation.spoken,
        tone=turn.shop.merchant.tone,
    )


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
