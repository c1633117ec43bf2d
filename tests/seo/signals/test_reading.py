"""Codes of languages and countries as people write them."""

import pytest

from seo.signals.reading import country_code, language_code


@pytest.mark.parametrize(
    ("cell", "code"),
    [("de", "de"), ("de-DE", "de"), ("EN_us", "en"), ("Deutsch", "de"), ("日本語", "ja"),
     ("العربية", "ar"), ("jp", "ja"),
     ("français", "fr"), ("Spanish", "es"), ("", ""), ("unknown language", "")],
)  # fmt: skip
def test_language_code(cell: str, code: str) -> None:
    assert language_code(cell) == code


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("DE", "DE"),
        ("de-DE", "DE"),
        ("uk", "GB"),
        ("", None),
        ("Germany", None),
        ("deu", "DE"),
        ("JPN", "JP"),
        ("zzz", None),
    ],
)
def test_country_code(cell: str, code: str | None) -> None:
    assert country_code(cell) == code
