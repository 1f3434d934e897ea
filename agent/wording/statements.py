"""What a text states that can be wrong: amounts, days, numbers of things, lengths of time, addresses of pages.

It reads any text in the six languages, whoever wrote it, and knows nothing of where the facts come from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from babel import Locale
from babel.dates import get_day_names, get_month_names

from domain.languages import Language

CURRENCY = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "livres": "GBP",
    "$": "", "us$": "USD", "$us": "USD", "usd": "USD", "dollar": "", "dollars": "",
    "chf": "CHF", "francs": "CHF", "franken": "CHF", "cad": "CAD", "sek": "SEK", "dkk": "DKK", "pln": "PLN",
}  # fmt: skip
_UNIT = "|".join(sorted((re.escape(each) for each in CURRENCY), key=len, reverse=True))
_FIGURE = r"\d{1,3}(?:[\s\u00a0\u202f.,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
AMOUNT = re.compile(
    rf"(?<![\w])(?P<before>{_UNIT})[\s\u00a0\u202f]?(?P<figure>{_FIGURE})"
    rf"|(?<![\w.,])(?P<figure2>{_FIGURE})[\s\u00a0\u202f-]?(?P<after>{_UNIT})(?![\w])",
    re.IGNORECASE,
)
_URL = re.compile(r"\bhttps?://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+", re.IGNORECASE)
NUMBER = re.compile(
    r"#\d{3,}"
    r"|\b[A-Z]{1,6}[-_]?\d{3,}[A-Z0-9-]*"
    r"|\b[a-z]{2,6}-\d{3,}[a-z0-9-]*"
    r"|\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{6,}\b"
    r"|\b\d{5,}\b"
)
_LENGTH = re.compile(
    r"\b(?P<least>\d+)(?:\s?(?:-|–|to|or|à|ou|bis|oder|o|a|e|tot|of)\s?(?P<most>\d+))?[\s\u00a0\u202f-]?"
    r"(?:working|business|calendar|full|jours ouvrés|werk|d[ií]as h[aá]biles)?[\s\u00a0\u202f-]?"
    r"(?P<unit>minutes?|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|années?"
    r"|minutos|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|stunden?|tagen?|tage|wochen?|monaten?|monate|jahren?|jahre"
    r"|minuti|or[ae]|giorn[io]|settiman[ae]|mes[ei]|ann[io]|uur|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|%)"
    r"(?!\w)",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_SLASHED = re.compile(r"\b(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})\b")
_SOON = {
    Language.EN: re.compile(r"\b(?:tomorrow|yesterday)\b", re.IGNORECASE),
    Language.FR: re.compile(r"\b(?:demain|hier)\b", re.IGNORECASE),
    Language.ES: re.compile(r"\bayer\b|(?<!la )(?<!por la )\bmañana\b", re.IGNORECASE),
    Language.DE: re.compile(r"\bgestern\b|\bmorgen\b"),
    Language.IT: re.compile(r"\b(?:domani|ieri)\b", re.IGNORECASE),
    Language.NL: re.compile(r"\b(?:morgen|gisteren)\b", re.IGNORECASE),
}
_ANY = frozenset(Language)


@dataclass(frozen=True, slots=True)
class Amount:
    """``currency`` is empty when the sign does not say which."""

    value: Decimal
    currency: str
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as the words name it; a weekday alone has no day or month."""

    day: int | None
    month: int | None
    year: int | None
    weekday: int | None
    text: str

    def fits(self, known: date) -> bool:
        return all(
            mine is None or mine == theirs
            for mine, theirs in (
                (self.day, known.day),
                (self.month, known.month),
                (self.year, known.year),
                (self.weekday, known.weekday()),
            )
        )


@dataclass(frozen=True, slots=True)
class Length:
    """How long, or how many per cent: the figures in it."""

    figures: tuple[int, ...]
    text: str


def find_amounts(text: str) -> Iterator[Amount]:
    for match in AMOUNT.finditer(text):
        value = read_figure(match["figure"] or match["figure2"])
        unit = (match["before"] or match["after"]).lower()
        if value is not None:
            yield Amount(value, CURRENCY[unit], match[0])


def read_figure(figure: str) -> Decimal | None:
    """``1 234,50`` and ``1,234.50`` alike: the last sign is the decimal one when one or two digits follow it."""
    whole, cents = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", figure, re.DOTALL).groups()  # type: ignore[union-attr]
    try:
        return Decimal(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{cents or '0'}")
    except InvalidOperation:
        return None


def find_days(text: str, languages: frozenset[Language] = _ANY) -> Iterator[Day]:
    """Days in figures, and in the words of these languages."""
    for match in _ISO.finditer(text):
        yield Day(int(match[3]), int(match[2]), int(match[1]), None, match[0])
    for match in _SLASHED.finditer(text):
        first, second = int(match[1]), int(match[3])
        if second <= 12 and first <= 31:
            yield Day(first, second, int(match[4]) % 2000 + 2000, None, match[0])
    yield from _days_in_words(text, languages)


def _days_in_words(text: str, languages: frozenset[Language]) -> Iterator[Day]:
    words = _words(languages)
    taken: list[tuple[int, int]] = []
    for match in words.named.finditer(text):
        month = match["month"] or match["month2"]
        if month == "may":
            continue
        taken.append(match.span())
        year, spoken = match["year"] or match["year2"], match["weekday"]
        yield Day(
            int(match["day"] or match["day2"]),
            words.months[month.lower()],
            int(year) if year else None,
            words.weekdays[spoken.lower()] if spoken else None,
            match[0],
        )
    for match in words.alone.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            yield Day(None, None, None, words.weekdays[match[0].lower()], match[0])


def find_soon(text: str, language: Language) -> Iterator[str]:
    """Words such as "tomorrow", which no fact holds in that form."""
    return (match[0] for match in _SOON[language].finditer(text))


def find_numbers(text: str) -> Iterator[str]:
    """Numbers of orders, returns, claims and parcels, as they stand; not those inside an amount or an address."""
    bare = _URL.sub(" ", AMOUNT.sub(" ", _ISO.sub(" ", text)))
    return (match[0] for match in NUMBER.finditer(bare))


def find_lengths(text: str) -> Iterator[Length]:
    for match in _LENGTH.finditer(text):
        yield Length(tuple(int(each) for each in (match["least"], match["most"]) if each), match[0])


def find_figures(text: str) -> set[int]:
    """Every whole number in a text."""
    return {int(each) for each in re.findall(r"\d{1,6}", text)}


def find_urls(text: str) -> Iterator[str]:
    return (match[0].rstrip(".,;:!?") for match in _URL.finditer(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The names of days and months in some languages; ``alone`` finds a weekday without a day of the month."""

    months: dict[str, int]
    weekdays: dict[str, int]
    named: re.Pattern[str]
    alone: re.Pattern[str]


@cache
def _words(languages: frozenset[Language]) -> _Words:
    months, weekdays = _months(languages), _weekdays(languages)
    month, weekday = _any_of(months), _any_of(weekdays)
    year = r"(?:,?\s(?:de\s|del\s)?(?P<year{0}>20\d\d))?"
    named = re.compile(
        rf"(?:\b(?P<weekday>{weekday}),?\s(?:the\s|den\s|le\s)?)?"
        rf"(?:\b(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|\.|°|º)?\s(?:of\s|de\s|di\s)?(?P<month>{month})\b\.?{year.format('')}"
        rf"|\b(?P<month2>{month})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?(?:[:%€$£]|\d)){year.format('2')})",
        re.IGNORECASE,
    )
    alone = re.compile(rf"\b(?:{weekday})\b", re.IGNORECASE)
    return _Words(months=months, weekdays=weekdays, named=named, alone=alone)


def _any_of(names: dict[str, int]) -> str:
    return "|".join(sorted((re.escape(each) for each in names), key=len, reverse=True))


def _months(languages: frozenset[Language]) -> dict[str, int]:
    names: dict[str, int] = {}
    for language in languages:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=Locale(language.value)).items():
                names[name.lower()] = number
                names[name.lower().rstrip(".")] = number
    if Language.EN in languages:
        names["sep"] = names["sept"] = 9
    return names


def _weekdays(languages: frozenset[Language]) -> dict[str, int]:
    """Full names only: short ones are ordinary words in too many languages."""
    return {
        name.lower(): number
        for language in languages
        for number, name in get_day_names("wide", locale=Locale(language.value)).items()
    }
