"""The answer of the Responses API: the reference pages "The response object" and "Streaming events"."""

from collections.abc import Iterator
from typing import Any

from tests.standins.openai.asked import Call, Json
from tests.standins.openai.chat_wire import Answer
from tests.standins.openai.counting import split_tokens
from tests.standins.openai.settling import Choice
from tests.standins.openai.streaming import Event


def write_plain(answer: Answer) -> Json:
    output = _write_output(answer, done=True)
    return _write_response(answer, status=_status(answer), output=output, usage=_write_usage(answer))


def _choice(answer: Answer) -> Choice | None:
    return answer.choices[0] if answer.choices else None


def _status(answer: Answer) -> str:
    choice = _choice(answer)
    return "incomplete" if choice and choice.finish in {"length", "content_filter"} else "completed"


def _write_usage(answer: Answer) -> Json:
    count = answer.count
    return {
        "input_tokens": count.tokens,
        "input_tokens_details": {"cached_tokens": count.cached, "cache_write_tokens": count.written},
        "output_tokens": answer.tokens,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": count.tokens + answer.tokens,
    }


def _write_response(answer: Answer, *, status: str, output: list[Json], usage: Json | None = None) -> Json:
    """What was asked is told back beside the output, as the reference shows it."""
    asked, body = answer.asked, answer.asked.body
    choice = _choice(answer)
    reason = {"length": "max_output_tokens", "content_filter": "content_filter"}.get(choice.finish if choice else "")
    text = body.get("text") or {}
    return {
        "id": f"resp_{answer.id}",
        "object": "response",
        "created_at": answer.created,
        "completed_at": answer.created if status == "completed" else None,
        "status": status,
        "background": False,
        "error": None,
        "incomplete_details": {"reason": reason} if status == "incomplete" else None,
        "instructions": body.get("instructions"),
        "max_output_tokens": body.get("max_output_tokens"),
        "max_tool_calls": None,
        "model": asked.model,
        "output": output,
        "parallel_tool_calls": body.get("parallel_tool_calls") is not False,
        "previous_response_id": None,
        "prompt_cache_key": body.get("prompt_cache_key"),
        "reasoning": {"effort": None, "summary": None, **(body.get("reasoning") or {})},
        "safety_identifier": body.get("safety_identifier"),
        "service_tier": "default",
        "store": body.get("store") is not False,
        "temperature": asked.temperature,
        "text": {"format": text.get("format") or {"type": "text"}, "verbosity": text.get("verbosity") or "medium"},
        "tool_choice": body.get("tool_choice") or "auto",
        "tools": [{"strict": None, "parameters": None, **tool} for tool in body.get("tools") or ()],
        "top_logprobs": 0,
        "top_p": 1.0 if body.get("top_p") is None else body["top_p"],
        "truncation": body.get("truncation") or "disabled",
        "usage": usage,
        "user": body.get("user"),
        "metadata": dict(asked.metadata),
    }


def _write_output(answer: Answer, *, done: bool) -> list[Json]:
    choice = _choice(answer)
    if choice is None:
        return []
    items: list[Json] = []
    if choice.text is not None or choice.refusal is not None:
        status = "incomplete" if choice.finish in {"length", "content_filter"} else "completed"
        items.append(_write_message(answer, [_write_part(choice)], status if done else "in_progress"))
    items += [_write_call(call, call.arguments, "completed") for call in choice.calls]
    return items


def _write_message(answer: Answer, content: list[Json], status: str) -> Json:
    return {"id": f"msg_{answer.id}", "type": "message", "role": "assistant", "status": status, "content": content}


def _write_part(choice: Choice, *, empty: bool = False) -> Json:
    if choice.refusal is not None:
        return {"type": "refusal", "refusal": "" if empty else choice.refusal}
    return {"type": "output_text", "text": "" if empty else choice.text, "annotations": [], "logprobs": []}


def _write_call(call: Call, arguments: str, status: str) -> Json:
    return {
        "id": f"fc_{call.id}",
        "type": "function_call",
        "call_id": call.id,
        "name": call.name,
        "arguments": arguments,
        "status": status,
    }


def write_events(answer: Answer) -> Iterator[Event]:
    """Each event named and numbered; the last holds the whole response, and no [DONE] follows."""
    for number, (name, token, body) in enumerate(_list_events(answer)):
        yield Event(name=name, token=token, body={"type": name, "sequence_number": number, **body})


_Told = tuple[str, bool, Json]


def _list_events(answer: Answer) -> Iterator[_Told]:
    begun = _write_response(answer, status="in_progress", output=[])
    yield "response.created", False, {"response": begun}
    yield "response.in_progress", False, {"response": begun}
    choice = _choice(answer)
    index = 0
    if choice is not None:
        if choice.text is not None or choice.refusal is not None:
            yield from _tell_message(answer, choice)
            index = 1
        for position, call in enumerate(choice.calls):
            yield from _tell_call(call, index + position, answer)
    yield f"response.{_status(answer)}", False, {"response": write_plain(answer)}


def _tell_message(answer: Answer, choice: Choice) -> Iterator[_Told]:
    where: Json = {"item_id": f"msg_{answer.id}", "output_index": 0, "content_index": 0}
    kind = "refusal" if choice.refusal is not None else "output_text"
    extra: Json = {} if kind == "refusal" else {"logprobs": []}
    added = {"output_index": 0, "item": _write_message(answer, [], "in_progress")}
    yield "response.output_item.added", False, added
    yield "response.content_part.added", False, {**where, "part": _write_part(choice, empty=True)}
    words = choice.refusal if choice.refusal is not None else choice.text or ""
    while True:
        for piece in split_tokens(words):
            yield f"response.{kind}.delta", True, {**where, **extra, "delta": piece, **_obscure(answer, piece)}
        if not choice.endless:
            break
    yield f"response.{kind}.done", False, {**where, **extra, "refusal" if kind == "refusal" else "text": words}
    yield "response.content_part.done", False, {**where, "part": _write_part(choice)}
    done: Any = _write_output(answer, done=True)[0]
    yield "response.output_item.done", False, {"output_index": 0, "item": done}


def _tell_call(call: Call, index: int, answer: Answer) -> Iterator[_Told]:
    where: Json = {"item_id": f"fc_{call.id}", "output_index": index}
    item = _write_call(call, "", "in_progress")
    yield "response.output_item.added", False, {"output_index": index, "item": item}
    for piece in split_tokens(call.arguments):
        yield "response.function_call_arguments.delta", True, {**where, "delta": piece, **_obscure(answer, piece)}
    done = {**where, "name": call.name, "arguments": call.arguments}
    yield "response.function_call_arguments.done", False, done
    yield (
        "response.output_item.done",
        False,
        {"output_index": index, "item": _write_call(call, call.arguments, "completed")},
    )


def _obscure(answer: Answer, piece: str) -> Json:
    """Filler against guessing from sizes (reference, ``stream_options.include_obfuscation``); here always the same."""
    options = answer.asked.body.get("stream_options") or {}
    return {"obfuscation": "x" * (8 - len(piece) % 8)} if options.get("include_obfuscation", True) else {}
