"""Typing mistakes as fingers make them: a neighbouring key, a letter left out, doubled or swapped; seeded.

Numbers, addresses and anything with a digit in it stay as they are: people copy those.
"""

import random
import re

_ROWS = {
    "qwerty": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "azerty": ("azertyuiop", "qsdfghjklm", "wxcvbn"),
    "qwertz": ("qwertzuiop", "asdfghjkl", "yxcvbnm"),
}
_BOARDS = {"fr": "azerty", "de": "qwertz"}
_WORD = re.compile(r"[^\W\d_]{3,}")
_EXACT = re.compile(r"\S*[\d@]\S*")


def mistype(text: str, *, language: str, rate: float, chance: random.Random) -> str:
    """``rate`` is the share of words with one mistake in them."""
    kept = [match.span() for match in _EXACT.finditer(text)]

    def spoil(match: re.Match[str]) -> str:
        exact = any(start <= match.start() < end for start, end in kept)
        if exact or chance.random() >= rate:
            return match[0]
        return _slip(match[0], language, chance)

    return _WORD.sub(spoil, text)


def _slip(word: str, language: str, chance: random.Random) -> str:
    """The first letter stays: fingers seldom miss it, and readers lean on it."""
    at = chance.randrange(1, len(word))
    match chance.randrange(4):
        case 0:
            near = neighbours(word[at].lower(), language)
            return word[:at] + (chance.choice(near) if near else word[at]) + word[at + 1 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + word[at] + word[at:]
    if at == len(word) - 1:
        at -= 1
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def neighbours(letter: str, language: str) -> str:
    """The keys that touch this one on the usual keyboard of the language; none for a letter that has no key there."""
    rows = _ROWS[_BOARDS.get(language, "qwerty")]
    for number, row in enumerate(rows):
        at = row.find(letter)
        if at >= 0:
            beside = row[max(0, at - 1) : at] + row[at + 1 : at + 2]
            above = rows[number - 1][at : at + 2] if number else ""
            below = rows[number + 1][max(0, at - 1) : at + 1] if number + 1 < len(rows) else ""
            return beside + above + below
    return ""
