"""The graph of one turn: understand, guard, route, a skill (again while commands remain), word, check."""

from functools import cache
from typing import Any

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from agent.nodes.check import check_reply
from agent.nodes.guard import guard
from agent.nodes.reply import word_reply
from agent.nodes.route import route
from agent.nodes.skill import run_skill
from agent.nodes.understand import understand
from agent.nodes.values import GraphState
from agent.saver import SHEET, Sheet, SheetSaver
from agent.turn import Turn
from domain.replies import Reply
from skills.registry import SKILLS


@cache
def build_graph() -> CompiledStateGraph[Any, Any, Any, Any]:
    """Compiled once; what a turn works with travels in its context, what it remembers on its sheet."""
    graph = StateGraph(GraphState, context_schema=Turn)
    graph.add_node("understand", understand)
    graph.add_node("guard", guard)
    graph.add_node("route", route)
    graph.add_node("word", word_reply)
    graph.add_node("check", check_reply)
    for name in SKILLS:
        graph.add_node(name, run_skill)
        graph.add_conditional_edges(name, _after_skill, ["route", "word"])
    graph.add_edge(START, "understand")
    graph.add_edge("understand", "guard")
    graph.add_edge("guard", "route")
    graph.add_conditional_edges("route", _after_route, [*SKILLS, "word"])
    graph.add_edge("word", "check")
    graph.add_edge("check", END)
    return graph.compile(checkpointer=SheetSaver())


async def _after_route(state: GraphState) -> str:
    step = state.get("step")
    return step.skill if step else "word"


async def _after_skill(state: GraphState) -> str:
    """Back to the route while something remains: a command, an interrupted skill, a sign-in in the middle."""
    conversation = state["conversation"]
    return "route" if state["commands"] or len(conversation.stack) > 1 or conversation.sign_in else "word"


async def run_graph(turn: Turn, sheet: Sheet) -> Reply | None:
    """Runs one turn; None when there is nothing to say. Errors of ports pass through to the runner."""
    config: Any = {
        "configurable": {"thread_id": turn.conversation.id, SHEET: sheet},
        "recursion_limit": 60,
    }
    start: GraphState = {"commands": (), "blocks": (), "step": None, "reply": None, "texts": ()}
    result = await build_graph().ainvoke(start, config, context=turn, durability="exit", output_keys=["reply"])
    reply: Reply | None = result.get("reply") if result else None
    return reply
