"""What a word names among the goods of any shop, in any of our languages; not which of the shopper's lines it means."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from rapidfuzz import fuzz

from agent.understanding.embedded.colours import colour_names
from agent.understanding.embedded.lexicon import read_content
from agent.understanding.embedded.spelling import SHORTEST, is_slip

TYPO = 82.0


@lru_cache(maxsize=8_192)
def name_thing(word: str) -> str:
    """The thing that a word names, misspelt or inside a compound too; empty when none."""
    known = _things()
    if word in known:
        return known[word]
    if len(word) < 5 or word in colour_names():
        return ""
    typo = max(((fuzz.ratio(word, each), each) for each in _candidates(word, known)), default=(0.0, ""))
    if typo[0] >= TYPO:
        return known[typo[1]]
    endings = _endings(word)
    return known[max(endings, key=len)] if endings else ""


@lru_cache(maxsize=8_192)
def are_goods(word: str, *, compounds: bool) -> bool:
    """Whether a word names goods wherever it is said: stricter about slips than what is compared with bought lines."""
    known = _things()
    if word in known or (compounds and _endings(word)):
        return True
    return len(word) >= SHORTEST and any(is_slip(word, each) for each in _candidates(word, known))


def _endings(word: str) -> list[str]:
    return [each for each in _things() if len(each) >= 4 and word.endswith(each) and len(word) - len(each) >= 3]


@cache
def wider_things(thing: str) -> tuple[str, ...]:
    under = _goods().get(thing, {}).get("under")
    return (under, *wider_things(under)) if under else ()


def _candidates(word: str, known: Iterable[str]) -> Iterable[str]:
    return (each for each in known if abs(len(each) - len(word)) <= 2 and len(each) >= 4)


@cache
def _goods() -> Mapping[str, Mapping[str, str]]:
    return read_content("goods")


@cache
def _things() -> Mapping[str, str]:
    return {word: name for name, entry in _goods().items() for word in entry["words"].split()}
