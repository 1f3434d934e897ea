"""A line of an exported ticket as the report of ``aftercare route``: label, commands, slots, confidence."""

from dataclasses import asdict
from typing import Any

from agent.understanding.embedded.acts import Act
from agent.understanding.embedded.engine import EmbeddedUnderstanding
from agent.understanding.embedded.message import SURE, Message
from agent.understanding.port import Heard
from domain.commands import Command, Slot
from domain.intents import Intent

_CLOSED = frozenset({Slot.REASON, Slot.RESOLUTION})
_TALK = frozenset(
    {
        Act.THANKS,
        Act.GREETING,
        Act.BYE,
        Act.ACKNOWLEDGE,
        Act.AGREE,
        Act.APOLOGY,
        Act.BOT,
        Act.CONFIRM,
        Act.DENY,
        Act.CAN_DO,
        Act.COMPLAINT,
    }
)


async def route_line(text: str, asked: str | None, understanding: EmbeddedUnderstanding) -> dict[str, Any]:
    """``asked`` names the slot that the agent had asked for; slots come as typed, reason and resolution by name."""
    slot = Slot(asked) if asked in {each.value for each in Slot} else None
    heard = Heard(text=text, asked=slot)
    message = understanding.read(heard)
    understood = await understanding.understand(heard)
    label, confidence = route_label(message, understanding)
    return {
        "label": label,
        "commands": [as_plain(command) for command in understood.commands],
        "slots": typed_slots(message),
        "confidence": round(confidence, 4),
        "language": understood.language.value,
    }


def route_label(message: Message, understanding: EmbeddedUnderstanding) -> tuple[str, float]:
    """The best label of the whole message; a message that is nothing but an act needs no classifier."""
    if not message.words:
        return Intent.CHITCHAT.label, 1.0
    if message.acts.pure and message.acts.main is Act.PERSON:
        return Intent.HUMAN_HANDOFF.label, 1.0
    judged = understanding.judge_whole(message)
    if message.acts.pure and message.acts.main in _TALK and judged.of(Intent.HUMAN_HANDOFF) < SURE:
        return Intent.CHITCHAT.label, 1.0
    labels: dict[str, float] = {}
    for intent, score in judged.scores.items():
        labels[intent.label] = labels.get(intent.label, 0.0) + score
    best = max(labels, key=lambda label: labels[label], default=Intent.OUT_OF_SCOPE.label)
    return best, min(1.0, labels.get(best, 0.0))


def typed_slots(message: Message) -> dict[str, str]:
    slots: dict[str, str] = {}
    for each in message.found:
        slots.setdefault(each.slot.value, each.value if each.slot in _CLOSED else message.words.quote(each.span))
    return slots


def as_plain(command: Command) -> dict[str, Any]:
    """JSON-ready: enums are their words, tuples lists, empty values left out."""
    return {name: _plain(value) for name, value in asdict(command).items() if value not in ("", (), {}, None)}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return str(value) if value is not None else None
