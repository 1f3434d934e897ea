"""A model without a fault for the peers: it routes at once, fills every argument rightly, and never asks twice.

It plays what the frameworks speak: function tools, hand-offs (``transfer_to_...``) and, for a supervisor, the tool that
forwards an agent's words. It decides from the tools that a request offers and from the messages in it. What a tool
answered is remembered, since an agent that is not shown it any more still reads what was said about it.
"""

import json
from collections.abc import Iterator
from typing import Any

from evals.peers.plans import PLANS, TOPICS, Need, Plan
from evals.peers.tasks import Task
from tests.standins.openai.asked import Asked, Call, Calls, Message, Said, Text, write_json

_HAND_OFF = "transfer_to_"
_FORWARD = "forward_message"


class PeerBrain:
    """Plays one conversation; implements the stand-in's ``Brain``."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._plans = PLANS[task.id]
        self._known: dict[str, Any] = {}
        self._done: dict[int, set[str]] = {}

    async def answer(self, asked: Asked) -> Said:
        at, recent = self._find_turn(asked)
        plan, done = self._plans[at], self._done.setdefault(at, set())
        for tool, answered in _answers(asked.messages[recent:]):
            self._known[tool] = answered
            done.add(tool)
        offered = {tool.name for tool in asked.tools}
        waiting = [need for need in plan.needs if need.tool not in done]
        here = [need for need in waiting if need.tool in offered]
        elsewhere = [need for need in waiting if need.tool not in offered]
        calls = [_call(need.tool, dict(need.arguments)) for need in here]
        calls += _hand_offs(elsewhere, offered)
        if calls:
            return Calls(calls=tuple(calls))
        return self._say(plan, offered, asked.messages[recent:])

    def _find_turn(self, asked: Asked) -> tuple[int, int]:
        """Which turn it is, by the shopper's latest words, and where in the messages it begins."""
        for place in range(len(asked.messages) - 1, -1, -1):
            message = asked.messages[place]
            if message.role == "user" and message.text in self._task.turns:
                return self._task.turns.index(message.text), place
        raise ValueError("the shopper's words are not in the request")

    def _say(self, plan: Plan, offered: set[str], recent: tuple[Message, ...]) -> Said:
        if plan.say:
            return Text(text=plan.say(self._known))
        asked_others = [call.name for message in recent for call in message.calls if call.name.startswith(_HAND_OFF)]
        if _FORWARD in offered and len(asked_others) == 1:
            return Calls(calls=(_call(_FORWARD, {"from_agent": asked_others[0].removeprefix(_HAND_OFF)}),))
        mine = [need for need in plan.needs if need.tool in self._known and self._is_mine(need, offered)]
        return Text(text=" ".join(need.say(self._known) for need in mine))

    def _is_mine(self, need: Need, offered: set[str]) -> bool:
        """An agent that can hand nothing off speaks for its own part; any other speaks for all of them."""
        return need.tool in offered or any(name.startswith(_HAND_OFF) for name in offered)


def _answers(messages: tuple[Message, ...]) -> Iterator[tuple[str, Any]]:
    names = {call.id: call.name for message in messages for call in message.calls}
    for message in messages:
        name = names.get(message.answers or "")
        if name in TOPICS:
            yield name, json.loads(message.text)


def _hand_offs(needs: list[Need], offered: set[str]) -> list[Call]:
    """To whoever serves the first thing that is missing: one at a time, which is all that either framework carries."""
    wanted = list(dict.fromkeys(TOPICS[need.tool] for need in needs))
    names = [name for topic in wanted for name in sorted(offered) if name.startswith(f"{_HAND_OFF}{topic}")]
    return [_call(name, {}) for name in names[:1]]


def _call(name: str, arguments: dict[str, str]) -> Call:
    return Call(name=name, arguments=write_json(arguments))
