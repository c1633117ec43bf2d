"""Vectors kept in an SQLite file, so that no text is encoded twice: week after week most queries are the
same.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder
from seo.vectors import full

_TABLE: Final = "CREATE TABLE IF NOT EXISTS vector (key BLOB PRIMARY KEY, value BLOB NOT NULL)"
_PAGE: Final = (
    "PRAGMA page_size = 8192"  # of a new file: 1.3 kB a text; files WITHOUT ROWID held 4.9, 4 x as slowly
)
_BATCH: Final = 500  # SQLite takes at least 999 variables in a statement
_WAIT_S: Final = 30.0  # another process of the same shop may be writing


class Cached(Encoder):
    """Another encoder with a memory. float16 keeps three digits of a cosine at 1 kB a text.

    A text answers the same whether it came from the file or not: fresh vectors are rounded as well.
    A file that SQLite cannot read is an error of the disk and is raised; delete it and it fills again.
    """

    def __init__(self, inner: Encoder, file: Path) -> None:
        self.name = inner.name
        self._inner = inner
        self._file = file

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return self._inner.encode(texts)
        keys = [self._key(text) for text in texts]
        known = self._read(sorted(set(keys)))
        fresh = {key: text for key, text in sorted(zip(keys, texts, strict=True)) if key not in known}
        if fresh:
            vectors = self._inner.encode(list(fresh.values())).astype(np.float16)
            added = {key: vector.tobytes() for key, vector in zip(fresh, vectors, strict=True)}
            self._write(added)
            known |= added
        kept = np.frombuffer(b"".join([known[key] for key in keys]), dtype=np.float16)
        rows = full(kept.reshape(len(keys), -1))
        unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-6)
        return unit

    def of(self, language: str, size: int) -> Encoder:
        inner = self._inner.of(language, size)
        return self if inner is self._inner else Cached(inner, self._file)

    def _key(self, text: str) -> bytes:
        return sha256(f"{self.name}\0{text}".encode()).digest()[:16]

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        if not self._file.exists():
            return {}
        with closing(self._open()) as database:
            return {
                key: value
                for batch in _batches(keys)
                for key, value in database.execute(
                    f"SELECT key, value FROM vector WHERE key IN ({','.join('?' * len(batch))})", batch
                )
            }

    def _write(self, vectors: dict[bytes, bytes]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._open()) as database, database:
            database.executemany("INSERT OR IGNORE INTO vector VALUES (?, ?)", vectors.items())

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=_WAIT_S)
        database.execute(_PAGE)
        database.execute(_TABLE)
        return database


def _batches(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]
