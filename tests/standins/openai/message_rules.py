"""Chat messages held to the rules: the reference page "Create chat completion", parameter ``messages``."""

import re
from typing import Any

from tests.standins.openai.asked import Call, Json, Message
from tests.standins.openai.checks import absent, fields, later, listed, mapped, text
from tests.standins.openai.refusing import Refused, missing, name_type, not_played, unknown, wrong_type, wrong_value

ROLES = ("system", "assistant", "user", "function", "tool", "developer")
_KEYS = {
    "developer": {"role", "content", "name"},
    "system": {"role", "content", "name"},
    "user": {"role", "content", "name"},
    "assistant": {"role", "content", "name", "refusal", "tool_calls", "audio", "function_call", "annotations"},
    "tool": {"role", "content", "tool_call_id"},
}
_PARTS = {"user": ("text", "image_url", "input_audio", "file"), "assistant": ("text", "refusal")}
_NAME = re.compile(r"[^\s<|\\/>]{1,64}")


def read_messages(given: Any) -> tuple[Message, ...]:
    """The messages, or Refused."""
    messages = listed("messages", given)
    if not messages:
        raise Refused(
            "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
            param="messages",
            code="empty_array",
        )
    read = tuple(_read(message, f"messages[{position}]") for position, message in enumerate(messages))
    _check_answers(read)
    return read


def _read(given: Any, path: str) -> Message:
    message = mapped(path, given)
    role = message.get("role")
    if role is None:
        raise missing(f"{path}.role")
    if role not in ROLES:
        raise wrong_value(f"{path}.role", role, ROLES)
    if role == "function":
        raise not_played(f"{path}.role 'function'")
    for name in message:
        if name not in _KEYS[role]:
            raise unknown(f"{path}.{name}")
    if "name" in message and not _NAME.fullmatch(str(message["name"])):
        raise Refused(
            f"Invalid '{path}.name': string does not match pattern '^[^\\s<|\\\\/>]+$'.",
            param=f"{path}.name",
            code="invalid_value",
        )
    for name in ("audio", "function_call"):
        absent(f"{path}.{name}", message.get(name))
    if role == "tool":
        text()(f"{path}.tool_call_id", _get(message, "tool_call_id", path))
    calls = _read_calls(message.get("tool_calls"), f"{path}.tool_calls")
    return Message(role=role, text=_content(message, path), calls=calls, answers=message.get("tool_call_id"))


def _get(message: Json, name: str, path: str) -> Any:
    if name not in message:
        raise missing(f"{path}.{name}")
    return message[name]


def _content(message: Json, path: str) -> str:
    """A string or an array of parts; only an assistant's may be null, and only beside tool calls or a refusal."""
    content = message.get("content")
    path = f"{path}.content"
    if isinstance(content, str):
        return content
    if isinstance(content, list) and content:
        return "".join(_part(part, f"{path}[{at}]", str(message["role"])) for at, part in enumerate(content))
    if content is None and message["role"] == "assistant" and (message.get("tool_calls") or message.get("refusal")):
        return str(message.get("refusal") or "")
    if content is None:
        raise Refused(f"Invalid value for 'content': expected a string, got {name_type(content)}.", param=path)
    raise wrong_type(path, "one of a string or array of objects", content)


def _part(given: Any, path: str, role: str) -> str:
    part = mapped(path, given)
    kinds = _PARTS.get(role, ("text",))
    kind = part.get("type")
    if kind not in kinds:
        raise wrong_value(f"{path}.type", kind, kinds)
    if kind not in {"text", "refusal"}:
        raise not_played(f"{path}.type '{kind}'")
    fields(path, part, {"type": later, str(kind): text(), "prompt_cache_breakpoint": absent}, needed=(str(kind),))
    return str(part[str(kind)])


def _read_calls(given: Any, path: str) -> tuple[Call, ...]:
    if given is None:
        return ()
    calls = []
    if not listed(path, given):
        raise Refused(f"Invalid '{path}': empty array.", param=path, code="empty_array")
    for position, one in enumerate(given):
        at = f"{path}[{position}]"
        if mapped(at, one).get("type", "function") != "function":
            raise not_played(f"{at}.type")
        call = fields(at, one, {"id": text(), "type": text(), "function": later}, needed=("id", "type", "function"))
        inner = fields(
            f"{at}.function", call["function"], {"name": text(), "arguments": text()}, needed=("name", "arguments")
        )
        calls.append(Call(name=inner["name"], arguments=inner["arguments"], id=call["id"]))
    return tuple(calls)


def _check_answers(messages: tuple[Message, ...]) -> None:
    """Guide "Function calling": each call is answered by a tool message right after it, and none answers nothing."""
    waiting: set[str] = set()
    for position, message in enumerate(messages):
        if message.role == "tool":
            if message.answers not in waiting:
                raise Refused(
                    "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with "
                    "'tool_calls'.",
                    param=f"messages.[{position}].role",
                )
            waiting.discard(str(message.answers))
            continue
        _none_waits(waiting, position)
        waiting = {call.id for call in message.calls}
    _none_waits(waiting, len(messages))


def _none_waits(waiting: set[str], position: int) -> None:
    if waiting:
        raise Refused(
            "An assistant message with 'tool_calls' must be followed by tool messages responding to each "
            f"'tool_call_id'. The following tool_call_ids did not have response messages: {', '.join(sorted(waiting))}",
            param=f"messages.[{position}].role",
        )
