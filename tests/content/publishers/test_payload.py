"""What every place gets of an article: said once, filled in, with nothing of the shop's own site in it."""

import json
from dataclasses import replace
from datetime import date

import pytest

from content.errors import LedgerGap
from content.ledger.ledger import Ledger
from content.publishers.payload import alternates_of, own_slugs, payload_of
from content.publishers.place import ADDRESS, Image, Payload, Term
from content.shop import Target
from tests.content.figures.picture_files import png
from tests.content.publishers.site_reader import MakeArticle

ON = date(2026, 11, 25)
BLOG = Target("wordpress", "blog", "https://blog.example", ("de-DE",), "draft")
BOTH = replace(BLOG, markets=("de-DE", "en-GB"))
KEY = "k" * 32


def test_figures_are_filled_in_and_alive(ledger: Ledger, make: MakeArticle) -> None:
    page = payload_of(make("de-DE", "Wie breit?"), ledger, BLOG, KEY, on=ON)
    assert '<data data-acreage="ald.width" value="137 cm">137 cm</data>' in page.html
    assert "{{" not in page.html + page.markdown + page.title + page.description
    assert "It is 137 cm wide." in page.markdown


def test_the_address_is_left_to_the_place(ledger: Ledger, make: MakeArticle) -> None:
    node = json.loads(payload_of(make("de-DE"), ledger, BLOG, KEY, on=ON).json_ld)
    assert (node["url"], node["mainEntityOfPage"]["@id"]) == (ADDRESS, ADDRESS)


def test_products_and_who_made_it_stand_below_the_text(ledger: Ledger, make: MakeArticle) -> None:
    page = payload_of(make("de-DE"), ledger, BLOG, KEY, on=ON)
    assert '<li><a href="https://shop.example/de/aldermoor">Vorhang Aldermoor</a></li>' in page.html
    assert page.html.endswith("</small></p>")
    assert "Jana Petersen" in page.html


def test_terms_are_in_the_languages_own_words_and_apart_where_languages_share_a_place(
    ledger: Ledger, make: MakeArticle
) -> None:
    page = payload_of(make("de-DE"), ledger, BLOG, KEY, on=ON)
    assert page.categories == (Term("category", "blackout-curtains", "Verdunkelungsvorhänge"),)
    assert page.tags == (Term("tag", "ald", "Vorhang Aldermoor"),)
    shared = payload_of(make("de-DE"), ledger, BOTH, KEY, on=ON)
    assert shared.categories == (Term("category", "blackout-curtains-de", "Verdunkelungsvorhänge"),)


def test_a_missing_fact_holds_the_article(ledger: Ledger, make: MakeArticle) -> None:
    with pytest.raises(LedgerGap):
        payload_of(make("de-DE", body="{{ald.depth}}"), ledger, BLOG, KEY, on=ON)


def test_pictures_of_the_text_keep_where_they_stand(ledger: Ledger, make: MakeArticle) -> None:
    (ledger.shop.folder / "images").mkdir()
    (ledger.shop.folder / "images" / "saum.png").write_bytes(png(30, 20))
    article = make("de-DE", body="![Ein Saum](images/saum.png)", written_by="person:Jana Petersen")
    page = payload_of(
        article, ledger, BLOG, KEY, on=ON, find=lambda source, alt: Image("saum.png", "image/png", alt, b"x")
    )
    assert [(image.source, image.alt) for image in page.images] == [("images/saum.png", "Ein Saum")]


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "fr-FR", "es-ES", "ar-AE", "ja-JP"])
def test_every_language_fills(ledger: Ledger, make: MakeArticle, locale: str) -> None:
    page = payload_of(make(locale), ledger, replace(BLOG, markets=(locale,)), KEY, on=ON)
    assert (page.locale, "{{" in page.html) == (locale, False)


@pytest.mark.parametrize(
    "change",
    [{"title": "x"}, {"html": "x"}, {"slug": "x"}, {"description": "x"}, {"json_ld": "x"}, {"markdown": "x"}, {"excerpt": "x"},
     {"categories": (Term("category", "x", "x"),)}, {"images": (Image("x", "image/png", "x", b"x"),)},
     {"alternates": (("de-DE", "x"),)}, {"locale": "x"}],
)  # fmt: skip
def test_whatever_a_reader_could_see_changes_the_fingerprint(change: dict[str, object]) -> None:
    page = Payload(KEY, "a", "de-DE", "s", "t", "h", "m", "e", "d", "{}")
    assert replace(page, **change).fingerprint != page.fingerprint  # type: ignore[arg-type]
    assert replace(page).fingerprint == page.fingerprint


def test_two_articles_of_a_place_never_share_a_slug(make: MakeArticle) -> None:
    german, english = make("de-DE"), replace(make("en-GB"), slug=make("de-DE").slug)
    older = replace(english, published_at=None)
    slugs = own_slugs([older, german])
    assert slugs == {german.key: german.slug, english.key: f"{german.slug}-en-gb"}


def test_languages_name_each_other_and_one_alone_names_nobody(ledger: Ledger) -> None:
    assert alternates_of({"de-DE": "https://b/de"}, ledger.shop) == ()
    found = alternates_of({"de-DE": "https://b/de", "en-GB": "https://b/en"}, ledger.shop)
    assert set(found) == {("de-DE", "https://b/de"), ("en-GB", "https://b/en"), ("x-default", "https://b/en")}
