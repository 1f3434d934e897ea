"""What the shop has written, as passages that can be quoted and cited."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.ids import ArticleId, PassageId
from domain.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a quoted sentence stands: article, heading path, version and the day it was last changed."""

    article: ArticleId
    title: str
    headings: tuple[str, ...]
    version: int
    updated: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of an article, 80 to 300 words, with its heading path."""

    id: PassageId
    text: str
    language: Language
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage with its fused rank score and, apart, how well it supports an answer (0 to 1)."""

    passage: Passage
    score: float
    support: float
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Best first; ``supported`` is False when nothing found answers the question: then say so."""

    hits: tuple[Hit, ...]
    supported: bool


class Knowledge(Protocol):
    """Searches one merchant's articles."""

    async def search(self, question: str, *, language: Language, limit: int = 3) -> Findings:
        """Falls back to the shop's default language when there is no article in this one; ``quote`` is one to three
        sentences that answer best."""
        ...

    async def find_article(self, article: ArticleId, *, language: Language) -> tuple[Passage, ...]:
        """The passages of an article in order; empty when it does not exist."""
        ...
