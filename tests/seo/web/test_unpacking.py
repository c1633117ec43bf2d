"""What is packed is unpacked to its limit and no further."""

import gzip
import zlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seo.web.unpacking import Broken, TooLarge, Unpacker, unpack


def unpacked(pieces: list[bytes], encoding: str = "gzip", limit: int = 1000) -> bytes:
    """Pieces as they come in."""
    unpacker = Unpacker(encoding, limit)
    for piece in pieces:
        unpacker.feed(piece)
    return unpacker.whole()


def raw_deflate(body: bytes) -> bytes:
    """Deflate without the header that it should have."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@settings(deadline=None)
@given(
    st.binary(max_size=500),
    st.integers(1, 40),
    st.sampled_from(["gzip", "x-gzip", " GZIP ", "deflate", "raw", "", "identity"]),
)
@example(b"", 1, "raw")
def test_whatever_was_packed_comes_back_in_pieces_of_any_size(body: bytes, size: int, encoding: str) -> None:
    packed = body
    if "gzip" in encoding.lower():
        packed = gzip.compress(body)
    elif encoding in {"deflate", "raw"}:
        packed = zlib.compress(body) if encoding == "deflate" else raw_deflate(body)
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert unpacked(pieces, "deflate" if encoding == "raw" else encoding) == body


def test_several_members_and_padding_are_one_body() -> None:
    assert unpacked([gzip.compress(b"a") + gzip.compress(b"b") + b"\0" * 20]) == b"ab"
    assert unpack(gzip.compress(b"a"), 10) == b"a"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", ""])
def test_exactly_the_limit_passes_and_one_byte_more_does_not(encoding: str) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "": bytes}[encoding]
    assert unpacked([pack(b"x" * 1000)], encoding) == b"x" * 1000
    with pytest.raises(TooLarge):
        unpacked([pack(b"x" * 1001)], encoding)


def test_the_beginning_of_what_is_too_large_is_kept() -> None:
    unpacker = Unpacker("gzip", 5)
    with pytest.raises(TooLarge):
        unpacker.feed(gzip.compress(b"0123456789"))
    assert unpacker.part() == b"01234"


@settings(deadline=None)
@given(st.binary(min_size=30, max_size=300), st.integers(1, 18))
def test_a_cut_end_is_never_taken_for_an_end(body: bytes, missing: int) -> None:
    with pytest.raises(Broken, match="ends too early"):
        unpacked([gzip.compress(body)[:-missing]])


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, br", "compress"])
def test_what_was_not_asked_for_is_said(encoding: str) -> None:
    with pytest.raises(Broken, match="not asked for"):
        Unpacker(encoding, 10)


def test_what_is_not_packed_at_all_is_said() -> None:
    with pytest.raises(Broken, match="cannot be unpacked"):
        unpacked([b"{}"])
    with pytest.raises(Broken, match="cannot be unpacked"):
        unpacked([b"\xff\xff\xff"], "deflate")


def test_nothing_is_nothing() -> None:
    assert unpacked([]) == b"" and unpacked([b""]) == b""
