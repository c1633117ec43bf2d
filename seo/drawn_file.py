"""Rows of many texts in one file of numpy's (`.npy`, no pickle), opened in place: 1 kB a text.

Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html. A record is the hash of encoder and
text, the row, and the sum of its 16-bit words. So nothing in it is believed that was not written for this encoder and
this text, and whole: what is missing, cut, foreign or damaged counts as unknown and is read anew.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Final

import numpy as np
from numpy.typing import NDArray

from seo.vectors import Halves

Keys = NDArray[np.uint64]
Places = NDArray[np.int64]

_BLOCK: Final = 2000  # records at a time: 2 MB, what the core's own memory holds


@dataclass(frozen=True, slots=True)
class Kept:
    """An open file: one key and one row per text."""

    keys: Keys  # (texts, 2)
    rows: Halves  # (texts, width)
    is_whole: NDArray[np.bool_]

    def is_of(self, keys: Keys) -> bool:
        """Whether it holds just these texts in this order, all whole."""
        return np.array_equal(self.keys, keys) and bool(self.is_whole.all())

    def places(self, keys: Keys) -> Places:
        """Where the rows of some keys stand; -1 for those that are not there or are damaged."""
        if not len(self.keys):
            return np.full(len(keys), -1, dtype=np.int64)
        order = np.argsort(self.keys[:, 0], kind="stable")
        near = np.searchsorted(self.keys[order, 0], keys[:, 0]).clip(max=len(order) - 1)
        found: Places = order[near]
        is_there = (self.keys[found] == keys).all(axis=1) & self.is_whole[found]
        return np.where(is_there, found, -1)


def keys_of(encoder: str, texts: Iterable[str]) -> Keys:
    """What texts are known by, (texts, 2): 16 bytes of the hash of the encoder's name and the text."""
    name = f"{encoder}\0"
    told = b"".join(sha256(f"{name}{text}".encode()).digest()[:16] for text in texts)
    return np.frombuffer(told, dtype="<u8").astype(np.uint64).reshape(-1, 2)


def opened(file: Path) -> Kept | None:
    """What a file holds; None where there is none or it is no such file."""
    records = _records(file)
    if records is None:
        return None
    is_whole = np.empty(len(records), dtype=np.bool_)
    for at in range(0, len(records), _BLOCK):
        part = records[at : at + _BLOCK]
        is_whole[at : at + _BLOCK] = _sums(part["row"]) == part["sum"]
    return Kept(np.ascontiguousarray(records["key"]), records["row"], is_whole)


def _records(file: Path) -> NDArray[np.void] | None:
    """The file in place, if its head is letter by letter the one we write and the rest as long as it says. (numpy reads
    a head as Python does, and a damaged one ends in one of five errors.)"""
    if not file.is_file():
        return None
    with file.open("rb") as content:
        start = content.read(_LONGEST_HEAD)
    told = _SHAPES.search(start)
    if not told:
        return None
    width, count = (int(number) for number in told.groups())
    head, record = _head(count, width), _record(width)
    if not start.startswith(head) or file.stat().st_size != len(head) + count * record.itemsize:
        return None
    return np.memmap(file, dtype=record, mode="r", offset=len(head), shape=(count,))


_SHAPES: Final = re.compile(rb"'row', '<f2', \(([1-9]\d{0,4}),\).*'shape': \(([1-9]\d{0,11}),\)")
_LONGEST_HEAD: Final = 512


def _head(count: int, width: int) -> bytes:
    head = BytesIO()
    descr = np.lib.format.dtype_to_descr(_record(width))
    np.lib.format.write_array_header_1_0(head, {"descr": descr, "fortran_order": False, "shape": (count,)})
    return head.getvalue()


def _record(width: int) -> np.dtype[np.void]:
    return np.dtype([("key", "<u8", (2,)), ("sum", "<u8"), ("row", "<f2", (width,))])


def _sums(rows: Halves) -> NDArray[np.uint64]:
    sums: NDArray[np.uint64] = np.ascontiguousarray(rows).view(np.uint16).sum(axis=1, dtype=np.uint64)
    return sums


def keep(file: Path, keys: Keys, rows: Iterable[Halves]) -> None:
    """Write the rows of all keys, in blocks as they come, under another name; then put the file in its place, so that
    whoever reads meanwhile sees the old one or the new one, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=f"{file.stem}.", suffix=".part", delete=False) as part:
        try:
            _write(part, keys, rows)
            part.close()
            Path(part.name).replace(file)
        finally:
            with suppress(FileNotFoundError):
                Path(part.name).unlink()


def _write(part: IO[bytes], keys: Keys, rows: Iterable[Halves]) -> None:
    at = 0
    for block in rows:
        record = _record(block.shape[1])
        if not at:
            part.write(_head(len(keys), block.shape[1]))
        for start in range(0, len(block), _BLOCK):
            some = block[start : start + _BLOCK]
            records = np.empty(len(some), dtype=record)
            records["key"], records["sum"], records["row"] = keys[at : at + len(some)], _sums(some), some
            part.write(records.tobytes())
            at += len(some)
