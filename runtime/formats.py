"""Typed values in the words of a language: money, days, instants, counts and lists, by Babel. It makes no sentence."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, get_currency_precision

from domain.blocks import PhraseValue
from domain.languages import Language
from domain.money import Money

NEAR_DAYS = 14
_LOCALES = {
    Language.EN: Locale("en", "GB"),
    Language.FR: Locale("fr"),
    Language.ES: Locale("es"),
    Language.DE: Locale("de"),
    Language.IT: Locale("it"),
    Language.NL: Locale("nl"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPatterns:
    """CLDR patterns; ``first`` replaces ``d`` on the first of a month where a language says it otherwise."""

    day: str
    weekday: str
    year: str
    time: str
    first: str = "d"


_PATTERNS = {
    Language.EN: DayPatterns(day="d MMMM", weekday="EEEE ", year=" y", time=" 'at' HH:mm"),
    Language.FR: DayPatterns(day="d MMMM", weekday="EEEE ", year=" y", time=" 'à' H'\u00a0h\u00a0'mm", first="d'er'"),
    Language.ES: DayPatterns(day="d 'de' MMMM", weekday="EEEE ", year=" 'de' y", time=" 'a las' H:mm"),
    Language.DE: DayPatterns(day="d. MMMM", weekday="EEEE, ", year=" y", time=" 'um' HH:mm"),
    Language.IT: DayPatterns(day="d MMMM", weekday="EEEE ", year=" y", time=" 'alle' HH:mm"),
    Language.NL: DayPatterns(day="d MMMM", weekday="EEEE ", year=" y", time=" 'om' HH:mm"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """In which language, time zone and on which day of the shop something is said."""

    language: Language
    zone: ZoneInfo
    today: date


@lru_cache(maxsize=4096, typed=True)
def format_value(value: PhraseValue, speaking: Speaking) -> str:
    """The value as it stands in a sentence; raises TypeError for what is no phrase value (a float, a bool, None)."""
    locale = _LOCALES[speaking.language]
    if isinstance(value, str):
        return value
    if isinstance(value, Money):
        return format_money(value, speaking.language)
    if isinstance(value, datetime):
        return _format_instant(value, speaking)
    if isinstance(value, date):
        return _format_day(value, speaking)
    if isinstance(value, tuple):
        return format_list(value, style="standard", locale=locale)
    if isinstance(value, int) and not isinstance(value, bool):
        return format_decimal(value, locale=locale)
    raise TypeError(f"{type(value).__name__} cannot be said")


def format_money(money: Money, language: Language) -> str:
    """``EUR 4.90`` as people of the language write it; whole minor units of the currency decide the decimals."""
    places = get_currency_precision(money.currency)
    amount = Decimal(money.minor).scaleb(-places)
    return format_currency(amount, money.currency, locale=_LOCALES[language])


def _format_day(day: date, speaking: Speaking) -> str:
    """With the weekday when it is within two weeks of today, with the year when it is not this year's."""
    return format_date(day, _pattern(day, speaking), locale=_LOCALES[speaking.language])


def _format_instant(moment: datetime, speaking: Speaking) -> str:
    if moment.tzinfo is None:
        raise TypeError("an instant without a time zone cannot be said")
    local = moment.astimezone(speaking.zone)
    pattern = _pattern(local.date(), speaking) + _PATTERNS[speaking.language].time
    return format_datetime(local, pattern, tzinfo=speaking.zone, locale=_LOCALES[speaking.language])


def _pattern(day: date, speaking: Speaking) -> str:
    patterns = _PATTERNS[speaking.language]
    text = patterns.day.replace("d", patterns.first, 1) if day.day == 1 else patterns.day
    if abs((day - speaking.today).days) <= NEAR_DAYS:
        text = patterns.weekday + text
    if day.year != speaking.today.year:
        text += patterns.year
    return text
