"""Whatever goes wrong with a model, the shopper is answered in time, once, and the trace says what it was."""

import json
import re
from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest
import pytest_asyncio

from agent.accounting import BUDGET_SPENT
from channels.plain import render_text
from domain.ids import ConversationId
from domain.languages import Language
from evals.stage import Played, Stage
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS
from records.cases import list_cases
from records.events import EventKind, list_events
from tests.agent.model.conftest import OpenStage
from tests.standins.openai import StandIn
from tests.standins.openai.faults import Fault, Kind
from web.seed import DEMO

TURN_SECONDS, SPARE = 1.0, 1.5
QUESTION = "where is my order?"
OLIVER = next(each.customer for each in DEMO_CUSTOMERS if each.email.startswith("oliver"))
FAULTS = [
    (Fault(kind=Kind.TIMEOUT), "time"),
    (Fault(kind=Kind.SLOW, delay=30), "time"),
    (Fault(kind=Kind.RATE_LIMIT, retry_after=60), "rate limited"),
    (Fault(kind=Kind.RATE_LIMIT, retry_after=0.05), "rate limited"),
    (Fault(kind=Kind.RATE_LIMIT, retry_after_ms=20), "rate limited"),
    (Fault(kind=Kind.QUOTA), "rate limited"),
    (Fault(kind=Kind.SERVER_ERROR), "status 500"),
    (Fault(kind=Kind.SERVER_ERROR, status=503, retry_after=90), "status 503"),
    (Fault(kind=Kind.HANG_UP), "not reached"),
    (Fault(kind=Kind.MALFORMED), "protocol"),
    (Fault(kind=Kind.HTML), "no choice|cut"),
    (Fault(kind=Kind.EMPTY_CHOICES), "no choice|cut"),
    (Fault(kind=Kind.REFUSAL), "refused"),
    (Fault(kind=Kind.CONTENT_FILTER), "content filter"),
    (Fault(kind=Kind.LENGTH), "does not end"),
    (Fault(kind=Kind.ENDLESS), "does not end|too long"),
    (Fault(kind=Kind.UNKNOWN_TOOL), "tool that nobody offered"),
    (Fault(kind=Kind.INVALID_JSON, about="understand"), "unreadable twice"),
    (Fault(kind=Kind.WRONG_SHAPE, about="understand"), "unreadable twice"),
    (Fault(kind=Kind.REPEAT_PROMPT, about="word"), ""),
    (Fault(kind=Kind.WRONG_LANGUAGE, about="word", language="de"), "another language: de"),
    (Fault(kind=Kind.WRONG_LANGUAGE, about="word", language="ja"), "another script"),
    (Fault(kind=Kind.CUT, about="word", after=2), ""),
    (Fault(kind=Kind.CUT, about="word", after=30), ""),
    (Fault(kind=Kind.STREAM_ERROR, about="word", after=3), ""),
]
PARAMETERS = [
    pytest.param(replace(fault, times=None, about=about), told, id=f"{fault.kind.value}-{number}-{about}")
    for number, (fault, told) in enumerate(FAULTS)
    for about in ("understand", "word")
    if fault.about in {"", about}
]


def engines(played: Played) -> tuple[str, str, list[str]]:
    """Who understood, who worded, and what the trace says went wrong, the steps' own words first."""
    steps = played.steps("understood") + played.steps("word")
    calls = [call["problem"] for call in played.trace.get("model", [])]
    problems = [each for each in (*(step["problem"] for step in steps), *calls) if each]
    return played.steps("understood")[-1]["engine"], played.steps("word")[-1]["engine"], problems


async def ask(stage: Stage, text: str = QUESTION) -> tuple[ConversationId, Played, float]:
    conversation = await stage.open(language=Language.EN, email=OLIVER.email)
    since = perf_counter()
    played = await stage.say(conversation, text)
    return conversation, played, perf_counter() - since


async def count_replies(stage: Stage, conversation: ConversationId) -> int:
    """Without the greeting."""
    events = await stage.records.read(lambda c: list_events(c, DEMO, conversation))
    return sum(each.kind is EventKind.REPLY for each in events) - 1


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def expected(stage: Stage) -> str:
    """What is said when all is well."""
    return render_text(_reply((await ask(stage))[1]))


@pytest.mark.parametrize(("fault", "told"), PARAMETERS)
async def test_a_fault_costs_the_shopper_nothing(
    stage: Stage, model: StandIn, expected: str, fault: Fault, told: str
) -> None:
    model.fail(fault)
    conversation, played, seconds = await ask(stage)
    understood, worded, problems = engines(played)
    assert seconds < TURN_SECONDS + SPARE
    assert (understood if fault.about == "understand" else worded) in {"embedded", "phrases"}
    assert problems and re.search(f"{told}|^resting", problems[0])
    assert _same(render_text(_reply(played)), expected)
    assert await count_replies(stage, conversation) == 1


def _reply(played: Played) -> Any:
    assert played.reply is not None
    return played.reply


def _same(text: str, other: str) -> bool:
    """Alike but for the links, which are new each time, and how lines fall."""

    def strip(given: str) -> list[str]:
        return sorted(word for word in given.split() if "/r/" not in word)

    return strip(text) == strip(other)


async def test_a_short_pause_that_is_asked_for_is_kept_and_the_model_answers(stage: Stage, model: StandIn) -> None:
    model.fail(Fault(kind=Kind.RATE_LIMIT, retry_after=0.2, about="understand"))
    _, played, seconds = await ask(stage)
    assert engines(played)[:2] == ("model", "model")
    assert 0.2 <= seconds < TURN_SECONDS + SPARE
    assert [call["problem"] for call in played.trace["model"]] == ["rate limited", "", ""]


async def test_an_answer_that_cannot_be_read_is_repaired_once(stage: Stage, model: StandIn) -> None:
    model.fail(Fault(kind=Kind.INVALID_JSON, about="understand"))
    before = len(model.seen)
    _, played, _ = await ask(stage)
    assert engines(played) == ("model", "model", [])
    asked = [seen.body["messages"] for seen in model.seen[before:] if seen.asked and seen.asked.kind == "understand"]
    assert [len(messages) for messages in asked] == [2, 4]
    assert "Not usable" in asked[1][-1]["content"]


async def test_slow_words_take_what_is_left_of_the_turns_time_and_no_more(stage: Stage, model: StandIn) -> None:
    model.fail(Fault(kind=Kind.SLOW, delay=0.7, times=None))
    _, played, seconds = await ask(stage)
    assert engines(played)[:2] == ("model", "phrases")
    assert seconds < TURN_SECONDS + SPARE


async def test_only_checked_sentences_are_shown(stage: Stage, model: StandIn) -> None:
    """The shopper sees the good first sentence grow, never the bad second, and then the whole reply by phrases."""
    conversation = await stage.open(language=Language.EN, email=OLIVER.email)
    model.fail(Fault(kind=Kind.CUT, about="word", after=30, times=None))
    with stage.install.bell.listen(conversation) as ring:
        played = await stage.say(conversation, QUESTION)
    draft = json.loads(ring.draft)["text"] if ring.draft else ""
    assert "{" not in draft
    assert engines(played)[1] == "phrases"
    assert await count_replies(stage, conversation) == 1


async def test_a_dead_endpoint_comes_back_by_itself(stage_with: OpenStage, model: StandIn) -> None:
    """Every shopper is answered throughout; while it rests nobody waits for it."""
    stage = await stage_with(model_turn_seconds=2.0, model_rest_seconds=0.4)
    model.fail(Fault(kind=Kind.SERVER_ERROR, times=None))
    dead = [(await ask(stage))[1] for _ in range(6)]
    assert all(played.reply for played in dead)
    assert any(problem.startswith("resting") for problem in engines(dead[-1])[2])
    model.restore()
    since = perf_counter()
    while engines((await ask(stage))[1])[0] != "model":
        assert perf_counter() - since < 10, "the breaker did not close again"
    assert engines((await ask(stage))[1]) == ("model", "model", [])


async def test_the_reserve_answers_while_the_first_rests(stage_with: OpenStage, model: StandIn) -> None:
    async with StandIn("competent") as reserve:
        stage = await stage_with(
            model="gpt-4.1-mini",
            model_reserve="gpt-4o-mini",
            model_reserve_base_url=reserve.base_url,
            model_reserve_api_key=reserve.key,
            model_rest_seconds=30.0,
        )
        model.fail(Fault(kind=Kind.SERVER_ERROR, times=None))
        played = [(await ask(stage))[1] for _ in range(4)]
        assert all(engines(each)[:2] == ("model", "model") for each in played)
        last = [(call["endpoint"], call["problem"]) for call in played[-1].trace["model"]]
        assert last == [("first", "resting"), ("reserve", "")] * 2


async def test_a_conversations_budget_ends_its_model_and_not_the_conversation(
    stage_with: OpenStage, model: StandIn
) -> None:
    stage = await stage_with(
        model_budget_conversation=0.000001, model_prices={"gpt": {"prompt": 1.0, "completion": 1.0}}
    )
    conversation, first, _ = await ask(stage)
    assert engines(first)[0] == "model"
    assert engines(first)[1] == "phrases" and "budget of the conversation" in engines(first)[2][0]
    second = await stage.say(conversation, QUESTION)
    assert second.reply and engines(second)[:2] == ("embedded", "phrases")
    assert engines((await ask(stage))[1])[0] == "model"


async def test_the_days_budget_ends_the_model_for_everybody_and_is_noted_once(
    stage_with: OpenStage, model: StandIn
) -> None:
    stage = await stage_with(model_budget_day=0.000001, model_prices={"gpt": {"prompt": 1.0, "completion": 1.0}})
    played = [(await ask(stage))[1] for _ in range(3)]
    assert all(each.reply for each in played)
    assert [engines(each)[0] for each in played] == ["model", "embedded", "embedded"]
    notes = await stage.records.read(lambda c: list_cases(c, DEMO))
    assert sum(each.reason == BUDGET_SPENT for each in notes) == 1


async def test_nothing_is_asked_for_what_needs_no_model(stage: Stage, model: StandIn) -> None:
    asked = len(model.seen)
    conversation = await stage.open(language=Language.EN)
    played = await stage.say(conversation, "...")
    assert played.reply and not played.trace["model"] and len(model.seen) == asked
