"""Pictures are measured by their bytes, whatever they are called."""

import pytest

from content.figures.size import Size, measured
from tests.content.figures.picture_files import gif, jpg, png, webp


@pytest.mark.parametrize(("data", "ending"), [(png, "png"), (gif, "gif"), (jpg, "jpg"), (webp, "webp")])
def test_kind_and_size_are_read(data, ending: str) -> None:  # type: ignore[no-untyped-def]
    assert measured(data(640, 427)) == Size(ending, 640, 427)


@pytest.mark.parametrize(
    "data", [b"", b"<svg></svg>", b"%PDF-1.4", png(9, 9)[:18], webp(9, 9)[:14] + b"\x00"]
)
def test_what_is_no_picture_or_ends_too_early_is_none(data: bytes) -> None:
    assert measured(data) is None
