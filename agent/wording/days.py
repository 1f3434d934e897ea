"""Days as a text names them: by date, by weekday, by month alone, or from today ("tomorrow")."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from agent.wording.lexicons import Lexicon, lexicon

_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
_SLASHED = re.compile(r"(?<![\w./])(?P<day>\d{1,2})([/.])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d\d)(?![\w/])")
_SHORT = re.compile(r"(?<![\w./,€$£])(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})|\.(?P<month2>\d{1,2})\.)(?![\w/%])")
# "Guten Morgen", "por la mañana": the same word, but a part of the day.
_NO_MORROW = re.compile(r"\b(?:guten|heute|am|jeden|la|esta|goede|goeden|de)\s$", re.IGNORECASE)
_BEFORE_DAY = r"(?:the|le|au|du|el|al|del|il|dal|l'|am|den|dem|zum|vom|bis|op|de|tot|vanaf)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was named of a day. ``shift`` counts from today; ``side`` is -1 for past ("last Friday"), 1 for to come."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    shift: int | None = None
    side: int = 0
    text: str = ""
    span: tuple[int, int] = (0, 0)

    def fits(self, known: date, today: date | None) -> bool:
        """A weekday or a month alone means the nearest one, so it needs to know today."""
        if self.shift is not None:
            return today is not None and known == today + timedelta(days=self.shift)
        named = ((self.day, known.day), (self.month, known.month), (self.year, known.year))
        if not all(mine is None or mine == theirs for mine, theirs in named):
            return False
        if self.weekday is not None and self.weekday != known.weekday():
            return False
        if today is None or (self.day is not None and self.month is not None):
            return True
        return self._is_near((known - today).days)

    def _is_near(self, away: int) -> bool:
        if self.side and away * self.side < 0:
            return False
        if self.day is not None:
            return abs(away) <= 62
        return abs(away) <= (366 if self.month is not None else 7)

    def agrees(self, other: "Day") -> bool:
        """Whether a text that names the other day backs this one: it may say less, never something else."""
        if self.shift is not None:
            return self.shift == other.shift
        mine = (self.day, self.month, self.year, self.weekday)
        theirs = (other.day, other.month, other.year, other.weekday)
        pairs = list(zip(mine, theirs, strict=True))
        return all(a is None or b is None or a == b for a, b in pairs) and any(
            a is not None and a == b for a, b in pairs
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReader:
    """Reads days from the surest form to the loosest; ``spoken`` names months and weekdays."""

    named_pattern: re.Pattern[str]
    numbered: re.Pattern[str]
    alone: re.Pattern[str]
    month_alone: re.Pattern[str]
    relative: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    shifts: Mapping[str, int]
    words: Lexicon

    def exact(self, text: str) -> Iterator[Day]:
        """Dates in figures alone."""
        for pattern in (_ISO, _SLASHED, _SHORT):
            for match in pattern.finditer(text):
                groups = match.groupdict()
                day, month = int(groups["day"]), int(groups["month"] or groups.get("month2") or 0)
                year = int(groups["year"]) if groups.get("year") else None
                if 1 <= month <= 12 and 1 <= day <= 31:
                    full = year + 2000 if year is not None and year < 100 else year
                    yield Day(day=day, month=month, year=full, text=match[0], span=match.span())

    def named(self, text: str) -> Iterator[Day]:
        """A day and the name of its month."""
        for match in self.named_pattern.finditer(text):
            month = match["month"] or match["month2"]
            year, weekday = match["year"] or match["year2"], match["weekday"]
            yield Day(
                day=int(match["day"] or match["day2"]),
                month=self.months[month.lower()],
                year=int(year) if year else None,
                weekday=self.weekdays[weekday.lower()] if weekday else None,
                text=match[0],
                span=match.span(),
            )

    def loose(self, text: str) -> Iterator[Day]:
        """A weekday with or without its number, "the 20th", a month alone, "tomorrow"."""
        taken: list[tuple[int, int]] = []
        for day in (*self._relative(text), *self._numbered(text), *self._months(text), *self._weekdays(text)):
            if not any(start < day.span[1] and day.span[0] < end for start, end in taken):
                taken.append(day.span)
                yield day

    def _relative(self, text: str) -> Iterator[Day]:
        for match in self.relative.finditer(text):
            if _NO_MORROW.search(text[: match.start()]):
                continue
            yield Day(shift=self.shifts[match[0].lower()], text=match[0], span=match.span())

    def _numbered(self, text: str) -> Iterator[Day]:
        for match in self.numbered.finditer(text):
            weekday, number = match["weekday"], match["day"] or match["day2"] or match["day3"]
            if 1 <= int(number) <= 31:
                named = self.weekdays[weekday.lower()] if weekday else None
                yield Day(day=int(number), weekday=named, text=match[0], span=match.span())

    def _months(self, text: str) -> Iterator[Day]:
        for match in self.month_alone.finditer(text):
            name = match["month"].lower()
            if name in self.words.lists.get("months_not", ()) and not (match["before"] and match["month"][0].isupper()):
                continue
            side = self._side(text, match.start("month"), match.end())
            yield Day(month=self.months[name], side=side, text=match[0], span=match.span())

    def _weekdays(self, text: str) -> Iterator[Day]:
        for match in self.alone.finditer(text):
            side = self._side(text, *match.span())
            yield Day(weekday=self.weekdays[match[1].lower()], side=side, text=match[0], span=match.span())

    def _side(self, text: str, start: int, end: int) -> int:
        near = f"{text[max(0, start - 12) : start]}|{text[end : end + 12]}"
        if self.words.find("last").search(near):
            return -1
        return 1 if self.words.find("next").search(near) else 0


@lru_cache
def day_reader(language: str) -> DayReader:
    words = lexicon(language)
    months, weekdays = _months_of(language), _weekdays_of(language)
    shifts = {str(name): int(shift) for name, shift in words.words.get("relative", {}).items()}
    month, weekday, shift = _any_of(months), _any_of(weekdays), _any_of(shifts)
    year = r"(?:,?\s(?:de\s|del\s)?(?P<year{0}>20\d\d))?"
    ordinal = r"(?:er|st|nd|rd|th|\.|°|º|e)?"
    start = rf"(?:(?<!\w)(?P<weekday>{weekday})\.?,?\s(?:(?:{_BEFORE_DAY}|der)\s)?)?"
    named = (
        rf"{start}(?:(?<!\w)(?P<day>\d{{1,2}}){ordinal}\s(?:of\s|de\s|di\s)?(?P<month>{month})(?!\w)\.?{year.format('')}"
        rf"|(?<!\w)(?P<month2>{month})\.?\s(?:the\s)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|\s?[:%€$£]){year.format('2')})"
    )
    numbered = (
        rf"(?<!\w)(?P<weekday>{weekday})\.?,?\s(?:{_BEFORE_DAY}\s)?(?P<day>\d{{1,2}}){ordinal}(?![\w:/€%]|\s?[€%]|,\d)"
        rf"|(?<!\w)(?P<day2>\d{{1,2}})(?:st|nd|rd|th)(?!\w)"
        rf"|(?<!\w){_BEFORE_DAY}\s(?P<day3>\d{{1,2}})(?:er|\.(?=\s[a-zäöü]))?(?![\w:/€%]|\s?[€%a-zà-ÿ]|,\d)"
    )
    return DayReader(
        named_pattern=re.compile(named, re.IGNORECASE),
        numbered=re.compile(numbered, re.IGNORECASE),
        alone=re.compile(rf"(?<!\w)({weekday})s?(?!\w)", re.IGNORECASE),
        month_alone=re.compile(
            rf"(?<!\w)(?P<before>(?:in|since|until|by|last|of|en|depuis|fin|seit|bis)\s)?(?P<month>{month})(?!\w)",
            re.IGNORECASE,
        ),
        relative=re.compile(rf"(?<!\w)(?:{shift})(?!\w)", re.IGNORECASE),
        months=months,
        weekdays=weekdays,
        shifts={name.lower(): each for name, each in shifts.items()},
        words=words,
    )


def _any_of(names: Mapping[str, int]) -> str:
    return "|".join(sorted((re.escape(each) for each in names), key=len, reverse=True)) or "(?!)"


def _months_of(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in _locales(language):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                names[name.lower()] = names[name.lower().rstrip(".")] = number
    if language == "en":
        names["sept"] = names["sep"] = 9
    return names


def _weekdays_of(language: str) -> dict[str, int]:
    return {
        name.lower(): number
        for locale in _locales(language)
        for number, name in get_day_names("wide", locale=locale).items()
    }


def _locales(language: str) -> list[Locale]:
    try:
        return [Locale.parse(language)]
    except (UnknownLocaleError, ValueError):
        return [Locale.parse("en")]
