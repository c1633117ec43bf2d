"""An answer that has not the documented shape is told in words that name what came instead."""

import pytest
from pydantic import TypeAdapter

from seo.errors import SourceChanged
from seo.services.shapes import instead, shaped
from tests.seo.services.given import answer

NUMBERS: TypeAdapter[dict[str, list[int]]] = TypeAdapter(dict[str, list[int]])


def test_what_fits_comes_back_typed_with_a_byte_order_mark_or_without() -> None:
    assert shaped(answer('{"a": [1]}'), NUMBERS, "It") == {"a": [1]}
    assert shaped(answer(b'\xef\xbb\xbf{"a": [1]}'), NUMBERS, "It") == {"a": [1]}


def test_the_place_that_does_not_fit_is_named_and_its_content_is_not() -> None:
    with pytest.raises(SourceChanged, match=r"^It answered with JSON of another shape.*'a\.1'") as error:
        shaped(answer('{"a": [1, "a secret"]}'), NUMBERS, "It")
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "an empty page"),
        (b" \n", "an empty page"),
        (b"<!DOCTYPE HTML><p>", "a web page"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b'{"a": ', "JSON of another shape or cut short"),
        (b"\xff\xfe\x00", "something else"),
    ],
)
def test_what_came_instead_is_said(body: bytes, said: str) -> None:
    assert said in instead(body)
