"""Compressed answers, unpacked no further than the limit: a bomb is put down before it goes off."""

import zlib
from collections.abc import Mapping
from typing import Final

GZIP: Final = zlib.MAX_WBITS | 16
_WINDOWS: Final[Mapping[str, int]] = {"gzip": GZIP, "x-gzip": GZIP, "deflate": zlib.MAX_WBITS}
_HEADER: Final = 2  # bytes of a zlib header (RFC 1950, 2.2)
OFFERED: Final = "gzip, deflate"  # what we say we can read


class TooLarge(Exception):
    """More came out than was allowed."""


class Broken(Exception):
    """What came is not what it said it was, or its end is missing; the message says which."""


class Unpacker:
    """Takes an answer's pieces as they come and keeps what they unpack to, up to `limit` bytes."""

    def __init__(self, encoding: str, limit: int) -> None:
        coding = encoding.strip().lower()
        if coding not in {"", "identity"} and coding not in _WINDOWS:
            raise Broken(f"it is packed as {coding[:20]!r}, which was not asked for")
        self._window = _WINDOWS.get(coding)
        self._inflater = zlib.decompressobj(self._window) if self._window else None
        self._limit = limit
        self._out = bytearray()
        self._is_fresh = True
        self._held = b""  # of a zlib header its first byte, which alone tells nothing

    def feed(self, piece: bytes) -> None:
        """One more piece. TooLarge past the limit, Broken when it cannot be unpacked."""
        if self._inflater is None:
            self._keep(piece)
            return
        if self._is_fresh and self._window == zlib.MAX_WBITS:
            piece = self._held + piece
            self._held = piece if len(piece) < _HEADER else b""
            piece = b"" if self._held else piece
        while piece:
            piece = self._inflate(piece)

    def _keep(self, piece: bytes) -> None:
        room = self._limit - len(self._out)
        self._out += piece[:room]
        if len(piece) > room:
            raise TooLarge

    def _inflate(self, piece: bytes) -> bytes:
        """Unpack a piece; what is left is the beginning of the next gzip member."""
        assert self._inflater is not None
        if self._inflater.eof:
            if self._window != GZIP or not piece.strip(b"\0"):  # some servers pad; deflate has one member
                return b""
            self._inflater = zlib.decompressobj(GZIP)
        try:
            out = self._inflater.decompress(piece, self._limit - len(self._out) + 1)
        except zlib.error as error:
            if not (self._is_fresh and self._window == zlib.MAX_WBITS):
                raise Broken("it says it is packed and cannot be unpacked") from error
            # RFC 9110, 8.4.1.2: some servers send `deflate` without the zlib header
            self._is_fresh, self._inflater = False, zlib.decompressobj(-zlib.MAX_WBITS)
            return piece
        self._is_fresh = False
        self._keep(out)
        if self._inflater.unconsumed_tail:
            raise TooLarge
        return self._inflater.unused_data

    def part(self) -> bytes:
        """What came so far."""
        return bytes(self._out)

    def whole(self) -> bytes:
        """Everything; Broken when the end never came."""
        is_nothing = self._is_fresh and not self._out and not self._held
        if self._inflater is not None and not self._inflater.eof and not is_nothing:
            raise Broken("its packed body ends too early")
        return bytes(self._out)


def unpack(body: bytes, limit: int) -> bytes:
    """A gzip file (`sitemap.xml.gz`), unpacked; TooLarge, Broken."""
    unpacker = Unpacker("gzip", limit)
    unpacker.feed(body)
    return unpacker.whole()
