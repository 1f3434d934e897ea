"""What days and hours are said of: the role of a known day ("delivered on"), and the weekdays of opening hours."""

import re
from functools import cache, lru_cache

import yaml

from agent.wording.figures import read_figures
from agent.wording.lexicons import FOLDER, whole_words

_PART = re.compile(r"[,;]|\.\s|\b(?:and|et)\b")
_SHOP = ("en", "fr")


@cache
def _roles() -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / "roles.yaml").read_text(encoding="utf-8"))
    return told


def roles_of(name: str) -> list[str]:
    """``delivered_on`` is of the role ``delivered``."""
    parts = set(name.split("_"))
    return [role for role, told in _roles().items() if parts & set(told["facts"].split())]


@lru_cache(maxsize=2048)
def roles_in(clause: str, language: str) -> frozenset[str]:
    return frozenset(
        role for role, told in _roles().items() if language in told and whole_words(told[language]).search(clause)
    )


@lru_cache(maxsize=1024)
def opening_hours(text: str) -> list[tuple[frozenset[int], frozenset[int]]]:
    """For each part of a passage that names weekdays and hours: which weekdays, which minutes of the day."""
    found: list[tuple[frozenset[int], frozenset[int]]] = []
    for language in _SHOP:
        days: list[int] = []
        for part in _PART.split(text):
            stated = read_figures(part, language)
            days = [each.weekday for each in stated.days if each.weekday is not None and each.day is None] or days
            hours = frozenset(minute for each in stated.clocks for minute in each.minutes)
            if days and hours:
                found.append((_span(days), hours))
    return found


def _span(days: list[int]) -> frozenset[int]:
    """Two weekdays are taken as the ends of a run."""
    return frozenset(range(min(days), max(days) + 1)) if len(days) == 2 else frozenset(days)
