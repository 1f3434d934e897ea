"""Two clocks: ``now`` for leases, codes and tokens, never moved; ``today`` for policy, which the sandbox may move."""

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """The real time, aware and in UTC."""

    def now(self) -> datetime: ...


class ShopCalendar(Protocol):
    """The shop's own day, in the shop's time zone; return windows are counted in it."""

    @property
    def zone(self) -> ZoneInfo: ...

    def today(self) -> date: ...


def local_day(moment: datetime | date | None, zone: ZoneInfo) -> date | None:
    """The shop's calendar day of an instant; a vendor's plain local day stays what it is; None stays None."""
    if isinstance(moment, datetime):
        return moment.astimezone(zone).date()
    return moment
