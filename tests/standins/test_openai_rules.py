"""Each rule of the vendor's that the stand-in enforces, broken once: status, type, code and param as published."""

from typing import Any

import pytest
from openai import APIStatusError, AsyncOpenAI, AuthenticationError, BadRequestError, NotFoundError

from tests.standins.asking import REASONING, SCHEMA, TOOL, chat, chat_format, respond, send, text_format
from tests.standins.openai import StandIn

USER = {"role": "user", "content": "Hi"}
CALLING = {
    "role": "assistant",
    "tool_calls": [{"id": "call_1", "type": "function", "function": {"name": "issue_refund", "arguments": "{}"}}],
}
LOOSE = {"type": "object", "properties": {}, "required": []}
FLAT = {"type": "function", **TOOL["function"]}
MANY = {f"key{number}": "x" for number in range(17)}


def _messages(*messages: Any) -> dict[str, Any]:
    return chat(messages=list(messages))


CHAT_RULES: list[tuple[dict[str, Any], str | None, str | None]] = [
    (chat(top_k=3), None, None),
    ({"messages": [USER]}, "missing_required_parameter", "model"),
    ({"model": "gpt-4o-mini"}, "missing_required_parameter", "messages"),
    (chat(model=5), "invalid_type", "model"),
    (_messages(), "empty_array", "messages"),
    (_messages({"role": "customer", "content": "Hi"}), "invalid_value", "messages[0].role"),
    (_messages({"content": "Hi"}), "missing_required_parameter", "messages[0].role"),
    (_messages({**USER, "mood": "calm"}), "unknown_parameter", "messages[0].mood"),
    (_messages({**USER, "name": "two words"}), "invalid_value", "messages[0].name"),
    (_messages({"role": "user", "content": None}), None, "messages[0].content"),
    (_messages({"role": "user", "content": 5}), "invalid_type", "messages[0].content"),
    (
        _messages({"role": "system", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}),
        "invalid_value",
        "messages[0].content[0].type",
    ),
    (
        _messages({"role": "user", "content": [{"type": "text", "words": "x"}]}),
        "unknown_parameter",
        "messages[0].content[0].words",
    ),
    (_messages(USER, {"role": "tool", "content": "x", "tool_call_id": "call_1"}), None, "messages.[1].role"),
    (_messages(USER, {"role": "tool", "content": "x"}), "missing_required_parameter", "messages[1].tool_call_id"),
    (_messages(USER, CALLING, USER), None, "messages.[2].role"),
    (chat(temperature=2.1), "decimal_above_max_value", "temperature"),
    (chat(temperature=-0.1), "decimal_below_min_value", "temperature"),
    (chat(temperature="hot"), "invalid_type", "temperature"),
    (chat(top_p=1.5), "decimal_above_max_value", "top_p"),
    (chat(presence_penalty=3), "decimal_above_max_value", "presence_penalty"),
    (chat(n=0), "integer_below_min_value", "n"),
    (chat(n=129), "integer_above_max_value", "n"),
    (chat(n=1.5), "invalid_type", "n"),
    (chat(seed="x"), "invalid_type", "seed"),
    (chat(stop=["a", "b", "c", "d", "e"]), "array_above_max_length", "stop"),
    (chat(stop=[1]), "invalid_type", "stop[0]"),
    (chat(stop=5), "invalid_type", "stop"),
    (chat(max_tokens=5, max_completion_tokens=5), "invalid_parameter_combination", "max_tokens"),
    (chat(max_completion_tokens=0), "integer_below_min_value", "max_completion_tokens"),
    (chat(max_completion_tokens=500_000), "invalid_value", "max_completion_tokens"),
    (chat(model=REASONING, max_tokens=5), "unsupported_parameter", "max_tokens"),
    (chat(model=REASONING, temperature=0), "unsupported_value", "temperature"),
    (chat(model=REASONING, stop="x"), "unsupported_parameter", "stop"),
    (chat(model=REASONING, reasoning_effort="huge"), "invalid_value", "reasoning_effort"),
    (chat(reasoning_effort="low"), None, None),
    (chat(stream_options={"include_usage": True}), None, "stream_options"),
    (chat(stream=True, stream_options={"usage": True}), "unknown_parameter", "stream_options.usage"),
    (chat(stream="yes"), "invalid_type", "stream"),
    (chat(metadata={"kind": "word"}), None, "metadata"),
    (chat(store=True, metadata=MANY), "object_above_max_properties", "metadata"),
    (chat(store=True, metadata={"x": "y" * 513}), "string_above_max_length", "metadata.x"),
    (chat(safety_identifier="x" * 129), "string_above_max_length", "safety_identifier"),
    (chat(service_tier="express"), "invalid_value", "service_tier"),
    (chat(tools=[]), "empty_array", "tools"),
    (chat(tools=[TOOL] * 129), "array_above_max_length", "tools"),
    (chat(tools=[FLAT]), "unknown_parameter", "tools[0].name"),
    (chat(tools=[{"type": "wrench"}]), "invalid_value", "tools[0].type"),
    (chat(tools=[{"type": "function", "function": {"name": "a b"}}]), "invalid_value", "tools[0].function.name"),
    (
        chat(tools=[{"type": "function", "function": {"name": "pay", "strict": True, "parameters": LOOSE}}]),
        "invalid_function_parameters",
        "tools[0].function.parameters",
    ),
    (chat(tool_choice="auto"), None, "tool_choice"),
    (chat(tools=[TOOL], tool_choice="maybe"), "invalid_value", "tool_choice"),
    (chat(tools=[TOOL], tool_choice={"type": "function", "function": {"name": "other"}}), None, "tool_choice"),
    (chat(parallel_tool_calls=False), None, "parallel_tool_calls"),
    (chat(response_format={"type": "json"}), "invalid_value", "response_format.type"),
    (chat(response_format={"type": "json_object"}), None, "messages"),
    (chat(response_format={"type": "json_schema"}), "missing_required_parameter", "response_format.json_schema"),
    (chat(response_format={**chat_format(), "strict": True}), "unknown_parameter", "response_format.strict"),
    (chat(response_format=chat_format(name="two words")), "invalid_value", "response_format.json_schema.name"),
    (chat(response_format=chat_format(LOOSE)), None, "response_format"),
]
RESPONSES_RULES: list[tuple[dict[str, Any], str | None, str | None]] = [
    (respond(messages=[USER]), "unknown_parameter", "messages"),
    (respond(response_format=chat_format()), "unknown_parameter", "response_format"),
    (respond(max_tokens=50), "unknown_parameter", "max_tokens"),
    (respond(seed=5), "unknown_parameter", "seed"),
    ({"model": "gpt-4o-mini"}, "missing_required_parameter", "input"),
    (respond([]), "empty_array", "input"),
    (respond(5), "invalid_type", "input"),
    (respond([{"role": "tool", "content": "x"}]), "invalid_value", "input[0].role"),
    (
        respond([{"role": "user", "content": [{"type": "text", "text": "x"}]}]),
        "invalid_value",
        "input[0].content[0].type",
    ),
    (
        respond([{"role": "assistant", "content": [{"type": "input_text", "text": "x"}]}]),
        "invalid_value",
        "input[0].content[0].type",
    ),
    (respond([{"type": "function_call_output", "call_id": "call_1", "output": "x"}]), None, "input"),
    (respond([{"type": "function_call", "call_id": "c", "name": "n", "arguments": "{}"}]), None, "input"),
    (respond(max_output_tokens=15), "integer_below_min_value", "max_output_tokens"),
    (respond(temperature=3), "decimal_above_max_value", "temperature"),
    (respond(model=REASONING, temperature=0), "unsupported_parameter", "temperature"),
    (respond(reasoning={"effort": "low"}), "unsupported_parameter", "reasoning.effort"),
    (respond(stream=True, stream_options={"include_usage": True}), "unknown_parameter", "stream_options.include_usage"),
    (respond(text=chat_format()), "unknown_parameter", "text.type"),
    (respond(text=text_format(LOOSE)), "invalid_json_schema", "text.format.schema"),
    (
        respond(text={"format": {"type": "json_schema", "schema": SCHEMA}}),
        "missing_required_parameter",
        "text.format.name",
    ),
    (respond(text={"format": {"type": "json_object"}}), None, "input"),
    (respond(tools=[TOOL]), "unknown_parameter", "tools[0].function"),
    (respond(tools=[FLAT], tool_choice={"type": "function", "name": "other"}), None, "tool_choice"),
    (respond(truncation="some"), "invalid_value", "truncation"),
]


@pytest.mark.parametrize(("body", "code", "param"), CHAT_RULES)
async def test_chat_refuses(client: AsyncOpenAI, body: dict[str, Any], code: str | None, param: str | None) -> None:
    await _expect(client, "/chat/completions", body, code, param)


@pytest.mark.parametrize(("body", "code", "param"), RESPONSES_RULES)
async def test_responses_refuse(client: AsyncOpenAI, body: dict[str, Any], code: str | None, param: str | None) -> None:
    await _expect(client, "/responses", body, code, param)


async def _expect(client: AsyncOpenAI, path: str, body: dict[str, Any], code: str | None, param: str | None) -> None:
    with pytest.raises(BadRequestError) as refused:
        await send(client, path, body)
    assert (refused.value.code, refused.value.param, refused.value.type) == (code, param, "invalid_request_error")


@pytest.mark.parametrize(
    ("body", "code", "param"),
    [
        ({"model": "text-embedding-3-small", "input": "x", "size": 5}, None, None),
        ({"model": "text-embedding-3-small"}, "missing_required_parameter", "input"),
        ({"model": "text-embedding-3-small", "input": ""}, None, "input"),
        ({"model": "text-embedding-3-small", "input": []}, None, "input"),
        ({"model": "text-embedding-3-small", "input": ["x"] * 2_049}, None, "input"),
        ({"model": "text-embedding-3-small", "input": "x", "dimensions": 0}, "integer_below_min_value", "dimensions"),
        ({"model": "text-embedding-3-small", "input": "x", "dimensions": 9_999}, None, None),
        ({"model": "text-embedding-ada-002", "input": "x", "dimensions": 10}, None, None),
        ({"model": "text-embedding-3-small", "input": "x" * 40_000}, "context_length_exceeded", None),
        (
            {"model": "text-embedding-3-small", "input": "x", "encoding_format": "hex"},
            "invalid_value",
            "encoding_format",
        ),
    ],
)
async def test_embeddings_refuse(
    client: AsyncOpenAI, body: dict[str, Any], code: str | None, param: str | None
) -> None:
    await _expect(client, "/embeddings", body, code, param)


async def test_a_model_that_is_not_there(client: AsyncOpenAI) -> None:
    for path, body in (
        ("/chat/completions", chat(model="gpt-99")),
        ("/responses", respond(model="gpt-99")),
        ("/chat/completions", chat(model="text-embedding-3-small")),
        ("/embeddings", {"model": "gpt-4o", "input": "x"}),
    ):
        with pytest.raises(NotFoundError) as refused:
            await send(client, path, body)
        assert refused.value.code == "model_not_found"


async def test_a_page_that_is_not_there(client: AsyncOpenAI) -> None:
    with pytest.raises(NotFoundError):
        await send(client, "/completions", {"prompt": "x"})


async def test_keys_are_needed_and_must_be_right(stand_in: StandIn) -> None:
    for key, code in (("sk-of-someone-else", "invalid_api_key"), ("", None)):
        async with AsyncOpenAI(
            base_url=stand_in.base_url,
            api_key=key or "unused",
            max_retries=0,
            default_headers={} if key else {"Authorization": "Basic eDp5"},
        ) as stranger:
            with pytest.raises(AuthenticationError) as refused:
                await stranger.chat.completions.create(**chat())
            assert refused.value.code == code
            assert "someone" not in str(refused.value)


async def test_too_long_a_prompt(client: AsyncOpenAI) -> None:
    with pytest.raises(BadRequestError) as refused:
        await client.chat.completions.create(**chat("word " * 103_000))
    assert refused.value.code == "context_length_exceeded"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/chat/completions", chat(logprobs=True)),
        ("/chat/completions", chat(functions=[{"name": "x"}])),
        ("/chat/completions", chat(modalities=["audio"])),
        ("/responses", respond(previous_response_id="resp_1")),
        ("/responses", respond(tools=[{"type": "web_search"}])),
    ],
)
async def test_what_it_does_not_play_it_says(client: AsyncOpenAI, path: str, body: dict[str, Any]) -> None:
    with pytest.raises(APIStatusError) as refused:
        await send(client, path, body)
    assert (refused.value.status_code, refused.value.code) == (501, "stand_in_does_not_play")
