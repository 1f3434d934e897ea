"""Loop's errors: seven shapes of them, some under status 200, so that the body is asked and not the status."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NOT_FOUND = frozenset({"NOT_FOUND", "ORDER_NOT_FOUND"})
UNAUTHORISED = frozenset({"NOT_AUTHORIZED", "GEN-UNAUTHORIZED", "401"})
BROKEN = frozenset({"UNEXPECTED_ERROR"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """``code`` is empty where Loop gave none. Loop's own message may name an order and stays out of our errors."""

    code: str


def find_refusal(body: Any) -> Refusal | None:
    """The error that a body is, None when it is an answer."""
    if not isinstance(body, Mapping):
        return None
    for key in ("error", "errors"):
        told = body.get(key)
        if told:
            return Refusal(code=_code(told))
    return None


def _code(told: Any) -> str:
    """``code`` and ``http_code`` look swapped in the documented 401, so a word is preferred to a number."""
    if isinstance(told, list):
        return _code(told[0])
    if not isinstance(told, Mapping):
        return ""
    words = [str(told[key])[:60] for key in ("http_code", "code") if told.get(key)]
    return next((word for word in words if not word.isdigit()), words[0] if words else "")
