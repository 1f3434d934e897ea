"""What is a slip of the keyboard and what another word; misspelt verbs of giving back ("retrun", "echnager") put right.

A slip leaves both ends of the word alone: a letter doubled, dropped, swapped with its neighbour, or one vowel for
another. "changed" and "charger" are no slips of "change" and "changer".
"""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from agent.understanding.embedded.lexicon import Lexicon
from agent.understanding.embedded.words import fold_line

SHORTEST = 5
_PLAIN_WORD = re.compile(r"[a-z]+")
_VOWELS = frozenset("aeiouy")


def mend_verbs(folded: tuple[str, ...], near: tuple[Lexicon, ...]) -> str:
    """The folded words joined by one space, as many as there were."""
    return " ".join(_mend(word, near) if len(word) >= SHORTEST else word for word in folded)


@lru_cache(maxsize=8_192)
def _mend(word: str, near: tuple[Lexicon, ...]) -> str:
    known = _verbs(near)
    if word in known or any(each.holds(name, word) for each in near for name in ("np_stop", "not_goods")):
        return word
    return next((verb for verb in known if is_slip(word, verb)), word)


def is_slip(word: str, meant: str) -> bool:
    if (word[0], word[-1]) != (meant[0], meant[-1]) or OSA.distance(word, meant, score_cutoff=1) != 1:
        return False
    changed = [pair for pair in zip(word, meant, strict=False) if pair[0] != pair[1]]
    return len(word) != len(meant) or len(changed) == 2 or set(changed[0]) <= _VOWELS


@cache
def _verbs(near: tuple[Lexicon, ...]) -> tuple[str, ...]:
    entries = (fold_line(entry) for lexicon in near for entry in lexicon.entries["cues"]["send_back"])
    return tuple(dict.fromkeys(entry for entry in entries if _PLAIN_WORD.fullmatch(entry) and len(entry) >= SHORTEST))
