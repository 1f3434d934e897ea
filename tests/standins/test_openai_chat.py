"""POST /v1/chat/completions as the vendor's SDK sees it when nothing goes wrong."""

import json
from typing import Any

import pytest
from openai import AsyncOpenAI, InternalServerError, RateLimitError

from tests.standins.asking import CHAT, SCHEMA, TOOL, chat, chat_format
from tests.standins.openai import Call, Calls, Line, Refusal, Scripted, StandIn, Structured, Text
from tests.standins.openai.backstage import Bucket

SENTENCE = "Your parcel left Lyon this morning and arrives on Tuesday."


async def test_a_plain_answer_has_words_and_usage(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Text(text=SENTENCE)]))
    answer = await client.chat.completions.create(**chat("Where is my parcel?"))
    assert answer.choices[0].message.content == SENTENCE
    assert answer.choices[0].finish_reason == "stop"
    assert answer.usage is not None
    assert answer.usage.completion_tokens == -(-len(SENTENCE) // 4)
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


async def test_a_stream_carries_the_same_words(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Text(text=SENTENCE)]))
    stream = await client.chat.completions.create(**chat(), stream=True, stream_options={"include_usage": True})
    chunks = [chunk async for chunk in stream]
    words = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert words == SENTENCE
    assert chunks[0].choices[0].delta.role == "assistant"
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert chunks[-1].choices == []
    assert chunks[-1].usage is not None
    assert all(chunk.usage is None for chunk in chunks[:-1])


async def test_usage_is_streamed_only_when_asked_for(client: AsyncOpenAI) -> None:
    stream = await client.chat.completions.create(**chat(), stream=True)
    assert all(chunk.choices and chunk.usage is None for chunk in [chunk async for chunk in stream])


async def test_a_strict_answer_comes_in_the_schemas_order(stand_in: StandIn, client: AsyncOpenAI) -> None:
    said = {"note": None, "commands": [{"amount": 12.5, "kind": "refund"}], "language": "en"}
    stand_in.think_with(Scripted([Line(says=Structured(value=said), kind="understand")]))
    answer = await client.chat.completions.create(**chat(), response_format=chat_format())
    content = answer.choices[0].message.content or ""
    assert json.loads(content) == said
    assert list(json.loads(content)) == list(SCHEMA["properties"])


@pytest.mark.parametrize(
    "says",
    [Structured(value={"language": "xx"}), Text(text="Hello!"), Calls(calls=(Call(name="pay", arguments="{}"),))],
)
async def test_a_brain_cannot_do_what_a_decoder_would_not(
    stand_in: StandIn, client: AsyncOpenAI, says: Text | Structured | Calls
) -> None:
    stand_in.think_with(Scripted([says]))
    with pytest.raises(InternalServerError) as told:
        await client.chat.completions.create(**chat(), response_format=chat_format())
    assert told.value.code == "brain_broke_the_rules"


async def test_a_refusal_is_not_content(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Line(says=Refusal(reason="I cannot do that."), times=2)]))
    answer = await client.chat.completions.create(**chat(), response_format=chat_format())
    assert answer.choices[0].message.content is None
    assert answer.choices[0].message.refusal == "I cannot do that."
    stream = await client.chat.completions.create(**chat(), stream=True)
    words = "".join([chunk.choices[0].delta.refusal or "" async for chunk in stream])
    assert words == "I cannot do that."


async def test_tool_calls_travel_there_and_back(stand_in: StandIn, client: AsyncOpenAI) -> None:
    wanted = Calls(calls=(Call(name="issue_refund", arguments='{"amount":5,"order":"1001"}'),))
    stand_in.think_with(Scripted([Line(says=wanted, times=2), Text(text="Done.")]))
    answer = await client.chat.completions.create(**chat(), tools=[TOOL])
    assert answer.choices[0].finish_reason == "tool_calls"
    stream = await client.chat.completions.create(**chat(), tools=[TOOL], stream=True)
    deltas = [delta async for chunk in stream for delta in chunk.choices[0].delta.tool_calls or []]
    assert deltas[0].function is not None
    assert deltas[0].function.name == "issue_refund"
    assert "".join(delta.function.arguments or "" for delta in deltas if delta.function) == wanted.calls[0].arguments
    message = answer.choices[0].message
    assert message.tool_calls
    told = [
        {"role": "user", "content": "Pay me back."},
        message.model_dump(exclude_none=True),
        {"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "paid"},
    ]
    after = await client.chat.completions.create(model=CHAT, messages=told, tools=[TOOL])
    assert after.choices[0].message.content == "Done."


async def test_several_choices_stops_and_limits(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.think_with(Scripted([Line(says=Text(text="one two three four five"), times=None)]))
    answer = await client.chat.completions.create(**chat(), n=3, stop=[" four"])
    assert [choice.message.content for choice in answer.choices] == ["one two three"] * 3
    cut = await client.chat.completions.create(**chat(), max_completion_tokens=2)
    assert cut.choices[0].finish_reason == "length"
    assert cut.choices[0].message.content == "one two "


async def test_a_long_shared_prefix_is_cached_in_steps(client: AsyncOpenAI) -> None:
    rules = {"role": "system", "content": "Answer from the policy alone. " * 200}
    counts = []
    for question in ("Where is it?", "Where is it?", "May I return a hat?"):
        asked: Any = [rules, {"role": "user", "content": question}]
        answer = await client.chat.completions.create(model=CHAT, messages=asked)
        assert answer.usage is not None
        assert answer.usage.prompt_tokens_details is not None
        counts.append(answer.usage.prompt_tokens_details.cached_tokens)
    assert counts[0] == 0
    assert counts[1] == counts[2] == 1_024 + 3 * 128
    assert counts[1] <= 1_504


async def test_a_short_prompt_is_never_cached(client: AsyncOpenAI) -> None:
    for _ in range(2):
        answer = await client.chat.completions.create(**chat())
        assert answer.usage is not None
        assert answer.usage.prompt_tokens_details is not None
        assert answer.usage.prompt_tokens_details.cached_tokens == 0


async def test_responses_carry_ids_and_limits(stand_in: StandIn, client: AsyncOpenAI) -> None:
    raw = await client.chat.completions.with_raw_response.create(**chat())
    assert raw.headers["x-request-id"].startswith("req_")
    left = int(raw.headers["x-ratelimit-remaining-requests"])
    assert left < int(raw.headers["x-ratelimit-limit-requests"])
    assert raw.headers["x-ratelimit-reset-tokens"].endswith("s")


async def test_a_spent_allowance_refuses_and_says_when_to_return(stand_in: StandIn, client: AsyncOpenAI) -> None:
    stand_in.backstage.requests = Bucket(limit=2)
    for _ in range(2):
        await client.chat.completions.create(**chat())
    with pytest.raises(RateLimitError) as refused:
        await client.chat.completions.create(**chat())
    assert refused.value.code == "rate_limit_exceeded"
    assert int(refused.value.response.headers["retry-after"]) > 20


async def test_models_are_listed_and_found(client: AsyncOpenAI) -> None:
    assert CHAT in [model.id async for model in client.models.list()]
    assert (await client.models.retrieve(CHAT)).id == CHAT


async def test_embeddings_have_the_right_count_and_size(client: AsyncOpenAI) -> None:
    words = ["return a jacket", "return the jacket", "carrier lost it"]
    answer = await client.embeddings.create(model="text-embedding-3-small", input=words)
    assert [len(row.embedding) for row in answer.data] == [1_536] * 3
    plain = await client.embeddings.create(model="text-embedding-3-small", input=words, encoding_format="float")
    for packed, floats in zip(answer.data, plain.data, strict=True):
        assert packed.embedding == pytest.approx(floats.embedding, abs=1e-6)
    short = await client.embeddings.create(model="text-embedding-3-large", input="hello", dimensions=256)
    assert len(short.data[0].embedding) == 256
    near, far = (_dot(plain.data[0].embedding, plain.data[at].embedding) for at in (1, 2))
    assert near > far


def _dot(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
