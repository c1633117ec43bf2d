"""Filling an article: values, dates, alternates. The shop is the one of the publishers' tests, made small."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from content.errors import LedgerGap
from content.ledger.ledger import Ledger, read_ledger
from content.page import build_page
from content.records import Action, Article, Assignment, Draft, Opportunity, State
from content.shop import load_shop
from seo.records import Intent, Market, Topic
from tests.content.small_shop import opened

SHOP = """\
name = "Lindenhof Home"
site = "https://shop.example"
language = "en"
time_zone = "Europe/Berlin"
editor = "Jana Petersen"
[[markets]]
locale = "en-US"
currency = "USD"
[[markets]]
locale = "de-DE"
currency = "EUR"
"""
PRODUCTS = "sku,title,title@de,url@en,Width [cm]\nALD,Aldermoor curtain,Vorhang Aldermoor,https://shop.example/a,137\n"
ON = date(2026, 11, 22)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return opened(tmp_path, {"shop.toml": SHOP, "products.csv": PRODUCTS})


def article(ledger: Ledger, locale: str, slug: str, body: str = "", **changes: object) -> Article:
    market: Market = next(market for market in ledger.shop.markets if market.locale == locale)
    topic = Topic("t", market.language, "width", Intent.INFORMATIONAL, 1.0, "rule", (), (), 50.0)
    assignment = Assignment(
        "a", "2026-W48", 1, market, topic, "curtains/size", "size", "", ("ald",), (), Action.WRITE, "Asked.",
        Opportunity(60, 0.5, 0.5, 0.5, 0.5),
    )  # fmt: skip
    text = body or "{{ald.width}}"
    draft = Draft("{{ald.name}}", "{{ald.width}}", text, market.language, locale)
    made = Article(
        f"k-{locale}",
        slug,
        assignment,
        draft,
        state=State.LIVE,
        published_at=datetime(2026, 11, 20, 23, 30, tzinfo=UTC),
    )
    return replace(made, **changes)


def test_values_are_those_of_the_market(ledger: Ledger) -> None:
    page = build_page(article(ledger, "de-DE", "breite"), ledger, on=ON)
    assert page.title == "Vorhang Aldermoor"
    assert "137" in page.body
    assert 'data-acreage="' in page.body
    assert "{{" not in page.body + page.heading + page.description
    assert page.url == "https://shop.example/de-de/breite/"


def test_a_missing_fact_holds_the_page(ledger: Ledger) -> None:
    with pytest.raises(LedgerGap):
        build_page(article(ledger, "en-US", "a", "{{ald.depth}}"), ledger, on=ON)


def test_dates_carry_the_time_zone_of_the_shop_and_the_editor_is_not_the_author(ledger: Ledger) -> None:
    node = json.loads(build_page(article(ledger, "en-US", "a"), ledger, on=ON).json_ld)
    assert node["datePublished"] == "2026-11-21T00:30:00+01:00"
    assert node["dateModified"] == node["datePublished"]
    assert node["author"]["@type"] == "Organization"
    assert node["editor"] == {"@type": "Person", "name": "Jana Petersen"}


def test_a_change_on_the_day_of_publishing_is_not_called_an_update(ledger: Ledger) -> None:
    same_day = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
    assert build_page(article(ledger, "en-US", "a", updated_at=same_day), ledger, on=ON).updated_at is None
    later = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    assert build_page(article(ledger, "en-US", "a", updated_at=later), ledger, on=ON).updated_at == later


def test_a_page_not_yet_published_is_dated_by_the_day_given(ledger: Ledger) -> None:
    page = build_page(article(ledger, "en-US", "a", published_at=None), ledger, on=ON)
    assert page.published_at.isoformat() == "2026-11-22T00:00:00+01:00"


def test_every_member_of_a_set_names_the_same_alternates(ledger: Ledger) -> None:
    us, de = article(ledger, "en-US", "width"), article(ledger, "de-DE", "breite")
    pages = [build_page(us, ledger, [de], on=ON), build_page(de, ledger, [us, de], on=ON)]
    assert pages[0].alternates == pages[1].alternates
    assert [(each.hreflang, each.url) for each in pages[0].alternates] == [
        ("en-US", "https://shop.example/en-us/width/"),
        ("de-DE", "https://shop.example/de-de/breite/"),
        ("x-default", "https://shop.example/en-us/width/"),
    ]


def test_the_fingerprint_follows_what_the_page_says(ledger: Ledger, tmp_path: Path) -> None:
    before = build_page(article(ledger, "en-US", "a"), ledger, on=ON).fingerprint
    assert build_page(article(ledger, "en-US", "a"), ledger, on=ON).fingerprint == before
    (tmp_path / "products.csv").write_text(PRODUCTS.replace("137", "140"), encoding="utf-8")
    changed = read_ledger(load_shop(tmp_path))
    assert build_page(article(changed, "en-US", "a"), changed, on=ON).fingerprint != before


def test_products_are_linked_only_where_they_have_a_page(ledger: Ledger) -> None:
    assert [link.url for link in build_page(article(ledger, "en-US", "a"), ledger, on=ON).products] == [
        "https://shop.example/a"
    ]
    assert build_page(article(ledger, "de-DE", "a"), ledger, on=ON).products == ()
