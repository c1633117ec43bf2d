"""Links between articles, pictures and charts on the built site, and on places that others run."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from content.figures.showing import Readable
from content.ledger.ledger import Ledger, read_ledger
from content.publishers.payload import payload_of
from content.publishers.place import with_pictures
from content.publishers.shelf import addresses
from content.publishers.site import Site, assemble_site
from content.publishers.static import publish_site
from content.records import Article, State, Variant
from content.shop import Target, load_shop
from tests.content.figures.picture_files import png
from tests.content.publishers.site_reader import LOCALES, ON, MakeArticle, Reader

BLOG = Target("wordpress", "blog", "https://blog.example", ("de-DE",), "draft")
CUT = "See [how to cut](article:blackout-curtains/cut) now."


def body_of(site: Site, article: Article) -> str:
    return str(next(each.page.body for each in site.entries if each.article.key == article.key))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_link_leads_to_the_article_of_the_same_market(
    ledger: Ledger, make: MakeArticle, locale: str
) -> None:
    one = make(locale, "How wide?", body=CUT)
    others = [make(each, "Cut it", concept="blackout-curtains/cut") for each in LOCALES]
    slug = next(each.slug for each in others if each.assignment.market.locale == locale)
    assert f'<a href="../{slug}/">how to cut</a>' in body_of(assemble_site([one, *others], ledger, ON), one)


def test_an_article_that_leaves_takes_the_link_and_no_date(ledger: Ledger, make: MakeArticle) -> None:
    one, cut = make("de-DE", body=CUT), make("de-DE", "Kürzen", concept="blackout-curtains/cut")
    before = assemble_site([one, cut], ledger, ON)
    after = assemble_site([one, replace(cut, state=State.WITHDRAWN)], ledger, ON)
    assert "See how to cut now." in body_of(after, one)
    with_link, without = (
        next(each for each in site.entries if each.article.key == one.key) for site in (before, after)
    )
    assert with_link.page.fingerprint != without.page.fingerprint
    assert (with_link.page.updated_at, with_link.changed_at) == (without.page.updated_at, without.changed_at)


def test_no_page_leads_to_one_that_cannot_be_filled(ledger: Ledger, make: MakeArticle) -> None:
    one = make("de-DE", body=CUT)
    gap = make("de-DE", "Kürzen", concept="blackout-curtains/cut", body="{{ald.never_stated}}")
    site = assemble_site([one, gap], ledger, ON)
    assert [each.key for each, _ in site.gaps] == [gap.key]
    assert "<a " not in body_of(site, one)


def test_another_market_s_article_stands_in_only_where_it_serves_this_one(make: MakeArticle) -> None:
    one = make("en-GB", body=CUT)
    american = make("en-US", concept="blackout-curtains/cut")
    serving = replace(american, assignment=replace(american.assignment, variants=(Variant("en-GB", ()),)))
    assert addresses(one, [american], lambda each: each.slug) == {}
    assert addresses(one, [serving], lambda each: each.slug) == {
        "blackout-curtains/cut": Readable(serving.slug, serving.draft.title)
    }


def test_the_list_of_related_pages_says_nothing_twice(ledger: Ledger, make: MakeArticle) -> None:
    one = make("de-DE", body=CUT)
    others = [
        make("de-DE", name, concept=f"blackout-curtains/{name}") for name in ("cut", "care", "light", "heat")
    ]
    site = assemble_site([one, *others], ledger, ON)
    page = next(each.page for each in site.entries if each.article.key == one.key)
    assert page.concepts == ("blackout-curtains/cut",)
    assert len(page.links) == 2
    assert not any("cut" in link.url for link in page.links)


WEIGHTS = "sku,title,Weight [g],Width [cm],Light blocked [%],image\nALD,Aldermoor,900,137,99,hem.png\nNAC,Nachtal,450,,,\n"


@pytest.fixture
def weighed(folder: Path) -> Ledger:
    (folder / "products.csv").write_text(WEIGHTS, encoding="utf-8")
    (folder / "hem.png").write_bytes(png(30, 20))
    return read_ledger(load_shop(folder))


FIGURES = "Text.\n\n![](chart:weight?of=ald+nac)\n\n![](image:ald)"


def test_charts_and_pictures_are_files_of_the_site(weighed: Ledger, make: MakeArticle) -> None:
    article = make("en-GB", body=FIGURES)
    publish_site([article], weighed, weighed.shop.folder, ON)
    public = weighed.shop.folder / "public"
    page = Reader((public / "en-gb" / article.slug / "index.html").read_text(encoding="utf-8"))
    (chart,) = public.glob("assets/weight.*.svg")
    (picture,) = public.glob("assets/hem.*.png")
    drawn, seen = page.all("img")
    assert drawn == {
        "src": f"../../assets/{chart.name}", "alt": "Weight: Aldermoor 900 g; Nachtal 450 g", "width": "680",
        "height": "198", "loading": "lazy",
    }  # fmt: skip
    assert seen == {
        "src": f"../../assets/{picture.name}", "alt": "Aldermoor", "width": "30", "height": "20", "loading": "lazy",
    }  # fmt: skip


def test_a_place_gets_a_table_and_no_picture_it_cannot_hold(weighed: Ledger, make: MakeArticle) -> None:
    page = payload_of(make("de-DE", body=FIGURES), weighed, BLOG, "k" * 32, on=date(2026, 11, 25))
    assert "<img" not in page.html and ".svg" not in page.html + page.markdown
    assert '<data data-acreage="ald.weight"' in page.html
    assert "chart:" not in page.markdown and "image:" not in page.markdown


def test_a_place_leads_to_its_own_addresses(ledger: Ledger, make: MakeArticle) -> None:
    links = {"blackout-curtains/cut": Readable("https://blog.example/cut/", "")}
    page = payload_of(make("de-DE", body=CUT), ledger, BLOG, "k" * 32, on=ON, links=links)
    assert '<a href="https://blog.example/cut/">how to cut</a>' in page.html
    assert "[how to cut](https://blog.example/cut/)" in page.markdown


def test_a_file_the_place_refused_goes_and_the_shop_s_own_address_stays() -> None:
    body = '<p>a</p>\n<p><img src="hem.png" alt="x"></p>\n<p><img src="https://s.example/a.png" alt=""></p>'
    assert with_pictures(body, {"hem.png": "", "https://s.example/a.png": ""}) == (
        '<p>a</p>\n\n<p><img src="https://s.example/a.png" alt=""></p>'
    )
    assert 'src="/media/1.png"' in with_pictures(body, {"hem.png": "/media/1.png"})
