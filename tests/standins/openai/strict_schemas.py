"""Which schemas strict mode takes: the guide "Structured model outputs", section "Supported schemas".

Where the guide is silent (a keyword in neither of its lists) the schema is refused: a client that passes here passes
there, which is what a stand-in is for.
"""

from typing import Any

from tests.standins.openai.asked import Json

DEEPEST = 10
MOST_PROPERTIES = 5_000
MOST_ENUM_VALUES = 1_000
LONGEST_NAMES = 120_000
LARGE_ENUM = 250
LARGE_ENUM_LENGTH = 15_000
FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
TYPES = {"string", "number", "boolean", "integer", "object", "array", "null"}
_ANYWHERE = {"type", "title", "description", "enum", "const", "anyOf", "$ref", "$defs", "definitions"}
_ALLOWED = {
    "string": {"pattern", "format"},
    "number": {"multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"},
    "integer": {"multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"},
    "array": {"items", "minItems", "maxItems"},
    "object": {"properties", "required", "additionalProperties"},
}


class SchemaRefused(Exception):
    """The schema is not one that strict mode takes."""

    def __init__(self, where: tuple[str, ...], why: str) -> None:
        super().__init__(f"In context={where!r}, {why}")


class _Walk:
    """One schema under inspection, with what the limits count."""

    def __init__(self, root: Json) -> None:
        self.root = root
        self.properties = 0
        self.enum_values = 0
        self.names = 0

    def check(self, schema: Any, where: tuple[str, ...], depth: int) -> None:
        if not isinstance(schema, dict):
            raise SchemaRefused(where, "schema must be an object.")
        self._keywords(schema, where)
        for name in ("$defs", "definitions"):
            for key, held in schema.get(name, {}).items():
                self.names += len(key)
                self.check(held, (*where, name, key), depth)
        if "$ref" in schema:
            return
        for position, held in enumerate(schema.get("anyOf", ())):
            self.check(held, (*where, "anyOf", str(position)), depth)
        self._values(schema, where)
        kinds = kinds_of(schema)
        if "object" in kinds:
            self._object(schema, where, depth + 1)
        if "array" in kinds:
            if "items" not in schema:
                raise SchemaRefused(where, "array schema missing items.")
            self.check(schema["items"], (*where, "items"), depth)

    def _keywords(self, schema: Json, where: tuple[str, ...]) -> None:
        kinds = kinds_of(schema)
        if unknown := kinds - TYPES:
            raise SchemaRefused(where, f"{sorted(unknown)[0]!r} is not a supported type.")
        allowed = _ANYWHERE.union(*(_ALLOWED.get(kind, set()) for kind in kinds))
        for name in schema:
            if name not in allowed:
                raise SchemaRefused(where, f"'{name}' is not permitted.")
        if "$ref" in schema:
            # The SDK's schema writer unravels such references because the service refuses them (lib/_pydantic.py).
            beside = set(schema) - {"$ref", "$defs", "definitions"}
            if beside:
                raise SchemaRefused(where, f"$ref cannot have keywords {sorted(beside)}.")
            self._resolve(str(schema["$ref"]), where)
        elif not kinds and "anyOf" not in schema:
            raise SchemaRefused(where, "schema must have a 'type' key.")

    def _resolve(self, ref: str, where: tuple[str, ...]) -> None:
        if resolve(self.root, ref) is None:
            raise SchemaRefused(where, f"reference to component '{ref}' which was not found in the schema.")

    def _object(self, schema: Json, where: tuple[str, ...], depth: int) -> None:
        """All objects closed and every field required; optional is said as a union with null."""
        if depth > DEEPEST:
            raise SchemaRefused(where, f"{depth} levels of nesting exceed the limit of {DEEPEST}.")
        if schema.get("additionalProperties") is not False:
            raise SchemaRefused(where, "'additionalProperties' is required to be supplied and to be false.")
        properties = schema.get("properties", {})
        required = schema.get("required")
        every = "'required' is required to be supplied and to be an array including every key in properties."
        for name in properties:
            if not isinstance(required, list) or name not in required:
                raise SchemaRefused(where, f"{every} Missing '{name}'.")
        if extra := set(required or ()) - set(properties):
            raise SchemaRefused(where, f"{every} Extra required key '{sorted(extra)[0]}' supplied.")
        self.properties += len(properties)
        self.names += sum(map(len, properties))
        for name, held in properties.items():
            self.check(held, (*where, "properties", name), depth)

    def _values(self, schema: Json, where: tuple[str, ...]) -> None:
        values = schema.get("enum", [])
        if not isinstance(values, list) or ("enum" in schema and not values):
            raise SchemaRefused(where, "enum must be an array with at least one value.")
        length = sum(len(value) for value in values if isinstance(value, str))
        if len(values) > LARGE_ENUM and length > LARGE_ENUM_LENGTH:
            raise SchemaRefused(where, f"an enum of over {LARGE_ENUM} values exceeds {LARGE_ENUM_LENGTH} characters.")
        self.enum_values += len(values)
        self.names += length + len(str(schema.get("const", "")))
        if "format" in schema and schema["format"] not in FORMATS:
            raise SchemaRefused(where, f"'{schema['format']}' is not a valid format.")

    def limits(self) -> None:
        for count, most, what in (
            (self.properties, MOST_PROPERTIES, "object properties"),
            (self.enum_values, MOST_ENUM_VALUES, "enum values"),
            (self.names, LONGEST_NAMES, "characters of names and values"),
        ):
            if count > most:
                raise SchemaRefused((), f"{count} {what} exceed the limit of {most}.")


def check_strict(schema: Json) -> None:
    """Raises SchemaRefused with the place and the reason."""
    if schema.get("type") != "object":
        # "Root objects must not be anyOf and must be an object."
        raise SchemaRefused(
            (), f"schema must be a JSON Schema of 'type: \"object\"', got 'type: {schema.get('type')}'."
        )
    if "anyOf" in schema:
        raise SchemaRefused((), "'anyOf' is not permitted at the root.")
    walk = _Walk(schema)
    walk.check(schema, (), 0)
    walk.limits()


def kinds_of(schema: Json) -> set[str]:
    """``type`` as a set: a name, a list of names, or nothing said."""
    kind = schema.get("type")
    if isinstance(kind, str):
        return {kind}
    return {str(one) for one in kind} if isinstance(kind, list) else set()


def resolve(root: Json, ref: str) -> Json | None:
    """What ``#`` or ``#/$defs/name`` points at, or None."""
    found: Any = root
    if not ref.startswith("#"):
        return None
    for step in ref.lstrip("#").strip("/").split("/"):
        if step:
            found = found.get(step) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None
