"""Tools, the choice among them and the wanted format, as both endpoints take them.

Guides "Function calling" and "Structured model outputs"; the two endpoints nest the same fields differently.
"""

from dataclasses import dataclass
from typing import Any

from tests.standins.openai.asked import Api, Json, Message, Tool
from tests.standins.openai.checks import absent, boolean, fields, later, listed, mapped, named, nullable, text
from tests.standins.openai.refusing import Refused, missing, not_played, wrong_type, wrong_value
from tests.standins.openai.strict_schemas import SchemaRefused, check_strict

MOST_TOOLS = 128
_CHOICES = ("none", "auto", "required")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What the answer must look like; free text when ``schema`` is None and ``json_mode`` is off."""

    schema: Json | None = None
    name: str = ""
    strict: bool = False
    json_mode: bool = False


def read_tools(given: Any, *, api: Api) -> tuple[Tool, ...]:
    if given is None:
        return ()
    tools = listed("tools", given)
    if not tools and api == "chat":
        raise Refused(
            "Invalid 'tools': empty array. Expected an array with minimum length 1.", param="tools", code="empty_array"
        )
    if len(tools) > MOST_TOOLS:
        raise Refused(
            f"Invalid 'tools': array too long. Expected an array with maximum length {MOST_TOOLS}.",
            param="tools",
            code="array_above_max_length",
        )
    return tuple(_read_tool(tool, f"tools[{position}]", api) for position, tool in enumerate(tools))


def _read_tool(given: Any, path: str, api: Api) -> Tool:
    tool = mapped(path, given)
    kind = tool.get("type")
    if kind is None:
        raise missing(f"{path}.type")
    if kind != "function":
        if kind in {"custom", "web_search", "file_search", "code_interpreter", "mcp", "image_generation"}:
            raise not_played(f"{path}.type '{kind}'")
        raise wrong_value(f"{path}.type", kind, ("function", "custom"))
    table = {"name": later, "description": nullable(text()), "parameters": later, "strict": nullable(boolean)}
    if api == "chat":
        function = fields(path, tool, {"type": later, "function": later}, needed=("function",))["function"]
        path = f"{path}.function"
        inner = fields(path, function, table, needed=("name",))
    else:
        # Flat in the Responses API (guide "Migrate to the Responses API", "Function definitions").
        extra = {"type": later, "defer_loading": absent, "async": absent, "allowed_callers": absent}
        inner = fields(path, tool, {**table, **extra, "output_schema": absent}, needed=("name",))
    return _check_function(inner, path)


def _check_function(inner: Json, path: str) -> Tool:
    name = named(f"{path}.name", inner["name"])
    parameters = mapped(f"{path}.parameters", inner.get("parameters") or {})
    if inner.get("strict"):
        try:
            check_strict(parameters)
        except SchemaRefused as why:
            raise Refused(
                f"Invalid schema for function '{name}': {why}",
                param=f"{path}.parameters",
                code="invalid_function_parameters",
            ) from why
    return Tool(
        name=name,
        description=inner.get("description") or "",
        parameters=parameters,
        strict=bool(inner.get("strict")),
    )


def read_tool_choice(given: Any, tools: tuple[Tool, ...], *, api: Api) -> str:
    """none, auto, required, or the name of the function that must be called."""
    if given is None:
        return "auto" if tools else "none"
    if not tools and not (api == "responses" and given in ("auto", "none")):
        raise Refused(
            "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
            param="tool_choice",
        )
    if isinstance(given, str):
        if given not in _CHOICES:
            raise wrong_value("tool_choice", given, _CHOICES)
        return given
    if not isinstance(given, dict):
        raise wrong_type("tool_choice", "one of a string or an object", given)
    if given.get("type") != "function":
        raise not_played(f"tool_choice.type '{given.get('type')}'")
    if api == "chat":
        outer = fields("tool_choice", given, {"type": later, "function": later}, needed=("function",))
        name = fields("tool_choice.function", outer["function"], {"name": text()}, needed=("name",))["name"]
    else:
        name = fields("tool_choice", given, {"type": later, "name": text()}, needed=("name",))["name"]
    if name not in {tool.name for tool in tools}:
        raise Refused(f"Tool choice '{name}' not found in 'tools' parameter.", param="tool_choice")
    return str(name)


def check_parallel(given: Any, tools: tuple[Tool, ...], *, api: Api) -> None:
    if given is None:
        return
    boolean("parallel_tool_calls", given)
    if not tools and api == "chat":
        raise Refused(
            "Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when 'tools' are "
            "specified.",
            param="parallel_tool_calls",
        )


def read_chat_format(given: Any, messages: tuple[Message, ...]) -> Format:
    """``response_format``: the schema sits one level down, under ``json_schema``."""
    if given is None:
        return Format()
    outer = fields("response_format", given, {"type": later, "json_schema": later}, needed=("type",))
    match outer["type"]:
        case "text":
            return Format()
        case "json_object":
            return _json_mode(messages, "messages", "response_format")
        case "json_schema":
            if "json_schema" not in outer:
                raise missing("response_format.json_schema")
            return _read_schema(outer["json_schema"], "response_format.json_schema", "response_format")
        case other:
            raise wrong_value("response_format.type", other, ("json_object", "json_schema", "text"))


def read_responses_format(given: Any, messages: tuple[Message, ...]) -> Format:
    """``text.format``: name, schema and strict sit beside the type."""
    if given is None:
        return Format()
    kind = mapped("text.format", given).get("type")
    match kind:
        case "text":
            return Format()
        case "json_object":
            return _json_mode(messages, "input", "text.format")
        case "json_schema":
            return _read_schema(given, "text.format", "text.format.schema")
        case _:
            raise wrong_value("text.format.type", kind, ("json_object", "json_schema", "text"))


def _json_mode(messages: tuple[Message, ...], where: str, param: str) -> Format:
    """Guide "Structured model outputs", "JSON mode": the word JSON must appear in the conversation."""
    if not any("json" in message.text.lower() for message in messages):
        raise Refused(
            f"'{where}' must contain the word 'json' in some form, to use '{param}' of type 'json_object'.",
            param=where,
        )
    return Format(json_mode=True)


def _read_schema(given: Any, path: str, param: str) -> Format:
    table = {
        "type": later,
        "name": later,
        "description": nullable(text()),
        "schema": later,
        "strict": nullable(boolean),
    }
    if path.startswith("response_format"):
        del table["type"]
    inner = fields(path, given, table, needed=("name", "schema"))
    name = named(f"{path}.name", inner["name"])
    schema = mapped(f"{path}.schema", inner["schema"])
    strict = bool(inner.get("strict"))
    if strict:
        try:
            check_strict(schema)
        except SchemaRefused as why:
            # Published bodies show no code on chat and invalid_json_schema on responses.
            code = None if path.startswith("response_format") else "invalid_json_schema"
            raise Refused(f"Invalid schema for response_format '{name}': {why}", param=param, code=code) from why
    return Format(schema=schema, name=name, strict=strict)
