"""One OpenAI-compatible endpoint: a request, an answer or stream, and every fault of it as one of our errors."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from agent.model.calls import Hear, Prompt, Usage
from domain.errors import ModelMisbehaved, ModelUnavailable

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_LONGEST = 20_000
"""Characters; a stream that goes on past this is not an answer."""


class Endpoint:
    """``name`` is for traces; the SDK is imported at the first call, since it is slow to load."""

    def __init__(self, *, name: str, base_url: str | None, key: str, model: str) -> None:
        self.name = name
        self.model = model
        self._base_url = base_url
        self._key = key
        self._sdk: AsyncOpenAI | None = None

    async def ask(self, prompt: Prompt, *, hear: Hear | None = None) -> tuple[str, Usage]:
        """The text of the answer; raises ModelUnavailable (time, or the vendor) or ModelMisbehaved (its answer)."""
        asked = self._request(prompt)
        with _faults():
            if hear:
                return await self._stream(asked, hear)
            answer = await self.open().chat.completions.create(**asked)
            if not getattr(answer, "choices", None):
                raise ModelMisbehaved("no choice in the answer")
            choice = answer.choices[0]
            _check_ending(choice.finish_reason, choice.message.refusal)
            if choice.message.tool_calls:
                raise ModelMisbehaved("called a tool that nobody offered")
            return choice.message.content or "", _usage(answer.usage)

    async def close(self) -> None:
        if self._sdk:
            await self._sdk.close()

    async def _stream(self, asked: dict[str, Any], hear: Hear) -> tuple[str, Usage]:
        stream = await self.open().chat.completions.create(**asked, stream=True, stream_options={"include_usage": True})
        heard = _Heard()
        try:
            async for piece in _pieces(stream, heard):
                if not hear(piece):
                    return heard.text, heard.usage
        finally:
            await stream.close()
        if not heard.ended:
            raise ModelUnavailable("the stream was cut")
        return heard.text, heard.usage

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        messages = [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.data}]
        if prompt.repair:
            answer, why = prompt.repair
            messages += [{"role": "assistant", "content": answer}, {"role": "user", "content": why}]
        asked: dict[str, Any] = {"model": self.model, "messages": messages, "max_completion_tokens": prompt.longest}
        if prompt.schema is not None:
            strict = {"name": prompt.purpose.value, "strict": True, "schema": dict(prompt.schema)}
            # Beside the SDK's own parameters: it would walk through the whole schema for every request.
            asked["extra_body"] = {"response_format": {"type": "json_schema", "json_schema": strict}}
        return asked

    def open(self) -> "AsyncOpenAI":
        """The SDK's client, made at the first call or when warmed."""
        if self._sdk is None:
            from openai import AsyncOpenAI

            self._sdk = AsyncOpenAI(base_url=self._base_url, api_key=self._key, max_retries=0)
        return self._sdk


class _Heard:
    """A stream so far."""

    def __init__(self) -> None:
        self.text = ""
        self.usage = Usage()
        self.ended = False


async def _pieces(stream: Any, heard: _Heard) -> AsyncIterator[str]:
    async for chunk in stream:
        if chunk.usage:
            heard.usage = _usage(chunk.usage)
        for choice in chunk.choices[:1]:
            if choice.delta.tool_calls:
                raise ModelMisbehaved("called a tool that nobody offered")
            if choice.finish_reason:
                _check_ending(choice.finish_reason, None)
                heard.ended = True
            if choice.delta.refusal:
                raise ModelMisbehaved("refused")
            if choice.delta.content:
                heard.text += choice.delta.content
                if len(heard.text) > _LONGEST:
                    raise ModelMisbehaved("the answer does not end")
                yield choice.delta.content


def _check_ending(reason: str | None, refusal: str | None) -> None:
    if refusal:
        raise ModelMisbehaved("refused")
    if reason == "content_filter":
        raise ModelMisbehaved("held back by the endpoint's content filter")
    if reason == "length":
        raise ModelMisbehaved("the answer does not end")
    if reason in {"tool_calls", "function_call"}:
        raise ModelMisbehaved("called a tool that nobody offered")


def _usage(told: Any) -> Usage:
    if told is None:
        return Usage()
    details = getattr(told, "prompt_tokens_details", None)
    return Usage(
        prompt=told.prompt_tokens or 0,
        cached=getattr(details, "cached_tokens", 0) or 0,
        completion=told.completion_tokens or 0,
    )


@contextmanager
def _faults() -> Iterator[None]:
    """The SDK's exceptions as ours; their text is not passed on, since it may hold what a shopper wrote."""
    import openai

    try:
        yield
    except openai.APITimeoutError as fault:
        raise ModelUnavailable("no answer in time") from fault
    except openai.RateLimitError as fault:
        raise ModelUnavailable("rate limited", retry_after=_retry_after(fault)) from fault
    except openai.InternalServerError as fault:
        raise ModelUnavailable(f"status {fault.status_code}", retry_after=_retry_after(fault)) from fault
    except openai.APIStatusError as fault:
        raise ModelUnavailable(f"refused the request: status {fault.status_code}", permanent=True) from fault
    except openai.APIResponseValidationError as fault:
        raise ModelMisbehaved("not an answer of this protocol") from fault
    except openai.APIConnectionError as fault:
        raise ModelUnavailable("not reached") from fault
    except openai.APIError as fault:
        raise ModelUnavailable("broke off") from fault
    except (ValueError, TypeError, AttributeError, KeyError, IndexError) as fault:
        raise ModelMisbehaved("not an answer of this protocol") from fault


def _retry_after(fault: Any) -> float | None:
    """Seconds that the endpoint asks us to wait, from either header it may use."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return float(fault.response.headers[name]) * unit
        except (KeyError, ValueError):
            continue
    return None
