"""Sentences of a passage, each a verbatim piece of its text, with the heading line that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|incl|excl|max|min|no|nr|art|vs|mr|mrs|ms|dr|st|env|ex|p\. ex|cf|tél|tel|mme|mlle"
    r"|bzw|z\.B|ca|inkl|zzgl|bijv|ecc|pág|núm|sig|sra?)|\b[A-Za-z])\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+\S)|\s+\|\s+|\n+")
_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is verbatim; ``start`` is its place in the passage; ``heading`` is empty when there is none."""

    text: str
    start: int
    heading: str


def split_sentences(text: str) -> list[Sentence]:
    """Headings are lines without a full stop with an empty line after them; they are no sentences themselves."""
    found: list[Sentence] = []
    heading = ""
    for start, line, before_gap in _lines(text):
        if before_gap and _looks_like_heading(line):
            heading = line.strip()
            continue
        found += [Sentence(piece, start + offset, heading) for offset, piece in _pieces(line)]
    return found or [
        Sentence(piece, start + offset, "") for start, line, _ in _lines(text) for offset, piece in _pieces(line)
    ]


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each line that holds something: where it starts, and whether an empty line and more text follow."""
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        rest = text[match.end() :]
        yield match.start(), match.group(), rest.startswith("\n\n") and bool(rest.strip())


def _looks_like_heading(line: str) -> bool:
    bare = line.strip()
    return (
        len(bare.split()) <= _HEADING_WORDS and bare[-1] not in ".!…:;," and " | " not in bare and bare[0] not in "-•*"
    )


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _END.finditer(line):
        stop = match.end()
        if match.group().strip() == "|":
            yield from _trimmed(line, start, match.start())
        elif _ABBREVIATION.search(line[start:stop]) or line[stop:].lstrip()[:1].islower():
            continue
        else:
            yield from _trimmed(line, start, stop)
        start = stop
    yield from _trimmed(line, start, len(line))


def _trimmed(line: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    piece = line[start:stop]
    bare = re.sub(r"^\s*(?:[-•*–]\s+|\d{1,2}[.)]\s+)?", "", piece)
    offset = start + len(piece) - len(bare)
    if bare.strip():
        yield offset, bare.rstrip()
