"""The lexical half of retrieval: BM25 over token numbers of one vocabulary, scores relative to a perfect match."""

from collections.abc import Sequence
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

Tokens = NDArray[np.int32]
Scores = NDArray[np.float32]

_K1 = 1.2
_B = 0.75


class Vocabulary:
    """Words numbered in the order in which they are first seen."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def learn(self, words: Sequence[str]) -> Tokens:
        numbers = self._numbers
        return np.fromiter((numbers.setdefault(word, len(numbers)) for word in words), np.int32, len(words))

    def find(self, word: str) -> int | None:
        return self._numbers.get(word)

    def words(self) -> list[str]:
        return list(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class Field:
    """One searchable field of many documents; weights are fixed when it is built."""

    def __init__(self, documents: Sequence[Tokens], size: int) -> None:
        self.count = len(documents)
        self._size = size
        self._postings: dict[str, Any] | None = None
        if any(len(document) for document in documents):
            index = bm25s.BM25(k1=_K1, b=_B, method="lucene")
            numbers = [document.tolist() for document in documents]
            self._postings = index.build_index_from_ids(range(size), numbers, show_progress=False)
        self.idf = self._weigh()

    def _weigh(self) -> Scores:
        """The rarity of each word; a word that stands nowhere is the rarest."""
        frequency = np.zeros(self._size) if self._postings is None else np.diff(self._postings["indptr"])
        return np.log1p((self.count - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)

    def rarity(self, word: int) -> float:
        """How telling a word is; most of all one that stands nowhere."""
        return float(self.rarities([word])[0])

    def rarities(self, words: Sequence[int]) -> Scores:
        numbers = np.asarray(words, np.int64)
        known = (numbers >= 0) & (numbers < self._size)
        unseen = np.float32(np.log1p((self.count + 0.5) / 0.5))
        return np.where(known, self.idf[np.where(known, numbers, 0)] if self._size else unseen, unseen)

    def score(self, words: Sequence[int]) -> Scores:
        """Each document as a share of a perfect match: every word, often, in a short document."""
        total = np.zeros(self.count, np.float32)
        best = float(self.rarities(words).sum())
        if self._postings is None or best <= 0:
            return total
        data, rows, starts = (self._postings[name] for name in ("data", "indices", "indptr"))
        for word in words:
            if 0 <= word < self._size:
                span = slice(starts[word], starts[word + 1])
                total[rows[span]] += data[span]
        total /= best
        return total
