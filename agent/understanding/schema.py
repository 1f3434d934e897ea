"""Commands on the wire: a strict JSON schema made from the commands' own types, and the way back into commands."""

import json
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from domain.commands import Command, Slot
from domain.intents import Intent

Json = dict[str, Any]
_UNSAID = frozenset({"text"})
"""What code takes from the message itself; a model that says it all the same is not heard."""

_NAMED: dict[type[StrEnum], str] = {Intent: "topic", Slot: "slot"}


class AnswerUnreadable(ValueError):
    """The model's answer is not what the schema asks for; the text says where, for the model to repair."""


@cache
def command_schema() -> Json:
    """``{"language": ..., "commands": [...]}``; every property required, nothing else allowed, as strict mode wants.

    Every call pays for it, so kinds with the same fields are one shape and a list of words stands in it once.
    """
    shapes: dict[str, tuple[Json, list[str]]] = {}
    for kind in get_args(Command):
        said = {name: _schema(hint) for name, hint in _types(kind).items()}
        shapes.setdefault(json.dumps(said), (said, []))[1].append(_name_of(kind))
    commands = [_object({"kind": {"type": "string", "enum": names}, **said}) for said, names in shapes.values()]
    whole = _object(
        {"language": {"type": "string"}, "commands": {"type": "array", "items": {"anyOf": commands}}},
    )
    return {**whole, "$defs": {name: _words_of(words) for words, name in _NAMED.items()}}


def read_answer(text: str) -> tuple[str, tuple[Command, ...]]:
    """Language tag and commands; raises AnswerUnreadable."""
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise AnswerUnreadable(f"not JSON: {type(problem).__name__}") from problem
    if not isinstance(answer, dict) or not isinstance(answer.get("commands"), list):
        raise AnswerUnreadable('an object with "language" and "commands" is expected')
    language = answer.get("language")
    if not isinstance(language, str):
        raise AnswerUnreadable("language: a text is expected")
    return language, tuple(_command(each, f"commands[{place}]") for place, each in enumerate(answer["commands"]))


def write_answer(language: str, commands: tuple[Command, ...]) -> str:
    """The same on the wire, for whoever answers in a model's place."""
    return json.dumps({"language": language, "commands": [_wire(each) for each in commands]}, ensure_ascii=False)


@cache
def _kinds() -> dict[str, type[Any]]:
    return {_name_of(kind): kind for kind in get_args(Command)}


def _name_of(kind: type[Any]) -> str:
    return str(kind.__dataclass_fields__["kind"].default)


def _types(kind: type[Any]) -> dict[str, Any]:
    """The types of a command's fields that are said, without its kind."""
    return _read_types(kind.__name__)


@cache
def _read_types(name: str) -> dict[str, Any]:
    kind: type[Any] = next(each for each in get_args(Command) if each.__name__ == name)
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind) if each.name not in {"kind", *_UNSAID}}


def _words_of(words: type[StrEnum]) -> Json:
    return {"type": "string", "enum": [each.value for each in words]}


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _schema(hint: Any) -> Json:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return {"anyOf": [_schema(each) for each in inner]}
    if hint is NoneType:
        return {"type": "null"}
    if origin is Mapping:
        pair = _object({"slot": _schema(inner[0]), "value": _schema(inner[1])})
        return {"type": "array", "items": pair}
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0])}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"$ref": f"#/$defs/{_NAMED[hint]}"} if hint in _NAMED else _words_of(hint)
    if hint is str:
        return {"type": "string"}
    raise TypeError(f"no schema for {hint}")


def _command(given: Any, where: str) -> Command:
    kind = _kinds().get(str(given.get("kind"))) if isinstance(given, dict) else None
    if kind is None:
        raise AnswerUnreadable(f"{where}: no such kind of command")
    types = _types(kind)
    if unknown := set(given) - {*types, "kind", *_UNSAID}:
        raise AnswerUnreadable(f"{where}: unknown: {', '.join(sorted(map(str, unknown)))[:80]}")
    missing = [name for name in types if name not in given]
    if missing:
        raise AnswerUnreadable(f"{where}: missing: {', '.join(missing)}")
    values = {name: _value(given[name], hint, f"{where}.{name}") for name, hint in types.items()}
    command: Command = kind(**values)
    return command


def _value(given: Any, hint: Any, where: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return None if given is None else _value(given, next(each for each in inner if each is not NoneType), where)
    if origin is Mapping:
        return {_value(slot, Slot, where): _value(value, str, where) for slot, value in _pairs(given, where)}
    if origin is tuple:
        if not isinstance(given, list):
            raise AnswerUnreadable(f"{where}: a list is expected")
        return tuple(_value(each, inner[0], where) for each in given)
    if not isinstance(given, str):
        raise AnswerUnreadable(f"{where}: a text is expected")
    try:
        return hint(given)
    except ValueError as problem:
        raise AnswerUnreadable(f"{where}: not one of the words allowed") from problem


def _pairs(given: Any, where: str) -> list[tuple[Any, Any]]:
    pairs: list[Any] = given if isinstance(given, list) else [None]
    if not all(isinstance(each, dict) and {*each} == {"slot", "value"} for each in pairs):
        raise AnswerUnreadable(f"{where}: a list of slot and value is expected")
    return [(each["slot"], each["value"]) for each in pairs]


def _wire(command: Command) -> Json:
    values: Json = {name: _plain(getattr(command, name)) for name in _read_types(type(command).__name__)}
    return {"kind": command.kind, **values}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return [{"slot": slot.value, "value": text} for slot, text in value.items()]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, StrEnum) else value
