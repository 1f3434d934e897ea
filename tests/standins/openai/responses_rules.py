"""A body for POST /v1/responses, held to the rules: the reference page "Create a model response"."""

from typing import Any

from tests.standins.openai import tool_rules
from tests.standins.openai.asked import Asked, Call, Json, Message, find_kind
from tests.standins.openai.chat_rules import EFFORTS, TIERS, check_most_tokens
from tests.standins.openai.checks import (
    Check,
    absent,
    boolean,
    decimal,
    fields,
    integer,
    later,
    listed,
    mapped,
    metadata,
    nullable,
    one_of,
    text,
)
from tests.standins.openai.models import Model, get_model
from tests.standins.openai.refusing import Refused, missing, not_played, unknown, unsupported, wrong_type, wrong_value

FEWEST_TOKENS = 16
_ROLES = ("assistant", "system", "developer", "user")

_TABLE: dict[str, Check] = {
    "model": later,
    "input": later,
    "access_programs": absent,
    "background": absent,
    "background_options": absent,
    "context_management": absent,
    "conversation": absent,
    "image": absent,
    "include": later,
    "instructions": nullable(text()),
    "max_output_tokens": nullable(integer(FEWEST_TOKENS)),
    "max_tool_calls": absent,
    "metadata": nullable(metadata),
    "moderation": absent,
    "parallel_tool_calls": later,
    "previous_response_id": absent,
    "prompt": absent,
    "prompt_cache_key": nullable(text()),
    "prompt_cache_options": absent,
    "prompt_cache_retention": nullable(one_of("in_memory", "24h")),
    "reasoning": later,
    "safety_identifier": nullable(text(128)),
    "service_tier": nullable(one_of(*TIERS)),
    "store": nullable(boolean),
    "stream": nullable(boolean),
    "stream_options": later,
    "temperature": nullable(decimal(0.0, 2.0)),
    "text": later,
    "tool_choice": later,
    "tools": later,
    "top_logprobs": absent,
    "top_p": nullable(decimal(0.0, 1.0)),
    "truncation": nullable(one_of("auto", "disabled")),
    "user": nullable(text()),
}


def read_responses(body: Json) -> Asked:
    """What is asked, or Refused with the first rule that the body breaks."""
    for name in body:
        if name not in _TABLE:
            raise unknown(name)
    for name in ("model", "input"):
        if name not in body:
            raise missing(name)
    model = get_model(body["model"])
    for name, value in body.items():
        _TABLE[name](name, value)
    _check_options(body, model)
    messages = _read_input(body["input"], body.get("instructions"))
    tools = tool_rules.read_tools(body.get("tools"), api="responses")
    tool_rules.check_parallel(body.get("parallel_tool_calls"), tools, api="responses")
    configured = _read_text(body.get("text"))
    wanted = tool_rules.read_responses_format(configured.get("format"), messages)
    told = body.get("metadata") or {}
    temperature = body.get("temperature")
    return Asked(
        api="responses",
        kind=find_kind(wanted.name, told),
        model=model.id,
        messages=messages,
        schema=wanted.schema,
        schema_name=wanted.name,
        strict=wanted.strict,
        json_mode=wanted.json_mode,
        tools=tools,
        tool_choice=tool_rules.read_tool_choice(body.get("tool_choice"), tools, api="responses"),
        temperature=1.0 if temperature is None else float(temperature),
        most_tokens=check_most_tokens("max_output_tokens", body.get("max_output_tokens"), model),
        stream=bool(body.get("stream")),
        metadata=told,
        cache_key=body.get("prompt_cache_key") or "",
        body=body,
    )


def _check_options(body: Json, model: Model) -> None:
    if body.get("include"):
        raise not_played("include")
    options = body.get("stream_options")
    if options is not None:
        if not body.get("stream"):
            raise Refused(
                "The 'stream_options' parameter is only allowed when 'stream' is enabled.", param="stream_options"
            )
        # No include_usage here: usage comes with response.completed (reference "Streaming events").
        fields("stream_options", options, {"include_obfuscation": boolean})
    reasoning = body.get("reasoning")
    if reasoning is not None:
        effort, summary = one_of(*EFFORTS), one_of("auto", "concise", "detailed")
        fields("reasoning", reasoning, {"effort": nullable(effort), "summary": nullable(summary)})
    if model.reasons:
        for name in ("temperature", "top_p"):
            if body.get(name) not in (None, 1):
                raise unsupported(name)
    elif reasoning is not None and reasoning.get("effort") is not None:
        raise unsupported("reasoning.effort")


def _read_text(given: Any) -> Json:
    if given is None:
        return {}
    return fields("text", given, {"format": later, "verbosity": nullable(one_of("low", "medium", "high"))})


def _read_input(given: Any, instructions: str | None) -> tuple[Message, ...]:
    first = (Message(role="developer", text=instructions),) if instructions else ()
    if isinstance(given, str):
        return (*first, Message(role="user", text=given))
    if not isinstance(given, list):
        raise wrong_type("input", "one of a string or an array", given)
    if not given:
        raise Refused("Invalid 'input': empty array.", param="input", code="empty_array")
    read = tuple(_read_item(item, f"input[{position}]") for position, item in enumerate(given))
    _check_answers(read)
    return (*first, *read)


def _read_item(given: Any, path: str) -> Message:
    item = mapped(path, given)
    kind = item.get("type", "message")
    match kind:
        case "message":
            return _read_message(item, path)
        case "function_call":
            table = dict.fromkeys(("type", "id", "status", "caller", "namespace"), later)
            strings = {"call_id": text(), "name": text(), "arguments": text()}
            fields(path, item, {**table, **strings}, needed=tuple(strings))
            call = Call(name=item["name"], arguments=item["arguments"], id=item["call_id"])
            return Message(role="assistant", text="", calls=(call,))
        case "function_call_output":
            table = dict.fromkeys(("type", "id", "status", "caller"), later)
            fields(path, item, {**table, "call_id": text(), "output": text()}, needed=("call_id", "output"))
            return Message(role="tool", text=item["output"], answers=item["call_id"])
        case "reasoning" | "item_reference":
            raise not_played(f"{path}.type '{kind}'")
        case _:
            supported = ("message", "function_call", "function_call_output", "reasoning", "item_reference")
            raise wrong_value(f"{path}.type", kind, supported)


def _read_message(item: Json, path: str) -> Message:
    table = dict.fromkeys(("type", "role", "content", "id", "status", "phase"), later)
    fields(path, item, table, needed=("role", "content"))
    role = item["role"]
    if role not in _ROLES:
        raise wrong_value(f"{path}.role", role, _ROLES)
    content = item["content"]
    if isinstance(content, str):
        return Message(role=role, text=content)
    parts = listed(f"{path}.content", content)
    return Message(
        role=role, text="".join(_read_part(part, f"{path}.content[{at}]", role) for at, part in enumerate(parts))
    )


def _read_part(given: Any, path: str, role: str) -> str:
    """What was said to the model is ``input_text``, what it said itself ``output_text`` or ``refusal``."""
    part = mapped(path, given)
    kinds = ("output_text", "refusal") if role == "assistant" else ("input_text", "input_image", "input_file")
    kind = part.get("type")
    if kind not in kinds:
        raise wrong_value(f"{path}.type", kind, kinds)
    if kind in {"input_image", "input_file"}:
        raise not_played(f"{path}.type '{kind}'")
    name = "refusal" if kind == "refusal" else "text"
    fields(
        path,
        part,
        {"type": later, name: text(), "annotations": later, "logprobs": later, "prompt_cache_breakpoint": absent},
        needed=(name,),
    )
    return str(part[name])


def _check_answers(messages: tuple[Message, ...]) -> None:
    """Guide "Function calling": outputs and calls come in pairs."""
    called = {call.id for message in messages for call in message.calls}
    answered = {message.answers for message in messages if message.role == "tool"}
    if lost := sorted(str(one) for one in answered - called):
        raise Refused(f"No tool call found for function call output with call_id {lost[0]}.", param="input")
    if waiting := sorted(called - answered):
        raise Refused(f"No tool output found for function call {waiting[0]}.", param="input")
