"""What the hand-over skill is given, so that the person who takes over asks nothing twice."""

from agent.state import ConversationState
from agent.turn import Turn
from domain.commands import Slot

_SECRET = {Slot.CODE}


def handover_memory(conversation: ConversationState, turn: Turn) -> dict[str, str]:
    """``summary``, ``facts.<name>`` and ``try.<n>``, as the skill expects them."""
    said = [message.text for message in turn.messages if message.text]
    topics = [each.intent.value for each in conversation.stack]
    memory = {"summary": " / ".join([*topics, *said])[:600]}
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
