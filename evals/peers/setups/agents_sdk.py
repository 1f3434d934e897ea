"""The OpenAI Agents SDK: a triage agent that hands off to specialists, and one agent with every tool.

Built after these pages of https://openai.github.io/openai-agents-python/:
 - "Handoffs" (/handoffs/): ``handoff_description``, and RECOMMENDED_PROMPT_PREFIX in agents that hand off;
 - "Running agents" (/running_agents/): ``Runner.run`` per message, ``to_input_list`` carries the conversation on;
 - the repository's example ``examples/customer_service``: the next message goes to the agent that spoke last.
The example lets specialists hand back to triage only; here they hand to each other, which saves a call. The Responses
API, raw history and parallel tool calls are the SDK's defaults; tracing is off, since it would report to the vendor.
"""

from collections.abc import Sequence

from agents import Agent, RunConfig, Runner, Tool, TResponseInputItem, function_tool
from agents.extensions.handoff_prompt import RECOMMENDED_PROMPT_PREFIX
from agents.models.openai_responses import OpenAIResponsesModel
from openai import AsyncOpenAI

from evals.peers.prompts import MANNERS, PERSON, ROLES, SHOP
from evals.peers.shop_tools import ShopTools


class AgentsConversation:
    """One conversation, which begins with this agent."""

    def __init__(self, first: Agent[None]) -> None:
        self._speaking = first
        self._items: list[TResponseInputItem] = []

    async def __call__(self, text: str) -> str:
        self._items.append({"role": "user", "content": text})
        result = await Runner.run(self._speaking, self._items, run_config=RunConfig(tracing_disabled=True))
        self._items = result.to_input_list()
        self._speaking = result.last_agent
        return str(result.final_output)


def build_triage(tools: ShopTools, client: AsyncOpenAI, model: str) -> AgentsConversation:
    """Triage and five specialists; each may call a person in."""
    spoken = OpenAIResponsesModel(model=model, openai_client=client)
    specialists = [
        Agent[None](
            name=f"{role.name.title()} Agent",
            handoff_description=role.serves,
            instructions=f"{RECOMMENDED_PROMPT_PREFIX}\n{SHOP} {role.routine} {MANNERS} Hand over what is not yours.",
            tools=_wrap(tools, (*role.tools, PERSON)),
            model=spoken,
        )
        for role in ROLES
    ]
    for each in specialists:
        each.handoffs = [other for other in specialists if other is not each]
    triage = Agent[None](
        name="Triage Agent",
        instructions=f"{RECOMMENDED_PROMPT_PREFIX}\n{SHOP} Hand over to the agent that serves the request. {MANNERS}",
        tools=_wrap(tools, (PERSON,)),
        handoffs=list(specialists),
        model=spoken,
    )
    return AgentsConversation(triage)


def build_single(tools: ShopTools, client: AsyncOpenAI, model: str) -> AgentsConversation:
    """No hand-offs: one agent, every tool, every routine."""
    names = tuple(name for role in ROLES for name in role.tools)
    agent = Agent[None](
        name="Shop Agent",
        instructions=" ".join((SHOP, *(role.routine for role in ROLES), MANNERS)),
        tools=_wrap(tools, (*names, PERSON)),
        model=OpenAIResponsesModel(model=model, openai_client=client),
    )
    return AgentsConversation(agent)


def _wrap(tools: ShopTools, names: Sequence[str]) -> list[Tool]:
    return [function_tool(getattr(tools, name)) for name in names]
