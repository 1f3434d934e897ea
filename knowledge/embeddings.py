"""Text to vectors: the bundled word vectors by default, OpenAI's when a model is named."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from domain.errors import ModelUnavailable

Vectors = NDArray[np.float32]
_DIMENSIONS = 256
_PREFIX = 4
_LARGEST = 127
_TINY = 1e-9
_OPENAI_BATCH = 256
_OPENAI_TIMEOUT = 20.0


class Embedder(Protocol):
    """Turns texts into unit vectors; ``name`` changes whenever the vectors would."""

    @property
    def name(self) -> str: ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row per text; a text without a known word gives a row of zeros. Raises ModelUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class Compact:
    """Vectors in a byte per number, each row with its scale; close enough to rank by, a quarter of the memory."""

    codes: NDArray[np.int8]
    scales: Vectors

    @classmethod
    def of(cls, rows: NDArray[np.floating[Any]]) -> "Compact":
        exact = rows.astype(np.float32)
        scales = np.abs(exact).max(axis=1, initial=0.0) / _LARGEST
        return cls(np.rint(exact / np.maximum(scales, _TINY)[:, None]).astype(np.int8), scales)

    @classmethod
    def join(cls, blocks: Sequence["Compact"]) -> "Compact":
        filled = [block for block in blocks if len(block)]
        if not filled:
            return cls(np.zeros((0, 0), np.int8), np.zeros(0, np.float32))
        return cls(np.concatenate([each.codes for each in filled]), np.concatenate([each.scales for each in filled]))

    def __len__(self) -> int:
        return len(self.codes)

    def part(self, start: int, stop: int) -> "Compact":
        """A view, not a copy."""
        return Compact(self.codes[start:stop], self.scales[start:stop])

    def exact(self, rows: NDArray[np.integer[Any]] | slice) -> Vectors:
        numbers: Vectors = self.codes[rows].astype(np.float32)
        numbers *= self.scales[rows][:, None]
        return numbers

    def dot(self, rows: NDArray[np.integer[Any]], vector: Vectors) -> Vectors:
        """The cosine of each named row with a unit vector."""
        if not len(rows):
            return np.zeros(0, np.float32)
        products: Vectors = self.codes[rows].astype(np.float32) @ vector
        products *= self.scales[rows]
        return products


class WordVectors:
    """The mean of static word vectors that ship inside the wordllama package; no key, no network, no batch limit."""

    name = f"wordllama-l2-supercat-{_DIMENSIONS}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        table, tokenizer = _load_words()
        rows = np.zeros((len(texts), _DIMENSIONS), np.float32)
        for place, encoding in enumerate(tokenizer.encode_batch(list(texts), add_special_tokens=False)):
            if encoding.ids:
                rows[place] = table[encoding.ids].sum(axis=0)
        return unit(rows)

    def embed_words(self, words: Sequence[str]) -> Vectors:
        """The same for single words, most of which were asked for before."""
        return np.stack([_word_vector(word) for word in words]) if words else np.zeros((0, _DIMENSIONS), np.float32)


@lru_cache(maxsize=20_000)
def _word_vector(word: str) -> Vectors:
    table, tokenizer = _load_words()
    row: Vectors = unit(table[tokenizer.encode(word, add_special_tokens=False).ids].sum(axis=0, keepdims=True))[0]
    return row


class OpenAIVectors:
    """An OpenAI embedding model; asked from a worker thread."""

    def __init__(self, model: str, *, api_key: str, base_url: str | None = None) -> None:
        self.name = f"openai-{model}"
        self._model = model
        self._key = api_key
        self._base_url = base_url
        self._client: Any = None

    def embed(self, texts: Sequence[str]) -> Vectors:
        import openai

        if self._client is None:
            self._client = openai.OpenAI(
                api_key=self._key, base_url=self._base_url, timeout=_OPENAI_TIMEOUT, max_retries=2
            )
        rows: list[list[float]] = []
        try:
            for start in range(0, len(texts), _OPENAI_BATCH):
                batch = [text or " " for text in texts[start : start + _OPENAI_BATCH]]
                answer = self._client.embeddings.create(model=self._model, input=batch)
                rows += [each.embedding for each in answer.data]
        except openai.OpenAIError as error:
            raise ModelUnavailable(f"the embedding model {self._model} does not answer") from error
        return unit(np.asarray(rows, np.float32).reshape(len(texts), -1))


def unit(rows: Vectors) -> Vectors:
    """Rows of length one; rows of zeros stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return scaled


def pack(rows: Vectors) -> bytes:
    """Rows as they are kept: the length of a row, then float16 numbers."""
    size: int = rows.shape[1]
    return size.to_bytes(_PREFIX, "little") + rows.astype(np.float16).tobytes()


def unpack(kept: bytes) -> NDArray[np.float16]:
    return np.frombuffer(kept, np.float16, offset=_PREFIX).reshape(-1, int.from_bytes(kept[:_PREFIX], "little"))


@lru_cache(maxsize=1)
def _load_words() -> tuple[NDArray[np.float32], Any]:
    with _root_logger_kept():
        import wordllama

    words = wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, dim=_DIMENSIONS, disable_download=True)
    words.tokenizer.no_padding()
    return words.embedding, words.tokenizer


@contextmanager
def _root_logger_kept() -> Iterator[None]:
    """wordllama/inference.py calls ``logging.basicConfig`` at import."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


def known_word(word: str) -> bool:
    """Whether a folded word is frequent enough in general text to be one piece of the bundled vocabulary."""
    _, tokenizer = _load_words()
    return tokenizer.token_to_id("\u2581" + word) is not None
