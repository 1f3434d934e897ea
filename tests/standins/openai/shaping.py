"""Values and schemas: does a value fit, in which order are its keys written, and how is one composed.

Covers the subset of JSON Schema that strict mode takes; not a validator for anything else.
"""

import re
from collections.abc import Callable
from typing import Any, Protocol

from tests.standins.openai.asked import Json
from tests.standins.openai.strict_schemas import kinds_of, resolve

_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
Path = tuple[str, ...]


def follow(schema: Json, root: Json) -> Json:
    """The schema itself, references followed."""
    while "$ref" in schema:
        found = resolve(root, str(schema["$ref"]))
        if found is None:
            return {}
        schema = found
    return schema


def find_misfit(value: Any, schema: Json, root: Json | None = None) -> str | None:
    """The first reason why the value does not fit, or None."""
    root = schema if root is None else root
    schema = follow(schema, root)
    if "anyOf" in schema:
        if all(find_misfit(value, branch, root) for branch in schema["anyOf"]):
            return f"{value!r} fits no branch"
        return None
    kinds = kinds_of(schema)
    if kinds and not any(_is(value, kind) for kind in kinds):
        return f"{value!r} is not {' or '.join(sorted(kinds))}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{value!r} is not one of {schema['enum']!r}"
    if "const" in schema and value != schema["const"]:
        return f"{value!r} is not {schema['const']!r}"
    if isinstance(value, dict):
        return _misfit_of_object(value, schema, root)
    if isinstance(value, list):
        return _misfit_of_list(value, schema, root)
    return _misfit_of_scalar(value, schema)


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _PYTHON.get(kind, ()))


def _misfit_of_object(value: Json, schema: Json, root: Json) -> str | None:
    properties = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            return f"{name!r} is missing"
    for name, held in value.items():
        if name in properties:
            if why := find_misfit(held, properties[name], root):
                return f"{name}: {why}"
        elif schema.get("additionalProperties") is False:
            return f"{name!r} is not a known key"
    return None


def _misfit_of_list(value: list[Any], schema: Json, root: Json) -> str | None:
    if len(value) < schema.get("minItems", 0) or len(value) > schema.get("maxItems", len(value)):
        return f"{len(value)} items are too few or too many"
    for position, held in enumerate(value):
        if why := find_misfit(held, schema.get("items", {}), root):
            return f"{position}: {why}"
    return None


def _misfit_of_scalar(value: Any, schema: Json) -> str | None:
    if isinstance(value, str):
        pattern = schema.get("pattern")
        return f"{value!r} does not match {pattern!r}" if pattern and not re.search(pattern, value) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        return f"{value!r} is out of range" if value < low or value > high else None
    return None


def order_keys(value: Any, schema: Json, root: Json | None = None) -> Any:
    """The value with its keys in the schema's order: guide "Structured model outputs", "Key ordering"."""
    root = schema if root is None else root
    schema = follow(schema, root)
    if "anyOf" in schema:
        fitting: Json = next((branch for branch in schema["anyOf"] if not find_misfit(value, branch, root)), {})
        return order_keys(value, fitting, root)
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        names = [*(name for name in properties if name in value), *(name for name in value if name not in properties)]
        return {name: order_keys(value[name], properties.get(name, {}), root) for name in names}
    if isinstance(value, list):
        return [order_keys(held, schema.get("items", {}), root) for held in value]
    return value


class Chooser(Protocol):
    """Decides where a schema leaves freedom; ``path`` is the keys on the way, list positions left out."""

    def text(self, path: Path, schema: Json) -> str: ...
    def number(self, path: Path, schema: Json) -> float: ...
    def pick(self, path: Path, options: list[Any]) -> Any: ...
    def branch(self, path: Path, branches: list[Json]) -> Json: ...
    def count(self, path: Path, low: int, high: int) -> int: ...


def compose(schema: Json, chooser: Chooser, *, root: Json | None = None, path: Path = (), depth: int = 0) -> Any:
    """A value that fits, as the chooser decides; recursion is cut short after 12 levels where null or [] is allowed."""
    root = schema if root is None else root
    schema = follow(schema, root)

    def down(inner: Json, *steps: str) -> Any:
        return compose(inner, chooser, root=root, path=(*path, *steps), depth=depth + 1)

    if "anyOf" in schema:
        branches = [follow(branch, root) for branch in schema["anyOf"]]
        ends = [branch for branch in branches if kinds_of(branch) & {"null", "string", "number", "integer", "boolean"}]
        return down(chooser.branch(path, ends if depth > 12 and ends else branches))
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return chooser.pick(path, schema["enum"])
    kinds = kinds_of(schema)
    kind = next((name for name in _PYTHON if name in kinds), "null")
    if kind == "object":
        return {name: down(held, name) for name, held in schema.get("properties", {}).items()}
    if kind == "array":
        low = schema.get("minItems", 0)
        count = low if depth > 12 else chooser.count(path, low, schema.get("maxItems", max(low, 3)))
        return [down(schema.get("items", {})) for _ in range(count)]
    return _compose_scalar(kind, schema, path, chooser)


def _compose_scalar(kind: str, schema: Json, path: Path, chooser: Chooser) -> Any:
    match kind:
        case "string":
            return chooser.text(path, schema)
        case "integer":
            return round(chooser.number(path, schema))
        case "number":
            return chooser.number(path, schema)
        case "boolean":
            return chooser.pick(path, [True, False])
        case _:
            return None


def change_texts(value: Any, schema: Json, change: Callable[[str], str], root: Json | None = None) -> Any:
    """The value with each free string (no enum, const, pattern or format) changed."""
    root = schema if root is None else root
    schema = follow(schema, root)
    if "anyOf" in schema:
        fitting: Json = next((branch for branch in schema["anyOf"] if not find_misfit(value, branch, root)), {})
        return change_texts(value, fitting, change, root)
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        return {name: change_texts(held, properties.get(name, {}), change, root) for name, held in value.items()}
    if isinstance(value, list):
        return [change_texts(held, schema.get("items", {}), change, root) for held in value]
    bound = {"enum", "const", "pattern", "format"} & set(schema)
    return change(value) if isinstance(value, str) and not bound else value
