"""What a turn adds to the figures of its episode, read off its trace."""

from typing import Any

from agent.turn import Turn
from domain.commands import ChitchatKind
from domain.outcomes import HandoverReason
from records.episodes import EpisodeTurn

_OWN_SKILL = "handover"
_LONGEST = 200


def sum_up(turn: Turn, language: str) -> EpisodeTurn:
    """The skills that ran, the last outcome, questions that no passage answered, thanks, and whether a person came."""
    outcomes = [step.detail for step in turn.trace.steps if step.name == "outcome"]
    handover = turn.effects.handover
    return EpisodeTurn(
        channel=turn.conversation.channel,
        language=language,
        customer=turn.customer.id if turn.customer else None,
        skills=tuple(dict.fromkeys(each["skill"] for each in outcomes if each["skill"] != _OWN_SKILL)),
        outcome=str(outcomes[-1]["kind"]) if outcomes else "",
        gaps=sum("gap" in each for each in outcomes),
        failed=bool(handover and handover.reason is HandoverReason.VENDOR_FAILING),
        thanked=any(_thanks(command) for command in _commands(turn)),
        handover=handover.reason.value if handover else "",
        summary=next((each.text for each in turn.messages if each.text), "")[:_LONGEST],
    )


def _commands(turn: Turn) -> list[dict[str, Any]]:
    heard = [step.detail for step in turn.trace.steps if step.name == "understood"]
    return [command for detail in heard for command in detail["commands"]]


def _thanks(command: dict[str, Any]) -> bool:
    return command.get("kind") == "chitchat" and command.get("about") == ChitchatKind.THANKS.value
