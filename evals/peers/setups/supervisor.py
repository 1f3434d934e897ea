"""langgraph-supervisor: a supervisor that hands to specialists and gets control back from them.

Built after the project's description (https://pypi.org/project/langgraph-supervisor/, the same text as its README) and
https://reference.langchain.com/python/langgraph/supervisor: ``create_supervisor`` over ``create_react_agent`` agents,
memory by a checkpointer ("Adding Memory"), and ``create_forward_message_tool`` ("Message Forwarding"), which spares the
supervisor from writing an agent's answer again. ``output_mode`` and ``parallel_tool_calls`` are the defaults,
``last_message`` and False. Hand-offs side by side were tried first: only one of the agents asked runs, which is issue
230 of langchain-ai/langgraph-supervisor-py, open when this was written (version 0.0.31 on LangGraph 1.2).

The same description says that its authors now recommend calling agents as tools, without this library, for most uses.
"""

import warnings
from typing import Any

from langchain_core.tools import StructuredTool
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.prebuilt import create_react_agent
from langgraph_supervisor import create_supervisor
from langgraph_supervisor.handoff import create_forward_message_tool
from pydantic import SecretStr

from evals.peers.prompts import MANNERS, PERSON, ROLES, SHOP
from evals.peers.shop_tools import ShopTools

_THREAD: Any = {"configurable": {"thread_id": "peer"}}


class SupervisorConversation:
    """One conversation on a compiled graph with a memory of its own."""

    def __init__(self, graph: Any) -> None:
        self._graph = graph

    async def __call__(self, text: str) -> str:
        state = await self._graph.ainvoke({"messages": [{"role": "user", "content": text}]}, _THREAD)
        return str(state["messages"][-1].content)


def build_supervisor(tools: ShopTools, *, base_url: str, key: str, model: str) -> SupervisorConversation:
    """A supervisor, who may call a person in itself, and five specialists."""
    spoken = ChatOpenAI(model=model, base_url=base_url, api_key=SecretStr(key))
    with warnings.catch_warnings():
        # The library's own quickstart builds its agents so, though LangGraph wants it from elsewhere by now.
        warnings.simplefilter("ignore")
        specialists = [
            create_react_agent(
                model=spoken,
                tools=[_wrap(tools, name) for name in role.tools],
                name=role.name,
                prompt=f"{SHOP} {role.routine} {MANNERS}",
            )
            for role in ROLES
        ]
        workflow = create_supervisor(
            specialists,
            model=spoken,
            tools=[create_forward_message_tool("supervisor"), _wrap(tools, PERSON)],
            prompt=_supervise(),
        )
    return SupervisorConversation(workflow.compile(checkpointer=InMemorySaver()))


def _supervise() -> str:
    serves = " ".join(f"{role.name}: {role.serves}" for role in ROLES)
    forward = "When one agent has answered, forward its message; when several have, join their answers."
    return f"{SHOP} You lead a team of agents. {serves} {forward} {MANNERS}"


def _wrap(tools: ShopTools, name: str) -> StructuredTool:
    return StructuredTool.from_function(coroutine=getattr(tools, name), parse_docstring=True)
