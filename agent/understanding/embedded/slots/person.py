"""A person's name: after "my name is", before "is my name", or as the whole answer when it was asked for."""

import re
from collections.abc import Iterator

from agent.understanding.embedded.language import is_function_word
from agent.understanding.embedded.lexicon import word_set
from agent.understanding.embedded.slots.reading import CERTAIN, GUESS, LIKELY, Found, Reading
from agent.understanding.embedded.words import Span
from domain.commands import Slot

_PARTICLES = word_set("name_particles")
_TITLES = word_set("titles")
_NEVER = word_set("never_names")
_LOOSE_CUES = word_set("loose_name_cues")
_LONGEST = 5


def find_names(reading: Reading) -> Iterator[Found]:
    asked = reading.asked is Slot.NAME
    if asked or len(reading.words.folded) <= 60:
        yield from _after_cue(reading, asked=asked)
        yield from _before_cue(reading)
    if asked:
        yield from _answer(reading)


def _after_cue(reading: Reading, *, asked: bool) -> Iterator[Found]:
    for lexicon in reading.near:
        for match in lexicon.pattern("cues", "name").finditer(reading.words.line):
            loose = match[0] in _LOOSE_CUES
            first = reading.words.line.count(" ", 0, match.end()) + 1
            indexes = _name_words(reading, first, capitals=loose and not asked)
            if not indexes or (loose and not asked and len(indexes) < 2):
                continue
            if loose and not asked and not _introduces(reading, match.start(), indexes[-1]):
                continue
            yield _found(reading, indexes, CERTAIN if not loose else LIKELY)


def _introduces(reading: Reading, start: int, last: int) -> bool:
    """ "I'm Ann Lee" tells a name at the start of a message or sentence and when nothing is said of it."""
    head = reading.words.typed(start, start + 1).start
    before = reading.text[:head].rstrip()
    return (not before or before[-1] in ".,!?;:\n" or len(before) < 12) and last + 1 <= len(reading.words.folded)


def _before_cue(reading: Reading) -> Iterator[Found]:
    for lexicon in reading.near:
        for match in lexicon.pattern("cues", "name_after").finditer(reading.words.line):
            last = reading.words.line.count(" ", 0, match.start()) - 1
            indexes: list[int] = []
            for index in range(last, max(last - _LONGEST, -1), -1):
                if not _is_name_word(reading, index, capitals=True):
                    break
                indexes.insert(0, index)
            if indexes and (len(indexes) > 1 or match[0] != "here") and _adjacent(reading, indexes, last):
                yield _found(reading, indexes, LIKELY)


def _adjacent(reading: Reading, indexes: list[int], last: int) -> bool:
    between = [
        reading.text[reading.words.spans[i].end : reading.words.spans[i + 1].start] for i in range(indexes[0], last + 1)
    ]
    return not any("@" in gap or "\n" in gap for gap in between)


def _answer(reading: Reading) -> Iterator[Found]:
    """The whole message, or what stands before a comma, when every word can be part of a name."""
    head = re.split(r"[,;(\n!?]", reading.text.strip(), maxsplit=1)[0]
    for piece in (head, reading.text):
        words = [index for index, span in enumerate(reading.words.spans) if span.end <= len(piece)]
        names = _name_words(reading, words[0], capitals=False) if words else []
        if names and len(names) == len(words) and "?" not in reading.text:
            yield _found(reading, names, GUESS)
            return


def _name_words(reading: Reading, first: int, *, capitals: bool) -> list[int]:
    indexes: list[int] = []
    for index in range(first, min(first + _LONGEST + 1, len(reading.words.folded))):
        if indexes and _stops(reading, indexes[-1], index):
            break
        if not _is_name_word(reading, index, capitals=capitals):
            break
        indexes.append(index)
    while indexes and reading.words.folded[indexes[-1]] in _PARTICLES and len(indexes) > 1:
        indexes.pop()
    return indexes if len(indexes) <= _LONGEST else []


def _stops(reading: Reading, before: int, index: int) -> bool:
    gap = reading.text[reading.words.spans[before].end : reading.words.spans[index].start]
    initial = len(reading.words.folded[before]) == 1 or reading.words.folded[before] in _TITLES
    return bool(re.search(r"[,;:!?\n@()]", gap)) or ("." in gap and not initial)


def _is_name_word(reading: Reading, index: int, *, capitals: bool) -> bool:
    folded = reading.words.folded[index]
    typed = reading.words.quote(reading.words.spans[index])
    if not folded.isalpha() or not reading.free(reading.words.spans[index]):
        return False
    if _opens_name(reading, index):
        return True
    if folded in _NEVER:
        return False
    if folded in _PARTICLES or folded in _TITLES:
        return True
    if typed[0].isupper():
        return not (is_function_word(folded) and (index == 0 or (typed.isupper() and len(typed) <= 2)))
    return not capitals and not is_function_word(folded)


def _opens_name(reading: Reading, index: int) -> bool:
    """The letter of "O'Brien" and "N'Guessan", or the initial of "N. Ferguson"."""
    span = reading.words.spans[index]
    if span.end - span.start != 1 or index + 1 >= len(reading.words.spans):
        return False
    typed = reading.words.quote(span)
    follows = reading.text[span.end : reading.words.spans[index + 1].start]
    following = reading.text[reading.words.spans[index + 1].start]
    return (follows == "'" and (following.isupper() or typed.isupper())) or (
        follows.startswith(".") and typed.isupper()
    )


def _found(reading: Reading, indexes: list[int], sure: float) -> Found:
    span = Span(reading.words.spans[indexes[0]].start, reading.words.spans[indexes[-1]].end)
    if reading.words.folded[indexes[-1]] in {"jr", "sr"} and reading.text[span.end : span.end + 1] == ".":
        span = Span(span.start, span.end + 1)
    return Found(Slot.NAME, reading.words.quote(span), span, sure)
