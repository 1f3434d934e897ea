"""Text to features: word and character n-grams, and a static sentence vector.

Training and inference share this module, so a message is seen alike by both. No scikit-learn here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from tokenizers import Tokenizer

MAX_CHARACTERS = 1000
SENTENCE_WEIGHT = 1.0
_CHARACTER_SIZES = range(2, 6)
_START, _END = "<s>", "</s>"

_REPLACED = (
    (re.compile(r"https?://\S+|www\.\S+"), " urlseen "),
    (re.compile(r"\S+@\S+\.\w+"), " mailseen "),
    (re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]+|:-?[)D(]"), " smileseen "),
    # English contractions are joined (dont, im, wheres); elisions of French and Italian are parted (l article).
    (re.compile(r"(?<=\w)'(?=(?:s|t|m|d|re|ve|ll)\b)"), ""),
    (re.compile(r"(.)\1{2,}"), r"\1\1"),
)
_DIGITS = re.compile(r"\d+")
_TOKEN = re.compile(r"\w+|[?!]")

Floats = NDArray[np.float32]
Terms = Mapping[str, int]


def normalise(text: str) -> str:
    """Lower case, no accents, digits as zeros, links and addresses as one word each, tokens parted by a space."""
    decomposed = unicodedata.normalize("NFKD", text[:MAX_CHARACTERS].lower().replace("\u2019", "'"))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    for pattern, replacement in _REPLACED:
        plain = pattern.sub(replacement, plain)
    plain = _DIGITS.sub(lambda digits: "0" * min(len(digits.group()), 5), plain)
    return " ".join(_TOKEN.findall(plain))


def word_terms(normalised: str) -> Iterator[str]:
    """Words, and pairs of neighbours with the start and the end of the message as neighbours too."""
    words = normalised.split()
    yield from words
    previous = _START
    for word in [*words, _END]:
        yield f"{previous} {word}"
        previous = word


def character_terms(normalised: str) -> Iterator[str]:
    """Runs of 2 to 5 characters inside each word, a space marking its borders."""
    for word in normalised.split():
        padded = f" {word} "
        for size in _CHARACTER_SIZES:
            for start in range(max(len(padded) - size + 1, 1)):
                yield padded[start : start + size]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Known terms of one kind with their inverse document frequency."""

    terms: Terms
    rarity: Floats

    @classmethod
    def learn(cls, documents: Iterable[Iterable[str]], *, seen_in_at_least: int) -> "Vocabulary":
        found: Counter[str] = Counter()
        total = 0
        for document in documents:
            total += 1
            found.update(set(document))
        kept = sorted(term for term, count in found.items() if count >= seen_in_at_least)
        counts = np.array([found[term] for term in kept], dtype=np.float32)
        rarity = np.log((1 + total) / (1 + counts)) + 1
        return cls(terms={term: index for index, term in enumerate(kept)}, rarity=rarity.astype(np.float32))

    def weigh(self, document: Iterable[str]) -> tuple[NDArray[np.int64], Floats]:
        """Positions of the known terms and their tf-idf values, of length one together."""
        counts = Counter(position for term in document if (position := self.terms.get(term)) is not None)
        positions = np.fromiter(counts, dtype=np.int64, count=len(counts))
        frequencies = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(frequencies)) * self.rarity[positions]
        length = float(np.linalg.norm(values))
        return positions, values / length if length else values


class SentenceVectors:
    """Mean of static word vectors, length one; read from the files inside the installed wordllama package.

    The package itself is not imported: it would configure logging and load an HTTP client.
    """

    size = 256

    def __init__(self) -> None:
        folder = _wordllama_folder()
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizers" / "l2_supercat_tokenizer_config.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        with safe_open(folder / "weights" / "l2_supercat_256.safetensors", framework="np") as weights:
            self._table = weights.get_tensor("embedding.weight")

    def embed(self, text: str) -> Floats:
        tokens = self._tokenizer.encode(text, add_special_tokens=False).ids
        if not tokens:
            return np.zeros(self.size, dtype=np.float32)
        mean = self._table[tokens].astype(np.float32).mean(axis=0)
        length = float(np.linalg.norm(mean))
        return np.asarray(mean / length if length else mean, dtype=np.float32)


def _wordllama_folder() -> Path:
    found = find_spec("wordllama")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("wordllama is not installed; the embedded engine needs the vectors inside it")
    return Path(found.origin).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureSpace:
    """The coordinates of a message: words first, then character runs, then the sentence vector."""

    words: Vocabulary
    characters: Vocabulary
    sentences: SentenceVectors

    @classmethod
    def learn(cls, texts: Sequence[str], sentences: SentenceVectors) -> "FeatureSpace":
        normalised = [normalise(text) for text in texts]
        return cls(
            words=Vocabulary.learn((word_terms(text) for text in normalised), seen_in_at_least=2),
            characters=Vocabulary.learn((character_terms(text) for text in normalised), seen_in_at_least=3),
            sentences=sentences,
        )

    @property
    def term_count(self) -> int:
        return len(self.words.terms) + len(self.characters.terms)

    def familiarity(self, text: str) -> float:
        """Share of the words of a text that the examples had; 1 for a text without words."""
        words = normalise(text).split()
        return sum(word in self.words.terms for word in words) / len(words) if words else 1.0

    def describe(self, text: str) -> tuple[NDArray[np.int64], Floats, Floats]:
        """Positions and values of the n-grams, and the weighted sentence vector."""
        normalised = normalise(text)
        words, word_values = self.words.weigh(word_terms(normalised))
        runs, run_values = self.characters.weigh(character_terms(normalised))
        positions = np.concatenate([words, runs + len(self.words.terms)])
        return positions, np.concatenate([word_values, run_values]), SENTENCE_WEIGHT * self.sentences.embed(normalised)
