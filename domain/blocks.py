"""What a reply is made of before words: phrases by key with typed values; wording turns them into text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from domain.knowledge import Citation
from domain.money import Money

PhraseValue = str | int | Money | date | datetime | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A sentence by key (``returns-eligible``) with the named facts it may use; the words live in ``.ftl`` files."""

    key: str
    values: Mapping[str, PhraseValue] = field(default_factory=dict)
    kind: Literal["phrase"] = "phrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Sentences quoted from the shop's own articles, with where they stand."""

    text: str
    citations: tuple[Citation, ...]
    kind: Literal["prose"] = "prose"


class Tone(StrEnum):
    """The state a pill shows; always with an icon and a word."""

    GOOD = "good"
    WAITING = "waiting"
    PROBLEM = "problem"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled fact; a phrase as value is put into words, anything else is formatted by its type."""

    label: Phrase
    value: PhraseValue | Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    title: Phrase
    rows: tuple[Row, ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A button that opens a page; ``url`` always comes from our link builder. ``primary`` marks the one next step."""

    label: Phrase
    url: str
    primary: bool = False
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something the shopper may pick by button, number or words; ``hints`` are other words for it."""

    id: str
    label: Phrase
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    prompt: Phrase
    options: tuple[Option, ...]
    kind: Literal["choices"] = "choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pill:
    label: Phrase
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The passage behind a decision, opened by "Why?"."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An order line, return, parcel, claim or incident at a glance; ``decision`` is the one sentence that matters."""

    title: str
    subtitle: str = ""
    image: str = ""
    pill: Pill | None = None
    rows: tuple[Row, ...] = ()
    decision: Phrase | None = None
    actions: tuple[Link, ...] = ()
    why: Clause | None = None
    kind: Literal["card"] = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One moment of a timeline; ``at`` None for a step still to come."""

    label: Phrase
    at: datetime | date | None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Newest first."""

    steps: tuple[Step, ...]
    link: Link | None = None
    kind: Literal["timeline"] = "timeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    prompt: Phrase
    accepts: tuple[str, ...]
    url: str
    kind: Literal["upload"] = "upload"


Block = Phrase | Prose | Facts | Card | Timeline | Choices | Link | Upload
