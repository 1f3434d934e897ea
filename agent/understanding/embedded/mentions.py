"""Which bought line a mention means ("the blue jacket", "ma veste bleue"), across languages, synonyms, sizes and typos.

It compares words only: "the other one" and numbers of orders are not for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from agent.understanding.embedded.colours import colour_names
from agent.understanding.embedded.lexicon import word_set
from agent.understanding.embedded.things import TYPO, name_thing, wider_things
from agent.understanding.embedded.words import fold_line
from domain.mentions import Match, OwnedLine
from domain.orders import Line

FITS = 0.5
LONGEST_MENTION = 24
_THING, _DETAIL, _COLOUR, _SIZE_WEIGHT = 1.2, 0.4, 0.9, 0.5
_SIZE = re.compile(r"\d{1,3}|x{0,4}[sl]|[2-6]xl|m")
_SIZE_NAMES = {
    "small": "s",
    "medium": "m",
    "large": "l",
    "petit": "s",
    "moyen": "m",
    "grand": "l",
    "klein": "s",
    "gross": "l",
}
_EMPTY = word_set("around_things")
_NEAR_COLOURS = {
    ("navy", "blue"),
    ("turquoise", "blue"),
    ("turquoise", "green"),
    ("burgundy", "red"),
    ("ivory", "white"),
    ("beige", "ivory"),
    ("beige", "brown"),
    ("khaki", "green"),
    ("gold", "yellow"),
    ("silver", "grey"),
    ("purple", "pink"),
    ("orange", "red"),
}
"""The narrower of the two first: side by side they name one colour, as in "navy blue" and "bleu marine"."""


@dataclass(frozen=True, slots=True)
class Described:
    """A line as words: its titles and variant in every language, the things they name, its colours and sizes."""

    words: frozenset[str]
    things: frozenset[str]
    colours: frozenset[str]
    sizes: frozenset[str]


class LineMentions:
    """Implements ``Mentions``."""

    def match(self, mention: str, lines: tuple[OwnedLine, ...]) -> tuple[Match, ...]:
        words = _telling(mention)
        if not words:
            return ()
        matches = [Match(owned=owned, score=_score(words, _describe(owned.line))) for owned in lines]
        return tuple(sorted((each for each in matches if each.score >= FITS), key=lambda each: -each.score))


def _telling(mention: str) -> tuple[str, ...]:
    typed = {word.lower() for word in re.findall(r"\b[SML]\b(?!')", mention)}
    words = _one_colour(fold_line(mention).replace("t shirt", "tshirt").split())
    return tuple(word for word in words if word not in _EMPTY or word in typed)[:LONGEST_MENTION]


def _one_colour(words: list[str]) -> list[str]:
    """Without the wider of two colour words that stand side by side."""
    colours = [colour_names().get(word, "") for word in words]
    beside = zip(words, ["", *colours], colours, [*colours[1:], ""], strict=False)
    return [word for word, left, own, right in beside if not {(left, own), (right, own)} & _NEAR_COLOURS]


def _describe(line: Line) -> Described:
    named = fold_line(" ".join(line.titles.values())).replace("t shirt", "tshirt").split()
    variants = [fold_line(title).split() for title in line.variant_titles.values()]
    variant = [word for title in variants for word in title]
    kinds = fold_line(" ".join((line.category, *line.tags)).replace("_", " ")).split()
    words = frozenset(word for word in (*named, *variant, *kinds) if word not in _EMPTY)
    things = frozenset(thing for word in (*named, *kinds) if word not in _EMPTY and (thing := name_thing(word)))
    return Described(
        words=words,
        things=things - {wider for thing in things for wider in wider_things(thing)},
        colours=_colours(named) | _agreed([_colours(title) for title in variants]),
        sizes=frozenset(_SIZE_NAMES.get(word, word) for word in variant if _is_size(word)),
    )


def _colours(words: Iterable[str]) -> frozenset[str]:
    return frozenset(colour_names()[word] for word in words if word in colour_names())


def _agreed(said: list[frozenset[str]]) -> frozenset[str]:
    """The colours that each language says; all of them when they agree on none. "Bleu marine" is "navy", not "blue"."""
    telling = [colours for colours in said if colours]
    if not telling:
        return frozenset()
    return telling[0].intersection(*telling) or telling[0].union(*telling)


def _score(mention: tuple[str, ...], line: Described) -> float:
    """The weighted share of the mention's words that the line bears out, less for what contradicts it."""
    total, borne, contradiction = 0.0, 0.0, 1.0
    for word in mention:
        weight, fits = _weigh(word, line)
        total += weight
        borne += weight * max(fits, 0.0)
        if fits < 0:
            contradiction *= 1 + fits
    return min(1.0, borne / total * contradiction) if total else 0.0


def _weigh(word: str, line: Described) -> tuple[float, float]:
    """How much a word counts and how well it fits, 0 to 1; below zero it speaks against the line."""
    if _is_size(word):
        return _SIZE_WEIGHT, _fit_size(word, line)
    if word in colour_names():
        return _COLOUR, _fit_colour(colour_names()[word], line)
    if word in line.words:
        return _THING, 1.0
    thing = name_thing(word)
    if thing:
        return _THING, max(_fit_thing(thing, line), _slip_of(word, line))
    likeness = max((_likeness(word, each) for each in line.words), default=0.0)
    return (_THING, likeness) if likeness else (_DETAIL, 0.0)


def _fit_size(word: str, line: Described) -> float:
    size = _SIZE_NAMES.get(word, word)
    if size in line.sizes or word in line.words:
        return 1.0
    return -0.4 if line.sizes else 0.0


def _fit_colour(colour: str, line: Described) -> float:
    if colour in line.colours:
        return 1.0
    if any({(colour, own), (own, colour)} & _NEAR_COLOURS for own in line.colours):
        return 0.7
    return -0.6 if line.colours else 0.2


def _fit_thing(thing: str, line: Described) -> float:
    """The same thing, a wider word for it ("shoes" for boots) or a narrower one; another thing speaks against."""
    if thing in line.things:
        return 0.97
    if any(thing in wider_things(own) for own in line.things):
        return 0.85
    if any(own in wider_things(thing) for own in line.things):
        return 0.7
    if any(wider_things(own)[:1] == wider_things(thing)[:1] != () for own in line.things):
        return 0.3 if thing in {"jacket", "coat"} else -0.5
    return -0.7 if line.things else 0.0


def _likeness(word: str, own: str) -> float:
    """Near enough for a typo, or one inside the other as German and Dutch compound."""
    if min(len(word), len(own)) < 4:
        return 0.0
    if word.endswith(own) or own.endswith(word):
        return 0.85
    ratio = float(fuzz.ratio(word, own))
    return ratio / 100 * 0.95 if ratio >= TYPO else 0.0


def _slip_of(word: str, line: Described) -> float:
    """A word that names another thing elsewhere may be a slip of the line's own: a French "vest" is a veste."""
    own = (each for each in line.words if each[0] == word[0] and OSA.distance(word, each, score_cutoff=1) <= 1)
    return max((_likeness(word, each) for each in own), default=-1.0)


def _is_size(word: str) -> bool:
    return bool(_SIZE.fullmatch(word)) or word in _SIZE_NAMES
