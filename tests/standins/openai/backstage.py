"""Everything that controls can reach: the brain, the faults, the keys, the limits, the cache and what was seen."""

import itertools
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.standins.openai.asked import Asked, Brain, Json
from tests.standins.openai.counting import PrefixCache
from tests.standins.openai.faults import Fault, Schedule
from tests.standins.openai.refusing import Refused

KEY = "sk-stand-in-0000"
_REMEMBERED = 2_000


@dataclass(slots=True, kw_only=True)
class Bucket:
    """A rate limit of so many a minute, refilled without pause."""

    limit: int
    left: float = 0.0
    at: float = 0.0

    def __post_init__(self) -> None:
        self.left, self.at = float(self.limit), time.monotonic()

    def take(self, amount: int) -> bool:
        now = time.monotonic()
        self.left = min(float(self.limit), self.left + (now - self.at) * self.limit / 60)
        self.at = now
        if self.left < amount:
            return False
        self.left -= amount
        return True

    @property
    def reset(self) -> float:
        """Seconds until it is full again."""
        return (self.limit - self.left) * 60 / self.limit if self.limit else 60.0


@dataclass(slots=True, kw_only=True)
class Seen:
    """One request as it came and how it ended; ``status`` 0 while it is being answered."""

    id: str
    path: str
    body: Any
    headers: dict[str, str]
    asked: Asked | None = None
    fault: Fault | None = None
    status: int = 0
    error: Json | None = None

    def show(self) -> Json:
        """As JSON, for the control endpoint; the key is not shown."""
        headers = {name: value for name, value in self.headers.items() if name != "authorization"}
        return {
            "id": self.id,
            "path": self.path,
            "body": self.body,
            "headers": headers,
            "kind": self.asked.kind if self.asked else None,
            "fault": asdict(self.fault) if self.fault else None,
            "status": self.status,
            "error": self.error,
        }


@dataclass(slots=True, kw_only=True)
class Backstage:
    """``keys`` accepted, any non-empty key when the set is empty; ``pace`` holds for every request."""

    brain: Brain
    keys: set[str] = field(default_factory=lambda: {KEY})
    schedule: Schedule = field(default_factory=Schedule)
    pace: Fault = field(default_factory=Fault)
    cache: PrefixCache = field(default_factory=PrefixCache)
    requests: Bucket = field(default_factory=lambda: Bucket(limit=600_000))
    tokens: Bucket = field(default_factory=lambda: Bucket(limit=600_000_000))
    seen: deque[Seen] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def limit_headers(self) -> dict[str, str]:
        """Guide "Rate limits", section "Rate limits in headers"."""
        return {
            "x-ratelimit-limit-requests": str(self.requests.limit),
            "x-ratelimit-limit-tokens": str(self.tokens.limit),
            "x-ratelimit-remaining-requests": str(int(self.requests.left)),
            "x-ratelimit-remaining-tokens": str(int(self.tokens.left)),
            "x-ratelimit-reset-requests": write_duration(self.requests.reset),
            "x-ratelimit-reset-tokens": write_duration(self.tokens.reset),
        }

    def take(self, bucket: Bucket, amount: int, what: str) -> None:
        """Refused with 429 once the minute's allowance is spent; guide "Error codes", 429 Rate limit reached."""
        if bucket.take(amount):
            return
        wait = max(0.001, (amount - bucket.left) * 60 / bucket.limit) if bucket.limit else 60.0
        refused = Refused(
            f"Rate limit reached on {what} per min: Limit {bucket.limit}. Please try again in {write_duration(wait)}.",
            code="rate_limit_exceeded",
            status=429,
        )
        refused.kind = what
        refused.headers = {"retry-after": str(max(1, round(wait))), "retry-after-ms": str(max(1, round(wait * 1000)))}
        raise refused

    def reset(self) -> None:
        """Faults, pace, cache and memory gone; brain, keys and limits stay."""
        self.schedule.clear()
        self.pace = Fault()
        self.cache.clear()
        self.seen.clear()

    def restore(self, brain: Brain) -> None:
        """Everything as at the start, with this brain."""
        self.reset()
        fresh = Backstage(brain=brain)
        self.brain, self.keys = fresh.brain, fresh.keys
        self.requests, self.tokens = fresh.requests, fresh.tokens


def write_duration(seconds: float) -> str:
    """As the vendor writes it: 120ms, 1.5s, 6m0s."""
    if seconds < 1:
        return f"{round(seconds * 1000)}ms"
    if seconds < 60:
        return f"{round(seconds, 3):g}s"
    return f"{int(seconds // 60)}m{int(seconds % 60)}s"
