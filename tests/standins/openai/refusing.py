"""The vendor's refusals: status, type, code and the body they travel in.

Shapes from the guide "Error codes" and from error bodies that developers published; client code may rely on status,
``type``, ``code`` and ``param``, never on the sentence.
"""

from collections.abc import Iterable
from typing import Any


class Refused(Exception):
    """The server answers with an error body; ``headers`` go out with it."""

    def __init__(self, message: str, *, param: str | None = None, code: str | None = None, status: int = 400) -> None:
        super().__init__(message)
        self.message = message
        self.param = param
        self.code = code
        self.status = status
        self.kind = "invalid_request_error" if status < 429 else "server_error"
        self.headers: dict[str, str] = {}

    @property
    def body(self) -> dict[str, Any]:
        return {"error": {"message": self.message, "type": self.kind, "param": self.param, "code": self.code}}


def no_key() -> Refused:
    """Guide "Error codes", 401 Invalid Authentication."""
    return Refused("You didn't provide an API key: use an Authorization header with Bearer auth.", status=401)


def wrong_key(key: str) -> Refused:
    """Guide "Error codes", 401 Incorrect API key provided; the key is shown masked."""
    shown = f"{key[:3]}{'*' * 4}{key[-2:]}" if len(key) > 8 else "*" * len(key)
    return Refused(f"Incorrect API key provided: {shown}.", code="invalid_api_key", status=401)


def no_model(name: object) -> Refused:
    return Refused(
        f"The model `{name}` does not exist or you do not have access to it.", code="model_not_found", status=404
    )


def no_page(method: str, path: str) -> Refused:
    return Refused(f"Invalid URL ({method} {path})", status=404)


def unrecognised(names: Iterable[str]) -> Refused:
    """Chat's wording for a parameter that it does not know: no code, no param."""
    listed = sorted(names)
    plural = "s" if len(listed) > 1 else ""
    return Refused(f"Unrecognized request argument{plural} supplied: {', '.join(listed)}")


def unknown(path: str) -> Refused:
    return Refused(f"Unknown parameter: '{path}'.", param=path, code="unknown_parameter")


def missing(path: str) -> Refused:
    return Refused(f"Missing required parameter: '{path}'.", param=path, code="missing_required_parameter")


def wrong_type(path: str, expected: str, got: object) -> Refused:
    return Refused(
        f"Invalid type for '{path}': expected {expected}, but got {name_type(got)} instead.",
        param=path,
        code="invalid_type",
    )


def wrong_value(path: str, got: object, supported: Iterable[str]) -> Refused:
    return Refused(
        f"Invalid value: '{got}'. Supported values are: {_list(supported)}.", param=path, code="invalid_value"
    )


def out_of_range(path: str, *, kind: str, side: str, limit: float, got: object) -> Refused:
    """``kind`` integer or decimal; ``side`` above_max or below_min."""
    bound = "maximum" if side == "above_max" else "minimum"
    sign = "<=" if side == "above_max" else ">="
    return Refused(
        f"Invalid '{path}': {kind} {side.split('_')[0]} {bound} value. Expected a value {sign} {limit}, "
        f"but got {got} instead.",
        param=path,
        code=f"{kind}_{side}_value",
    )


def unsupported(path: str, *, instead: str = "") -> Refused:
    hint = f" Use '{instead}' instead." if instead else ""
    return Refused(
        f"Unsupported parameter: '{path}' is not supported with this model.{hint}",
        param=path,
        code="unsupported_parameter",
    )


def unsupported_value(path: str, got: object, default: object) -> Refused:
    return Refused(
        f"Unsupported value: '{path}' does not support {got} with this model. "
        f"Only the default ({default}) value is supported.",
        param=path,
        code="unsupported_value",
    )


def not_played(path: str) -> Refused:
    """Not the vendor's: something it offers that this stand-in does not, said loudly rather than ignored."""
    return Refused(f"The stand-in does not play '{path}'.", param=path, code="stand_in_does_not_play", status=501)


def broken_brain(why: str) -> Refused:
    """Not the vendor's: the brain said what a real model's decoder could not have said."""
    return Refused(f"The stand-in's brain broke the rules: {why}", code="brain_broke_the_rules", status=500)


def name_type(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int():
            return "an integer"
        case float():
            return "a decimal"
        case str():
            return "a string"
        case list():
            return "an array"
        case _:
            return "an object"


def _list(values: Iterable[str]) -> str:
    quoted = [f"'{value}'" for value in values]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])}{',' if len(quoted) > 2 else ''} and {quoted[-1]}"
