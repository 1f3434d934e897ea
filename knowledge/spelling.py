"""Mends a misspelt word of a question to the nearest word that the articles use."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.embeddings import known_word

_SHORTEST = 4
_NEAR = 0.74


class Spelling:
    """Words of the articles, sought by first letter and length; a real word is never mended."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _SHORTEST and not word.isdigit():
                self._words[word[0], len(word)].append(word)

    def mend(self, word: str) -> str:
        """The word itself when it is right, short, a number, a word of the language, or near to nothing."""
        size = len(word)
        if size < _SHORTEST or word.isdigit() or word in self._words.get((word[0], size), ()) or known_word(word):
            return word
        near = [each for length in (size - 1, size, size + 1) for each in self._words.get((word[0], length), ())]
        best = process.extractOne(word, near, scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
        return best[0] if best else word
