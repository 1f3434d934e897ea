"""The last gate: what a reply states must stand in a fact or a passage; what does not is not said."""

from time import perf_counter
from typing import Any

from langgraph.runtime import Runtime

from agent.nodes.reply import say
from agent.nodes.values import GraphState
from agent.turn import Turn
from agent.wording.check import Evidence, check
from domain.blocks import Phrase
from runtime.codec import to_plain


async def check_reply(state: GraphState, runtime: Runtime[Turn]) -> dict[str, Any]:
    """A reply that fails gives way to its phrases, these to an honest sentence; the trace keeps what was wrong."""
    reply, plainly, turn = state.get("reply"), state.get("plainly"), runtime.context
    if reply is None:
        return {}
    evidence = Evidence(blocks=tuple(turn.evidence), links=frozenset(turn.links.made))
    for candidate in (reply, plainly) if plainly and plainly != reply else (reply,):
        since = perf_counter()
        problems = check(candidate, evidence)
        turn.trace.add("check", since=since, passed=not problems, problems=[to_plain(each) for each in problems])
        if not problems:
            return {"reply": candidate}
    return {"reply": say((Phrase(key="cannot-say-safely"),), state["conversation"], turn)}
