"""Every figure in a piece of text, read as what it says: an amount, a share, a time of day, a length, a day, a count.

Unlike ``statements`` it leaves no figure out: what is read is blanked, and whatever is left over is a count.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from agent.wording.days import Day, DayReader, day_reader
from agent.wording.lengths import Length, length_pattern, read_length
from agent.wording.lexicons import Lexicon, lexicon, plain_signs
from agent.wording.statements import AMOUNT, CURRENCY, NUMBER, read_figure

_ENDS = "com|fr|de|net|org|example|io|shop|store|eu|uk|es|it|nl|be|ch|at|pt|co|app|me|info|test|link|help|online"
DOLLARS = "$"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_LINK = re.compile(
    rf"\bhttps?://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+|\b(?:[a-z0-9-]+\.)+(?:{_ENDS})(?![\w-]|\.\w)(?:/[^\s<>\"')\]]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w-])(?:\+\d{1,3}[\s.()-]*\d(?:[\s.()/-]*\d){5,}|0\d(?:[\s.-]\d\d){4}|0\d{9}"
    r"|\d{2,4}(?:[ .-]\d{2,4}){2,})(?![\w/])"
)
_PERCENT = re.compile(
    r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s?(?:%|per\s?cent|percent|pour cent|prozent|por ciento|per cento|procent)(?!\w)",
    re.IGNORECASE,
)
_BARE_AMOUNT = re.compile(r"(?<![\w.,/:])\d{1,3}(?:(?:[\s.,]\d{3})+|\d*)[.,]\d\d(?![\w/:]|[.,]\d)")
_COUNT = re.compile(r"(?<![\w.,/])\d+(?:[.,]\d+)*(?!\w)")
_BULLET = re.compile(r"^\s*\d{1,2}[.)]\s(?=\D)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount as said; ``hedge`` is ``under``, ``over``, ``about`` or empty."""

    value: Decimal
    currency: str
    hedge: str
    text: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes; more than one when the words leave morning or evening open."""

    minutes: frozenset[int]
    text: str


@dataclass(slots=True, kw_only=True)
class Stated:
    """All figures of a text by what they say."""

    links: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    amounts: list[Sum] = field(default_factory=list)
    percents: list[Decimal] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)
    whole: str = ""
    rest: str = ""


@lru_cache(maxsize=8192)
def read_figures(text: str, language: str) -> Stated:
    """What the figures of a text say in a language, number words included."""
    words = lexicon(language)
    return _Reading(words.figures(plain_signs(text)), words).all()


class _Reading:
    """Reads from the surest form to the loosest; each reading blanks what it has taken."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self._text = text
        self._words = words
        self._days: DayReader = day_reader(words.language)

    def all(self) -> Stated:
        stated = Stated(whole=self._text)
        self._take(_BULLET)
        stated.links = [each[0] for each in self._take(_EMAIL)]
        stated.links += [each[0].rstrip(".,;:!?") for each in self._take(_LINK)]
        if not any(each.isdigit() for each in self._text):
            self._take_words(stated)
            return stated
        self._take_days(stated, self._days.exact)
        stated.amounts = [self._sum(each) for each in self._take(AMOUNT)]
        stated.percents = [Decimal(each[1].replace(",", ".")) for each in self._take(_PERCENT)]
        stated.clocks = list(self._clocks())
        stated.phones = [each[0] for each in self._take(_PHONE)]
        stated.numbers = [each[0] for each in self._take(NUMBER)]
        self._take_days(stated, self._days.named)
        stated.lengths = [self._length(each) for each in self._take(length_pattern(self._words.language))]
        stated.amounts += [self._sum(each) for each in self._take(_BARE_AMOUNT)]
        self._take_words(stated)
        stated.counts = [each[0] for each in self._take(_COUNT)]
        return stated

    def _take_words(self, stated: Stated) -> None:
        """What needs no digit: weekdays, months, relative days, "a week", noon."""
        if not stated.lengths:
            stated.lengths = [self._length(each) for each in self._take(length_pattern(self._words.language))]
        stated.clocks += [*self._noons()]
        self._take_days(stated, self._days.loose)
        stated.rest = self._text

    def _take_days(self, stated: Stated, find: Callable[[str], Iterator[Day]]) -> None:
        found = list(find(self._text))
        stated.days += found
        for day in found:
            self._blank(*day.span)

    def _take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        found = list(pattern.finditer(self._text))
        for each in found:
            self._blank(*each.span())
        return found

    def _blank(self, start: int, end: int) -> None:
        self._text = f"{self._text[:start]}{'¤' * (end - start)}{self._text[end:]}"

    def _sum(self, match: re.Match[str]) -> Sum:
        groups = match.groupdict()
        unit = (groups.get("before") or groups.get("after") or "").lower()
        value = read_figure(groups.get("figure") or groups.get("figure2") or match[0]) or Decimal(0)
        return Sum(value, (CURRENCY[unit] or DOLLARS) if unit else "", self._hedge(match), match[0])

    def _length(self, match: re.Match[str]) -> Length:
        return read_length(match, self._hedge(match))

    def _hedge(self, match: re.Match[str]) -> str:
        """ "just under", "more than", "about", said right before."""
        before = match.string[max(0, match.start() - 28) : match.start()].rstrip()
        return next((each for each in ("under", "over", "about") if self._ends_with(each, before)), "")

    def _ends_with(self, name: str, before: str) -> bool:
        return any(each.end() == len(before) for each in self._words.find(name).finditer(before))

    def _clocks(self) -> Iterator[Clock]:
        pattern = _clock_pattern(self._words.language)
        for match in pattern.finditer(self._text):
            clock = _read_clock(match)
            if clock:
                self._blank(*match.span())
                yield clock

    def _noons(self) -> Iterator[Clock]:
        for name, hour in self._words.words.get("clock_words", {}).items():
            for match in self._take(re.compile(rf"\b{name}\b(?:\s(?P<minute>[1-5]\d))?", re.IGNORECASE)):
                yield Clock(frozenset({int(hour) * 60 + int(match["minute"] or 0)}), match[0])


@lru_cache
def _clock_pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    pm, am, sign, before = (words.part(each) for each in ("pm", "am", "clock", "clock_before"))
    bare = rf"|(?:{before})\s(?P<hour4>\d{{1,2}})(?:[:.](?P<minute4>\d\d))?" if language in {"es", "it"} else ""
    return re.compile(
        rf"(?<![\w.,/])(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?:(?P<pm>{pm})|(?P<am>{am}))(?!\w)"
        rf"|(?P<hour2>\d{{1,2}})\s?(?:{sign})(?!\w)(?:\s?(?P<minute2>[0-5]\d)(?!\w))?"
        rf"|(?P<hour5>\d{{1,2}})h(?P<minute5>[0-5]\d)(?!\w)"
        rf"|(?P<hour3>\d{{1,2}}):(?P<minute3>[0-5]\d)(?!\d)(?:\s?(?:{sign}))?{bare})",
        re.IGNORECASE,
    )


def _read_clock(match: re.Match[str]) -> Clock | None:
    groups = match.groupdict()
    hour = int(next(groups[each] for each in sorted(groups) if each.startswith("hour") and groups[each]))
    minute = int(next((groups[each] for each in groups if each.startswith("minute") and groups[each]), 0))
    if hour > 23 or minute > 59:
        return None
    if groups["pm"] and hour < 12:
        hour += 12
    if groups["am"] and hour == 12:
        hour = 0
    return Clock(frozenset({hour * 60 + minute}), match[0])
