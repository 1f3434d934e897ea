"""A body for POST /v1/chat/completions, held to the rules: the reference page "Create chat completion"."""

from typing import Any

from tests.standins.openai import message_rules, tool_rules
from tests.standins.openai.asked import Asked, Json, find_kind
from tests.standins.openai.checks import (
    Check,
    absent,
    boolean,
    decimal,
    fields,
    integer,
    later,
    metadata,
    nullable,
    one_of,
    text,
)
from tests.standins.openai.models import Model, get_model
from tests.standins.openai.refusing import (
    Refused,
    missing,
    not_played,
    unrecognised,
    unsupported,
    unsupported_value,
    wrong_type,
)

MOST_CHOICES = 128
MOST_STOPS = 4
EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
TIERS = ("auto", "default", "flex", "scale", "priority", "fast")

_TABLE: dict[str, Check] = {
    "messages": later,
    "model": later,
    "audio": absent,
    "frequency_penalty": nullable(decimal(-2.0, 2.0)),
    "function_call": absent,
    "functions": absent,
    "logit_bias": absent,
    "logprobs": absent,
    "max_completion_tokens": nullable(integer(1)),
    "max_tokens": nullable(integer(1)),
    "metadata": nullable(metadata),
    "modalities": later,
    "moderation": absent,
    "n": nullable(integer(1, MOST_CHOICES)),
    "parallel_tool_calls": later,
    "prediction": absent,
    "presence_penalty": nullable(decimal(-2.0, 2.0)),
    "prompt_cache_key": nullable(text()),
    "prompt_cache_options": absent,
    "prompt_cache_retention": nullable(one_of("in_memory", "24h")),
    "reasoning_effort": nullable(one_of(*EFFORTS)),
    "response_format": later,
    "safety_identifier": nullable(text(128)),
    "seed": nullable(integer(-(2**63), 2**63 - 1)),
    "service_tier": nullable(one_of(*TIERS)),
    "stop": later,
    "store": nullable(boolean),
    "stream": nullable(boolean),
    "stream_options": later,
    "temperature": nullable(decimal(0.0, 2.0)),
    "tool_choice": later,
    "tools": later,
    "top_logprobs": absent,
    "top_p": nullable(decimal(0.0, 1.0)),
    "user": nullable(text()),
    "verbosity": nullable(one_of("low", "medium", "high")),
    "web_search_options": absent,
}


def read_chat(body: Json) -> Asked:
    """What is asked, or Refused with the first rule that the body breaks."""
    if unknown := set(body) - set(_TABLE):
        raise unrecognised(unknown)
    for name in ("model", "messages"):
        if name not in body:
            raise missing(name)
    model = get_model(body["model"])
    for name, value in body.items():
        _TABLE[name](name, value)
    _check_streaming(body)
    _check_metadata(body)
    if body.get("modalities") not in (None, ["text"]):
        raise not_played("modalities")
    _check_family(body, model)
    messages = message_rules.read_messages(body["messages"])
    tools = tool_rules.read_tools(body.get("tools"), api="chat")
    tool_rules.check_parallel(body.get("parallel_tool_calls"), tools, api="chat")
    wanted = tool_rules.read_chat_format(body.get("response_format"), messages)
    told = body.get("metadata") or {}
    return Asked(
        api="chat",
        kind=find_kind(wanted.name, told, messages),
        model=model.id,
        messages=messages,
        schema=wanted.schema,
        schema_name=wanted.name,
        strict=wanted.strict,
        json_mode=wanted.json_mode,
        tools=tools,
        tool_choice=tool_rules.read_tool_choice(body.get("tool_choice"), tools, api="chat"),
        seed=body.get("seed"),
        temperature=_or(body.get("temperature"), 1.0),
        most_tokens=_read_most_tokens(body, model),
        stop=_read_stop(body.get("stop")),
        choices=body.get("n") or 1,
        stream=bool(body.get("stream")),
        metadata=told,
        cache_key=body.get("prompt_cache_key") or "",
        body=body,
    )


def _or(value: Any, default: float) -> float:
    return default if value is None else float(value)


def _check_streaming(body: Json) -> None:
    """``stream_options``: "Only set this when you set ``stream: true``"."""
    options = body.get("stream_options")
    if options is None:
        return
    if not body.get("stream"):
        raise Refused(
            "The 'stream_options' parameter is only allowed when 'stream' is enabled.", param="stream_options"
        )
    fields("stream_options", options, {"include_usage": boolean, "include_obfuscation": boolean})


def _check_metadata(body: Json) -> None:
    # Refused by the service although the reference page does not say so (developers' forum, 2024 onwards).
    if body.get("metadata") and not body.get("store"):
        raise Refused("The 'metadata' parameter is only allowed when 'store' is enabled.", param="metadata")


def _check_family(body: Json, model: Model) -> None:
    """Guide "Reasoning models", and what the service answers: reasoning models take no max_tokens, stop, penalties or
    temperature; the others take no reasoning_effort."""
    if not model.reasons:
        if body.get("reasoning_effort") is not None:
            raise unrecognised(["reasoning_effort"])
        return
    if body.get("max_tokens") is not None:
        raise unsupported("max_tokens", instead="max_completion_tokens")
    if body.get("stop") is not None:
        raise unsupported("stop")
    for name, default in (("temperature", 1), ("top_p", 1), ("presence_penalty", 0), ("frequency_penalty", 0)):
        given = body.get(name)
        if given is not None and given != default:
            raise unsupported_value(name, given, default)


def _read_most_tokens(body: Json, model: Model) -> int:
    old, new = body.get("max_tokens"), body.get("max_completion_tokens")
    if old is not None and new is not None:
        raise Refused(
            "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
            param="max_tokens",
            code="invalid_parameter_combination",
        )
    name = "max_tokens" if old is not None else "max_completion_tokens"
    most = old if old is not None else new
    return check_most_tokens(name, most, model)


def check_most_tokens(name: str, most: int | None, model: Model) -> int:
    """Reference page "Models": each has a longest answer."""
    if most is not None and most > model.longest_answer:
        raise Refused(
            f"{name} is too large: {most}. This model supports at most {model.longest_answer} completion tokens, "
            f"whereas you provided {most}.",
            param=name,
            code="invalid_value",
        )
    return model.longest_answer if most is None else most


def _read_stop(given: Any) -> tuple[str, ...]:
    """``stop``: one sequence, or an array of one to four."""
    if given is None:
        return ()
    if isinstance(given, str):
        return (given,)
    if not isinstance(given, list):
        raise wrong_type("stop", "one of an array of strings or a string", given)
    if not 1 <= len(given) <= MOST_STOPS:
        code = "array_above_max_length" if given else "empty_array"
        raise Refused(
            f"Invalid 'stop': expected an array with 1 to {MOST_STOPS} sequences, but got an array with length "
            f"{len(given)} instead.",
            param="stop",
            code=code,
        )
    for position, one in enumerate(given):
        text()(f"stop[{position}]", one)
    return tuple(given)
