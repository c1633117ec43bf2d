"""One table holds the marks of each language, and what we write is joined with them."""

import pytest

from content.marks import mark, with_own_commas


@pytest.mark.parametrize(
    ("language", "signed"),
    [
        ("en", "Rosa Alba, buyer"),
        ("de", "Rosa Alba, buyer"),
        ("ar", "Rosa Alba، buyer"),
        ("ja", "Rosa Alba、buyer"),
    ],
)
def test_what_is_typed_once_has_the_commas_of_the_page(language: str, signed: str) -> None:
    assert with_own_commas("Rosa Alba, buyer", language) == signed
    assert with_own_commas("Rosa Alba、buyer", language) == signed


def test_a_japanese_sentence_has_no_latin_stop_and_no_gap() -> None:
    assert ["Q&A" + mark("stop", each) + "…" for each in ("en", "ja")] == ["Q&A. …", "Q&A。…"]
    assert [mark("gap", each) for each in ("ar", "ja")] == [" ", ""]


@pytest.mark.parametrize(
    ("language", "joined"), [("fr", "a\u202f; b"), ("es", "a; b"), ("ar", "a؛ b"), ("ja", "a、b")]
)
def test_clauses_are_joined_as_the_language_does(language: str, joined: str) -> None:
    assert mark("semicolon", language).join(["a", "b"]) == joined
