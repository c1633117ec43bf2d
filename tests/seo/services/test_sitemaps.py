"""Sitemaps: which are looked up, which pages are news, and what an address says."""

import gzip
from datetime import date
from urllib.parse import quote

import pytest

from seo.errors import SettingMissing, SourceChanged
from seo.records import SignalKind
from seo.services.service import Errand, Heard
from seo.services.sitemaps import Sitemaps
from seo.signals.source import Sighting
from tests.seo.services.given import US, answer, ask

SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


def urls(*pages: str) -> str:
    return (
        f'<?xml version="1.0"?><urlset {SPACES}>'
        + "".join(f"<url>{page}</url>" for page in pages)
        + "</urlset>"
    )


def index(*maps: str) -> str:
    return (
        f"<sitemapindex {SPACES}>" + "".join(f"<sitemap>{one}</sitemap>" for one in maps) + "</sitemapindex>"
    )


def look(option: str, since: date = date(2026, 11, 1)) -> Errand:
    return next(iter(Sitemaps().errands(ask(("a", US), options=(option,), since=since))))


def heard(
    body: str | bytes, option: str = "https://s.example/sitemap.xml", since: date = date(2026, 11, 1)
) -> Heard:
    return Sitemaps().parse(answer(body, option), look(option, since))


def texts(*addresses: str) -> list[str]:
    return [seen.text for seen in heard(urls(*(f"<loc>{address}</loc>" for address in addresses))).sightings]


def test_a_site_is_asked_for_its_robots_txt_and_a_sitemap_directly() -> None:
    options = ("https://s.example", "https://t.example/", "https://u.example/maps/products.xml.gz")
    found = Sitemaps().errands(ask(("a", US), options=options))
    assert [(one.request.url, one.request.is_page) for one in found] == [
        ("https://s.example/robots.txt", False),
        ("https://t.example/robots.txt", False),
        ("https://u.example/maps/products.xml.gz", True),
    ]


def test_what_is_no_address_is_named() -> None:
    with pytest.raises(SettingMissing, match=r"'s\.example'"):
        look("s.example")


def test_robots_txt_names_the_sitemaps() -> None:
    body = "User-agent: *\nDisallow: /cart\nSitemap: https://s.example/a.xml\r\nsitemap:https://s.example/b.xml\nSitemap: /c.xml\n"
    said = Sitemaps().parse(answer(body, "https://s.example/robots.txt"), look("https://s.example"))
    assert [one.request.url for one in said.more] == ["https://s.example/a.xml", "https://s.example/b.xml"]


def test_a_robots_txt_without_sitemaps_leads_to_the_usual_place() -> None:
    said = Sitemaps().parse(
        answer("User-agent: *\n", "https://s.example/robots.txt"), look("https://s.example")
    )
    assert [one.request.url for one in said.more] == ["https://s.example/sitemap.xml"]


def test_a_site_without_robots_txt_and_sitemap_is_empty_and_not_broken() -> None:
    first = look("https://s.example")
    (second,) = Sitemaps().parse(answer("not here", "https://s.example/robots.txt", status=404), first).more
    assert (second.request.url, second.request.lets_in) == ("https://s.example/sitemap.xml", (404,))
    said = Sitemaps().parse(answer("not here", second.request.url, status=404), second)
    assert (said.state, said.note) == ("empty", "https://s.example/sitemap.xml: there is no sitemap")


def test_of_an_index_the_changed_sitemaps_are_read_newest_first_and_at_most_twenty() -> None:
    maps = [
        f"<loc>https://s.example/{n}.xml</loc><lastmod>2026-11-{n:02d}T08:00:00+00:00</lastmod>"
        for n in range(1, 26)
    ]
    old = "<loc>https://s.example/old.xml</loc><lastmod>2025-01-01</lastmod>"
    said = heard(index(old, *maps))
    assert [one.request.url for one in said.more] == [f"https://s.example/{n}.xml" for n in range(25, 5, -1)]
    assert (said.state, said.sightings) == ("ok", ())


def test_an_index_that_names_itself_ends() -> None:
    ring = index("<loc>https://s.example/sitemap.xml</loc>")
    waiting, states = [look("https://s.example/sitemap.xml")], []
    while waiting and len(states) < 100:
        said = Sitemaps().parse(answer(ring), waiting.pop())
        waiting += said.more
        states.append(said.state)
    assert states == ["ok", "degraded"]


def test_since_is_still_known_two_sitemaps_further_down() -> None:
    first = look("https://s.example", since=date(2026, 11, 10))
    (second,) = (
        Sitemaps()
        .parse(answer("Sitemap: https://s.example/i.xml", "https://s.example/robots.txt"), first)
        .more
    )
    (third,) = Sitemaps().parse(answer(index("<loc>https://s.example/p.xml</loc>")), second).more
    pages = urls("<loc>https://s.example/new-rails</loc><lastmod>2026-11-10</lastmod>",
                 "<loc>https://s.example/old-rails</loc><lastmod>2026-11-09</lastmod>")  # fmt: skip
    assert [seen.text for seen in Sitemaps().parse(answer(pages), third).sightings] == ["new rails"]


def test_pages_changed_since_then_are_headings_with_day_and_address_newest_first() -> None:
    body = urls(
        "<loc>https://s.example/blog/hanging-heavy-curtains</loc><lastmod>2026-11-02</lastmod>",
        "<loc>https://s.example/blog/measuring-a-bay-window</loc><lastmod>2026-11-20T10:00:00Z</lastmod>",
        "<loc>https://s.example/blog/an-old-thing</loc><lastmod>2026-10-31</lastmod>",
        "<loc>https://s.example/blog/undated-thing</loc>",
    )
    assert heard(body).sightings == (
        Sighting("measuring a bay window", SignalKind.HEADING, 1, observed_on=date(2026, 11, 20), url="https://s.example/blog/measuring-a-bay-window"),
        Sighting("hanging heavy curtains", SignalKind.HEADING, 2, observed_on=date(2026, 11, 2), url="https://s.example/blog/hanging-heavy-curtains"),
        Sighting("undated thing", SignalKind.HEADING, 3, url="https://s.example/blog/undated-thing"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("blog/how-to-wash-curtains", "how to wash curtains"),
        ("blog/cómo-lavar-cortinas", "cómo lavar cortinas"),
        ("guide/mesurer-une-fenêtre.html", "mesurer une fenêtre"),
        ("ratgeber/vorhänge_richtig_messen/", "vorhänge richtig messen"),
        ("مدونة/كيف-تغسل-الستائر", "كيف تغسل الستائر"),
        ("blog/遮光カーテンの洗い方", "遮光カーテンの洗い方"),
    ],
)
def test_an_address_is_read_in_each_language_plain_and_percent_encoded(path: str, text: str) -> None:
    assert texts(f"https://s.example/{path}") == [text]
    assert texts(f"https://s.example/{quote(path)}") == [text]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("products/bay-window-rail-83219931", "bay window rail"),
        ("thermal-curtains/p/48120", "thermal curtains"),
        ("curtains-c1182.html", "curtains"),
        ("best-10-humidifiers", "best 10 humidifiers"),
        ("pillow-top-10", "pillow top 10"),
        ("2026/11/03/hanging-heavy-curtains", "hanging heavy curtains"),
        ("a-z/5f3c9a1e77/", ""),
        ("p/8123", ""),
        ("", ""),
        ("privacy-policy", ""),
        ("datenschutz.html", ""),
        ("politique-de-confidentialité", ""),
        ("política-de-privacidad", ""),
        ("سياسة-الخصوصية", ""),
        ("お問い合わせ", ""),
        ("%ff%fe%fa-rails", ""),
    ],
)
def test_ids_and_scaffolding_are_no_words_and_every_shop_s_pages_no_headings(path: str, text: str) -> None:
    assert texts(f"https://s.example/{path}") == ([text] if text else [])


def test_an_address_that_cannot_be_taken_apart_says_nothing() -> None:
    assert texts("https://[x/wool-rug", "https://s.example/wool-rug") == ["wool rug"]


def test_a_picture_s_address_is_no_page() -> None:
    page = "<loc>https://s.example/linen-throw</loc><image:image><image:loc>https://s.example/blue-sofa.jpg</image:loc></image:image>"
    assert [seen.text for seen in heard(urls(page)).sightings] == ["linen throw"]


def test_a_language_link_tells_the_page_s_own_language_and_other_languages_are_pages_of_their_own() -> None:
    links = (
        '<xhtml:link rel="alternate" hreflang="x-default" href="https://s.example/"/>'
        '<xhtml:link rel="alternate" hreflang="de-AT" href="https://s.example/de/leinen-decke"/>'
        '<xhtml:link rel="alternate" hreflang="en" href="https://s.example/en/linen-throw"/>'
    )
    body = urls(
        f"<loc>https://s.example/de/leinen-decke</loc>{links}",
        f"<loc>https://s.example/en/linen-throw</loc>{links}",
    )
    assert [(seen.text, seen.language) for seen in heard(body).sightings] == [
        ("leinen decke", "de"),
        ("linen throw", "en"),
    ]


def test_a_page_listed_for_five_countries_is_one_page() -> None:
    assert texts(
        *(f"https://s.example/{country}/linen-throw" for country in ("us", "uk", "au", "ca", "ie"))
    ) == ["linen throw"]


def test_the_title_of_a_news_sitemap_is_better_than_its_address() -> None:
    page = "<loc>https://s.example/n/8123</loc><news:news><news:title>Rails recalled in Spain</news:title></news:news>"
    assert [seen.text for seen in heard(urls(page)).sightings] == ["Rails recalled in Spain"]


def test_a_gzip_file_and_a_plain_list_are_read() -> None:
    body = urls("<loc>https://s.example/linen-throw</loc>")
    assert [seen.text for seen in heard(gzip.compress(body.encode())).sightings] == ["linen throw"]
    assert [seen.text for seen in heard("https://s.example/linen-throw\nhttps://s.example/wool-rug\n").sightings] == [
        "linen throw", "wool rug",
    ]  # fmt: skip


def test_old_namespaces_and_none_are_read() -> None:
    for space in ('xmlns="http://www.google.com/schemas/sitemap/0.84"', ""):
        body = f"<urlset {space}><url><loc>https://s.example/linen-throw</loc></url></urlset>"
        assert [seen.text for seen in heard(body).sightings] == ["linen throw"]


def test_what_came_before_a_break_is_kept_and_the_break_is_told() -> None:
    body = urls("<loc>https://s.example/linen-throw</loc>", "<loc>https://s.example/wool-rug</loc>")
    said = heard(body[: body.index("wool")])
    assert (said.state, [seen.text for seen in said.sightings]) == ("degraded", ["linen throw"])


def test_no_page_changed_is_empty() -> None:
    assert heard(urls("<loc>https://s.example/a-b</loc><lastmod>2020-01-01</lastmod>")).state == "empty"


def test_two_thousand_pages_of_one_sitemap_are_enough() -> None:
    assert (
        len(
            heard(
                urls(
                    *(
                        f"<loc>https://s.example/linen-{'abcdefghij'[n % 10]}{'x' * (n // 10)}</loc>"
                        for n in range(2_100)
                    )
                )
            ).sightings
        )
        == 2_000
    )


def test_entities_are_neither_opened_nor_blown_up() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declared, name in (
        ('<!ENTITY x SYSTEM "file:///etc/passwd">', "x"),
        (f'<!ENTITY l0 "ha">{laughs}', "l9"),
    ):
        body = f"<!DOCTYPE urlset [{declared}]><urlset><url><loc>https://s.example/wool-&{name};rug</loc></url></urlset>"
        try:
            found = [seen.text for seen in heard(body).sightings]
        except SourceChanged:
            continue
        assert all(len(text) < 20 and "root" not in text for text in found)


def test_a_gzip_bomb_is_refused() -> None:
    with pytest.raises(SourceChanged, match="unpacks to more than 50 MB"):
        heard(gzip.compress(b" " * 60_000_000))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"<!doctype html><html><body>x</body></html>",
        b"<html/>",
        b"<rss/>",
        b"not a list",
        b"\x1f\x8b\x08broken",
    ],
)
def test_what_is_no_sitemap_is_said_with_its_address(body: bytes) -> None:
    with pytest.raises(SourceChanged, match=r"https://s\.example/sitemap\.xml"):
        heard(body)
