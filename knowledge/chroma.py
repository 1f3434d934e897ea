"""Vectors in Chroma, embedded: one collection per merchant, language and embedding model, derived and disposable.

Chroma on disk belongs to one process at a time, so each process takes a folder of its own and locks it; a folder left
behind is taken over by the next one, which only adds and removes what has changed since.
"""

import fcntl
import hashlib
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import IO, Any

from domain.errors import StorageFull
from domain.ids import MerchantId
from domain.languages import Language
from knowledge.embeddings import Vectors

_THREADS = 2
_BATCH = 2000
_SLOTS = 64
_SEARCH_WIDTH = 48


class VectorFolder:
    """The Chroma client of this process and the threads that may call it; opened at the first search."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._client: Any = None
        self._lock: IO[str] | None = None
        self._opening = Lock()
        self.threads = ThreadPoolExecutor(_THREADS, "knowledge")

    def collection(self, merchant: MerchantId, language: Language, embedding: str) -> "Collection":
        """Blocks: to be called from ``threads``."""
        key = f"{merchant}|{language.value}|{embedding}"
        name = f"passages-{hashlib.sha256(key.encode()).hexdigest()[:32]}"
        with self._opening:
            if self._client is None:
                self._open()
            try:
                return Collection(self._create(name))
            except _failures():
                self._discard()
                self._open()
                return Collection(self._create(name))

    def close(self) -> None:
        self.threads.shutdown()
        self._client = None
        if self._lock:
            self._lock.close()
            self._lock = None

    def _create(self, name: str) -> Any:
        return self._client.get_or_create_collection(
            name,
            configuration={"hnsw": {"space": "cosine", "ef_search": _SEARCH_WIDTH}},
            embedding_function=None,
        )

    def _open(self) -> None:
        from chromadb import PersistentClient
        from chromadb.config import Settings

        path = self._take_slot()
        settings = Settings(anonymized_telemetry=False, is_persistent=True)
        try:
            self._client = PersistentClient(str(path), settings=settings)
        except _failures():
            shutil.rmtree(path, ignore_errors=True)
            self._client = PersistentClient(str(path), settings=settings)

    def _take_slot(self) -> Path:
        """The first folder that no living process holds; the lock ends with the process, however it ends."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for number in range(_SLOTS):
            lock = (self._folder / f"{number}.lock").open("w")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                lock.close()
                continue
            self._lock = lock
            return self._folder / str(number)
        raise StorageFull(f"{_SLOTS} processes already hold an index in {self._folder}")

    def _discard(self) -> None:
        """Forgets an index that cannot be read; everything in it can be derived again."""
        held = Path(self._lock.name).with_suffix("") if self._lock else None
        self._client = None
        if held:
            shutil.move(held, held.with_name(f"{held.name}.unreadable"))
            shutil.rmtree(held.with_name(f"{held.name}.unreadable"), ignore_errors=True)


def _failures() -> tuple[type[Exception], ...]:
    """What an index that was damaged or deleted raises; asked for only then, since Chroma is slow to import."""
    from chromadb.errors import ChromaError

    return sqlite3.Error, OSError, ValueError, KeyError, RuntimeError, ChromaError


class Collection:
    """Vectors by key; nearest first when asked."""

    def __init__(self, chroma: Any) -> None:
        self._chroma = chroma

    def keep_only(self, wanted: Mapping[str, Any]) -> set[str]:
        """Removes every key that is not wanted; returns the wanted ones that are missing."""
        kept = set(self._chroma.get(include=[])["ids"])
        for batch in _batches(kept - wanted.keys()):
            self._chroma.delete(ids=batch)
        return set(wanted) - kept

    def add(self, keys: list[str], rows: Vectors) -> None:
        for start in range(0, len(keys), _BATCH):
            batch = slice(start, start + _BATCH)
            self._chroma.upsert(ids=keys[batch], embeddings=rows[batch])

    def nearest(self, row: Vectors, limit: int) -> list[str]:
        found = self._chroma.query(query_embeddings=row[None, :], n_results=limit, include=[])
        return list(found["ids"][0])


def _batches(keys: Iterable[str]) -> Iterable[list[str]]:
    ordered = sorted(keys)
    return (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))
