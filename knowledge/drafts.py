"""An article as read from a source, before it is split and kept."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.ids import ArticleId
from domain.languages import Language
from knowledge.words import fold

MAX_ID = 120


@dataclass(frozen=True, slots=True)
class Section:
    """Text under a heading path; paragraphs are parted by an empty line."""

    headings: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """``language`` None means that the source does not say: the shop's default is taken."""

    id: ArticleId
    title: str
    sections: tuple[Section, ...]
    source: str
    topic: str = ""
    updated: date | None = None
    asked_as: tuple[str, ...] = ()
    language: Language | None = None

    def checksum(self, embedding: str) -> str:
        """Equal as long as nothing that is searched, shown or cited has changed."""
        parts = [
            self.id,
            self.title,
            self.topic,
            self.updated.isoformat() if self.updated else "",
            list(self.asked_as),
            [[list(section.headings), section.text] for section in self.sections],
            embedding,
        ]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def slug(text: str) -> ArticleId:
    """An id made of a file name or title: ``Return window (EU).md`` gives ``return-window-eu``."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:MAX_ID].rstrip("-")
    return ArticleId(words or hashlib.sha256(text.encode()).hexdigest()[:16])


def compose(sections: Sequence[Section]) -> str:
    """The sections as Markdown that reads back into the same sections; the title is kept apart."""
    blocks: list[str] = []
    above: tuple[str, ...] = ()
    for section in sections:
        same = 0
        while same < min(len(above), len(section.headings)) and above[same] == section.headings[same]:
            same += 1
        if section.headings and same == len(section.headings):
            same -= 1
        blocks += [f"{'#' * (depth + 2)} {words}" for depth, words in enumerate(section.headings) if depth >= same]
        blocks.append(re.sub(r"^(#+ )", r"\\\1", section.text.strip(), flags=re.MULTILINE))
        above = section.headings
    return "\n\n".join(block for block in blocks if block)
