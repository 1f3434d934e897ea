"""Deeds and topics recognised in words of any language, so that an English article can back a French sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import yaml

from agent.wording.lexicons import FOLDER, Lexicon, Topic, lexicon

_CLAUSE = re.compile(r"[,;:.!?()–—]|\s(?:but|mais|pero|aber|ma|maar|sondern|sino)\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A topic in a clause, and whether the clause denies it."""

    topic: str
    denied: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    facts: frozenset[str]
    beginnings: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def _deeds() -> dict[str, _Deed]:
    told = yaml.safe_load((FOLDER / "verbs.yaml").read_text(encoding="utf-8"))
    return {
        name: _Deed(
            facts=frozenset(each.pop("facts").split()),
            beginnings=tuple((language, tuple(stems.split())) for language, stems in each.items()),
        )
        for name, each in told.items()
    }


@cache
def companies() -> re.Pattern[str]:
    """Names of carriers, payment services and other shops."""
    names = yaml.safe_load((FOLDER / "names.yaml").read_text(encoding="utf-8"))["companies"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


@cache
def given_names() -> frozenset[str]:
    return frozenset(map(str, yaml.safe_load((FOLDER / "names.yaml").read_text(encoding="utf-8"))["given"]))


@lru_cache(maxsize=8192)
def deeds_of(word: str, language: str) -> frozenset[str]:
    """What kinds of deed a word of this language may name."""
    low = word.lower()
    return frozenset(
        name
        for name, deed in _deeds().items()
        for spoken, stems in deed.beginnings
        if spoken == language and low.startswith(stems)
    )


def is_backed(deeds: Iterable[str], facts: frozenset[str]) -> bool:
    """Whether a fact says that one of these was done."""
    return any(_deeds()[each].facts & facts for each in deeds)


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())


@lru_cache(maxsize=4096)
def deeds_in(text: str, language: str) -> frozenset[str]:
    return frozenset().union(*(deeds_of(word, language) for word in words_of(text)))


def clauses(text: str) -> list[str]:
    return [each for each in _CLAUSE.split(text) if each.strip()]


@lru_cache(maxsize=4096)
def topics_in(text: str, language: str) -> tuple[Spoken, ...]:
    """Topics of each clause. A denial within the topic's own words ("costs nothing") is part of the topic."""
    words = lexicon(language)
    return tuple(spoken for clause in clauses(text) for spoken in _topics_of(clause, words))


def _topics_of(clause: str, words: Lexicon) -> Iterator[Spoken]:
    found = [(topic, match) for topic in words.topics for match in topic.pattern.finditer(clause)]
    rest = clause
    for topic, match in found:
        if topic.own_denial:
            rest = f"{rest[: match.start()]}{'¤' * len(match[0])}{rest[match.end() :]}"
    denied = bool(found) and bool(words.find("negation").search(rest))
    for topic, match in found:
        yield Spoken(topic.name, denied, match[0])


@cache
def topics_of_group(group: str, language: str) -> tuple[Topic, ...]:
    """Topics of which only one can be so, such as the means of payment."""
    return tuple(each for each in lexicon(language).topics if each.one_of == group)


@cache
def topic_named(name: str, language: str) -> Topic:
    return next(each for each in lexicon(language).topics if each.name == name)
