"""Each fault as the vendor's SDK meets it, on both endpoints."""

import json
import time
from typing import Any

import pytest
from openai import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AsyncOpenAI,
    AuthenticationError,
    InternalServerError,
    RateLimitError,
)

from tests.standins.asking import SCHEMA, TOOL, chat, chat_format, respond, text_format
from tests.standins.openai import Fault, Kind, Line, Scripted, StandIn, Structured, Text
from tests.standins.openai.faults import HEADER
from tests.standins.openai.shaping import find_misfit

WORDS = "Your refund of 20 EUR was sent to your bank on Monday, it takes five days."
VALUE = {"language": "en", "commands": [{"kind": "answer", "text": "Yes"}], "note": "ok"}


@pytest.fixture
def talking(stand_in: StandIn) -> StandIn:
    lines = [Line(says=Structured(value=VALUE), kind="understand", times=None), Line(says=Text(text=WORDS), times=None)]
    stand_in.think_with(Scripted(lines))
    return stand_in


async def _ask(client: AsyncOpenAI, api: str, **more: Any) -> Any:
    if api == "chat":
        return await client.chat.completions.create(**chat(), **more)
    return await client.responses.create(**respond(), **more)


async def _words(client: AsyncOpenAI, api: str) -> str:
    answer = await _ask(client, api)
    return str(answer.choices[0].message.content if api == "chat" else answer.output_text)


both = pytest.mark.parametrize("api", ["chat", "responses"])


@both
@pytest.mark.parametrize("stream", [False, True])
async def test_statuses(talking: StandIn, client: AsyncOpenAI, api: str, stream: bool) -> None:
    for status in (500, 502, 503):
        talking.fail(Fault(kind=Kind.SERVER_ERROR, status=status))
        with pytest.raises(InternalServerError) as failed:
            await _ask(client, api, stream=stream)
        assert (failed.value.status_code, failed.value.type) == (status, "server_error")
    talking.fail(Fault(kind=Kind.RATE_LIMIT, retry_after=7), Fault(kind=Kind.RATE_LIMIT, retry_after_ms=250))
    for name, value in (("retry-after", "7"), ("retry-after-ms", "250")):
        with pytest.raises(RateLimitError) as limited:
            await _ask(client, api, stream=stream)
        assert limited.value.response.headers[name] == value
        assert limited.value.code == "rate_limit_exceeded"
    talking.fail(Fault(kind=Kind.QUOTA))
    with pytest.raises(RateLimitError) as spent:
        await _ask(client, api, stream=stream)
    assert spent.value.code == "insufficient_quota"


@both
async def test_the_sdk_retries_as_told(talking: StandIn, client: AsyncOpenAI, api: str) -> None:
    talking.fail(Fault(kind=Kind.RATE_LIMIT, times=2, retry_after_ms=120))
    patient = client.with_options(max_retries=2)
    started = time.monotonic()
    await _ask(patient, api)
    assert time.monotonic() - started > 0.24
    assert [seen.status for seen in talking.seen] == [429, 429, 200]


@both
@pytest.mark.parametrize("stream", [False, True])
async def test_silence_is_a_timeout(talking: StandIn, client: AsyncOpenAI, api: str, stream: bool) -> None:
    talking.fail(Fault(kind=Kind.TIMEOUT))
    with pytest.raises(APITimeoutError):
        await _ask(client, api, stream=stream, timeout=0.3)
    await _ask(client, api)


@both
@pytest.mark.parametrize("kind", [Kind.CUT, Kind.HANG_UP])
async def test_connections_that_end_badly(talking: StandIn, client: AsyncOpenAI, api: str, kind: Kind) -> None:
    talking.fail(Fault(kind=kind, times=2, after=3))
    with pytest.raises(APIConnectionError):
        await _ask(client, api)
    pieces = []
    with pytest.raises(APIConnectionError):
        async for piece in await _ask(client, api, stream=True):
            pieces.append(piece)
    assert bool(pieces) is (kind is Kind.CUT)


async def test_an_error_inside_a_stream(talking: StandIn, client: AsyncOpenAI) -> None:
    talking.fail(Fault(kind=Kind.STREAM_ERROR, times=2))
    with pytest.raises(APIError, match="server had an error"):
        async for _ in await _ask(client, "chat", stream=True):
            pass
    events = [event async for event in await _ask(client, "responses", stream=True)]
    assert events[-1].type == "error"


@both
@pytest.mark.parametrize("stream", [False, True])
async def test_bytes_that_are_not_json(talking: StandIn, client: AsyncOpenAI, api: str, stream: bool) -> None:
    """The SDK lets the decoder's own error through: a client must catch more than ``openai.OpenAIError``."""
    talking.fail(Fault(kind=Kind.MALFORMED))
    with pytest.raises(json.JSONDecodeError):
        answer = await _ask(client, api, stream=stream)
        async for _ in answer:
            pass


@both
async def test_a_page_instead_of_an_answer(talking: StandIn, client: AsyncOpenAI, api: str) -> None:
    """The SDK hands the page over as a string, and takes a streamed page for a stream without events."""
    talking.fail(Fault(kind=Kind.HTML, times=2))
    assert "Bad Gateway" in str(await _ask(client, api))
    assert [event async for event in await _ask(client, api, stream=True)] == []


@both
async def test_no_choices(talking: StandIn, client: AsyncOpenAI, api: str) -> None:
    talking.fail(Fault(kind=Kind.EMPTY_CHOICES))
    answer = await _ask(client, api)
    assert (answer.choices if api == "chat" else answer.output) == []


async def test_reasons_to_end(talking: StandIn, client: AsyncOpenAI) -> None:
    for kind, finish, reason in (
        (Kind.LENGTH, "length", "max_output_tokens"),
        (Kind.CONTENT_FILTER, "content_filter", "content_filter"),
    ):
        talking.fail(Fault(kind=kind, after=2, times=3))
        answer = await _ask(client, "chat")
        assert (answer.choices[0].finish_reason, answer.choices[0].message.content) == (finish, WORDS[:8])
        response = await _ask(client, "responses")
        assert (response.status, response.incomplete_details.reason) == ("incomplete", reason)
        chunks = [chunk async for chunk in await _ask(client, "chat", stream=True)]
        assert chunks[-1].choices[0].finish_reason == finish


async def test_a_refusal(talking: StandIn, client: AsyncOpenAI) -> None:
    talking.fail(Fault(kind=Kind.REFUSAL, times=2))
    answer = await client.chat.completions.create(**chat(), response_format=chat_format())
    assert answer.choices[0].message.content is None
    assert answer.choices[0].message.refusal
    response: Any = await _ask(client, "responses")
    assert response.output[0].content[0].type == "refusal"


async def test_content_that_breaks_its_promise(talking: StandIn, client: AsyncOpenAI) -> None:
    talking.fail(Fault(kind=Kind.INVALID_JSON), Fault(kind=Kind.WRONG_SHAPE))
    broken = await client.responses.create(**respond(), text=text_format())
    with pytest.raises(json.JSONDecodeError):
        json.loads(broken.output_text)
    misshapen = await client.chat.completions.create(**chat(), response_format=chat_format())
    assert find_misfit(json.loads(misshapen.choices[0].message.content or ""), SCHEMA)


async def test_another_language(talking: StandIn, client: AsyncOpenAI) -> None:
    talking.fail(Fault(kind=Kind.WRONG_LANGUAGE), Fault(kind=Kind.WRONG_LANGUAGE, language="ja"))
    assert "Bestellung" in await _words(client, "chat")
    answer = await client.chat.completions.create(**chat(), response_format=chat_format())
    value = json.loads(answer.choices[0].message.content or "")
    assert find_misfit(value, SCHEMA) is None
    assert "ご注文" in value["commands"][0]["text"]


async def test_a_tool_nobody_offered(talking: StandIn, client: AsyncOpenAI) -> None:
    talking.fail(Fault(kind=Kind.UNKNOWN_TOOL, times=2))
    for tools in (None, [TOOL]):
        answer = await _ask(client, "chat", tools=tools)
        assert answer.choices[0].message.tool_calls[0].function.name == "transfer_balance"


@both
async def test_the_prompt_repeated(talking: StandIn, client: AsyncOpenAI, api: str) -> None:
    talking.fail(Fault(kind=Kind.REPEAT_PROMPT))
    assert await _words(client, api) == "[user]\nHello"


@both
async def test_words_without_end(talking: StandIn, client: AsyncOpenAI, api: str) -> None:
    """A stream goes past the limit asked for until the client leaves; a plain answer is the longest there is."""
    talking.fail(Fault(kind=Kind.ENDLESS, times=2))
    limit = {"max_completion_tokens": 50} if api == "chat" else {"max_output_tokens": 50}
    count = 0
    stream = await _ask(client, api, stream=True, **limit)
    async for _ in stream:
        count += 1
        if count == 2_000:
            break
    await stream.close()
    assert count == 2_000
    assert len(await _words(client, api)) == 4 * 16_384


async def test_slowness_is_felt_where_it_is_set(talking: StandIn, client: AsyncOpenAI) -> None:
    talking.pace(delay=0.1, first_token=0.1, per_token=0.01)
    started = time.monotonic()
    stream = await _ask(client, "chat", stream=True)
    opened = time.monotonic() - started
    times = [time.monotonic() - started async for _ in stream]
    assert 0.1 <= opened < times[1] - 0.05
    assert times[-1] - times[1] > 0.01 * (len(WORDS) // 4 - 1)
    started = time.monotonic()
    await _ask(client, "chat")
    assert time.monotonic() - started > 0.2 + 0.01 * (len(WORDS) // 4 - 1)


async def test_faults_choose_their_requests(talking: StandIn, client: AsyncOpenAI) -> None:
    talking.fail(
        Fault(kind=Kind.SERVER_ERROR, about="understand"),
        Fault(kind=Kind.RATE_LIMIT, api="responses"),
        Fault(kind=Kind.QUOTA, contains="parcel"),
        Fault(kind=Kind.EMPTY_CHOICES, skip=1),
    )
    await _ask(client, "chat")
    with pytest.raises(InternalServerError):
        await client.chat.completions.create(**chat(), response_format=chat_format())
    with pytest.raises(RateLimitError):
        await _ask(client, "responses")
    with pytest.raises(RateLimitError):
        await client.chat.completions.create(**chat("my parcel"))
    assert (await _ask(client, "chat")).choices == []
    assert (await _ask(client, "chat")).choices


async def test_a_fault_may_ride_on_its_request(talking: StandIn, client: AsyncOpenAI) -> None:
    headers = {HEADER: json.dumps({"kind": "server_error", "status": 503})}
    with pytest.raises(InternalServerError):
        await _ask(client, "chat", extra_headers=headers)
    with pytest.raises(InternalServerError):
        await client.embeddings.create(model="text-embedding-3-small", input="x", extra_headers=headers)
    await _ask(client, "chat")


async def test_rules_come_before_faults(talking: StandIn, client: AsyncOpenAI) -> None:
    talking.fail(Fault(kind=Kind.SERVER_ERROR))
    with pytest.raises(AuthenticationError):
        await _ask(client.with_options(api_key="sk-wrong-wrong"), "chat")
    assert talking.backstage.schedule.list_waiting()
