"""Only the shop's own pictures, of the thing shown, in the catalogue's words."""

from collections.abc import Mapping

import pytest

from content.figures.pictures import handle_of, is_own, picture_of, read_file
from content.figures.size import Size
from content.ledger.ledger import Ledger
from content.rendering import render
from seo.records import Market

NOTE = "evidence-cutting"


@pytest.mark.parametrize(
    ("locale", "alt"),
    [
        ("en-GB", "Aldermoor curtain, grey, polyester"),
        ("de-DE", "Vorhang Aldermoor, Grau, Polyester"),
        ("fr-FR", "Rideau Aldermoor, gris, polyester"),
        ("es-ES", "Cortina Aldermoor, gris, poliéster"),
        ("ar-AE", "ستارة ألدرمور، رمادي، بوليستر"),
        ("ja-JP", "アルダームーア カーテン、グレー、ポリエステル"),
    ],
)
def test_the_words_come_from_the_catalogue(
    ledger: Ledger, markets: Mapping[str, Market], locale: str, alt: str
) -> None:
    found = picture_of("ald", ledger, markets[locale], None)
    assert found is not None
    assert found.source == "https://cdn.shop.example/ald.jpg"
    said = render(found.alt, ledger, markets[locale], "plain")
    assert said.replace("\u2068", "").replace("\u2069", "") == alt


def test_a_foreign_host_or_no_picture_is_none(ledger: Ledger, markets: Mapping[str, Market]) -> None:
    assert picture_of("nac", ledger, markets["en-GB"], None) is None
    assert picture_of("lun", ledger, markets["en-GB"], None) is None
    assert picture_of("nobody", ledger, markets["en-GB"], None) is None


def test_a_file_of_the_shop_comes_with_its_size(ledger: Ledger, markets: Mapping[str, Market]) -> None:
    found = picture_of("dus", ledger, markets["en-GB"], None)
    assert found is not None
    assert (found.is_file, found.size) == (True, Size("png", 80, 60))


def test_evidence_speaks_its_people_s_words_else_says_whose_it_is(
    ledger: Ledger, markets: Mapping[str, Market]
) -> None:
    english, german = (picture_of(NOTE, ledger, markets[locale], None) for locale in ("en-GB", "de-DE"))
    assert english is not None and german is not None
    assert (english.source, english.alt) == ("evidence/hem.png", "A hem that came loose after cutting")
    assert (
        render(german.alt, ledger, markets["de-DE"], "plain")
        == "Vorhang Aldermoor, Gesine Brandt, 22. September 2026"
    )


@pytest.mark.parametrize(
    "address",
    ["https://shop.example.evil.example/a.jpg", "//shop.example/a.jpg", "ftp://shop.example/a.jpg",
     "https://shop.example@evil.example/a.jpg", "javascript:alert(1)"],
)  # fmt: skip
def test_what_only_looks_like_the_shop_is_foreign(ledger: Ledger, address: str) -> None:
    assert not is_own(address, ledger.shop)
    assert is_own("https://www.shop.example/a.jpg", ledger.shop)


def test_no_file_outside_the_folder_is_read(ledger: Ledger) -> None:
    (ledger.shop.folder.parent / "secret.png").write_bytes(b"x")
    (ledger.shop.folder / ".acreage").mkdir()
    (ledger.shop.folder / ".acreage" / "a.png").write_bytes(b"x")
    for source in ("../secret.png", "pictures/../../secret.png", "/etc/hostname", ".acreage/a.png", ""):
        assert read_file(source, ledger.shop.folder) == b""


def test_an_address_of_the_catalogue_is_that_product(ledger: Ledger) -> None:
    assert handle_of("https://cdn.shop.example/ald.jpg", ledger) == "ald"
    assert handle_of("https://cdn.shop.example/other.jpg", ledger) is None
