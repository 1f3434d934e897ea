"""The words of each language as content: ``<lang>.yaml`` beside this file, compiled once into patterns.

An entry is a phrase as people say it; case and accents do not matter. In it ``'`` may be missing in what people
type ("j'ai", "jai"), ``...`` stands for up to three words, and ``( | ) ? [ ]`` are those of a regular expression.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

import yaml

from agent.understanding.embedded.words import fold
from domain.languages import Language

Entries = Mapping[str, Mapping[str, list[str]]]
_SOME = r"(?: [^ ]+){0,3}"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ASKED_AS_ONE = ("acts", "strong", "reasons", "resolutions")
_SINGLE_WORDS = frozenset({"np_stop", "not_goods"})
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One language: a pattern per name in each family ("acts", "reasons", "resolutions", "cues", ...)."""

    language: Language
    patterns: Mapping[str, Mapping[str, re.Pattern[str]]]
    entries: Entries
    any_of: Mapping[str, re.Pattern[str]]
    single: Mapping[str, frozenset[str]]

    def pattern(self, family: str, name: str) -> re.Pattern[str]:
        return self.patterns.get(family, {}).get(name, _NEVER)

    def holds(self, cue: str, word: str) -> bool:
        """Whether one folded word is a cue by itself."""
        return word in self.single.get(cue, frozenset())


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds any of the phrases, as whole words, the longest first."""
    ordered = sorted({_as_pattern(phrase) for phrase in phrases}, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<![^ ])(?:{'|'.join(ordered)})(?![^ ])") if ordered else _NEVER


def _as_pattern(phrase: str) -> str:
    folded = " ".join(fold(word) for word in phrase.split(" "))
    folded = re.sub(r" ?\??\.\.\. ?", "…", folded).removesuffix("…")
    return folded.replace("'", " ?").replace("…)", rf"{_SOME})").replace("…", f"{_SOME}? ")


def read_content(name: str) -> dict[str, Any]:
    """A file of words beside this one."""
    text = files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 - the safe loader, in C where there is one
    return content


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the sets in ``small_words.yaml``."""
    return frozenset(map(str, read_content("small_words")[name]))


@cache
def ordinals() -> Mapping[str, int]:
    """Words such as "second" and the place that they name, -1 for the last."""
    return {word: place for place, words in read_content("small_words")["ordinals"].items() for word in words}


@cache
def load_lexicon(language: Language) -> Lexicon:
    entries: Entries = read_content(language.value)
    patterns = {
        family: {name: compile_phrases(_texts(phrases)) for name, phrases in names.items() if name not in _SINGLE_WORDS}
        for family, names in entries.items()
    }
    any_of = {family: compile_phrases(chain(*map(_texts, entries[family].values()))) for family in _ASKED_AS_ONE}
    single = {name: frozenset(map(fold, _texts(phrases))) for name, phrases in entries["cues"].items()}
    return Lexicon(language, patterns, entries, any_of, single)


def _texts(phrases: Iterable[object]) -> list[str]:
    return [str(phrase) for phrase in phrases]


@cache
def all_lexicons() -> Mapping[Language, Lexicon]:
    return {language: load_lexicon(language) for language in Language}
