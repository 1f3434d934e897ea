"""Words to commands: each message of the burst is understood in order, with what the shopper can see."""

from dataclasses import replace
from time import perf_counter
from typing import Any

from langgraph.runtime import Runtime

from agent.earlier import read_earlier
from agent.nodes.routing import find_offer
from agent.nodes.values import GraphState
from agent.state import ConversationState
from agent.turn import Inbound, Turn
from agent.understanding.port import Heard, VisibleOption
from domain.commands import Ask, Choose, Command, Give
from domain.languages import find_language
from runtime.codec import to_plain


async def understand(state: GraphState, runtime: Runtime[Turn]) -> dict[str, Any]:
    turn = runtime.context
    conversation = state.get("conversation") or _first_state(turn)
    commands: tuple[Command, ...] = ()
    turn.settled = True
    for message in turn.messages:
        conversation, heard = await _hear(message, conversation, commands, turn)
        commands = _add(commands, heard)
    texts = tuple(message.text for message in turn.messages)
    return {"conversation": conversation, "commands": commands, "texts": texts}


def _first_state(turn: Turn) -> ConversationState:
    return ConversationState(language=find_language(turn.conversation.language))


def _add(commands: tuple[Command, ...], heard: tuple[Command, ...]) -> tuple[Command, ...]:
    """Values that follow a request of the same burst belong to it: "I want to return something", "the candle"."""
    for command in heard:
        last = commands[-1] if commands else None
        if isinstance(command, Give) and isinstance(last, Ask) and command.slot not in last.details:
            details = {**last.details, command.slot: command.value}
            commands = (*commands[:-1], replace(last, details=details))
        else:
            commands = (*commands, command)
    return commands


async def _hear(
    message: Inbound, conversation: ConversationState, before: tuple[Command, ...], turn: Turn
) -> tuple[ConversationState, tuple[Command, ...]]:
    if message.choice is not None:
        turn.trace.add("understood", engine="choice", commands=[{"kind": "choose", "option": message.choice}])
        return conversation, (Choose(option=message.choice),)
    since = perf_counter()
    heard = await _heard(message, conversation, before, turn)
    understood = await turn.tools.understanding.understand(heard, turn.allowance)
    turn.settled = turn.settled and understood.settled
    turn.trace.add(
        "understood",
        since=since,
        engine=understood.engine,
        language=understood.language.value,
        confidence=round(understood.confidence, 3),
        commands=[to_plain(command) for command in understood.commands],
        scores=list(understood.scores[:3]),
        problem=understood.problem,
    )
    turn.links.language = understood.language.value
    return replace(conversation, language=understood.language, spoken=understood.spoken), understood.commands


async def _heard(message: Inbound, conversation: ConversationState, before: tuple[Command, ...], turn: Turn) -> Heard:
    """The message with what understanding may use; what was said earlier is read for a model alone."""
    return Heard(
        text=message.text,
        language=conversation.language,
        asked=conversation.asked,
        yes_or_no=conversation.pending is not None or find_offer(conversation) is not None,
        write_pending=conversation.pending is not None,
        options=tuple(VisibleOption(id=each.id, label=each.label, hints=each.hints) for each in conversation.offered),
        open_intents=(
            *(each.intent for each in reversed(before) if isinstance(each, Ask)),
            *(each.intent for each in reversed(conversation.stack)),
        ),
        slots=conversation.slots,
        earlier=await read_earlier(turn) if turn.allowance else (),
    )
