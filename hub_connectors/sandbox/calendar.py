"""The demo shop's day: the real time plus an offset that a person may move forward."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.clock import Clock

ZONE = ZoneInfo("Europe/Paris")


class SandboxCalendar:
    """Implements ShopCalendar; the offset kept in the database is read again at every read of the shop."""

    def __init__(self, clock: Clock, *, zone: ZoneInfo = ZONE, offset: timedelta = timedelta()) -> None:
        self._clock = clock
        self._zone = zone
        self.offset = offset

    @property
    def zone(self) -> ZoneInfo:
        return self._zone

    def now(self) -> datetime:
        """The shop's moment, aware and in UTC."""
        return self._clock.now() + self.offset

    def today(self) -> date:
        return self.now().astimezone(self._zone).date()
