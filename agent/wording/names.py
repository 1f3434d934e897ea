"""Names in a sentence: of people, companies, places and products. Each must stand in a fact or an article."""

import re
from collections.abc import Iterator

from agent.wording.days import day_reader
from agent.wording.ground import Ground
from agent.wording.lexicons import Lexicon
from agent.wording.problems import Doubt, Problem
from agent.wording.statements import CURRENCY
from agent.wording.vocabulary import companies, given_names, words_of

_CAPITAL = re.compile(r"(?<![\w@/.])[A-ZÀ-ÝŒ][\w]*(?:[-'][A-ZÀ-ÝŒ]?\w+)*")
_STARTS = re.compile(r"(?:^|[.!?:…\n]|[«\"“(¿¡]|^[-•*])\s*$")
_UNCAPITALISED = "de"


def name_problems(text: str, words: Lexicon, ground: Ground) -> Iterator[Problem]:
    """Capitals within a sentence; known names wherever they stand; whoever presents themselves."""
    seen: set[str] = set()
    for match in _CAPITAL.finditer(text):
        name = match[0]
        if _is_name(text, match, words) and name not in seen and not _is_known(name, words, ground):
            seen.add(name)
            yield Problem(doubt=Doubt.PERSON if name.lower() in given_names() else Doubt.NUMBER, text=name)
    for match in companies().finditer(text):
        if not set(words_of(match[0])) <= ground.words:
            yield Problem(doubt=Doubt.NUMBER, text=match[0])
    for match in words.find("self").finditer(text):
        low = match["name"].lower()
        presented = low in given_names() or low in _after_self(text, match)
        if match["name"][0].isupper() and presented and low not in ground.words:
            yield Problem(doubt=Doubt.PERSON, text=match["name"])


def _after_self(text: str, match: re.Match[str]) -> frozenset[str]:
    """A name that stands alone after "I am", whichever it is; German nouns have their article before them."""
    follows = text[match.end() : match.end() + 2]
    return frozenset({match["name"].lower()}) if follows[:1] in ",.! " else frozenset()


def _is_name(text: str, match: re.Match[str], words: Lexicon) -> bool:
    if match[0].lower() in given_names():
        return True
    if any(each.isdigit() for each in match[0]) or words.language == _UNCAPITALISED or not words.patterns:
        return False
    return not _STARTS.search(text[: match.start()])


def _is_known(name: str, words: Lexicon, ground: Ground) -> bool:
    if name in words.lists.get("capitals", ()) or len(name) == 1 or name.lower() in CURRENCY:
        return True
    parts = words_of(name)
    return all(
        each in ground.words or each in _calendar(words.language) or each.rstrip("s") in ground.words for each in parts
    )


def _calendar(language: str) -> frozenset[str]:
    reader = day_reader(language)
    return frozenset({*reader.months, *reader.weekdays, *(f"{each}s" for each in reader.weekdays)})
