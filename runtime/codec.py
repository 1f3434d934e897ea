"""Domain values to JSON and back, by their types; unions are told apart by ``kind``."""

from functools import lru_cache
from typing import Annotated, Any, TypeVar, Union, get_args

from pydantic import Field, TypeAdapter

T = TypeVar("T")


@lru_cache(maxsize=256)
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter of a type; a union of tagged dataclasses is discriminated by ``kind``."""
    members = get_args(kind)
    if members and all("kind" in getattr(member, "__dataclass_fields__", {}) for member in members):
        tagged: Any = Annotated[Union[members], Field(discriminator="kind")]  # noqa: UP007
        return TypeAdapter(tagged)
    return TypeAdapter(kind)


def to_json(value: Any, kind: Any = None) -> str:
    """JSON text; ``kind`` is the declared type when the value is a member of a union."""
    chosen: Any = kind or type(value)
    return adapter(chosen).dump_json(value).decode()


def to_plain(value: Any, kind: Any = None) -> Any:
    """JSON-ready plain values (dict, list, str, int, bool, None), for HTTP bodies."""
    chosen: Any = kind or type(value)
    return adapter(chosen).dump_python(value, mode="json")


def from_json(kind: Any, text: str | bytes) -> Any:
    """The value of a type from its JSON text; raises pydantic.ValidationError when it does not fit.

    From text, not from plain values: only then is a day (``2026-11-22``) told from an instant.
    """
    return adapter(kind).validate_json(text)
