"""What a test may turn: tokens, scopes, the bucket, faults, and what was asked so far."""

import time
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.standins.shopify.costs import Bucket
from tests.standins.shopify.shop import SCOPES, Shop
from tests.standins.world import World

TOKEN = "shpat_" + "5e0f" * 8
CLIENT_ID, CLIENT_SECRET = "alder-client", "shpss_" + "7ac1" * 8


class Fault(StrEnum):
    """What may go wrong with the next request; the last two are the two forms of being too fast."""

    SLOW = "slow"
    BROKEN = "broken"
    HTML = "html"
    CUT = "cut"
    NO_OBJECT = "no_object"
    NO_DATA = "no_data"
    WRONG_SHAPE = "wrong_shape"
    INSIDE = "inside"
    LIMITED = "limited"
    LIMITED_SILENT = "limited_silent"
    THROTTLED = "throttled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One request: its path, the name of its question, and the variables."""

    path: str
    operation: str
    variables: dict[str, Any]
    headers: dict[str, str]


@dataclass(slots=True, kw_only=True)
class Backstage:
    """``status_when_limited`` is 200 or 429: accounts differ on what Shopify sends, so both must work."""

    shop: Shop
    bucket: Bucket = field(default_factory=lambda: Bucket(time.monotonic))
    tokens: set[str] = field(default_factory=lambda: {TOKEN})
    secret: str = CLIENT_SECRET
    token_seconds: int = 86399
    granted: int = 0
    faults: deque[Fault] = field(default_factory=deque)
    delay: float = 0.0
    status_when_limited: int = 200
    strange: bool = True
    seen: list[Seen] = field(default_factory=list)

    @classmethod
    def of(cls, world: World) -> "Backstage":
        return cls(shop=Shop(world))

    def restore(self) -> None:
        """As it was when started; the nodes of the shop are the test's own to put back."""
        fresh = Bucket(time.monotonic)
        self.bucket, self.tokens, self.secret, self.token_seconds = fresh, {TOKEN}, CLIENT_SECRET, 86399
        self.faults.clear()
        self.seen.clear()
        self.granted, self.delay, self.status_when_limited, self.strange = 0, 0.0, 200, True
        self.shop.scopes = SCOPES
        self.shop.subscriptions.clear()

    def grant(self) -> str:
        self.granted += 1
        token = f"shpca_{self.granted:032x}"
        self.tokens.add(token)
        return token
