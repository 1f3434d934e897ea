"""Sections to passages of 80 to 300 words, cut along headings, then paragraphs, then sentences."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.drafts import Section
from knowledge.sentences import split_sentences

SHORTEST = 80
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage to be: the heading path that all of its text stands under, and the text."""

    headings: tuple[str, ...]
    text: str


def split_sections(sections: Iterable[Section]) -> list[Piece]:
    """A short article is one passage; headings that differ inside a passage stay in its text as lines."""
    parts = [part for section in sections for part in _cut(section) if part.text.strip()]
    pieces: list[Piece] = []
    run: list[Section] = []
    for part in parts:
        if run and _size([*run, part]) > LONGEST:
            pieces.append(_join(run))
            run = []
        run.append(part)
        if _size(parts) > LONGEST and _size(run) >= SHORTEST and _closes(run, parts):
            pieces.append(_join(run))
            run = []
    if run:
        pieces.append(_join(run))
    return _absorb_short(pieces)


def _closes(run: list[Section], parts: list[Section]) -> bool:
    """Whether the next part stands under another heading."""
    place = next(n for n, part in enumerate(parts) if part is run[-1])
    return place + 1 < len(parts) and parts[place + 1].headings != run[-1].headings


def _absorb_short(pieces: list[Piece]) -> list[Piece]:
    """A short last passage joins the one before when both fit."""
    if len(pieces) < 2 or _words(pieces[-1].text) >= SHORTEST:
        return pieces
    before, last = pieces[-2:]
    if _words(before.text) + _words(last.text) > LONGEST:
        return pieces
    return [*pieces[:-2], _join([Section(before.headings, before.text), Section(last.headings, last.text)])]


def _join(run: list[Section]) -> Piece:
    shared = run[0].headings
    for part in run[1:]:
        length = next((n for n, (a, b) in enumerate(zip(shared, part.headings, strict=False)) if a != b), None)
        shared = shared[: min(len(shared), len(part.headings)) if length is None else length]
    blocks: list[str] = []
    above: tuple[str, ...] = shared
    for part in run:
        if part.headings != above and len(part.headings) > len(shared):
            blocks.append(part.headings[-1])
        above = part.headings
        blocks.append(part.text.strip())
    return Piece(shared, "\n\n".join(blocks))


def _cut(section: Section) -> Iterator[Section]:
    """The section whole, or in pieces of about 200 words when it is too long."""
    if _words(section.text) <= LONGEST:
        yield section
        return
    run: list[str] = []
    for block in _blocks(section.text):
        if run and _words("".join([*run, block])) > (SHORTEST + LONGEST) // 2 + 40:
            yield Section(section.headings, "".join(run).strip())
            run = []
        run.append(block)
    yield Section(section.headings, "".join(run).strip())


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs with the gap behind them; sentences of a paragraph that is too long; words as the last resort."""
    for paragraph in re.findall(r".+?(?:\n\s*\n|\Z)", text, re.DOTALL):
        if _words(paragraph) <= LONGEST // 2:
            yield paragraph
            continue
        starts = [sentence.start for sentence in split_sentences(paragraph)]
        bounds = [0, *starts[1:], len(paragraph)]
        for start, stop in pairwise(bounds):
            yield from _chunks(paragraph[start:stop])


def _chunks(text: str) -> Iterator[str]:
    if _words(text) <= LONGEST // 2:
        yield text
        return
    words = re.findall(r"\S+\s*", text)
    for start in range(0, len(words), LONGEST // 2):
        yield "".join(words[start : start + LONGEST // 2])


def _size(parts: list[Section]) -> int:
    return sum(_words(part.text) for part in parts)


def _words(text: str) -> int:
    return len(text.split())
