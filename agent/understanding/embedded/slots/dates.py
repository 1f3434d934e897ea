"""Purchase dates as typed ("on 3 March", "hier", "2 weeks ago"), and the calendar day they stand for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from agent.understanding.embedded.slots.reading import CERTAIN, LIKELY, Found, Reading
from agent.understanding.embedded.words import Span, read_words
from domain.commands import Slot
from domain.languages import Language

_NUMERIC = re.compile(
    r"(?<![\w/.,+-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}/\d{1,2})(?![\w/@]"
    r"|[.-]\d|\.[a-z])"
)
_BOUGHT = re.compile(
    r"(?<![^ ])(?:bought|purchased?|ordered|paid|placed|achete\w*|commande\w*|paye|compre|comprado|compra"
    r"|pedi|gekauft|bestellt|comprat\w|ordinat\w|acquistat\w|gekocht|besteld|date)(?![^ ])"
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """One language's words for days, compiled; ``explicit`` names a calendar day, ``relative`` counts from today."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, re.Pattern[str]]
    explicit: re.Pattern[str]
    vague: re.Pattern[str]
    relative: Mapping[str, tuple[re.Pattern[str], ...]]


@cache
def calendars() -> Mapping[Language, Calendar]:
    content = yaml.safe_load(files(__package__).joinpath("calendar.yaml").read_text("utf-8"))
    return {Language(code): _compile(tables) for code, tables in content.items()}


def _compile(tables: Mapping[str, Any]) -> Calendar:
    months = {name: index for index, names in enumerate(tables["months"], 1) for name in names.split("|")}
    weekdays = {name: index for index, names in enumerate(tables["weekdays"]) for name in names.split("|")}
    month, weekday = _any_of(months), _any_of(weekdays)
    number = rf"(?:\d{{1,2}}|{_any_of(tables['numbers'])})"
    unit = "|".join(tables["units"].values())
    day = r"(?P<day{0}>\d{{1,2}})(?: ?(?:st|nd|rd|th|er|eme|ere|º|e|o))?"
    day_first = rf"{day.format(1)} {tables['of']}(?P<month1>{month})(?: (?:de |del )?(?P<year1>\d{{4}}))?"
    month_first = rf"(?P<month2>{month}) (?:the )?{day.format(2)}(?: (?P<year2>\d{{4}}))?"

    def whole(*phrases: str) -> tuple[re.Pattern[str], ...]:
        filled = (
            each.replace("NUMBER", number).replace("UNIT", f"(?:{unit})").replace("WEEKDAY", f"(?:{weekday})")
            for each in phrases
        )
        return tuple(re.compile(rf"(?<![^ ])(?:{each})(?![^ ])") for each in filled)

    return Calendar(
        months=months,
        weekdays=weekdays,
        numbers=tables["numbers"],
        units={name: re.compile(pattern) for name, pattern in tables["units"].items()},
        explicit=whole(f"{day_first}|{month_first}")[0],
        vague=whole(rf"(?:(?P<month>{month})(?: (?P<year>\d{{4}}))?)|(?P<weekday>{weekday})")[0],
        relative={
            "day_before": whole(tables["day_before"]),
            "yesterday": whole(tables["yesterday"]),
            "today": whole(tables["today"]),
            "ago": whole(*tables["ago"]),
            "last_week": whole(*tables["last_week"]),
            "last_month": whole(*tables["last_month"]),
            "last_day": whole(*tables["last_day"]),
        },
    )


def _any_of(names: Mapping[str, int]) -> str:
    return "|".join(sorted(names, key=lambda name: -len(name)))


def find_dates(reading: Reading) -> Iterator[Found]:
    for match in _NUMERIC.finditer(reading.text):
        if _possible(match[0]):
            yield Found(Slot.DATE, match[0], Span(match.start(), match.end()))
    asked = reading.asked is Slot.DATE
    relative_fits = asked or bool(_BOUGHT.search(reading.words.line))
    for lexicon in reading.near:
        calendar = calendars()[lexicon.language]
        yield from _matches(reading, (calendar.explicit,), CERTAIN)
        if relative_fits:
            for patterns in calendar.relative.values():
                yield from _matches(reading, patterns, LIKELY)
        if asked:
            yield from _matches(reading, (calendar.vague,), LIKELY)


def _matches(reading: Reading, patterns: tuple[re.Pattern[str], ...], sure: float) -> Iterator[Found]:
    for pattern in patterns:
        for match in pattern.finditer(reading.words.line):
            span = reading.words.typed(*match.span())
            yield Found(Slot.DATE, reading.words.quote(span), span, sure)


def _possible(typed: str) -> bool:
    parts = [int(part) for part in re.split(r"[-/.]", typed)]
    small = parts[1:] if parts[0] > 31 else parts[:2]
    return any(1 <= part <= 12 for part in small) and all(1 <= part <= 31 for part in small)


def day_of(typed: str, today: date, language: Language = Language.EN, *, month_first: bool = False) -> date | None:
    """The day meant, never in the future; None when unclear ("in spring"). ``month_first`` reads 3/4 as March 4."""
    line = read_words(typed).line
    if _NUMERIC.fullmatch(typed.strip()):
        return _numeric_day(typed.strip(), today, month_first=month_first)
    for each in dict.fromkeys((language, *Language)):
        found = _spoken_day(line, calendars()[each], today)
        if found:
            return found
    return None


def _numeric_day(typed: str, today: date, *, month_first: bool) -> date | None:
    parts = [int(part) for part in re.split(r"[-/.]", typed)]
    if parts[0] > 31:
        return _day(parts[0], parts[1], parts[2])
    first, second = parts[0], parts[1]
    day, month = (second, first) if (month_first and first <= 12) or second > 12 else (first, second)
    if len(parts) == 2:
        return _latest(month, day, today)
    return _day(parts[2] + (2000 if parts[2] < 100 else 0), month, day)


def _spoken_day(line: str, calendar: Calendar, today: date) -> date | None:
    if match := calendar.explicit.search(line):
        group = "1" if match["day1"] else "2"
        month, day = calendar.months[match[f"month{group}"]], int(match[f"day{group}"])
        year = match[f"year{group}"]
        return _day(int(year), month, day) if year else _latest(month, day, today)
    for name, patterns in calendar.relative.items():
        for pattern in patterns:
            if match := pattern.search(line):
                return today - timedelta(days=_days_back(name, match, calendar, today))
    if match := calendar.vague.search(line):
        return _last_weekday(calendar.weekdays[match["weekday"]], today) if match["weekday"] else None
    return None


def _days_back(name: str, match: re.Match[str], calendar: Calendar, today: date) -> int:
    if name == "ago":
        count = match["count"]
        number = int(count) if count.isdigit() else calendar.numbers[count]
        unit = next(name for name, pattern in calendar.units.items() if pattern.fullmatch(match["unit"]))
        return number * {"day": 1, "week": 7, "month": 30}[unit]
    if name == "last_day":
        return (today - _last_weekday(calendar.weekdays[match["day"]], today)).days
    return {"today": 0, "yesterday": 1, "day_before": 2, "last_week": 7, "last_month": 30}[name]


def _last_weekday(weekday: int, today: date) -> date:
    return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)


def _latest(month: int, day: int, today: date) -> date | None:
    this_year = _day(today.year, month, day)
    return this_year if this_year and this_year <= today else _day(today.year - 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
