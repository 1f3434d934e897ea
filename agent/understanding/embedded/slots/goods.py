"""What the shopper calls the thing ("the blue jacket", "les chaussures taille 40") and what they want for it."""

import re
from collections.abc import Iterator

from agent.understanding.embedded.colours import colour_words
from agent.understanding.embedded.lexicon import word_set
from agent.understanding.embedded.slots.reading import GUESS, LIKELY, Found, Reading
from agent.understanding.embedded.spelling import mend_verbs
from agent.understanding.embedded.things import are_goods
from agent.understanding.embedded.words import Span
from domain.commands import Slot
from domain.languages import Language

LONGEST_ITEM = 8
LONGEST_NAME = 5
_BREAK = re.compile(r"[,.;:!?\n()\"]| - ")
_COMPOUNDING = frozenset({Language.DE, Language.NL})
_SIZE = re.compile(r"\d{1,3}(?: 5)?|x{0,4}[sl]|m|xx?s|[2-6]xl|medium|small|large")
_LINKS = word_set("links")
_ADDS = word_set("adds")
_COPULAS = word_set("copulas")
_TRANSPARENT = word_set("transparent")
_CHOICE_NOUNS = word_set("choice_nouns")
_SELDOM_GOODS = word_set("seldom_goods")


def find_items(reading: Reading) -> Iterator[Found]:
    found = tuple(_after_verb(reading)) or (*_before_verb(reading), *_subject(reading))
    yield from found
    yield from _named(reading, after=max((each.span.end for each in found), default=0))
    if reading.asked is Slot.ITEM:
        yield from _answer(reading)


def _after_verb(reading: Reading) -> Iterator[Found]:
    line = mend_verbs(reading.words.folded, reading.near[:2])
    for lexicon in reading.near:
        for match in lexicon.pattern("cues", "send_back").finditer(line):
            inside = line.count(" ", 0, match.start()) + 1
            first = line.count(" ", 0, match.end()) + 1
            if inside < first - 1 and _is_determiner(reading, inside):
                yield from _phrase(reading, inside, LIKELY)
                continue
            while first < len(reading.words.folded) and reading.words.folded[first] in _LINKS - {
                "the",
                "des",
                "du",
                "en",
            }:
                first += 1
            if first < len(reading.words.folded) and (_joined(reading, first - 1) or _opens_quote(reading, first)):
                yield from _phrase(reading, first, LIKELY)


def _before_verb(reading: Reading) -> Iterator[Found]:
    """German and Dutch put the thing before the verb: "die blaue Jacke zurückgeben"."""
    lexicon = reading.near[0]
    if lexicon.language not in _COMPOUNDING:
        return
    for match in lexicon.pattern("cues", "send_back").finditer(reading.words.line):
        verb = reading.words.line.count(" ", 0, match.start())
        for first in range(max(0, verb - LONGEST_ITEM), verb):
            if _is_determiner(reading, first) and all(_joined(reading, index) for index in range(first, verb - 1)):
                indexes = _collect(reading, first)
                if indexes and indexes[-1] == verb - 1 and _names_goods(reading, indexes):
                    yield _found(reading, indexes, LIKELY)
                    return


def _subject(reading: Reading) -> Iterator[Found]:
    """ "the jacket is too small": a determiner, a thing, and a verb that says something about it."""
    for first in range(len(reading.words.folded) - 2):
        if not _is_determiner(reading, first):
            continue
        indexes = _collect(reading, first)
        after = indexes[-1] + 1 if indexes else first
        if (
            len(indexes) >= 2
            and after < len(reading.words.folded)
            and reading.words.folded[after] in _COPULAS
            and _joined(reading, after - 1)
            and _names_goods(reading, indexes)
        ):
            yield _found(reading, indexes, GUESS)
            return


def _named(reading: Reading, *, after: int) -> Iterator[Found]:
    """ "I got a cardigan as a gift", "where is the lamp": goods by their name, behind what a verb has told already."""
    for index, word in enumerate(reading.words.folded):
        if reading.words.spans[index].start < after or word in _SELDOM_GOODS or not _is_goods(reading, word):
            continue
        near = range(index - 1, max(-1, index - LONGEST_NAME), -1)
        first = next((each for each in near if _is_determiner(reading, each)), None)
        indexes = _collect(reading, first) if first is not None else []
        if index in indexes and _names_goods(reading, indexes):
            kept = [each for each in indexes if each <= _last_told(reading, index, indexes[-1])]
            yield _found(reading, kept, GUESS)
            after = reading.words.spans[kept[-1]].end


def _last_told(reading: Reading, index: int, last: int) -> int:
    """How far the name of the goods goes on: colours, sizes, a maker's name, "de table"; a verb ends it."""
    while index < last:
        word, typed = reading.words.folded[index + 1], reading.words.quote(reading.words.spans[index + 1])
        if word in _LINKS and index + 2 <= last:
            index += 1
        elif not (_tells(reading, index + 1) or typed[0].isupper() or _is_goods(reading, word)):
            break
        index += 1
    return index


def _is_goods(reading: Reading, word: str) -> bool:
    stops = any(each.holds("np_stop", word) or each.holds("not_goods", word) for each in reading.near[:2])
    return not stops and are_goods(word, compounds=reading.language in _COMPOUNDING)


def _phrase(reading: Reading, first: int, sure: float) -> Iterator[Found]:
    indexes = _collect(reading, first)
    determined = bool(indexes) and _is_determiner(reading, indexes[0])
    if _names_goods(reading, indexes) and (determined or len(indexes) <= 4):
        yield _found(reading, _with_others(reading, indexes), sure)


def _with_others(reading: Reading, indexes: list[int]) -> list[int]:
    """ "the dress and the cardigan": what is added by "and" belongs to the same phrase."""
    link = indexes[-1] + 1
    if link + 1 >= len(reading.words.folded) or reading.words.folded[link] not in _ADDS:
        return indexes
    more = _collect(reading, link + 1)
    if not more or not _is_determiner(reading, more[0]) or not _names_goods(reading, more):
        return indexes
    said_of = more[-1] + 1 < len(reading.words.folded) and reading.words.folded[more[-1] + 1] in _COPULAS
    return indexes if said_of else _with_others(reading, [*indexes, link, *more])


def _collect(reading: Reading, first: int) -> list[int]:
    """The words of a noun phrase from ``first`` on: to a stop word, a mark or something else already found."""
    indexes: list[int] = []
    for index in range(first, min(first + LONGEST_ITEM, len(reading.words.folded))):
        starts = not indexes or all(_is_determiner(reading, each) for each in indexes)
        stops = any(each.holds("np_stop", reading.words.folded[index]) for each in reading.near[:2])
        if (stops and not (starts and _is_determiner(reading, index))) or not reading.free(reading.words.spans[index]):
            break
        if indexes and not _joined(reading, index - 1):
            break
        indexes.append(index)
    while indexes and (
        reading.words.folded[indexes[-1]] in _LINKS
        or (
            len(indexes) > 1
            and _is_determiner(reading, indexes[-1])
            and reading.words.folded[indexes[-1]] not in _CHOICE_NOUNS
        )
    ):
        indexes.pop()
    return indexes


def _joined(reading: Reading, index: int) -> bool:
    if index + 1 >= len(reading.words.spans) or index < 0:
        return True
    gap = reading.text[reading.words.spans[index].end : reading.words.spans[index + 1].start]
    return not _BREAK.search(gap)


def _opens_quote(reading: Reading, first: int) -> bool:
    """A name in quotation marks: 'send back "Sorel candle" of my order'."""
    gap = reading.text[reading.words.spans[first - 1].end : reading.words.spans[first].start]
    return gap.strip() == '"'


def _is_determiner(reading: Reading, index: int) -> bool:
    return any(each.holds("determiner", reading.words.folded[index]) for each in reading.near[:2])


def _names_goods(reading: Reading, indexes: list[int]) -> bool:
    content = [reading.words.folded[index] for index in indexes if not _is_determiner(reading, index)]
    content = [word for word in content if word not in _TRANSPARENT]
    if not content or (content[0].isdigit() and len(content) == 1):
        return False
    if content[0] in colour_words() and (len(content) == 1 or content[1] in _CHOICE_NOUNS):
        return True
    vague = [any(each.holds("not_goods", word) for each in reading.near[:2]) for word in content]
    return not vague[0] and len(content[0]) > 1


def _answer(reading: Reading) -> Iterator[Found]:
    """The whole answer to "which one?", without the words around it."""
    taken = [index for index, span in enumerate(reading.words.spans) if reading.free(span)]
    if not 0 < len(taken) <= LONGEST_ITEM or "?" in reading.text:
        return
    verbs = any(each.pattern("cues", "request").search(reading.words.line) for each in reading.near[:1])
    if not verbs:
        yield _found(reading, taken, GUESS)


def find_wanted(reading: Reading) -> Iterator[Found]:
    for lexicon in reading.near:
        for match in lexicon.pattern("cues", "wanted").finditer(reading.words.line):
            first = reading.words.line.count(" ", 0, match.end()) + 1
            yield from _choice(reading, first, LIKELY)
        for match in lexicon.pattern("cues", "next_size").finditer(reading.words.line):
            span = reading.words.typed(*match.span())
            yield Found(Slot.WANTED, reading.words.quote(span), span, GUESS)
    yield from _in_size_or_colour(reading)
    if reading.asked is Slot.WANTED:
        yield from _bare_choice(reading)


def _in_size_or_colour(reading: Reading) -> Iterator[Found]:
    """ "in black instead", "taille L plutôt": short enough to be nothing but the choice."""
    folded = reading.words.folded
    names_thing = any(each.pattern("cues", "send_back").search(reading.words.line) for each in reading.near)
    for index in range(1, len(folded) if len(folded) <= 6 and not names_thing else 0):
        led = folded[index - 1] in {"in", "en", "auf"} or _is_size_word(reading, index - 1)
        if led and (_SIZE.fullmatch(folded[index]) or folded[index] in colour_words()):
            yield _found(reading, [index], GUESS, Slot.WANTED)


def _choice(reading: Reading, first: int, sure: float) -> Iterator[Found]:
    indexes: list[int] = []
    for index in range(first, min(first + 6, len(reading.words.folded))):
        word = reading.words.folded[index]
        stops = any(each.holds("np_stop", word) for each in reading.near[:2]) and word not in {"a", "m", "l", "s"}
        if (
            (stops and not _is_determiner(reading, index))
            or (indexes and not _joined(reading, index - 1))
            or not reading.free(reading.words.spans[index])
        ):
            break
        indexes.append(index)
    kept = [
        index
        for index in indexes
        if not (_is_determiner(reading, index) and reading.words.folded[index] not in {"l", "one"})
        or index == indexes[-1]
    ]
    while (
        kept
        and len(kept) > 1
        and (_is_size_word(reading, kept[0]) or reading.words.folded[kept[0]] in {"en", "in", "the", "a"})
    ):
        kept.pop(0)
    if kept and not _is_vague(reading, kept):
        yield _found(reading, list(range(kept[0], kept[-1] + 1)), sure, Slot.WANTED)


def _is_vague(reading: Reading, indexes: list[int]) -> bool:
    said = " ".join(reading.words.folded[index] for index in indexes)
    if any(each.any_of["resolutions"].fullmatch(said) for each in reading.near):
        return True
    words = {reading.words.folded[index] for index in indexes}
    return words <= {
        "one",
        "another",
        "something",
        "it",
        "that",
        "this",
        "autre",
        "chose",
        "otro",
        "otra",
        "a",
        "un",
        "une",
        "refund",
        "money",
        "taille",
        "size",
        "the",
        "la",
        "le",
    }


def _is_size_word(reading: Reading, index: int) -> bool:
    return any(each.holds("size", reading.words.folded[index]) for each in reading.near)


def _bare_choice(reading: Reading) -> Iterator[Found]:
    """An answer to "which one would you like?": a size or colour in it, else a short answer as it is."""
    for index, word in enumerate(reading.words.folded):
        if reading.free(reading.words.spans[index]) and (_SIZE.fullmatch(word) or word in colour_words()):
            last = index
            while last + 1 < len(reading.words.folded) and _tells(reading, last + 1) and _joined(reading, last):
                last += 1
            yield _found(reading, list(range(index, last + 1)), LIKELY, Slot.WANTED)
            return
    if 0 < len(reading.words.folded) <= 6 and "?" not in reading.text:
        yield _found(reading, list(range(len(reading.words.folded))), GUESS, Slot.WANTED)


def _tells(reading: Reading, index: int) -> bool:
    word = reading.words.folded[index]
    return bool(_SIZE.fullmatch(word)) or word in colour_words() or word in {"in", "en", "and", "et", "size", "taille"}


def _found(reading: Reading, indexes: list[int], sure: float, slot: Slot = Slot.ITEM) -> Found:
    span = Span(reading.words.spans[indexes[0]].start, reading.words.spans[indexes[-1]].end)
    return Found(slot, reading.words.quote(span), span, sure)
