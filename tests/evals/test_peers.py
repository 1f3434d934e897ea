"""The comparison with other frameworks: our side and the peers' brain always, the peers where the extra is installed.

`make peers` runs this with the extra; without it the peers' cases do not exist, rather than being skipped.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from evals.peers.brain import PeerBrain
from evals.peers.plans import PLANS, TOPICS
from evals.peers.prompts import PERSON, ROLES
from evals.peers.recording import Recorded, busy
from evals.peers.report import write_tables, write_transcript
from evals.peers.running import OURS, PEERS, Ground, Held, installed, open_ground
from evals.peers.setups.peer import open_tools
from evals.peers.tasks import TASKS, Task
from tests.standins.openai.asked import Asked, Call, Calls, Message, Said, Text, Tool

Hold = Callable[[str, Task], Awaitable[Held]]
SETUPS = (OURS, *PEERS) if installed() else (OURS,)
BY_ID = {task.id: task for task in TASKS}
OLIVER = "oliver.hughes@example.com"
PARCEL = '[{"order":"MA-1","state":"in_transit","carrier":"DPD","expected":"Friday"}]'


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def ground(template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Ground]:
    async with open_ground(tmp_path_factory.mktemp("peers"), template, latency=0.0) as opened:
        yield opened


@pytest.fixture(scope="module")
def hold(ground: Ground) -> Hold:
    """Holds a conversation, each one once."""
    known: dict[tuple[str, str], Held] = {}

    async def hold_once(setup: str, task: Task) -> Held:
        if (setup, task.id) not in known:
            known[setup, task.id] = await ground.hold(setup, task)
        return known[setup, task.id]

    return hold_once


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
@pytest.mark.parametrize("setup", SETUPS)
async def test_a_conversation_comes_out_right(setup: str, task: Task, hold: Hold) -> None:
    held = await hold(setup, task)
    assert not held.missed
    assert held.total("calls") == sum(len(turn.steps) for turn in held.turns)


@pytest.mark.parametrize("task", [task for task in TASKS if task.resolved], ids=lambda task: task.id)
async def test_our_return_takes_four_calls_at_most(task: Task, hold: Hold) -> None:
    assert (await hold(OURS, task)).total("calls") <= 4


async def test_what_was_held_can_be_read(hold: Hold) -> None:
    rounds = [[await hold(setup, task) for setup in SETUPS for task in TASKS]]
    tables = write_tables(rounds, SETUPS)
    assert all(f"| {setup} | {len(TASKS)} of {len(TASKS)} |" in tables for setup in SETUPS)
    transcript = write_transcript(rounds[0], OURS)
    assert all(turn in transcript for task in TASKS for turn in task.turns)
    assert "/r/…" in transcript


async def test_the_tools_reach_this_customers_records_alone(ground: Ground) -> None:
    tools = await open_tools(ground.stage, OLIVER)
    assert json.loads(await tools.track_parcels("MA-902174"))
    assert json.loads(await tools.track_parcels("MA-817903")) == []
    assert "problem" in json.loads(await tools.record_statement("CL-52718", "It never came."))


def test_every_turn_has_a_plan_and_every_tool_an_agent() -> None:
    assert {task.id: len(task.turns) for task in TASKS} == {name: len(plans) for name, plans in PLANS.items()}
    assert set(TOPICS) == {PERSON, *(tool for role in ROLES for tool in role.tools)}


async def test_the_brain_hands_off_what_it_has_no_tool_for() -> None:
    said = await _ask(_user(), tools=("transfer_to_claims", "transfer_to_tracking", "hand_over"))
    assert said == Calls(calls=(Call(name="transfer_to_tracking", arguments="{}"),))


async def test_the_brain_calls_a_tool_that_it_has() -> None:
    said = await _ask(_user(), tools=("track_parcels", "transfer_to_claims"))
    assert said == Calls(calls=(Call(name="track_parcels", arguments='{"order_number":""}'),))


async def test_the_brain_answers_from_what_the_tool_said() -> None:
    said = await _ask(_user(), *_called("track_parcels", PARCEL), tools=("track_parcels",))
    assert isinstance(said, Text)
    assert "MA-1" in said.text
    assert "DPD" in said.text


async def test_the_brain_lets_a_supervisor_forward_what_an_agent_said() -> None:
    brain = PeerBrain(BY_ID["parcel"])
    await _ask(_user(), *_called("track_parcels", PARCEL), tools=("track_parcels",), brain=brain)
    back = Message(role="assistant", text="Order MA-1 is on its way.")
    handed = _called("transfer_to_tracking", "Successfully transferred to tracking")
    said = await _ask(_user(), *handed, back, tools=("transfer_to_tracking", "forward_message"), brain=brain)
    assert said == Calls(calls=(Call(name="forward_message", arguments='{"from_agent":"tracking"}'),))


async def test_the_brain_hands_on_beside_a_call_when_two_things_were_asked() -> None:
    tools = ("track_parcels", "transfer_to_policy_agent")
    said = await _ask(_user("two"), tools=tools, brain=PeerBrain(BY_ID["two"]))
    assert isinstance(said, Calls)
    assert [call.name for call in said.calls] == ["track_parcels", "transfer_to_policy_agent"]


def test_calls_side_by_side_count_once() -> None:
    assert busy([_recorded(0.0, 2.0), _recorded(1.0, 3.0), _recorded(5.0, 6.0)]) == 4.0


def _user(task: str = "parcel") -> Message:
    return Message(role="user", text=BY_ID[task].turns[0])


def _called(tool: str, answer: str) -> tuple[Message, Message]:
    call = Call(name=tool, arguments="{}", id="call_1")
    return Message(role="assistant", text="", calls=(call,)), Message(role="tool", text=answer, answers="call_1")


async def _ask(*messages: Message, tools: tuple[str, ...], brain: PeerBrain | None = None) -> Said:
    offered = tuple(Tool(name=name) for name in tools)
    asked = Asked(api="chat", kind="other", model="gpt-4.1-mini", messages=messages, tools=offered)
    return await (brain or PeerBrain(BY_ID["parcel"])).answer(asked)


def _recorded(began: float, ended: float) -> Recorded:
    asked = Asked(api="chat", kind="other", model="gpt-4.1-mini", messages=(_user(),))
    said = Text(text="OK.")
    return Recorded(prompt=0, cached=0, completion=0, began=began, ended=ended, asked=asked, said=said)
