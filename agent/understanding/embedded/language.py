"""Which of our languages a message is written in, from short, misspelt, mixed chat text.

Counts small words and letter groups of each language; it keeps the conversation's language unless the message is
clearly in another. Not a general language detector: a seventh language comes out as the nearest of the six.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from agent.understanding.embedded.lexicon import read_content
from agent.understanding.embedded.words import fold
from domain.languages import Language

READ_AT_MOST = 80
BORROWED = 2
SWITCH_LEAD = 1.2
SWITCH_SHARE = 0.45
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_CODE = re.compile(r"\S*(?:@|://|www\.|\d)\S*")


@dataclass(frozen=True, slots=True)
class Spoken:
    """``confidence`` 0 to 1; low means that little in the text told."""

    language: Language
    confidence: float


class LanguageFinder:
    """Holds the tables; one instance serves every conversation."""

    def __init__(self) -> None:
        _load_tables()

    def find(self, text: str, known: Language | None = None) -> Spoken:
        scores = self._score(text)
        best = max(Language, key=lambda language: (scores[language], language is known))
        total = sum(scores.values())
        if total < 0.3:
            return Spoken(known or Language.EN, 0.0 if known is None else 0.3)
        share = scores[best] / total
        if known is not None and len(_WORD.findall(_CODE.sub(" ", text))) <= BORROWED:
            return Spoken(known, 1 - share if best is not known else share)
        if known is None or best is known:
            return Spoken(best, share)
        lead = scores[best] - scores[known]
        if lead >= SWITCH_LEAD and share >= SWITCH_SHARE:
            return Spoken(best, share)
        return Spoken(known, 1 - share)

    def _score(self, text: str) -> Mapping[Language, float]:
        scores = dict.fromkeys(Language, 0.0)
        for typed in _WORD.findall(_CODE.sub(" ", text).lower())[:READ_AT_MOST]:
            for language, weight in _evidence(typed):
                scores[language] += weight
        return scores


@lru_cache(maxsize=8_192)
def _evidence(typed: str) -> tuple[tuple[Language, float], ...]:
    """What one word tells, by itself and by its letter groups; a word that is known needs its letters less."""
    words, pieces = _load_tables()
    folded = fold(typed)
    own = words.get(typed) or words.get(folded) or words.get(folded.partition("'")[0]) or {}
    scores = dict(own)
    for piece, shares in pieces.items():
        if piece in f"_{typed}_":
            for language, weight in shares.items():
                scores[language] = scores.get(language, 0.0) + weight * (0.5 if own else 1.0)
    return tuple(scores.items())


def is_function_word(folded: str) -> bool:
    """Whether a folded word is a small or frequent word of any of our languages, so hardly part of a name."""
    return folded in _load_tables()[0]


Shares = Mapping[str, Mapping[Language, float]]


@cache
def _load_tables() -> tuple[Shares, Shares]:
    content = read_content("function_words")
    words = {Language(code): set(tables["words"].split()) for code, tables in content.items()}
    for language, own in words.items():
        words[language] = own | {fold(word) for word in own}
    pieces = {Language(code): set(str(tables["pieces"]).split()) for code, tables in content.items()}
    return _share_out(words, 1.0), _share_out(pieces, 0.25)


def _share_out(tables: Mapping[Language, set[str]], weight: float) -> Shares:
    """Splits a word's weight between the languages that have it; a word of one letter tells half as much."""
    owners: dict[str, list[Language]] = {}
    for language, entries in tables.items():
        for entry in entries:
            owners.setdefault(entry, []).append(language)
    return {
        entry: {language: weight * (0.5 if len(entry) == 1 else 1.0) / len(own) ** 1.5 for language in own}
        for entry, own in owners.items()
    }
