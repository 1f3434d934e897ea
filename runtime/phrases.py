"""Phrases in words: Project Fluent files of every folder that owns some, one namespace of keys.

It resolves a key with typed values; it decides nothing and holds no sentence of its own. What a developer got wrong
(an unknown key, a value missing or of the wrong type) raises PhraseBroken, so that nobody ever reads braces.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentInt, FluentType
from fluent.syntax import ast

from domain.blocks import Phrase, PhraseValue
from domain.languages import Language
from domain.money import Money
from domain.replies import FactKind, FactSpan, Words
from runtime.formats import Speaking, format_value

ROOT = Path(__file__).parent.parent
FOLDERS = (
    "agent/phrases",
    "agent/*/phrases",
    "skills/*/phrases",
    "web/phrases",
    "web/console/phrases",
    "channels/*/phrases",
    "desk/*/phrases",
)
SHORT = "short"
_FALLS_BACK = {Language.ES, Language.DE, Language.IT, Language.NL}
_IDENTIFIER = re.compile(r"(?=.*\d)#?[A-Z0-9][A-Z0-9 ./-]{3,}", re.IGNORECASE)
_NAMES = {"item", "items", "product", "variant", "name", "customer", "carrier", "shop", "place", "company", "wanted"}


class PhraseBroken(RuntimeError):
    """The developer acts next: the key, its values or its file are wrong."""


class _Placed:
    """A value on its way into a sentence; it notes that it was placed."""

    words: str
    seen: list[FactSpan]
    span: FactSpan

    def format(self, locale: Any) -> str:
        if self.words:
            self.seen.append(self.span)
        return self.words


class _PlacedWord(_Placed, str, FluentType):  # type: ignore[misc]
    """Text, and everything formatted before Fluent sees it; a selector compares the text."""


class _PlacedCount(_Placed, FluentInt):  # type: ignore[misc]
    """A number; a selector takes its plural form."""


@dataclass(frozen=True, slots=True)
class _Book:
    """The phrases of one language; a sentence that falls back to it has its dates and amounts in it too."""

    language: Language
    bundle: Any
    keys: frozenset[str]


class Phrases:
    """All phrases; made once, it only reads from then on."""

    def __init__(self, sources: Mapping[Language, Iterable[tuple[str, str]]]) -> None:
        """``sources`` are (where, text) pairs of Fluent per language; a key twice in one language is refused."""
        self._books = {language: _bind(language, texts) for language, texts in sources.items()}

    def has(self, key: str, language: Language) -> bool:
        """Whether the key can be said in the language, by falling back if need be."""
        return self._find_book(key, language) is not None

    def say(self, phrase: Phrase, *, language: Language, zone: ZoneInfo, today: date) -> Words:
        """The phrase in words, its short form (the same words where there is none) and the facts placed in either."""
        book = self._find_book(phrase.key, language)
        if book is None:
            raise PhraseBroken(f"no phrase {phrase.key!r} in {language.value}")
        speaking = Speaking(language=book.language, zone=zone, today=today)
        seen: list[FactSpan] = []
        values = {name: _placed(name, value, speaking, seen) for name, value in phrase.values.items()}
        message = book.bundle.get_message(phrase.key)
        text = _resolve(book, message.value, values, phrase.key)
        pattern = message.attributes.get(SHORT)
        short = _resolve(book, pattern, values, phrase.key) if pattern else text
        return Words(text=text, short=short, spans=tuple(dict.fromkeys(seen)))

    def labels(self, prefix: str, language: Language, *, zone: ZoneInfo, today: date) -> dict[str, str]:
        """Every phrase whose key starts with the prefix and that takes no value, in words: the labels of a page."""
        book = self._books.get(language) or self._books[Language.EN]
        keys = [key for key in sorted(book.keys) if key.startswith(prefix)]
        return {key: self.say(Phrase(key=key), language=language, zone=zone, today=today).text for key in keys}

    def _find_book(self, key: str, language: Language) -> _Book | None:
        for code in (language, Language.EN) if language in _FALLS_BACK else (language,):
            book = self._books.get(code)
            if book and key in book.keys:
                return book
        return None


@cache
def load_phrases(root: Path = ROOT) -> Phrases:
    """The phrases of every owning folder below ``root``."""
    return Phrases(read_sources(root))


def read_sources(root: Path) -> dict[Language, list[tuple[str, str]]]:
    """The Fluent files by language, as (path below ``root``, text)."""
    sources: dict[Language, list[tuple[str, str]]] = {}
    for pattern in FOLDERS:
        for path in sorted(root.glob(f"{pattern}/*.ftl")):
            where = path.relative_to(root).as_posix()
            sources.setdefault(Language(path.stem), []).append((where, path.read_text(encoding="utf-8")))
    return sources


def place_value(name: str, value: PhraseValue, *, language: Language, zone: ZoneInfo, today: date) -> Words:
    """A bare value in words, with its span."""
    speaking = Speaking(language=language, zone=zone, today=today)
    words = _words_of(name, value, speaking)
    spans = (FactSpan(kind=kind_of(name, value), name=name, text=words),) if words else ()
    return Words(text=words, short=words, spans=spans)


def kind_of(name: str, value: PhraseValue) -> FactKind:
    """What a value states; text is an identifier, a name or just text by its shape and its name in the phrase."""
    if isinstance(value, Money):
        return FactKind.AMOUNT
    if isinstance(value, (date, datetime)):
        return FactKind.DATE
    if isinstance(value, int) or (isinstance(value, str) and _IDENTIFIER.fullmatch(value) and name not in _NAMES):
        return FactKind.NUMBER
    return FactKind.NAME if name in _NAMES else FactKind.TEXT


def _bind(language: Language, texts: Iterable[tuple[str, str]]) -> _Book:
    bundle = FluentBundle([language.value], use_isolating=False)
    found: dict[str, str] = {}
    for where, text in texts:
        resource = FluentResource(text)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise PhraseBroken(f"{where}: not Fluent: {entry.content[:80]!r}")
            if isinstance(entry, ast.Message):
                if entry.id.name in found:
                    raise PhraseBroken(f"{where}: {entry.id.name!r} stands in {found[entry.id.name]} too")
                found[entry.id.name] = where
        bundle.add_resource(resource)
    return _Book(language, bundle, frozenset(found))


def _resolve(book: _Book, pattern: Any, values: Mapping[str, Any], key: str) -> str:
    if pattern is None:
        raise PhraseBroken(f"{key!r} has no words of its own")
    # Not bundle.format_pattern: it would turn our numbers into plain ones, which do not note where they were placed.
    room = ResolverEnvironment(context=book.bundle, current=CurrentEnvironment(args=dict(values)), errors=[])
    try:
        text = pattern(room)
    except ValueError as problem:
        raise PhraseBroken(f"{key!r}: {problem}") from problem
    if room.errors or not isinstance(text, str):
        raise PhraseBroken(f"{key!r}: {'; '.join(str(each) for each in room.errors)}")
    return text


def _placed(name: str, value: PhraseValue, speaking: Speaking, seen: list[FactSpan]) -> _Placed:
    words = _words_of(name, value, speaking)
    placed: Any = _PlacedCount(value) if isinstance(value, int) else _PlacedWord(words)
    placed.words, placed.seen = words, seen
    placed.span = FactSpan(kind=kind_of(name, value), name=name, text=words)
    return placed  # type: ignore[no-any-return]


def _words_of(name: str, value: PhraseValue, speaking: Speaking) -> str:
    try:
        return format_value(value, speaking)
    except TypeError as problem:
        raise PhraseBroken(f"{name!r}: {problem}") from problem
