"""Counting in the shop's days: working days, and moments of a day in the shop's zone."""

import random
from datetime import UTC, date, datetime, time, timedelta

from hub_connectors.sandbox.calendar import ZONE


def moment(day: date, minutes: float) -> datetime:
    """The instant (UTC) at which the shop's clock shows so many minutes after midnight."""
    whole = int(minutes)
    local = time(whole // 60, whole % 60, int((minutes - whole) * 60), tzinfo=ZONE)
    return datetime.combine(day, local).astimezone(UTC)


def shop_day(at: datetime) -> date:
    return at.astimezone(ZONE).date()


def working_day(day: date, after: int) -> date:
    """The day so many working days (Monday to Friday) later; with 0 the day itself or the next working day."""
    while day.weekday() > 4:
        day += timedelta(days=1)
    for _ in range(after):
        day += timedelta(days=3 if day.weekday() == 4 else 1)
    return day


def some_hours(low: int, high: int, chance: random.Random) -> timedelta:
    """A stretch of time in whole minutes."""
    return timedelta(minutes=chance.randint(low * 60, high * 60))


def between(start: datetime, end: datetime, share: float) -> datetime:
    """The moment that lies so far between two others, to the second."""
    return start + timedelta(seconds=int((end - start).total_seconds() * share))
