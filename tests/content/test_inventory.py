"""The inventory: what the files, the search engine and our own articles say the site has."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.errors import ShopError
from content.inventory import read_pages, whole_inventory
from content.ledger.ledger import read_ledger
from content.plan.plan import plan
from content.records import Action, Article, Draft, State
from content.shop import load_shop
from seo.records import Found, Page, Signal, SignalKind

DEMO = Path(__file__).parents[2] / "flows" / "demo_shop"
SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url><loc>https://a.example/blog/vorhang-waschen</loc>
    <xhtml:link rel="alternate" hreflang="de-AT" href="https://a.example/blog/vorhang-waschen"/></url>
  <url><loc>https://a.example/fr/products/rideau</loc></url>
</urlset>"""


def test_a_page_has_its_kind_language_market_and_heading(tmp_path: Path) -> None:
    (tmp_path / "pages.csv").write_text(
        "url,title,kind,language,market,heading\nhttps://a.example/x,Wash,article,en-GB,,How to wash\n"
        "https://a.example/y,Waschen,article,de,AT,\n",
        encoding="utf-8",
    )
    assert read_pages(tmp_path, "en") == [
        Page("https://a.example/x", "Wash", "article", "en", heading="How to wash", market="GB"),
        Page("https://a.example/y", "Waschen", "article", "de", market="AT"),
    ]


def test_a_copy_is_its_original(tmp_path: Path) -> None:
    (tmp_path / "pages.csv").write_text(
        "url,title,kind,language,canonical\n"
        "https://a.example/x?ref=1,Wash,article,en,https://a.example/x\nhttps://a.example/x,Wash,article,en,\n"
        "https://a.example/z?ref=2,Cut,article,en,https://a.example/z\n",
        encoding="utf-8",
    )
    assert [page.url for page in read_pages(tmp_path, "en")] == ["https://a.example/x", "https://a.example/z"]


def test_a_sitemap_tells_the_language_of_its_translations(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(SITEMAP, encoding="utf-8")
    found = {page.url.rsplit("/", 1)[-1]: page for page in read_pages(tmp_path, "en")}
    assert (found["vorhang-waschen"].language, found["vorhang-waschen"].market) == ("de", "AT")
    assert (found["vorhang-waschen"].kind, found["vorhang-waschen"].title) == ("article", "vorhang waschen")
    assert (found["rideau"].language, found["rideau"].kind) == ("fr", "product")


def test_a_kind_nobody_knows_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "pages.csv").write_text("url,kind\nhttps://a.example/x,novel\n", encoding="utf-8")
    with pytest.raises(ShopError, match=r"pages\.csv, line 2: kind 'novel' is none of product"):
        read_pages(tmp_path, "en")


def test_searches_stand_by_the_page_they_show_and_reveal_pages_no_file_names() -> None:
    def shown(url: str) -> Signal:
        return Signal(
            "s" + url, "wash curtains", SignalKind.QUERY, "search_console", "en", 1.0,
            url=url, impressions=90, clicks=2, position=8.0,
        )  # fmt: skip

    known = Page("https://a.example/wash", "Wash", "article", "en")
    signals = [shown(known.url), shown("https://a.example/blog/new"), shown("https://elsewhere.example/x")]
    found = whole_inventory([known], signals, (), "https://a.example", "en")
    assert [(page.url, page.kind) for page in found] == [
        ("https://a.example/blog/new", "article"),
        ("https://a.example/wash", "article"),
    ]
    assert found[1].found_with == (Found("wash curtains", 90, 2, 8.0),)


def test_our_own_published_articles_are_pages_with_the_questions_they_answer() -> None:
    ledger = read_ledger(load_shop(DEMO))
    first = next(
        a for a in plan([], ledger, (), ledger.shop.markets, "2026-W48", 1) if a.action is Action.WRITE
    )
    draft = Draft("Title", "", "Body", first.market.language, first.market.locale, questions=("Why?",))
    live = Article("k", "title", first, draft, state=State.LIVE, url="https://a.example/title")
    held = replace(live, key="h", state=State.HELD)
    (page,) = whole_inventory((), (), [live, held], "", "en")
    assert (page.url, page.ours, page.questions) == ("https://a.example/title", True, ("Why?",))
