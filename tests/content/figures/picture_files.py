"""The first bytes of pictures, as files hold them: enough to say what they are and how large."""

import struct


def png(width: int, height: int) -> bytes:
    """A PNG's signature and header."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\x00\x00\x00"


def gif(width: int, height: int) -> bytes:
    """A GIF's header."""
    return b"GIF89a" + struct.pack("<HH", width, height)


def jpg(width: int, height: int) -> bytes:
    """A JPEG with a segment of somebody's before its frame."""
    note = b"\xff\xe0" + struct.pack(">H", 6) + b"JFIF"
    return b"\xff\xd8" + note + b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1)


def webp(width: int, height: int) -> bytes:
    """A WebP of the extended kind."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x1e\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + size
