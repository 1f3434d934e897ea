"""Faults as controls: what goes wrong, for which request, how often.

A fault is scheduled (from Python or ``POST /control/faults``) or rides on one request in the header
``x-stand-in-fault``, as JSON with the same field names. Rules come first: a request that breaks one is refused
whatever is scheduled, so a fault never hides a drifting client.
"""

import dataclasses
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tests.standins.openai.asked import Asked
from tests.standins.openai.refusing import Refused, not_played

HEADER = "x-stand-in-fault"


class Kind(StrEnum):
    """What goes wrong. SLOW is only late; the rest may be late as well."""

    SLOW = "slow"
    TIMEOUT = "timeout"
    RATE_LIMIT = "rate_limit"
    QUOTA = "quota"
    SERVER_ERROR = "server_error"
    HANG_UP = "hang_up"
    CUT = "cut"
    STREAM_ERROR = "stream_error"
    MALFORMED = "malformed"
    HTML = "html"
    EMPTY_CHOICES = "empty_choices"
    REFUSAL = "refusal"
    CONTENT_FILTER = "content_filter"
    LENGTH = "length"
    INVALID_JSON = "invalid_json"
    WRONG_SHAPE = "wrong_shape"
    ENDLESS = "endless"
    WRONG_LANGUAGE = "wrong_language"
    UNKNOWN_TOOL = "unknown_tool"
    REPEAT_PROMPT = "repeat_prompt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """``times`` requests go wrong (None: all), after ``skip`` matching ones went well.

    Seconds: ``delay`` before the response's first byte, ``first_token`` and ``per_token`` before each piece of the
    answer (a plain answer waits for their sum), ``retry_after`` in the header of that name; ``retry_after_ms`` in
    milliseconds in its own. ``after`` counts the tokens sent before a cut, an error or a limit; ``status`` is for
    SERVER_ERROR; ``language`` for WRONG_LANGUAGE. ``api``, ``about`` (the request's kind) and ``contains`` (in the
    prompt) choose the requests; empty means any.
    """

    kind: Kind = Kind.SLOW
    times: int | None = 1
    skip: int = 0
    delay: float = 0.0
    first_token: float = 0.0
    per_token: float = 0.0
    status: int = 500
    retry_after: float | None = None
    retry_after_ms: float | None = None
    after: int = 8
    language: str = "de"
    api: str = ""
    about: str = ""
    contains: str = ""

    def concerns(self, asked: Asked) -> bool:
        if self.api and self.api != asked.api:
            return False
        if self.about and self.about != asked.kind:
            return False
        return not self.contains or self.contains in asked.prompt


NONE = Fault()
_FIELDS = {field.name for field in dataclasses.fields(Fault)}


def read_fault(given: Any) -> Fault:
    """A fault from JSON; a misspelt control is refused, since a fault that never strikes proves nothing."""
    if not isinstance(given, dict) or (extra := set(given) - _FIELDS):
        raise not_played(f"fault {sorted(extra) if isinstance(given, dict) else given}")
    try:
        return Fault(**{**given, "kind": Kind(given.get("kind", Kind.SLOW))})
    except ValueError as why:
        raise not_played(f"fault {given.get('kind')}") from why


def read_header(value: str | None) -> Fault | None:
    if not value:
        return None
    try:
        return read_fault(json.loads(value))
    except json.JSONDecodeError as why:
        raise not_played(HEADER) from why


class Schedule:
    """Faults waiting for their request, the earliest first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._used: list[int] = []
        self._passed: list[int] = []

    def add(self, *faults: Fault) -> None:
        for fault in faults:
            self._waiting.append(fault)
            self._used.append(0)
            self._passed.append(0)

    def clear(self) -> None:
        self._waiting.clear()
        self._used.clear()
        self._passed.clear()

    def list_waiting(self) -> list[dict[str, Any]]:
        return [
            {**dataclasses.asdict(fault), "used": self._used[at]}
            for at, fault in enumerate(self._waiting)
            if not self._spent(at)
        ]

    def take(self, asked: Asked) -> Fault | None:
        """The first unspent fault that concerns this request, spent by one."""
        for at, fault in enumerate(self._waiting):
            if self._spent(at) or not fault.concerns(asked):
                continue
            if self._passed[at] < fault.skip:
                self._passed[at] += 1
                continue
            self._used[at] += 1
            return fault
        return None

    def _spent(self, at: int) -> bool:
        times = self._waiting[at].times
        return times is not None and self._used[at] >= times


def raise_status(fault: Fault) -> None:
    """Raises the error body of a fault that has a status; guide "Error codes" and guide "Rate limits"."""
    match fault.kind:
        case Kind.RATE_LIMIT:
            refused = Refused("Rate limit reached for requests.", code="rate_limit_exceeded", status=429)
            refused.kind = "requests"
        case Kind.QUOTA:
            refused = Refused(
                "You exceeded your current quota, please check your plan and billing details.",
                code="insufficient_quota",
                status=429,
            )
            refused.kind = "insufficient_quota"
        case Kind.SERVER_ERROR:
            said = {503: "The engine is currently overloaded, please try again later."}
            refused = Refused(
                said.get(fault.status, "The server had an error while processing your request."), status=fault.status
            )
        case _:
            return
    if fault.retry_after is not None:
        refused.headers["retry-after"] = f"{fault.retry_after:g}"
    if fault.retry_after_ms is not None:
        refused.headers["retry-after-ms"] = f"{fault.retry_after_ms:g}"
    raise refused
