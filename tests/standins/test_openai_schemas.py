"""Strict schemas: what the guide "Structured model outputs" allows, and each way of going beyond it."""

from typing import Any

import pytest
from openai.lib._pydantic import to_strict_json_schema
from pydantic import BaseModel

from tests.standins.asking import SCHEMA
from tests.standins.openai.asked import Asked
from tests.standins.openai.brains.choosers import Emptiest, draw, write_matching
from tests.standins.openai.shaping import change_texts, compose, find_misfit, order_keys
from tests.standins.openai.strict_schemas import SchemaRefused, check_strict


def _with(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _nest(depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(depth):
        schema = _with(inner=schema)
    return schema


NODE = _with(name={"type": "string"}, next={"anyOf": [{"$ref": "#"}, {"type": "null"}]})
ENUM = {"type": "string", "enum": [f"{number:060d}" for number in range(251)]}


@pytest.mark.parametrize(
    "schema",
    [
        SCHEMA,
        _nest(10),
        NODE,
        {**_with(item={"$ref": "#/$defs/item"}), "$defs": {"item": _with(id={"type": "integer", "minimum": 1})}},
        _with(day={"type": "string", "format": "date"}, code={"type": "string", "pattern": "^[A-Z]{2}\\d+$"}),
        _with(some={"type": "array", "items": {"type": "number"}, "minItems": 1, "maxItems": 3}),
    ],
)
def test_allowed(schema: dict[str, Any]) -> None:
    check_strict(schema)


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        ({"type": "array", "items": {"type": "string"}}, "'object'|type: array"),
        ({**_with(a={"type": "string"}), "anyOf": [_with()]}, "root"),
        ({"type": "object", "properties": {}, "required": []}, "additionalProperties"),
        ({**_with(a={"type": "string"}), "additionalProperties": True}, "additionalProperties"),
        ({**_with(a={"type": "string"}), "required": []}, "Missing 'a'"),
        ({**_with(a={"type": "string"}), "required": ["a", "b"]}, "Extra required key 'b'"),
        (_with(a={"type": "object"}), "additionalProperties"),
        (_with(a={"type": "array"}), "missing items"),
        (_with(a={"enum": ["x"]}), "'type' key"),
        (_with(a={"type": "text"}), "not a supported type"),
        (_with(a={"type": "string", "enum": []}), "at least one"),
        (_with(a={"type": "string", "minLength": 1}), "'minLength' is not permitted"),
        (_with(a={"type": "string", "default": "x"}), "'default' is not permitted"),
        (_with(a={"type": "string", "format": "uri"}), "not a valid format"),
        (_with(a={"oneOf": [{"type": "string"}]}), "'oneOf' is not permitted"),
        (_with(a={"allOf": [{"type": "string"}]}), "'allOf' is not permitted"),
        (_with(a={"$ref": "#/$defs/none"}), "was not found"),
        ({**_with(a={"$ref": "#", "description": "x"})}, r"\$ref cannot have keywords"),
        (_nest(11), "levels of nesting"),
        (_with(**{f"p{number}": {"type": "null"} for number in range(5_001)}), "object properties"),
        (_with(a=ENUM), "15000 characters"),
        (_with(a={"type": "integer", "enum": list(range(1_001))}), "enum values"),
        (_with(a={"type": "string", "const": "x" * 120_001}), "characters of names"),
    ],
)
def test_refused(schema: dict[str, Any], why: str) -> None:
    with pytest.raises(SchemaRefused, match=why):
        check_strict(schema)


class _Line(BaseModel):
    sku: str
    count: int | None


class _Order(BaseModel):
    lines: list[_Line]
    gift: bool


def test_what_the_sdk_makes_of_a_model_is_allowed() -> None:
    check_strict(to_strict_json_schema(_Order))


@pytest.mark.parametrize("schema", [SCHEMA, NODE, _nest(10), to_strict_json_schema(_Order)])
def test_what_is_composed_fits(schema: dict[str, Any]) -> None:
    assert find_misfit(compose(schema, Emptiest()), schema) is None


def test_misfits_are_found() -> None:
    good = {"language": "fr", "commands": [{"kind": "refund", "amount": 3}], "note": None}
    assert find_misfit(good, SCHEMA) is None
    for change in (
        {"language": "de"},
        {"note": 5},
        {"commands": [{"kind": "refund"}]},
        {"commands": [{"kind": "refund", "amount": True}]},
        {"extra": 1},
    ):
        assert find_misfit({**good, **change}, SCHEMA)
    assert find_misfit({"language": "fr"}, SCHEMA)


def test_keys_are_ordered_and_free_words_changed_inside_unions() -> None:
    value = {"note": "a", "commands": [{"text": "b", "kind": "answer"}], "language": "fr"}
    ordered = order_keys(value, SCHEMA)
    assert list(ordered) == ["language", "commands", "note"]
    assert list(ordered["commands"][0]) == ["kind", "text"]
    changed = change_texts(value, SCHEMA, str.upper)
    assert changed == {"note": "A", "commands": [{"text": "B", "kind": "answer"}], "language": "fr"}


@pytest.mark.parametrize("pattern", [r"^[A-Z]{2}\d{4}$", r"(?:RMA|RET)-[0-9a-f]+", r"^\w+@\w+\.com$", r"^#?\d+$"])
def test_strings_are_written_to_patterns(pattern: str) -> None:
    chance = draw(Asked(api="chat", kind="other", model="m", messages=()), 3)
    schema = _with(a={"type": "string", "pattern": pattern})
    for _ in range(20):
        assert find_misfit({"a": write_matching(pattern, chance)}, schema) is None
