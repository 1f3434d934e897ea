"""The credential form of a vendor, made from its settings' types; secrets go in and never come out again."""

import json
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, SecretStr
from pydantic_core import PydanticUndefined

from web.pages.forms import Form


class Kind(StrEnum):
    """How a setting is typed in."""

    TEXT = "text"
    SECRET = "secret"  # noqa: S105 - the name of an input's kind
    SWITCH = "switch"
    CHOICE = "choice"
    NUMBER = "number"
    LIST = "list"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input. ``value`` is text; of a secret it is empty, and ``kept`` tells that one is stored."""

    name: str
    kind: Kind
    value: str
    required: bool
    kept: bool
    choices: tuple[str, ...] = ()


def list_fields(settings: type[BaseModel], shown: dict[str, Any]) -> list[Field]:
    """In the order in which the settings declare them."""
    return [
        Field(
            name=name,
            kind=_kind(field.annotation),
            value="" if _kind(field.annotation) is Kind.SECRET else _as_text(shown.get(name, _default(field))),
            required=field.is_required(),
            kept=_kind(field.annotation) is Kind.SECRET and bool(shown.get(name)),
            choices=_choices(field.annotation),
        )
        for name, field in settings.model_fields.items()
    ]


def read_settings(settings: type[BaseModel], form: Form, kept: str) -> str:
    """The form as JSON text, not yet checked; a secret left empty stays what it was."""
    before = json.loads(kept) if kept else {}
    given: dict[str, Any] = {}
    for name, field in settings.model_fields.items():
        typed, kind = form.one(name).strip(), _kind(field.annotation)
        if kind is Kind.SWITCH:
            given[name] = typed == "yes"
        elif kind is Kind.SECRET:
            secret = typed or before.get(name)
            given |= {name: secret} if secret else {}
        elif typed or kind in {Kind.LIST, Kind.PAIRS}:
            given[name] = _read(typed, kind)
    return json.dumps(given)


def show_settings(settings: type[BaseModel], text: str) -> dict[str, Any]:
    """Kept or typed settings by name; what is no JSON shows as nothing."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {name: value for name, value in found.items() if name in settings.model_fields}


def _read(typed: str, kind: Kind) -> Any:
    if kind is Kind.LIST:
        return [each.strip() for each in typed.replace("\n", ",").split(",") if each.strip()]
    if kind is Kind.PAIRS:
        lines = (line.partition("=") for line in typed.splitlines() if "=" in line)
        return {name.strip(): value.strip() for name, _, value in lines}
    return typed


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, dict):
        return "\n".join(f"{name} = {each}" for name, each in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(sorted(map(str, value)))
    return "" if value is None else str(value)


def _default(field: Any) -> Any:
    default = field.get_default(call_default_factory=True)
    return None if default is PydanticUndefined else default


def _kind(hint: Any) -> Kind:
    plain = _without_none(hint)
    if plain is SecretStr:
        return Kind.SECRET
    if plain is bool:
        return Kind.SWITCH
    if plain in {int, float}:
        return Kind.NUMBER
    if _choices(plain):
        return Kind.CHOICE
    origin = get_origin(plain)
    return Kind.PAIRS if origin is dict else Kind.LIST if origin in {list, tuple, set, frozenset} else Kind.TEXT


def _choices(hint: Any) -> tuple[str, ...]:
    plain = _without_none(hint)
    if get_origin(plain) is Literal:
        return tuple(map(str, get_args(plain)))
    return tuple(plain) if isinstance(plain, type) and issubclass(plain, StrEnum) else ()


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        return next((each for each in get_args(hint) if each is not type(None)), str)
    return hint
