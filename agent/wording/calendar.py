"""What follows from known days by the calendar: the last day of a window, how many days are left."""

import calendar as months
from collections.abc import Iterable
from datetime import date, timedelta

from agent.wording.lengths import Length, Scale

_DAY = 1440


def day_after(start: date, length: Length) -> set[date]:
    """The days on which the length ends, counted from ``start``; a range ends on two."""
    return {each for size in {length.least, length.most} if (each := _end(start, length.scale, size))}


def _end(start: date, scale: Scale, size: int) -> date | None:
    try:
        match scale:
            case Scale.MONTHS:
                return _months_later(start, size)
            case Scale.WORKING:
                return _working_days_later(start, size // _DAY)
            case Scale.CLOCK:
                return start + timedelta(days=size // _DAY) if size >= _DAY else None
    except (OverflowError, ValueError):
        return None


def _months_later(start: date, count: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def _working_days_later(start: date, count: int) -> date:
    day = start
    for _ in range(min(count, 260)):
        day += timedelta(days=1)
        while day.weekday() >= 5:
            day += timedelta(days=1)
    return day


def is_month_end(day: date) -> bool:
    return day.day == months.monthrange(day.year, day.month)[1]


def distances(today: date | None, days: Iterable[date]) -> set[int]:
    """How many minutes lie between today and each day, in whole days."""
    return {abs((day - today).days) * _DAY for day in days} if today else set()


def month_distances(today: date | None, days: Iterable[date]) -> list[Length]:
    """Whole months between days that have the same number."""
    known = sorted({*days, *((today,) if today else ())})
    return [
        Length(Scale.MONTHS, count, count)
        for place, first in enumerate(known)
        for later in known[place + 1 :]
        if first.day == later.day and (count := (later.year - first.year) * 12 + later.month - first.month)
    ]
