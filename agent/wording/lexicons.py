"""How each language says what a reply can state, read once from the files of ``lexicon/``.

A language without a file has an empty lexicon: its figures, addresses and names are still read.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from agent.wording.numerals import numeral_reader

FOLDER = Path(__file__).parent / "lexicon"
SPOKEN = tuple(sorted(path.stem for path in FOLDER.glob("??.yaml")))
_NEVER = re.compile(r"(?!)")
_SIGNS = str.maketrans({"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something that only facts or articles can say; ``facts`` are the fact words that speak of it."""

    name: str
    polar: bool
    common: bool
    state: bool
    own_denial: bool
    bound: bool
    one_of: str
    facts: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language. ``patterns`` are whole words, without regard to case."""

    language: str
    patterns: Mapping[str, re.Pattern[str]]
    parts: Mapping[str, str]
    words: Mapping[str, Mapping[str, Any]]
    lists: Mapping[str, frozenset[str]]
    topics: tuple[Topic, ...]
    figures: Callable[[str], str]

    def find(self, name: str) -> re.Pattern[str]:
        """The pattern of that name; one that never matches when the language has none."""
        return self.patterns.get(name, _NEVER)

    def part(self, name: str) -> str:
        """The same as a part of a larger expression."""
        return self.parts.get(name, "(?!)")


def plain_signs(text: str) -> str:
    """One kind of apostrophe, blank and hyphen."""
    return text.translate(_SIGNS)


def short_code(language: str) -> str:
    """``fr`` for ``fr-CA``."""
    return language.replace("_", "-").split("-")[0].lower()


@cache
def lexicon(language: str) -> Lexicon:
    path = FOLDER / f"{language}.yaml"
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return Lexicon(
        language=language,
        patterns={name: whole_words(each) for name, each in told.items() if isinstance(each, str) and each},
        parts={name: f"(?:{_spaced(each)})" for name, each in told.items() if isinstance(each, str) and each},
        words={name: each for name, each in told.items() if isinstance(each, dict)},
        lists={name: frozenset(map(str, each)) for name, each in told.items() if isinstance(each, list)},
        topics=tuple(_topics(language)),
        figures=_with_lengths(told),
    )


def whole_words(pattern: str) -> re.Pattern[str]:
    """``_`` stands for a blank; the pattern neither begins nor ends inside a word."""
    return re.compile(rf"(?<!\w)(?:{_spaced(pattern)})(?:(?<=')|(?!\w))", re.IGNORECASE)


def _spaced(pattern: str) -> str:
    return pattern.replace("_", r"\s")


def _topics(language: str) -> list[Topic]:
    told = yaml.safe_load((FOLDER / "topics.yaml").read_text(encoding="utf-8"))
    return [
        Topic(
            name=name,
            polar=each.get("polar", False),
            common=each.get("common", False),
            state=each.get("state", False),
            own_denial=each.get("own_denial", False),
            bound=each.get("bound", False),
            one_of=each.get("one_of", ""),
            facts=frozenset(str(each.get("facts", "")).split()),
            pattern=whole_words(each[language]),
        )
        for name, each in told.items()
        if language in each
    ]


def _with_lengths(told: Mapping[str, Any]) -> Callable[[str], str]:
    """Rewrites "half an hour" and number words as figures."""
    numerals = numeral_reader(told.get("numbers", {}))
    lengths = {str(name): str(length) for name, length in told.get("lengths", {}).items()}
    if not lengths:
        return numerals
    names = "|".join(re.escape(each) for each in sorted(lengths, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
    return lambda text: numerals(pattern.sub(lambda match: lengths[match[0].lower()], text))
