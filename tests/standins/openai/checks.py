"""Checks of single parameters, from which each endpoint's table of rules is made."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.standins.openai.refusing import (
    Refused,
    missing,
    not_played,
    out_of_range,
    unknown,
    wrong_type,
    wrong_value,
)

Check = Callable[[str, Any], None]
NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")


def nullable(check: Check) -> Check:
    def run(path: str, value: Any) -> None:
        if value is not None:
            check(path, value)

    return run


def decimal(low: float, high: float) -> Check:
    def run(path: str, value: Any) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise wrong_type(path, "a decimal", value)
        if value > high:
            raise out_of_range(path, kind="decimal", side="above_max", limit=high, got=value)
        if value < low:
            raise out_of_range(path, kind="decimal", side="below_min", limit=low, got=value)

    return run


def integer(low: int, high: int | None = None) -> Check:
    def run(path: str, value: Any) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong_type(path, "an integer", value)
        if high is not None and value > high:
            raise out_of_range(path, kind="integer", side="above_max", limit=high, got=value)
        if value < low:
            raise out_of_range(path, kind="integer", side="below_min", limit=low, got=value)

    return run


def boolean(path: str, value: Any) -> None:
    if not isinstance(value, bool):
        raise wrong_type(path, "a boolean", value)


def text(longest: int | None = None) -> Check:
    def run(path: str, value: Any) -> None:
        if not isinstance(value, str):
            raise wrong_type(path, "a string", value)
        if longest is not None and len(value) > longest:
            raise Refused(
                f"Invalid '{path}': string too long. Expected a string with maximum length {longest}.",
                param=path,
                code="string_above_max_length",
            )

    return run


def one_of(*values: str) -> Check:
    def run(path: str, value: Any) -> None:
        if not isinstance(value, str):
            raise wrong_type(path, f"one of {', '.join(values)}", value)
        if value not in values:
            raise wrong_value(path, value, values)

    return run


def later(path: str, value: Any) -> None:
    """Checked elsewhere, with more than one parameter in view."""


def absent(path: str, value: Any) -> None:
    """A parameter of the vendor's that this stand-in does not play; null and false are as good as absent."""
    if value is not None and value is not False:
        raise not_played(path)


def listed(path: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise wrong_type(path, "an array", value)
    return value


def mapped(path: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong_type(path, "an object", value)
    return value


def named(path: str, value: Any) -> str:
    """Names of functions and formats: letters, digits, underscore and dash, 64 at most (reference, "Create chat
    completion": ``json_schema.name`` and ``function.name``)."""
    if not isinstance(value, str):
        raise wrong_type(path, "a string", value)
    if not NAME.fullmatch(value):
        raise Refused(
            f"Invalid '{path}': string does not match pattern. Expected a string that matches the pattern "
            "'^[a-zA-Z0-9_-]+$' of at most 64 characters.",
            param=path,
            code="invalid_value",
        )
    return value


def fields(path: str, value: Any, table: Mapping[str, Check], *, needed: tuple[str, ...] = ()) -> dict[str, Any]:
    """An object whose keys are all known and whose needed ones are there, each value checked."""
    found = mapped(path, value)
    for name, held in found.items():
        if name not in table:
            raise unknown(f"{path}.{name}")
        table[name](f"{path}.{name}", held)
    for name in needed:
        if name not in found:
            raise missing(f"{path}.{name}")
    return found


def metadata(path: str, value: Any) -> None:
    """Reference, "Create chat completion", ``metadata``: 16 pairs, keys of 64 characters, values of 512."""
    pairs = mapped(path, value)
    if len(pairs) > 16:
        raise Refused(
            f"Invalid '{path}': too many properties. Expected an object with at most 16 properties.",
            param=path,
            code="object_above_max_properties",
        )
    for key, held in pairs.items():
        text(64)(path, key)
        text(512)(f"{path}.{key}", held)
