"""Bytes become lines of text: which encoding, no NUL, no line without end."""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final

from seo.errors import InputError
from seo.signals.headers import is_known
from seo.signals.origins import Origin, in_hand

_SAMPLE: Final = 65_536
LONGEST_LINE: Final = 1_000_000  # characters; a table's line is never so long
_LEGACY: Final = ("cp1252", "cp932", "euc_jp", "cp1256", "cp1250", "cp1251")
"""What spreadsheets save where it is not UTF-8: Western, Japanese twice, Arabic, Central European, Cyrillic."""


@dataclass(frozen=True, slots=True)
class Text:
    """An origin with its encoding: lines and characters, as often as wanted."""

    origin: Origin
    encoding: str

    @property
    def label(self) -> str:
        """The origin's name."""
        return self.origin.label

    def lines(self) -> Iterator[str]:
        """Lines with their ends, for a CSV reader. InputError for a line that does not end."""
        number = 0
        with self.origin.opened() as stream, self._wrapped(stream) as text:
            while line := text.readline(LONGEST_LINE):
                number += 1
                if len(line) >= LONGEST_LINE:
                    raise InputError(
                        f"{self.label} line {number} is longer than {LONGEST_LINE:,} characters: is it a table? "
                        "Save it as CSV (UTF-8) again."
                    )
                yield line.replace("\0", "") if "\0" in line else line

    def pieces(self, size: int = 1 << 16) -> Iterator[str]:
        """All characters, in pieces."""
        with self.origin.opened() as stream, self._wrapped(stream) as text:
            while piece := text.read(size):
                yield piece.replace("\0", "")

    def _wrapped(self, stream: IO[bytes]) -> io.TextIOWrapper:
        return io.TextIOWrapper(stream, self.encoding, errors="replace", newline="")


def as_text(origin: Origin) -> Text:
    """UTF-8 with or without mark, UTF-16, else the old encoding whose header or letters make sense.

    InputError for anything binary. The whole file is looked through once.
    """
    parts = origin.parts()
    head = next(parts, b"")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        _exhaust(parts)
        return Text(origin, "utf-16")
    if b"\0" in head[:4096]:
        return Text(origin, _utf16(head[:4096], origin.label))
    return Text(origin, "utf-8-sig" if _is_utf8(head, parts) else _legacy(head[:_SAMPLE]))


def decode(data: bytes, label: str) -> str:
    """The text of some bytes."""
    return "".join(as_text(in_hand(data, label)).pieces())


def _exhaust(parts: Iterator[bytes]) -> None:
    for _ in parts:  # the limit of size is in there
        pass


def _is_utf8(head: bytes, parts: Iterator[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
        for part in parts:
            decoder.decode(part)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _utf16(head: bytes, label: str) -> str:
    """UTF-16 without its mark has a NUL in every second place of what is plain in it; else it is no text."""
    for encoding, empty, full in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if empty.count(0) * 2 > len(empty) and full.count(0) * 20 < len(full):
            return encoding
    raise InputError(f"{label} is no text file: save it as CSV (UTF-8).")


_KANA: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fc]{2,}")
_ARABIC: Final = re.compile(r"[\u0620-\u064a]{3,}")  # a Western text has no three accents in a row


def _legacy(sample: bytes) -> str:
    """By the headers it makes readable, else by its letters, else Western."""
    cut = sample[: sample.rfind(b"\n") + 1] or sample
    decoded: dict[str, str] = {}
    for encoding in _LEGACY:
        try:
            decoded[encoding] = cut.decode(encoding)
        except UnicodeDecodeError:
            continue
    known = {name: _known_headers(text) for name, text in decoded.items()}
    best = max(known, key=lambda name: (known[name], -_LEGACY.index(name)), default="cp1252")
    if known.get(best):
        return best
    for encoding, letters in (("cp932", _KANA), ("euc_jp", _KANA), ("cp1256", _ARABIC)):
        text = decoded.get(encoding, "")
        high = sum(byte >= 128 for byte in cut)  # noqa: PLR2004 - beyond ASCII
        if high and sum(map(len, letters.findall(text))) * 4 > high:
            return encoding
    return "cp1252"


def _known_headers(text: str) -> int:
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    cells = [cell.strip('" ') for cell in re.split(r"[\t;,|]", first[:2000])]
    return sum(is_known(cell) for cell in cells if not cell.isascii())
