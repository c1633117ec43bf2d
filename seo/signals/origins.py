"""Where a table's bytes come from, opened as often as wanted: a file, a packed file, a member of a zip, bytes in hand.

Nothing is unpacked to a disk and nothing is held whole: a table of two million rows is read line by line.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, cast

from seo.errors import InputError

MAX_BYTES: Final = (
    1_000_000_000  # unpacked; a year of a large shop's bulk export is below, a bomb in a zip above
)
_MOST_MEMBERS: Final = 2000
_DENSEST: Final = 400  # times smaller than its content: no table packs so well, a bomb does
_DENSE_FROM: Final = 20_000_000  # bytes; below that even a bomb is harmless
_PART: Final = 1 << 20
TEXT_ENDINGS: Final = (".csv", ".tsv", ".txt", ".json", ".ndjson", ".jsonl")

Opener = Callable[[], IO[bytes]]


class Origin:
    """Bytes that can be read again from the start, under a name for reports."""

    def __init__(self, label: str, opener: Opener) -> None:
        self.label = label
        self._opener = opener

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """The bytes from the start. InputError for what cannot be unpacked."""
        try:
            with self._opener() as stream:
                yield stream
        except UNPACKING as error:
            raise InputError(
                f"{self.label} cannot be unpacked ({_words(error)}): export it again, without a password."
            ) from error

    def parts(self) -> Iterator[bytes]:
        """All bytes in pieces of a megabyte. InputError above the limit, whatever the archive promised."""
        total = 0
        with self.opened() as stream:
            while part := stream.read(_PART):
                total += len(part)
                if total > MAX_BYTES:
                    raise InputError(f"{self.label} holds more than {MAX_BYTES // 1_000_000} MB: split it.")
                yield part


UNPACKING: Final = (
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
    EOFError,
    zlib.error,
    gzip.BadGzipFile,
)


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def in_hand(data: bytes, label: str) -> Origin:
    """Bytes that are in memory already."""
    return Origin(label, lambda: io.BytesIO(data))


def origins(path: Path, label: str) -> Iterator[Origin]:
    """The tables' bytes in a file: itself, or the members of a zip in its own order."""
    if path.stat().st_size > MAX_BYTES:
        raise InputError(f"{label} is larger than {MAX_BYTES // 1_000_000} MB: split it.")
    if path.suffix.lower() == ".zip":
        yield from _members(path, label)
    elif path.suffix.lower() == ".gz":
        yield Origin(label, lambda: cast(IO[bytes], gzip.open(path, "rb")))  # noqa: SIM115 - closed by its reader
    else:
        yield Origin(label, lambda: path.open("rb"))


def _members(path: Path, label: str) -> Iterator[Origin]:
    try:
        with zipfile.ZipFile(path) as archive:
            listed = [item for item in archive.infolist() if _is_table(item)]
            _refuse_bombs(listed, label)
        for item in listed:
            yield Origin(f"{label}/{item.filename}", _member(path, item))
    except (*UNPACKING, ValueError, OverflowError) as error:
        raise InputError(
            f"{label} is no readable zip ({_words(error)}): export it again, without a password."
        ) from error


def _member(path: Path, item: zipfile.ZipInfo) -> Opener:
    def opened() -> IO[bytes]:
        with zipfile.ZipFile(path) as archive:
            return archive.open(item)  # keeps the file open until it is closed itself

    return opened


def _is_table(item: zipfile.ZipInfo) -> bool:
    name = item.filename.lower()
    is_hidden = any(part.startswith((".", "__macosx")) for part in name.split("/"))
    return not item.is_dir() and not is_hidden and name.endswith((*TEXT_ENDINGS, ".zip"))


def _refuse_bombs(listed: list[zipfile.ZipInfo], label: str) -> None:
    size = sum(item.file_size for item in listed)
    packed = sum(item.compress_size for item in listed)
    if size > MAX_BYTES or len(listed) > _MOST_MEMBERS:
        raise InputError(
            f"{label} unpacks to {size // 1_000_000} MB in {len(listed)} files, more than "
            f"{MAX_BYTES // 1_000_000} MB or {_MOST_MEMBERS} files: split it."
        )
    if size > _DENSE_FROM and size > _DENSEST * max(1, packed):
        raise InputError(
            f"{label} unpacks to {size // max(1, packed)} times its size, as no table does: not read."
        )
