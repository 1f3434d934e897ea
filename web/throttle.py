"""How often one sender may knock: far above what a person does, far below what hurts. Kept in memory, per process.

The limits on one-time codes are not here: they must survive a restart, so they stand in the database.
"""

from math import ceil
from time import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from domain.errors import SentTooOften

CONVERSATIONS = RateLimitItemPerMinute(120)
MESSAGES = RateLimitItemPerMinute(300)


class Throttle:
    """Counts by a name within the last minute."""

    def __init__(self) -> None:
        self._counts = MovingWindowRateLimiter(MemoryStorage())

    def count(self, limit: RateLimitItem, name: str) -> None:
        """Raises SentTooOften with the seconds to wait."""
        if not self._counts.hit(limit, name):
            free_at, _ = self._counts.get_window_stats(limit, name)
            raise SentTooOften("too many in a minute", retry_after=max(1, ceil(free_at - time())))
