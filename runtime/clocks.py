"""The real clock and the calendar of a real shop; a clock that runs from a known day, and a still one for tests."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from domain.clock import Clock


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


class RealCalendar:
    """Implements ``ShopCalendar`` for a real shop: its own day is the real one, in its zone."""

    def __init__(self, clock: Clock, zone: ZoneInfo) -> None:
        self._clock = clock
        self._zone = zone

    @property
    def zone(self) -> ZoneInfo:
        return self._zone

    def today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()
