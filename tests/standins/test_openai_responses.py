"""POST /v1/responses as the vendor's SDK sees it when nothing goes wrong."""

import json
from typing import Any

from openai import AsyncOpenAI

from tests.standins.asking import CHAT, REASONING, SCHEMA, TOOL, respond, text_format
from tests.standins.openai import Call, Calls, Line, Refusal, Scripted, StandIn, Structured, Text

SENTENCE = "Votre colis a quitté Lyon ce matin."
FLAT: Any = {"type": "function", **TOOL["function"]}
SAID = {"language": "fr", "commands": [{"kind": "answer", "text": "Oui"}], "note": None}


async def test_a_plain_answer_has_words_and_usage(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Text(text=SENTENCE)]))
    answer = await client.responses.create(**respond("Où est mon colis ?", instructions="Be brief."))
    assert answer.output_text == SENTENCE
    assert answer.status == "completed"
    assert answer.usage is not None
    assert answer.usage.output_tokens == -(-len(SENTENCE) // 4)
    asked = stand_in.seen[-1].asked
    assert asked is not None
    assert [message.role for message in asked.messages] == ["developer", "user"]


async def test_a_stream_tells_its_events_in_order(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Text(text=SENTENCE)]))
    stream = await client.responses.create(**respond(), stream=True)
    events: list[Any] = [event async for event in stream]
    assert [event.sequence_number for event in events] == list(range(len(events)))
    kinds = list(dict.fromkeys(event.type for event in events))
    assert kinds == [
        "response.created",
        "response.in_progress",
        "response.output_item.added",
        "response.content_part.added",
        "response.output_text.delta",
        "response.output_text.done",
        "response.content_part.done",
        "response.output_item.done",
        "response.completed",
    ]
    assert "".join(event.delta for event in events if event.type == "response.output_text.delta") == SENTENCE
    assert events[-1].response.output_text == SENTENCE
    assert events[-1].response.usage.total_tokens > 0


async def test_the_sdks_own_stream_reader_is_content(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Structured(value=SAID)]))
    async with client.responses.stream(model=CHAT, input="Oui ?", text=text_format()) as stream:
        final = await stream.get_final_response()
    assert json.loads(final.output_text) == SAID


async def test_a_strict_answer_fits_its_schema(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Line(says=Structured(value=SAID), kind="understand")]))
    answer = await client.responses.create(**respond(), text=text_format())
    assert json.loads(answer.output_text) == SAID
    assert list(json.loads(answer.output_text)) == list(SCHEMA["properties"])


async def test_a_refusal_is_a_part_of_its_own(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Line(says=Refusal(reason="No."), times=2)]))
    answer: Any = await client.responses.create(**respond())
    assert answer.output[0].content[0].refusal == "No."
    assert answer.output_text == ""
    stream = await client.responses.create(**respond(), stream=True)
    kinds = {event.type async for event in stream}
    assert {"response.refusal.delta", "response.refusal.done"} <= kinds


async def test_tool_calls_travel_there_and_back(stand_in: StandIn, client: AsyncOpenAI) -> None:
    wanted = Calls(calls=(Call(name="issue_refund", arguments='{"amount":5,"order":"1001"}'),))
    stand_in.think_with(Scripted([Line(says=wanted, times=2), Text(text="Done.")]))
    answer: Any = await client.responses.create(**respond(), tools=[FLAT])
    call = answer.output[0]
    assert (call.type, call.name, json.loads(call.arguments)["amount"]) == ("function_call", "issue_refund", 5)
    stream = await client.responses.create(**respond(), tools=[FLAT], stream=True)
    events: list[Any] = [event async for event in stream]
    pieces = [event.delta for event in events if event.type == "response.function_call_arguments.delta"]
    assert "".join(pieces) == wanted.calls[0].arguments
    told = [
        {"role": "user", "content": [{"type": "input_text", "text": "Pay me back."}]},
        call.model_dump(exclude_none=True),
        {"type": "function_call_output", "call_id": call.call_id, "output": "paid"},
    ]
    after = await client.responses.create(**respond(told), tools=[FLAT])
    assert after.output_text == "Done."


async def test_a_cut_answer_is_incomplete_and_says_why(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Line(says=Text(text="word " * 200), times=None)]))
    answer = await client.responses.create(**respond(), max_output_tokens=16)
    assert answer.status == "incomplete"
    assert answer.incomplete_details is not None
    assert answer.incomplete_details.reason == "max_output_tokens"
    stream = await client.responses.create(**respond(), max_output_tokens=16, stream=True)
    assert [event.type async for event in stream][-1] == "response.incomplete"


async def test_reasoning_models_take_effort(client: AsyncOpenAI) -> None:
    answer = await client.responses.create(model=REASONING, input="Hi", reasoning={"effort": "low"})
    assert answer.reasoning is not None
    assert answer.reasoning.effort == "low"


async def test_a_shared_prefix_is_counted_as_cached(client: AsyncOpenAI) -> None:
    counts = []
    for question in ("One?", "Two?"):
        answer = await client.responses.create(**respond(question, instructions="Follow the policy. " * 400))
        assert answer.usage is not None
        counts.append(answer.usage.input_tokens_details.cached_tokens)
    assert counts[0] == 0
    assert counts[1] >= 1_024
    assert counts[1] % 128 == 0
