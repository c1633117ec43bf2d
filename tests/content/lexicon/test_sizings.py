"""A column of EU sizes is one in any of the words and orders that headers have."""

import pytest

from content.ledger.headers import parse_header
from content.lexicon.lexicon import load_lexicon

HEADERS = {
    "es": ("Talla UE", "Talla EU", "Número EU", "Talla [UE]", "Talla europea"),
    "fr": ("Pointure UE", "Taille (UE)", "Pointure européenne"),
    "de": ("Größe EU", "EU-Größe", "Schuhgröße (EU)"),
    "ja": ("サイズ(EU)", "サイズ（EU）", "EUサイズ", "ヨーロッパサイズ"),
    "ar": ("المقاس الأوروبي", "مقاس (EU)"),
    "en": ("EU size", "Size EU", "Shoe size (EU)"),
}


@pytest.mark.parametrize(("language", "raw"), [(lang, raw) for lang, all_ in HEADERS.items() for raw in all_])
def test_whose_size_a_header_names_is_known_in_any_order(language: str, raw: str) -> None:
    header = parse_header(raw)
    assert load_lexicon(None, language).find("attribute", header.label) == "eu_size"
    assert header.unit == ""


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("Talla UK", "uk_size"),
        ("Size [US]", "us_size"),
        ("Número", None),
        ("Size [GB]", "size"),
        ("Width", "width"),
    ],
)
def test_other_systems_are_others_and_what_names_none_is_none(raw: str, key: str | None) -> None:
    assert load_lexicon(None, "es").find("attribute", parse_header(raw).label) == key
