"""The real clock, one that runs from a known day, and a still one for tests."""

from datetime import UTC, datetime


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock:
    """Runs like the real one from a moment of its own: everything that waits or expires behaves, on a known day."""

    def __init__(self, begins: datetime) -> None:
        self._by = begins - datetime.now(UTC)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._by


class StillClock:
    """A clock that stands where it is set; tests move it by hand."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment
