"""A message as the clauses that may each ask for something, told apart from the story around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agent.understanding.embedded.lexicon import Lexicon
from agent.understanding.embedded.words import Span, Words, read_words

MOST_CLAUSES = 8
_SENTENCE_END = re.compile(r"(?<=[?!;\n])\s*|(?<=[^\W\d_])\.+\s+|(?<=\d)\.+\s+(?=[^\W\d_])|\.{2,}|…")
_IN_GENERAL = (("cues", "what_now"), ("strong", "can_do"))
_COMMA = re.compile(r"\s*(?:,|\s[-–—])\s+")


@dataclass(frozen=True, slots=True)
class Clause:
    """``asks`` when it has the form of a request; "what can I do?" by itself asks for nothing in particular.

    ``added`` when it brings a further one ("and", "also", "other"); ``matter`` are its words without the one that
    joins it to what stands before.
    """

    span: Span
    words: Words
    asks: bool
    added: bool
    other: bool
    matter: str


def split_clauses(text: str, within: Span, near: tuple[Lexicon, ...]) -> tuple[Clause, ...]:
    """Clauses in the order said; a conjunction splits only where a new request follows it."""
    spans = [piece for sentence in _sentences(text, within) for piece in _pieces(text, sentence, near)]
    clauses = [_clause(text, span, near) for span in spans]
    return tuple(_most_telling([clause for clause in clauses if clause.words]))


def _most_telling(clauses: list[Clause]) -> list[Clause]:
    """Of a long story the clauses that ask, and what stands right around them."""
    if len(clauses) <= MOST_CLAUSES:
        return clauses
    asking = [index for index, clause in enumerate(clauses) if clause.asks][-MOST_CLAUSES + 2 :]
    kept = sorted({0, len(clauses) - 1, *asking})
    return [clauses[index] for index in kept[:MOST_CLAUSES]]


def _sentences(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for match in _SENTENCE_END.finditer(text, within.start, within.end):
        if match.end() > start:
            yield Span(start, match.end())
            start = match.end()
    if start < within.end:
        yield Span(start, within.end)


def _pieces(text: str, sentence: Span, near: tuple[Lexicon, ...]) -> Iterator[Span]:
    """Splits at "and where ...", ", can you ...", "and my other parcel ..."."""
    words = read_words(text[sentence.start : sentence.end])
    start = sentence.start
    for index in range(2, len(words.folded) - 1):
        at = sentence.start + words.spans[index].start
        if at <= start or not _starts_request(words, index, near):
            continue
        yield Span(start, at)
        start = at
    yield Span(start, sentence.end)


def _starts_request(words: Words, index: int, near: tuple[Lexicon, ...]) -> bool:
    gap = words.text[words.spans[index - 1].end : words.spans[index].start]
    position = words.starts[index]
    joined = any(each.pattern("cues", "joiner").match(words.line, position) for each in near)
    if joined:
        after = words.line.find(" ", position) + 1
        return (
            _opens(words.line, after, near)
            or (bool(_COMMA.search(gap)) and _opens(words.line, words.line.find(" ", after) + 1, near))
            or _brings_other(words, index, near)
        )
    return bool(_COMMA.fullmatch(gap)) and _opens(words.line, position, near)


def _opens(line: str, position: int, near: tuple[Lexicon, ...]) -> bool:
    return position > 0 and any(each.pattern("cues", "request").match(line, position) for each in near)


def _brings_other(words: Words, index: int, near: tuple[Lexicon, ...]) -> bool:
    """ "and my other parcel is late": a new thing, with something said of it."""
    if len(words.folded) - index < 5:
        return False
    ahead = " ".join(words.folded[index + 1 : index + 4])
    return any(each.pattern("cues", "additive").search(ahead) for each in near)


def _clause(text: str, span: Span, near: tuple[Lexicon, ...]) -> Clause:
    words = read_words(text[span.start : span.end])
    asks = "?" in words.text or any(each.pattern("cues", "request").search(words.line) for each in near)
    head = " ".join(words.folded[:5])
    joined = _joined(words, near)
    said = " ".join(words.folded[joined:])
    bare = any(each.pattern(*what).fullmatch(said) for each in near for what in _IN_GENERAL)
    other = any(each.pattern("cues", "additive").search(head) for each in near)
    matter = words.text[words.spans[joined].start :] if joined < len(words.spans) else words.text
    return Clause(span, words, asks and not bare, joined > 0 or other, other, matter.strip(" ,;\n"))


def _joined(words: Words, near: tuple[Lexicon, ...]) -> int:
    """How many words at the start only join the clause to what stands before it."""
    matches = [match for each in near if (match := each.pattern("cues", "joiner").match(words.line))]
    return max((match[0].count(" ") + 1 for match in matches), default=0)
