"""How large a picture is, from its first bytes: a page that says so does not jump while it loads.

https://www.w3.org/TR/png/ · https://www.w3.org/Graphics/GIF/spec-gif89a.txt · https://www.w3.org/Graphics/JPEG/itu-t81.pdf
https://developers.google.com/speed/webp/docs/riff_container
"""

import struct
from dataclasses import dataclass
from typing import Final

_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG markers that begin a frame and hold its size; the three left out are tables."""
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""JPEG markers without a length."""


@dataclass(frozen=True, slots=True)
class Size:
    """What kind of picture it is, and its pixels; 0 by 0 where the file does not say."""

    ending: str
    width: int
    height: int


def measured(data: bytes) -> Size | None:
    """Kind and size of a PNG, JPEG, GIF or WebP file; None for anything else, whatever it is called."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return Size("png", *struct.unpack(">II", data[16:24]))
        if data.startswith((b"GIF87a", b"GIF89a")):
            return Size("gif", *struct.unpack("<HH", data[6:10]))
        if data.startswith(b"\xff\xd8\xff"):
            return Size("jpg", *_of_jpeg(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return Size("webp", *_of_webp(data))
    except (struct.error, IndexError):  # a file that ends too early
        return None
    return None


def _of_jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at < len(data):
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:  # noqa: PLR2004  padding
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return 0, 0


def _of_webp(data: bytes) -> tuple[int, int]:
    if data[12:16] == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF
