"""A reply in words: what blocks become once phrases are resolved, and what channels render without adding a word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from domain.blocks import Tone


class FactKind(StrEnum):
    """What a span of text states, so that the check can ask where it comes from."""

    AMOUNT = "amount"
    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSpan:
    """``text`` as it stands in the words, put there by code from a fact called ``name``."""

    kind: FactKind
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A resolved phrase: the words, the short form for small channels, and the facts placed in it."""

    text: str
    short: str = ""
    spans: tuple[FactSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidText:
    words: Words
    key: str = ""
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A citation in words, e.g. title, heading path and "updated on 14 September 2026"."""

    article: str
    title: str
    headings: tuple[str, ...]
    version: int
    updated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidQuote:
    """Sentences from the shop's articles."""

    text: str
    sources: tuple[Source, ...]
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    label: str
    value: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidFacts:
    title: str
    rows: tuple[SaidRow, ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLink:
    label: str
    url: str
    primary: bool = False
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPill:
    label: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidClause:
    text: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidCard:
    title: str
    subtitle: str
    image: str
    pill: SaidPill | None
    rows: tuple[SaidRow, ...]
    decision: Words | None
    actions: tuple[SaidLink, ...]
    why: SaidClause | None
    kind: Literal["card"] = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidStep:
    label: Words
    at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTimeline:
    steps: tuple[SaidStep, ...]
    link: SaidLink | None
    kind: Literal["timeline"] = "timeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOption:
    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidChoices:
    prompt: Words
    options: tuple[SaidOption, ...]
    kind: Literal["choices"] = "choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidUpload:
    prompt: str
    accepts: tuple[str, ...]
    url: str
    kind: Literal["upload"] = "upload"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeEntry:
    """Six boxes for a one-time code; a channel without boxes shows only the words that come before it."""

    digits: int = 6
    kind: Literal["code_entry"] = "code_entry"


SaidBlock = SaidText | SaidQuote | SaidFacts | SaidCard | SaidTimeline | SaidChoices | SaidLink | SaidUpload | CodeEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One reply of the agent (or of a person, ``author`` tells) in one language."""

    language: str
    blocks: tuple[SaidBlock, ...]
    author: Literal["agent", "person"] = "agent"
    author_name: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
