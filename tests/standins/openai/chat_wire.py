"""The chat answer on the wire: the reference pages "The chat completion object" and "The chat completion chunk"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.standins.openai.asked import Asked, Json
from tests.standins.openai.counting import PromptCount, split_tokens
from tests.standins.openai.settling import Choice
from tests.standins.openai.streaming import Event

FINGERPRINT = "fp_stand_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All choices to one request, with what they cost."""

    asked: Asked
    choices: tuple[Choice, ...]
    count: PromptCount
    id: str
    created: int

    @property
    def tokens(self) -> int:
        return sum(choice.tokens for choice in self.choices)


def write_usage(answer: Answer) -> Json:
    """``prompt_tokens_details.cached_tokens`` as in the guide "Prompt caching"."""
    count = answer.count
    return {
        "prompt_tokens": count.tokens,
        "completion_tokens": answer.tokens,
        "total_tokens": count.tokens + answer.tokens,
        "prompt_tokens_details": {
            "cached_tokens": count.cached,
            "cache_write_tokens": count.written,
            "audio_tokens": 0,
        },
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }


def write_plain(answer: Answer) -> Json:
    return {
        "id": f"chatcmpl-{answer.id}",
        "object": "chat.completion",
        "created": answer.created,
        "model": answer.asked.model,
        "choices": [_write_choice(choice, index) for index, choice in enumerate(answer.choices)],
        "usage": write_usage(answer),
        "service_tier": "default",
        "system_fingerprint": FINGERPRINT,
    }


def _write_choice(choice: Choice, index: int) -> Json:
    message: Json = {"role": "assistant", "content": choice.text, "refusal": choice.refusal, "annotations": []}
    if choice.calls:
        message["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
            for call in choice.calls
        ]
    return {"index": index, "message": message, "logprobs": None, "finish_reason": choice.finish}


def write_events(answer: Answer) -> Iterator[Event]:
    """Chunks: the role first, then the pieces, the reason of the end, and usage if ``include_usage`` asked for it."""
    options = answer.asked.body.get("stream_options") or {}
    with_usage = bool(options.get("include_usage"))
    obscured = options.get("include_obfuscation", True)
    shared: Json = {
        "id": f"chatcmpl-{answer.id}",
        "object": "chat.completion.chunk",
        "created": answer.created,
        "model": answer.asked.model,
        "service_tier": "default",
        "system_fingerprint": FINGERPRINT,
    }
    if with_usage:
        # "All other chunks will also include a usage field, but with a null value."
        shared["usage"] = None

    def chunk(index: int, delta: Json, *, finish: str | None = None, token: bool = False) -> Event:
        held = [{"index": index, "delta": delta, "logprobs": None, "finish_reason": finish}]
        body: Json = {**shared, "choices": held}
        if obscured and token:
            body["obfuscation"] = _obscure(delta)
        return Event(body=body, token=token)

    for index, choice in enumerate(answer.choices):
        first: Json = {"role": "assistant", "content": None if choice.calls else "", "refusal": None}
        yield chunk(index, first)
        for delta in _deltas(choice):
            yield chunk(index, delta, token=True)
        yield chunk(index, {}, finish=choice.finish)
    if with_usage:
        yield Event(body={**shared, "choices": [], "usage": write_usage(answer)})


def _deltas(choice: Choice) -> Iterator[Json]:
    for piece in split_tokens(choice.refusal or ""):
        yield {"refusal": piece}
    pieces = split_tokens(choice.text or "")
    while True:
        for piece in pieces:
            yield {"content": piece}
        if not choice.endless:
            break
    for position, call in enumerate(choice.calls):
        named: Json = {"name": call.name, "arguments": ""}
        yield {"tool_calls": [{"index": position, "id": call.id, "type": "function", "function": named}]}
        for piece in split_tokens(call.arguments):
            yield {"tool_calls": [{"index": position, "function": {"arguments": piece}}]}


def _obscure(delta: Any) -> str:
    """Filler that evens out the sizes of chunks (reference, ``include_obfuscation``); here always the same."""
    return "x" * (12 - len(str(delta)) % 12)
