"""The route node: asks ``routing`` for the next step, and counts, so that no message keeps the agent busy for ever."""

from typing import Any

from langgraph.runtime import Runtime

from agent.nodes.guard import remind
from agent.nodes.routing import hand_over, next_step, take_up_again
from agent.nodes.values import MAX_STEPS, GraphState, Said
from agent.turn import Turn
from domain.outcomes import HandoverReason


async def route(state: GraphState, runtime: Runtime[Turn]) -> dict[str, Any]:
    """Goes on until there is a step to run or nothing is left; what the agent says itself is collected."""
    turn = runtime.context
    conversation, commands, blocks = state["conversation"], state["commands"], state["blocks"]
    while turn.steps < MAX_STEPS:
        turn.steps += 1
        if commands or not turn.ran:
            routed = next_step(conversation, commands, verified=turn.customer is not None)
        else:
            routed = take_up_again(conversation, tuple(turn.ran))
        conversation, commands = routed.conversation, routed.rest
        if routed.blocks:
            blocks = (*blocks, Said(skill="", blocks=routed.blocks))
        if routed.step:
            turn.handover_reason = turn.handover_reason or routed.reason
            turn.ran.append(routed.step.skill)
            turn.trace.add("route", skill=routed.step.skill, intent=routed.step.intent.value, opens=routed.step.opens)
            return {"conversation": conversation, "commands": commands, "step": routed.step, "blocks": blocks}
        if not commands:
            blocks = (*blocks, Said(skill="", blocks=remind(conversation, turn)))
            return {"conversation": conversation, "commands": (), "step": None, "blocks": blocks}
    turn.trace.add("route", skill="handover", intent="bounds", opens=True)
    turn.handover_reason = HandoverReason.NOT_UNDERSTOOD
    routed = hand_over(conversation, (), HandoverReason.NOT_UNDERSTOOD)
    return {"conversation": conversation, "commands": (), "step": routed.step, "blocks": blocks}
