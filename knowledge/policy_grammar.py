"""Pieces of meaning in a sentence on returns, in English and French: spans of days, amounts, countries, resolutions.

All patterns read folded text (lower case, no accents) of the same length as the sentence, so places can be compared.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from babel import Locale

from domain.money import Currency, Money
from domain.returns import Resolution

T = TypeVar("T")

EUROPEAN_UNION = frozenset(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split()  # noqa: SIM905
)
_NUMBERS = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "fourteen": 14,
    "fifteen": 15, "twenty": 20, "twenty-one": 21, "twenty-eight": 28, "thirty": 30, "forty-five": 45, "sixty": 60,
    "ninety": 90, "hundred": 100, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7,
    "dix": 10, "quatorze": 14, "quinze": 15, "vingt": 20, "vingt et un": 21, "trente": 30, "quarante-cinq": 45,
    "soixante": 60, "quatre-vingt-dix": 90, "cent": 100,
}  # fmt: skip
_UNITS = {"day": 1, "jour": 1, "week": 7, "semaine": 7, "month": 30, "mois": 30}
_NUMBER = "|".join([r"\d{1,3}", *sorted(_NUMBERS, key=len, reverse=True)])
_SPAN = re.compile(
    rf"(?<![\w-])(?P<number>{_NUMBER})(?:\s*\(\d+\))?[\s-]+(?P<kind>calendar\s+|consecutive\s+|full\s+)?"
    r"(?P<unit>days?|weeks?|months?|jours?|semaines?|mois)\b(?!\s*(?:ouvre|ouvrable))"
)
_AMOUNT = re.compile(
    r"(?P<before>€|£|\$|eur|gbp|usd|chf)\s?(?P<first>\d+(?:[.,]\d{1,2})?)"
    r"|(?P<second>\d+(?:[.,]\d{1,2})?)\s?(?P<after>€|£|\$|eur(?:os?)?\b|gbp\b|usd\b|chf\b|pounds?\b"
    r"|dollars?\b|livres?\b)"
)
_CURRENCIES = {"€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "pound": "GBP",
    "pounds": "GBP", "livre": "GBP", "livres": "GBP", "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
    "chf": "CHF"}  # fmt: skip
_RESOLUTIONS = {
    Resolution.EXCHANGE: re.compile(
        r"\bexchang\w*|\bswap\w*|\bechang\w*|\banother (?:size|colou?r)"
        r"|\bautre taille"
    ),
    Resolution.STORE_CREDIT: re.compile(
        r"\bstore credit|\bshop credit|\bcredit notes?\b|\bvouchers?\b"
        r"|\b(?:un|ou|cet|votre|d'un|en|l')\s?avoirs?\b(?! (?!jusqu|sous\b)\w+(?:e|i|u)s?\b)|\bbons? d'achat"
    ),
    Resolution.REFUND: re.compile(r"\brefund\w*|\bmoney[- ]back|\breimburs\w*|\brembours\w*"),
}
_RETURN = re.compile(
    r"\breturn(?:s|ed|ing|able)?\b|\bsen[dt]\w* (?:\w+ ){0,3}back|\bcom\w+ back"
    r"|\bgiv\w+ (?:\w+ ){0,2}back|\bbring\w* back|\btak\w+ (?:\w+ ){0,3}back|\bgo(?:es)? back\b"
    r"|\breto(?:ur|urn)\w*|\brenvo[iy]\w*|\brend(?:re|u|us|ue|ues)\b|\brepris\w*|\breprenons\b"
    r"|\brapporte\w*|\bchang\w+ (?:your|their) mind"
    r"|\bretract\w*|\bwithdraw\w*"
)
_EVERY = re.compile(r"\bwhichever|\bwhatever (?:you|solution)|\bquel(?:le)? que soi(?:t|ent)|\btoute solution")
_MORE_NAMES = {"uk": "GB", "u.k.": "GB", "great britain": "GB", "grande-bretagne": "GB", "england": "GB",
    "angleterre": "GB", "usa": "US", "u.s.": "US", "the us": "US", "the states": "US", "etats-unis": "US",
    "holland": "NL", "hollande": "NL", "mainland france": "FR", "metropolitan france": "FR"}  # fmt: skip
_UNION = re.compile(
    r"\beuropean union\b|\bunion europeenne\b|\bthe eu\b|\bl'ue\b|\beu countries\b"
    r"|\bwithin the eu\b"
)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and where it stands."""

    value: T
    start: int
    stop: int


def level(text: str) -> str:
    """Folded letter by letter: as long as the text itself."""
    return "".join(_level_letter(letter) for letter in text)


def spans(text: str) -> Iterator[Found[int]]:
    """Spans of time in calendar days; working days are not one."""
    for match in _SPAN.finditer(text):
        said = match.group("number")
        unit = next(days for word, days in _UNITS.items() if match.group("unit").startswith(word))
        yield Found((int(said) if said.isdigit() else _NUMBERS[said]) * unit, match.start(), match.end())


def amounts(text: str) -> Iterator[Found[Money]]:
    for match in _AMOUNT.finditer(text):
        sign = match.group("before") or match.group("after")
        whole, _, cents = (match.group("first") or match.group("second")).replace(",", ".").partition(".")
        minor = int(whole) * 100 + int(cents.ljust(2, "0") or 0)
        yield Found(Money(minor=minor, currency=Currency(_CURRENCIES[sign])), match.start(), match.end())


def countries(text: str) -> Iterator[Found[frozenset[str]]]:
    """Countries by name; the European Union stands for all of its members."""
    for match in _UNION.finditer(text):
        yield Found(EUROPEAN_UNION, match.start(), match.end())
    pattern, names = _country_names()
    for match in pattern.finditer(text):
        yield Found(frozenset({names[match.group()]}), match.start(), match.end())


def resolutions(text: str) -> frozenset[Resolution]:
    """What a piece of text speaks of; a return is a refund unless it says what else; all when it says whichever."""
    if _EVERY.search(text):
        return frozenset(Resolution)
    named = {resolution for resolution, pattern in _RESOLUTIONS.items() if pattern.search(text)}
    returned = _RETURN.search(text)
    if returned and (
        not named
        or re.search(
            r"\bor exchang|\bou echang|\band exchang"
            r"|\bet (?:les )?echang",
            text,
        )
    ):
        named.add(Resolution.REFUND)
    return frozenset(named)


def speaks_of_return(text: str) -> bool:
    return bool(_RETURN.search(text))


def _level_letter(letter: str) -> str:
    if letter == "’":
        return "'"
    if letter in "\u00a0\u202f":
        return " "
    plain = unicodedata.normalize("NFKD", letter.lower())[:1]
    return plain or letter


@lru_cache(maxsize=1)
def _country_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = dict(_MORE_NAMES)
    for locale in ("en", "fr"):
        for code, name in Locale(locale).territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}:
                names[level(name)] = code
    ordered = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)"), names
