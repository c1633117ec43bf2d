import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from content.errors import PublishRefused
from content.ledger.ledger import Ledger
from content.publishers import PUBLISHERS
from content.publishers.builds import builds
from content.publishers.frame import frame
from content.publishers.lists import ON_A_LEAF
from content.publishers.site import Site
from content.publishers.static import publish_site
from content.publishers.theme import style
from content.records import Article, Publication, State
from seo.records import Market
from tests.content.publishers.site_reader import LOCALES, ON, MakeArticle, Reader

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SITE = "https://shop.example/"


def pages(folder: Path) -> Iterator[tuple[str, Reader]]:
    top = folder / "public"
    for path in sorted(top.rglob("*.html")):
        yield str(path.relative_to(top)), Reader(path.read_text(encoding="utf-8"))


def publish(articles: Sequence[Article], ledger: Ledger) -> list[Publication]:
    return publish_site(articles, ledger, ledger.shop.folder, ON)


@pytest.fixture
def articles(make: MakeArticle) -> list[Article]:
    translated = [make(locale) for locale in LOCALES if locale not in {"ar-AE", "ja-JP"}]
    return [
        *translated,
        make("ar-AE", "كم عرضها؟"),
        make("ja-JP", "幅はどのくらいですか？"),
        make("en-US", "What does delivery cost?", concept="shop/delivery", category=""),
    ]


@pytest.fixture
def site(articles: list[Article], ledger: Ledger) -> Path:
    publish(articles, ledger)
    return ledger.shop.folder


def test_every_page_is_well_formed_with_one_heading_its_language_and_direction(site: Path) -> None:
    found = dict(pages(site))
    assert len(found) == 8 + 7 + 7 + 8 + 2  # articles, homes, pages on how they are made, hubs, root and 404
    for path, page in found.items():
        assert len(page.all("h1")) == 1, path
        assert len(page.all("title")) == 1, path
        ids = [each["id"] for _, each in page.tags if "id" in each]
        assert len(ids) == len(set(ids)), path
        is_arabic = path.startswith("ar-ae/")
        assert page.all("html")[0]["dir"] == ("rtl" if is_arabic else "ltr")
        assert "data-digits" not in page.all("html")[0]  # of these, none counts in other digits
        assert page.all("html")[0]["lang"].lower() == (path.split("/")[0] if "/" in path else "en")


def test_no_brace_is_left_and_nothing_is_asked_of_other_hosts(site: Path) -> None:
    for path, page in pages(site):
        assert "{{" not in (site / "public" / path).read_text(encoding="utf-8"), path
        assert not page.all("script", src="") and all("src" not in each for each in page.all("script"))
        assert not page.all("img") and not page.all("iframe")
        assert all(not each["href"].startswith("http") for each in page.all("link", rel="stylesheet"))
    style = next((site / "public" / "assets").iterdir()).read_text(encoding="utf-8")
    assert "url(" not in style and "@import" not in style


def test_every_indexed_page_is_canonical_to_itself(site: Path) -> None:
    for path, page in pages(site):
        if path == "404.html":
            assert page.all("meta", name="robots", content="noindex") and not page.all(
                "link", rel="canonical"
            )
        else:
            canonical = [each["href"] for each in page.all("link", rel="canonical")]
            assert canonical == [SITE + path.removesuffix("index.html")]


def test_alternates_are_reciprocal_and_name_the_page_itself(site: Path) -> None:
    by_url = {SITE + path.removesuffix("index.html"): page for path, page in pages(site)}
    for url, page in by_url.items():
        for locale, other in page.alternates.items():
            assert by_url[other].alternates == page.alternates, (url, locale)
        if page.alternates:
            assert url in page.alternates.values()
            assert "x-default" in page.alternates
    article = by_url[f"{SITE}ja-jp/blackout-curtains-size/"]
    assert set(article.alternates) == {*LOCALES, "x-default"}
    assert article.alternates["x-default"] == f"{SITE}en-us/how-wide-is-it/"


def test_every_link_and_fragment_inside_the_site_leads_somewhere(site: Path) -> None:
    found = dict(pages(site))
    for path, page in found.items():
        ids = {each["id"] for _, each in page.tags if "id" in each}
        for each in (*page.all("a"), *page.all("link", rel="stylesheet")):
            href = each["href"]
            if href.startswith("#"):
                assert href[1:] in ids, (path, href)
            elif not re.match(r"[a-z]+:", href):
                start = site / "public" if href.startswith("/") else (site / "public" / path).parent
                target = start / href.lstrip("/")
                assert (target / "index.html" if href.endswith("/") else target).is_file(), (path, href)


def test_the_sitemap_lists_every_indexed_page_once_with_its_alternates(site: Path) -> None:
    tree = ElementTree.parse(site / "public" / "sitemap.xml")
    listed = {
        entry.findtext("s:loc", namespaces=SITEMAP): {
            each.attrib["hreflang"]: each.attrib["href"] for each in entry.findall("x:link", SITEMAP)
        }
        for entry in tree.iterfind("s:url", SITEMAP)
    }
    shown = {
        SITE + path.removesuffix("index.html"): page.alternates
        for path, page in pages(site)
        if path != "404.html"
    }
    assert listed == shown
    assert len(tree.findall("s:url", SITEMAP)) == len(listed)
    assert "Sitemap: https://shop.example/sitemap.xml" in (site / "public" / "robots.txt").read_text()


@pytest.mark.parametrize("locale", LOCALES)
def test_each_market_has_a_feed_that_reads_without_complaint(site: Path, locale: str) -> None:
    feed = feedparser.parse((site / "public" / locale.lower() / "feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert all(entry.id and entry.title and entry.summary and entry.updated_parsed for entry in feed.entries)
    assert feed.feed.links[0]["href"] == f"{SITE}{locale.lower()}/feed.xml"


def test_structured_data_says_what_the_page_shows_and_claims_no_product(site: Path) -> None:
    kinds = {}
    for path, page in pages(site):
        kinds[path] = [node["@type"] for node in page.json_ld]
        assert not {"Product", "Review", "AggregateRating", "FAQPage"} & set(kinds[path])
        for node in page.json_ld:
            if node["@type"] == "BlogPosting":
                assert node["url"] == page.all("link", rel="canonical")[0]["href"]
                assert str(node["headline"]) in page.text
                assert re.fullmatch(r"[\d-]+T[\d:]+[+-]\d\d:\d\d", str(node["datePublished"]))
    assert kinds["en-us/index.html"] == ["Organization", "WebSite"]
    assert kinds["en-us/topics/blackout-curtains/index.html"] == ["ItemList", "BreadcrumbList"]
    assert kinds["en-us/how-wide-is-it/index.html"] == ["BlogPosting", "BreadcrumbList"]


def test_a_script_in_a_title_stays_harmless_everywhere(make: MakeArticle, ledger: Ledger) -> None:
    title = 'x"></title><script>alert(1)</script>'
    publish([make("en-US", title), make("en-US", "Other", concept="b/size")], ledger)
    folder = ledger.shop.folder
    for _, page in pages(folder):
        assert all(each.get("type") == "application/ld+json" for each in page.all("script"))
    feed = feedparser.parse((folder / "public/en-us/feed.xml").read_bytes())
    assert not feed.bozo
    ElementTree.parse(folder / "public/sitemap.xml")


def test_only_what_was_approved_is_shown(make: MakeArticle, ledger: Ledger) -> None:
    made = [
        make("en-US", f"Title {state.value}", concept=f"{state.name.lower()}/size", state=state)
        for state in State
    ]
    publish(made, ledger)
    text = "".join(page.text for _, page in pages(ledger.shop.folder))
    shown = {state for state in State if f"Title {state.value}" in text}
    assert shown == {State.APPROVED, State.PUBLISHED, State.LIVE, State.REFRESHED}


def test_the_page_names_who_approved_it_and_who_answers_for_it(site: Path) -> None:
    page = Reader((site / "public/de-de/how-wide-is-it/index.html").read_text(encoding="utf-8"))
    assert "Freigegeben von Jana Petersen" in page.text
    assert "Redaktionell verantwortlich: Jana Petersen" in page.text
    about = Reader((site / "public/fr-fr/about/index.html").read_text(encoding="utf-8"))
    assert (
        "Responsable éditorial\xa0: Jana Petersen" in about.text
        or "Responsable éditorial : Jana" in about.text
    )


def test_the_same_articles_give_the_same_bytes_in_any_order(
    articles: list[Article], ledger: Ledger, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    publish_site(articles, ledger, ledger.shop.folder, ON)
    publish_site(articles[::-1], ledger, other, ON)
    assert [path.name for path in builds(other)] == [path.name for path in builds(ledger.shop.folder)]


def test_publishing_again_writes_nothing_and_an_unread_page_is_not_called_live(
    articles: list[Article], ledger: Ledger
) -> None:
    first = publish(articles, ledger)
    assert {each.state for each in first} == {State.PUBLISHED}
    live = [replace(article, state=State.LIVE) for article in articles]
    assert {each.state for each in publish(live, ledger)} == {State.LIVE}
    assert len(builds(ledger.shop.folder)) == 1
    changed = [replace(live[0], draft=replace(live[0].draft, body="Changed.")), *live[1:]]
    states = {each.key: each.state for each in publish(changed, ledger)}
    assert states.pop(live[0].key) is State.PUBLISHED
    assert set(states.values()) == {State.LIVE}


def test_a_gap_holds_one_article_and_not_the_others(make: MakeArticle, ledger: Ledger) -> None:
    good = make("en-US", "Good")
    bad = make("en-US", "Bad", concept="b/size", body="{{ald.nothing}}")
    by_key = {each.key: each for each in publish([good, bad], ledger)}
    assert by_key[good.key].state is State.PUBLISHED
    assert by_key[bad.key].state is State.HELD
    assert "ald" in by_key[bad.key].dropped[0]
    assert not (ledger.shop.folder / "public/en-us/bad").exists()


def test_a_market_that_left_the_shop_takes_its_pages_along_and_says_so(
    make: MakeArticle, ledger: Ledger
) -> None:
    stays, leaves = make("en-US"), make("de-DE")
    foreign = replace(leaves, assignment=replace(leaves.assignment, market=Market("de-AT", "EUR")))
    by_key = {each.key: each for each in publish([stays, foreign], ledger)}
    assert by_key[foreign.key].state is State.HELD
    assert by_key[foreign.key].dropped == (
        "de-AT is not a market in shop.toml: add it there, or withdraw the article.",
    )
    assert not (ledger.shop.folder / "public/de-at").exists()


def test_two_articles_of_one_name_have_two_addresses_and_the_older_keeps_the_plain_one(
    make: MakeArticle, ledger: Ledger
) -> None:
    older = make("en-US", "Same", concept="z/size", published_at=datetime(2026, 1, 1, tzinfo=UTC))
    newer = make("en-US", "Same", concept="a/size")
    urls = {each.key: each.url for each in publish([newer, older], ledger)}
    assert urls == {older.key: f"{SITE}en-us/same/", newer.key: f"{SITE}en-us/same-2/"}


def test_an_article_named_like_a_folder_of_the_site_is_numbered(make: MakeArticle, ledger: Ledger) -> None:
    publish([make("en-US", "About")], ledger)
    assert (ledger.shop.folder / "public/en-us/about-2/index.html").is_file()


def test_a_title_of_300_characters_and_a_site_of_one_market_work(make: MakeArticle, ledger: Ledger) -> None:
    publish([make("ar-AE", "ستائر " * 50)], ledger)
    root = (ledger.shop.folder / "public/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=ar-ae/"' in root
    assert 'content="noindex"' in root


def test_long_lists_are_cut_into_pages_with_addresses_of_their_own(make: MakeArticle, ledger: Ledger) -> None:
    many = [make("en-US", f"Number {number}", concept=f"c{number}/size") for number in range(ON_A_LEAF + 1)]
    publish(many, ledger)
    second = Reader((ledger.shop.folder / "public/en-us/page/2/index.html").read_text(encoding="utf-8"))
    assert second.all("link", rel="canonical")[0]["href"] == f"{SITE}en-us/page/2/"
    assert second.all("a", rel="prev")[0]["href"] == "../../"
    assert (ledger.shop.folder / "public/en-us/topics/blackout-curtains/2/index.html").is_file()


def test_nothing_to_show_is_still_a_site(ledger: Ledger) -> None:
    assert publish([], ledger) == []
    assert (
        "The first articles will appear here soon." in (ledger.shop.folder / "public/index.html").read_text()
    )


def test_a_folder_that_cannot_be_written_is_refused_in_one_line(
    articles: list[Article], ledger: Ledger
) -> None:
    with pytest.raises(PublishRefused) as refusal:
        publish_site(articles, ledger, ledger.shop.folder / "nowhere", ON)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", PUBLISHERS)
def test_every_publisher_keeps_the_contract(name: str, articles: list[Article], ledger: Ledger) -> None:
    publisher = PUBLISHERS[name]()
    assert publisher.name == name
    assert all(variable.isupper() for variable in publisher.needs)
    assert publisher.publish(articles, ledger, ledger.shop.folder, ON) == publisher.publish(
        articles, ledger, ledger.shop.folder, ON
    )


def test_a_page_whose_figures_are_arabic_numbers_its_lists_alike(
    articles: list[Article], ledger: Ledger
) -> None:
    riyadh = Market("ar-SA", "SAR")
    shop = replace(ledger.shop, markets=(*ledger.shop.markets, riyadh))
    site = Site(shop, (), (), ())
    assert frame(site, riyadh, "ar-sa/", "n", "d").digits == "arab"
    assert '[data-digits="arab"] ol' in style()[1].decode()
