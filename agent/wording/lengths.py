"""Lengths of time in words: which ones are the same ("two weeks", "14 days") and which are not ("14 working days")."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from agent.wording.lexicons import lexicon

_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 7 * 1440}
_MONTHS = {"month": 1, "year": 12}


class Scale(StrEnum):
    """Lengths compare only within one: a month is no number of days."""

    CLOCK = "clock"
    WORKING = "working"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Length:
    """``least`` and ``most`` are minutes, or months; they are the same unless a range was said."""

    scale: Scale
    least: int
    most: int
    text: str = ""
    hedge: str = ""

    def is_near(self, known: "Length") -> bool:
        """Whether "just under two weeks" may be said of the known length."""
        if known.scale is not self.scale:
            return False
        share = known.most / self.most if self.most else 0
        match self.hedge:
            case "under":
                return 0.75 <= share < 1
            case "over":
                return 1 < share <= 1.3
            case _:
                return 0.85 <= share <= 1.15

    @property
    def range(self) -> tuple[Scale, int, int]:
        return self.scale, self.least, self.most


def length_of(number: int, unit: str, *, most: int | None = None, working: bool = False, text: str = "") -> Length:
    """``unit`` is one of minute, hour, day, week, month, year."""
    top = number if most is None else most
    if unit in _MONTHS:
        return Length(Scale.MONTHS, number * _MONTHS[unit], top * _MONTHS[unit], text)
    scale = Scale.WORKING if working else Scale.CLOCK
    return Length(scale, number * _MINUTES[unit], top * _MINUTES[unit], text)


@lru_cache
def length_pattern(language: str) -> re.Pattern[str]:
    """A number, or "a", and a unit of time, with what makes it working days."""
    words = lexicon(language)
    units = words.words.get("units")
    if not units:
        return re.compile(r"(?!)")
    unit = "|".join(f"(?P<{name}>{each}|{name}s)" for name, each in units.items())
    before, after = words.words["working"]["before"], words.words["working"]["after"]
    one, span, calendar = words.part("one"), words.part("span"), words.part("calendar")
    return re.compile(
        rf"(?<![\w.,])(?:(?P<number>\d{{1,4}})(?:\s?{span}\s?(?P<most>\d{{1,4}}))?|(?P<one>{one})(?:(?<=')|(?=\s)))"
        rf"[\s-]?(?:{calendar}[\s-]?)?(?P<working>{before or '(?!)'})?[\s-]?"
        rf"(?:{unit})(?!\w)(?:\s(?P<worked>{after or '(?!)'}))?",
        re.IGNORECASE,
    )


def read_length(match: re.Match[str], hedge: str = "") -> Length:
    groups = match.groupdict()
    number = int(groups["number"] or 1)
    unit = next(each for each in (*_MINUTES, *_MONTHS) if groups[each])
    length = length_of(
        number,
        unit,
        most=int(groups["most"]) if groups["most"] else None,
        working=bool(groups["working"] or groups["worked"]),
        text=match[0],
    )
    return replace(length, hedge=hedge)
